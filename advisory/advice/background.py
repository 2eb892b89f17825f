"""What was known before the period: earlier incidents and who holds the town, from evidence only.

There is no history here that no report told: a background of handed-down sentences would be the one
part of a product that nobody can check.
"""

from collections.abc import Iterator

from advisory.advice.access import RECENT_DAYS, holder, is_recent
from advisory.advice.dossier import Dossier
from advisory.advice.sentences import opening
from advisory.advice.telling import telling
from advisory.advice.words import date_slot, number_slot, region_slot, say
from advisory.model.advice import Statement
from advisory.model.vocabulary import ConditionKind, Hazard
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import Catalogue

_MOST = 3


def background(dossier: Dossier, catalogue: Catalogue, rulebook: Rulebook) -> tuple[Statement, ...]:
    """Return how many earlier incidents were read, the latest of them, and who holds what."""
    earlier = dossier.before(RECENT_DAYS)
    return (
        _tally(dossier, len(earlier)),
        *(opening(telling(i, rulebook, catalogue), dossier.day) for i in earlier[:_MOST]),
        *_who_holds(dossier, catalogue),
    )


def _who_holds(dossier: Dossier, catalogue: Catalogue) -> Iterator[Statement]:
    known = [c for c in dossier.conditions if c.kind is ConditionKind.CONTROL]
    if not known and _is_fought_over(dossier, catalogue):
        yield say("We found no word of who holds the towns of the region.")
    for condition in known:
        if not is_recent(condition, dossier):
            yield holder(condition, catalogue.conflicts)


def _is_fought_over(dossier: Dossier, catalogue: Catalogue) -> bool:
    """Whether anybody may take a town there: there is fighting, or a war that the rules know."""
    parties = catalogue.conflicts.parties(dossier.region.country, dossier.day)
    fought = any(i.hazard is Hazard.GROUND_COMBAT for i in dossier.incidents)
    return fought or bool(parties)


def _tally(dossier: Dossier, number: int) -> Statement:
    region = region_slot(dossier.region)
    day = date_slot(dossier.day, "as-of")
    days = number_slot(RECENT_DAYS, "definition of background")
    if not number:
        words = "No incident in {region} older than {days} days before {day} was read."
        return say(words, region=region, day=day, days=days)
    words = (
        "{number} {incidents} in {region} older than {days} days before {day} "
        "{verb} read, the latest first."
    )
    noun = "incident" if number == 1 else "incidents"
    return say(
        words.replace("{incidents}", noun).replace("{verb}", "was" if number == 1 else "were"),
        number=number_slot(number, "incidents before the period"),
        region=region,
        day=day,
        days=days,
    )
