"""A country or a capital that speaks, or is accused, is its government, and no place.

"Kyiv said", "according to Bogota", "accused Rwanda of": the name stands right beside the verb and
no preposition leads it, unlike "police in Bogota said". Who is accused of violence is the army of
that country.
"""

from collections.abc import Iterator

from advisory.extraction.actors import ActorFound
from advisory.extraction.page import Page
from advisory.extraction.place_found import PlaceFound
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.extraction.this_town import CAPITAL
from advisory.extraction.tokens import Token
from advisory.model.text import Toponym

_STATES = frozenset({CAPITAL, "country"})
_HELPING = "aA"  # the tags of "has" and "have"
_LEADING = "rfy"  # the tags of what leads a place or an owner: "in", "of", "by"
_SPEAKING = frozenset({"say", "claim", "confirm", "deny"})
_CLOSE, _FEW = 40, 3


def state_beside(
    page: Page, sentence: Sentence, cue: Hit | Token, *, after: bool
) -> Toponym | None:
    """Return the state whose name stands right before a verb, or right after it."""
    word = _word_beside(sentence, cue, after=after)
    if word is None or not page.plain[word.start].isupper():
        return None
    for one in sentence.findings.toponyms:
        is_it = one.span.start == word.start if after else one.span.end == word.end
        if is_it and one.place.kind in _STATES and not one.is_demonym:
            return None if not after and _is_led(sentence, one) else one
    return None


def _word_beside(sentence: Sentence, cue: Hit | Token, *, after: bool) -> Token | None:
    """Return the word behind a verb, or before it and its "has"."""
    if after:
        return next((one for one in sentence.words if one.start >= cue.end), None)
    before = [one for one in sentence.words if one.end <= cue.start]
    while before and before[-1].tag in _HELPING:
        before.pop()
    return before[-1] if before else None


def _is_led(sentence: Sentence, one: Toponym) -> bool:
    before = [token.tag for token in sentence.words if token.end <= one.span.start]
    return bool(before) and before[-1] in _LEADING


def is_voice(page: Page, sentence: Sentence, start: int) -> bool:
    """Whether the name at an offset is that of a state that speaks."""
    return any(
        (one := state_beside(page, sentence, cue, after=cue.id == "cite"))
        and one.span.start == start
        for cue in sentence.of("cues")
        if cue.id in _SPEAKING or cue.id in {"cite", "blame"}
    )


def seated(sentence: Sentence, found: PlaceFound) -> PlaceFound:
    """Return a place of last resort where only who speaks sits there: "police in Gao said"."""
    is_seat = found.is_led and any(
        cue.start - found.end == 1 and cue.id in _SPEAKING for cue in sentence.of("cues")
    )
    return found._replace(is_led=False, is_whence=True) if is_seat else found


def armies(page: Page, sentence: Sentence) -> Iterator[ActorFound]:
    """Yield the armies of the states that a sentence blames by name, or that tell of their own."""
    for cue in sentence.of("cues"):
        is_blamed = cue.id == "blame"
        if not is_blamed and not (cue.id in _SPEAKING and is_of_its_own(page, sentence, cue)):
            continue
        state = state_beside(page, sentence, cue, after=is_blamed)
        army = state and sentence.findings.by.actors.army_of(state.place.country)
        if state and army:
            where = (state.span.start, state.span.end, army[0])
            yield ActorFound(*where, army[1].name, army[1].kind, "actors/of_its_state")


def is_of_its_own(page: Page, sentence: Sentence, cue: Hit | Token) -> bool:
    """Whether what is said begins with whoever says it: "said it had", "said its jets"."""
    after = page.lower[cue.end : cue.end + _CLOSE].split()[:_FEW]
    return not sentence.findings.by.actors.own_words.isdisjoint(after)
