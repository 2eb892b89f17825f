"""The sentence in which a role is looked for: its words of violence, its cues, who speaks in it."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.dates.days import SPEECH
from advisory.extraction.roles.done_to import Deed
from advisory.extraction.roles.inverted import is_inverted
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.lazy import lazy
from advisory.model.vocabulary import ActorRole

Role = tuple[ActorRole, bool]
"""What an actor does, and whether somebody else ascribes it."""
NEAR = 60
"""The most characters between an actor and a cue that speaks of it."""
_BESIDE = 20
_SPEAKING = frozenset(
    {"say", "claim", "confirm", "deny", "deny_part", "deny_all", "deny_toll", "blame", "reacting"}
)


@dataclass(frozen=True)
class Scene:
    """The sentence in which a role is looked for, and the verbs of violence in it."""

    page: Page
    sentence: Sentence
    trigger: Hit | None
    deeds: Sequence[Deed]

    @property
    def start(self) -> int:
        """Where the sentence begins."""
        return self.sentence.start

    @lazy
    def cues(self) -> Sequence[Hit]:
        """The cues of the sentence."""
        return self.sentence.of("cues")

    def cue_before(self, name: str, found: ActorFound, reach: int) -> bool:
        """Whether a cue of this class ends shortly before an actor, and nothing is done between.

        In "backed by US drones, killed 30 rebels" the rebels back nobody.
        """
        cues = self.sentence.cues_of(name)
        harm = [hit.start for hit in self.sentence.of("harm")] if cues else ()
        return any(
            0 <= found.start - cue.end <= reach
            and not any(cue.end <= start < found.start for start in harm)
            for cue in cues
        )

    def cue_after(self, found: ActorFound, reach: int, *names: str) -> bool:
        """Whether a cue of one of these classes begins shortly after an actor."""
        cues = self.sentence.cues_of(*names)
        return any(0 <= cue.start - found.end <= reach for cue in cues)

    def is_first_after(self, name: str, found: ActorFound) -> bool:
        """Whether an actor is the first one shortly after a cue: the one whom it blames."""
        starts = [one.start for one in self.sentence.actors]
        return any(
            0 <= found.start - cue.end <= NEAR
            and not any(cue.end <= start < found.start for start in starts)
            for cue in self.sentence.cues_of(name)
        )

    def is_cited(self, found: ActorFound) -> bool:
        """Whether an actor is the voice after "according to" or ", said": not who follows."""
        return any(
            0 <= found.start - cue.end <= NEAR
            and (cue.id == "cite" or (cue.id in _SPEAKING and is_inverted(self.sentence, cue)))
            and "," not in self.page.lower[cue.end : found.start]
            for cue in self.cues
        )

    def is_behind_speech(self, found: ActorFound) -> bool:
        """Whether a deed is told to the end before: "ten died, a nurse said; police gave none"."""
        end = self.trigger.end if self.trigger else found.start
        said = any(cue.id in SPEECH and end <= cue.start < found.start for cue in self.cues)
        return said and ";" in self.page.lower[end : found.start]

    def is_victim(self, found: ActorFound) -> bool:
        """Whether an actor is one of those whom the sentence counts as killed or injured.

        Between who was wounded and "died" all of the deed may be told.
        """
        tokens = self.sentence.tokens
        return any(
            tokens[toll.first].start <= found.start and found.end <= tokens[toll.last].end
            for toll in self.sentence.tolls
            if not toll.has_lingered
        )


def speaks(scene: Scene, found: ActorFound) -> bool:
    """Whether an actor stands right before a verb of saying, or right after "according to"."""
    return bool(says(scene, found)) or scene.is_cited(found)


def says(scene: Scene, found: ActorFound) -> list[Hit]:
    """Return the verbs of saying right after an actor, or after what else the actor is called.

    Not in "was shot by bandits, police said": somebody else stands between. In "the M23 rebels
    said" nobody does.
    """
    verbs = [cue for cue in scene.cues if cue.id in _SPEAKING and cue.start >= found.end]
    if not verbs:
        return []
    offices = [(hit.start, hit.end) for hit in scene.sentence.of("speakers")]
    voices = sorted((*offices, *((one.start, one.end) for one in scene.sentence.actors)))
    end = found.end
    for start, last in voices:
        end = max(end, last) if start in (end, end + 1) else end
    return [
        cue
        for cue in verbs
        if 0 <= cue.start - end <= _BESIDE
        and not any(end <= start < cue.start for start, _ in voices)
    ]
