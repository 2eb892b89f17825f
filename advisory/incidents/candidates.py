"""Which accounts are worth comparing: nodes, the pairs that are alike, and what hangs together.

Accounts with equal traits make one **node**, so that ten thousand copies of a story cost one
comparison; alone stay the rows of a dataset (they are incidents by their own id), accounts that a
person tied or kept apart, accounts too vague to match even themselves, and a second account of one
report. Which nodes are compared is said in `kinds`. What is alike, or tied by hand, forms a
**component**: nothing outside it can change what becomes of the accounts inside.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisory.incidents.hands import Hands
from advisory.incidents.kinds import Kinds
from advisory.incidents.similarity import MERGE_POINTS, are_apart, points
from advisory.incidents.traits import Traits, traits_of
from advisory.model.incident import Account
from advisory.model.marking import SourceKind

Edge = tuple[int, int, int]  # minus the points, then the two nodes: sorts best first


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
    accounts: Sequence[Account],
    hands: Hands,
    families: Mapping[str, str],
    sides: Mapping[str, str],
) -> tuple[Node, ...]:
    """Return the nodes of these accounts (in canonical order), in order of their first accounts."""
    linked = hands.linked
    kinds: dict[Traits, int] = {}
    is_vague: list[bool] = []
    told: Counter[tuple[str, int]] = Counter()
    together: dict[tuple[int, int, str], list[Account]] = defaultdict(list)
    for account in accounts:
        traits = traits_of(account, families, sides)
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
    kinds: Kinds[int] = Kinds()
    for index, node in enumerate(nodes):
        kind = kinds.of(node.traits)
        for score, other in kinds.alike(kind, is_row=node.is_row):
            met = other.told if node.is_row else (*other.told, *other.rows)
            yield from ((-score, before, index) for before in met)
        kinds.put(kind, index, is_row=node.is_row)


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
