"""The incidents as they were known over time.

One version lasts from the instant at which something about it was learnt, by a report or by a
person, until the next. What is known at an instant is exactly what `resolve` makes of the accounts
known and the decisions recorded by then. The cost is not that of resolving everything at every
instant: accounts that can never meet, whatever is decided, are replayed apart, each group only at
its own instants.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from advisory.incidents.accounts import in_order
from advisory.incidents.candidates import alike, components, nodes_of
from advisory.incidents.hands import Found, Hands, find_mentions, hands_of, mend
from advisory.incidents.resolve import NONE, resolve_with
from advisory.model.decision import Decision, Verb
from advisory.model.incident import Account, Incident, IncidentVersion


@dataclass(frozen=True, slots=True)
class _Group:
    """Accounts that may meet at some instant, and the decisions about them."""

    accounts: tuple[Account, ...]
    decisions: tuple[Decision, ...]

    @property
    def instants(self) -> list[datetime]:
        learnt = {account.known_at for account in self.accounts}
        return sorted(learnt | {decision.recorded_at for decision in self.decisions})


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
    told = in_order(accounts)
    decided = {decision.id: decision for decision in decisions}
    found = find_mentions(decided.values(), told)
    about = {each.id: found[_subject(each, decided).id] for each in decided.values()}
    versions: list[IncidentVersion] = []
    for group in _groups(told, decided, about, families):
        versions += _versions(_states(group, found, families, sides))
    return tuple(sorted(versions, key=lambda version: (version.known_from, version.incident.id)))


def _subject(decision: Decision, decided: Mapping[str, Decision]) -> Decision:
    """The decision that an `undo`, or the undo of an undo, is about in the end."""
    seen = {decision.id}
    while decision.verb is Verb.UNDO and decision.undoes in decided.keys() - seen:
        decision = decided[decision.undoes]
        seen.add(decision.id)
    return decision


def _groups(
    told: Sequence[Account],
    decided: Mapping[str, Decision],
    about: Found,
    families: Mapping[str, str],
) -> Iterator[_Group]:
    """Yield the accounts in groups that nobody's decision, now or later, can join to another."""
    touching: dict[str, list[Decision]] = defaultdict(list)
    for decision in decided.values():
        for mention in _named(about[decision.id]):
            touching[mention].append(decision)
    index = {account.mention.id: number for number, account in enumerate(told)}
    shapes = [one for account in told for one in _shapes(account, touching, about)]
    nodes = nodes_of(shapes, Hands(), families)
    homes = [[index[mention] for mention in node.mentions] for node in nodes]
    pairs = [(home[0], number) for home in homes for number in home[1:]]
    pairs += [(homes[one][0], homes[other][0]) for _, one, other in alike(nodes)]
    linked = [_named(ends) for ends in about.values()]
    pairs += [(index[ends[0]], index[end]) for ends in linked for end in ends[1:]]
    for members in components(len(told), pairs):
        accounts = tuple(told[number] for number in members)
        decisions = {d.id: d for a in accounts for d in touching[a.mention.id]}
        yield _Group(accounts, tuple(decisions.values()))


def _named(found: Iterable[str | None]) -> list[str]:
    return [mention for mention in found if mention is not None]


def _shapes(
    account: Account,
    touching: Mapping[str, Sequence[Decision]],
    about: Found,
) -> Iterator[Account]:
    """Yield the account in every shape that people's decisions give it over time."""
    yield account
    own = touching.get(account.mention.id, ())
    for instant in sorted({decision.recorded_at for decision in own}):
        hands = hands_of((d for d in own if d.recorded_at <= instant), about)
        shape = mend(account, hands.mends.get(account.mention.id, ()))
        if shape is not None and shape != account:
            yield shape


def _states(
    group: _Group,
    found: Found,
    families: Mapping[str, str],
    sides: Mapping[str, str],
) -> Iterator[tuple[datetime, tuple[Incident, ...]]]:
    """Yield the incidents of a group from each instant at which something was learnt."""
    for instant in group.instants:
        known = tuple(account for account in group.accounts if account.known_at <= instant)
        ids = {account.mention.id for account in known}
        recorded = [d for d in group.decisions if d.recorded_at <= instant]
        here = {d.id: tuple(m if m in ids else None for m in found[d.id]) for d in recorded}
        hands = hands_of(recorded, here)
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
