"""Who says what, and how sure the report lets us be.

A claim is one field as one party states it: a toll "according to" rebels, a responsibility
claimed, an attack blamed on somebody. Who speaks is found in `speakers`; a spokesman is a source
and no perpetrator. What follows from the claims for the whole is in `status`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from advisory.extraction.claims.denied import denied_by_itself, is_about, is_of_the_blamed, untold
from advisory.extraction.claims.own_side import (
    as_force,
    as_party,
    claims_killing,
    is_its_own,
    whose_toll,
)
from advisory.extraction.claims.sayings import is_by
from advisory.extraction.claims.speakers import Speaker, heard, speakers
from advisory.extraction.claims.voices import nearest_voice
from advisory.extraction.counts.toll import Toll
from advisory.extraction.dates.days import SPEECH
from advisory.extraction.roles.roles import Part
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import toll_span, words_before
from advisory.model.value import Claim, Span
from advisory.model.vocabulary import FIGHTING, SpeakerKind, Stance

_DENIED = {"deny_part": "perpetrators", "deny_all": "type", "deny_toll": "killed"}
"""What each class of denials is about."""
_ANSWERABLE, _NEXT = frozenset({"answerable", "court"}), 12
_BACK = 300  # characters
_NEAR = 40  # characters from "held" to "responsible"
_THAT_ITS = frozenset({"xs", "xH", "xx"})  # the tags of "that it", "that they", "that its"
_LOST = "withdrawal"
_CONTROL = frozenset({"town_seized", "town_retaken", _LOST})


def claims(page: Page, tellings: Sequence[Telling], *, has_parties: bool = True) -> list[Claim]:
    """Return every claim of the sentences about one incident, in their order, each once.

    To what nobody does, a quake or an accident, no one who speaks is a party.
    """
    found: dict[tuple[object, ...], Claim] = {}
    spoke: Speaker | None = None
    number = 0  # of the sentence that was looked at last
    for telling in tellings:
        said = heard(telling.sentence, telling.trigger)
        is_next = spoke is not None and telling.sentence.number <= number + 1
        if not is_next and any(voice.is_pronoun for voice in said):
            spoke = _spoke_before(telling.sentence) or spoke
        number = telling.sentence.number
        named = _with_names(said, spoke)
        voices = [_as_fighter(telling, v) if has_parties else v.as_office() for v in named]
        for claim in _Said(page, telling, voices, spoke).claims():
            found.setdefault((claim.field, claim.value, claim.speaker, claim.stance), claim)
        last = next((one for one in reversed(voices) if one.name), None)
        spoke = last or _doer(telling) or spoke
    return list(found.values())


def _with_names(voices: Iterable[Speaker], spoke: Speaker | None) -> Iterator[Speaker]:
    """Yield those who speak; "he said" is of who spoke last, in the sentence or before it."""
    for voice in voices:
        if voice.is_pronoun and spoke:
            yield voice._replace(name=spoke.name, kind=spoke.kind).as_party()
        elif voice.name:
            spoke = voice
            yield voice


def _spoke_before(sentence: Sentence) -> Speaker | None:
    """Return who spoke last before a sentence, though what was said there told of nothing.

    In the sentence right before it, else in those before.
    """
    begin = max(sentence.scene[0], sentence.start - _BACK)
    for start in (_last_sentence(sentence, begin), begin):
        hits = tuple(sentence.findings.hits_in(start, sentence.start))
        around = replace(sentence, start=start, end=sentence.start, hits=hits, whole=None)
        voices = speakers(around) if hits else []
        if named := [one for one in voices if one.name]:
            return named[-1]
    return None


def _last_sentence(sentence: Sentence, begin: int) -> int:
    """Return about where the sentence before begins, no earlier than an offset."""
    before = sentence.page.lower[begin : max(begin, sentence.start - 2)]
    return begin + max(before.rfind(". "), before.rfind("\n")) + 1


def _as_fighter(telling: Telling, voice: Speaker) -> Speaker:
    """Return it as a party where it is one of those who did what is told, though in no list."""
    if voice.kind is not SpeakerKind.UNNAMED:
        return voice
    start, end = voice.span
    is_one = any(
        part.actor.kind in FIGHTING and part.found.start < end and start < part.found.end
        for part in telling.parts
    )
    return voice._replace(kind=SpeakerKind.PARTY).as_party() if is_one else voice


def _doer(telling: Telling) -> Speaker | None:
    """Return the only one who did what is told, of whom "it said" speaks next."""
    doers = [p for p in telling.parts if p.is_doer and p.actor.kind in FIGHTING]
    doers = [part for part in doers if not part.found.is_unnamed]  # gunmen are no "it"
    return _party(doers[0]) if len({part.actor for part in doers}) == 1 else None


def _party(part: Part) -> Speaker:
    """Return somebody who did it as who claims it."""
    return Speaker(part.actor.name, SpeakerKind.PARTY, Stance.CLAIMED, part.span)


def _nobody(stance: Stance, span: tuple[int, int]) -> Speaker:
    return Speaker(None, SpeakerKind.UNNAMED, stance, span)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is said in one sentence of an incident, by whom, and who spoke last before it."""

    page: Page
    telling: Telling
    voices: Sequence[Speaker]
    spoke: Speaker | None

    @property
    def sentence(self) -> Sentence:
        return self.telling.sentence

    def claims(self) -> Iterator[Claim]:
        """Yield the claims of the sentence."""
        trigger, sentence = self.telling.trigger, self.sentence
        speaker = self.voices[0] if self.voices else None
        tolls = list(self._tolls())
        yield from tolls
        yield from self._perpetrators()
        yield from self._denials()
        if speaker and trigger and trigger.id in _CONTROL:
            # What the winner announces and what the loser admits both count.
            is_own = is_its_own(sentence, speaker, trigger.start)
            by = as_party(speaker) if is_own else as_force(sentence, speaker)
            is_lost = sentence.has("withdraw") or (is_own and trigger.id == _LOST)
            by = by._replace(stance=Stance.CONFIRMED) if is_lost else by
            yield self._claim("control", (trigger.start, sentence.end), by)
        if speaker and is_of_the_blamed(speaker, sentence):
            yield self._claim("perpetrators", speaker.span, speaker)
        elif speaker and trigger and self._is_about(trigger, speaker, tolls):
            yield self._claim("type", (trigger.start, trigger.end), speaker)
        if speaker and not trigger and (denied := untold(sentence, speaker)):
            yield self._claim("type", (denied.start, denied.end), speaker)
        for hit in sentence.cues_of("unverified"):
            span = (hit.start, hit.end)
            yield self._claim("type", span, _nobody(Stance.UNVERIFIED, span))

    def _is_about(self, trigger: Hit, speaker: Speaker, tolls: Sequence[Claim]) -> bool:
        """Whether somebody says of a deed that it was done; a link to a known one may be denied."""
        denials = self.sentence.cues_of("deny")
        is_known = self.telling.by.reality.is_presupposed
        if any(cue.end <= trigger.start and is_known(self.page, cue, trigger) for cue in denials):
            return False
        return is_about(trigger, speaker, self.sentence, tolls)

    def _tolls(self) -> Iterator[Claim]:
        for toll in self.telling.tolls:
            span = toll_span(self.sentence, toll)
            speaker = whose_toll(self.telling, toll, self.voices) or _owner(
                self.telling, toll, span
            )
            if speaker is None and not toll.is_revision:
                continue  # what the report says itself is its own account, not a claim
            by = speaker or _nobody(Stance.ASSERTED, span)
            if toll.is_revision:
                by = by._replace(stance=Stance.REVISED)
            yield replace(self._claim(toll.harm, span, by), count=toll.count)

    def _perpetrators(self) -> Iterator[Claim]:
        for part in self.telling.parts:
            if part.actor.attributed and not part.is_named_beside:
                start, end = part.span  # "Congo's army", whose voice is "army"
                own = (v for v in self.voices if start <= v.span[0] and v.span[1] <= end)
                by = _party(part) if part.owns_up else next(own, None)
                yield self._claim("perpetrators", part.span, by or self._blamer(part.span))

    def _denials(self) -> Iterator[Claim]:
        """Who "denied involvement" denies to have done it, "the report" that it happened at all."""
        for cue in self.sentence.of("cues"):
            field = _DENIED.get(cue.id) or denied_by_itself(self.sentence, cue)
            if field == "type" and self._is_of_words():
                continue
            is_after = is_by(self.sentence, cue)  # "a charge rejected by the army"
            voice = self._beside(cue, Stance.DENIED, after=is_after) if field else None
            if voice and voice.name and field:
                span = voice.span if field == "perpetrators" else (cue.start, cue.end)
                yield self._claim(field, span, voice)

    def _is_of_words(self) -> bool:
        """Whether the sentence before told of no deed: "the army said they hid arms there"."""
        sentence = self.sentence
        start = _last_sentence(sentence, sentence.begin)
        before = sentence.findings.hits_in(start, sentence.start)
        kinds = {hit.kind for hit in before}
        return any(hit.id in SPEECH for hit in before) and "triggers" not in kinds

    def _beside(self, cue: Hit, stance: Stance, *, after: bool = False) -> Speaker | None:
        """Return who stands before a word, or behind its "by", with a stance."""
        voice = nearest_voice(self.sentence, cue, after=after)
        return voice and Speaker(*voice[:2], stance, voice.span, is_pronoun=voice.is_pronoun)

    def _blamer(self, span: tuple[int, int]) -> Speaker:
        """Return who blames: the voice before the word of blame, else a party that tells it."""
        blames = [cue for cue in self.sentence.cues_of("blame") if cue.end <= span[0]]
        deeds = {hit.end + 1 for hit in self.sentence.of("triggers")}
        beside = [one for one in reversed(blames) if one.start not in deeds]
        denials = [one for one in self.sentence.cues_of(*_DENIED) if one.end <= span[0]]
        for cue in (*beside, *(denials if beside else ())):  # not "a bomb blamed on them"
            voice = self._beside(cue, Stance.BLAMED)
            if voice and voice.is_pronoun and self.spoke:
                return self.spoke._replace(stance=Stance.BLAMED, span=voice.span)
            if voice and voice.name:
                return voice
        parties = (v for v in self.voices if v.kind is SpeakerKind.PARTY and not blames)
        by = next(parties, None) or self._holder(span) or _nobody(Stance.BLAMED, span)
        return by._replace(stance=Stance.BLAMED)

    def _holder(self, span: tuple[int, int]) -> Speaker | None:
        """Return who "holds the rebels responsible": the subject of the verb right before them."""
        cues = self.sentence.of("cues")
        holds = [cue for cue in cues if cue.id == "holding" and 0 < span[0] - cue.end <= _NEAR]
        behind = (cue.id for cue in cues if 0 < cue.start - span[1] <= _NEXT)
        if not holds or _ANSWERABLE.isdisjoint(behind):
            return None
        voice = self._beside(holds[-1], Stance.BLAMED)
        return voice if voice and voice.name else None

    def _claim(self, field: str, span: tuple[int, int], by: Speaker) -> Claim:
        text = self.page.text
        spans = tuple(Span.of(text, *one) for one in dict.fromkeys((span, by.span)))
        return Claim(field, text[slice(*span)], by.stance, by.name, by.kind, None, spans)


def _owner(telling: Telling, toll: Toll, span: tuple[int, int]) -> Speaker | None:
    """Return who owns up before a toll: "said it was behind the raid and had killed nine"."""
    words = words_before(telling.sentence, span[0])
    is_said = any(one.tag + two.tag in _THAT_ITS for one, two in pairwise(words))
    is_said = is_said or claims_killing(telling.sentence, toll)
    for part in telling.parts if is_said and telling.sentence.has("responsibility") else ():
        if part.owns_up and part.found.end <= span[0]:
            return _party(part)
    return None
