"""What was announced and will not be, or not on that day: called off, put off, a warning lifted.

"Nurses called off a strike due on Friday" tells of no strike. It is read with what is off, where,
the day that was planned, the new one where there is one, and who says so; which announcement it is
of is for the incidents. What is "not called off", or only asked or expected to be, goes on. A
warning that was lowered still warns.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from advisory.extraction.claims.speakers import speakers
from advisory.extraction.claims.voices import nearest_voice
from advisory.extraction.dates.announcing import ANNOUNCED, WARNED
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.places.place_found import PlaceFound, as_country, finest
from advisory.extraction.reality.called_off import CalledOff
from advisory.extraction.reality.reality import Reality
from advisory.extraction.roles.strikers import Strikers
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.where import place_told
from advisory.extraction.text.page import Page, proof
from advisory.extraction.text.scan import Hit
from advisory.model.calling_off import Cancellation
from advisory.model.identity import mention_id
from advisory.model.value import Claim, DateRange, Evidence, Span
from advisory.model.vocabulary import DatePrecision, Stance
from advisory.rulebook.lexicon import Lexicon

_LEAD, _REACH, _WORDS_OF_A_NAME = 12, 60, 3
_MEANT = ANNOUNCED - WARNED
_WARNING, _CUES = "warning", frozenset({"called_off", "warning_over"})

_STRIKE = "strike_action"


class _Off(NamedTuple):
    """What is off, by which words."""

    trigger: Hit
    cue: Hit
    type: str | None


class _Days(NamedTuple):
    planned: DateFound | None
    moved_to: DateFound | None


class CancellationReader:
    """Reads what is off by the words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        classes = lexicon.grammar.classes
        self._language = lexicon.language
        self._reality = Reality(lexicon.grammar)
        self._called_off = CalledOff(lexicon.grammar, self._reality)
        self._strikers = Strikers(lexicon.grammar)
        self._by = lexicon.grammar.words("by")
        self._nationwide = lexicon.grammar.words("nationwide_words")
        self._to = tuple(f" {word} " for word in classes["other_side"])
        self._ahead = tuple(f" {word} " for word in classes["days_ahead"])
        self._on = lexicon.grammar.words("on_a_day")

    def cancellations(
        self, report: str, sentences: Sequence[Sentence], country: Callable[[], PlaceFound | None]
    ) -> tuple[Cancellation, ...]:
        """Return what a report says is off, in its order, each thing once.

        `country` finds the one that the whole report speaks of.
        """
        found: list[Cancellation] = []
        for sentence in sentences:
            if _CUES.isdisjoint(sentence.cues) or sentence.has("unreal"):
                continue
            for off in self._all_off(sentence):
                place = self._place(sentence, off) or country()
                one = self._cancellation(report, sentence, off, place)
                known = next((n for n, other in enumerate(found) if _are_one(other, one)), None)
                if known is None:
                    found.append(one)
                else:
                    found[known] = _of_both(found[known], one)
        return tuple(found)

    def _all_off(self, sentence: Sentence) -> Iterator[_Off]:
        """Yield what is off in a sentence, each type once."""
        cues = sentence.cues_of(*_CUES)
        told = set()
        for trigger in [one for one in sentence.of("triggers") if one.id in _MEANT]:
            off = [c for c in cues if c.id == "called_off"]
            cue = next((c for c in off if self._called_off.is_of(sentence.page, c, trigger)), None)
            if cue and trigger.id not in told:
                told.add(trigger.id)
                if not self._called_off.is_unsaid(sentence, cue):
                    yield _Off(trigger, cue, trigger.id)
        yield from self._lifted(sentence, [cue for cue in cues if cue.id == "warning_over"])

    def _lifted(self, sentence: Sentence, cues: Sequence[Hit]) -> Iterator[_Off]:
        """Yield the warnings that were lifted, by name where they have one."""
        named = [cue for cue in cues if cue.grade in WARNED]
        bare = [c for c in cues if not c.grade and self._called_off.is_lifted(sentence.page, c)]
        for cue in named or bare[:1]:
            if not self._called_off.is_unsaid(sentence, cue):
                yield _Off(cue, cue, cue.grade or None)

    def _place(self, sentence: Sentence, off: _Off) -> PlaceFound | None:
        end = off.trigger.end
        warned = (p for p in sentence.places if 0 <= p.start - end <= _LEAD and not p.is_demonym)
        if off.type not in _MEANT and (named := next(warned, None)):
            return named  # "the warning for Gao", whatever else was where
        own = place_told(self._reality, sentence, off.trigger, off.type)
        where = (off.trigger.start, off.trigger.end)
        place = own or finest(sentence.places_before, where) or _in_scene(sentence, where)
        is_wide = not self._nationwide.isdisjoint(sentence.page.words_of(off.trigger))
        return as_country(place) if place and place.place.country and is_wide else place

    def _cancellation(
        self, report: str, sentence: Sentence, off: _Off, place: PlaceFound | None
    ) -> Cancellation:
        days = self._days(sentence, off)
        trigger = Span.of(sentence.page.text, off.trigger.start, off.trigger.end)
        return Cancellation(
            id=mention_id(report, trigger, off.type or _WARNING),
            report=report,
            type=off.type,
            trigger=trigger,
            place=place.place if place else None,
            day=days.planned.value if days.planned else None,
            moved_to=(days.moved_to.until or days.moved_to.value) if days.moved_to else None,
            claims=self._claims(sentence, off.cue),
            evidence=tuple(self._evidence(sentence, off, place, days)),
        )

    def _evidence(
        self, sentence: Sentence, off: _Off, place: PlaceFound | None, days: _Days
    ) -> Iterator[Evidence]:
        rule = off.cue.rule(self._language)
        yield proof(sentence.page, "status", rule, (off.cue.start, off.cue.end))
        if off.type:
            of_type = off.trigger.rule(self._language)
            yield proof(sentence.page, "type", of_type, (off.trigger.start, off.trigger.end))
        if place:
            yield proof(sentence.page, "place", place.rule, *place.spans)
        for field, day in days._asdict().items():
            if day:
                yield proof(sentence.page, field, day.rule, (day.start, day.end))
        yield from self._strikers.proofs(sentence, off.trigger)

    def _days(self, sentence: Sentence, off: _Off) -> _Days:
        """Return the day that was planned, and the one it is put off to."""
        dates = sentence.findings.dates(sentence.start, sentence.end, ahead=True)
        ranges = (self._both(sentence.page, off, found) for found in dates)
        if both := next(filter(None, ranges), None):
            return both
        moved = [d for d in dates if self._is_new(sentence.page, off, d)]
        planned = (d for d in dates if d.value and d not in moved)
        own = (d for d in planned if self._is_planned(sentence, off, d))
        return _Days(next(own, None), next(iter(moved), None))

    def _both(self, page: Page, off: _Off, found: DateFound) -> _Days | None:
        """Return both days of "put off from 6 December to 20 December", which are no range."""
        value, before = found.value, page.lower[off.cue.start : found.start]
        is_range = value is not None and value.precision is DatePrecision.RANGE
        if value is None or not is_range or not before.endswith(" from "):
            return None
        days = (DateRange(day, day) for day in (value.first, value.last))
        return _Days(*(found._replace(value=day) for day in days))

    def _is_new(self, page: Page, off: _Off, found: DateFound) -> bool:
        """Whether it is put off to that day: "postponed to Friday", "until 5 December"."""
        if found.start < off.cue.start:
            return False
        before = page.lower[max(0, found.start - _LEAD) : found.start]
        return found.until is not None or (found.value is not None and before.endswith(self._to))

    def _is_planned(self, sentence: Sentence, off: _Off, found: DateFound) -> bool:
        """Whether it is the day of what is off, not that on which somebody called it off."""
        page = sentence.page
        trigger, cue = off.trigger, off.cue
        between = page.lower[found.end : trigger.start]
        if found.end <= trigger.start:  # "postponed Saturday's march", "the Friday strike"
            lead = page.lower[max(0, found.start - _LEAD) : found.end].split()
            if not self._on.isdisjoint(lead[-_WORDS_OF_A_NAME:]):
                return False  # "on Thursday called off its strike"
            is_near = len(between.split()) <= _WORDS_OF_A_NAME
            return is_near and not self._reality.is_broken(page, found.end, trigger.start)
        if trigger.end <= found.start and found.end <= cue.start:
            return not is_of_speech(sentence, found)
        before = page.lower[max(0, found.start - _LEAD) : found.start]
        if off.type not in _MEANT:
            return before.endswith(self._ahead)
        marks = (m.end for m in sentence.cues_of("announce") if m.start > cue.start)
        return before.endswith(self._ahead) or any(
            0 <= found.start - end <= _REACH and not self._reality.is_broken(page, end, found.start)
            for end in marks
        )

    def _claims(self, sentence: Sentence, cue: Hit) -> tuple[Claim, ...]:
        """Return who says so: who speaks of it, else who calls it off."""
        page = sentence.page
        verb = self._called_off.verb(sentence, cue)
        is_active = self._called_off.is_active(sentence, verb)
        is_by = not self._by.isdisjoint(page.behind(cue.end, _LEAD)[:1])
        told = next(iter(speakers(sentence)), None)
        is_told = told is None and (is_active or is_by)
        doer = nearest_voice(sentence, verb, after=not is_active) if is_told else None
        voice = told or doer
        if voice is None or voice.name is None:
            return ()
        words = page.text[cue.start : cue.end]
        spans = (Span.of(page.text, cue.start, cue.end), Span.of(page.text, *voice.span))
        stance = told.stance if told else Stance.ASSERTED
        return (Claim("status", words, stance, voice.name, voice.kind, None, spans),)


def _in_scene(sentence: Sentence, where: tuple[int, int]) -> PlaceFound | None:
    return finest(sentence.findings.places(*sentence.scene, ()), where)


def _are_one(one: Cancellation, other: Cancellation) -> bool:
    """Whether a report tells of one thing twice: in its headline, and below it."""
    if one.type != other.type and None not in (one.type, other.type):
        return False
    return (one.day is None or other.day is None or one.day == other.day) and (
        one.place is None or other.place is None or _is_in(one, other) or _is_in(other, one)
    )


def _is_in(one: Cancellation, other: Cancellation) -> bool:
    inner, outer = one.place, other.place
    return (
        inner is not None
        and outer is not None
        and outer.regions == inner.regions[: len(outer.regions)]
    )


def _of_both(one: Cancellation, other: Cancellation) -> Cancellation:
    """Return what both say, by the words of the first."""
    fields = {each.field for each in one.evidence}
    is_wide = other.place is not None and other.place.kind == "country" and one.type == _STRIKE
    return replace(
        one,
        type=one.type or other.type,
        place=other.place if is_wide or one.place is None or _is_in(other, one) else one.place,
        day=one.day or other.day,
        moved_to=one.moved_to or other.moved_to,
        claims=one.claims or other.claims,
        evidence=(*one.evidence, *(e for e in other.evidence if e.field not in fields)),
    )
