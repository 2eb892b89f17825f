"""Who takes part, and how: read from where an actor's name stands to the trigger.

Names come from the lexicon and, before it, from the report itself: "Fighters for the Hills (FFH)"
teaches that FFH is that group for the length of the report. Roles: whoever "by" leads, stands
before an active verb or is blamed, is a perpetrator; both sides of a clash are parties; whoever
helps is a supporter; the rest after the verb are targets. Who only speaks has no role here.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.extraction.page import Page
from advisory.extraction.scan import Hit
from advisory.model.value import Actor
from advisory.model.vocabulary import ActorKind, ActorRole
from advisory.rulebook.book import ActorEntry

_DEFINED = re2.compile(
    r"\b((?:[A-Z][A-Za-z'-]+ )(?:(?:[A-Z][A-Za-z'-]+|of|for|the|and|in|de|des|la) ){1,8})"
    r"\(([A-Z][A-Z0-9-]{1,9})\)"
)
_PASSIVE = re2.compile(r"\b(?:was|were|been|being|is|are)\s+(?:\w+ly\s+)?$")
_BY = re2.compile(r"\bby\s+(?:[\w'-]+\s+){0,4}$")
_DOING = re2.compile(
    r"\b(?:launched|conducted|staged|mounted|perpetrated|committed|made|planted|threw|hurled|placed"
    r"|set off|detonated|triggered|carried out|carrying out|executed|caused)\b"
)
_AGAINST = re2.compile(r"\b(?:on|against|at|of|targeting|towards?)\s+(?:[\w'-]+\s+){0,4}$")
_JOINED = re2.compile(r"^[\s,]*(?:and|,|along with|or)\s+(?:the\s+)?$")
_NEAR, _REACH = 60, 160
_TWO_SIDED = frozenset({"armed_clash", "communal_clash", "ground_assault", "town_seized"})
_FIGHTING = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE, ActorKind.PRIVATE_FORCE})
_GROUP_WORDS = (
    "front",
    "army",
    "movement",
    "group",
    "forces",
    "force",
    "brigade",
    "liberation",
    "party",
    "militia",
    "council",
    "organization",
    "organisation",
    "fighters",
    "battalion",
    "command",
    "coalition",
    "coordination",
    "alliance",
    "state",
)


@dataclass(frozen=True, slots=True)
class ActorFound:
    """An actor in a text, by offsets, with the entry that names it."""

    start: int
    end: int
    id: str
    name: str
    kind: ActorKind
    rule: str
    is_unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One actor's part in one telling."""

    found: ActorFound
    actor: Actor


class ActorReader:
    """Finds actors by the lexicon of one language."""

    def __init__(self, entries: Mapping[str, ActorEntry], language: str) -> None:
        self._entries = entries
        self._language = language

    def actors(self, page: Page, hits: Sequence[Hit]) -> list[ActorFound]:
        """Return the actors of a page in its order, those it defines itself among them."""
        taught = list(_taught(page))
        found = [
            self._found(hit)
            for hit in hits
            if hit.kind == "actors" and not any(t.start <= hit.start < t.end for t in taught)
        ]
        return sorted([*found, *taught], key=lambda one: (one.start, one.end))

    def _found(self, hit: Hit) -> ActorFound:
        entry = self._entries[hit.id]
        unnamed = entry.side == "unnamed" or hit.id.startswith("gen_")
        return ActorFound(
            hit.start, hit.end, hit.id, entry.name, entry.kind, hit.rule(self._language), unnamed
        )


def _taught(page: Page) -> Iterator[ActorFound]:
    if page.is_shouted or "(" not in page.plain:
        return
    for match in _DEFINED.finditer(page.plain):
        name, short = match[1].strip(), match[2]
        initials = "".join(word[0] for word in name.split() if word[0].isupper())
        words = name.lower().split()
        if short.replace("-", "") != initials or not any(word in _GROUP_WORDS for word in words):
            continue
        at = page.plain.find(short)
        while at >= 0:
            yield ActorFound(
                at, at + len(short), f"taught:{short}", name, ActorKind.ARMED_GROUP, "actors/taught"
            )
            at = page.plain.find(short, at + 1)


def parts_of(
    page: Page,
    trigger: Hit,
    sentence: tuple[int, int],
    actors: Sequence[ActorFound],
    cues: Sequence[Hit],
) -> list[Part]:
    """Return the part of each actor in the sentence of a trigger."""
    parts: list[Part] = []
    before: Part | None = None
    for found in actors:
        role = _role(page, trigger, sentence, found, cues)
        joined = before and _JOINED.search(page.lower[before.found.end : found.start])
        if role is None and joined and before:
            role = (before.actor.role, before.actor.attributed)
        if role is not None:
            actor = Actor(found.name, role[0], found.kind, found.id, attributed=role[1])
            before = Part(found, actor)
            parts.append(before)
        else:
            before = None
    return parts


def _role(
    page: Page, trigger: Hit, sentence: tuple[int, int], found: ActorFound, cues: Sequence[Hit]
) -> tuple[ActorRole, bool] | None:
    """Return the role, and whether others ascribe it, by the first rule that speaks."""
    near = {cue.id: cue for cue in cues if abs(cue.end - found.start) <= _REACH}
    if _is_supporter(found, near, page):
        return ActorRole.SUPPORTER, False
    if _follows(near.get("blame"), found) or _claims(near.get("responsibility"), found):
        return ActorRole.PERPETRATOR, True
    if trigger.id in _TWO_SIDED and found.kind in _FIGHTING:
        return ActorRole.PARTY, False
    if _speaks(found, near, page):
        return None
    return _by_preposition(page, trigger, sentence, found) or _by_position(page, trigger, found)


def _by_preposition(
    page: Page, trigger: Hit, sentence: tuple[int, int], found: ActorFound
) -> tuple[ActorRole, bool] | None:
    before = page.lower[max(sentence[0], found.start - _NEAR) : found.start]
    if _BY.search(before):
        return ActorRole.PERPETRATOR, False
    if _AGAINST.search(before) and found.start > trigger.start:
        return ActorRole.TARGET, False
    return None


def _is_supporter(found: ActorFound, near: Mapping[str, Hit], page: Page) -> bool:
    support = near.get("support")
    if support and 0 <= found.start - support.end <= _NEAR // 2:
        return True
    after = page.lower[found.end : found.end + 14].split()
    return bool(after) and after[0].strip(",.") == "support"


def _follows(cue: Hit | None, found: ActorFound) -> bool:
    return cue is not None and 0 <= found.start - cue.end <= _NEAR


def _claims(cue: Hit | None, found: ActorFound) -> bool:
    return cue is not None and 0 <= cue.start - found.end <= _NEAR // 2


def _speaks(found: ActorFound, near: Mapping[str, Hit], page: Page) -> bool:
    for name in ("say", "claim", "confirm", "deny"):
        cue = near.get(name)
        if cue is None:
            continue
        says = 0 <= cue.start - found.end <= _NEAR // 3
        cited = (
            page.lower[cue.start : cue.end] == "according to" and 0 <= found.start - cue.end < _NEAR
        )
        if says or cited:
            return True
    return False


def _by_position(page: Page, trigger: Hit, found: ActorFound) -> tuple[ActorRole, bool] | None:
    if found.start >= trigger.end:
        return (ActorRole.TARGET, False) if found.start - trigger.end <= _NEAR else None
    if trigger.start - found.end > _REACH or found.end > trigger.start:
        return None
    between = page.lower[found.end : trigger.start]
    if trigger.form == "noun" and not (_DOING.search(between) or len(between.split()) <= 1):
        return None
    passive = _PASSIVE.search(page.lower[max(0, trigger.start - 24) : trigger.start])
    return (ActorRole.TARGET if passive else ActorRole.PERPETRATOR, False)
