"""Whether those who died or did it in a telling may be those of an incident already open."""

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.victims import full_surnames
from advisory.extraction.groups import DISPERSED, FOUGHT, LYNCHING
from advisory.extraction.tellings.tellings import Telling
from advisory.model.vocabulary import ActorKind, ActorRole

_STATE = {ActorKind.STATE_FORCE}
_OF_A_CROWD = frozenset({"arson", "looting", "mob_violence", "communal_clash"})
_OPERATION = "ground_assault"


def victims_agree(draft: Draft, telling: Telling) -> bool:
    """Whether a telling does not tell of one killed under another name than a draft's one."""
    if telling.killed != 1 or draft.killed != 1 or telling.is_anaphor or telling.is_another:
        return True
    mine = full_surnames(telling.sentence)
    return not mine or not draft.surnames or not mine.isdisjoint(draft.victims)


def doers_agree(draft: Draft, telling: Telling) -> bool:
    """Whether it is not the state that only looks for those who did it: "troops raided homes".

    What a crowd did, and what was done to it, is of both. Nobody owns up to an operation of the
    state: "claimed the attack" is said of what went before.
    """
    if telling.sentence.has("responsibility") and is_hunt(draft.first):
        return False
    if telling.type == LYNCHING and LYNCHING not in draft.kinds:
        return not any(each.has_doer for each in draft.tellings)  # "robbers shot her. A mob ..."
    is_answer = telling.is_anaphor or telling.is_weak or telling.is_denied
    is_answer = is_answer or telling.type in FOUGHT or parts_the_crowd(draft, telling)
    if is_answer or telling.tolls or telling.type == DISPERSED:
        return True
    mine, yours = (
        {part.found.kind for part in one.parts if part.actor.role is ActorRole.PERPETRATOR}
        for one in (telling, draft.first)
    )
    return mine != _STATE or not yours or not yours.isdisjoint(_STATE)


def parts_the_crowd(draft: Draft, telling: Telling) -> bool:
    """Whether the state ends what a crowd did: "set houses alight. Soldiers used tear gas"."""
    is_near = telling.sentence.begin == draft.tellings[-1].sentence.begin
    is_there = is_near and not (telling.place or telling.has_date or telling.tolls)
    return telling.type == DISPERSED and is_there and not _OF_A_CROWD.isdisjoint(draft.kinds)


def is_hunt(telling: Telling) -> bool:
    """Whether it is an operation of the state: "a search, in which two militants were killed"."""
    hits = telling.sentence.of("triggers")
    return any(hit.id == _OPERATION and hit.grade == "weak" for hit in hits)
