"""Words for a deed as headlines write them: in the present tense, without "was" and without "a".

"Police fire tear gas" is what a body tells as "police fired tear gas", "hostages freed" is
"hostages were freed". In a body the present is what people do, not what befell them, so these
forms, made of the phrases of the lexicon, are looked for in headlines and in lines written like
them alone: a text without one is scanned no more than before. A wrong form of a verb ("derailes")
is harmless, no text has it.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from advisory.extraction.text.blocks import NEWS, Block, BlockKind
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit, Scanner
from advisory.extraction.text.surfaces import Meaning, surfaces
from advisory.rulebook.lexicon import Lexicon

_PAST = "ed"
_LONGEST = 240  # characters of a line that is written so
_LEAST = 5  # letters of a verb with its ending: not "bed", "seed" and "red"


class HeadlineScanner:
    """Finds in headlines what the lexicon has in the past."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = ("left_out", "relative", "where")
        self._left_out = lexicon.grammar.words(*names)
        self._scanner = Scanner(lexicon, headline_surfaces(lexicon))

    def hits(self, page: Page, blocks: Sequence[Block], hits: list[Hit]) -> list[Hit]:
        """Return the hits of a page with those that its headlines have beside them."""
        lines = [block for block in blocks if self._is_headline(page, block)]
        more = [hit for one in lines for hit in self._scanner.scan(page, one.start, one.end)]
        more = [hit for hit in more if not any(_goes_on(one, hit) for one in hits)]
        kept = [hit for hit in hits if not any(_hides(one, hit) for one in more)] if more else hits
        told = dict.fromkeys((*kept, *more))  # each once, in the order of the lexicon
        return sorted(told, key=lambda hit: (hit.start, -hit.end)) if more else hits

    def _is_headline(self, page: Page, block: Block) -> bool:
        """Whether it is a headline, or a line written as one: without "was", "a" and "who"."""
        start, end = block.start, block.end
        if block.kind is BlockKind.HEADLINE:
            return True
        is_line = block.kind in NEWS and end - start <= _LONGEST
        return is_line and self._left_out.isdisjoint(page.words(start, end))


def _hides(one: Hit, other: Hit) -> bool:
    """Whether a word for a deed stands within a longer one."""
    is_longer = one.end - one.start > other.end - other.start
    return is_longer and other.kind == one.kind and one.start <= other.start <= other.end <= one.end


def _goes_on(one: Hit, other: Hit) -> bool:
    """Whether a word only goes on with another for the same: "volcano alert raised"."""
    return one.kind == other.kind and one.id == other.id and one.start < other.start < one.end


def headline_surfaces(lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """Yield the forms that phrases for a deed have in a headline, with what they stand for."""
    classes = lexicon.grammar.classes
    presents = dict(pair.split("|") for pair in classes["presents"])
    passive = frozenset((*classes["be"], *classes["be_plural"]))
    told = [one for one in surfaces(lexicon) if one[1].kind == "triggers"]
    # A "storm" is not "stormed", and what is shut "down" was not "downed".
    others = {surface for surface, of in told if of.grade == "strong"} | set(classes["preposition"])
    for surface, meaning in told:
        if meaning.form == "phrase":
            forms = in_headlines(surface, presents, classes["left_out"], passive)
            yield from ((form, meaning) for form in forms if form not in others)


def in_headlines(
    phrase: str,
    presents: dict[str, str],
    left_out: Sequence[str],
    passive: AbstractSet[str] = frozenset(),
) -> Iterator[str]:
    """Yield a phrase of the past in the present, and one of what was done without its "was".

    Who "was shot" does not shoot: what was done to somebody has no present.

    >>> list(in_headlines("hostages were freed", {}, ["were"], {"were"}))
    ['hostages freed']
    >>> list(in_headlines("fell into a ravine", {"fell": "falls"}, ["a"]))
    ['fell into ravine', 'falls into ravine', 'fall into ravine']
    >>> list(in_headlines("gutted", {}, []))
    ['guttes', 'gutte', 'gutts', 'gutt', 'guts', 'gut']
    """
    whole = phrase.split()
    words = [word for word in whole if word not in left_out]
    if len(words) < len(whole) and len(words) > 1:
        yield " ".join(words)
    if not passive.isdisjoint(whole):
        return
    for at, word in enumerate(words):
        if told := _presents(word, presents):
            yield from (" ".join((*words[:at], one, *words[at + 1 :])) for one in told)
            return


def _presents(word: str, irregular: dict[str, str]) -> Sequence[str]:
    if word in irregular:
        return irregular[word], irregular[word].removesuffix("s")
    if not word.endswith(_PAST) or len(word) < _LEAST:
        return ()
    stem = word.removesuffix(_PAST)
    once = stem[:-1] if stem[-1] == stem[-2] else ""  # "gutted", "guts"
    doubled = (f"{once}s", once) if once else ()
    return f"{stem}es", f"{stem}e", f"{stem}s", stem, *doubled
