"""Who is said to have done it by somebody else, or says so: blame and claims of responsibility.

Blame names the first actor after its word ("was blamed on the rebels"), or the one that is "held
responsible"; a claim names the one before it, unless that is nobody ("no group has claimed").
"""

from itertools import pairwise

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.roles.deeds import OPEN
from advisory.extraction.roles.scene import NEAR, Role, Scene, speaks
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.model.vocabulary import FIGHTING, ActorRole
from advisory.rulebook.lexicon import Grammar

_UNDONE = ("deny", "deny_part", "deny_all", "irrealis")  # also "suspected of planning"
_SAYING = frozenset({"say", "claim", "confirm"})
_BESIDE, _WORDS_BESIDE, _WORDS_OF_A_CUE, _FEW = 24, 2, 3, 4
_LEADING = 5  # words: "thought to belong to the"


class BlameReader:
    """Reads blame by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._being = words("be", "be_plural")
        being = any_of(self._being)
        blamed = any_of(classes["blamed_words"])
        alone = any_of(classes["suspected_words"])
        self._blamed = Pattern(
            rf"^[^.;,]{{0,24}}\b(?:{being})\s+"
            rf"(?:(?:\w+\s+){{0,2}}(?:{blamed})\b|(?:{alone})(?:[.;,]|$))",
            (*classes["blamed_words"], *classes["suspected_words"]),
        )
        self._nobody = words("no", "nobody", "not")
        self._by = words("by")
        self._held = words("held_to_be")
        self._to, self._own = words("infinitive"), words("oneself", "ones_own")
        self._of, self._doing = words("of"), classes["doing_endings"]
        self._holding, self._answerable = words("holding"), words("answerable")
        self._committing, self._hedges = words("committing"), words("hedging_modifiers")
        self._suspected, self._leading = words("suspected_words"), words("before_no_subject")
        claimed, by = any_of(classes["claimed_words"]), any_of(classes["by_words"])
        self._claimed_by = Pattern(
            rf"\b(?:{claimed})\s+(?:{by})\s+(?:[\w'-]+\s+){{0,2}}$", classes["claimed_words"]
        )

    def is_blamed(self, scene: Scene, found: ActorFound) -> bool:
        """Whether an actor is blamed for what is told, or claims it."""
        if scene.sentence.has("blame") and self._is_named_next(scene, found):
            is_victim = found.is_unnamed and scene.is_victim(found)
            return not (is_victim or self._is_of_no_deed(scene, found))
        lower = scene.page.lower
        before = lower[max(scene.start, found.start - _BESIDE) : found.start].split()
        if self.owns_up(scene, found):
            return True
        others = (one.start for one in scene.sentence.actors if one.start >= found.end)
        after = lower[found.end : min((found.end + NEAR, *others))]
        behind = after.split(maxsplit=_FEW)[:_FEW]
        is_told = not self._being.isdisjoint(behind[:1])  # "the army is responsible for"
        if not is_told and any(word.strip(",.;") in self._answerable for word in behind[:2]):
            return not self._holding.isdisjoint(before)
        denies = scene.cue_after(found, _BESIDE, *_UNDONE)
        if denies or not self._nobody.isdisjoint(behind):
            return False  # "said it was not involved in", "denied it was behind"
        return self._blamed.is_in(after)

    def _is_named_next(self, scene: Scene, found: ActorFound) -> bool:
        """Whether a word of blame names an actor.

        Of "a man suspected to be involved in an attack on police" it is the one before, and whoever
        stands behind "accused the other of moving troops" is no longer the one accused.
        """
        if not scene.is_first_after("blame", found):
            return False
        cue = max(c.end for c in scene.cues if c.id == "blame" and c.end <= found.start)
        words = scene.page.between(scene.start, cue)
        passive = self._suspected | self._being
        is_of_who_went_before = not passive.isdisjoint(words[-_WORDS_OF_A_CUE:])
        between = scene.page.between(cue, found.start)
        if not self._nobody.isdisjoint(between):
            return False  # "blamed outsiders and did not name the front"
        if any(a in self._of and b.endswith(self._doing) for a, b in pairwise(between)):
            return False
        return not is_of_who_went_before or self._leading.isdisjoint(between)

    def owns_up(self, scene: Scene, found: ActorFound) -> bool:
        """Whether an actor claims it itself: not whom others blame where "no group has claimed"."""
        before = scene.page.lower[max(scene.start, found.start - _BESIDE) : found.start]
        if scene.cue_after(found, NEAR // 2, "responsibility"):
            cue = next(c for c in scene.cues if c.id == "responsibility" and c.start >= found.end)
            beside = (*before.split(), *scene.page.between(found.end, cue.start))
            by = scene.page.behind(cue.end, _BESIDE)[:1]  # "in which soldiers died, was claimed by"
            return self._nobody.isdisjoint(beside) and self._by.isdisjoint(by)
        is_said = found.rule not in OPEN and self._says_so(scene, found)
        return is_said or self._claimed_by.is_in(before)

    def _says_so(self, scene: Scene, found: ActorFound) -> bool:
        """Whether an actor said farther on that "it was behind the shelling"."""
        starts = [one.start for one in scene.sentence.actors if one.start >= found.end]
        for cue in scene.sentence.cues_of("responsibility"):
            between = [one for one in scene.cues if found.end <= one.start < cue.start]
            is_next = not any(start < cue.start for start in starts)
            is_said = any(one.id in _SAYING for one in between)
            is_said = is_said or self._own.isdisjoint(scene.page.words_of(cue)[:1])
            if cue.start >= found.end and is_next and is_said and not self._is_led(scene, found):
                words = scene.page.between(found.end, cue.start)
                is_nobody = not self._nobody.isdisjoint(words)
                return not (is_nobody or any(one.id in _UNDONE for one in between))
        return False

    def _is_led(self, scene: Scene, found: ActorFound) -> bool:
        before = scene.page.before(found.start, _BESIDE, scene.start)[-2:]
        return not self._leading.isdisjoint(before)

    def is_suspected(self, scene: Scene, found: ActorFound) -> bool:
        """Whether the report itself is not sure who it was: "suspected JNIM fighters"."""
        words = scene.page.before(found.start, 2 * _BESIDE, scene.start)
        is_to_be = any(a in self._held and b in self._to for a, b in pairwise(words[-_LEADING:]))
        return is_to_be or not self._hedges.isdisjoint(words[-_WORDS_BESIDE:])

    def _is_of_no_deed(self, scene: Scene, found: ActorFound) -> bool:
        """Whether somebody is blamed for what hurts nobody: "accused the army of using it"."""
        words = [one.strip(".,;") for one in scene.page.behind(found.end, 2 * _BESIDE)[:3]]
        if not self._committing.isdisjoint(words):
            return False  # "of carrying it out", "of having carried it out"
        if len(words) < 2 or words[0] not in self._of or not words[1].endswith(self._doing):  # noqa: PLR2004
            return False
        hits = (*scene.sentence.of("triggers"), *scene.sentence.of("harm"))
        return not any(found.end < hit.start <= found.end + NEAR // 2 for hit in hits)


def as_told(scene: Scene, found: ActorFound, role: Role) -> Role:
    """Return the role of somebody; a doer of whom another party tells is one ascribed."""
    if role[0] is not ActorRole.PERPETRATOR or found.kind not in FIGHTING:
        return role
    is_by_party = any(
        teller.kind in FIGHTING
        and not teller.is_unnamed
        and teller.id != found.id
        and speaks(scene, teller)
        for teller in scene.sentence.actors
    )
    return role[0], role[1] or is_by_party
