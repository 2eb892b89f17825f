"""A headline and the first sentence below it, which mostly tell one deed in other words.

"Gang attack in Haiti leaves nine dead" is the fire in which "armed men killed nine people in
Kenscoff": the same number of dead or injured, or a place that lies where the headline says, is
enough where day, country and kind of harm agree; the text mends the toll of its headline. What a
first sentence tells otherwise is another incident, and then lends the headline neither its day nor
its place.
"""

from collections.abc import Mapping, Sequence

from advisory.extraction.composing.agreement import dates_agree, is_as_real
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.naming import BESIDE_HARM, family_of, is_accident
from advisory.extraction.counts.people import SOME
from advisory.extraction.counts.toll import Toll, most_killed
from advisory.extraction.groups import ANSWERS, ANY_ATTACK, ARRESTS, BLASTS, VIOLENT_FAMILIES
from advisory.extraction.places.finer import lies_in
from advisory.extraction.places.place_found import are_apart
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.scan import NOUNS
from advisory.rulebook.book import IncidentType

_MOST_RATIO = 3
_GAS_BLAST = "industrial_accident"


def told_above(
    types: Mapping[str, IncidentType], drafts: Sequence[Draft], telling: Telling
) -> Draft | None:
    """Return the incident of a headline that the first deed told below it is again.

    What else a headline tells does the one that begins a further story: "Separately, ...". What
    goes beside an attack, a fire or a cut line, is the headline's only in the first sentence.
    """
    is_begun = any(not (one.is_headline or one.is_old) for one in drafts)
    is_below = not (telling.sentence.is_lead or telling.is_apart)
    if telling.type is None or (is_begun and is_below):
        return None
    if telling.is_apart:
        part_from_lead(drafts)
    family = family_of(types, telling.type)
    is_beside = is_below and family in BESIDE_HARM
    above = [one for one in drafts if one.is_headline]
    alike = [one for one in above if family_of(types, one.first.type) == family]
    others = [one for one in above if one not in alike and not is_beside]
    return next((one for one in (*alike, *others) if _is_told_by(types, one, telling)), None)


def may_be_below(drafts: Sequence[Draft], draft: Draft, telling: Telling) -> bool:
    """Whether a sentence may be of a draft: of what only a headline tells where it names its place.

    What else a headline tells, beside its deed that the text has begun with, the text comes to
    later.
    """
    if not draft.is_headline or telling.sentence.is_headline or telling.sentence.is_lead:
        return True
    is_begun = any(one.first.sentence.is_headline and not one.is_headline for one in drafts)
    return not is_begun or (telling.place is not None and _is_there(draft, telling))


def part_from_lead(drafts: Sequence[Draft]) -> None:
    """Keep what else headlines tell from the day and place of the incident below them."""
    if any(told.type and told.sentence.is_lead for draft in drafts for told in draft.tellings):
        for draft in drafts:
            if draft.is_headline:
                draft.keep_apart()


def part_tolls(drafts: Sequence[Draft]) -> None:
    """Keep from an incident whom its headline counts and the text tells of another.

    "Three rebels shot dead in Gao, guard hurt in blast": the guard is of the blast.
    """
    told = [(draft, _told_in_text(draft)) for draft in drafts if not draft.is_old]
    for draft, own in told if len(told) > 1 else ():
        others = [toll for other, their in told if other is not draft for toll in their]
        for telling in tuple(draft.tellings) if own and others else ():
            if telling.sentence.is_headline:
                draft.leave_out(telling, (one for one in telling.tolls if _is_of(one, others, own)))


def _told_in_text(draft: Draft) -> list[Toll]:
    """Return whom an incident harmed by all that stands below the headlines."""
    body = (told for told in draft.tellings if not told.sentence.is_headline)
    return [toll for told in body for toll in told.tolls]


def _is_of(toll: Toll, others: Sequence[Toll], own: Sequence[Toll]) -> bool:
    """Whether a toll is among those of others and not of one's own: as many of the same people."""
    return any(_are_as_many(toll, one) for one in others) and not any(
        _are_as_many(toll, one) for one in own
    )


def _are_as_many(one: Toll, other: Toll) -> bool:
    are_alike = {part.who for part in one.parts} == {part.who for part in other.parts}
    return are_alike and (one.harm, one.count.low) == (other.harm, other.count.low)


def told_in_text(types: Mapping[str, IncidentType], drafts: Sequence[Draft]) -> list[Draft]:
    """Return the incidents without what only a headline tells of the first one of the text.

    A headline that no sentence below goes on with names the same deed otherwise: "El Obeid burns"
    of a depot that drones struck, "attack near the Burkina border" of a post in Benin.
    """
    begun = [one for one in drafts if not (one.is_headline or one.is_old or one.is_aggregate)]
    above = next((one for one in drafts if all(t.sentence.is_headline for t in one.tellings)), None)
    if not (above and begun and _is_headed_by(types, above, begun[0])):
        return list(drafts)
    for telling in above.tellings:
        begun[0].add(telling)
    return [one for one in drafts if one is not above]


def _is_headed_by(types: Mapping[str, IncidentType], above: Draft, below: Draft) -> bool:
    """Whether the first incident of a text, without a headline yet, may be that of a headline."""
    first, told = above.first, below.first
    is_headed = any(one.type and one.sentence.is_headline for one in below.tellings)
    if is_headed or above.is_aggregate or told.sentence.entry is not None:
        return False
    if not (_are_alike(types, first.type, told.type) and is_as_real(first, told)):
        return False
    if not _harmed(first).isdisjoint(_harmed(told)):
        return True
    family = family_of(types, told.type)
    is_beside = family in BESIDE_HARM and family_of(types, first.type) != family
    is_beside = is_beside and first.type not in ANY_ATTACK  # "a raid" may be one for cattle
    mine, yours = above.place, below.place
    is_elsewhere = mine and yours and mine.is_led and are_apart(mine, yours)
    return not (is_beside or is_elsewhere) and _are_in_one_country(above, told)


def is_plain(draft: Draft) -> bool:
    """Whether a headline tells with a verb what happened somewhere: "guards taken hostage in"."""
    first = draft.first
    if first.trigger is None or first.is_weak or not draft.is_headline or draft.place is None:
        return False
    at = first.trigger.start  # "kidnaps" may be a noun, too
    told = (hit for hit in first.sentence.of("triggers") if hit.start == at)
    return any(hit.form not in NOUNS for hit in told)


def _is_told_by(types: Mapping[str, IncidentType], draft: Draft, telling: Telling) -> bool:
    first = draft.first
    is_answer = first.type in ANSWERS and first.sentence.whole is not None and not first.tolls
    if is_answer and telling.type not in ANSWERS:
        return False  # "trader killed, town protests": the killing has a headline of its own
    if draft.is_aggregate or not (is_as_real(first, telling) and dates_agree(draft, telling)):
        return False
    is_search = first.type in ANY_ATTACK and telling.type in ARRESTS and not first.tolls
    is_untold = first.is_weak and not first.has_doer  # "two killed": of whatever
    if not (is_search or is_untold or _are_alike(types, first.type, telling.type)):
        return False
    mine, yours = _harmed(first), _harmed(telling)
    if not (mine.isdisjoint(yours | _parts(telling)) and yours.isdisjoint(_parts(first))):
        return _are_in_one_country(draft, telling)
    is_there = _is_there(draft, telling) or _is_by_the_same(types, draft, telling)
    return is_there and _may_be_mended(draft, telling)


def _are_alike(types: Mapping[str, IncidentType], one: str | None, other: str | None) -> bool:
    """Whether two types may be told of the same; "a gas blast" is an explosion."""
    are_blasts = _GAS_BLAST in {one, other} and not BLASTS.isdisjoint({one, other})
    return are_blasts or _kind(types, one) == _kind(types, other)


def _kind(types: Mapping[str, IncidentType], name: str | None) -> str:
    family = family_of(types, name)
    if is_accident(types, name):
        return "accident"
    return "violence" if family in VIOLENT_FAMILIES else family


def _harmed(telling: Telling) -> frozenset[tuple[str, int]]:
    return frozenset((toll.harm, toll.count.low) for toll in telling.tolls if toll.count.low)


def _parts(telling: Telling) -> frozenset[tuple[str, int]]:
    """Return the parts of its tolls: a headline counts the two journalists of three killed.

    Or both the soldiers and the drivers of whom the lead tells one by one.
    """
    return frozenset((toll.harm, part.count.low) for toll in telling.tolls for part in toll.parts)


def _are_in_one_country(draft: Draft, telling: Telling) -> bool:
    """Whether no other country is told; what a headline only names, "North Coast", tells none."""
    above, below = draft.place, telling.place
    told = (above if above and above.is_led else None, below)
    return len({found.place.country for found in told if found} - {None}) < 2  # noqa: PLR2004


def _is_there(draft: Draft, telling: Telling) -> bool:
    """Whether a place, if it is not one that nobody knows, lies where the headline says.

    A headline may name the town for the village that its text says is near it, or the market that
    its text says is in a town.
    """
    if draft.place is None or telling.place is None:
        return False
    below, above = telling.place.place, draft.place.place
    sentence = telling.sentence
    is_beside = any(found.place.name == above.name for found in sentence.places)
    if not above.is_located:
        is_beside = is_beside or above.name in sentence.page.plain[sentence.start : sentence.end]
    is_near = above.admin1 is not None and above.admin1 == below.admin1
    if is_near and draft.first.type == telling.type and sentence.is_lead:
        return True
    return is_beside or not below.is_located or lies_in(below, above)


def _is_by_the_same(types: Mapping[str, IncidentType], draft: Draft, telling: Telling) -> bool:
    """Whether a headline without a toll names the same deed and doer, of the same country."""
    doers = (
        {part.actor.name for part in one.parts if part.is_doer} for one in (draft.first, telling)
    )
    families = {family_of(types, one.type) for one in (draft.first, telling)}
    is_same = len(families) == 1 and not draft.first.tolls
    return is_same and bool(set.intersection(*doers)) and _are_in_one_country(draft, telling)


def _may_be_mended(draft: Draft, telling: Telling) -> bool:
    """Whether the text may only count the dead later than its headline did."""
    told = (toll for toll in draft.first.tolls if toll.count != SOME)  # "kills soldiers"
    mine, yours = telling.killed, most_killed(told)
    return not mine or not yours or max(mine, yours) < _MOST_RATIO * min(mine, yours)
