"""Whom "by" leads: who did the deed before it, and neither who holds a place nor who tells of it.

"An attack by two men", "killed by rebels", "came under fire from rebels" name the doers; "a base
used by rebels" and "a report released by the army" do not, nor does "by gunmen who killed two
soldiers" name the soldiers.
"""

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.groups import ABDUCTIONS
from advisory.extraction.roles.deeds import AFTERMATH, OPEN, REACH
from advisory.extraction.roles.scene import NEAR, Role, Scene
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import NOUNS
from advisory.model.vocabulary import ActorKind, ActorRole
from advisory.rulebook.lexicon import Grammar

_ADJECTIVES = 2  # words: "the hands of suspected separatist fighters"


class AgentReader:
    """Reads roles from "by" and the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        few = r"\s+(?:[\w'-]+\s+){0,4}$"
        by = any_of(classes["by_words"])
        self._by_words, self._leaving = grammar.words("by_words"), grammar.words("leave")
        self._by = Pattern(rf"(?:^|\s)(?:{by}){few}", classes["by_words"])  # not of "drive-by"
        holding = any_of(classes["holding_words"])
        self._held_by = Pattern(rf"\b(?:{holding})\s+(?:{by}){few}")
        telling = any_of(classes["told_words"])
        self._told_by = Pattern(rf"\b(?:{telling})\s+(?:\w+\s+)?(?:{by}){few}")
        hedges = any_of(classes["hedging_adverbs"])
        self._hedged = Pattern(rf"\b(?:{hedges})\s+(?:{by}){few}")
        fire, away = any_of(classes["fire_words"]), any_of(classes["away_words"])
        self._from = Pattern(rf"\b(?:{fire})\s+(?:{away}){few}", classes["away_words"])
        self._leading = grammar.words("by_words", "of")
        self._plurals = frozenset(grammar.plurals)
        self._doing = classes["doing_endings"]
        self._claimed, self._past = grammar.words("claimed_words"), classes["past_endings"]

    def role(self, scene: Scene, found: ActorFound) -> Role | None:
        """Return the role of whom "by" leads after a deed: its doer, or who holds a place."""
        before = scene.page.lower[max(scene.start, found.start - NEAR) : found.start]
        if self._from.is_in(before):
            return ActorRole.PERPETRATOR, found.is_alleged
        if self._is_captor(scene, found):
            return ActorRole.PERPETRATOR, found.is_alleged
        if not self._by.is_in(before):
            return None
        is_holder = self._held_by.is_in(before)
        return (ActorRole.TARGET, False) if is_holder else self._by_agent(scene, found, before)

    def _is_captor(self, scene: Scene, found: ActorFound) -> bool:
        """Whether somebody holds people, and no place: "have been in the hands of gunmen"."""
        trigger = scene.trigger
        if trigger is None or trigger.id not in ABDUCTIONS or trigger.end > found.start:
            return False
        is_led = scene.page.words_of(trigger)[-1] in self._leading
        return is_led and len(scene.page.between(trigger.end, found.start)) <= _ADJECTIVES

    def _by_agent(self, scene: Scene, found: ActorFound, before: str) -> Role | None:
        trigger = scene.trigger
        if self._is_parted(scene, found, before):
            return None
        since = max(scene.start, found.start - NEAR, trigger.end if trigger else 0)
        is_law = trigger and trigger.id in AFTERMATH and found.kind is ActorKind.STATE_FORCE
        if self._told_by.is_in(scene.page.lower[since : found.start]) and not is_law:
            return None
        is_known = found.rule not in OPEN or self._is_of_deed(scene, found)
        if not (is_known or self._is_of_act(scene, found, before)):
            return None
        return ActorRole.PERPETRATOR, found.is_alleged or self._hedged.is_in(before)

    def _is_parted(self, scene: Scene, found: ActorFound, before: str) -> bool:
        """Whether a deed or a word stands after "by": "by gunmen who killed two soldiers".

        In "a report by the mission said nine villagers died" they are not those who did it.
        """
        by = self._by.first(before)
        since = found.start - len(before) + by.start if by else found.start
        told = [deed.start for deed in scene.deeds]
        told += [cue.start for cue in scene.cues if cue.id == "say"]
        is_left = not self._leaving.isdisjoint(scene.page.between(since, found.start))
        return is_left or any(since < start < found.start for start in told)

    def _is_of_deed(self, scene: Scene, found: ActorFound) -> bool:
        return any(
            0 <= found.start - deed.end <= REACH or deed.start < found.start < found.end <= deed.end
            for deed in scene.deeds
        )

    def _is_of_act(self, scene: Scene, found: ActorFound, before: str) -> bool:
        """Whether the act itself is named before: "an attack in Gao by two men"."""
        trigger = scene.trigger
        if trigger is None or trigger.end > found.start:
            return False
        if not (trigger.form in NOUNS or scene.page.phrase(trigger).endswith(self._doing)):
            return False  # "the killing of two men by residents"
        words = before.split()
        by = max((i for i, word in enumerate(words) if word in self._by_words), default=0)
        verb = words[by - 1] if by else ""
        is_past = verb.endswith(self._past) and verb not in self._plurals  # not "two men by"
        return verb in self._claimed or not is_past
