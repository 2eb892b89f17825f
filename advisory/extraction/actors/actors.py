"""The actors that a report names.

Names come from the lexicon and, before it, from the report itself: "Fighters for the Hills (FFH)"
teaches that FFH is that group for the length of the report. Whose army is meant by the name of a
people or a state is in `armies`, what an actor does in `roles`.
"""

from collections.abc import Iterator, Mapping, Sequence

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.actors.armies import ArmyReader
from advisory.extraction.actors.the_one import known_by_name
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

    def actors(self, page: Page, hits: Sequence[Hit], cuts: Sequence[int]) -> list[ActorFound]:
        """Return the actors of a page in its order, those it defines itself among them.

        Each of `cuts` begins a part that speaks of another country.
        """
        named = [
            self._found(hit)
            for hit in hits
            if hit.kind == "actors"
            and not (self._is_led_by(page, hit.end) or self._is_a_rank(page, hit))
        ]
        named = [one for actor in named for one in self._armies.of_its_people(page, actor)]
        known = known_by_name(page, named, self._describing, cuts)
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


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _group(at: int, name: str, short: str) -> ActorFound:
    return ActorFound(
        at, at + len(short), f"taught:{short}", name, ActorKind.ARMED_GROUP, "actors/taught"
    )
