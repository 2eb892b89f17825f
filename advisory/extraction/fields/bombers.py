"""Who blew themselves up: they at least are dead, where a report gives no toll."""

from collections.abc import Sequence

from advisory.extraction.counts.people import people_in
from advisory.extraction.fields.figure import Figure
from advisory.extraction.groups import ARRESTS
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

_SELF_KILLING = "suicide_bombing"


def bombers(tellings: Sequence[Telling]) -> Figure | None:
    """Return who blew themselves up, where the report gives no toll: they at least are dead.

    Their number is that of the people whom the trigger itself names: "two suicide bombers".
    """
    for telling in tellings:
        hit = telling.trigger
        if hit is None or hit.id != _SELF_KILLING or _is_caught(telling):
            continue
        tokens = telling.sentence.tokens
        named = (
            group.count.low
            for group in people_in(tokens)
            if tokens[group.first].start < hit.end and tokens[group.end - 1].end > hit.start
        )
        number = 1 if telling.own else max(1, next(named, 1))
        count = Count.hedged(number, Qualifier.AT_LEAST)
        where, is_headline = telling.sentence.number, telling.sentence.is_headline
        parts = (Part("attacker", count),)
        return Figure(count, parts, ((hit.start, hit.end),), where, is_headline)
    return None


def _is_caught(telling: Telling) -> bool:
    """Whether a bomber was arrested, and so is alive."""
    return any(hit.id in ARRESTS for hit in telling.sentence.of("triggers"))
