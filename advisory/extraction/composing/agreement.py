"""Whether a telling can be of an incident already open: its day, its place and its toll.

Nothing here says that it is; only what speaks against it. Who only points back ("the attack") or
speaks on in the same paragraph may be a day off or give another figure.
"""

from datetime import timedelta

from advisory.extraction.composing.disasters import is_of_its_spread, is_share
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.known_dead import (
    are_as_many,
    are_attackers_dead,
    are_its_attackers,
    are_the_dead,
    died_in_a_rescue,
)
from advisory.extraction.composing.pointing_back import (
    is_by_the_same,
    is_of_its_bomb,
    is_of_what_was_hit,
    is_then_elsewhere,
)
from advisory.extraction.composing.setting import days_told, place_of
from advisory.extraction.composing.those_involved import doers_agree, is_hunt, victims_agree
from advisory.extraction.counts.people import SOME, people_in
from advisory.extraction.counts.toll import most_killed
from advisory.extraction.dates.announcing import to_come
from advisory.extraction.dates.dates import LOOSE
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.groups import ARRESTS, BLASTS, GENERIC, TAKEN
from advisory.extraction.places.place_found import (
    INLAND,
    QUARTER,
    SEA,
    UNLOCATED,
    PlaceFound,
)
from advisory.extraction.tellings.coming_in import comes_in, only_moves
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import DateRange, Place
from advisory.model.vocabulary import Precision

ENDS = frozenset({"hostage_released"})  # the end of a story is told with a later day
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)
_MOST_RATIO = 3
_OF_REGIONS = frozenset({"seat", "admin1", "admin2"})
_KNOWN = "txsH"  # tags of "the", "those", "they", "she": who has been told of
_ATTACKER = "attacker"
_THOUSANDS = 1000
_HAVE = "A"  # the tag of "have"
_FRONT = 4  # characters: "On "
OF_A_WAR = 100
"""So many dead and more, told without a day, are those of a war."""


def may_join(draft: Draft, telling: Telling) -> bool:
    """Whether nothing told of a draft speaks against it being what a telling tells of."""
    return (
        not (draft.is_old or draft.is_aggregate)
        and are_of_one_entry(draft, telling)
        and is_as_real(draft.first, telling)
        and _tolls_agree(draft, telling)
        and victims_agree(draft, telling)
        and (telling.type in ENDS or dates_agree(draft, telling))
        and not (telling.is_another and _is_elsewhere(draft, telling))
        and not telling.is_also_said
        and (
            (telling.is_anaphor and not is_then_elsewhere(draft, telling))
            or _is_among(draft, telling)
            or are_the_dead(draft, telling)
            or are_as_many(draft, telling)
            or places_agree(draft, telling)
            or is_of_what_was_hit(draft, telling)
            or is_of_its_bomb(draft, telling)
        )
        and doers_agree(draft, telling)
    )


def _is_among(draft: Draft, telling: Telling) -> bool:
    """Whether it tells who of those whom a disaster killed died in a part of the country."""
    if not is_share(draft.first, telling):
        return False
    mine, yours = telling.place, place_of(draft)
    return not (mine and yours) or len({mine.place.country, yours.place.country} - {None}) < 2  # noqa: PLR2004


def are_of_one_entry(draft: Draft, telling: Telling) -> bool:
    """Whether no two entries of a digest part them; what stands above all of them is of any.

    But the dead of a province are none beyond those whom a disaster is said above to have killed.
    """
    mine, yours = telling.sentence.entry, draft.first.sentence.entry
    is_part = telling.is_weak and bool(draft.killed)
    return mine == yours or ((mine is None or yours is None) and not is_part)


def is_as_real(first: Telling, telling: Telling) -> bool:
    """Whether both have happened or both are to come; a mere name of its kind may be of either."""
    is_same = first.sentence.is_announced == telling.sentence.is_announced
    is_name = first.is_only_named and first.type == telling.type
    return is_same or (telling.sentence.is_announced and is_name)


def dates_agree(draft: Draft, telling: Telling) -> bool:
    """Whether a telling may be of a draft's day; who only points back may be a day off.

    What only a headline tells need not be of the day that the lead tells of another deed.
    """
    told = draft.first.dates if draft.is_headline else days_told(draft)
    own = [found for found in telling.dates if not is_of_speech(telling.sentence, found)]
    mine, yours = (
        [found for found in dates if found.value and found.weight != LOOSE] for dates in (own, told)
    )
    if not mine or not yours:
        return True
    published = telling.sentence.findings.published
    are_announced = draft.first.sentence.is_announced and telling.sentence.is_announced
    if are_announced and not (to_come(draft.dates, published) and to_come(mine, published)):
        return True  # on one of the days somebody warned of it
    goes_on = telling.is_anaphor or telling.is_weak or _is_told_on(draft, telling)
    begin = telling.sentence.start
    is_another = bool(telling.trigger) and not telling.is_weak  # "The next day they attacked"
    is_another = is_another and any(d.beside and d.start - begin <= _FRONT for d in own)
    goes_on = goes_on and not (is_another or are_attackers_dead(draft, telling))
    slack = _A_DAY if goes_on else timedelta(0)
    slack = _A_WEEK if telling.are_known_dead else slack
    return any(_within(a.value, b.value, slack) for b in yours for a in mine if a.value and b.value)


def _is_told_on(draft: Draft, telling: Telling) -> bool:
    """Whether its paragraph only goes on, and does not lead to a deed of another kind and day.

    "On Monday night gunmen had burnt two lorries" does.
    """
    begin = telling.sentence.start
    is_other = telling.type is not None and telling.type not in draft.kinds | GENERIC
    is_fronted = is_other and any(found.start - begin <= _FRONT for found in telling.dates)
    return _is_same_paragraph(draft, telling) and not is_fronted


def _within(one: DateRange, other: DateRange, slack: timedelta) -> bool:
    if not (one.first and other.first and one.last and other.last):
        return True
    return one.first - slack <= other.last and other.first - slack <= one.last


def places_agree(draft: Draft, telling: Telling) -> bool:
    """Whether the places of a draft and of a telling may be one; a headline lends another none."""
    is_placed = not draft.is_headline or any(told.place for told in draft.tellings)
    mine, yours = telling.place, place_of(draft) if is_placed else None
    if mine is None or yours is None or not mine.is_led:
        return not (mine and yours and _are_abroad(mine, yours))
    if mine.rule == yours.rule == QUARTER and mine.place.name != yours.place.name:
        return False
    if any(_is_anywhere(one) for one in (mine, yours)):
        return True
    if mine.place.name == yours.place.name:
        return True
    if not mine.place.is_located or not yours.place.is_located:
        return _may_lie_there(draft, telling, mine, yours)
    one, other = mine.place.regions, yours.place.regions
    is_there = one[-1] in other or other[-1] in one or _is_around(telling, mine.place, yours.place)
    has_own_dead = bool(telling.tolls and draft.killed)
    is_spread = not has_own_dead and is_of_its_spread(draft.first, telling, mine.place, yours.place)
    return is_there or is_spread


def _is_around(telling: Telling, mine: Place, yours: Place) -> bool:
    """Whether "the raid on a camp" may be that told only of the district around a town."""
    is_rough = Precision.DISTRICT in {mine.precision, yours.precision}
    return is_rough and mine.admin1 == yours.admin1 and _is_known(telling)


def _is_anywhere(one: PlaceFound) -> bool:
    """Whether it may be at any town: a site that nobody knows, and a river."""
    is_lost_site = one.place.kind == "site" and not one.place.is_located
    return is_lost_site or one.rule in {SEA, INLAND}


def _are_abroad(one: PlaceFound, other: PlaceFound) -> bool:
    """Whether a region or its seat is of another country: "Saratov's governor" speaks of his own.

    A capital may be its government, and a small town no more than a word.
    """
    is_region = one.place.kind in _OF_REGIONS and not one.is_demonym
    countries = {one.place.country, other.place.country}
    return is_region and None not in countries and len(countries) > 1


def _may_lie_there(draft: Draft, telling: Telling, mine: PlaceFound, yours: PlaceFound) -> bool:
    """Whether of two places one, that no gazetteer knows, may be in the other or be it.

    That of the lead is in the town of a headline that only names what is to come.
    """
    if draft.first.is_only_named and draft.is_headline and telling.sentence.is_lead:
        return True
    if max(mine.place.precision, yours.place.precision) > Precision.PLACE or _is_same_paragraph(
        draft, telling
    ):
        is_rough = yours.place.is_located and yours.place.kind != UNLOCATED
        is_there = is_rough and not mine.place.is_located
        is_there = is_there and (_is_known(telling) or _are_known(telling))
        return is_there or not telling.sentence.tolls
    is_part = telling.is_weak and telling.killed in {None, 0, draft.killed}
    return is_part or _are_known(telling)


def _are_known(telling: Telling) -> bool:
    """Whether those who did it have been told of: "the raiders attacked four camps in Kowa"."""
    words, trigger = telling.sentence.words, telling.trigger
    before = [word for word in words if trigger and word.end <= trigger.start]
    return any(one.who == _ATTACKER and words[one.first].tag in _KNOWN for one in people_in(before))


def _is_elsewhere(draft: Draft, telling: Telling) -> bool:
    """Whether a telling has a place of its own, or a paragraph ended before it.

    "The raiders also burned the granary", with neither place nor day nor dead, goes on.
    """
    if telling.place is not None and telling.place.is_led:
        return True
    is_bare = not (telling.place or telling.has_date or telling.tolls)
    is_more = is_bare and is_by_the_same(draft, telling)
    return not (is_more or _is_same_paragraph(draft, telling))


def _is_same_paragraph(draft: Draft, telling: Telling) -> bool:
    return telling.sentence.paragraph == draft.tellings[-1].sentence.paragraph


def goes_on(draft: Draft, telling: Telling) -> bool:
    """Whether what names no deed can speak of a draft: not where it counts the dead of a war.

    One of the wounded who died since is none of an arrest. Where "gunmen entered on Friday" says
    when it was, nothing else has.
    """
    if draft.first.type in ARRESTS and any(toll.has_lingered for toll in telling.tolls):
        return False
    if draft.first.sentence.entry != telling.sentence.entry or _is_another_story(telling):
        return False
    if only_moves(telling):
        return comes_in(telling) and not (draft.dates or draft.is_old)
    mine, yours = telling.killed or 0, draft.killed
    is_whole = any(toll.is_revision or toll.is_whole for toll in telling.tolls)
    return is_whole or mine < OF_A_WAR or not yours or mine < _MOST_RATIO * yours


def _is_another_story(telling: Telling) -> bool:
    """Whether a headline tells what else somebody did: "five killed in Gao; army hits a depot"."""
    is_apart = telling.sentence.is_headline and not telling.tolls
    return is_apart and any(p.is_doer and not p.actor.attributed for p in telling.parts)


def _tolls_agree(draft: Draft, telling: Telling) -> bool:
    mine = most_killed(toll for toll in telling.tolls if toll.count != SOME)
    yours = draft.killed  # "people were killed" gainsays no figure
    if _died_in_what_followed(draft, telling):
        return False
    is_undated = (mine or 0) >= OF_A_WAR and not yours and telling.is_weak and not telling.has_date
    if is_undated and ((mine or 0) >= _THOUSANDS or not _is_right_behind(draft, telling)):
        return False
    if not mine or not yours or any(toll.is_revision for toll in telling.sentence.tolls):
        return True
    goes_on = telling.is_anaphor or telling.is_weak or are_its_attackers(draft, telling)
    if is_share(draft.first, telling):
        return True
    goes_on = goes_on or _is_known(telling) or is_by_the_same(draft, telling)
    if mine != yours and not goes_on and _is_elsewhere(draft, telling):
        return False
    return max(mine, yours) < _MOST_RATIO * min(mine, yours) or min(mine, yours) < 10  # noqa: PLR2004


def _died_in_what_followed(draft: Draft, telling: Telling) -> bool:
    """Whether who died in the hunt that followed a blast, or in a rescue, did not die in it."""
    if draft.first.type in TAKEN:
        return died_in_a_rescue(draft, telling)
    is_of_blast = draft.first.type in BLASTS
    return is_of_blast and is_hunt(telling) and are_attackers_dead(draft, telling)


def _is_right_behind(draft: Draft, telling: Telling) -> bool:
    """Whether the very next sentence tells how many died that day, not how many "have died"."""
    last, sentence = draft.tellings[-1].sentence, telling.sentence
    is_next = (sentence.number, sentence.paragraph) == (last.number + 1, last.paragraph)
    return is_next and bool(draft.dates) and all(word.tag != _HAVE for word in sentence.words)


def _is_known(telling: Telling) -> bool:
    """Whether it names its deed as told before: "killed 25 in the attack", or owns up to it."""
    sentence, trigger = telling.sentence, telling.trigger
    is_owned = sentence.has("responsibility") and not telling.has_date
    return trigger is not None and (is_owned or telling.by.reality.is_definite(sentence, trigger))
