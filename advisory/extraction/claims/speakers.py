"""Who speaks in a sentence, with what verb, and whose word a toll in it is.

The speaker is the actor or the office right before the verb of saying, or right after "according
to" and ", said". Where several speak, a toll is the word of whoever spoke last before it, else of
the first after it, and never of who speaks beyond a semicolon. Whom no list knows ("the diocese
said") is nobody else's voice.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from advisory.extraction.claims.sayings import (
    CITING,
    OWNING_UP,
    REJECTING,
    STANCES,
    denies_own,
    is_passive,
    sayings,
)
from advisory.extraction.claims.voices import nearest_voice, whole_name
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.extraction.roles.inverted import is_inverted
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import toll_span, words_behind, words_between
from advisory.model.vocabulary import SpeakerKind, Stance

_OWN_WORD = frozenset({Stance.ASSERTED, Stance.CONFIRMED})  # a party confirms nothing of its own
_DOING, _PARTING = "kKiI", frozenset("Rhx;")  # "of having killed", but not "of a raid that killed"
_PARTED = frozenset("Rh;")
_BY, _ARTICLES = "y", "dt"
_FEW = 3  # words between "put" and "the death toll"


class Speaker(NamedTuple):
    """Who speaks in a sentence, with what verb."""

    name: str | None
    kind: SpeakerKind
    stance: Stance
    span: tuple[int, int]
    verb: tuple[int, int] = (0, 0)
    is_pronoun: bool = False

    def as_party(self) -> "Speaker":
        """Return it; what a party says or confirms is no more than its claim."""
        is_own_word = self.stance in _OWN_WORD and self.kind is SpeakerKind.PARTY
        return self._replace(stance=Stance.CLAIMED) if is_own_word else self

    def as_office(self) -> "Speaker":
        """Return a party as the office that it is where nobody fights: "the rebel government"."""
        if self.kind is not SpeakerKind.PARTY:
            return self
        stance = Stance.ASSERTED if self.stance is Stance.CLAIMED else self.stance
        return self._replace(kind=SpeakerKind.OFFICIAL, stance=stance)


def speakers(sentence: Sentence) -> list[Speaker]:
    """Return who says what in a sentence, in its order; none where the report says it itself."""
    found = []
    for cue, verb in sayings(sentence):
        speaker = _of_verb(sentence, cue, verb)
        stance = STANCES[cue.id]
        if speaker is not None:
            stance = Stance.DENIED if denies_own(sentence, cue) else speaker.stance
            found.append(speaker._replace(verb=(cue.start, cue.end), stance=stance))
        if stance is Stance.DENIED and (other := _claimant(sentence, cue)):
            found.append(other)
    return found


def _of_verb(sentence: Sentence, cue: Hit, verb: Hit) -> Speaker | None:
    """Return who says it; whoever owns up to a deed says the rest of it as a party."""
    after = verb.id == CITING or is_passive(sentence, cue) or is_inverted(sentence, verb)
    speaker = _speaker(sentence, verb, STANCES[cue.id], after=after)
    is_claimant = speaker is not None and verb.id == OWNING_UP
    return _claimant_of(sentence, speaker) if speaker and is_claimant else speaker


def heard(sentence: Sentence, trigger: Hit | None) -> list[Speaker]:
    """Return who may tell of a deed: whoever speaks beyond a headline's semicolon does not."""
    found = speakers(sentence)
    where = (trigger.start, trigger.end) if trigger else None
    return _on_its_side(sentence, where, found)


def _on_its_side(
    sentence: Sentence, told: tuple[int, int] | None, voices: Sequence[Speaker]
) -> list[Speaker]:
    """Leave out who speaks beyond the semicolon of a headline."""
    if told is None or not sentence.is_headline:
        return list(voices)
    return [voice for voice in voices if not _is_parted(sentence.page, told, voice.verb)]


def _claimant_of(sentence: Sentence, speaker: Speaker) -> Speaker:
    """Return who owns up as a party, by the whole of the name: "the Hill Army"."""
    where = whole_name(sentence, speaker.span)
    name = speaker.name if where == speaker.span else sentence.page.text[slice(*where)]
    return speaker._replace(name=name, kind=SpeakerKind.PARTY, span=where).as_party()


def _claimant(sentence: Sentence, cue: Hit) -> Speaker | None:
    """Return whose claim is denied: the rebels of "dismissed a claim by the rebels that"."""
    by = next((word for word in words_behind(sentence, cue.end)[:_FEW] if word.tag == _BY), None)
    return _speaker(sentence, by, Stance.CLAIMED, after=True) if by else None


def _speaker(
    sentence: Sentence, verb: Hit | Token, stance: Stance, *, after: bool = False
) -> Speaker | None:
    voice = nearest_voice(sentence, verb, after=after)
    if voice is None:
        return None
    where = (verb.start, verb.end)
    return Speaker(voice.name, voice.kind, stance, voice.span, where, voice.is_pronoun).as_party()


def speaker_of_toll(sentence: Sentence, toll: Toll, voices: Sequence[Speaker]) -> Speaker | None:
    """Return whose word a toll is."""
    voices = [v for v in voices if v.stance is not Stance.DENIED or _denies(sentence, v, toll)]
    told = toll_span(sentence, toll)
    voices = _on_its_side(sentence, told, voices)
    voices = list(takewhile(lambda one: not _only_goes_on(sentence, told, one), voices))
    return (
        _reckoner(sentence, toll)
        or accuser(sentence, toll)
        or _rejecter(sentence, toll)
        or _nearest(sentence.page, told, voices)
    )


def _only_goes_on(sentence: Sentence, told: tuple[int, int], voice: Speaker) -> bool:
    """Whether somebody only goes on behind a toll: "two died, while the rebels claimed 15 dead"."""
    between = letters(words_between(sentence, told[1], min(voice.span[0], voice.verb[0])))
    between = between.rstrip(_ARTICLES)
    return between.strip(",") == "&" or between.endswith(",h")


def _reckoner(sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return who "put the toll at 14"."""
    before = sentence.tokens[max(0, toll.first - _FEW) : toll.first]
    puts = [token for token in before if token.tag == "^"]
    return _speaker(sentence, puts[-1], Stance.ASSERTED) if puts else None


def _denies(sentence: Sentence, voice: Speaker, toll: Toll) -> bool:
    """Whether a denial is of these dead, not of what it names: "shelling a town where six died"."""
    between = (one for one in sentence.tokens[: toll.first] if one.start >= voice.verb[1])
    is_after = sentence.tokens[toll.first].start >= voice.verb[1]
    return is_after and _PARTED.isdisjoint(letters(between))


def accuser(sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return who "accused the rebels of killing nine": a toll in an accusation is no fact."""
    is_doing = sentence.tokens[toll.first].tag in _DOING
    for cue, between in _up_to(sentence, {"blame"}, toll) if is_doing else ():
        of = between.find("f")
        if of >= 0 and _PARTING.isdisjoint(between[of:]):
            return _as_side(sentence, _speaker(sentence, cue, Stance.ASSERTED))
    return None


def _as_side(sentence: Sentence, by: Speaker | None) -> Speaker | None:
    """Return a state that accuses somebody as the side that it is, "Ruritania accused" them of."""
    is_state = by is not None and any(one.span.start == by.span[0] for one in sentence.states)
    return by._replace(kind=SpeakerKind.PARTY).as_party() if by and is_state else by


def _rejecter(sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return who "rejected allegations that its troops killed nine"."""
    for cue, between in _up_to(sentence, REJECTING, toll):
        if between.startswith("x") and _PARTED.isdisjoint(between):
            return _speaker(sentence, cue, Stance.DENIED)
    return None


def _up_to(sentence: Sentence, names: Container[str], toll: Toll) -> Iterator[tuple[Hit, str]]:
    """Yield the cues of some classes before a toll, each with the tags of what lies between."""
    start = sentence.tokens[toll.first].start
    for cue in sentence.of("cues"):
        if cue.id in names and cue.end <= start:
            yield cue, letters(one for one in sentence.tokens[: toll.first] if one.start >= cue.end)


def _nearest(page: Page, toll: tuple[int, int], voices: Sequence[Speaker]) -> Speaker | None:
    near = [one for one in voices if not _is_parted(page, toll, one.verb)]
    if len(near) < 2:  # noqa: PLR2004 - nobody to choose from
        return next(iter(near or voices[: len(voices) == 1]), None)
    before = [one for one in near if one.verb[1] <= toll[0]]
    if before and _is_of_the_last(page, toll, before[-1], near[-1]):
        return near[-1]
    return before[-1] if before else near[0]


def _is_of_the_last(page: Page, toll: tuple[int, int], before: Speaker, last: Speaker) -> bool:
    """Whether who speaks last tells it: "the group denied it, in which two died, police said"."""
    if last.span[0] < toll[1]:
        return False
    is_trailing = "," in page.plain[toll[1] : last.span[0]]
    return is_trailing and "," in page.plain[before.verb[1] : toll[0]]


def _is_parted(page: Page, told: tuple[int, int], verb: tuple[int, int]) -> bool:
    """Whether a semicolon stands between what is told and a verb of saying."""
    start, end = min(told[1], verb[1]), max(told[0], verb[0])
    return page.text.find(";", start, end) >= 0
