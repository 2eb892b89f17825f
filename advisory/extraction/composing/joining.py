"""How a telling is taken into an incident: whole, as its beginning, or as what explains it.

Some are of one incident though of another kind: the shots at the palace and the arrest of the
president are of a coup; how police dispersed those who set a factory on fire is of the same riot.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from advisory.extraction.composing.agreement import ENDS, may_join
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.naming import POWER, family_of
from advisory.extraction.composing.victims import are_the_same, names, surnames
from advisory.extraction.counts.feared import is_feared
from advisory.extraction.groups import ABDUCTIONS, VIOLENT
from advisory.extraction.places.place_found import are_apart
from advisory.extraction.tellings.tellings import Own, Telling
from advisory.rulebook.book import IncidentType

_OF_A_COUP = frozenset({POWER, "arrest", "armed", "killing"})  # who takes power shoots and arrests
_BESIDE_THE_DEAD = frozenset({"arson", "robbery", "sabotage"})  # "they set a cell block on fire"
_OF_A_CROWD = frozenset({"arson", "crowd"})
_OF_A_BLAST = frozenset({"explosion", "air", "indirect_fire"})
_FIRE = frozenset({"fire"})  # "the oil that flowed out caught fire", "drones hit a tank, which"
_OF_A_LEAK = frozenset({"explosion", "industrial"})  # "a gas leak had caused it"
_OF_A_SHIP = frozenset({"abduction", "hijacking"})  # "men boarded the vessel"
_NEAR, _NEXT_PARAGRAPH = 2, 2
_KNOWN = "txsH"  # tags of "the", "those", "they", "she": who has been told of


def are_one(types: Mapping[str, IncidentType], draft: Draft, telling: Telling) -> bool:
    """Whether what stands near an incident is of it by its kind."""
    families = {family_of(types, kind) for kind in (*draft.kinds, telling.type)}
    near = telling.sentence.paragraph - draft.tellings[-1].sentence.paragraph
    if telling.is_another or near > _NEAR:
        return False
    if families == _OF_A_CROWD:
        is_placed = telling.place is not None and telling.place.is_led
        return near < _NEAR and not (telling.has_date or is_placed)
    if families == _OF_A_LEAK or _FIRE < families <= _FIRE | _OF_A_BLAST:
        is_near = near == 0 or (families == _OF_A_LEAK and near < _NEAR)
        return is_near and (telling.is_anaphor or not telling.sentence.own_dates)
    if families == _OF_A_SHIP:
        return near < _NEAR
    first = draft.first.sentence
    is_news = first.is_headline or first.is_lead
    if POWER in families and families <= _OF_A_COUP:
        return is_news or family_of(types, draft.first.type) == POWER
    is_beside = family_of(types, telling.type) in _BESIDE_THE_DEAD and near < _NEAR
    is_beside = is_beside and draft.killed > 0 and not telling.killed
    is_placed = telling.place is not None and telling.place.is_led
    return is_beside and is_news and draft.first.type in VIOLENT and not is_placed


def add(telling: Telling, target: Draft, drafts: Sequence[Draft]) -> None:
    """Take a telling into its incident; of several told in one breath, into all that it means.

    "The attacks killed twelve", "nobody has claimed them" are said of each, the twelve of none.
    """
    if telling.type in ABDUCTIONS and is_how_it_began(target, telling):
        target.begin_with(telling)
        return
    told = target.first
    siblings = [d for d in drafts if d.first.own and d.first.sentence is told.sentence]
    if telling.place and telling.place.is_led:
        fitting = (d for d in siblings if d.place and not are_apart(d.place, telling.place))
        next(fitting, target).add(telling)
    elif siblings and (telling.type is None or telling.is_weak or telling.is_of_many):
        for draft in siblings:
            draft.add(replace(telling, own=draft.first.own and Own(draft.first.own.place)))
    else:
        target.add(telling)


def without_harm(arrest: Telling, drafts: Sequence[Draft]) -> Telling:
    """Leave to the deed just told whom it hurt: "two officers were hurt, and seven arrested"."""
    told = arrest.sentence
    open_ = (one for one in reversed(drafts) if not (one.is_old or one.is_aggregate))
    deed = next(open_, None)
    if deed is None or told.paragraph - deed.tellings[-1].sentence.paragraph > _NEAR:
        return arrest
    harm = replace(arrest, trigger=None, type=None, is_weak=True)
    if not may_join(deed, harm):
        return arrest
    deed.add(harm)
    return replace(arrest, of_others=frozenset(arrest.tolls))


def is_how_it_began(draft: Draft, telling: Telling) -> bool:
    """Whether of a draft and a telling one is how the other began: an abduction."""
    return _is_of_captive(draft, telling) or _is_of_the_freed(draft, telling)


def explain(draft: Draft, before: Telling | None) -> None:
    """Add whom the sentence right before tells to have died, or the deed that it denies."""
    if before is None:
        return
    sentence, told = draft.first.sentence, before.sentence
    feared = [toll for toll in sentence.tolls if is_feared(toll.count)]
    may_be = not told.is_headline or bool(feared)  # "Two bodies found; 20 feared dead"
    is_next = sentence.number == told.number + 1 and may_be
    is_next = is_next and sentence.entry == told.entry
    # "Two died. Twenty more are feared dead": on top of them, or no more than a fear.
    is_rest = all(toll.is_others or toll in feared for toll in sentence.tolls)
    fits = sentence.has_toll if before.is_denied else told.has_toll and is_rest
    if is_next and fits and not told.has("natural") and may_join(draft, before):
        draft.add(before)


def _is_of_captive(draft: Draft, telling: Telling) -> bool:
    """Whether of a draft and a telling one abducts whom, by name, the other kills."""
    is_taken = telling.type in ABDUCTIONS
    if is_taken == (draft.first.type in ABDUCTIONS):
        return False
    killed = draft.surnames if is_taken else surnames(telling.sentence)
    return bool(killed) and are_the_same(killed, names(telling.sentence), draft.names)


def _is_of_the_freed(draft: Draft, telling: Telling) -> bool:
    """Whether a telling says how those were taken whose release was just told: "She was seized"."""
    if telling.type not in ABDUCTIONS or draft.first.type not in ENDS or draft.is_old:
        return False
    opening = telling.sentence.words[:1]
    near = telling.sentence.paragraph - draft.tellings[-1].sentence.paragraph
    return near < _NEXT_PARAGRAPH and any(word.tag in _KNOWN for word in opening)
