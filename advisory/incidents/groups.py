"""Accounts in groups that nothing can join: kept from day to day, changed only where one is new.

A **group** holds the accounts that may meet at some instant, and the decisions about them with what
each of them finds. What comes in joins the groups that it is alike to, or that a person ties it to;
what changes or leaves takes its own group apart, whose other members are put in anew. All else is
left as it is. Whatever the order and the pieces in which accounts came, equal accounts and
decisions stand in equal groups.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from advisory.incidents.accounts import in_order
from advisory.incidents.hands import Hands, find_mentions, hands_of, in_force, mend
from advisory.incidents.kinds import Kind, Kinds
from advisory.incidents.traits import traits_of
from advisory.model.decision import Decision
from advisory.model.incident import Account
from advisory.model.marking import SourceKind

About = tuple[Decision, tuple[str | None, ...]]
"""A decision, and the mention that each of its anchors finds."""


@dataclass(slots=True, eq=False)
class Home:
    """One group as it stands: the mentions in it, in no order."""

    mentions: list[str]


@dataclass(slots=True)
class Groups:
    """The groups of all accounts that were taken in, by one table of families and of sides."""

    families: Mapping[str, str]
    sides: Mapping[str, str]
    accounts: dict[str, Account] = field(default_factory=dict)
    _homes: dict[str, Home] = field(default_factory=dict)
    _kinds: Kinds[str] = field(default_factory=Kinds)
    _kind: dict[str, Kind[str]] = field(default_factory=dict)
    _told: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _decided: dict[str, About] = field(default_factory=dict)
    _about: dict[str, list[About]] = field(default_factory=dict)

    def change(
        self, new: Iterable[Account], gone: Iterable[str], decisions: Iterable[Decision]
    ) -> tuple[set[Home], set[Home]]:
        """Take accounts in and out; return the groups that are no more, and those new or changed.

        Args:
            new: What was not told before, or is told otherwise now.
            gone: The mentions that are told no longer.
            decisions: All that people decided, not only what is new.
        """
        told = in_order(new)
        moved = dict.fromkeys([*gone, *(account.mention.id for account in told)])
        for name in moved:
            self._forget(name)
        for account in told:
            self.accounts[account.mention.id] = account
            self._told[account.mention.report].add(account.mention.id)
        hands = self._attach(in_force(decisions), moved)
        ended = self._take_apart(moved)
        loose = {name for home in ended for name in home.mentions} | moved.keys()
        put = sorted(loose & self.accounts.keys())
        for name in put:
            self._put(name, hands, ended)
        for about in {about[0].id: about for name in put for about in self._about.get(name, ())}:
            self._tie(self._decided[about], ended)
        return ended, {self._homes[name] for name in put}

    def accounts_in(self, home: Home) -> tuple[Account, ...]:
        """Return the accounts of a group, in canonical order."""
        return in_order(self.accounts[name] for name in home.mentions)

    def decisions_about(self, home: Home) -> tuple[About, ...]:
        """Return the decisions about a group, oldest first."""
        ids = {about[0].id for name in home.mentions for about in self._about.get(name, ())}
        return tuple(self._decided[one] for one in self._decided if one in ids) if ids else ()

    def _forget(self, name: str) -> None:
        if account := self.accounts.pop(name, None):
            self._told[account.mention.report].discard(name)

    def _attach(self, decided: Sequence[Decision], moved: dict[str, None]) -> Hands:
        """Attach the decisions anew; the mentions for which that is news are moved too."""
        reports = {anchor.report for decision in decided for anchor in decision.anchors}
        told = in_order(self.accounts[m] for r in reports for m in self._told.get(r, ()))
        found = find_mentions(decided, told)
        before, self._about = self._decided, {}
        self._decided = {decision.id: (decision, found[decision.id]) for decision in decided}
        for about in self._decided.values():
            for name in _ends(about):
                self._about.setdefault(name, []).append(about)
        for one in before.keys() | self._decided.keys():
            was, now = before.get(one), self._decided.get(one)
            if was != now:
                moved.update(dict.fromkeys((*_ends(was), *_ends(now))))
        return hands_of(decided, found)

    def _take_apart(self, moved: Iterable[str]) -> set[Home]:
        """Take apart the groups of these mentions; return them."""
        ended = {self._homes[name] for name in moved if name in self._homes}
        for name in [name for home in ended for name in home.mentions]:
            del self._homes[name]
            if kind := self._kind.pop(name, None):
                self._kinds.drop(kind, name)
        return ended

    def _put(self, name: str, hands: Hands, ended: set[Home]) -> None:
        """Put one account in, together with all that it is alike to."""
        self._homes[name] = Home([name])
        account = mend(self.accounts[name], hands.mends.get(name, ()))
        if account is None or account.mention.background or account.mention.aggregate:
            return
        is_row = account.kind is SourceKind.DATASET
        kind = self._kinds.of(traits_of(account, self.families, self.sides))
        for other in self._alike(kind, is_row=is_row):
            self._unite(name, other, ended)
        self._kind[name] = kind
        self._kinds.put(kind, name, is_row=is_row)

    def _alike(self, kind: Kind[str], *, is_row: bool) -> Iterator[str]:
        """Yield enough of what is alike to one that comes in: all of it is together with these."""
        if kind.told and not kind.is_vague:
            yield next(iter(kind.told))
            return
        for _, other in list(self._kinds.alike(kind, is_row=is_row)):
            yield from list(other.told)[:1]
            if not is_row:
                yield from other.rows

    def _tie(self, about: About, ended: set[Home]) -> None:
        first, *others = _ends(about)
        for other in others:
            self._unite(first, other, ended)

    def _unite(self, one: str, other: str, ended: set[Home]) -> None:
        small, large = sorted(
            (self._homes[one], self._homes[other]), key=lambda home: len(home.mentions)
        )
        if small is large:
            return
        large.mentions += small.mentions
        self._homes.update(dict.fromkeys(small.mentions, large))
        ended.add(small)


def _ends(about: About | None) -> list[str]:
    return [name for name in about[1] if name is not None] if about else []
