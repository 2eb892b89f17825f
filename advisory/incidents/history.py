"""The incidents as they were known over time.

One version lasts from the instant at which a report told something about it until the next does.
What is known at an instant is exactly what `resolve` makes of the accounts known by then. What a
person mended is known with the report it mends (decision 5): a wrong reading was wrong from the
start, and no level rests on it, then or now; a replay is given the decisions of its own time. The
cost is not that of resolving everything at every instant: accounts that can never meet are replayed
apart, each group only at its own instants, and a group that was worked out before is not worked out
again. Where a crowd tells of one thing, word that only repeats its owner's last is waited with
until the end of its day: ten thousand copies make no ten thousand versions.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime

from advisory.incidents.accounts import in_order
from advisory.incidents.candidates import alike, components, nodes_of
from advisory.incidents.hands import Found, Hands, find_mentions, hands_of, in_force
from advisory.incidents.resolve import NONE, mended, resolve_with
from advisory.model.decision import Decision
from advisory.model.incident import Account, Incident, IncidentVersion, Mention

_TELLING = tuple(
    part.name
    for part in fields(Mention)
    if part.name not in {"id", "report", "trigger", "evidence", "claims"}
)
_CROWD = 30  # so many accounts may meet; in a smaller group every instant is told

Kept = dict[Hashable, tuple[IncidentVersion, ...]]
"""What groups of accounts came to, to be used again: for the same families and sides."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Accounts that may meet at some instant, and the decisions about them with what they find."""

    accounts: tuple[Account, ...]
    decisions: tuple[tuple[Decision, tuple[str | None, ...]], ...]


def incident_versions(
    accounts: Iterable[Account],
    decisions: Iterable[Decision] = (),
    *,
    families: Mapping[str, str] = NONE,
    sides: Mapping[str, str] = NONE,
    kept: Kept | None = None,
) -> tuple[IncidentVersion, ...]:
    """Return every version of every incident, by the instant it became known and id.

    All mentions of one report must have one known-at. The arguments are those of `resolve`; `kept`
    is what an earlier call left, for the same families and sides: only what has changed since is
    worked out, and added.
    """
    told, decided = in_order(accounts), in_force(decisions)
    found = find_mentions(decided, told)
    before = {} if kept is None else kept
    versions: list[IncidentVersion] = []
    for group in _groups(told, decided, found, families):
        if group not in before:
            before[group] = tuple(_versions(_states(group, families, sides)))
        versions += before[group]
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
        yield _Group(accounts, tuple((d, found[d.id]) for d in decisions.values()))


def _named(found: Iterable[str | None]) -> list[str]:
    return [mention for mention in found if mention is not None]


def _states(
    group: _Group, families: Mapping[str, str], sides: Mapping[str, str]
) -> Iterator[tuple[datetime, tuple[Incident, ...]]]:
    """Yield the incidents of a group from each instant at which something was learnt."""
    decided = tuple(decision for decision, _ in group.decisions)
    for instant in _instants(group):
        known = tuple(account for account in group.accounts if account.known_at <= instant)
        ids = {account.mention.id for account in known}
        here = {d.id: tuple(m if m in ids else None for m in found) for d, found in group.decisions}
        yield instant, resolve_with(known, hands_of(decided, here), families=families, sides=sides)


def _instants(group: _Group) -> list[datetime]:
    """Return the instants to look at: of a crowd's, not those that bring echoes before the last."""
    instants = sorted({account.known_at for account in group.accounts})
    if len(group.accounts) < _CROWD:
        return instants
    last_of_day = {instant.date(): instant for instant in instants}
    decided = {mention for _, found in group.decisions for mention in found}
    news = {a.known_at for a in group.accounts if a.mention.id in decided}
    news |= set(instants) - _echoing(group.accounts)
    return [at for at in instants if at in news or at == last_of_day[at.date()]]


def _echoing(accounts: Sequence[Account]) -> set[datetime]:
    """Return the instants at which owners only repeat what they told last, and nothing else."""
    alone = Counter(account.mention.report for account in accounts)
    last: dict[str, Account] = {}
    echoes: set[datetime] = set()
    news: set[datetime] = set()
    for account in accounts:
        before = last.get(account.owner)
        is_echo = before is not None and alone[account.mention.report] == 1
        same = is_echo and before is not None and _said(account) == _said(before)
        (echoes if same else news).add(account.known_at)
        last[account.owner] = account
    return echoes - news


def _said(account: Account) -> tuple[object, ...]:
    """Return what an account says, without what tells one copy from another."""
    told = (getattr(account.mention, name) for name in _TELLING)
    claims = tuple(replace(claim, spans=()) for claim in account.mention.claims)
    voice = (account.origin, account.reliability, account.tlp, account.kind, account.party)
    return (*told, claims, *voice)


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
