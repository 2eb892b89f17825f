"""The states that last: curfews, closures, cut lines, who holds a town; and their ends.

A state is read from its own words in the lexicon, with the place and the day of its sentence, else
of its paragraph before it; "the curfew remains in force" is where the headline is. It is none where
it is only planned or feared. A border is closed where it was closed from: in the country named
before the word, not in the neighbour. For `control` the subject is who holds the place: who took
it, or, where one side is said to have left, nobody we could name.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisory.extraction.actors import ActorFound
from advisory.extraction.lasting import LastingReader
from advisory.extraction.page import Page
from advisory.extraction.place_found import PlaceFound, finest
from advisory.extraction.reality import Reality
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.extraction.speakers import speakers
from advisory.extraction.unreal import Unreal
from advisory.model.identity import mention_id
from advisory.model.incident import ConditionMention
from advisory.model.value import Actor, Claim, Evidence, Span
from advisory.model.vocabulary import ActorRole, ConditionKind, ConditionState, Hazard
from advisory.rulebook.lexicon import Lexicon

_HOLDER_REACH, _HELPER_REACH, _OWNED_REACH, _WORDS_BETWEEN = 120, 12, 20, 3
_CLOSING = frozenset({"road_closed", "border_closed", "airport_closed"})


class ConditionReader:
    """Reads lasting states by the entries of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = lexicon.conditions
        self._language = lexicon.language
        self._unreal = Unreal(lexicon.grammar, Reality(lexicon.grammar))
        self._lasting = LastingReader(lexicon.grammar)
        self._and = frozenset(lexicon.grammar.classes["and"])
        classes = lexicon.grammar.classes
        self._with = tuple(f" {word} " for word in classes["other_side"])
        self._told_to_be = frozenset((*classes["be"], *classes["be_plural"], *classes["going_on"]))

    def conditions(
        self, page: Page, report: str, sentences: Sequence[Sentence]
    ) -> tuple[ConditionMention, ...]:
        """Return the states of a report in its order, each kind once for a place and a state."""
        found: dict[tuple[object, ...], ConditionMention] = {}
        titled = [place for one in sentences if one.is_headline for place in one.places]
        for sentence in sentences:
            for one in self._of_sentence(page, report, sentence, titled):
                place = one.place.name if one.place else None
                key = (one.kind, one.state, place, one.subject)
                if one.state is ConditionState.LIFTED and (begun := found.pop(_begun(one), None)):
                    one = replace(one, since=one.since or begun.since)  # noqa: PLW2901
                known = found.setdefault(key, one)
                if (one.since or one.until) and not (known.since or known.until):
                    found[key] = one
        return tuple(found.values())

    def _of_sentence(
        self, page: Page, report: str, sentence: Sentence, titled: Sequence[PlaceFound]
    ) -> Iterator[ConditionMention]:
        if not sentence.of("conditions") or (sentence.has("unreal") or sentence.has("drill")):
            return
        for hit in self._told(page, sentence):
            place = self._place(page, hit, sentence, titled)
            one = self._mention(page, report, sentence, hit, place)
            if one.kind is not ConditionKind.CONTROL or one.place:
                yield one

    def _told(self, page: Page, sentence: Sentence) -> Iterator[Hit]:
        """Return the states a sentence tells; where it tells an end, it tells no begin."""
        told = [
            hit
            for hit in sentence.of("conditions")
            if (hit.form != "beside" or self._is_of(page, sentence, hit))
            and not self._unreal.is_unreal(page, sentence, hit)
        ]
        told += self._joined(page, sentence, told)
        ended = {hit.id for hit in told if hit.grade == "lifted"}
        return (hit for hit in told if hit.grade == "lifted" or hit.id not in ended)

    def _is_of(self, page: Page, sentence: Sentence, hit: Hit) -> bool:
        """Whether words beside a thing tell of it: what "was closed" is named before that."""
        near = (*sentence.of("near"), *sentence.of("conditions"))
        names = [one for one in near if one.id == hit.id and one.form != "beside"]
        if hit.id not in _CLOSING:
            return bool(names)
        is_told_to_be = not self._told_to_be.isdisjoint(page.lower[hit.start : hit.end].split())
        return any(one.end <= hit.start or not is_told_to_be for one in names)

    def _joined(self, page: Page, sentence: Sentence, told: Sequence[Hit]) -> list[Hit]:
        """Return what is closed or opened along with something else: "borders and the airport"."""
        known = {hit.id for hit in told}
        also: list[Hit] = []
        for hit in told:
            for near in sentence.of("near"):
                is_other = near.id in _CLOSING - known
                if hit.id not in _CLOSING or not is_other:
                    continue
                between = page.lower[hit.end : near.start].split()
                if 0 < len(between) <= _WORDS_BETWEEN and between[0] in self._and:
                    also.append(near._replace(kind="conditions", grade=hit.grade))
        return also

    def _place(
        self, page: Page, hit: Hit, sentence: Sentence, titled: Sequence[PlaceFound]
    ) -> PlaceFound | None:
        """Return where a state holds; a border, where it was closed from, and not with whom."""
        around = sentence.places or sentence.context_places or titled
        if hit.id != ConditionKind.BORDER_CLOSED:
            return finest(around, (hit.start, hit.end)) or _owner(around, hit)
        before = [found for found in around if found.end <= hit.start]
        own = [found for found in before if not self._is_neighbour(page, found)]
        if own:
            return own[-1]  # also "Niger's rulers", "the Nigerien authorities"
        told = sentence.places_before if before else ()
        countries = [found for found in told if found.place.kind == "country"]
        return next(iter(countries or told), None) or finest(around, (hit.start, hit.end))

    def _is_neighbour(self, page: Page, found: PlaceFound) -> bool:
        """Whether a place is the other side: "the border with Mali"."""
        return page.lower.endswith(self._with, 0, found.start)

    def _mention(
        self, page: Page, report: str, sentence: Sentence, hit: Hit, place: PlaceFound | None
    ) -> ConditionMention:
        kind = ConditionKind(hit.id)
        lasting = self._lasting.lasting(page, sentence, hit)
        holder = _holder(sentence, hit) if kind is ConditionKind.CONTROL else None
        trigger = Span.of(page.text, hit.start, hit.end)
        lifted = hit.grade == "lifted"
        evidence = [Evidence("kind", (trigger,), hit.rule(self._language))]
        if place:
            spans = tuple(Span.of(page.text, *one) for one in place.spans)
            evidence.append(Evidence("place", spans, place.rule))
        for name, day in zip(("since", "until"), lasting, strict=True):
            if day:
                span = Span.of(page.text, day.start, day.end)
                evidence.append(Evidence(name, (span,), day.rule))
        if holder:
            span = Span.of(page.text, holder.start, holder.end)
            evidence.append(Evidence("subject", (span,), holder.rule))
        return ConditionMention(
            id=mention_id(report, trigger, kind.value),
            report=report,
            kind=kind,
            hazard=Hazard(self._entries[kind].hazard),
            state=ConditionState.LIFTED if lifted else ConditionState.IN_FORCE,
            trigger=trigger,
            place=place.place if place else None,
            since=lasting.since.value if lasting.since else None,
            until=lasting.until.value if lasting.until else None,
            subject=holder.name if holder else None,
            actors=_actors(holder),
            claims=_claims(page, sentence, hit),
            evidence=tuple(evidence),
        )


def _owner(around: Sequence[PlaceFound], hit: Hit) -> PlaceFound | None:
    """Return whose it is that is shut: "Mali's airports"."""
    own = (found for found in around if 0 <= hit.start - found.end <= _OWNED_REACH)
    return next(own, None)


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
    if holder is None:
        return ()
    return (Actor(holder.name, ActorRole.PARTY, holder.kind, holder.id),)


def _claims(page: Page, sentence: Sentence, hit: Hit) -> tuple[Claim, ...]:
    speaker = next(iter(speakers(page, sentence)), None)
    if speaker is None:
        return ()
    spans = (Span.of(page.text, hit.start, hit.end), Span.of(page.text, *speaker.span))
    words = page.text[hit.start : hit.end]
    return (Claim("state", words, speaker.stance, speaker.name, speaker.kind, None, spans),)
