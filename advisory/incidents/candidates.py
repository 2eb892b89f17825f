"""Which accounts are worth comparing: nodes, the pairs that are alike, and what hangs together.

Accounts with equal traits make one **node**, so that ten thousand copies of a story cost one
comparison; alone stay the rows of a dataset (they are incidents by their own id), accounts that a
person tied or kept apart, accounts too vague to match even themselves, and a second account of one
report. Two nodes are compared only where they share country (or the name of a place that nobody
found in one), kind of event and day and their places can be one. What is alike, or tied by hand,
forms a **component**: nothing outside it can change what becomes of the accounts inside.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain, combinations, combinations_with_replacement, product

from advisory.incidents.hands import Hands
from advisory.incidents.similarity import (
    MERGE_POINTS,
    Traits,
    are_apart,
    kin_of,
    place_points_of,
    points,
    traits_of,
)
from advisory.model.incident import Account
from advisory.model.marking import SourceKind
from advisory.model.value import Place

Edge = tuple[int, int, int]  # minus the points, then the two nodes: sorts best first
_Here = tuple[list[int], list[int]]  # the nodes of one place and day: told by reports, rows


@dataclass(frozen=True, slots=True)
class Node:
    """Accounts that nothing tells apart, in canonical order."""

    traits: Traits
    accounts: tuple[Account, ...]
    reports: frozenset[str]
    is_row: bool

    @property
    def mentions(self) -> Iterator[str]:
        """The ids of its mentions."""
        return (account.mention.id for account in self.accounts)


def nodes_of(
    accounts: Sequence[Account], hands: Hands, families: Mapping[str, str]
) -> tuple[Node, ...]:
    """Return the nodes of these accounts (in canonical order), in order of their first accounts."""
    linked = hands.linked
    kinds: dict[Traits, int] = {}
    is_vague: list[bool] = []
    told: Counter[tuple[str, int]] = Counter()
    together: dict[tuple[int, int, str], list[Account]] = defaultdict(list)
    for account in accounts:
        traits = traits_of(account, families)
        kind = kinds.setdefault(traits, len(kinds))
        if kind == len(is_vague):
            is_vague.append(points(traits, traits) < MERGE_POINTS)
        by_hand = account.mention.id in linked
        alone = is_vague[kind] or by_hand or account.kind is SourceKind.DATASET
        before = told[account.mention.report, kind]
        told[account.mention.report, kind] += 1
        together[kind, before, account.mention.id if alone else ""].append(account)
    traits_by_kind = tuple(kinds)
    return tuple(_node(traits_by_kind[kind], group) for (kind, _, _), group in together.items())


def edges_of(nodes: Sequence[Node], hands: Hands) -> list[Edge]:
    """Return the pairs of nodes that may be joined, best first."""
    return sorted(
        edge for edge in alike(nodes) if not are_kept_apart(nodes[edge[1]], nodes[edge[2]], hands)
    )


def alike(nodes: Sequence[Node]) -> Iterator[Edge]:
    """Yield the pairs of nodes whose traits are alike enough for one incident."""
    for one, other in _met(nodes):
        score = points(nodes[one].traits, nodes[other].traits)
        if score >= MERGE_POINTS and not are_apart(nodes[one].traits, nodes[other].traits):
            yield -score, one, other


def are_kept_apart(one: Node, other: Node, hands: Hands) -> bool:
    """Whether two nodes may not be joined without a person's word.

    They may not when their days or places exclude each other, when one report tells both (its
    reader found two), when both are rows of a dataset, or when a person said so.
    """
    return (
        (one.is_row and other.is_row)
        or are_apart(one.traits, other.traits)
        or not one.reports.isdisjoint(other.reports)
        or are_apart_by_hand(one, other, hands)
    )


def are_apart_by_hand(one: Node, other: Node, hands: Hands) -> bool:
    """Whether a person said that these are not one incident."""
    if not hands.apart:
        return False
    pairs = ((a, b) for a in one.mentions for b in other.mentions)
    return any((min(pair), max(pair)) in hands.apart for pair in pairs)


def ties_of(nodes: Sequence[Node], hands: Hands) -> list[tuple[int, int]]:
    """Return the pairs of nodes that a person tied together."""
    where = {mention: index for index, node in enumerate(nodes) for mention in node.mentions}
    pairs = [(where.get(a), where.get(b)) for a, b in hands.together]
    return [(a, b) for a, b in pairs if a is not None and b is not None]


def components(size: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the numbers below `size` in groups that hang together, each in order.

    >>> components(4, [(0, 2), (2, 3)])
    [[0, 2, 3], [1]]
    """
    parent = list(range(size))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for one, other in pairs:
        low, high = sorted((root(one), root(other)))
        parent[high] = low
    groups: dict[int, list[int]] = defaultdict(list)
    for node in range(size):
        groups[root(node)].append(node)
    return list(groups.values())


def _node(traits: Traits, accounts: Sequence[Account]) -> Node:
    return Node(
        traits=traits,
        accounts=tuple(accounts),
        reports=frozenset(account.mention.report for account in accounts),
        is_row=accounts[0].kind is SourceKind.DATASET,
    )


def _met(nodes: Sequence[Node]) -> Iterator[tuple[int, int]]:
    """Yield each pair that shares country, kind of event and a day, and whose places can be one."""
    examples = {_place_of(node): node.traits for node in nodes}  # one of each place
    places = list(examples.values())
    numbers = {place: number for number, place in enumerate(examples)}
    homeless = {name for traits in places if not _country(traits) for name in traits.names}
    blocks: dict[tuple[str, str, int], dict[int, _Here]] = defaultdict(dict)
    for index, node in enumerate(nodes):
        place = numbers[_place_of(node)]
        for key in _blocks(node.traits, homeless):
            here = blocks[key].setdefault(place, ([], []))
            here[node.is_row].append(index)

    @cache
    def can_meet(one: int, other: int) -> bool:
        return place_points_of(places[one], places[other]) > 0

    for (_, _, day), by_place in blocks.items():
        for one, other in combinations_with_replacement(sorted(by_place), 2):
            if can_meet(one, other):
                yield from _pairs(by_place[one], by_place[other], day, nodes)


def _pairs(
    ours: _Here, theirs: _Here, day: int, nodes: Sequence[Node]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of nodes of two places, each on its first common day alone."""
    told, rows = ours
    if ours is theirs:
        pairs = chain(combinations(told, 2), product(told, rows))
    else:
        pairs = chain(product(told, (*theirs[0], *theirs[1])), product(rows, theirs[0]))
    for one, other in pairs:
        if max(nodes[one].traits.first, nodes[other].traits.first).toordinal() == day:
            yield min(one, other), max(one, other)


def _blocks(traits: Traits, homeless: Container[str]) -> Iterator[tuple[str, str, int]]:
    """Return where an account is looked for: in its country, and by a name that has none."""
    if points(traits, traits) < MERGE_POINTS or traits.place is None:
        return
    country, kin = _country(traits), kin_of(traits.family)
    names = [name for name in traits.names if not country or name in homeless]
    for day in range(traits.first.toordinal(), traits.last.toordinal() + 1):
        for where in (country, *names):
            if where:
                yield where, kin, day


def _country(traits: Traits) -> str:
    """Return the country of a place, or the region of one that has none."""
    place = traits.place
    return "" if place is None else place.country or "".join(place.regions[:1])


def _place_of(node: Node) -> tuple[Place | None, tuple[str, ...]]:
    return node.traits.place, node.traits.names
