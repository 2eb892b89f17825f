"""Who stands beside a verb of saying: an actor, an office, a state, or somebody no list knows.

The subject of the verb is sought word by word, back to the comma or verb before it. A known voice
in it speaks, the nearest to the verb; but what follows "residents near" or "a farmer at" only says
where they are. Whom no list knows is called by the report's own words: what "the diocese" says is
neither the report's own account nor the word of who did it.
"""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.claims.sayings import blame_before
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.roles.governments import is_of_its_own, state_beside
from advisory.extraction.roles.inverted import is_subject
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_before, words_behind, words_between
from advisory.model.text import Toponym
from advisory.model.vocabulary import FIGHTING, ActorKind, SpeakerKind

_NEAR, _FAR = 45, 110
_HELPING = "aA"  # "has", "later": between a subject and its verb
_ARTICLES, _PRONOUNS = "dt", "sH"
_VERBS = frozenset("vkKEiIbBmlM!^")
_MORE = _VERBS | frozenset("RaA")  # between a subject and a verb that says more of it
_PARTING = _VERBS | frozenset(',;:("&hRx')  # what no subject reaches across
_LONGEST = 9  # words of a subject
_GOVERNING = "rf"  # "in a statement", "of the army"
_GOVERNED = frozenset("yr")  # by, with
_FEW = 3  # words of one that begins like none: "opposition lawmakers"
_OF_A_PARTY = frozenset({SpeakerKind.PARTY, SpeakerKind.OFFICIAL, SpeakerKind.MEDIA})
_BODIES = frozenset({SpeakerKind.MEDICAL, SpeakerKind.ORGANISATION})
_AT_A_PLACE = frozenset({SpeakerKind.WITNESS, SpeakerKind.MEDICAL})


class Voice(NamedTuple):
    """Who speaks and where the words stand; `name` is None for a pronoun of nobody known."""

    name: str | None
    kind: SpeakerKind
    span: tuple[int, int]
    is_pronoun: bool = False


def nearest_voice(sentence: Sentence, cue: Hit | Token, *, after: bool) -> Voice | None:
    """Return who speaks on the right side of a verb of saying."""
    blame = None if after else blame_before(sentence, cue)
    if blame is not None:
        return nearest_voice(sentence, blame, after=False)
    subject = _behind(sentence, cue.end) if after else _before(sentence, cue.start)
    best = _known(sentence, cue, subject, after=after)
    is_close = best is not None and _gap(best, cue, after=after) <= 1
    state = None if is_close else state_beside(sentence, cue, after=after)
    if state is None and best is None and not after:
        state = _state_that_goes_on(sentence, cue)
    if state is not None:
        where = (state.span.start, state.span.end)
        is_party = not after and is_of_its_own(sentence, cue)
        kind = SpeakerKind.PARTY if is_party else SpeakerKind.OFFICIAL
        return Voice(sentence.page.text[slice(*where)], kind, where)
    return best or _somebody(sentence.page, subject)


def _state_that_goes_on(sentence: Sentence, cue: Hit | Token) -> Toponym | None:
    """Return the state that opens a sentence and goes on to say: "Ruritania denied it and said"."""
    first = next(iter(sentence.states), None)
    is_next = any(word.tag == "&" for word in words_before(sentence, cue.start)[-1:])
    return first if first and is_next and first.span.start == sentence.start else None


def _known(
    sentence: Sentence, cue: Hit | Token, subject: Sequence[Token], *, after: bool
) -> Voice | None:
    """Return the nearest actor or office, of those in the subject where there is one."""
    is_pronoun = bool(subject) and subject[0].tag in _PRONOUNS
    is_open = is_pronoun or not subject
    first, last = (0, sentence.end) if is_open else (subject[0].start, subject[-1].end)
    reach = (_NEAR if after else _FAR) if is_open else sentence.end  # an aside may be long
    near = [
        voice
        for voice in _voices(sentence)
        if 0 <= _gap(voice, cue, after=after) <= reach
        and first < voice.span[1]  # "Save" is of "Save the Children", too
        and voice.span[0] < last
    ]
    core = () if is_pronoun else _until(subject, "r")
    end = core[-1].end if core else 0
    placed = [one for one in near if one.kind in _AT_A_PLACE and one.span[0] < end]
    if not is_open and len(core) < len(subject) and not any(one.span[0] < end for one in near):
        return None
    heads = _at_the_head(sentence, near) if is_pronoun else near
    best = min(placed or heads, key=lambda one: _gap(one, cue, after=after), default=None)
    if best is None:
        return None
    if best.kind is SpeakerKind.PARTY:
        best = _beside_a_party(sentence, best) or best
    return (_whose(sentence.page, best, near) or best)._replace(is_pronoun=is_pronoun)


def _at_the_head(sentence: Sentence, near: Sequence[Voice]) -> Sequence[Voice]:
    """Leave out whom something governs: "it" is none of "60 women held by rebels"."""
    heads = []
    for one in near:
        before = letters(words_before(sentence, one.span[0])).rstrip(_ARTICLES)
        heads += [one] if before[-1:] not in _GOVERNED else []
    return heads or near


def _beside_a_party(sentence: Sentence, party: Voice) -> Voice | None:
    """Return who is no party and says the same: "two officers and a militia leader said"."""
    for one in _voices(sentence):
        end, begin = one.span[1], party.span[0]
        between = letters(words_between(sentence, end, begin))
        if one.kind is not SpeakerKind.PARTY and between.rstrip(_ARTICLES) == "&":
            return one
    return None


def _whose(page: Page, office: Voice, near: Sequence[Voice]) -> Voice | None:
    """Return the party whose an office is: "a JNIM spokesman", "the army's media wing"."""
    if office.kind not in _OF_A_PARTY:
        return None
    beside = (one for one in near if page.plain[one.span[1] : office.span[0]] in {" ", "'s "})
    return next((one for one in beside if one.kind is SpeakerKind.PARTY), None)


def _gap(voice: Voice, cue: Hit | Token, *, after: bool) -> int:
    return voice.span[0] - cue.end if after else cue.start - voice.span[1]


def _before(sentence: Sentence, end: int) -> Sequence[Token]:
    """Return the words of the subject that ends where a verb begins, if any.

    What only says more of it lies between: "a farmer who fled the village said", "Ba, whose house
    burned, said".
    """
    words = words_before(sentence, end)
    last = len(words)
    while last and words[last - 1].tag in _HELPING:
        last -= 1
    first = _begin(words, last)
    if first == last and first > 1 and words[first - 1].tag == ",":
        last = _before_aside(words, first - 1)
        first = _begin(words, last)
    is_he = last - first == 1 and words[first].tag in _PRONOUNS  # "said he had counted"
    while first and not is_he and _goes_on_before(sentence, words, first):
        last = first - 1
        while last and words[last - 1].tag in _MORE:
            last -= 1
        first = _begin(words, last)
    return _subject(sentence, words[first:last])


def _goes_on_before(sentence: Sentence, words: Sequence[Token], first: int) -> bool:
    """Whether words before a verb belong to what stands before them, up to another verb."""
    return words[first - 1].tag in _VERBS or _says_more(sentence, words, first)


def _says_more(sentence: Sentence, words: Sequence[Token], first: int) -> bool:
    """Whether words before a verb say more of who speaks: "an official who asked not to be"."""
    begin = words[first].start if first < len(words) else sentence.end
    is_verb = words[first - 1].tag == "R" and words[first : first + 1] != ()
    is_plain = is_verb and words[first].tag == "w" and sentence.page.plain[begin].islower()
    return is_plain and not any(voice.span[0] == begin for voice in _voices(sentence))


def _before_aside(words: Sequence[Token], comma: int) -> int:
    """Return where a subject ends before an aside, or before "said" of "said, blaming them"."""
    if words[comma - 1].tag in _VERBS:
        return comma - 1
    first = next((i for i in range(comma - 1, 0, -1) if words[i].tag == ","), 0)
    opening = letters(words[first + 1 : first + 3])
    if all(word.tag == "W" for word in words[first + 1 : comma]):
        return first  # "the charity, Alima, said"
    return first if opening[0] in f"{_ARTICLES}R" or opening[1:] == "R" else 0  # "to whom"


def _begin(words: Sequence[Token], last: int) -> int:
    """Return where the words begin that reach up to a verb without another verb or mark."""
    first = last
    while first and last - first < _LONGEST and words[first - 1].tag not in _PARTING:
        first -= 1
    return first


def _behind(sentence: Sentence, start: int) -> Sequence[Token]:
    """Return the words of the subject that begins behind a verb, if any.

    Who somebody is belongs to it: "said Awa Ba, a nurse".
    """
    words = words_behind(sentence, start)[:_LONGEST]
    last = _end(words, 0)
    if last + 1 < len(words) and words[last].tag == "," and words[last + 1].tag in _ARTICLES:
        last = _end(words, last + 1)
    return _subject(sentence, words[:last])


def _end(words: Sequence[Token], first: int) -> int:
    return next((i for i in range(first, len(words)) if words[i].tag in _PARTING), len(words))


def _subject(sentence: Sentence, words: Sequence[Token]) -> Sequence[Token]:
    """Return words from where the last subject begins: "the group" of "on Monday the group"."""
    if not words or words[-1].tag in _ARTICLES:
        return ()
    if len(words) == 1 and words[0].tag in _PRONOUNS:
        return words
    is_plural = len(words) <= _FEW and words[-1].word.endswith("s")
    is_known = any(one.start == words[0].start for one in sentence.actors)
    if len(words) == 1 and words[0].start == sentence.start and not (is_plural or is_known):
        return ()  # "Earlier reports": its capital says nothing
    if is_subject(sentence, words) or (is_plural and {one.tag for one in words} <= set("wWpP")):
        return words
    starts = (i for i in range(len(words) - 1, 0, -1) if words[i].tag in _ARTICLES)
    at = next((i for i in starts if words[i - 1].tag not in _GOVERNING), 0)
    return words[at:] if at and is_subject(sentence, words[at:]) else ()


def _until(words: Sequence[Token], tags: str) -> Sequence[Token]:
    return tuple(takewhile(lambda one: one.tag not in tags, words))


def _somebody(page: Page, subject: Sequence[Token]) -> Voice | None:
    """Return whom no list knows, by the words of the report: "a farmer" of "a farmer in Gao"."""
    if subject and subject[0].tag in _PRONOUNS:
        where = (subject[0].start, subject[0].end)
        return Voice(None, SpeakerKind.UNNAMED, where, is_pronoun=True)
    head = _until(subject, "r,")
    named = head[1:] if head and head[0].tag in _ARTICLES else head
    if not named:
        return None
    where = (named[0].start, named[-1].end)
    return Voice(page.text[slice(*where)], SpeakerKind.UNNAMED, where)


def _voices(sentence: Sentence) -> Iterator[Voice]:
    """Give who may speak; "the army" that the report names elsewhere before the mere office."""
    for found in sentence.actors:
        if not found.is_unnamed:
            yield _actor(found)
    armies = {one.start for one in sentence.actors if one.kind is ActorKind.STATE_FORCE}
    for hit in sentence.of("speakers"):
        where = (hit.start, hit.end)
        where = whole_name(sentence, where) if hit.id in _BODIES else where
        is_group = hit.id == SpeakerKind.PARTY and hit.start not in armies  # no junta is one
        group = _group(sentence, hit) if is_group else None
        yield Voice(group or sentence.page.text[slice(*where)], SpeakerKind(hit.id), where)
    for found in sentence.actors:
        if found.is_unnamed:
            yield _actor(found)


def whole_name(sentence: Sentence, where: tuple[int, int]) -> tuple[int, int]:
    """Return all of a body's name that a word for one stands in: "Sudan Doctors Network"."""
    page, words = sentence.page, sentence.words
    first, last = (len(words_before(sentence, at)) for at in where)
    if first == last or page.is_shouted:
        return where
    if not all(_is_capital(page, one) for one in words[first:last]):
        return where
    while first > 1 and _is_capital(page, words[first - 1]):
        first -= 1
    while last < len(words) and _is_capital(page, words[last]):
        last += 1
    return words[first].start, words[last - 1].end


def _is_capital(page: Page, token: Token) -> bool:
    return page.plain[token.start].isupper() and token.tag not in _PARTING


def _group(sentence: Sentence, hit: Hit) -> str | None:
    """Return the armed group named last before "the group", which says so."""
    named = (
        found.name
        for found in reversed(sentence.findings.actors_in(0, hit.start))
        if found.kind is ActorKind.ARMED_GROUP and not found.is_unnamed
    )
    return next(named, None)


def _actor(found: ActorFound) -> Voice:
    kind = SpeakerKind.PARTY if found.kind in FIGHTING else SpeakerKind.ORGANISATION
    kind = SpeakerKind.OFFICIAL if "police" in found.id else kind  # a party only where they fight
    return Voice(found.name, kind, (found.start, found.end))
