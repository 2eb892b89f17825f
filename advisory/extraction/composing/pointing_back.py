"""Whether a sentence leads elsewhere, or only goes on with what has just been told."""

from collections.abc import Sequence
from datetime import date, timedelta

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.setting import days_told, place_of
from advisory.extraction.counts.people import people_in
from advisory.extraction.counts.tags import letters
from advisory.extraction.dates.dates import LOOSE, DateFound, is_a_day
from advisory.extraction.groups import BLASTS, VIOLENT
from advisory.extraction.places.finer import ROUGH
from advisory.extraction.places.place_found import are_apart
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_between

_ARSON, _ATTACKER = "arson", "attacker"
_THE, _OF_THOSE, _WHEN = "t", "j", "h"  # tags of "the", "of them" and "when"
_BEING = frozenset("bBaA")  # "was", "were", "had"
_WEEKS = timedelta(days=14)
_LEAD = 18  # characters: "In the village of "


def is_placed(telling: Telling) -> bool:
    """Whether its sentence says where something happened."""
    return any(p.is_led and not p.is_demonym for p in telling.sentence.places)


def is_told_where(telling: Telling) -> bool:
    """Whether its own words say in which town: "held in Gao", not "found in Gao, and two held"."""
    there, trigger = telling.place, telling.trigger
    if not (there and trigger and there.is_led and there.place.kind not in ROUGH | {"country"}):
        return False
    return trigger.end <= there.start or "," not in telling.page.plain[there.end : trigger.start]


def begins_an_entry(drafts: Sequence[Draft], telling: Telling) -> bool:
    """Whether it is the first to tell anything of its entry in a digest."""
    entry = telling.sentence.entry
    return entry is not None and all(one.first.sentence.entry != entry for one in drafts)


def is_part_of_whole(drafts: Sequence[Draft], telling: Telling) -> bool:
    """Whether it only counts in an entry who died of what is told above all entries."""
    if telling.sentence.entry is None:
        return False
    above = (one for one in drafts if one.first.sentence.entry is None)
    return any(one.killed and one.first.type not in VIOLENT for one in above)


def begins_with_a_place(telling: Telling) -> bool:
    """Whether its sentence leads elsewhere: "In Ansongo rebels shot the mayor".

    What a man under arrest has done there ("he plans attacks in Gao") is no incident.
    """
    begin = telling.sentence.start
    at = min((p.start for p in telling.sentence.places if p.is_led), default=begin + _LEAD + 1)
    return at - begin <= _LEAD and not telling.is_of_many


def is_next_sentence(draft: Draft, telling: Telling) -> bool:
    """Whether its sentence goes on right behind the last one told of an incident."""
    last, sentence = draft.tellings[-1].sentence, telling.sentence
    return last.begin == sentence.begin and sentence.number == last.number + 1


def came_later_elsewhere(drafts: Sequence[Draft], telling: Telling) -> bool:
    """Whether it came hours later where nothing told was: "Two hours later a bomb in Ber"."""
    if not telling.by.another.is_soon_after(telling.page, telling.sentence.start):
        return False
    there = telling.place
    if there is None or not there.is_led or telling.is_anaphor:
        return False
    return all(one.place is None or are_apart(one.place, there) for one in drafts)


def is_outcome(draft: Draft, telling: Telling) -> bool:
    """Whether a sentence only goes on with what it cost: "Eleven were killed and some abducted".

    So does one that counts what burnt beside the dead: "14 lorries burnt, two drivers dead", and
    one of what burnt in a blast just told: "a bus was set on fire in the explosion".
    """
    sentence, last = telling.sentence, draft.tellings[-1].sentence
    if sentence.begin != last.begin:
        return False
    begins = is_next_sentence(draft, telling) and any(toll.first == 0 for toll in sentence.tolls)
    blasts = (hit for hit in sentence.of("triggers") if hit.id in BLASTS and hit.form in NOUNS)
    is_of_blast = draft.first.type in BLASTS and any(blasts)
    is_burnt_beside = telling.type == _ARSON and (sentence.has_killed or is_of_blast)
    if not (begins or is_burnt_beside):
        return False
    return not (sentence.own_dates or telling.has_doer or is_placed(telling))


def in_order(current: Draft, others: Sequence[Draft], telling: Telling) -> Sequence[Draft]:
    """Return the incidents that a sentence may speak of, the likeliest first.

    That is the one told of last; but to a deed weeks before the news, named beside it, a new
    paragraph does not point back, and whoever counts the hurt anew speaks of the news itself, not
    of what went before it in its sentence: "marched a week after gunmen killed two". "One of them"
    is of those counted before.
    """
    order = [current, *others]
    if _are_of_those(telling):
        order.sort(key=lambda one: not any(each.tolls for each in one.tellings))
    elif _counts_anew(telling):
        order = [one for one in order if not _is_beside_news(one, order)]
    is_near = telling.sentence.paragraph == current.tellings[-1].sentence.paragraph
    if is_near or not (telling.type is None or telling.is_anaphor):
        return order
    days = [(one, _day(one)) for one in order]
    newest = max((day for _, day in days if day), default=None)
    left = [one for one, day in days if newest and day and newest - day > _WEEKS]
    return [*(one for one in order if one not in left), *left] if left else order


def _are_of_those(telling: Telling) -> bool:
    """Whether it counts some of those told before: "one of them has died"."""
    last = max((toll.last for toll in telling.tolls), default=-1)
    return _OF_THOSE in letters(telling.sentence.tokens[: last + 1])


def _counts_anew(telling: Telling) -> bool:
    """Whether it only counts the dead or the hurt, not "another two" nor one of the wounded."""
    is_bare = bool(telling.tolls) and (telling.type is None or telling.is_weak)
    is_more = any(toll.is_others or toll.has_lingered for toll in telling.tolls)
    return is_bare and not (is_more or telling.has_date)


def _is_beside_news(draft: Draft, order: Sequence[Draft]) -> bool:
    """Whether a draft only went before another in its sentence."""
    sentence = draft.first.sentence
    return sentence.is_earlier and any(o is not draft and o.tells(sentence) for o in order)


def _day(draft: Draft) -> date | None:
    return next((found.value.last for found in draft.dates if found.value), None)


def is_by_the_same(draft: Draft, telling: Telling) -> bool:
    """Whether it goes on with those who did it: "The attackers exchanged fire with guards"."""
    sentence, words = telling.sentence, telling.sentence.words
    if draft.first.sentence.entry != sentence.entry:
        return False
    near = sentence.paragraph - draft.tellings[-1].sentence.paragraph
    is_known = letters(words[:1]) == _THE and near <= 1
    doers = next((one for one in people_in(words) if is_known and not one.first), None)
    return doers is not None and doers.who == _ATTACKER


def is_of_what_was_hit(draft: Draft, telling: Telling) -> bool:
    """Whether it goes on with what was hit: "attacked a convoy. The convoy had struck a mine"."""
    sentence = telling.sentence
    if draft.first.sentence.entry != sentence.entry or letters(sentence.words[:1]) != _THE:
        return False
    front = sentence.words[0].end + 1
    hit = next((hit for hit in sentence.of("targets") if hit.start == front), None)
    is_hit = hit and letters(words_between(sentence, hit.end, sentence.end))[:1] in _BEING
    return bool(hit and is_hit) and any(_names(one, hit) for one in draft.tellings)


def is_of_its_bomb(draft: Draft, telling: Telling) -> bool:
    """Whether what was told to blow up is said to: "when the device, planted there, went off"."""
    trigger = telling.trigger
    if draft.first.type not in BLASTS or telling.type not in BLASTS or trigger is None:
        return False
    before = letters(words_between(telling.sentence, telling.sentence.start, trigger.start))
    return trigger.form not in NOUNS and before.rpartition(_WHEN)[2].startswith(_THE)


def _names(telling: Telling, hit: Hit | None) -> bool:
    """Whether a telling ends words for what was hit with this one: "attacked a supply convoy"."""
    page, sentence = telling.page, telling.sentence
    told = (*sentence.of("targets"), *sentence.of("triggers"))
    return hit is not None and any(page.words_of(one)[-1:] == page.words_of(hit) for one in told)


def of_its_place(drafts: Sequence[Draft], telling: Telling) -> Sequence[Draft]:
    """Return incidents, the one of a telling's own town first: "300 were hurt in Gao", of two."""
    place, last = telling.place, drafts[0].place if drafts else None
    if place is None or last is None or not place.is_led or not are_apart(place, last):
        return drafts
    there = (d for d in drafts[1:] if not d.is_old and d.place and not are_apart(d.place, place))
    of_it = next(there, None)
    return [of_it, *drafts] if of_it else drafts


def is_then_elsewhere(draft: Draft, telling: Telling) -> bool:
    """Whether "the ensuing shootout" was in another town and on another day than the deed."""
    mine, yours = telling.place, place_of(draft)
    if mine is None or yours is None or not (mine.is_led and are_apart(mine, yours)):
        return False
    mine_on, yours_on = (_days_of(told) for told in (telling.dates, days_told(draft)))
    return bool(mine_on and yours_on) and mine_on.isdisjoint(yours_on)


def _days_of(told: Sequence[DateFound]) -> set[date | None]:
    firm = (found for found in told if is_a_day(found) and found.weight != LOOSE)
    return {found.value.first for found in firm if found.value}
