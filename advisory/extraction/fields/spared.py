"""Words for what could be hit that say no such thing where they stand.

Not every school, hospital or policeman in a sentence of violence was its target. Whoever did it was
not; nor where somebody was only heading or brought to ("kidnapped on his way to the airport", "the
wounded were taken to hospital"), what only tells where ("under Kowa police station") and what only
says of what kind somebody is ("a police informer"). Police and soldiers are there whenever somebody
is arrested or gives up: targets only where it befell them.
"""

from advisory.extraction.counts.tags import letters
from advisory.extraction.groups import RELEASED
from advisory.extraction.roles.attributes import AttributeReader
from advisory.extraction.roles.deeds import AFTERMATH
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import toll_span, words_between
from advisory.rulebook.lexicon import Grammar

_BEFORE, _BEHIND = 60, 24
_MARKS = '.,;:"'
_FORCES = frozenset({"police", "military"})
_BY_THE_LAW = AFTERMATH | {RELEASED}
_OBJECT = frozenset("dtxnNqwWpPaO")  # tags of what may stand between a verb and its object's head
_BEING = frozenset("bB")


class Spared:
    """Sees by the small words of one language what a word for a target was not."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        heading, to = any_of(classes["heading_words"]), any_of(classes["heading_to"])
        self._heading = Pattern(
            rf"\b(?:{heading})\b[^,.;]*\b(?:{to})\s+(?:[\w'-]+\s+){{0,5}}$",
            classes["heading_words"],
        )
        self._attributes = AttributeReader(grammar)
        self._works, self._at_work = grammar.words("works_of_the_law"), grammar.words("at_work")
        self._when = grammar.words("when", "relative")
        self._helping = grammar.words("be", "be_plural", "have", "have_plural", "adverb")

    def is_spared(self, telling: Telling, hit: Hit) -> bool:
        """Whether a word for a target stands for nothing that was hit."""
        before = slice(max(telling.sentence.start, hit.start - _BEFORE), hit.start)
        behind = telling.page.behind(hit.end, _BEHIND)
        verb = next((word for word in behind if word not in self._helping), "")
        return (
            _is_doer(telling, hit)
            or (bool(behind) and (behind[0].strip(_MARKS) in self._works or verb in self._at_work))
            or self._attributes.is_one(telling.page, telling.sentence.start, hit.start, hit.end)
            or self._is_whither(telling, telling.page.lower[before], hit)
            or _is_of_the_law(telling, hit)
            or self._is_apart(telling, hit)
        )

    def _is_apart(self, telling: Telling, hit: Hit) -> bool:
        """Whether forces only acted on it: "police sealed it off after gunmen struck"."""
        deed = telling.trigger
        if deed is None or hit.id not in _FORCES:
            return False
        between = telling.page.between(hit.end, deed.start)
        turn = next((n for n, word in enumerate(between) if word in self._when), 0)
        told = [(one.start, one.end) for one in telling.sentence.of("triggers")]
        told += [toll_span(telling.sentence, toll) for toll in telling.tolls]
        return turn > 1 and not any(hit.start <= end and at < deed.start for at, end in told)

    def _is_whither(self, telling: Telling, before: str, hit: Hit) -> bool:
        """Whether somebody was only going or brought there, and no deed stands between."""
        found = self._heading.first(before)
        if found is None:
            return False
        since = hit.start - len(before) + found.start
        return not any(since < one.start < hit.start for one in telling.sentence.of("triggers"))


def _is_doer(telling: Telling, hit: Hit) -> bool:
    """Whether it names who did it."""
    return any(
        part.found.start < hit.end and hit.start < part.found.end and part.is_doer
        for part in telling.parts
    )


def _is_of_the_law(telling: Telling, hit: Hit) -> bool:
    """Whether police or soldiers only arrested, found or freed, or somebody gave up to them."""
    deed = telling.trigger
    if deed is None or deed.id not in _BY_THE_LAW or hit.id not in _FORCES:
        return False
    if hit.start >= deed.end:
        return not _OBJECT.issuperset(letters(words_between(telling.sentence, deed.end, hit.start)))
    return _BEING.isdisjoint(letters(words_between(telling.sentence, hit.end, deed.start)))
