"""Which sentences only sum up several incidents that the report then tells one by one.

"At least 44 people were killed in two districts. Gunmen shot 16 in Kowa. The bodies of 28 were
found near Bele": with the 44 as an incident of their own everybody would have died twice. What
begins a report, with dead and no town, is a sum where the dead of two towns or more, told after it,
make up just as many, or no more than that where it speaks of several attacks itself; so is one that
names those towns itself. Where it says that they were separate, "in separate accidents" or "in air
strikes over a week", one town told after it is enough. What is counted "across the country" is a
sum beside what one of its towns saw.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import combinations, pairwise

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.groups import ABDUCTIONS, FOUGHT, VIOLENT
from advisory.extraction.places.lists import size
from advisory.extraction.places.place_found import are_apart
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.earlier import COUNTED_BACK
from advisory.extraction.tellings.nationwide import is_nationwide
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import DateRange
from advisory.model.vocabulary import Precision

_BEHIND_A_WAVE = 30  # characters: " in the province that has "
_WEEKEND = 3  # days that one night of violence may still be told with
_ONE_DAY = ("ago", COUNTED_BACK)  # the rules of a day that is only about known
_THIS_WEEK = "/this"  # the rule of "this week", which on a Monday is a day
_NUMBER, _DEED, _FEW = "n", "X", 7  # tags, and how many deeds may be told one by one
_MONTH = 31  # days that one battle may still be told with
_FIRST, _REACH = 3, 8  # sentences that may sum up, and that may tell the parts
_DEEDS = VIOLENT | FOUGHT | {"attack_on_forces", "ambush_of_forces"}


def summaries(tellings: Sequence[Telling]) -> frozenset[int]:
    """Return the numbers of the tellings that only sum up those after them."""
    kinds = (_of_its_parts, _of_the_country, _of_a_wave, _of_a_week, _of_a_digest)
    return frozenset(number for kind in kinds for number in kind(tellings))


def _of_its_parts(tellings: Sequence[Telling]) -> Iterator[int]:
    """Yield the tellings that begin a report and sum up what is told right after them.

    A headline that tells the same sum may name a town for its region.
    """
    wholes = set()
    for number, telling in enumerate(tellings[:_FIRST]):
        after = tellings[number + 1 : number + 1 + _REACH]
        sums_up = _sums_up if _is_wide(telling) else _lists
        if _has_dead(telling) and sums_up(telling, after):
            wholes.add((telling.type, telling.killed))
            yield number
    for number, telling in enumerate(tellings[:_FIRST] if wholes else ()):
        if telling.sentence.is_headline and (telling.type, telling.killed) in wholes:
            yield number


def _has_dead(telling: Telling) -> bool:
    return (telling.killed or 0) > 1


def _of_a_digest(tellings: Sequence[Telling]) -> Iterator[int]:
    """Yield the tellings above the entries of a digest that count whom they cost together."""
    first = next((n for n, t in enumerate(tellings) if t.sentence.entry is not None), 0)
    for number, telling in enumerate(tellings[:first]):
        is_of_one = any(map(_is_of_a_day, telling.dates)) or not _is_wide(telling)
        if telling.type and telling.type not in _DEEDS | ABDUCTIONS:
            return  # a storm, and whom it killed
        if telling.type and _has_dead(telling) and not is_of_one:
            yield number


def _is_of_a_day(found: DateFound) -> bool:
    value = found.value
    return value is not None and not (_is_long(value) or found.rule.endswith(_THIS_WEEK))


def _of_a_week(tellings: Sequence[Telling]) -> Iterator[int]:
    """Yield the tellings that count whom a week cost: "in the past week troops killed 28".

    A battle may last for days; "clashes" that cost so many "so far this year" are many, and so
    are those "gunned down this year", "wounded since January" and "killed in 214 incidents in
    October".
    """
    for number, telling in enumerate(tellings):
        has_harmed = any(toll.count.low > 1 for toll in telling.tolls)
        if has_harmed and telling.type in VIOLENT:
            is_sum = telling.is_weak or telling.is_of_many or len(telling.types) > 1
            is_sum = is_sum or _counts_deeds(telling.sentence)
            is_battle = telling.type in FOUGHT and not telling.is_weak
            least = _WEEKEND if is_sum and not is_battle else _MONTH
            days = [found for found in telling.sentence.dates if found.value]
            if days and all(_is_over(day, least) for day in days):
                yield number


def _counts_deeds(sentence: Sentence) -> bool:
    """Whether it counts many deeds: "214 incidents"."""
    return any(
        number.tag == _NUMBER and (number.value or (0,))[0] > _FEW and deed.tag == _DEED
        for number, deed in pairwise(sentence.words)
    )


def _of_a_wave(tellings: Sequence[Telling]) -> Iterator[int]:
    """Yield the tellings that count the dead of many deeds: "a wave of violence has killed 20"."""
    for number, telling in enumerate(tellings):
        trigger = telling.trigger
        if trigger and _has_dead(telling) and telling.type in _DEEDS:
            waves = (cue.end for cue in telling.sentence.cues_of("wave"))
            if any(0 <= trigger.start - end <= _BEHIND_A_WAVE for end in waves):
                yield number


def _of_the_country(tellings: Sequence[Telling]) -> Iterator[int]:
    """Yield the tellings that only count whom a country lost, beside what a town of it saw."""
    for number, telling in enumerate(tellings):
        counts_all = any(is_nationwide(telling.sentence, toll) for toll in telling.tolls)
        if telling.type and counts_all and not is_of_a_town([telling]) and is_of_a_town(tellings):
            yield number


def keep_to_town(draft: Draft) -> None:
    """Keep an incident of a town from the dead of its whole country."""
    if any(t.sentence.has("nationwide") for t in draft.tellings) and is_of_a_town(draft.tellings):
        for telling in tuple(draft.tellings):
            is_wide = partial(is_nationwide, telling.sentence)
            draft.leave_out(telling, filter(is_wide, telling.tolls))


def is_of_a_town(tellings: Iterable[Telling]) -> bool:
    """Whether a place inside a country is told."""
    places = (telling.place for telling in tellings if telling.type and telling.place)
    return any(found.is_led and found.place.kind != "country" for found in places)


def _sums_up(telling: Telling, after: Sequence[Telling]) -> bool:
    whole = telling.killed or 0
    if _is_of_separate(telling):
        kinds = _DEEDS | {telling.type}
        told = (one for one in after if one.type in kinds and 0 < (one.killed or 0) < whole)
        return any(_in_towns(telling, [one]) for one in told)
    parts = [one for one in after if one.type in _DEEDS and (one.killed or 0) < whole]
    if telling.type not in _DEEDS or len(parts) < 2:  # noqa: PLR2004 - one is the same told again
        return False
    inside, near = _in_towns(telling, parts), _in_towns(telling, parts, around=1)
    if len(near) > 1 and sum(one.killed or 0 for one in near) == whole:
        return True  # by its numbers, wherever the border of a region runs
    total = sum(one.killed or 0 for one in inside)
    return len(inside) > 1 and telling.is_of_many and 0 < total <= whole


def _lists(telling: Telling, after: Sequence[Telling]) -> bool:
    """Whether its dead are those of all the towns that it names: "raids on Gao and Ber killed 5".

    Each of them is told after it.
    """
    towns = [one for one in telling.sentence.places if size(one) <= Precision.DISTRICT]
    told: dict[str, int] = {}
    for one in after if telling.type in _DEEDS else ():
        at = one.place if one.killed and one.type in _DEEDS else None
        if at and any(not are_apart(at, town) for town in towns):
            told.setdefault(at.place.name, one.killed or 0)
    return len(told) > 1 and sum(told.values()) == telling.killed


def _is_of_separate(telling: Telling) -> bool:
    """Whether it tells of separate deeds, or of deeds of a time: "in air strikes over a week"."""
    over = (found.value for found in telling.dates if found.value and telling.is_of_many)
    return telling.by.substance.are_separate(telling.sentence) or any(map(_is_long, over))


def _is_long(days: DateRange, least: int = _WEEKEND) -> bool:
    return bool(days.first and days.last and (days.last - days.first).days > least)


def _is_wide(telling: Telling) -> bool:
    """Whether it names no town."""
    return telling.place is None or size(telling.place) >= Precision.ADMIN1


def _is_over(found: DateFound, least: int) -> bool:
    """Whether it goes on for so many days; "a week ago" is one of them that nobody knows."""
    is_one = found.rule.endswith(_ONE_DAY)
    return found.value is not None and not is_one and _is_long(found.value, least)


def _in_towns(
    telling: Telling, parts: Sequence[Telling], around: int | None = None
) -> list[Telling]:
    """Return those told of towns of their own inside its place, of each town the first.

    Inside its country is enough where only that many of its regions are asked for.
    """
    regions = telling.place.place.regions if telling.place else ()
    within = set(regions[-1:] if around is None else regions[:around])
    towns = {
        one.place.place.name: (one, one.place)
        for one in reversed(parts)
        if one.place is not None and one.place.is_led and size(one.place) <= Precision.DISTRICT
    }
    known = list(towns.values())
    is_list = all(are_apart(first, second) for (_, first), (_, second) in combinations(known, 2))
    if not is_list:
        return []
    return [
        one
        for one, place in known
        if not place.place.is_located or within <= set(place.place.regions)
    ]
