"""What a denial, or a claim, is of: the deed itself, who did it, or only something beside it."""

from collections.abc import Iterable

from advisory.extraction.claims.sayings import STANCES
from advisory.extraction.claims.speakers import Speaker
from advisory.extraction.counts.tags import letters
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_behind, words_between
from advisory.model.value import Claim
from advisory.model.vocabulary import SpeakerKind, Stance

_DENYING = frozenset({"deny", "turn_down"})
_FURTHER = 12  # characters from a denial to a blame that it is not of
_BY, _NONE = "y", "z!"  # the tags of "by", of "no" and "not"
_WHO = ",R"  # the tags of ", who"
_SUBORDINATE = "h"  # the tag of "after", "while"


def untold(sentence: Sentence, speaker: Speaker) -> Hit | None:
    """Return the deed that is denied and not told: "said it had not shelled it"."""
    deeds = (hit for hit in sentence.of("triggers") if hit.grade == "strong")
    behind = (hit for hit in deeds if hit.start >= speaker.verb[1])
    return next(behind, None) if speaker.stance is Stance.DENIED else None


def is_of_the_blamed(speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a party denies what it was just blamed for: to have done it, not that it was done."""
    is_denial = speaker.stance is Stance.DENIED and speaker.kind is SpeakerKind.PARTY
    blames = (cue.end for cue in sentence.cues_of("blame"))
    return is_denial and any(end <= speaker.verb[0] for end in blames)


def is_about(trigger: Hit, speaker: Speaker, sentence: Sentence, tolls: Iterable[Claim]) -> bool:
    """Whether what a speaker claims or denies is the act itself.

    Who "denied shelling the town where an air strike killed nine" denies no air strike: a denial is
    of the first act that it names. Who "denied reports of 30 deaths and said that four died" denies
    a toll.
    """
    if speaker.stance is not Stance.DENIED:
        return speaker.stance is not Stance.ASSERTED and not _is_aside(trigger, speaker, sentence)
    stances = {toll.stance for toll in tolls if toll.speaker == speaker.name}
    if Stance.DENIED in stances and len(stances) > 1:
        return False
    denials = [hit.end for hit in sentence.cues_of("deny")]
    said = (h.start for h in sentence.cues_of(*STANCES) if h.id != "deny")
    if denials and any(denials[0] <= start < trigger.start for start in said):
        return False  # "denied using live rounds and said that 42 were injured"
    blames = (h.start for h in sentence.cues_of("blame"))
    if denials and any(denials[0] + _FURTHER <= start < trigger.start for start in blames):
        return False  # "denied that it fled and accused them of shelling", not "denied accusations"
    between = words_between(sentence, denials[0], trigger.start) if denials else ()
    if _WHO in letters(between):
        return False  # "denied backing the rebels, who killed 12"
    named = (
        hit for hit in sentence.of("triggers") if hit.grade == "strong" and hit.start >= denials[0]
    )
    denied = next(named, None) if denials else None
    return denied is None or denied.id == trigger.id or denied.start == trigger.start


def _is_aside(trigger: Hit, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a clause behind a deed speaks: "stormed the palace after the court confirmed it".

    Who "had no information about any attack" speaks of none either.
    """
    behind = words_between(sentence, trigger.end, speaker.span[0])
    between = words_between(sentence, speaker.verb[1], trigger.start)
    is_none = any(word.tag in _NONE for word in between)
    return is_none or any(word.tag == _SUBORDINATE for word in behind)


def denied_by_itself(sentence: Sentence, cue: Hit) -> str | None:
    """Return what "the army denied it" denies: who did it where somebody is blamed, else all."""
    if cue.id not in _DENYING:
        return None
    behind = words_behind(sentence, cue.end)
    is_it = bool(behind) and behind[0].tag in "sx" and (len(behind) == 1 or behind[1].tag in ",;&r")
    if not (is_it or not behind or behind[0].tag in f",;{_BY}"):
        return None
    return "perpetrators" if sentence.has("blame") else "type"
