"""The actors that a report names.

Names come from the lexicon and, before it, from the report itself: "Fighters for the Hills (FFH)"
teaches that FFH is that group for the length of the report. Whose army is meant by the name of a
people or a state is in `armies`, what an actor does in `roles`.
"""

from collections.abc import Iterator, Mapping, Sequence

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.actors.armies import THE_ARMY, ArmyReader
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import Hit
from advisory.model.value import UNNAMED
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Lexicon

_DEFINED = Pattern(
    r"\b((?:[A-Z][A-Za-z'-]+ )(?:(?:[A-Z][A-Za-z'-]+|of|for|the|and|in|de|des|la) ){1,8})"
    r"\(([A-Z][A-Z0-9-]{1,9})\)"
)
THE_ONE = "actors/the_one/"
"""The rule by which "the rebels" are the one armed group that a page names."""
_THE_FORCE = "actors/the_force/"
_OWNERS = ("'s ", "' ")
_ONE_OF_ITS_KIND = (
    (ActorKind.STATE_FORCE, frozenset({THE_ARMY})),
    (ActorKind.ARMED_GROUP, frozenset({"gen_rebels"})),
)
_LONG = 40  # characters
_MOST_HOMES = 3  # countries of a group
_MOST_TAUGHT = 100  # acronyms of one page: each is looked for in the whole of it


class ActorReader:
    """Finds actors by the lexicon of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = lexicon.actors
        self._language = lexicon.language
        self._armies = ArmyReader(lexicon)
        self.army_of = self._armies.army_of
        classes, words = lexicon.grammar.classes, lexicon.grammar.words
        self._ranks = words("rank_letters")
        self.own_words = words("ones_own", "oneself")
        self._group_words, self._led = words("group_words"), classes["led_endings"]
        self._describing, self._affiliates = words("describing"), classes["affiliates"]
        self.members, self.former = words("member_words"), words("former_words")

    def actors(self, page: Page, hits: Sequence[Hit]) -> list[ActorFound]:
        """Return the actors of a page in its order, those it defines itself among them."""
        named = [
            self._found(hit)
            for hit in hits
            if hit.kind == "actors"
            and not (self._is_led_by(page, hit.end) or self._is_a_rank(page, hit))
        ]
        named = [one for actor in named for one in self._armies.of_its_people(page, actor)]
        known = _known_by_name(page, named, self._describing)
        starts = {actor.start for actor in known}
        states = self._armies.of_states(page, hits, starts)
        armed = self._armies.armed(page, hits, starts)
        found = [*known, *self._taught(page, starts), *armed, *states]
        found.sort(key=lambda one: (one.start, one.end))
        ends = [0, *(one.end for one in found)]
        return [f for f, end in zip(found, ends, strict=False) if not self._is_whose(page, end, f)]

    def _is_whose(self, page: Page, end: int, actor: ActorFound) -> bool:
        """Whether a name only says whose the one before it is: "JNIM, al Qaeda's affiliate"."""
        if page.lower[end : actor.start].lstrip(")") != ", ":
            return False
        behind = page.lower[actor.end : actor.end + _LONG].removeprefix("'s").lstrip()
        return behind.startswith(self._affiliates)

    def homes(self, hits: Sequence[Hit]) -> Sequence[str]:
        """Return the countries of the one armed group that a page names, none where it names more.

        A group of many countries is at home in none.
        """
        entries = (self._entries[hit.id] for hit in hits if hit.kind == "actors")
        armed = (one for one in entries if one.kind is ActorKind.ARMED_GROUP)
        countries = {one.countries for one in armed if one.countries}
        one = next(iter(countries), ()) if len(countries) == 1 else ()
        return one if len(one) <= _MOST_HOMES else ()

    def _is_a_rank(self, page: Page, hit: Hit) -> bool:
        """Whether letters are a rank before somebody's name: "CSP Joseph Banda"."""
        is_name = page.plain[hit.end : hit.end + 2].lstrip().isupper() and not page.is_shouted
        return is_name and page.phrase(hit) in self._ranks

    def _is_led_by(self, page: Page, end: int) -> bool:
        """Whether a name only says more of the next: "JNIM-linked", "Maoist-inclined"."""
        if page.lower[end : end + 1] != "-":
            return False
        return page.lower[end + 1 : end + _LONG].split(" ", 1)[0].endswith(self._led)

    def _found(self, hit: Hit) -> ActorFound:
        entry = self._entries[hit.id]
        unnamed = hit.id.startswith(UNNAMED)
        return ActorFound(
            hit.start, hit.end, hit.id, entry.name, entry.kind, hit.rule(self._language), unnamed
        )

    def _taught(self, page: Page, known: set[int]) -> Iterator[ActorFound]:
        """Return the places of each acronym that the page itself explains as a group's name."""
        if page.is_shouted or "(" not in page.plain:
            return
        for short, name in self._definitions(page).items():
            at = page.plain.find(short)
            while at >= 0:
                if at not in known:
                    yield _group(at, name, short)
                at = page.plain.find(short, at + 1)

    def _definitions(self, page: Page) -> Mapping[str, str]:
        """Return each acronym that the page explains, the first ones alone, with its name."""
        taught: dict[str, str] = {}
        for match in _DEFINED.all(page.plain):
            name, short = self._name(match.group(1) or ""), match.group(2) or ""
            if name and _initials(name) == short.replace("-", "") and len(taught) < _MOST_TAUGHT:
                taught.setdefault(short, name)
        return taught

    def _name(self, words: str) -> str:
        """Return a group's name without its article, or nothing where it names no group."""
        kept = words.split()
        while kept and kept[0].lower() not in self._group_words and len(kept[0]) < 4:  # noqa: PLR2004 - an article
            kept = kept[1:]
        is_group = bool(self._group_words & {word.lower() for word in kept})
        return " ".join(kept) if is_group else ""


def _known_by_name(
    page: Page, found: list[ActorFound], describing: frozenset[str]
) -> list[ActorFound]:
    """Let "the army" and "the rebels" be the one army, the one armed group that the page names.

    A word that only says more of the next, "a rebel attack", is no name that the page gives it, and
    "Ukraine's air force" is not the one army, Russia's, that it names.
    """
    for kind, unnamed in _ONE_OF_ITS_KIND:
        named = {a.id: a for a in found if a.kind is kind and not a.is_unnamed}
        if len(named) == 1:
            [one] = named.values()
            first = next(a.start for a in found if a.id == one.id)
            rule = f"{THE_ONE if kind is ActorKind.ARMED_GROUP else _THE_FORCE}{one.id}"
            for at, actor in enumerate(found):
                is_word = page.phrase(actor) in describing
                if actor.id in unnamed and not _is_another(page, actor, first, is_word=is_word):
                    by = actor.rule if is_word else rule
                    found[at] = one._replace(start=actor.start, end=actor.end, rule=by)
    return found


def _is_another(page: Page, actor: ActorFound, named: int, *, is_word: bool) -> bool:
    """Whether it is owned, or named apart: "the rebel spokesman said the front had killed two"."""
    is_apart = named - actor.end > 1 and page.plain.find(". ", actor.end, named) < 0
    return page.lower.endswith(_OWNERS, 0, actor.start) or (is_word and is_apart)


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _group(at: int, name: str, short: str) -> ActorFound:
    return ActorFound(
        at, at + len(short), f"taught:{short}", name, ActorKind.ARMED_GROUP, "actors/taught"
    )
