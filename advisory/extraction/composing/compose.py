"""Which tellings of a report are one incident.

The lead comes first: a later sentence joins what is open unless its type, its day, its place or
its toll contradicts it. "The attack" joins and never opens. History told beside the news ("since
2012", a year long past) is background when it has no figures of its own, or was months before and
is not what the report begins with; else it is an incident of its own day. What opens an incident
must be central: in the headline or the lead, or with a place, a day or a toll of its own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from advisory.extraction.composing.agreement import OF_A_WAR, dates_agree, goes_on, may_join
from advisory.extraction.composing.below import (
    is_plain,
    may_be_below,
    part_from_lead,
    part_tolls,
    told_above,
    told_in_text,
)
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.history import History
from advisory.extraction.composing.joining import add, explain, is_how_it_began, without_harm
from advisory.extraction.composing.kinship import TOLD_BESIDE, Kinship, is_told_beside
from advisory.extraction.composing.known_dead import (
    are_those_who_did_it,
    died_in_the_rescue_just_told,
)
from advisory.extraction.composing.past import (
    is_framed,
    is_of_thousands,
    is_old,
    is_told_long_after,
    newest_day,
)
from advisory.extraction.composing.pointing_back import (
    begins_an_entry,
    begins_with_a_place,
    came_later_elsewhere,
    in_order,
    is_next_sentence,
    is_outcome,
    is_part_of_whole,
    is_placed,
    is_told_where,
    of_its_place,
)
from advisory.extraction.composing.relevance import Relevance
from advisory.extraction.composing.summaries import keep_to_town, summaries
from advisory.extraction.composing.those_involved import parts_the_crowd
from advisory.extraction.composing.victims import pointed_at, surnames
from advisory.extraction.composing.warnings_over import overtaken
from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import FULL
from advisory.extraction.groups import (
    AFTERMATH,
    ANY_ATTACK,
    CLASH,
    KILLINGS,
    VIOLENT,
)
from advisory.extraction.tellings.tellings import Telling

_KILLING = frozenset({"armed", "killing", "explosion", "abduction"})
_ARREST = "arrest"
_MOST_OPEN = 40  # incidents of one report that a sentence may still speak of: the last ones
_OF_A_MONTH = 5  # the weight of "in May"


@dataclass(frozen=True, slots=True)
class Composer:
    """Groups tellings by the types of the rule base."""

    kinship: Kinship
    relevance: Relevance

    def drafts(
        self, tellings: Iterable[Telling], published: Published | None
    ) -> tuple[list[Draft], list[Telling]]:
        """Return the incidents of a report in its order, and what it only says of the past."""
        drafts: list[Draft] = []  # in the order of the text
        current: Draft | None = None
        waiting: Telling | None = None  # the dead of a lead that does not say of what they died
        history = History()
        newest = newest_day(published, tellings := list(tellings))
        sums = summaries(tellings)
        for number, telling in enumerate(tellings):
            if number in sums:
                drafts.append(Draft([telling], is_aggregate=True))
                continue
            if current is None and (telling.type is None or telling.is_denied):
                waiting = telling  # it opens nothing, and nothing is open
                continue
            old = is_old(telling, newest) or _is_of_that_past(drafts, telling)
            if history.takes(telling, old=old):
                continue
            recent = reversed(drafts[-_MOST_OPEN:])
            others = [d for d in recent if d is not current and may_be_below(drafts, d, telling)]
            order = in_order(current, others, telling) if current else others
            target = self._target(order, telling) if telling.type and not old else None
            if telling.type is None:
                spoken_of = next(iter(of_its_place(order, telling)), None)
                target = (
                    spoken_of if spoken_of and not old and goes_on(spoken_of, telling) else None
                )
            elif target is None and (
                _is_why(waiting, telling) or self._opens(drafts, telling, old=old)
            ):
                drafts.append(self._opened(telling, drafts, old=old))
                is_beside = current and self.kinship.is_beside(drafts[-1])
                is_beside = is_beside and not telling.sentence.is_lead
                current = current if old or is_beside else drafts[-1]
                explain(drafts[-1], waiting)
                waiting = None
            history.begin(telling, drafts, old=old)
            if target is not None:
                add(telling, target, drafts)
                current = target
        drafts = told_in_text(self.kinship.types, drafts)
        self._judge(drafts, tellings)
        return drafts, history.told

    def _judge(self, drafts: Sequence[Draft], tellings: Sequence[Telling]) -> None:
        """Say which drafts are no news."""
        part_from_lead(drafts)
        part_tolls(drafts)
        over = overtaken(drafts, tellings)
        for draft in drafts:
            keep_to_town(draft)
            is_news = is_plain(draft) or self.relevance.is_news(draft)
            is_past = is_of_thousands(draft) or is_told_long_after(
                draft, drafts, self.kinship.types
            )
            draft.is_background = draft.is_background or draft in over or is_past or not is_news

    def _opened(self, telling: Telling, drafts: Sequence[Draft], *, old: bool) -> Draft:
        has_toll = telling.sentence.has_toll
        family = self.kinship.family(telling.type)
        if family == _ARREST and telling.tolls and not old:
            telling = without_harm(telling, drafts)
        is_there = telling.is_there or family in TOLD_BESIDE  # whom police seized after a deed
        is_next = telling.is_soon_after or (telling.place is None and is_there)
        alike = (
            d for d in reversed(drafts) if is_next or self.kinship.family(d.first.type) == family
        )
        before = None if old else next(alike, None)
        is_background = old and (not has_toll or _is_of_that_past(drafts, telling))
        return Draft([telling], is_background=is_background, is_old=old, before=before)

    def _opens(self, drafts: Sequence[Draft], telling: Telling, *, old: bool) -> bool:
        is_first = all(draft.is_old for draft in drafts)
        return not (is_first and is_framed(telling)) and self._is_central(drafts, telling, old=old)

    def _is_central(self, drafts: Sequence[Draft], telling: Telling, *, old: bool) -> bool:
        sentence = telling.sentence
        has_toll = sentence.has_toll
        if old:
            return has_toll or (telling.has_date and not (telling.is_weak or telling.is_of_many))
        family = self.kinship.family(telling.type)
        if family in AFTERMATH and any(not d.is_old for d in drafts):
            is_new = all(self.kinship.family(draft.first.type) != family for draft in drafts)
            is_told = family == _ARREST and is_told_where(telling)
            is_told = is_told or (family in TOLD_BESIDE and is_told_beside(telling))
            is_told = is_told and not sentence.is_headline
            return telling.has_date or (is_new and is_told)
        lead = next((d for d in drafts if not d.is_old), None)
        if lead and self.kinship.family(lead.first.type) in AFTERMATH:
            is_why = sentence.has("court")  # "they were involved in the murder of a nun"
            is_there = begins_with_a_place(telling) and not telling.is_habit
            return not is_why and (has_toll or telling.has_date or is_there)
        is_pointing = telling.is_denied or (telling.is_anaphor and drafts and not has_toll)
        if is_pointing or (telling.is_weak and is_part_of_whole(drafts, telling)):
            return False
        central = sentence.is_headline or sentence.is_lead or begins_an_entry(drafts, telling)
        if central or has_toll or telling.is_weak:
            return central or has_toll
        # Who was arrested in a search is what a report of the search tells.
        is_its_end = not drafts and family == _ARREST
        is_more = (telling.is_another or telling.is_also_said) and not telling.is_quoted
        return telling.has_date or is_its_end or is_more or is_placed(telling)

    def _target(self, drafts: Sequence[Draft], telling: Telling) -> Draft | None:
        """Return what a telling joins: of its own family first, of those the one last told of."""
        is_piece = telling.sentence.whole or telling.sentence.is_earlier
        if is_piece or telling.own:  # of one sentence they are several incidents
            drafts = [draft for draft in drafts if not draft.tells(telling.sentence)]
        if retold := self._retold(drafts, telling) or told_above(
            self.kinship.types, drafts, telling
        ):
            return retold
        is_elsewhere = telling.is_apart or came_later_elsewhere(drafts, telling)
        if is_elsewhere or died_in_the_rescue_just_told(drafts, telling):
            return None
        return self._harmed_just_now(drafts, telling) or self._joined(drafts, telling)

    def _joined(self, drafts: Sequence[Draft], telling: Telling) -> Draft | None:
        """Return the first incident of its family that it may be of, else one of another kind."""
        others = []
        for draft in drafts:
            if not (self.kinship.families_agree(draft, telling) or self._goes_on(draft, telling)):
                others.append(draft)
            elif may_join(draft, telling):
                return draft
        if telling.is_anaphor:  # "the dynamite attack" is the attack, not the fire told since
            others.sort(key=lambda one: one.first.is_of_many or ANY_ATTACK.isdisjoint(one.kinds))
        alike = (draft for draft in others if self.kinship.types_agree(draft, telling))
        return next((draft for draft in alike if may_join(draft, telling)), None)

    def _harmed_just_now(self, drafts: Sequence[Draft], telling: Telling) -> Draft | None:
        """Return what was just told where the next sentence of its paragraph says whom it hurt."""
        if not (drafts and telling.is_weak and is_next_sentence(drafts[0], telling)):
            return None
        is_of_it = self.kinship.types_agree(drafts[0], telling) and may_join(drafts[0], telling)
        return drafts[0] if is_of_it else None

    def _retold(self, drafts: Sequence[Draft], telling: Telling) -> Draft | None:
        """Return the killing whose victim a telling names again, whatever else it says.

        Who was abducted and who was found dead are one by their name, days later, too.
        """
        if self.kinship.family(telling.type) not in _KILLING:
            return None
        taken = (one for one in drafts if not one.is_old and is_how_it_began(one, telling))
        if draft := next(taken, None):
            return draft
        again = surnames(telling.sentence) | pointed_at(telling.sentence)
        known = (d for d in drafts if not d.is_old and not again.isdisjoint(d.victims))
        return next((draft for draft in known if dates_agree(draft, telling)), None)

    def _goes_on(self, draft: Draft, telling: Telling) -> bool:
        """Whether the next sentence goes on with a deed: "a guard was hurt, too", "the attack"."""
        if parts_the_crowd(draft, telling):
            return True
        if draft.first.type in KILLINGS and telling.is_weak:
            return is_outcome(draft, telling)
        is_next = is_next_sentence(draft, telling)
        if is_next and telling.type == CLASH and draft.first.type in VIOLENT:
            return are_those_who_did_it(draft, telling)
        is_it = telling.is_anaphor or draft.first.type in KILLINGS  # "men opened fire on the car"
        is_it = is_it and telling.type in ANY_ATTACK
        return is_next and is_it and self.kinship.types_agree(draft, telling)


def _is_of_that_past(drafts: Sequence[Draft], telling: Telling) -> bool:
    """Whether it goes on with the past that its paragraph told: "their driver died that day"."""
    last = drafts[-1] if drafts else None
    if last is None or not (last.is_old and last.is_background):
        return False
    if last.first.sentence.is_lead and any(day.weight >= FULL for day in last.first.dates):
        return False  # a report that begins "On 4 May 2016 gunmen" tells it as its news
    is_there = last.first.sentence.paragraph == telling.sentence.paragraph
    is_of_it = telling.type in VIOLENT and not (telling.has_date or is_placed(telling))
    return is_there and is_of_it and all(day.weight > _OF_A_MONTH for day in last.first.dates)


def _is_why(waiting: Telling | None, telling: Telling) -> bool:
    """Whether "the landslide" is what those died of whom the lead counts, on a day; no war is."""
    if waiting is None or not (waiting.sentence.is_lead and waiting.has_date):
        return False
    is_next = waiting.sentence.number + 1 == telling.sentence.number
    return is_next and telling.is_anaphor and 0 < (waiting.killed or 0) < OF_A_WAR
