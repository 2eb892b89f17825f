"""What one sentence tells of one incident.

A `Telling` is a sentence and the word in it that names what happened; `telling_reader` chooses the
word. Here stands what is told of that word and not of somebody it names: when, where, how many and
who. Which of them are one incident is decided in `compose`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from advisory.extraction.counts.toll import Toll, most_killed
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.groups import ANSWERING, FOUGHT, PEOPLES, TAKING_PEOPLE, VIOLENT
from advisory.extraction.places.place_found import PlaceFound, finest
from advisory.extraction.roles.roles import Part
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.captives import is_day_of_release, is_of_the_other
from advisory.extraction.tellings.earlier import is_answered, is_what_for
from advisory.extraction.tellings.judges import Judges
from advisory.extraction.tellings.nationwide import is_of_a_wave
from advisory.extraction.tellings.seized import people_taken
from advisory.extraction.tellings.since_then import as_days, is_of_then
from advisory.extraction.tellings.when import (
    are_known_dead,
    belongs,
    finds_more,
    later_days,
    loosened,
    of_what_is_named,
    on_its_side,
    recent_days,
    without_days_of_telling,
)
from advisory.extraction.tellings.where import place_told
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit, is_noun
from advisory.lazy import lazy
from advisory.model.value import Count

_NUMBER = "n"  # the tag of "four"


class Own(NamedTuple):
    """What one of several incidents told in one breath has of its own: see `shares`."""

    place: PlaceFound
    tolls: tuple[Toll, ...] = ()  # none where they are told of all together
    span: tuple[int, int] | None = None  # the words that are about it alone


@dataclass(frozen=True, eq=False)
class Telling:
    """One sentence about one incident; what most tellings are never asked is worked out late."""

    sentence: Sentence
    trigger: Hit | None
    type: str | None
    is_weak: bool
    types: frozenset[str]
    is_of_many: bool  # it names acts only in the plural: "murders and abductions"
    by: Judges
    own: Own | None = None
    subject: "Telling | None" = None  # whose doer is its doer: "shot one and kidnapped two"
    of_others: frozenset[Toll] = frozenset()  # what its country lost, or what is told elsewhere

    @property
    def page(self) -> Page:
        """The page that it is on."""
        return self.sentence.page

    @lazy
    def is_anaphor(self) -> bool:
        """Whether it speaks of an incident already told, or of more bodies found there."""
        if self.trigger is None or finds_more(self.sentence):
            return True
        if self.are_known_dead is not None:
            return self.are_known_dead
        return self.by.reality.is_anaphor(self.sentence, self.trigger)

    @lazy
    def are_known_dead(self) -> bool | None:
        """Whether bodies found, days later, too, are of what was told before; None of others."""
        return are_known_dead(self.sentence, self.trigger)

    @lazy
    def is_apart(self) -> bool:
        """Whether its sentence begins a further story: "meanwhile"."""
        return self.by.another.is_apart(self.page, self.sentence.start)

    @lazy
    def is_soon_after(self) -> bool:
        """Whether it came soon after what was told before, and names no day: "Hours later"."""
        is_next = self.by.another.is_soon_after(self.page, self.sentence.start)
        return is_next and not self.has_date

    @lazy
    def is_there(self) -> bool:
        """Whether it was in the town told of before: "dropped bombs on the town"."""
        return self.by.another.is_there(self.page, self.sentence.start, self.sentence.end)

    @lazy
    def is_another(self) -> bool:
        """Whether it tells of "another attack"."""
        return self.trigger is not None and self.by.another.is_another(self.sentence, self.trigger)

    @lazy
    def is_also_said(self) -> bool:
        """Whether somebody tells it on top of what he has told."""
        if self.trigger is None or self.is_anaphor:
            return False
        return self.by.another.is_also_said(self.sentence, self.trigger)

    @lazy
    def is_habit(self) -> bool:
        """Whether it says what somebody does, not what befell anybody: "he plans attacks"."""
        is_deed = self.sentence.has_toll or self.type in FOUGHT or self._is_counted
        return self.is_of_many and not is_deed

    @property
    def _is_counted(self) -> bool:
        """Whether a number says how many: "carried out four strikes"."""
        start = self.trigger.start if self.trigger else self.sentence.start
        before = next((w for w in reversed(self.sentence.words) if w.end <= start), None)
        return before is not None and before.tag == _NUMBER

    @lazy
    def is_bare(self) -> bool:
        """Whether it has a word of violence and nothing else of it."""
        whole = self.sentence.whole or self.sentence
        is_theirs = self.type in PEOPLES and not (self.trigger and is_noun(self.page, self.trigger))
        return self.type in VIOLENT and not is_theirs and self.by.substance.is_bare(whole)

    @lazy
    def has_doer(self) -> bool:
        """Whether it says who did it."""
        return any(part.is_doer for part in self.parts)

    @lazy
    def has_known_victims(self) -> bool:
        """Whether its victims are particular ones, though nobody counts them."""
        return self.by.substance.are_known(self.sentence)

    @lazy
    def is_denied(self) -> bool:
        """Whether somebody denies it as an own deed, and it counts nobody."""
        if self.trigger is None or self.sentence.has_toll:
            return False
        return self.by.reality.is_denied(self.sentence, self.trigger)

    @lazy
    def is_named(self) -> bool:
        """Whether it names a deed in passing and is news of something else."""
        sentence = self.sentence.whole or self.sentence
        return self.trigger is not None and self.by.passing.is_named(sentence, self.trigger)

    @lazy
    def is_quoted(self) -> bool:
        """Whether somebody says it in a quotation."""
        return self.trigger is not None and self.by.substance.is_quoted(self.sentence, self.trigger)

    @lazy
    def parts(self) -> tuple[Part, ...]:
        """What each actor in it does."""
        own = tuple(self.by.roles.parts(self.sentence, self.trigger))
        if any(part.is_doer for part in own):
            return own
        if self.subject is None:
            return (*self.by.roles.they(self.sentence, self.trigger), *own)
        return (*(part for part in self.subject.parts if part.is_doer), *own)

    @lazy
    def dates(self) -> tuple[DateFound, ...]:
        """The dates told of the trigger itself, the likeliest first."""
        is_ahead = self.sentence.is_announced  # what is to come lasts until a day
        told = [
            found
            for found in self._days_told
            if self._belongs(found.start)
            and not self.by.reality.arrests.is_charge(self.sentence, self.trigger, found.start)
            and not is_answered(self.sentence, found.start)
            and not is_of_the_other(self.sentence, self.type, self.trigger, found.start)
            and not is_day_of_release(self.sentence, self.type, self.trigger, found.start)
            and (is_ahead or not self.by.days.is_end(self.page, found))
            and found not in self.later_days
            and not (found.is_since and self._is_beside(found.start))
        ]
        if not told:
            return recent_days(self.sentence, self.trigger, self.later_days)
        told = without_days_of_telling(self.by.reality, self.sentence, self.trigger, told)
        if is_ahead:
            of_it = self.sentence.findings.by.announcing.of_it
            told = list(of_it(told, self.sentence.findings.published))
        told = list(as_days(self.sentence, self.trigger, told))
        told = loosened(self.by, self.sentence, self.trigger, told)
        told = of_what_is_named(self.by.reality, self.sentence, self.trigger, told)
        of_its_own = [found for found in told if self._is_its_year(found)]
        return tuple(sorted(of_its_own or told, key=self._unlikeliness))

    @lazy
    def later_days(self) -> tuple[DateFound, ...]:
        """The days in its sentence of what came after: bodies found, one more who died."""
        return later_days(self.by.days, self.sentence, self.trigger)

    @property
    def _days_told(self) -> Sequence[DateFound]:
        """The dates on its side; of one of several in a sentence those that stand beside it."""
        start, end = self.own.span if self.own and self.own.span else (0, 0)
        own = [found for found in self.sentence.dates if start <= found.start < end]
        return own or on_its_side(self.sentence, self.trigger)

    @property
    def has_date(self) -> bool:
        """Whether it tells any day that is one."""
        return any(found.value for found in self.dates)

    def _is_its_year(self, found: DateFound) -> bool:
        if self.trigger is None:
            return False
        told = (self.trigger, found, self.sentence.dates)
        return self.by.days.is_its_year(self.page, *told, self.sentence.findings.published)

    def _unlikeliness(self, found: DateFound) -> tuple[bool, int, int, int]:
        if self.trigger is None:
            return True, -found.weight, 0, 0
        return self.by.days.unlikeliness(self.page, self.trigger, found)

    @lazy
    def killed(self) -> int | None:
        """The largest number killed that it tells, None where it tells none."""
        return most_killed(self.tolls)

    @lazy
    def taken(self) -> Count | None:
        """How many people an abduction or an arrest takes, None where it tells of nobody."""
        if self.trigger is None or self.type not in TAKING_PEOPLE:
            return None
        people = people_taken(self.sentence, self.trigger)
        return people.count if people else None

    @lazy
    def tolls(self) -> tuple[Toll, ...]:
        """The tolls of what it tells, not of what somebody is arrested for or it only answers."""
        if self.own is not None:
            return self.own.tolls
        tokens = self.sentence.tokens
        starts = ((toll, tokens[toll.first].start) for toll in self.sentence.tolls)
        return tuple(
            toll
            for toll, start in starts
            if not (
                toll in self.of_others
                or self.by.reality.arrests.is_charge(self.sentence, self.trigger, start)
                or is_of_a_wave(self.sentence, self.trigger, toll)
                or is_of_then(self.sentence, toll)
                or is_answered(self.sentence, start)
                or is_what_for(self.sentence, self.trigger, tokens[toll.last].start)
                or self.by.substance.is_cited(self.sentence, self.trigger, toll)
                or (self.type in ANSWERING and self.by.substance.is_of_before(self.sentence, toll))
            )
        )

    @lazy
    def is_history(self) -> bool:
        """Whether it speaks of what went before the news."""
        told = (hit.start for hit in self.sentence.cues_of("background"))
        return any(self._belongs(at) and not self._is_beside(at) for at in told)

    @lazy
    def place(self) -> PlaceFound | None:
        """The place of what it tells."""
        own, told = self.own, (self.sentence, self.trigger, self.type)
        return own.place if own is not None else place_told(self.by.reality, *told)

    @lazy
    def around(self) -> PlaceFound | None:
        """The place that the sentences before it in its paragraph speak of.

        A strike to come is of a trade, wherever the last one was.
        """
        if self.is_placed_apart:
            return None
        sentence, at = self.sentence, (self.sentence.start, self.sentence.end)
        return finest(sentence.context_places, at) or finest(sentence.scene_places, at)

    @property
    def is_only_named(self) -> bool:
        """Whether it has a name and no day: "Demonstration in Gao.", "Demonstrations in Ber"."""
        return self.trigger is not None and not self.dates and is_noun(self.page, self.trigger)

    @property
    def is_placed_apart(self) -> bool:
        """Whether what was told before says nothing of where it is."""
        return self.type == "strike_action" and self.sentence.is_announced

    def _belongs(self, start: int) -> bool:
        return belongs(self.by, self.sentence, self.trigger, start)

    def _is_beside(self, start: int) -> bool:
        return self.by.reality.is_beside(self.sentence, self.trigger, start)
