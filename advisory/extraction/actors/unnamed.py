"""People who have no name in a report: "two hooded men", "heavily armed guerrillas".

The lexicon knows words for those whom the word itself accuses ("gunmen", "bandits"); the scan has
found them. Here their phrase is read around them, and the words for anybody are found as well
("men", "individuals", "a soldier"), which become actors only where `roles` sees them do something.
A phrase is a head, what is said of it before ("unidentified", "in uniform") and, for anybody, how
many. "Suspected" is no part of a name: who is suspected stays so, as a role that somebody ascribes.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.text.page import Page, anchors
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.value import UNNAMED
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

_MOST_BEFORE, _MOST_AFTER = 60, 60
_ANYBODY = {
    "anyone": ActorKind.UNIDENTIFIED,
    "in_uniform": ActorKind.STATE_FORCE,
    "band": ActorKind.ARMED_GROUP,
    "members": ActorKind.UNIDENTIFIED,
}
_LISTED = ("anyone", "in_uniform")
RULE = "actors/unnamed"


class PhraseReader:
    """Reads phrases of unnamed people by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._heads = {word: name for name in _LISTED for word in classes[name]}
        self._modifiers = grammar.words("people_modifiers")
        self._official = grammar.words("force_marks", "army_words")
        self._doing = classes["doing_endings"]
        bands, of = any_of(classes["armed_bands"]), any_of(classes["of"])
        said_of = any_of(classes["people_modifiers"])
        some = rf"{any_of(self._heads)}|members?(?:\s+(?:{of}))"
        self._anybody = Pattern(rf"\b(?:(?:{some})|(?:(?:{said_of})\s+)+({bands}))\b")
        self._somebody = anchors((*self._heads, "member", "members", *classes["armed_bands"]))
        self._hedges = grammar.words("hedging_modifiers", "hedging_adverbs")
        self._numbers = frozenset((*grammar.numbers, *grammar.vague_numbers)) - {"some", "many"}
        self._known = grammar.words("definite", "demonstrative")
        wearing, garments = any_of(classes["wearing"]), any_of(classes["garments"])
        dress = rf"(?:{wearing})\s+(?:[\w-]+\s+){{0,3}}?(?:{garments})\b"
        posing = rf"(?:{any_of(classes['posing'])})\s+[\w-]+"
        rides, riding = any_of(classes["rides"]), any_of(classes["riding"])
        riding = rf"(?:{riding})\s+(?:[\w-]+\s+){{0,2}}?(?:{rides})\b"
        self._dress = Pattern(rf"^,?\s+(?:{dress}|{posing}|{riding})")
        name = r"(?:(?:[A-Z0-9][\w'-]*|of|the|de|la|del|for|and)\s+){0,6}[A-Z0-9][\w'-]*"
        self._body = Pattern(rf"^\s+(?:{of})\s+{name}")
        self._bands = Pattern(rf"^\s+(?:(?:{any_of(classes['bands'])})\b\s*)+")
        behind = (classes[name] for name in ("bands", "wearing", "posing", "riding"))
        self._behind = tuple({words.split()[0] for each in behind for words in each})
        self._of = grammar.words("of")
        self._leads = self._modifiers | self._hedges
        self._leads |= grammar.words("article", "definite", "of")
        self._leads |= frozenset(grammar.vague_numbers)
        self._leads |= grammar.words("collectives")
        amounts = (classes[name] for name in ("about", "more_than", "at_least", "up_to"))
        self._amounts = frozenset(word for each in amounts for one in each for word in one.split())
        self._amounts |= grammar.words("infinitive", "or")  # "20 to 30"

    def phrases(
        self, page: Page, start: int, end: int, known: Sequence[ActorFound]
    ) -> list[ActorFound]:
        """Return the actors of a sentence, `known` by the scan, with all unnamed phrases."""
        taken = [(one.start, one.end) for one in known]
        anybody = [
            self._whole(page, start, bare)
            for bare in self._anyone(page, start, end)
            if not any(first < bare.end and bare.start < last for first, last in taken)
        ]
        anybody = [one for one in anybody if not self._is_all(page, start, one)]
        if not (anybody or known):
            return []
        found = [
            self._whole(page, start, one) if one.is_unnamed else one
            for one in known
            if not any(each.start < one.start < each.end for each in anybody)
        ]
        said = [(one.start, one.end) for one in found if one.is_unnamed]
        found = [  # "gunmen in police uniforms" are no police
            one for one in found if not any(start < one.start < end for start, end in said)
        ]
        return sorted([*found, *anybody], key=lambda one: (one.start, one.end))

    def _anyone(self, page: Page, start: int, end: int) -> Iterator[ActorFound]:
        if self._somebody.isdisjoint(page.words(start, end)):
            return
        for match in self._anybody.all(page.lower[start:end]):
            head = " ".join(page.lower[start + match.start : start + match.end].split())
            first, last = start + match.start, start + match.end
            if page.lower[first - 1 : first] == "-":
                continue  # "a four-person crew"
            if head.startswith("member"):
                name, last = "members", first + len(head.split()[0])
                body = self._body.first(page.named[last : last + _MOST_AFTER])
                last += body.end if body else 0
            else:
                name = "band" if match.group(1) else self._heads[head]
            kind = _ANYBODY[name]
            if name == "band" and not self._official.isdisjoint(head.split()):
                kind = ActorKind.STATE_FORCE  # "an army patrol"
            yield ActorFound(first, last, f"{UNNAMED}{name}", "", kind, RULE, is_unnamed=True)

    def _is_all(self, page: Page, begin: int, found: ActorFound) -> bool:
        """Whether it means everybody, or people told of before: "the people", "the men"."""
        before = page.before(found.start, _MOST_BEFORE, begin)[-1:]
        head = found.name.lower()
        is_known = bool(before) and before[0] in self._known
        return head in self._heads and (head == "people" or is_known)

    def _whole(self, page: Page, begin: int, bare: ActorFound) -> ActorFound:
        """Return the phrase around a head: its modifiers, the number of anybody, its dress."""
        start = bare.start + self._hedged(page.phrase(bare))
        is_alleged = bare.is_alleged or start > bare.start
        words = page.before(bare.start, _MOST_BEFORE, begin)
        at = bare.start
        for word in reversed(words):
            at = page.lower.rfind(word, begin, at)
            plain = word.strip('"')
            if plain in self._hedges:
                is_alleged = True
            elif self._says_more(plain) or (bare.id in _COUNTED and self._is_number(plain)):
                start = at
            else:
                break
        end = bare.end
        goes_on = page.lower[end : end + _MOST_AFTER].lstrip(", \n").startswith(self._behind)
        for more in (self._bands, self._dress) if goes_on else ():
            if after := more.first(page.lower[end : end + _MOST_AFTER]):
                end += len(after.text[: after.end].rstrip())
        is_first = start - begin <= 1 or page.plain[start - 2 : start] == ": "
        name = self._name(page, start, end, is_first=is_first)
        if " " not in name and name.startswith(bare.name or " "):
            name = bare.name  # "militiamen" are a militia
        return bare._replace(start=start, end=end, name=name, is_alleged=is_alleged)

    def _says_more(self, word: str) -> bool:
        """Whether a word says more of people: "hooded", "knife-wielding"."""
        return word in self._modifiers or ("-" in word and word.endswith(self._doing))

    def _hedged(self, phrase: str) -> int:
        """Return how long the hedges before a phrase are: the first of "alleged commandos"."""
        words = phrase.split()
        hedges = next((i for i, word in enumerate(words) if word not in self._hedges), 0)
        return phrase.index(words[hedges]) if hedges else 0

    def leave(self, before: list[str]) -> None:
        """Take from the words before a phrase those that belong to it: "a group of over 20"."""
        is_counted = False
        while before:
            word = before[-1].strip('"')
            is_amount = is_counted and word in self._amounts
            is_counted = is_amount or self._is_number(word)
            if not (is_counted or word in self._leads):
                return
            before.pop()

    def is_whose(self, before: Sequence[str]) -> bool:
        """Whether people only say whose it is: "cards of passengers", not "dozens of men"."""
        some = before[-2:-1]
        is_some = self._leads.issuperset(some) or any(map(self._is_number, some))
        return not self._of.isdisjoint(before[-1:]) and not is_some

    def _is_number(self, word: str) -> bool:
        return word.isdigit() or word in self._numbers

    def _name(self, page: Page, start: int, end: int, *, is_first: bool) -> str:
        """Return the words of a phrase, without the capital of a sentence's first word."""
        words = (page.lower if page.is_shouted else page.plain)[start:end].replace('"', "").split()
        first = words[0].lower()
        is_word = is_first or first in self._modifiers or first in self._heads
        is_word = is_word or self._is_number(first)
        return " ".join([first if is_word else words[0], *words[1:]])


_COUNTED = frozenset(f"{UNNAMED}{name}" for name in _ANYBODY)
