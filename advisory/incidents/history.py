"""The incidents as they were known over time.

One version lasts from the instant at which a report told something about it until the next does.
What is known at an instant is exactly what `resolve` makes of the accounts known by then. What a
person mended is known with the report it mends (decision 5): a wrong reading was wrong from the
start, and no level rests on it, then or now; a replay is given the decisions of its own time. The
cost is not that of resolving everything at every instant: accounts that can never meet are replayed
apart, each group only at its own instants.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from advisory.incidents.accounts import in_order
from advisory.incidents.candidates import alike, components, nodes_of
from advisory.incidents.hands import Found, Hands, find_mentions, hands_of, in_force
from advisory.incidents.resolve import NONE, mended, resolve_with
from advisory.model.decision import Decision
from advisory.model.incident import Account, Incident, IncidentVersion


@dataclass(frozen=True, slots=True)
class _Group:
    """Accounts that may meet at some instant, and the decisions about them."""

    accounts: tuple[Account, ...]
    decisions: tuple[Decision, ...]


def incident_versions(
    accounts: Iterable[Account],
    decisions: Iterable[Decision] = (),
    *,
    families: Mapping[str, str] = NONE,
    sides: Mapping[str, str] = NONE,
) -> tuple[IncidentVersion, ...]:
    """Return every version of every incident, by the instant it became known and id.

    All mentions of one report must have one known-at. The arguments are those of `resolve`.
    """
    told, decided = in_order(accounts), in_force(decisions)
    found = find_mentions(decided, told)
    versions: list[IncidentVersion] = []
    for group in _groups(told, decided, found, families):
        versions += _versions(_states(group, found, families, sides))
    return tuple(sorted(versions, key=lambda version: (version.known_from, version.incident.id)))


def _groups(
    told: Sequence[Account],
    decided: Sequence[Decision],
    found: Found,
    families: Mapping[str, str],
) -> Iterator[_Group]:
    """Yield the accounts in groups that nothing can join to another."""
    touching: dict[str, list[Decision]] = defaultdict(list)
    linked = {decision.id: _named(found[decision.id]) for decision in decided}
    for decision in decided:
        for mention in linked[decision.id]:
            touching[mention].append(decision)
    index = {account.mention.id: number for number, account in enumerate(told)}
    nodes = nodes_of(mended(told, hands_of(decided, found)), Hands(), families)
    homes = [[index[mention] for mention in node.mentions] for node in nodes]
    pairs = [(home[0], number) for home in homes for number in home[1:]]
    pairs += [(homes[one][0], homes[other][0]) for _, one, other in alike(nodes)]
    pairs += [(index[ends[0]], index[end]) for ends in linked.values() for end in ends[1:]]
    for members in components(len(told), pairs):
        accounts = tuple(told[number] for number in members)
        decisions = {d.id: d for a in accounts for d in touching[a.mention.id]}
        yield _Group(accounts, tuple(decisions.values()))


def _named(found: Iterable[str | None]) -> list[str]:
    return [mention for mention in found if mention is not None]


def _states(
    group: _Group,
    found: Found,
    families: Mapping[str, str],
    sides: Mapping[str, str],
) -> Iterator[tuple[datetime, tuple[Incident, ...]]]:
    """Yield the incidents of a group from each instant at which something was learnt."""
    for instant in sorted({account.known_at for account in group.accounts}):
        known = tuple(account for account in group.accounts if account.known_at <= instant)
        ids = {account.mention.id for account in known}
        here = {d.id: tuple(m if m in ids else None for m in found[d.id]) for d in group.decisions}
        hands = hands_of(group.decisions, here)
        yield instant, resolve_with(known, hands, families=families, sides=sides)


def _versions(
    states: Iterable[tuple[datetime, tuple[Incident, ...]]],
) -> Iterator[IncidentVersion]:
    since: dict[Incident, datetime] = {}
    for instant, incidents in states:
        for gone in [incident for incident in since if incident not in incidents]:
            yield IncidentVersion(gone, since.pop(gone), instant)
        for incident in incidents:
            since.setdefault(incident, instant)
    for incident, known_from in since.items():
        yield IncidentVersion(incident, known_from)
