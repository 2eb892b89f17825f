"""Which army "the army" is, and which group "the rebels" are: the one that the page names.

In a digest it is the one named below the same heading, where headings are of several countries.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from itertools import groupby

from advisory.extraction.actors.actor_found import ARMY, ActorFound
from advisory.extraction.text.page import Page
from advisory.model.vocabulary import ActorKind

THE_ONE = "actors/the_one/"
"""The rule by which "the rebels" are the one armed group that a page names."""
_THE_FORCE = "actors/the_force/"
_OWNERS = ("'s ", "' ")
_ONE_OF_ITS_KIND = ((ActorKind.STATE_FORCE, ARMY), (ActorKind.ARMED_GROUP, "gen_rebels"))


def known_by_name(
    page: Page, found: Sequence[ActorFound], describing: Collection[str], cuts: Sequence[int]
) -> list[ActorFound]:
    """Return actors, "the army" as the one army named in its part of the page.

    Each of `cuts` begins a part that speaks of another country. A word that only says more of the
    next, "a rebel attack", is no name that the page gives it, and "Ukraine's air force" is not the
    one army, Russia's, that it names.
    """
    parts = groupby(found, lambda one: bisect_right(cuts, one.start))
    return [one for _, part in parts for one in _in_part(page, list(part), describing)]


def _in_part(
    page: Page, found: list[ActorFound], describing: Collection[str]
) -> Sequence[ActorFound]:
    for kind, unnamed in _ONE_OF_ITS_KIND:
        named = {a.id: a for a in found if a.kind is kind and not a.is_unnamed}
        if len(named) == 1:
            [one] = named.values()
            first = next(a.start for a in found if a.id == one.id)
            rule = f"{THE_ONE if kind is ActorKind.ARMED_GROUP else _THE_FORCE}{one.id}"
            for at, actor in enumerate(found):
                is_word = page.phrase(actor) in describing
                if actor.id == unnamed and not _is_another(page, actor, first, is_word=is_word):
                    by = actor.rule if is_word else rule
                    found[at] = one._replace(start=actor.start, end=actor.end, rule=by)
    return found


def _is_another(page: Page, actor: ActorFound, named: int, *, is_word: bool) -> bool:
    """Whether it is owned, or named apart: "the rebel spokesman said the front had killed two"."""
    is_apart = named - actor.end > 1 and page.plain.find(". ", actor.end, named) < 0
    return page.lower.endswith(_OWNERS, 0, actor.start) or (is_word and is_apart)
