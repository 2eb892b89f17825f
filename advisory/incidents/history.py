"""The incidents as they were known over time.

One version lasts from the instant at which a report told something about it until the next does.
What is known at an instant is exactly what `resolve` makes of the accounts known by then. What a
person mended is known with the report it mends (decision 5): a wrong reading was wrong from the
start, and no level rests on it, then or now; a replay is given the decisions of its own time. The
cost is not that of resolving everything at every instant: accounts that can never meet are replayed
apart, each group only at its own instants. A `History` is kept from day to day, and what a new day
brings costs only the groups that it joins, however long the history. Where a crowd tells of one
thing, word that only repeats its owner's last is waited with until the end of its day: ten thousand
copies make no ten thousand versions.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from itertools import chain

from advisory.incidents.accounts import in_order
from advisory.incidents.groups import About, Groups, Home
from advisory.incidents.hands import hands_of
from advisory.incidents.resolve import NONE, resolve_with
from advisory.model.decision import Decision
from advisory.model.incident import Account, Incident, IncidentVersion, Mention

_TELLING = tuple(
    part.name
    for part in fields(Mention)
    if part.name not in {"id", "report", "trigger", "evidence", "claims"}
)
_CROWD = 30  # so many accounts may meet; in a smaller group every instant is told


@dataclass(slots=True)
class History:
    """All that was told so far, and the versions that it came to.

    Attributes:
        families: Type to family; types of one family may be one incident.
        sides: Name of a party to the fight to its side; parties not named are a side each.
    """

    families: Mapping[str, str]
    sides: Mapping[str, str]
    _groups: Groups = field(init=False)
    _versions: dict[Home, tuple[IncidentVersion, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nothing told."""
        self._groups = Groups(self.families, self.sides)

    def learn(
        self,
        new: Iterable[Account],
        decisions: Iterable[Decision] = (),
        gone: Iterable[str] = (),
    ) -> tuple[IncidentVersion, ...]:
        """Take in what is new; return the versions of all that it touches.

        Args:
            new: What was not told before; one whose mention was told takes the other's place. All
                mentions of one report must have one known-at.
            decisions: All that people decided, not only what is new.
            gone: The mentions that are told no longer.
        """
        ended, changed = self._groups.change(new, gone, decisions)
        for home in ended:
            self._versions.pop(home, None)
        made = {home: tuple(_versions(self._states(home))) for home in changed}
        self._versions |= made
        return _in_order(made)

    def of(
        self, accounts: Iterable[Account], decisions: Iterable[Decision] = ()
    ) -> tuple[IncidentVersion, ...]:
        """Return the versions of these accounts and no others; only what is new is worked out."""
        told = in_order(accounts)
        before = self._groups.accounts
        gone = before.keys() - {account.mention.id for account in told}
        new = [account for account in told if before.get(account.mention.id) != account]
        self.learn(new, decisions, gone)
        return self.versions

    @property
    def versions(self) -> tuple[IncidentVersion, ...]:
        """Every version of every incident, by the instant it became known and id."""
        return _in_order(self._versions)

    def _states(self, home: Home) -> Iterator[tuple[datetime, tuple[Incident, ...]]]:
        """Yield the incidents of a group from each instant at which something was learnt."""
        accounts, about = self._groups.accounts_in(home), self._groups.decisions_about(home)
        decided = tuple(decision for decision, _ in about)
        for instant in _instants(accounts, about):
            known = tuple(account for account in accounts if account.known_at <= instant)
            ids = {account.mention.id for account in known}
            here = {d.id: tuple(m if m in ids else None for m in found) for d, found in about}
            hands = hands_of(decided, here)
            yield (
                instant,
                resolve_with(known, hands, families=self.families, sides=self.sides),
            )


def incident_versions(
    accounts: Iterable[Account],
    decisions: Iterable[Decision] = (),
    *,
    families: Mapping[str, str] = NONE,
    sides: Mapping[str, str] = NONE,
) -> tuple[IncidentVersion, ...]:
    """Return every version of every incident; the arguments are those of `resolve`."""
    return History(families, sides).of(accounts, decisions)


def _in_order(
    found: Mapping[Home, tuple[IncidentVersion, ...]],
) -> tuple[IncidentVersion, ...]:
    versions = chain.from_iterable(found.values())
    return tuple(sorted(versions, key=lambda version: (version.known_from, version.incident.id)))


def _instants(accounts: Sequence[Account], about: Iterable[About]) -> list[datetime]:
    """Return the instants to look at: of a crowd's, not those that bring echoes before the last."""
    instants = sorted({account.known_at for account in accounts})
    if len(accounts) < _CROWD:
        return instants
    last_of_day = {instant.date(): instant for instant in instants}
    decided = {mention for _, found in about for mention in found}
    news = {a.known_at for a in accounts if a.mention.id in decided}
    news |= set(instants) - _echoing(accounts)
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
