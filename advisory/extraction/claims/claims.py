"""Who says what, and how sure the report lets us be.

A claim is one field as one party states it: a toll "according to" rebels, a responsibility
claimed, an attack blamed on somebody. Who speaks is found in `speakers`; a spokesman is a source
and no perpetrator. What follows from the claims for the whole is in `status`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from advisory.extraction.claims.speakers import (
    STANCES,
    Speaker,
    heard,
    speaker_of_toll,
    speakers,
    toll_span,
)
from advisory.extraction.claims.voices import nearest_voice
from advisory.extraction.counts.counts import Toll
from advisory.extraction.roles.inverted import words_between
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.model.value import Claim, Span
from advisory.model.vocabulary import FIGHTING, ActorRole, SpeakerKind, Stance

_DENIED = {"deny_part": "perpetrators", "deny_all": "type", "deny_toll": "killed"}
"""What each class of denials is about."""
_ANSWERABLE, _NEXT = frozenset({"answerable", "court"}), 2
_BACK = 300  # characters
_FURTHER = 12  # characters from a denial to a blame that it is not of
_NEAR = 40  # characters from "held" to "responsible"
_THAT_ITS = frozenset({"xs", "xH", "xx"})  # the tags of "that it", "that they", "that its"
_NONE = "z!"  # the tags of "no", "not"
_SUBORDINATE = "h"  # the tag of "after", "while"
_DOER = ActorRole.PERPETRATOR


def claims(page: Page, tellings: Sequence[Telling], *, has_parties: bool = True) -> list[Claim]:
    """Return every claim of the sentences about one incident, in their order, each once.

    To what nobody does, a quake or an accident, no one who speaks is a party.
    """
    found: dict[tuple[object, ...], Claim] = {}
    spoke: Speaker | None = None
    for telling in tellings:
        said = heard(page, telling.sentence, telling.trigger)
        if spoke is None and any(voice.is_pronoun for voice in said):
            spoke = _spoke_before(page, telling.sentence)
        voices = list(_with_names(said, spoke))
        voices = [_as_fighter(telling, v) if has_parties else v.as_office() for v in voices]
        for claim in _claims(page, telling, voices, spoke):
            found.setdefault((claim.field, claim.value, claim.speaker, claim.stance), claim)
        spoke = next((one for one in reversed(voices) if one.name), None) or _doer(telling) or spoke
    return list(found.values())


def _with_names(voices: Iterable[Speaker], spoke: Speaker | None) -> Iterator[Speaker]:
    """Yield those who speak; "he said" is of who spoke last before the sentence."""
    for voice in voices:
        if not voice.is_pronoun or spoke is None:
            if voice.name:
                yield voice
        else:
            yield voice._replace(name=spoke.name, kind=spoke.kind).as_party()


def _spoke_before(page: Page, sentence: Sentence) -> Speaker | None:
    """Return who spoke last before a sentence, though what was said there told of nothing."""
    start = max(sentence.scene[0], sentence.start - _BACK)
    hits = tuple(hit for hit in sentence.findings.hits if start <= hit.start < sentence.start)
    around = replace(sentence, start=start, end=sentence.start, hits=hits, whole=None)
    voices = speakers(page, around) if hits else []
    return next((one for one in reversed(voices) if one.name), None)


def _as_fighter(telling: Telling, voice: Speaker) -> Speaker:
    """Return it as a party where it is one of those who did what is told, though in no list."""
    if voice.kind is not SpeakerKind.UNNAMED:
        return voice
    is_one = any(
        part.actor.kind in FIGHTING
        and part.found.start < voice.span[1]
        and voice.span[0] < part.found.end
        for part in telling.parts
    )
    return voice._replace(kind=SpeakerKind.PARTY).as_party() if is_one else voice


def _doer(telling: Telling) -> Speaker | None:
    """Return the only one who did what is told, of whom "it said" speaks next."""
    doers = {p.actor for p in telling.parts if p.actor.role is _DOER and p.actor.kind in FIGHTING}
    if len(doers) != 1:
        return None
    [part, *_] = [p for p in telling.parts if p.actor in doers]
    span = (part.found.start, part.found.end)
    return Speaker(part.actor.name, SpeakerKind.PARTY, Stance.CLAIMED, span)


def _claims(
    page: Page, telling: Telling, voices: Sequence[Speaker], spoke: Speaker | None
) -> Iterator[Claim]:
    sentence = telling.sentence
    speaker = voices[0] if voices else None
    yield from _tolls(page, telling, voices)
    yield from _perpetrators(page, telling, voices, spoke)
    yield from _denials(page, sentence)
    yield from _control(page, telling, speaker)
    if speaker and _is_of_the_blamed(speaker, sentence):
        yield _claim(page, "perpetrators", speaker.span, speaker)
    elif speaker and telling.trigger and _is_about(telling.trigger, speaker, sentence):
        yield _claim(page, "type", (telling.trigger.start, telling.trigger.end), speaker)
    if speaker and not telling.trigger and speaker.stance is Stance.DENIED:
        yield from _untold(page, sentence, speaker)
    yield from _unverified(page, sentence)


def _untold(page: Page, sentence: Sentence, speaker: Speaker) -> Iterator[Claim]:
    """Yield the denial of a deed that its sentence does not tell: "said it had not shelled it"."""
    denied = (hit for hit in sentence.of("triggers") if hit.grade == "strong")
    for hit in denied:
        if hit.start >= speaker.verb[1]:
            yield _claim(page, "type", (hit.start, hit.end), speaker)
            return


def _is_of_the_blamed(speaker: Speaker, sentence: Sentence) -> bool:
    """Whether a party denies what it was just blamed for: to have done it, not that it was done."""
    is_denial = speaker.stance is Stance.DENIED and speaker.kind is SpeakerKind.PARTY
    blames = (cue.end for cue in sentence.of("cues") if cue.id == "blame")
    return is_denial and any(end <= speaker.verb[0] for end in blames)


def _is_about(trigger: Hit, speaker: Speaker, sentence: Sentence) -> bool:
    """Whether what a speaker claims or denies is the act itself.

    Who "denied shelling the town where an air strike killed nine" denies no air strike: a denial is
    of the first act that it names.
    """
    if speaker.stance is not Stance.DENIED:
        return speaker.stance is not Stance.ASSERTED and not _is_aside(trigger, speaker, sentence)
    denials = [hit.end for hit in sentence.of("cues") if hit.id == "deny"]
    said = (h.start for h in sentence.of("cues") if h.id in STANCES and h.id != "deny")
    if denials and any(denials[0] <= start < trigger.start for start in said):
        return False  # "denied using live rounds and said that 42 were injured"
    blames = (h.start for h in sentence.of("cues") if h.id == "blame")
    if denials and any(denials[0] + _FURTHER <= start < trigger.start for start in blames):
        return False  # "denied that it fled and accused them of shelling", not "denied accusations"
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


def _tolls(page: Page, telling: Telling, voices: Sequence[Speaker]) -> Iterator[Claim]:
    for toll in telling.tolls:
        span = toll_span(telling.sentence, toll)
        speaker = speaker_of_toll(page, telling.sentence, toll, voices) or _owner(telling, span)
        by = speaker or Speaker(None, SpeakerKind.UNNAMED, Stance.ASSERTED, span)
        if speaker is None and not toll.is_revision:
            continue  # what the report says itself is its own account, not a claim
        if _is_own_success(telling.sentence, toll, by):
            by = by._replace(kind=SpeakerKind.PARTY, stance=Stance.CLAIMED)
        if toll.is_revision:
            by = by._replace(stance=Stance.REVISED)
        yield replace(_claim(page, toll.harm, span, by), count=toll.count)


def _owner(telling: Telling, span: tuple[int, int]) -> Speaker | None:
    """Return who owns up before a toll: "said it was behind the raid and had killed nine"."""
    words = [word for word in telling.sentence.words if word.end <= span[0]]
    is_said = any(one.tag + two.tag in _THAT_ITS for one, two in pairwise(words))
    for part in telling.parts if is_said and telling.sentence.has("responsibility") else ():
        own = (part.found.start, part.found.end)
        if part.owns_up and own[1] <= span[0]:
            return Speaker(part.actor.name, SpeakerKind.PARTY, Stance.CLAIMED, own)
    return None


def _is_own_success(sentence: Sentence, toll: Toll, by: Speaker) -> bool:
    """Whether a force tells how many attackers it killed: there it is a party, not an office."""
    start, end = by.span
    is_force = any(a.kind in FIGHTING and a.start < end and start < a.end for a in sentence.actors)
    return is_force and any(part.who == "attacker" for part in toll.parts)


def _perpetrators(
    page: Page, telling: Telling, voices: Sequence[Speaker], spoke: Speaker | None
) -> Iterator[Claim]:
    own = {voice.span: voice for voice in voices}
    for part in telling.parts:
        if not part.actor.attributed or part.is_named_beside:
            continue
        span = (part.found.start, part.found.end)
        if part.owns_up:
            by = Speaker(part.actor.name, SpeakerKind.PARTY, Stance.CLAIMED, span)
        else:
            by = own.get(span) or _blamer(page, telling.sentence, span, voices, spoke)
        yield _claim(page, "perpetrators", span, by)


def _denials(page: Page, sentence: Sentence) -> Iterator[Claim]:
    """Who "denied involvement" denies to have done it, "the report" that it happened at all."""
    for cue in sentence.of("cues"):
        field = _DENIED.get(cue.id) or _denied_by_itself(sentence, cue)
        voice = nearest_voice(page, sentence, cue, after=False) if field else None
        if voice and voice.name and field:
            span = voice.span if field == "perpetrators" else (cue.start, cue.end)
            yield _claim(page, field, span, Speaker(*voice[:2], Stance.DENIED, voice.span))


def _denied_by_itself(sentence: Sentence, cue: Hit) -> str | None:
    """Return what "the army denied it" denies: who did it where somebody is blamed, else all."""
    if cue.id != "deny":
        return None
    behind = [word for word in sentence.words if word.start >= cue.end]
    is_it = bool(behind) and behind[0].tag in "sx" and (len(behind) == 1 or behind[1].tag in ",;&")
    if not (is_it or not behind or behind[0].tag in ",;"):
        return None
    return "perpetrators" if sentence.has("blame") else "type"


def _blamer(
    page: Page,
    sentence: Sentence,
    span: tuple[int, int],
    voices: Sequence[Speaker],
    spoke: Speaker | None,
) -> Speaker:
    """Return who blames: the voice before the word of blame, else a party that tells it."""
    nobody = Speaker(None, SpeakerKind.UNNAMED, Stance.BLAMED, span)
    blames = [cue for cue in sentence.of("cues") if cue.id == "blame" and cue.end <= span[0]]
    for cue in blames:
        voice = nearest_voice(page, sentence, cue, after=False)
        if voice and voice.is_pronoun and spoke:
            return spoke._replace(stance=Stance.BLAMED, span=voice.span)
        if voice and voice.name:
            return Speaker(*voice[:2], Stance.BLAMED, voice.span)
    parties = (v for v in voices if v.kind is SpeakerKind.PARTY and not blames)
    by = next(parties, None) or _holder(page, sentence, span) or nobody
    return by._replace(stance=Stance.BLAMED)


def _holder(page: Page, sentence: Sentence, span: tuple[int, int]) -> Speaker | None:
    """Return who "holds the rebels responsible": the subject of the verb right before them."""
    cues = sentence.of("cues")
    holds = [cue for cue in cues if cue.id == "holding" and 0 < span[0] - cue.end <= _NEAR]
    behind = [cue for cue in cues if 0 < cue.start - span[1] <= _NEXT]
    if not holds or not any(cue.id in _ANSWERABLE for cue in behind):
        return None
    voice = nearest_voice(page, sentence, holds[-1], after=False)
    return Speaker(*voice[:2], Stance.BLAMED, voice.span) if voice and voice.name else None


def _control(page: Page, telling: Telling, speaker: Speaker | None) -> Iterator[Claim]:
    """Who holds a town: what the winner announces, and what the loser admits, both count."""
    trigger = telling.trigger
    if trigger is None or trigger.id not in {"town_seized", "town_retaken", "withdrawal"}:
        return
    if speaker is not None:
        span = (trigger.start, telling.sentence.end)
        admitted = telling.sentence.has("withdraw")
        stance = Stance.CONFIRMED if admitted else speaker.stance
        yield _claim(page, "control", span, speaker._replace(stance=stance))


def _unverified(page: Page, sentence: Sentence) -> Iterator[Claim]:
    for hit in sentence.of("cues"):
        if hit.id == "unverified":
            span = (hit.start, hit.end)
            nobody = Speaker(None, SpeakerKind.UNNAMED, Stance.UNVERIFIED, span)
            yield _claim(page, "type", span, nobody)


def _claim(page: Page, field: str, span: tuple[int, int], speaker: Speaker) -> Claim:
    spans = tuple(dict.fromkeys((_span(page, span), _span(page, speaker.span))))
    return Claim(
        field, page.text[span[0] : span[1]], speaker.stance, speaker.name, speaker.kind, None, spans
    )


def _span(page: Page, span: tuple[int, int]) -> Span:
    return Span.of(page.text, *span)
