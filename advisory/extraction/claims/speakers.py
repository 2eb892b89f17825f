"""Who speaks in a sentence, with what verb, and whose word a toll in it is.

The speaker is the actor or the office right before the verb of saying, or right after "according
to" and ", said". Where several speak, a toll is the word of whoever spoke last before it, else of
the first after it, and never of who speaks beyond a semicolon. Whom no list knows ("the diocese
said") is nobody else's voice.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from advisory.extraction.actors.actors import ActorFound
from advisory.extraction.counts.counts import Toll
from advisory.extraction.counts.tokens import Token
from advisory.extraction.roles.governments import is_of_its_own, state_beside
from advisory.extraction.roles.inverted import is_inverted, is_subject, words_between
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import FIGHTING, SpeakerKind, Stance

_NEAR, _FAR = 45, 110
STANCES = {
    "say": Stance.ASSERTED,
    "cite": Stance.ASSERTED,
    "claim": Stance.CLAIMED,
    "confirm": Stance.CONFIRMED,
    "deny": Stance.DENIED,
}
"""The stance that each class of verbs of saying takes."""
_OWN_WORD = frozenset({Stance.ASSERTED, Stance.CONFIRMED})  # a party confirms nothing of its own
_FEW = 3  # words between "put" and "the death toll"


class Speaker(NamedTuple):
    """Who speaks in a sentence, with what verb."""

    name: str | None
    kind: SpeakerKind
    stance: Stance
    span: tuple[int, int]
    verb: tuple[int, int] = (0, 0)


def speakers(page: Page, sentence: Sentence) -> list[Speaker]:
    """Return who says what in a sentence, in its order; none where the report says it itself."""
    found = []
    last: tuple[Hit, Hit] | None = None  # the verb before, and the one that it goes on with
    for cue in sentence.of("cues"):
        stance = STANCES.get(cue.id)
        if stance is None:
            continue
        verb = last[1] if last and _goes_on(page, last[0], cue) else cue
        last = cue, verb
        after = verb.id == "cite" or is_inverted(page, sentence, verb)
        speaker = _speaker(page, sentence, verb, stance, after=after)
        if speaker is not None:
            found.append(speaker._replace(verb=(cue.start, cue.end)))
    return found


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
    name, kind, span = voice
    if stance in _OWN_WORD and kind is SpeakerKind.PARTY:
        stance = Stance.CLAIMED
    return Speaker(name, kind, stance, span, (verb.start, verb.end))


def speaker_of_toll(
    page: Page, sentence: Sentence, toll: Toll, voices: Sequence[Speaker]
) -> Speaker | None:
    """Return whose word a toll is."""
    return _reckoner(page, sentence, toll) or _nearest(page, toll_span(sentence, toll), voices)


def _reckoner(page: Page, sentence: Sentence, toll: Toll) -> Speaker | None:
    """Return who "put the toll at 14"."""
    before = sentence.tokens[max(0, toll.first - _FEW) : toll.first]
    puts = [token for token in before if token.tag == "^"]
    return _speaker(page, sentence, puts[-1], Stance.ASSERTED) if puts else None


def _nearest(page: Page, toll: tuple[int, int], voices: Sequence[Speaker]) -> Speaker | None:
    near = [one for one in voices if not _is_parted(page, toll, one.verb)]
    if len(near) < 2:  # noqa: PLR2004 - nobody to choose from
        return next(iter(near or voices[: len(voices) == 1]), None)
    before = [one for one in near if one.verb[1] <= toll[0]]
    return before[-1] if before else near[0]


def _is_parted(page: Page, toll: tuple[int, int], verb: tuple[int, int]) -> bool:
    start, end = min(toll[1], verb[1]), max(toll[0], verb[0])
    return page.text.find(";", start, end) >= 0


def nearest_voice(
    page: Page, sentence: Sentence, cue: Hit | Token, *, after: bool
) -> tuple[str, SpeakerKind, tuple[int, int]] | None:
    """Return the nearest actor or office on the right side of a verb of saying."""
    best: tuple[int, str, SpeakerKind, tuple[int, int]] | None = None
    unknown = -1 if after else _unknown_voice(page, sentence, cue)
    for start, end, name, kind in _voices(page, sentence):
        gap = start - cue.end if after else cue.start - end
        if start < unknown:
            continue
        if 0 <= gap <= (_NEAR if after else _FAR) and (best is None or gap < best[0]):
            best = (gap, name, kind, (start, end))
    state = None if best and best[0] <= 1 else state_beside(page, sentence, cue, after=after)
    if state is not None:
        where = (state.span.start, state.span.end)
        is_party = not after and is_of_its_own(page, sentence, cue)
        kind = SpeakerKind.PARTY if is_party else SpeakerKind.OFFICIAL
        return page.text[slice(*where)], kind, where
    return best[1:] if best else None


def _unknown_voice(page: Page, sentence: Sentence, cue: Hit | Token) -> int:
    """Return where somebody begins whom no word list knows: "killed two, the diocese said".

    Who stands before the comma did it, and did not say it. -1 where there is no such voice.
    """
    comma = page.text.rfind(",", sentence.start, cue.start)
    if comma < 0:
        return -1
    between = words_between(sentence, comma + 1, cue.start)
    return between[0].start if between and is_subject(sentence, between) else -1


def _voices(page: Page, sentence: Sentence) -> Iterator[tuple[int, int, str, SpeakerKind]]:
    """Give who may speak; "the army" that the report names elsewhere before the mere office."""
    named = [found for found in sentence.actors if not found.is_unnamed]
    for found in named:
        yield _actor(found)
    for hit in sentence.of("speakers"):
        yield hit.start, hit.end, page.text[hit.start : hit.end], SpeakerKind(hit.id)
    for found in sentence.actors:
        if found.is_unnamed:
            yield _actor(found)


def _actor(found: ActorFound) -> tuple[int, int, str, SpeakerKind]:
    kind = SpeakerKind.PARTY if found.kind in FIGHTING else SpeakerKind.ORGANISATION
    return found.start, found.end, found.name, _office(found, kind)


def _office(found: ActorFound, kind: SpeakerKind) -> SpeakerKind:
    """Police are an official source, and a party only where they fight."""
    return SpeakerKind.OFFICIAL if "police" in found.id else kind


def toll_span(sentence: Sentence, toll: Toll) -> tuple[int, int]:
    """Return the offsets of the words that tell a toll."""
    return sentence.tokens[toll.first].start, sentence.tokens[toll.last].end
