"""What an actor does in a sentence, read from where the phrase stands to the words of violence.

Whoever "by" leads after a deed (`agents`), is the subject of one or is blamed, is a perpetrator.
Both sides of a clash are parties; whoever helps is a supporter; the rest after the verb are
targets. Who only speaks has no role here, a police spokesman is a source, unless of an own deed
(`own_deeds`). In a sentence without a trigger only blame, a claim of responsibility and a deed give
a role.

A subject is the last phrase before the verb that can be one: not after a preposition ("a clash with
rebels") and not after another verb, whose object it is ("stopped two men and killed them"). Words
for anybody ("two men") are actors only as subjects, after "by", or where they are blamed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from advisory.extraction.actors.actor_found import ActorFound, has_armed_group
from advisory.extraction.actors.bodies import BodyReader
from advisory.extraction.actors.unnamed import PhraseReader
from advisory.extraction.groups import ARRESTS, CAPTIVITY
from advisory.extraction.roles.agents import AgentReader
from advisory.extraction.roles.attributes import AttributeReader
from advisory.extraction.roles.befallen import BefallenReader
from advisory.extraction.roles.blame import BlameReader, as_told
from advisory.extraction.roles.deeds import AFTERMATH, OPEN, REACH, DeedReader
from advisory.extraction.roles.facing import FIGHTS, SIDE, TWO_SIDED, FacingReader
from advisory.extraction.roles.governments import armies
from advisory.extraction.roles.overlapping import whole, with_bodies
from advisory.extraction.roles.own_deeds import OwnDeedReader
from advisory.extraction.roles.pronouns import named_before
from advisory.extraction.roles.scene import NEAR, Role, Scene, says, speaks
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.value import Actor
from advisory.model.vocabulary import FIGHTING, ActorKind, ActorRole
from advisory.rulebook.lexicon import Grammar

_BESIDE, _NEXT, _WORDS, _WORDS_SAID = 24, 6, 5, 9
_DOER, _FORCE = ActorRole.PERPETRATOR, ActorKind.STATE_FORCE
ACTING = frozenset({_DOER, ActorRole.PARTY})
"""The roles of who fights."""


@dataclass(frozen=True, slots=True)
class Part:
    """One actor's part in one telling."""

    found: ActorFound
    actor: Actor
    is_named_beside: bool = False  # "JNIM militants": the name beside it says who they are
    owns_up: bool = False  # claims it itself

    @property
    def is_doer(self) -> bool:
        """Whether the actor did it."""
        return self.actor.role is _DOER

    @property
    def span(self) -> tuple[int, int]:
        """Where the words for the actor stand."""
        return self.found.start, self.found.end


class RoleReader:
    """Reads roles by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._phrases = PhraseReader(grammar)
        self._bodies = BodyReader(grammar)
        self._blame = BlameReader(grammar)
        self._deeds = DeedReader(grammar, self._phrases)
        self._own_deeds = OwnDeedReader(grammar)
        self._agents = AgentReader(grammar)
        against = any_of(classes["against_words"])
        self._against = Pattern(rf"\b(?:{against})\s+(?:[\w'-]+\s+){{0,4}}$")
        self._doing = Pattern(rf"\b(?:{any_of(classes['doing_words'])})\b")
        joining = any_of(classes["joining_words"])
        the = any_of((*classes["definite"], *classes["article"]))
        self._joined = Pattern(rf"^[\s,]*(?:[(\[]|(?:{joining}|,)\s+(?:(?:{the})\s+)?)$")
        self._belongs = Pattern(rf"^\s+(?:{any_of(classes['belonging'])})\s+[\"']?$")
        self._accusing, self._ing = grammar.words("accusing"), classes["doing_endings"]
        self._attributes = AttributeReader(grammar)
        self._befallen = BefallenReader(grammar)
        self._facing = FacingReader(grammar)
        self._freeing = grammar.words("freeing")

    def parts(self, sentence: Sentence, trigger: Hit | None) -> list[Part]:
        """Return the part of each actor in a sentence."""
        page = sentence.page
        actors = self._phrases.phrases(page, sentence.start, sentence.end, sentence.actors)
        bodies = self._bodies.bodies(page, sentence.start, sentence.end)
        actors = list(self._attributes.without(page, whole(with_bodies(actors, bodies))))
        actors = with_bodies(actors, self._facing.sides(sentence, trigger, actors))
        if not (actors or sentence.states):
            return []
        deeds = self._deeds.deeds(sentence, trigger, actors)
        actors = [
            one
            for one in with_bodies(actors, armies(sentence, deeds))
            if not self._attributes.is_one(page, sentence.start, one.start, one.end)
        ]
        if not actors:
            return []
        scene = Scene(page, sentence, trigger, deeds)
        doers = self._deeds.subjects(sentence, scene.deeds, actors)
        parts: list[Part] = []
        before: Part | None = None
        for found in actors:
            if self._frees(scene, found) or scene.cue_before("allied", found, _NEXT):
                continue  # "a militia loyal to the general" is not the general
            is_side = found.rule == SIDE
            role = (ActorRole.PARTY, False) if is_side else self._role(scene, found, doers)
            owns_up = role is not None and role[1] and self._blame.owns_up(scene, found)
            is_hurt = found.rule in OPEN and scene.is_victim(found)
            if role is None and before and not is_hurt and self._shares(scene, before.found, found):
                role, owns_up = (before.actor.role, before.actor.attributed), before.owns_up
            before = None
            # Words for anybody are often no more than victims: "killed two men".
            if role and (found.rule not in OPEN or role[0] in ACTING):
                kind, ascribed = as_told(scene, found, role)
                ascribed = ascribed or (kind is _DOER and self._blame.is_suspected(scene, found))
                before = Part(found, _actor(found, (kind, ascribed)), owns_up=owns_up)
                parts.append(before)
        return [
            replace(part, is_named_beside=True)
            if self._is_named_beside(page, part.found, actors)
            else part
            for part in (*parts, *self._members(scene, actors, parts))
        ]

    def they(self, sentence: Sentence, trigger: Hit | None) -> tuple[Part, ...]:
        """Return the part of who is only called "they" where it was done."""
        found = named_before(sentence, trigger)
        return (Part(found, _actor(found, (_DOER, found.is_alleged))),) if found else ()

    def _shares(self, scene: Scene, first: ActorFound, second: ActorFound) -> bool:
        """Whether the second of two does what the first does: "rebels and bandits"."""
        is_listed = scene.page.lower[first.end : second.start].strip() == ","
        is_voice = (is_listed and second.rule in OPEN) or speaks(scene, second)
        return self._is_joined(scene.page, first, second) and not is_voice

    def _is_named_beside(self, page: Page, found: ActorFound, actors: Sequence[ActorFound]) -> bool:
        """Whether a name stands right before it: "JNIM militants"."""
        return found.is_unnamed and any(
            not one.is_unnamed and one.end <= found.start and self._is_joined(page, one, found)
            for one in actors
        )

    def _members(
        self, scene: Scene, actors: Sequence[ActorFound], parts: Sequence[Part]
    ) -> Iterator[Part]:
        """Yield who is called by a doer's name: the first of "guerrillas of the front"."""
        by_start = {part.found.start: part for part in parts}
        for first, second in pairwise(actors):
            part = by_start.get(second.start)
            if part is None or first.start in by_start or first.is_unnamed == second.is_unnamed:
                continue
            if self._is_joined(scene.page, first, second) and not scene.is_cited(first):
                role = (part.actor.role, part.actor.attributed)
                yield Part(first, _actor(first, role), owns_up=part.owns_up)

    def _is_joined(self, page: Page, first: ActorFound, second: ActorFound) -> bool:
        between = page.lower[first.end : second.start]
        is_one_name = second.is_unnamed and not between.strip(" )]\n")  # "JNIM militants"
        is_member = first.is_unnamed and self._belongs.is_in(between)
        return is_one_name or is_member or self._joined.is_in(between)

    def _role(self, scene: Scene, found: ActorFound, doers: dict[int, ActorRole]) -> Role | None:
        """Return the role by the first rule that speaks."""
        if scene.trigger and self._is_supporter(scene, found):
            return ActorRole.SUPPORTER, False
        trigger = scene.trigger
        if self._blame.is_blamed(scene, found):
            # Who is arrested for what he is suspected of does not make the arrest.
            is_held = trigger is not None and trigger.id in ARRESTS and found.kind is not _FORCE
            return (ActorRole.TARGET, False) if is_held else (_DOER, True)
        is_open = found.rule in OPEN
        said = says(scene, found)
        if found.is_unnamed and self._deeds.only_describes(scene.page, scene.deeds, found):
            own = self._by_own_word(
                scene, found, said
            )  # "a rebel spokesman said its men had shelled it"
            return own or (self._by_position(scene, trigger, found) if trigger else None)
        if (
            trigger
            and trigger.id in TWO_SIDED
            and found.kind is not ActorKind.OTHER
            and not (is_open or ("police" in found.id and speaks(scene, found)))
        ):  # police only tell of many fights that they had no part in
            return (ActorRole.PARTY, False) if found.kind in FIGHTING else None
        if said or scene.is_cited(found):
            return self._by_own_word(scene, found, said)
        role = (
            self._befallen.role(scene, found)
            or self._agents.role(scene, found)
            or self._by_verb(scene, found, doers)
            or self._by_aim(scene, found)
            or self._by_arms(scene, found)
            or (self._by_position(scene, trigger, found) if trigger and not is_open else None)
        )
        is_fight = trigger is not None and trigger.id in FIGHTS
        return (ActorRole.PARTY, role[1]) if is_fight and role and role[0] is _DOER else role

    def _frees(self, scene: Scene, found: ActorFound) -> bool:
        """Whether those of the state ended it: "police freed two who had been held in a camp"."""
        if scene.trigger is not None and scene.trigger.id not in CAPTIVITY:
            return False
        if found.kind is not ActorKind.STATE_FORCE:
            return False
        behind = scene.page.lower[found.end : found.end + NEAR].partition(",")[0].split()
        reach = _WORDS_SAID if speaks(scene, found) else _WORDS  # "said on Sunday it had rescued"
        return not self._freeing.isdisjoint(behind[:reach])

    def _by_own_word(self, scene: Scene, found: ActorFound, said: Sequence[Hit]) -> Role | None:
        """Return the role of who only speaks: none, unless of an own deed."""
        page, actors = scene.page, scene.sentence.actors
        told = [verb.end for verb in said if verb.id != "deny"]
        is_cited = not said and scene.is_cited(found)
        told += [found.end] if is_cited else []
        is_own = any(self._own_deeds.is_own(page, at, scene.deeds, actors) for at in told)
        is_own = is_own or any(self._own_deeds.is_own_noun(scene.sentence, at) for at in told)
        if told and not is_own and found.start > scene.start:
            before = [deed for deed in scene.deeds if deed.end <= found.start]
            is_own = self._own_deeds.is_own_first(page, scene.start, before)
        return (_DOER, True) if is_own else None

    def _is_supporter(self, scene: Scene, found: ActorFound) -> bool:
        """Whether it helps another: not who does it "with the support of" whom it follows."""
        page, others = scene.page, scene.sentence.actors
        before = next((one for one in reversed(others) if one.end <= found.start), found)
        is_joined = "," not in page.lower[before.end : found.start] and self._is_joined(
            page, before, found
        )
        is_near = scene.cue_before("support", found, NEAR // 2)
        is_led = is_near and (is_joined or scene.is_first_after("support", found))
        return is_led or scene.cue_after(found, 2, "support_after")

    def _by_aim(self, scene: Scene, found: ActorFound) -> Role | None:
        """Whether an attack is one "on" somebody."""
        before = scene.page.lower[max(scene.start, found.start - NEAR) : found.start]
        is_after = scene.trigger is not None and found.start > scene.trigger.start
        is_aim = is_after and self._against.is_in(before)
        return (ActorRole.TARGET, False) if is_aim else None

    def _by_arms(self, scene: Scene, found: ActorFound) -> Role | None:
        """Whether what was brought down was theirs: "shot down 31 Ukrainian drones".

        An armed group that brings down what is the army's attacks the army.
        """
        trigger = scene.trigger
        if trigger is None:
            return None
        if has_armed_group(one for one in scene.sentence.actors if one.end <= trigger.start):
            return None
        end = self._deeds.warding_off.end(scene.page, trigger.start)
        return (_DOER, found.is_alleged) if trigger.end <= found.start < end else None

    def _by_verb(self, scene: Scene, found: ActorFound, doers: dict[int, ActorRole]) -> Role | None:
        role = doers.get(found.start)
        if role is None:
            return None
        if not scene.is_victim(found):
            return role, found.is_alleged
        return None if found.is_unnamed else (ActorRole.TARGET, False)

    def _by_position(self, scene: Scene, trigger: Hit, found: ActorFound) -> Role | None:
        if found.start == trigger.start and found.end < trigger.end and trigger.form in NOUNS:
            return _DOER, found.is_alleged  # "an Israeli strike"
        if found.start >= trigger.end:
            is_near = found.start - trigger.end <= NEAR and not scene.is_behind_speech(found)
            return (ActorRole.TARGET, False) if is_near else None
        is_law = trigger.id in AFTERMATH and not found.is_unnamed
        is_before = 0 <= trigger.start - found.end <= REACH
        between = scene.page.lower[found.end : trigger.start]
        is_doing = between == " " and scene.page.phrase(trigger).endswith(self._ing)
        is_noun = trigger.form in NOUNS or is_doing  # "in RSF shelling"
        if not is_before or not (is_noun or is_law):
            return None
        words = scene.page.words_of(found)
        if self._deeds.describes(words[-1]) and (between.strip() or words[-1] in self._accusing):
            return None
        is_other = any(found.end <= a.start < trigger.start for a in scene.sentence.actors)
        is_right_before = len(between.split()) <= 1 or (self._doing.is_in(between) and not is_other)
        if is_noun and (not is_right_before or scene.is_victim(found)):
            return None  # "rebels kill soldiers in raid"
        before = scene.page.lower[max(0, trigger.start - _BESIDE) : trigger.start]
        role = ActorRole.TARGET if self._deeds.done_to.passive.is_in(before) else _DOER
        return role, found.is_alleged


def _actor(found: ActorFound, role: Role) -> Actor:
    return Actor(found.name, role[0], found.kind, found.id, attributed=role[1])
