"""One figure of an incident: a count, who it counts, and the words that tell it.

A toll told for several incidents together gives each its share. Who blew themselves up are at least
dead, where a report gives no toll.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from advisory.extraction.claims.own_side import (
    counts_its_own,
    is_of_others,
    is_own_success,
    teller_of,
)
from advisory.extraction.claims.speakers import Speaker, speakers
from advisory.extraction.counts.people import people_in
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.toll import Toll
from advisory.extraction.groups import ARRESTS, FROM_AFAR
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.words import toll_span, words_between
from advisory.lazy import lazy
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier, SpeakerKind

_SELF_KILLING, _SUM = "suicide_bombing", "aggregate"
_HAVE = "A"  # the tag of "have"


@dataclass(frozen=True)
class Figure:
    """A count with its parts and the offsets of the words that tell it; `told` where it is one."""

    count: Count
    parts: tuple[Part, ...]
    spans: tuple[tuple[int, int], ...]
    sentence: int
    is_headline: bool
    is_final: bool = False
    told: tuple[Telling, Toll] | None = None

    @property
    def is_of_others(self) -> bool:
        """Whether it only counts some, beside nobody: "the other was killed", "one died since"."""
        if self.told is None:
            return False
        telling, toll = self.told
        return (toll.is_others or toll.has_lingered) and telling.sentence.tolls[0] == toll

    @property
    def is_firm(self) -> bool:
        """Whether a number is told, and not "several"."""
        return self.count.qualifier is not Qualifier.VAGUE

    @lazy
    def speaker(self) -> Speaker | None:
        """Whose word it is: asked where there is another figure."""
        return speaker_of(*self.told) if self.told else None

    @property
    def is_boast(self) -> bool:
        """Whether a side of the fight tells whom it killed, or what else it has done."""
        if self.told is None or self.speaker is None:
            return False
        telling, toll = self.told
        if counts_its_own(telling.sentence, toll) or is_of_others(telling, self.speaker):
            return False
        is_party = self.speaker.kind is SpeakerKind.PARTY
        return is_party or is_own_success(telling, toll, self.speaker)

    @property
    def is_of_a_strike(self) -> bool:
        """Whether they died where nobody fought beside them: by a shell, or from the air."""
        return self.told is not None and not FROM_AFAR.isdisjoint(self.told[0].types)


def recounted(figure: Figure, count: Count, spans: Iterable[tuple[int, int]]) -> Figure:
    """Return a figure with another count, which further words tell: of whom, where all were alike.

    Of the parts of a sum nobody says which of them it lost.
    """
    alike = figure.parts if len(figure.parts) == 1 else ()
    parts = tuple(replace(part, count=count) for part in alike)
    return replace(figure, count=count, parts=parts, spans=(*figure.spans, *spans))


def speaker_of(telling: Telling, toll: Toll) -> Speaker | None:
    """Return whose word a toll is."""
    return teller_of(telling, toll, speakers(telling.sentence))


def even_share(tellings: Sequence[Telling], best: Figure) -> Figure:
    """Return the even share of a toll told for several incidents together.

    "This was one of two attacks ... six were killed across both" says six of both; four reports of
    four attacks must not count everybody four times. The least is the even share (the convention of
    the Global Terrorism Database's codebook), the most is the whole.
    """
    for telling in tellings:
        sentence = telling.sentence
        number, span = _one_of(sentence)
        if number and sentence.number <= best.sentence and _is_of_all(tellings, best.sentence):
            whole = best.count
            high = whole.high if whole.high is None else max(whole.high, 1)
            count = Count((2 * whole.low + number) // (2 * number), high, Qualifier.ABOUT)
            return replace(best, count=count, parts=(), spans=(*best.spans, span))
    return best


def _one_of(sentence: Sentence) -> tuple[int, tuple[int, int]]:
    """Return the n of "one of n related attacks", with its offsets, or 0."""
    tokens = [token for token in sentence.tokens if token.tag != "q"]
    for first, of, number in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if first.value == (1, 1) and of.tag == "f" and number.tag == "n" and number.value:
            return number.value[0], (first.start, number.end)
    return 0, (0, 0)


def _is_of_all(tellings: Sequence[Telling], number: int) -> bool:
    """Whether the sentence of a toll speaks of all of them: "across", or "the attacks"."""
    told = (telling.sentence for telling in tellings if telling.sentence.number == number)
    return any(token.tag == "X" for sentence in told for token in sentence.tokens)


def is_summed(sentence: Sentence) -> bool:
    """Whether a toll in the perfect is summed up to now: "have killed 40 since the vote"."""
    sums = [hit.start for hit in sentence.cues_of(_SUM)]
    for toll in sentence.tolls if sums else ():
        told = letters(sentence.tokens[max(0, toll.first - 1) : toll.last + 1])
        behind = words_between(sentence, toll_span(sentence, toll)[1], sums[-1])
        is_behind = sums[-1] > sentence.tokens[toll.last].start
        if is_behind and _HAVE in told and "," not in letters(behind):
            return True
    return False


def bombers(tellings: Sequence[Telling]) -> Figure | None:
    """Return who blew themselves up, where the report gives no toll: they at least are dead.

    Their number is that of the people whom the trigger itself names: "two suicide bombers". Who was
    arrested is alive.
    """
    for telling in tellings:
        hit, sentence = telling.trigger, telling.sentence
        is_caught = any(one.id in ARRESTS for one in sentence.of("triggers"))
        if hit is None or hit.id != _SELF_KILLING or is_caught:
            continue
        tokens = sentence.tokens
        named = (
            group.count.low
            for group in people_in(tokens)
            if tokens[group.first].start < hit.end and tokens[group.end - 1].end > hit.start
        )
        number = 1 if telling.own else max(1, next(named, 1))
        count = Count.hedged(number, Qualifier.AT_LEAST)
        parts, spans = (Part("attacker", count),), ((hit.start, hit.end),)
        return Figure(count, parts, spans, sentence.number, sentence.is_headline)
    return None
