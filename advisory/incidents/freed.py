"""The release of those taken is told of their abduction, and is no incident of its own.

A report of a release that tells when they were taken is of that abduction like any other report of
it. One that does not ("eight fishermen regained their freedom on Monday") is of the abduction known
there that it fits: not later than the release, of no fewer people, of the same people where both
say who; one is looked for near the place first, then in the country, and only where exactly one
fits. Where none does, it stands for itself. What was known at an instant never changes by what was
read later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

from advisory.incidents.accounts import in_order
from advisory.incidents.tolls import freed_on, freed_toll
from advisory.incidents.whereabouts import Relation, relation
from advisory.model.incident import Incident, IncidentVersion
from advisory.model.value import Count
from advisory.model.vocabulary import Hazard, Qualifier

_RELEASED = "hostage_released"
_NEARBY = frozenset({Relation.SAME, Relation.INSIDE, Relation.NEAR})
_HELD_AT_MOST = timedelta(days=730)
_Pieces = Iterable[tuple[datetime, datetime | None]]


def with_freed(
    versions: Sequence[IncidentVersion], families: Mapping[str, str]
) -> tuple[IncidentVersion, ...]:
    """Return the versions, each release that is of a known abduction with the abduction."""
    family = families.get(_RELEASED, _RELEASED)
    of_captives = [v for v in versions if families.get(v.incident.type) == family]
    ends = [v for v in of_captives if _is_release(v.incident)]
    taken = [v for v in of_captives if not _is_release(v.incident)]
    if not (ends and taken):
        return tuple(versions)
    found = [v for v in versions if v not in ends]
    told: dict[str, list[IncidentVersion]] = defaultdict(list)
    for end in ends:
        for start, until in _cut(end, (v.known_from for v in taken)):
            one = _meant(end.incident, [v.incident for v in taken if v.is_known(start)])
            piece = IncidentVersion(end.incident, start, until)
            (told[one.id] if one else found).append(piece)
    whole = (w for v in found for w in (_pieces(v, told[v.incident.id]) if told else (v,)))
    return tuple(sorted(whole, key=lambda version: (version.known_from, version.incident.id)))


def _is_release(incident: Incident) -> bool:
    """Whether it tells only that captives are free, and not when they were taken."""
    return all(
        account.mention.type == _RELEASED
        or (account.mention.freed is not None and account.mention.date is None)
        for account in incident.accounts
    )


def _cut(version: IncidentVersion, at: Iterable[datetime]) -> _Pieces:
    """Yield from when until when a version lasts, cut at some instants."""
    cuts = sorted({version.known_from, *filter(version.is_known, at)})
    return pairwise((*cuts, version.known_until))  # type: ignore[arg-type]


def _pieces(version: IncidentVersion, ends: Sequence[IncidentVersion]) -> Iterator[IncidentVersion]:
    """Yield an abduction with the releases known at each instant."""
    instants = (i for end in ends for i in (end.known_from, end.known_until) if i)
    for start, until in _cut(version, instants):
        known = [end.incident for end in ends if end.is_known(start)]
        incident = _told_with(version.incident, known) if known else version.incident
        yield IncidentVersion(incident, start, until)


def _told_with(incident: Incident, ends: Sequence[Incident]) -> Incident:
    accounts = tuple(in_order((*incident.accounts, *(a for end in ends for a in end.accounts))))
    aliases = (*incident.aliases, *(name for end in ends for name in (end.id, *end.aliases)))
    return replace(
        incident,
        accounts=accounts,
        freed=freed_toll(accounts).best,
        freed_on=freed_on(accounts),
        aliases=tuple(dict.fromkeys(aliases)),
    )


def _meant(end: Incident, known: Iterable[Incident]) -> Incident | None:
    """Return the abduction that a release is of, None where none or several fit."""
    may_be = [one for one in known if one.hazard is Hazard.KIDNAPPING and _fits(end, one)]
    near = [one for one in may_be if relation(one.place, end.place)[0] in _NEARBY]
    of_as_many = [one for one in near if one.abducted and one.abducted == end.freed]
    for ones in (near, of_as_many):
        if len(ones) == 1:
            return ones[0]
    if near or end.freed is None:
        return None
    abroad = [one for one in may_be if one.abducted == end.freed and end.freed.low > 1]
    return abroad[0] if len(abroad) == 1 else None


def _fits(end: Incident, taken: Incident) -> bool:
    same_country = _country(end) == _country(taken)
    people = set(end.targets), set(taken.targets)
    are_others = all(people) and people[0].isdisjoint(people[1])
    return same_country and not are_others and _is_before(end, taken) and _is_enough(end, taken)


def _country(incident: Incident) -> str | None:
    return incident.place.country if incident.place else None


def _is_before(end: Incident, taken: Incident) -> bool:
    day, free = taken.date.day if taken.date else None, end.freed_on or end.date
    last = (free.day if free else None) or end.known_at.date()
    return day is not None and day <= last <= day + _HELD_AT_MOST


def _is_enough(end: Incident, taken: Incident) -> bool:
    """Whether at least as many were taken as were freed, as far as anybody counts them."""
    if not (_is_number(end.freed) and _is_number(taken.abducted)):
        return True
    return _best(end.freed) <= _best(taken.abducted)


def _is_number(count: Count | None) -> bool:
    return count is not None and count.qualifier is not Qualifier.VAGUE


def _best(count: Count | None) -> int:
    return count.best if count else 0
