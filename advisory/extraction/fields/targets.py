"""Who or what was hit: the lexicon's words for it, and people far from home.

"An American missionary" is a foreigner anywhere but in the United States, by the words themselves:
what one who is taken abroad means for other visitors hangs on it. Words for who only talks of it
("police told reporters") are no targets; what else is none is in `spared`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from advisory.extraction.claims.speakers import Speaker, speakers
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.counts.people import FIGHTERS
from advisory.extraction.counts.tokens import Token
from advisory.extraction.fields.spared import Spared
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.roles.deeds import AFTERMATH
from advisory.extraction.roles.roles import Part
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import ActorKind, ActorRole
from advisory.rulebook.lexicon import Lexicon

FOREIGNER = "foreigner"
_RULE = "targets/from_abroad"
_BESIDE = 2  # characters: a space, and the first letter of the next word
_WORD = 12  # characters: " has also "
_CLOSING, _OWNING = (",", '"'), "'s "
_REACH = 6  # words from a deed to whom it befell
_PEOPLE, _BY, _BEING, _LEADING = "pP", "y", "bB", "r"  # tags of words
_COUNTED, _NAMED = "n", "wWpPng"
_POLICE = "police"
_SPEAKING_OF_IT = frozenset({"blame", "reacting"})
_TARGET_OF = {ActorKind.STATE_FORCE: "military", ActorKind.PEACEKEEPERS: "peacekeeper"}


class Target(NamedTuple):
    """A word for who or what was hit, by offsets, and the rule that read it."""

    start: int
    end: int
    id: str
    rule: str


class TargetReader:
    """Reads targets by the small words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._language = lexicon.language
        self._spared = Spared(lexicon.grammar)

    def targets(self, draft: Draft, country: str | None) -> Iterator[Target]:
        """Yield who or what an incident in a country hit, in the order of the text."""
        for telling in draft.tellings:
            if telling.type is not None:
                yield from self._told(telling)
                if country is not None:
                    yield from _from_abroad(telling, country)

    def _told(self, telling: Telling) -> Iterator[Target]:
        hits = telling.sentence.of("targets")
        talking = _talking(telling.sentence) if hits else []
        for hit in hits:
            is_told = any(hit.start < end and start < hit.end for start, end in talking)
            if not is_told and not self._spared.is_spared(telling, hit):
                yield Target(hit.start, hit.end, hit.id, hit.rule(self._language))


def target_codes(
    page: Page, found: Sequence[Target], actors: Sequence[Part], kind: str
) -> tuple[str, ...]:
    """Return each target once, forces that were attacked by name among them."""
    hit = (part for part in actors if part.actor.role is ActorRole.TARGET)
    codes = [target.id for target in found]
    forces = [part for part in hit if part.actor.kind in _TARGET_OF and kind not in AFTERMATH]
    codes += [_POLICE if _are_police(page, p) else _TARGET_OF[p.actor.kind] for p in forces]
    return tuple(dict.fromkeys(codes))


def _are_police(page: Page, part: Part) -> bool:
    """Whether a force is police, by its entry or by what the report calls it."""
    return _POLICE in part.found.id or _POLICE in page.phrase(part.found)


def _talking(sentence: Sentence) -> list[tuple[int, int]]:
    """Return where somebody stands who only tells of it, or is told: "police told reporters"."""
    voices = [_whole(sentence, one) for one in speakers(sentence)]
    verbs = sentence.cues_of("say")
    spoken = sentence.cues_of(*_SPEAKING_OF_IT)
    voices += [span for cue in spoken for span in _who_blames(sentence, cue)]
    return [*voices, *((hit.start - _BESIDE, hit.end + _BESIDE) for hit in verbs)]


def _who_blames(sentence: Sentence, cue: Hit) -> Iterator[tuple[int, int]]:
    """Yield the office right before such a word, with all since the deed told before it.

    "The minister accused them of", "the governor strongly condemned".
    """
    for hit in sentence.of("speakers"):
        if 0 < cue.start - hit.end <= _WORD and hit.id == "official":
            told = (one.end for one in sentence.of("triggers") if one.end <= hit.start)
            yield max(told, default=sentence.start), cue.start


def _whole(sentence: Sentence, voice: Speaker) -> tuple[int, int]:
    """Return all that names a voice: "army spokesman Colonel Ba" before "said", or behind it."""
    (start, end), (verb, over) = voice.span, voice.verb
    text = sentence.page.plain
    before = text[sentence.start : start]
    if before.endswith(_OWNING):  # "the governor's spokesman"
        start = sentence.start + before.rfind(" ", 0, -len(_OWNING)) + 1
    if start >= over and text[sentence.start : verb].rstrip(" ").endswith(_CLOSING):
        comma = text.find(",", end, sentence.end)
        return start, comma if comma > 0 else sentence.end
    told = (*sentence.of("triggers"), *sentence.of("harm"))
    is_beside = end <= verb and not any(end <= hit.start < verb for hit in told)
    return (start, verb) if is_beside else (start, end)


def _from_abroad(telling: Telling, country: str) -> Iterator[Target]:
    """Yield the people of another country whom it befell: "kidnapped an American missionary"."""
    foreign = [found for found in telling.sentence.places if _is_foreign(found, country)]
    if not (foreign and telling.trigger):
        return
    tokens = telling.sentence.words
    for found in foreign:
        at = next((i for i, token in enumerate(tokens) if token.start >= found.end), len(tokens))
        are_people = found.is_demonym and _are_people(tokens, at)
        at -= are_people
        one = next((t for t in tokens[at : at + 2] if are_people or t.tag not in "wW"), None)
        is_person = one and (are_people or (one.tag in _PEOPLE and one.who not in FIGHTERS))
        if one and is_person and _befell(telling, tokens, found, at, telling.trigger):
            yield Target(found.start, one.end, FOREIGNER, _RULE)


def _are_people(tokens: Sequence[Token], at: int) -> bool:
    """Whether what ends before a word is people by itself: "two Germans in the north"."""
    is_counted = at > 1 and tokens[at - 2].tag in _COUNTED
    return is_counted and (at == len(tokens) or tokens[at].tag not in _NAMED)


def _is_foreign(found: PlaceFound, country: str) -> bool:
    """Whether it may say where people are from who are not at home."""
    is_origin = found.is_demonym or (found.place.kind == "country" and not found.is_led)
    return is_origin and found.place.country not in {None, country}


def _befell(
    telling: Telling, tokens: Sequence[Token], found: PlaceFound, at: int, deed: Hit
) -> bool:
    """Whether people stand among the dead or hurt, after the deed, or as subject of a passive."""
    tolls = ((tokens[toll.first], tokens[toll.last]) for toll in telling.sentence.tolls)
    if any(first.start <= found.start < last.end for first, last in tolls):
        return True
    if found.start >= deed.end:
        between = [token.tag for token in tokens[:at] if token.start >= deed.end]
        return len(between) <= _REACH and _BY not in between
    between = [token.tag for token in tokens[at:] if token.start < deed.start]
    behind = next((token.tag for token in tokens[at:] if token.start >= deed.end), _LEADING)
    is_said = any(tag in _BEING for tag in between[1:])
    return len(between) <= _REACH and (is_said or (len(between) == 1 and behind == _LEADING))
