"""Accounts become incidents: which of them tell of one thing that happened.

A pure function of the set of accounts: order, repetition and pieces of the input change nothing.
Inside each component the pairs are taken best first, and the two groups they belong to are joined
unless some account of one and some account of the other are kept apart; so two strikes on two days
stay two however vague the report between them. What people tied is joined last, whole groups at a
time, and what they kept apart is never joined. Background and aggregates form no incident. How the
fields and the grade of an incident come about is said in `fields`, `tolls` and `grading`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from advisory.incidents.accounts import in_order, order
from advisory.incidents.candidates import (
    Edge,
    Node,
    are_apart_by_hand,
    are_kept_apart,
    components,
    edges_of,
    nodes_of,
    ties_of,
)
from advisory.incidents.fields import incident_of
from advisory.incidents.hands import Hands, attach, mend
from advisory.incidents.reasons import why_same
from advisory.model.decision import Decision
from advisory.model.incident import Account, Incident

NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(slots=True)
class _Group:
    """Nodes that were found to be one incident, and why."""

    nodes: list[int]
    why: list[str]


def resolve(
    accounts: Iterable[Account],
    decisions: Iterable[Decision] = (),
    *,
    families: Mapping[str, str] = NONE,
    sides: Mapping[str, str] = NONE,
) -> tuple[Incident, ...]:
    """Return the incidents that these accounts tell of, in the order of their first accounts.

    Args:
        accounts: What was read, of any reports, in any order.
        decisions: All that people decided; those that do not mend a reading are passed over.
        families: Type to family; types of one family may be one incident.
        sides: Name of a party to the fight to its side; parties not named are a side each.
    """
    told = in_order(accounts)
    return resolve_with(told, attach(decisions, told), families=families, sides=sides)


def resolve_with(
    accounts: Sequence[Account],
    hands: Hands,
    *,
    families: Mapping[str, str],
    sides: Mapping[str, str],
) -> tuple[Incident, ...]:
    """Return the incidents of accounts in canonical order, with decisions already attached."""
    nodes = nodes_of(mended(accounts, hands), hands, families, sides)
    edges, ties = edges_of(nodes, hands), ties_of(nodes, hands)
    linked = [(one, other) for _, one, other in edges]
    found = []
    by_component = components(len(nodes), (*linked, *ties))
    home = {node: index for index, members in enumerate(by_component) for node in members}
    inside: list[list[Edge]] = [[] for _ in by_component]
    tied: list[list[tuple[int, int]]] = [[] for _ in by_component]
    for edge in edges:
        inside[home[edge[1]]].append(edge)
    for tie in ties:
        tied[home[tie[0]]].append(tie)
    for members, own_edges, own_ties in zip(by_component, inside, tied, strict=True):
        for group in _groups(members, own_edges, own_ties, nodes, hands):
            told = in_order(account for node in group.nodes for account in nodes[node].accounts)
            found.append(incident_of(told, why=tuple(group.why), sides=sides))
    return tuple(sorted(found, key=lambda incident: order(incident.accounts[0])))


def mended(accounts: Iterable[Account], hands: Hands) -> tuple[Account, ...]:
    """Return the accounts that can form incidents, as people mended them."""
    told = (mend(account, hands.mends.get(account.mention.id, ())) for account in accounts)
    return tuple(a for a in told if a and not a.mention.background and not a.mention.aggregate)


def _groups(
    members: Sequence[int],
    edges: Sequence[Edge],
    ties: Sequence[tuple[int, int]],
    nodes: Sequence[Node],
    hands: Hands,
) -> list[_Group]:
    groups = {node: _Group([node], _copies(nodes[node])) for node in members}
    for _, one, other in edges:
        ours, theirs = groups[one], groups[other]
        if ours is not theirs and not _any_pair(are_kept_apart, ours, theirs, nodes, hands):
            _join(groups, ours, theirs, _because(nodes[one], nodes[other]))
    for one, other in ties:
        ours, theirs = groups[one], groups[other]
        if ours is not theirs and not _any_pair(are_apart_by_hand, ours, theirs, nodes, hands):
            _join(groups, ours, theirs, _by_hand(nodes[one], nodes[other]))
    return list({id(group): group for group in groups.values()}.values())


def _any_pair(
    holds: Callable[[Node, Node, Hands], bool],
    ours: _Group,
    theirs: _Group,
    nodes: Sequence[Node],
    hands: Hands,
) -> bool:
    pairs = ((nodes[a], nodes[b]) for a in ours.nodes for b in theirs.nodes)
    return any(holds(one, other, hands) for one, other in pairs)


def _join(groups: dict[int, _Group], ours: _Group, theirs: _Group, why: str) -> None:
    ours.nodes.extend(theirs.nodes)
    ours.why.extend((*theirs.why, why))
    groups.update(dict.fromkeys(theirs.nodes, ours))


def _copies(node: Node) -> list[str]:
    reports = [account.mention.report for account in node.accounts]
    if len(reports) == 1:
        return []
    more = f" and {len(reports) - 2} more" if len(reports) > 2 else ""  # noqa: PLR2004 - one named
    told = why_same(node.traits, node.traits)
    return [f"{reports[1]}{more} and {reports[0]} tell the same: {told}"]


def _because(one: Node, other: Node) -> str:
    return (
        f"{_first(other)} and {_first(one)} tell of the same: {why_same(one.traits, other.traits)}"
    )


def _by_hand(one: Node, other: Node) -> str:
    return f"a person tied {_first(other)} to {_first(one)}"


def _first(node: Node) -> str:
    return node.accounts[0].mention.report
