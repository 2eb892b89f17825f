"""The states that last: curfews, closures, cut lines, who holds a town; and their ends.

A state is read from its own words in the lexicon, with the place and the day of its sentence, else
of its paragraph before it; "the curfew remains in force" is where the headline is. It is none where
it is only planned or feared. A border is closed where it was closed from: in the country named
before the word, not in the neighbour. For `control` the subject is who holds the place: who took
it, or, where one side is said to have left, nobody we could name.
"""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import timedelta
from typing import NamedTuple

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.claims.speakers import speakers
from advisory.extraction.conditions.lasting import LastingReader
from advisory.extraction.conditions.pairing import REACH
from advisory.extraction.conditions.settled import Settled
from advisory.extraction.conditions.state_facts import State
from advisory.extraction.conditions.state_places import StatePlaces
from advisory.extraction.conditions.states import StateReader
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.reality.substance import Substance
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page, proof
from advisory.extraction.text.scan import Hit
from advisory.model.identity import mention_id
from advisory.model.incident import ConditionMention
from advisory.model.value import Actor, Claim, Span
from advisory.model.vocabulary import (
    ActorRole,
    ConditionKind,
    ConditionState,
    DatePrecision,
    Hazard,
)
from advisory.rulebook.lexicon import Lexicon

_HOLDER_REACH, _HELPER_REACH = 120, 12
_LONGEST = 80  # characters of a trigger
_PARTS = (
    "social_media",
    "railways",
    "ferries",
    "air_services",
    "seaports",
    "buses",
    "undergrounds",
    "armed_strikes",
)
_DAYS = frozenset({"since", "until"})
_LONG_AGO = timedelta(days=180)


class _Part(NamedTuple):
    name: str
    start: int
    end: int
    rule: str


class ConditionReader:
    """Reads lasting states by the entries of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = lexicon.conditions
        self._language = lexicon.language
        self._substance = Substance(lexicon)
        self._states = StateReader(lexicon.grammar)
        self._places = StatePlaces(lexicon.grammar)
        self._lasting = LastingReader(lexicon.grammar)
        self._before = lexicon.grammar.words("before_that")
        self._going_on = lexicon.grammar.words("going_on")
        self._so_far = lexicon.grammar.words("have", "have_plural") - self._before
        self._settled = Settled(lexicon.grammar)
        self._access = lexicon.grammar.classes["access"]
        parts = (lexicon.grammar.classes[name] for name in _PARTS)
        self._parts = {word: words[0] for words in parts for word in words}

    def conditions(
        self, page: Page, report: str, sentences: Sequence[Sentence]
    ) -> tuple[ConditionMention, ...]:
        """Return the states of a report in its order, each kind once for a place and a state."""
        found: dict[tuple[object, ...], ConditionMention] = {}
        titled = [place for one in sentences if one.is_headline for place in one.places]
        for sentence in sentences:
            held = {(one.kind, one.state) for one in found.values()}
            for one in self._of_sentence(report, sentence, titled, held):
                place = one.place.name if one.place else None
                key = (one.kind, one.state, place, one.subject)
                if one.state is ConditionState.LIFTED and (begun := found.pop(_begun(one), None)):
                    one = replace(one, since=one.since or begun.since)  # noqa: PLW2901
                found[key] = _longer(found.get(key, one), one)
        every = found.values()
        return tuple(
            one for one in every if not (_is_told_anew(page, one, every) or _is_placed(one, every))
        )

    def _of_sentence(
        self,
        report: str,
        sentence: Sentence,
        titled: Sequence[PlaceFound],
        told: AbstractSet[tuple[ConditionKind, ConditionState]],
    ) -> Iterator[ConditionMention]:
        """Yield the states of a sentence; what "had reopened" before it was shut again is none.

        Nor is what "had been in force" before it was lifted.
        """
        if not sentence.of("conditions") or self._is_art(sentence):
            return
        for state in self._states.states(sentence):
            kind = ConditionKind(state.hit.id)
            is_held = (kind, ConditionState.IN_FORCE) in told
            is_over = (kind, ConditionState.LIFTED) in told
            was_so_before = is_held if state.is_lifted else is_over
            if was_so_before and self._before.intersection(state.lead):
                continue
            if not self._is_of_a_place(kind, sentence, state):
                continue
            is_road = state.hit.id == ConditionKind.ROAD_CLOSED
            if is_road and state.is_bare and not (is_held or _names_road(sentence)):
                continue  # "traffic resumed" on what?
            for place in self._places.places(state, sentence, titled):
                one = self._mention(report, sentence, state, place)
                is_dated = one.since or not state.is_to_begin
                is_told = is_dated and not self._was_long_ago(one, state, sentence)
                if is_told and (one.kind is not ConditionKind.CONTROL or one.place):
                    yield one

    def _is_of_a_place(self, kind: ConditionKind, sentence: Sentence, state: State) -> bool:
        """Whether what is left, held or kept shut is where people live."""
        if kind is ConditionKind.DISPLACEMENT:
            return self._settled.is_left(sentence, state)
        if sentence.page.phrase(state.thing).endswith(self._access):
            return self._settled.is_before_home(sentence, state.thing)
        return kind is not ConditionKind.CONTROL or self._settled.is_held(sentence, state.verb)

    def _was_long_ago(self, one: ConditionMention, state: State, sentence: Sentence) -> bool:
        """Whether it held, began or ended long before: "a slide in 2021 cut the road for a year".

        What began then may hold still where the text says so, or tells it "since" then.
        """
        published, day = sentence.findings.published, one.until or one.since
        if published is None or day is None or (one.since is None and not state.is_lifted):
            return False
        is_going_on = not (
            self._going_on.isdisjoint(state.words) and self._so_far.isdisjoint(state.lead)
        )
        is_lasting = one.until or day.precision is DatePrecision.SINCE or is_going_on
        is_alone = state.verb.grade != "lifted" or len(sentence.dates) <= 1
        is_over = is_alone if state.is_lifted else not is_lasting
        return is_over and day.last is not None and day.last < published.first - _LONG_AGO

    def _is_art(self, sentence: Sentence) -> bool:
        """Whether a film, a match or a drill is told, in which a road is shut."""
        is_of_art = sentence.has("unreal") or sentence.has("drill")
        return is_of_art and not self._substance.is_meant(sentence)

    def _mention(
        self, report: str, sentence: Sentence, state: State, place: PlaceFound | None
    ) -> ConditionMention:
        page = sentence.page
        hit = state.hit if state.hit.end - state.hit.start <= _LONGEST else state.verb
        kind = ConditionKind(hit.id)
        lasting = self._lasting.lasting(sentence, state)
        holder = _holder(sentence, state.verb) if kind is ConditionKind.CONTROL else None
        trigger = Span.of(page.text, hit.start, hit.end)
        subject = holder or self._part(page, state)
        evidence = [proof(page, "kind", hit.rule(self._language), (hit.start, hit.end))]
        if place:
            evidence.append(proof(page, "place", place.rule, *place.spans))
        told = (("since", lasting.since), ("until", lasting.until), ("subject", subject))
        for name, found in told:
            if found:
                evidence.append(proof(page, name, found.rule, (found.start, found.end)))
        return ConditionMention(
            id=mention_id(report, trigger, _story(kind, place)),
            report=report,
            kind=kind,
            hazard=Hazard(self._entries[kind].hazard),
            state=ConditionState.LIFTED if state.is_lifted else ConditionState.IN_FORCE,
            trigger=trigger,
            place=place.place if place else None,
            since=lasting.since.value if lasting.since else None,
            until=lasting.until.value if lasting.until else None,
            subject=subject.name if subject else None,
            actors=_actors(holder),
            claims=_claims(sentence, hit),
            evidence=tuple(evidence),
        )

    def _part(self, page: Page, state: State) -> _Part | None:
        """Return the part of a thing that is meant: of the internet only the social media."""
        thing = state.thing
        name = self._parts.get(page.phrase(thing))
        if name is None:
            return None
        return _Part(name, thing.start, thing.end, thing.rule(self._language))


def _is_told_anew(page: Page, one: ConditionMention, all_: Iterable[ConditionMention]) -> bool:
    """Whether a headline has it beyond a semicolon from its place, and the text says where it is.

    "Gangs burn homes in Gao; airport shut".
    """
    place = next((each.spans[0] for each in one.evidence if each.field == "place"), one.trigger)
    start, end = min(place.end, one.trigger.end), max(place.start, one.trigger.start)
    again = (o for o in all_ if o is not one and (o.kind, o.state) == (one.kind, one.state))
    between = page.plain[start:end]
    return ";" in between and ". " not in between and any(o.place for o in again)


def _is_placed(one: ConditionMention, all_: Iterable[ConditionMention]) -> bool:
    """Whether a state without a place is told with one: "Residents flee after warning"."""
    states = ((o.kind, o.state) for o in all_ if o.place)
    return one.place is None and (one.kind, one.state) in states


def _longer(known: ConditionMention, one: ConditionMention) -> ConditionMention:
    """Return a state with the days that another sentence tells of it."""
    told = {each.field for each in known.evidence}
    more = [each for each in one.evidence if each.field in _DAYS - told]
    days = {each.field: getattr(one, each.field) for each in more}
    return replace(known, **days, evidence=(*known.evidence, *more))


def _names_road(sentence: Sentence) -> bool:
    """Whether a sentence names a road, or the one before tells that one is shut."""
    road = ConditionKind.ROAD_CLOSED
    before = sentence.findings.hits_in(max(0, sentence.start - REACH), sentence.start)
    is_told = any(
        (one.id, one.kind, one.grade) == (road, "conditions", "in_force") for one in before
    )
    return is_told or any(hit.id == road for hit in sentence.of("near"))


def _story(kind: ConditionKind, place: PlaceFound | None) -> str:
    """Return what tells a state from another of the same words: where it holds."""
    return f"{kind.value} {place.place.name}" if place else kind.value


def _begun(one: ConditionMention) -> tuple[object, ...]:
    """Return the key of the state that a report tells before it tells of its end."""
    return one.kind, ConditionState.IN_FORCE, one.place.name if one.place else None, one.subject


def _holder(sentence: Sentence, hit: Hit) -> ActorFound | None:
    """Return who took the place: the nearest before "took" who is no helper, else who follows.

    Where one side is only said to have left, nobody is named as the holder.
    """
    if sentence.has("withdraw"):
        return None
    cues = sentence.of("cues")
    helps = [cue.end for cue in cues if cue.id == "support"]
    helped = [cue.start for cue in cues if cue.id == "support_after"]
    before = [
        actor
        for actor in sentence.actors
        if 0 <= hit.start - actor.end <= _HOLDER_REACH
        and not any(0 <= actor.start - end <= _HELPER_REACH for end in helps)
        and not any(0 <= start - actor.end <= 1 for start in helped)
    ]
    after = [a for a in sentence.actors if 0 <= a.start - hit.end <= _HOLDER_REACH // 2]
    named = [actor for actor in before if not actor.is_unnamed] or before
    return named[-1] if named else next(iter(after), None)


def _actors(holder: ActorFound | None) -> tuple[Actor, ...]:
    return () if holder is None else (Actor(holder.name, ActorRole.PARTY, holder.kind, holder.id),)


def _claims(sentence: Sentence, hit: Hit) -> tuple[Claim, ...]:
    page = sentence.page
    speaker = next(iter(speakers(sentence)), None)
    if speaker is None:
        return ()
    spans = (Span.of(page.text, hit.start, hit.end), Span.of(page.text, *speaker.span))
    words = page.text[hit.start : hit.end]
    return (Claim("state", words, speaker.stance, speaker.name, speaker.kind, None, spans),)
