"""What people decided about the reading: values set, mentions rejected, accounts tied or parted.

A decision hangs on a report and the words that triggered a mention (decision 4). Here it finds the
mention again, by the overlap of the words, so that it holds after the reader has changed; one that
finds nothing is an orphan and goes to review. One decision may be about several mentions: a `set`
or `reject` about every account of an incident, a link about a first mention and each of the others.
A decision that was undone is not there; where two contradict each other, the newer holds.
`Decision.value` of a `set` is the JSON of the field's type, so that a replay needs no gazetteer and
no rule base. The report and what was read of it stay as they are: the hand lies over them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import get_type_hints

import msgspec

from advisory.errors import UnknownName
from advisory.model.decision import Anchor, Decision, Verb
from advisory.model.incident import Account, Mention
from advisory.model.value import Count, Evidence, Part
from advisory.model.vocabulary import Category, Hazard

HAND = "hand:"  # the rule id of evidence that a person gave
SETTABLE = (
    "type", "place", "date", "killed", "injured", "abducted", "freed", "killed_parts",
    "injured_parts", "actors", "targets", "weapons", "status", "background", "aggregate",
)  # fmt: skip

Found = Mapping[str, tuple[str | None, ...]]
"""By the id of a decision: for each of its anchors the mention it finds, or None."""

_MENDS = frozenset({Verb.SET, Verb.REJECT})
_LINKS = frozenset({Verb.MUST_LINK, Verb.CANNOT_LINK})
_PARTS = {"killed": "killed_parts", "injured": "injured_parts"}


@dataclass(frozen=True, slots=True)
class Kind:
    """What a `set` of `type` gives: a type has exactly one category and one hazard."""

    type: str
    category: Category
    hazard: Hazard


_HINTS = {**get_type_hints(Mention), "type": Kind}


@dataclass(frozen=True, slots=True)
class Hands:
    """The decisions in force, each with the mentions it is about.

    `mends` has for each mention id its `set` and `reject`, oldest first; `together` and `apart`
    are pairs of mention ids that do not contradict each other; `orphans` found no mention.
    """

    mends: Mapping[str, tuple[Decision, ...]] = field(default_factory=dict)
    together: tuple[tuple[str, str], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    orphans: tuple[Decision, ...] = ()

    @property
    def linked(self) -> frozenset[str]:
        """The mentions that a person tied to another or kept from one."""
        return frozenset(one for pair in (*self.together, *self.apart) for one in pair)


def attach(decisions: Iterable[Decision], accounts: Iterable[Account]) -> Hands:
    """Return the decisions in force, attached to the mentions they are about."""
    decided = tuple(decisions)
    return hands_of(decided, find_mentions(decided, accounts))


def find_mentions(decisions: Iterable[Decision], accounts: Iterable[Account]) -> Found:
    """Return, by the id of each decision, the id of the mention that each of its anchors finds."""
    told: dict[str, list[Mention]] = defaultdict(list)
    for account in accounts:
        told[account.mention.report].append(account.mention)
    return {decision.id: _mentions(decision, told) for decision in decisions}


def hands_of(decisions: Iterable[Decision], found: Found) -> Hands:
    """Return the decisions in force, given the mentions that each of them is about."""
    mends: dict[str, tuple[Decision, ...]] = {}
    links: list[tuple[Verb, tuple[str, ...]]] = []
    orphans: list[Decision] = []
    for decision in in_force(decisions):
        mentions = tuple(dict.fromkeys(one for one in found[decision.id] if one is not None))
        if not _has_hold(decision, found[decision.id]):
            orphans.append(decision)
        elif decision.verb in _MENDS:
            mends |= {one: (*mends.get(one, ()), decision) for one in mentions}
        elif decision.verb in _LINKS:
            links.append((decision.verb, mentions))
    together, apart = _links(links)
    return Hands(mends, together, apart, tuple(orphans))


def _has_hold(decision: Decision, mentions: Sequence[str | None]) -> bool:
    """Whether enough was found for the decision to mean what it meant.

    To keep apart, the first mention must be there: it is the one that is kept from the others.
    """
    if decision.verb is Verb.CANNOT_LINK and mentions[0] is None:
        return False
    ends = 2 if decision.verb in _LINKS else 1
    return len(mentions) - mentions.count(None) >= ends


def mend(account: Account, mends: Iterable[Decision]) -> Account | None:
    """Return the account as people mended it; None when they rejected it."""
    for decision in mends:
        if decision.verb is Verb.REJECT:
            return None
        account = replace(account, mention=_with_field(account.mention, decision))
    return account


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return the decisions about the reading that nobody undid, oldest first."""
    dated = _by_age(decisions)
    taken_back = undone(dated)
    held = (d for d in dated if d.anchors and d.id not in taken_back)
    return tuple({decision.id: decision for decision in held}.values())


def undone(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the ids of what was taken back; the undo of an undo brings it back."""
    taken_back: set[str] = set()
    for decision in reversed(_by_age(decisions)):
        if decision.verb is Verb.UNDO and decision.undoes and decision.id not in taken_back:
            taken_back.add(decision.undoes)
    return frozenset(taken_back)


def _by_age(decisions: Iterable[Decision]) -> list[Decision]:
    return sorted(decisions, key=lambda d: (d.recorded_at, d.verb is Verb.UNDO, d.id))


def field_value(name: str | None, value: str | None) -> object:
    """Return the value that a `set` gives to a field of a mention.

    Raises:
        UnknownName: If there is no such field to set.
        msgspec.ValidationError: If the JSON does not fit the field.

    >>> field_value("killed", '{"low": 14, "high": null, "qualifier": "at_least"}').best
    14
    """
    if name not in SETTABLE:
        raise UnknownName("field to set", name or "", SETTABLE)
    return msgspec.json.decode(value or "null", type=_HINTS[name])


def _with_field(mention: Mention, decision: Decision) -> Mention:
    name = decision.field or ""
    value = field_value(decision.field, decision.value)
    others = tuple(evidence for evidence in mention.evidence if evidence.field != name)
    spans = tuple(one.span for one in decision.anchors if one.report == mention.report)
    changes: dict[str, object] = {name: value}
    if isinstance(value, Kind):
        changes = {"type": value.type, "category": value.category, "hazard": value.hazard}
    if name in _PARTS:
        total = value if isinstance(value, Count) else None
        parts: tuple[Part, ...] = getattr(mention, _PARTS[name])
        changes[_PARTS[name]] = tuple(part for part in parts if _is_inside(part, total))
    changes["evidence"] = (*others, Evidence(name, spans, f"{HAND}{decision.id}"))
    return replace(mention, **changes)  # type: ignore[arg-type]  # the names are those of SETTABLE


def _is_inside(part: Part, total: Count | None) -> bool:
    """Whether a part can lie inside the total that a person gave; inside none it cannot."""
    return total is not None and (total.high is None or part.count.low <= total.high)


def _mentions(decision: Decision, told: Mapping[str, Sequence[Mention]]) -> tuple[str | None, ...]:
    return tuple(_mention(one, told.get(one.report, ())) for one in decision.anchors)


def _mention(anchor: Anchor, mentions: Iterable[Mention]) -> str | None:
    candidates = [
        (-_overlap(anchor, mention), mention.type != anchor.type, mention.trigger, mention.id)
        for mention in mentions
        if _overlap(anchor, mention) > 0
    ]
    return min(candidates)[-1] if candidates else None


def _overlap(anchor: Anchor, mention: Mention) -> int:
    first, last = max(anchor.span.start, mention.trigger.start), mention.trigger.end
    return min(anchor.span.end, last) - first


def _links(
    found: Sequence[tuple[Verb, tuple[str, ...]]],
) -> tuple[tuple[tuple[str, str], ...], frozenset[tuple[str, str]]]:
    """Take the newest first, and leave out what contradicts a newer one."""
    group: dict[str, frozenset[str]] = {}
    together: list[tuple[str, str]] = []
    apart: set[tuple[str, str]] = set()
    pairs = [(verb, first, other) for verb, (first, *others) in found for other in others]
    for verb, one, other in reversed(pairs):
        ours, theirs = (group.get(end, frozenset({end})) for end in (one, other))
        crossing = {_pair(a, b) for a in ours for b in theirs}
        if verb is Verb.CANNOT_LINK and ours != theirs:
            apart |= crossing
        elif verb is Verb.MUST_LINK and apart.isdisjoint(crossing):
            together.append(_pair(one, other))
            group.update(dict.fromkeys(ours | theirs, ours | theirs))
    return tuple(sorted(together)), frozenset(_spread(apart, group))


def _spread(
    apart: Iterable[tuple[str, str]], group: Mapping[str, frozenset[str]]
) -> Iterator[tuple[str, str]]:
    """Whoever is tied to one end of a pair kept apart is kept from the other end too."""
    for one, other in apart:
        for ours in group.get(one, frozenset({one})):
            for theirs in group.get(other, frozenset({other})):
                yield _pair(ours, theirs)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)
