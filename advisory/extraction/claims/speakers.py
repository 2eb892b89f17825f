"""Who speaks in a sentence, with what verb, and whose word a toll in it is.

The speaker is the actor or the office right before the verb of saying, or right after "according
to" and ", said". Where several speak, a toll is the word of whoever spoke last before it, else of
the first after it, and never of who speaks beyond a semicolon. Whom no list knows ("the diocese
said") is nobody else's voice.
"""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from advisory.extraction.claims.voices import nearest_voice
from advisory.extraction.counts.counts import Toll
from advisory.extraction.counts.tokens import Token
from advisory.extraction.roles.inverted import is_inverted
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import SpeakerKind, Stance

STANCES = {
    "say": Stance.ASSERTED,
    "cite": Stance.ASSERTED,
    "claim": Stance.CLAIMED,
    "confirm": Stance.CONFIRMED,
    "deny": Stance.DENIED,
}
"""The stance that each class of verbs of saying takes."""
_REJECTING = frozenset({"deny_part", "deny_all"})
_NOT, _OWN, _LONGEST_DENIAL = "!", "sxH", 8  # "not"; "it", "its"; words
_OWN_WORD = frozenset({Stance.ASSERTED, Stance.CONFIRMED})  # a party confirms nothing of its own
_ACCUSED = "blame"
_DOING, _PARTING = "kKiI", frozenset("Rhx;")  # "of having killed", but not "of a raid that killed"
_QUOTE = '"'
_CLOSE = 20  # characters: "that its fighters"
_PARTED = frozenset("Rh;")
_KILLING = "K"  # the tag of "killing", "claimed the lives of"
_BEING, _BY, _PROGRESSIVE = "bB", "y", "ing"
_START = attrgetter("start")
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


def speakers(page: Page, sentence: Sentence) -> list[Speaker]:
    """Return who says what in a sentence, in its order; none where the report says it itself."""
    found = []
    last: tuple[Hit, Hit] | None = None  # the verb before, and the one that it goes on with
    for cue in sentence.of("cues"):
        stance = STANCES.get(cue.id)
        if stance is None or _is_unsaid(page, sentence, cue) or _is_harm(sentence, cue):
            continue
        is_passive = _is_passive(sentence, cue)
        if is_passive and not _is_by(sentence, cue):
            continue
        verb = last[1] if last and _goes_on(page, last[0], cue) else cue
        last = cue, verb
        after = is_passive or verb.id == "cite" or is_inverted(page, sentence, verb)
        speaker = _speaker(page, sentence, verb, stance, after=after)
        if speaker is not None and speaker.is_pronoun and _is_quoted(page, sentence, cue):
            continue  # "We have counted 15," the mayor said
        if speaker is not None:
            denies = _denies_own(sentence, cue)
            stance = Stance.DENIED if denies else speaker.stance
            found.append(speaker._replace(verb=(cue.start, cue.end), stance=stance))
        if stance is Stance.DENIED and (other := _claimant(page, sentence, cue)):
            found.append(other)
    return found


def _is_unsaid(page: Page, sentence: Sentence, cue: Hit) -> bool:
    """Whether it is a name, "United States", or not said: "neither confirmed nor denied it"."""
    if page.plain[cue.start].isupper() and cue.start > sentence.start and not page.is_shouted:
        return page.plain[cue.start - 1] != '"'
    if any(
        one.id in _REJECTING and 0 < one.start - cue.end <= _CLOSE for one in sentence.of("cues")
    ):
        return True  # "said it was not involved"
    if any(
        one.end - cue.start > 0 and one.start - cue.end <= _CLOSE
        for one in sentence.of("conditions")
    ):
        return True  # "declared a state of emergency"
    at = bisect_left(sentence.words, cue.start, key=attrgetter("start"))
    return any(word.tag in _NOT for word in sentence.words[max(0, at - _FEW) : at])


def _is_quoted(page: Page, sentence: Sentence, cue: Hit) -> bool:
    """Whether a verb stands in a quotation of somebody who speaks behind it."""
    is_open = page.plain.count(_QUOTE, sentence.begin, cue.start) % 2 == 1
    closed = page.plain.find(_QUOTE, cue.end, sentence.end)
    return is_open and any(
        0 <= closed < one.start for one in sentence.of("cues") if one.id in STANCES
    )


def _denies_own(sentence: Sentence, cue: Hit) -> bool:
    """Whether it denies an own deed by saying so: "said its troops had not shelled the town"."""
    at = bisect_left(sentence.words, cue.end, key=attrgetter("start"))
    behind = sentence.words[at : at + _LONGEST_DENIAL]
    no = next((i for i, word in enumerate(behind) if word.tag in _NOT), 0)
    if not no or not any(word.tag in _OWN for word in behind[:no]) or no + 1 >= len(behind):
        return False
    start = behind[no + 1].start
    return any(hit.start == start for hit in (*sentence.of("triggers"), *sentence.of("harm")))


def _claimant(page: Page, sentence: Sentence, cue: Hit) -> Speaker | None:
    """Return whose claim is denied: the rebels of "dismissed a claim by the rebels that"."""
    at = bisect_left(sentence.words, cue.end, key=attrgetter("start"))
    by = next((word for word in sentence.words[at : at + _FEW] if word.tag == "y"), None)
    return _speaker(page, sentence, by, Stance.CLAIMED, after=True) if by else None


def _is_harm(sentence: Sentence, cue: Hit) -> bool:
    """Whether it begins a phrase for deaths: "claimed the lives of"."""
    at = bisect_left(sentence.words, cue.start, key=_START)
    return any(one.tag == _KILLING for one in sentence.words[at : at + 1])


def _is_passive(sentence: Sentence, cue: Hit) -> bool:
    """Whether who stands before does not say it: "fire between the two was reported"."""
    words = sentence.words
    at = bisect_left(words, cue.start, key=_START)
    is_said = 0 < at < len(words) and words[at - 1].tag in _BEING
    return is_said and not words[at].word.endswith(_PROGRESSIVE)


def _is_by(sentence: Sentence, cue: Hit) -> bool:
    """Whether "by" leads on to who says it: "was confirmed by the governor"."""
    at = bisect_left(sentence.words, cue.end, key=_START)
    return any(one.tag == _BY for one in sentence.words[at : at + 1])


def _goes_on(page: Page, verb: Hit, cue: Hit) -> bool:
    """Whether a verb of saying goes on with another: "said, adding that", "said in a statement"."""
    is_near = 0 <= cue.start - verb.end <= len(" , ")
    return is_near and page.plain[verb.end : cue.start].strip() in {"", ","}


def _speaker(
    page: Page, sentence: Sentence, verb: Hit | Token, stance: Stance, *, after: bool = False
) -> Speaker | None:
    voice = nearest_voice(page, sentence, verb, after=after)
    if voice is None:
        return None
    where = (verb.start, verb.end)
    return Speaker(voice.name, voice.kind, stance, voice.span, where, voice.is_pronoun).as_party()


def speaker_of_toll(
    page: Page, sentence: Sentence, toll: Toll, voices: Sequence[Speaker]
) -> Speaker | None:
    """Return whose word a toll is."""
    voices = [v for v in voices if v.stance is not Stance.DENIED or _denies(sentence, v, toll)]
    return (
        _reckoner(page, sentence, toll)
        or _accuser(page, sentence, toll)
        or _rejecter(page, sentence, toll)
        or _nearest(page, toll_span(sentence, toll), voices)
    )


def _reckoner(page: Page, sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return who "put the toll at 14"."""
    before = sentence.tokens[max(0, toll.first - _FEW) : toll.first]
    puts = [token for token in before if token.tag == "^"]
    return _speaker(page, sentence, puts[-1], Stance.ASSERTED) if puts else None


def _denies(sentence: Sentence, voice: Speaker, toll: Toll) -> bool:
    """Whether a denial is of these dead, not of what it names: "shelling a town where six died"."""
    before = sentence.tokens[: toll.first]
    between = [one.tag for one in before if one.start >= voice.verb[1]]
    is_after = sentence.tokens[toll.first].start >= voice.verb[1]
    return is_after and _PARTED.isdisjoint(between)


def _accuser(page: Page, sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return who "accused the rebels of killing nine": a toll in an accusation is no fact."""
    tokens = sentence.tokens
    if tokens[toll.first].tag not in _DOING:
        return None
    for cue in sentence.of("cues"):
        if cue.id == _ACCUSED and cue.end <= tokens[toll.first].start:
            between = [one.tag for one in tokens[: toll.first] if one.start >= cue.end]
            if "f" in between and _PARTING.isdisjoint(between[between.index("f") :]):
                return _speaker(page, sentence, cue, Stance.ASSERTED)
    return None


def _rejecter(page: Page, sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return who "rejected allegations that its troops killed nine"."""
    tokens = sentence.tokens
    for cue in sentence.of("cues"):
        if cue.id in _REJECTING and cue.end <= tokens[toll.first].start:
            between = [one.tag for one in tokens[: toll.first] if one.start >= cue.end]
            if between[:1] == ["x"] and _PARTED.isdisjoint(between):
                return _speaker(page, sentence, cue, Stance.DENIED)
    return None


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
    if last.span[0] < toll[1] or last.verb[0] < last.span[0]:
        return False
    is_trailing = "," in page.plain[toll[1] : last.span[0]]
    return is_trailing and "," in page.plain[before.verb[1] : toll[0]]


def _is_parted(page: Page, toll: tuple[int, int], verb: tuple[int, int]) -> bool:
    start, end = min(toll[1], verb[1]), max(toll[0], verb[0])
    return page.text.find(";", start, end) >= 0


def toll_span(sentence: Sentence, toll: Toll) -> tuple[int, int]:
    """Return the offsets of the words that tell a toll."""
    return sentence.tokens[toll.first].start, sentence.tokens[toll.last].end
