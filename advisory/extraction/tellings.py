"""What one sentence tells of one incident.

In go a sentence and what was found in it; out comes a `Telling`, or nothing: the words may be
about something that might happen, a drill, a film, a trial or the past. A sentence has one telling
for its strongest trigger; the other triggers only refine it. Which tellings are one incident is
decided in `compose`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from advisory.extraction.captives import is_of_the_other, without_taking
from advisory.extraction.choosing import Chooser, are_plurals, by_force, faint, is_counted
from advisory.extraction.counts import Toll
from advisory.extraction.dates import DateFound
from advisory.extraction.figurative import Figurative
from advisory.extraction.forces import Forces
from advisory.extraction.groups import DISPERSED, FOUGHT, TAKEN, VIOLENT
from advisory.extraction.narrated import Narrated
from advisory.extraction.page import Page
from advisory.extraction.place_found import PlaceFound, finest
from advisory.extraction.reality import Reality
from advisory.extraction.refine import Refiner
from advisory.extraction.roles import Part, RoleReader
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.extraction.states import seated
from advisory.extraction.substance import Substance
from advisory.extraction.unreal import Unreal
from advisory.lazy import lazy
from advisory.model.vocabulary import ActorRole
from advisory.rulebook.lexicon import Lexicon

_MOST_TRIGGERS = 40  # in one sentence: with more it is a list of words


_GIVEN_UP = frozenset({"arrest", "mass_arrest", "surrender"})


@dataclass(frozen=True)
class Telling:
    """One sentence about one incident; what most tellings are never asked is worked out late."""

    sentence: Sentence
    trigger: Hit | None
    type: str | None
    is_weak: bool
    types: frozenset[str]
    is_of_many: bool  # it names acts only in the plural: "murders and abductions"
    by: "TellingReader"

    @lazy
    def is_anaphor(self) -> bool:
        """Whether it speaks of an incident already told."""
        return self.trigger is None or self.by.reality.is_anaphor(
            self._page, self.sentence, self.trigger
        )

    @lazy
    def is_apart(self) -> bool:
        """Whether its sentence begins a further story: "meanwhile"."""
        return self.by.reality.is_apart(self._page, self.sentence.start)

    @lazy
    def is_another(self) -> bool:
        """Whether it tells of "another attack"."""
        return self.trigger is not None and self.by.reality.is_another(
            self._page, self.sentence, self.trigger
        )

    @lazy
    def is_habit(self) -> bool:
        """Whether it says what somebody does, not what befell anybody: "he plans attacks"."""
        return self.is_of_many and not self.sentence.has_toll and self.type not in FOUGHT

    @lazy
    def is_bare(self) -> bool:
        """Whether it has a word of violence and nothing else of it."""
        is_violent = self.type in VIOLENT
        return is_violent and self.by.substance.is_bare(self._page, self.sentence)

    @lazy
    def has_doer(self) -> bool:
        """Whether it says who did it."""
        return any(part.actor.role is ActorRole.PERPETRATOR for part in self.parts)

    @lazy
    def has_known_victims(self) -> bool:
        """Whether its victims are particular ones, though nobody counts them."""
        return self.by.substance.are_known(self.sentence)

    @lazy
    def is_quoted(self) -> bool:
        """Whether somebody says it in a quotation."""
        return self.trigger is not None and self.by.substance.is_quoted(
            self._page, self.sentence, self.trigger
        )

    @lazy
    def parts(self) -> tuple[Part, ...]:
        """What each actor in it does."""
        return tuple(self.by.roles.parts(self._page, self.sentence, self.trigger))

    @lazy
    def dates(self) -> tuple[DateFound, ...]:
        """The dates told of the trigger itself, the likeliest first."""
        told = [
            found
            for found in self.sentence.dates
            if self._belongs(found.start)
            and not self._is_charge(found.start)
            and not is_of_the_other(self.sentence, self.type, self.trigger, found.start)
            and not self.by.reality.is_end(self._page, found)
        ]
        of_its_own = [found for found in told if self._is_its_year(found)]
        return tuple(sorted(of_its_own or told, key=self._unlikeliness))

    @property
    def has_date(self) -> bool:
        """Whether it tells any day that is one."""
        return any(found.value for found in self.dates)

    def _is_its_year(self, found: DateFound) -> bool:
        if self.trigger is None or found.value is None:
            return False
        if self.by.reality.is_its_year(self._page, self.trigger, found):
            return True
        published = self.sentence.findings.published
        is_over = published and found.value.last and found.value.last < published.first
        is_last = found.start == max(other.start for other in self.sentence.dates)
        return bool(is_over and is_last) and self.by.reality.is_of_the_year(
            self._page, self.trigger, found
        )

    def _unlikeliness(self, found: DateFound) -> tuple[bool, int, int, int]:
        if self.trigger is None:
            return True, -found.weight, 0, 0
        return self.by.reality.unlikeliness(self._page, self.trigger, found)

    @lazy
    def tolls(self) -> tuple[Toll, ...]:
        """The tolls of what it tells, not of what somebody is arrested for or it only answers."""
        tokens = self.sentence.tokens
        starts = ((toll, tokens[toll.first].start) for toll in self.sentence.tolls)
        return tuple(
            toll
            for toll, start in starts
            if not self._is_charge(start) and not self._is_answered(start)
        )

    @lazy
    def is_history(self) -> bool:
        """Whether it speaks of what went before the news."""
        return any(
            hit.id == "background"
            and self._belongs(hit.start)
            and not self.by.reality.is_aside(self._page, self.sentence, self.trigger, hit.start)
            for hit in self.sentence.of("cues")
        )

    @lazy
    def place(self) -> PlaceFound | None:
        """The place of what it tells."""
        anchor = self.trigger or self.sentence
        told = [seated(self.sentence, p) for p in self.sentence.places if not self._is_beside_it(p)]
        here = [p for p in told if not self._is_whence(p)]
        is_led = any(p.is_led and not p.is_demonym for p in here)
        return finest(here if is_led else told, (anchor.start, anchor.end))

    def _is_whence(self, found: PlaceFound) -> bool:
        """Whether a place only says whence the arrested are, or where their crime was."""
        trigger = self.trigger
        if trigger is None or trigger.id not in _GIVEN_UP:
            return False
        if self.by.reality.is_origin(self._page, self.sentence, found.start):
            return True
        return any(
            trigger.end <= c.start < found.start
            for c in self.sentence.of("cues")
            if c.id == "court"
        )

    def _is_beside_it(self, found: PlaceFound) -> bool:
        """Whether a place is only where somebody says it, or where the taken were set free."""
        is_of_release = self.type in TAKEN and is_of_the_other(
            self.sentence, self.type, self.trigger, found.start
        )
        return is_of_release or self.by.reality.is_where_said(
            self._page, self.sentence, self.trigger, found.start, found.end
        )

    @lazy
    def around(self) -> PlaceFound | None:
        """The place that the sentences before it in its paragraph speak of."""
        sentence = self.sentence
        return finest(sentence.context_places, (sentence.start, sentence.end))

    @property
    def _page(self) -> Page:
        return self.sentence.findings.page

    def _belongs(self, start: int) -> bool:
        return self.by.reality.belongs(self._page, self.sentence, self.trigger, start)

    def _is_charge(self, start: int) -> bool:
        return self.by.reality.is_charge(self._page, self.sentence, self.trigger, start)

    def _is_answered(self, start: int) -> bool:
        """Whether a toll is of the deed that this one answers: "in response to a strike that"."""
        trigger = self.trigger
        return trigger is not None and any(
            cue.end <= start
            and not cue.end <= trigger.start < start
            and self._page.text.find(",", cue.end, start) < 0
            for cue in self.sentence.of("cues")
            if cue.id == "answering"
        )


class TellingReader:
    """Reads tellings by the trigger entries and the small words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._refiner = Refiner(lexicon)
        self.roles = RoleReader(lexicon.grammar)
        self.reality = Reality(lexicon.grammar)
        self._chooser = Chooser(lexicon, self.reality)
        self.unreal = Unreal(lexicon.grammar, self.reality)
        self.narrated = Narrated(lexicon.grammar, self.reality)
        self.figurative = Figurative(lexicon.grammar)
        self.substance = Substance(lexicon)
        self._forces = Forces(lexicon.grammar)

    def tellings(self, page: Page, sentences: Iterable[Sentence]) -> Iterator[Telling]:
        """Yield what sentences tell, in their order."""
        told = None  # the paragraph that has told something
        for sentence in sentences:
            if self._is_art(sentence, is_new=told != sentence.begin):
                continue
            telling = self.telling(page, sentence)
            told = sentence.begin if telling.type else told
            yield telling

    def _is_art(self, sentence: Sentence, *, is_new: bool) -> bool:
        """Whether a film, a match, a market or a drill is told, or was just before.

        A paragraph that has told something that did happen goes on with it.
        """
        if sentence.has("retold"):
            return True
        is_of_art = (
            sentence.has("unreal") or sentence.has("drill") or (is_new and sentence.is_after_art)
        )
        return is_of_art and not self.substance.is_meant(sentence)

    def telling(self, page: Page, sentence: Sentence) -> Telling:
        """Return what a sentence tells."""
        triggers = self._real_triggers(page, sentence)
        own = [hit for hit in triggers if not self.reality.is_relative(page, sentence, hit)]
        if sentence.has_toll:  # "killed a surrendered rebel" tells of no surrender
            start = sentence.start
            own = [h for h in own if not self.reality.is_attribute(page, start, h)] or own
        triggers = without_taking(sentence, triggers, own)
        strong = [hit for hit in triggers if hit.grade != "weak"]
        chosen = strong or faint(triggers, sentence)
        told = [h for h in chosen if not self.reality.is_reference(page, sentence.start, h)]
        if not told and chosen:
            counted = is_counted(sentence)
            told = [h for h in chosen if counted or self.reality.is_described(page, h)]
        told = self._chooser.explained(told, chosen, page)
        trigger = self._chooser.chosen(told, own, sentence) if told else None
        telling = Telling(
            sentence,
            trigger,
            self._refiner.refined(trigger, sentence) if trigger else None,
            is_weak=not strong,
            types=frozenset(hit.id for hit in strong),
            is_of_many=are_plurals(chosen),
            by=self,
        )
        kind = self._forces.type_of(telling)
        return telling if kind == telling.type else replace(telling, type=kind)

    def _real_triggers(self, page: Page, sentence: Sentence) -> list[Hit]:
        near = {hit.id for hit in sentence.of("near")}
        return [
            hit
            for hit in sentence.of("triggers")[:_MOST_TRIGGERS]
            if (hit.grade != "beside" or hit.id in near)
            and not self.unreal.is_unreal(page, sentence, hit)
            and not self.narrated.is_narrated(page, sentence, hit)
            and not self.figurative.is_figure(page, sentence, hit)
            and not self.figurative.is_name(page, sentence, hit)
            and not self.figurative.is_dealt_with(page, hit)
            and not (hit.id == "sabotage" and hit.grade == "beside" and sentence.has("natural"))
            and not (hit.id == DISPERSED and hit.grade == "beside" and not by_force(sentence))
        ]
