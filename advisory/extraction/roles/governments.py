"""A country or a capital that speaks, or is accused, is its government, and no place.

"Kyiv said", "according to Bogota", "accused Rwanda of": the name stands right beside the verb and
no preposition leads it, unlike "police in Bogota said". Who is accused of violence is the army of
that country.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.counts.tokens import Token
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.roles.done_to import Deed
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_behind
from advisory.model.text import Toponym

_TOWNS = frozenset({"capital", "seat", "place", "site", "unlocated"})
_HELPING = "aA"  # the tags of "has" and "have"
_LEADING = "rfy"  # the tags of what leads a place or an owner: "in", "of", "by"
_CLAUSES = frozenset(',;:"&xhv')  # what may stand before the subject of a clause
_SPEAKING = frozenset({"say", "claim", "confirm", "deny"})
_END = attrgetter("end")
_CLOSE, _FEW = 40, 3
_CAPITAL, _OWNER = "capital", "'s "


def state_beside(sentence: Sentence, cue: Hit | Token | Deed, *, after: bool) -> Toponym | None:
    """Return the state whose name stands right before a verb, or right after it."""
    word = _word_beside(sentence, cue, after=after) if sentence.states else None
    if word is None or not sentence.page.plain[word.start].isupper():
        return None
    for one in sentence.states:
        is_it = one.span.start == word.start if after else one.span.end == word.end
        if is_it:
            is_owner = sentence.page.plain.startswith(
                "'s", one.span.end
            )  # "blamed on Ruritania's rebels"
            return None if is_owner or (not after and _is_led(sentence, one)) else one
    return None


def _word_beside(sentence: Sentence, cue: Hit | Token | Deed, *, after: bool) -> Token | None:
    """Return the word behind a verb, or before it and its "has"."""
    if after:
        return next(iter(words_behind(sentence, cue.end)), None)
    return next((one for one in _before(sentence, cue.start) if one.tag not in _HELPING), None)


def _before(sentence: Sentence, start: int) -> Iterator[Token]:
    """Return the words that end before an offset, the last first."""
    return reversed(sentence.words[: bisect_right(sentence.words, start, key=_END)])


def _is_led(sentence: Sentence, one: Toponym) -> bool:
    before = next(_before(sentence, one.span.start), None)
    return before is not None and before.tag in _LEADING


def is_voice(sentence: Sentence, start: int) -> bool:
    """Whether the name at an offset is that of a state that speaks."""
    return any(one.span.start == start for one in sentence.states) and any(
        (one := state_beside(sentence, cue, after=cue.id == "cite")) and one.span.start == start
        for cue in sentence.of("cues")
        if cue.id in _SPEAKING or cue.id in {"cite", "blame"}
    )


def seated(sentence: Sentence, places: list[PlaceFound]) -> list[PlaceFound]:
    """Return places, those of last resort where only who speaks sits there.

    "Police in Gao said", "doctors at Gao hospital said", "said the mayor of Gao". What a mayor says
    of "the town in the north" is of his own. "Ankara's claim" is that of a state.
    """
    places = [found for found in places if not _owns_a_word(sentence, found)]
    seats = [found for found in places if found.is_led and is_seat(sentence, found)]
    others = [one for one in places if one.is_head and not one.is_demonym and one not in seats]
    if not seats or (others and all(one.place.kind not in _TOWNS for one in others)):
        return places
    return [one._replace(is_led=False, is_whence=True) if one in seats else one for one in places]


def _owns_a_word(sentence: Sentence, found: PlaceFound) -> bool:
    """Whether a capital only says whose word something is: "Ankara's claim"."""
    if found.place.kind != _CAPITAL or not sentence.page.plain.startswith(_OWNER, found.end):
        return False
    begin = found.end + len(_OWNER)
    return any(cue.start == begin for cue in sentence.cues_of("word_of"))


def is_seat(sentence: Sentence, found: PlaceFound) -> bool:
    """Whether a place only says where who speaks sits: "a police source in Gao confirmed"."""
    return any(
        _is_cited(sentence.page, found, cue)
        if cue.id == "cite"
        else cue.id in _SPEAKING
        and (_is_beside(sentence.page, found, cue) or _is_office_of(sentence, found, cue))
        for cue in sentence.of("cues")
    )


def _is_cited(page: Page, found: PlaceFound, cue: Hit) -> bool:
    """Whether who is cited sits there: "according to doctors in Gao"."""
    between = page.lower[cue.end : found.start]
    return 0 < len(between) <= _CLOSE and "," not in between


def _is_beside(page: Page, found: PlaceFound, cue: Hit) -> bool:
    """Whether a verb of saying stands right behind a place, or behind one word: "hospital".

    So it does behind whatever is of the place: "the Gao region's council said".
    """
    between = page.lower[found.end : cue.start]
    words = between.split()
    is_owner = any(word.endswith("'s") for word in words[:2])
    is_close = 0 < len(between) <= _CLOSE and "," not in between
    return is_close and (is_owner or len(words) <= 1)


def _is_office_of(sentence: Sentence, found: PlaceFound, cue: Hit) -> bool:
    """Whether it is the seat of an office named right behind the verb: "said the mayor of"."""
    return any(
        0 < hit.start - cue.end <= len(" the ") and 0 < found.start - hit.end <= len(" of the ")
        for hit in sentence.of("speakers")
    )


def armies(sentence: Sentence, deeds: Sequence[Deed]) -> Iterator[ActorFound]:
    """Yield the armies of the states that a sentence blames by name, or that tell of their own.

    So does that of a state whose name is the subject of a deed: "Ruritania bombed the town".
    """
    for deed in deeds:
        state = state_beside(sentence, deed, after=False)
        if state and _begins_clause(sentence, state):
            yield from _army(sentence, state)
    for cue in sentence.of("cues"):
        is_blamed = cue.id == "blame"
        if not is_blamed and not (cue.id in _SPEAKING and is_of_its_own(sentence, cue)):
            continue
        if state := state_beside(sentence, cue, after=is_blamed):
            yield from _army(sentence, state)


def _army(sentence: Sentence, state: Toponym) -> Iterator[ActorFound]:
    army = sentence.findings.by.actors.army_of(state.place.country)
    if army:
        where = (state.span.start, state.span.end, army[0])
        yield ActorFound(*where, army[1].name, army[1].kind, "actors/of_its_state")


def _begins_clause(sentence: Sentence, state: Toponym) -> bool:
    """Whether nothing leads a name: not "in northern Ruritania attacked"."""
    before = next(_before(sentence, state.span.start), None)
    return before is None or before.tag in _CLAUSES


def is_of_its_own(sentence: Sentence, cue: Hit | Token) -> bool:
    """Whether what is said begins with whoever says it: "said it had", "said its jets".

    So is a deed that it calls its own: "said that nine had died in its attack".
    """
    own = sentence.findings.by.actors.own_words
    if not own.isdisjoint(sentence.page.behind(cue.end, _CLOSE)[:_FEW]):
        return True
    deeds = (hit.start for hit in sentence.of("triggers") if hit.form in NOUNS)
    return any(
        not own.isdisjoint(sentence.page.between(cue.end, start)[-1:])
        for start in deeds
        if start > cue.end
    )
