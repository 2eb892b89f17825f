"""Who speaks in a sentence, with what verb, and whose word a toll in it is.

The speaker is the actor or the office right before the verb of saying, or right after "according
to" and ", said". Where several speak, a toll is the word of whoever spoke last before it, else of
the first after it, and never of who speaks beyond a semicolon. Whom no list knows ("the diocese
said") is nobody else's voice.
"""

from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from advisory.extraction.claims.voices import nearest_voice, whole_name
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.extraction.roles.inverted import is_inverted
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import is_doing, toll_span, words_before, words_behind, words_between
from advisory.model.vocabulary import SpeakerKind, Stance

STANCES = {
    "say": Stance.ASSERTED,
    "cite": Stance.ASSERTED,
    "claim": Stance.CLAIMED,
    "confirm": Stance.CONFIRMED,
    "deny": Stance.DENIED,
}
"""The stance that each class of verbs of saying takes."""
_OWNING_UP, _CITING = "responsibility", "cite"
_OWNING = frozenset({_OWNING_UP, "blame"})
_REJECTING = frozenset({"deny_part", "deny_all"})
_NOT, _OWN, _LONGEST_DENIAL = "!", "sxH", 8  # "not"; "it", "its"; words
_OWN_WORD = frozenset({Stance.ASSERTED, Stance.CONFIRMED})  # a party confirms nothing of its own
_DOING, _PARTING = "kKiI", frozenset("Rhx;")  # "of having killed", but not "of a raid that killed"
_OF_A_NAME = frozenset("dtwW")  # of "an indefinite curfew"
_CLOSE = 20  # characters: "that its fighters"
_PARTED = frozenset("Rh;")
_KILLING = "K"  # the tag of "killing", "claimed the lives of"
_BEING, _BY, _ARTICLES = "bB", "y", "dt"
_HELD = "control"  # a town is taken, and not declared
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
    for cue, verb in _sayings(sentence):
        speaker = _of_verb(sentence, cue, verb)
        stance = STANCES[cue.id]
        if speaker is not None:
            stance = Stance.DENIED if _denies_own(sentence, cue) else speaker.stance
            found.append(speaker._replace(verb=(cue.start, cue.end), stance=stance))
        if stance is Stance.DENIED and (other := _claimant(sentence, cue)):
            found.append(other)
    return found


def _sayings(sentence: Sentence) -> Iterator[tuple[Hit, Hit]]:
    """Yield the verbs of saying, each with the one that it goes on with: itself for most."""
    last: tuple[Hit, Hit] | None = None
    for cue in sentence.of("cues"):
        if cue.id in _OWNING and last is None:
            last = cue, cue
        if cue.id not in STANCES or _is_unsaid(sentence, cue) or _is_harm(sentence, cue):
            continue
        if not _is_passive(sentence, cue) or is_by(sentence, cue):
            verb = last[1] if last and _goes_on(sentence, last[0], cue) else cue
            last = cue, verb
            yield last


def _of_verb(sentence: Sentence, cue: Hit, verb: Hit) -> Speaker | None:
    """Return who says it; whoever owns up to a deed says the rest of it as a party."""
    after = verb.id == _CITING or _is_passive(sentence, cue) or is_inverted(sentence, verb)
    speaker = _speaker(sentence, verb, STANCES[cue.id], after=after)
    is_claimant = speaker is not None and verb.id == _OWNING_UP
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


def _is_unsaid(sentence: Sentence, cue: Hit) -> bool:
    """Whether it is a name, "United States", or not said: "neither confirmed nor denied it"."""
    page = sentence.page
    if page.plain[cue.start].isupper() and cue.start > sentence.start and not page.is_shouted:
        return page.plain[cue.start - 1] != '"'
    told = [one for one in sentence.cues_of(*_REJECTING) if one.start > cue.end]
    lasting = (one for one in sentence.of("conditions") if one.id != _HELD)
    told += [one for one in lasting if _is_declared(sentence, cue, one)]
    if any(one.start - cue.end <= _CLOSE for one in told):
        return True  # "said it was not involved", "declared a state of emergency"
    if cue.id == _CITING and is_by(sentence, cue):
        return True  # "according to a diplomat quoted by the agency"
    return any(word.tag in _NOT for word in words_before(sentence, cue.start)[-_FEW:])


def _is_declared(sentence: Sentence, cue: Hit, condition: Hit) -> bool:
    """Whether what lasts is what was declared, and nothing said of it: "its men took the town"."""
    between = words_between(sentence, cue.end, condition.start)
    return condition.end > cue.start and _OF_A_NAME.issuperset(letters(between))


def _denies_own(sentence: Sentence, cue: Hit) -> bool:
    """Whether it denies an own deed by saying so: "said its troops had not shelled the town"."""
    behind = words_behind(sentence, cue.end)[:_LONGEST_DENIAL]
    no = next((i for i, word in enumerate(behind) if word.tag in _NOT), 0)
    if not no or not any(word.tag in _OWN for word in behind[:no]) or no + 1 >= len(behind):
        return False
    start = behind[no + 1].start
    return any(hit.start == start for hit in (*sentence.of("triggers"), *sentence.of("harm")))


def _claimant(sentence: Sentence, cue: Hit) -> Speaker | None:
    """Return whose claim is denied: the rebels of "dismissed a claim by the rebels that"."""
    by = next((word for word in words_behind(sentence, cue.end)[:_FEW] if word.tag == _BY), None)
    return _speaker(sentence, by, Stance.CLAIMED, after=True) if by else None


def _is_harm(sentence: Sentence, cue: Hit) -> bool:
    """Whether it begins a phrase for deaths: "claimed the lives of"."""
    return any(one.tag == _KILLING for one in words_behind(sentence, cue.start)[:1])


def _is_passive(sentence: Sentence, cue: Hit) -> bool:
    """Whether who stands before does not say it: "fire between the two was reported"."""
    before, verb = words_before(sentence, cue.start)[-1:], words_behind(sentence, cue.start)[:1]
    is_said = bool(before and verb) and before[0].tag in _BEING
    return is_said and not is_doing(sentence, verb[0])


def is_by(sentence: Sentence, cue: Hit) -> bool:
    """Whether "by" leads on to who says it: "was confirmed by the governor"."""
    return any(one.tag == _BY for one in words_behind(sentence, cue.end)[:1])


def _goes_on(sentence: Sentence, verb: Hit, cue: Hit) -> bool:
    """Whether a verb of saying goes on with another: "said, adding that", "said in a statement".

    Who "claimed the raid in a message to reporters, adding that" adds it, not the reporters; what
    follows "according to" is somebody else's word.
    """
    is_near = 0 <= cue.start - verb.end <= len(" , ")
    if is_near and sentence.page.plain[verb.end : cue.start].strip() in {"", ","}:
        return True
    if cue.id == _CITING:
        return False
    before = words_before(sentence, cue.start)[-1:]
    verbs = words_behind(sentence, cue.start)[:1]
    is_behind_comma = any(word.tag == "," for word in before)
    return is_behind_comma and any(is_doing(sentence, word) for word in verbs)


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
    for cue, between in _up_to(sentence, _REJECTING, toll):
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
