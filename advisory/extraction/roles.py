"""What an actor does in a sentence, read from where the name stands to the trigger.

Whoever "by" leads, stands before an active verb or is blamed, is a perpetrator, but not who holds
a place ("a base used by"); both sides of a
clash are parties; whoever helps is a supporter; the rest after the verb are targets. Who only
speaks has no role here: a police spokesman is a source. In a sentence without a trigger only blame
and a claim of responsibility give a role.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from advisory.extraction.actors import ActorFound
from advisory.extraction.page import Page
from advisory.extraction.patterns import Pattern
from advisory.extraction.scan import Hit
from advisory.model.value import Actor
from advisory.model.vocabulary import FIGHTING, ActorKind, ActorRole
from advisory.rulebook.lexicon import Grammar

_NEAR, _REACH, _BESIDE = 60, 160, 24
_NOUNS = frozenset({"noun", "nouns"})
_TWO_SIDED = frozenset(
    {"armed_clash", "communal_clash", "gang_violence", "ground_assault", "town_seized"}
    | {"town_retaken"}
)
_SPEAKING = frozenset({"say", "claim", "confirm", "deny"})

Role = tuple[ActorRole, bool]  # the role, and whether somebody else ascribes it


@dataclass(frozen=True, slots=True)
class Part:
    """One actor's part in one telling."""

    found: ActorFound
    actor: Actor


@dataclass(frozen=True, slots=True)
class Scene:
    """The sentence in which a role is looked for."""

    page: Page
    start: int
    trigger: Hit | None
    cues: Sequence[Hit]

    def cue_before(self, names: Iterable[str], found: ActorFound, reach: int) -> bool:
        """Whether a cue of these classes ends shortly before an actor."""
        return any(c.id in names and 0 <= found.start - c.end <= reach for c in self.cues)

    def cue_after(self, names: Iterable[str], found: ActorFound, reach: int) -> bool:
        """Whether a cue of these classes begins shortly after an actor."""
        return any(c.id in names and 0 <= c.start - found.end <= reach for c in self.cues)


class RoleReader:
    """Reads roles by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        few = r"\s+(?:[\w'-]+\s+){0,4}$"
        being = _any_of((*classes["be"], *classes["be_plural"]))
        self._by = Pattern(rf"\b(?:{_any_of(classes['by_words'])}){few}")
        holding = _any_of(classes["holding_words"])
        self._held_by = Pattern(rf"\b(?:{holding})\s+(?:{_any_of(classes['by_words'])}){few}")
        self._against = Pattern(rf"\b(?:{_any_of(classes['against_words'])}){few}")
        self._passive = Pattern(rf"\b(?:{being})\s+(?:\w+\s+)?$")
        self._doing = Pattern(rf"\b(?:{_any_of(classes['doing_words'])})\b")
        joining = _any_of(classes["joining_words"])
        the = _any_of((*classes["definite"], *classes["article"]))
        self._joined = Pattern(rf"^[\s,]*(?:\(|(?:{joining}|,)\s+(?:(?:{the})\s+)?)$")

    def parts(
        self,
        page: Page,
        start: int,
        trigger: Hit | None,
        actors: Sequence[ActorFound],
        cues: Sequence[Hit],
    ) -> list[Part]:
        """Return the part of each actor in the sentence that begins at an offset."""
        scene = Scene(page, start, trigger, cues)
        parts: list[Part] = []
        before: Part | None = None
        for found in actors:
            role = self._role(scene, found)
            if role is None and before and self._is_joined(page, before.found, found):
                role = (before.actor.role, before.actor.attributed)
            before = None
            if role is not None:
                actor = Actor(found.name, role[0], found.kind, found.id, attributed=role[1])
                before = Part(found, actor)
                parts.append(before)
        return list(self._without_bystanders(page, trigger, parts))

    def _without_bystanders(
        self, page: Page, trigger: Hit | None, parts: Sequence[Part]
    ) -> Iterator[Part]:
        """Leave out who stands before the doer: the last actor before a verb, and who is joined."""
        doing = [p for p in parts if _is_doer(p, trigger)]
        last = doing[-1:]
        for part in reversed(doing[:-1]):
            if not self._is_joined(page, part.found, last[0].found):
                break
            last.insert(0, part)
        return (part for part in parts if part in last or part not in doing)

    def _is_joined(self, page: Page, first: ActorFound, second: ActorFound) -> bool:
        between = page.lower[first.end : second.start]
        is_one_name = second.is_unnamed and not between.strip(" )")  # "JNIM militants"
        return is_one_name or self._joined.is_in(between)

    def _role(self, scene: Scene, found: ActorFound) -> Role | None:
        """Return the role by the first rule that speaks."""
        if scene.trigger and self._is_supporter(scene, found):
            return ActorRole.SUPPORTER, False
        blamed = scene.cue_before({"blame"}, found, _NEAR)
        if blamed or scene.cue_after({"responsibility"}, found, _NEAR // 2):
            return ActorRole.PERPETRATOR, True
        if scene.trigger is None:
            return None
        if scene.trigger.id in _TWO_SIDED and found.kind is not ActorKind.OTHER:
            return (ActorRole.PARTY, False) if found.kind in FIGHTING else None
        if _speaks(scene, found):
            return None
        return self._by_preposition(scene, scene.trigger, found) or self._by_position(
            scene, scene.trigger, found
        )

    def _is_supporter(self, scene: Scene, found: ActorFound) -> bool:
        if scene.cue_before({"support"}, found, _NEAR // 2):
            return True
        return scene.cue_after({"support_after"}, found, 2)

    def _by_preposition(self, scene: Scene, trigger: Hit, found: ActorFound) -> Role | None:
        before = scene.page.lower[max(scene.start, found.start - _NEAR) : found.start]
        if self._held_by.is_in(before):
            return ActorRole.TARGET, False
        if self._by.is_in(before):
            return ActorRole.PERPETRATOR, False
        if found.start > trigger.start and self._against.is_in(before):
            return ActorRole.TARGET, False
        return None

    def _by_position(self, scene: Scene, trigger: Hit, found: ActorFound) -> Role | None:
        if found.start >= trigger.end:
            is_near = found.start - trigger.end <= _NEAR
            return (ActorRole.TARGET, False) if is_near else None
        if not 0 <= trigger.start - found.end <= _REACH:
            return None
        between = scene.page.lower[found.end : trigger.start]
        is_right_before = len(between.split()) <= 1
        if trigger.form in _NOUNS and not (is_right_before or self._doing.is_in(between)):
            return None
        before = scene.page.lower[max(0, trigger.start - _BESIDE) : trigger.start]
        is_passive = self._passive.is_in(before)
        return (ActorRole.TARGET if is_passive else ActorRole.PERPETRATOR, False)


def _is_doer(part: Part, trigger: Hit | None) -> bool:
    """Whether an actor is a perpetrator only because the name stands before the verb."""
    by_place = part.actor.role is ActorRole.PERPETRATOR and not part.actor.attributed
    return by_place and trigger is not None and part.found.end <= trigger.start


def _speaks(scene: Scene, found: ActorFound) -> bool:
    """Whether an actor stands right before a verb of saying, or right after "according to"."""
    says = scene.cue_after(_SPEAKING, found, _NEAR // 3)
    return says or scene.cue_before({"cite"}, found, _NEAR)


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
