"""An incident as the row that rules are asked about, with exactly the columns of the rule base.

In comes an incident as it was known for a while; out goes one value for each column of
`rulebook.columns`. NULL is unknown, so that no rule mistakes silence for a number. The one value
that is not told but set is `killed_scored`: the toll rules score by while nobody gives one.
"""

from collections.abc import Iterable, Mapping

from advisory.model.incident import Incident
from advisory.model.vocabulary import NOT_HAPPENED
from advisory.rulebook.book import IncidentType

Row = Mapping[str, str | int | bool | None]


def row_of(incident: Incident, types: Mapping[str, IncidentType]) -> Row:
    """Return the columns of one incident, in the order of `rulebook.columns.COLUMNS`."""
    kind, place = types.get(incident.type), incident.place
    killed = incident.killed.best if incident.killed else None
    default = kind.unknown_killed if kind else None
    return {
        "type": incident.type,
        "category": incident.category.value,
        "family": kind.family if kind else None,
        "hazard": incident.hazard.value,
        "status": incident.status.value,
        "killed": killed,
        "killed_low": incident.killed_low,
        "killed_high": incident.killed_high,
        "killed_civilians": incident.killed_civilians,
        "killed_scored": default if killed is None else killed,
        "injured": incident.injured.best if incident.injured else None,
        "abducted": incident.abducted.best if incident.abducted else None,
        "credibility": incident.credibility.value,
        "reliability": incident.reliability.value,
        "origins": len(incident.origins),
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "place_kind": place.asked_kind if place else "unlocated",
        "targets": blanked(incident.targets),
        "weapons": blanked(incident.weapons),
        "announced": incident.status in NOT_HAPPENED,
    }


def blanked(words: Iterable[str]) -> str:
    """Return coded words with a blank around each, so that `like '% hotel %'` finds whole words.

    >>> blanked(["hotel", "aid_worker"])
    ' hotel aid_worker '
    >>> blanked([])
    ' '
    """
    return " ".join(["", *words, ""]) if (words := list(words)) else " "
