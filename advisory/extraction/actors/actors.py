"""The actors that a report names.

Names come from the lexicon and, before it, from the report itself: "Fighters for the Hills (FFH)"
teaches that FFH is that group for the length of the report. A missile or an air raid said to be
Ruritanian is that of the Ruritanian army. What an actor does is in `roles`.
"""

from collections.abc import Iterator, Mapping, Sequence

from advisory.extraction.actors.actor_found import ARMY, ActorFound
from advisory.extraction.actors.the_one import known_by_name
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.value import UNNAMED
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.book import ActorEntry
from advisory.rulebook.lexicon import Lexicon

_DEFINED = Pattern(
    r"\b((?:[A-Z][A-Za-z'-]+ )(?:(?:[A-Z][A-Za-z'-]+|of|for|the|and|in|de|des|la) ){1,8})"
    r"\(([A-Z][A-Z0-9-]{1,9})\)"
)
_ARMS = frozenset({"airstrike", "drone_strike", "missile_strike", "shelling"}) | frozenset(
    {"aircraft", "drone", "mortar", "rocket"}
)
_SPEAKING = frozenset({"say", "claim", "confirm"})
_FEW, _LONG = 3, 40  # words, characters from a demonym to a weapon or a word that begins with it
_MOST_HOMES = 3  # countries of a group
_MOST_TAUGHT = 100  # acronyms of one page: each is looked for in the whole of it


class ActorReader:
    """Finds actors by the lexicon of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._entries = lexicon.actors
        self._language = lexicon.language
        self._armies = dict(_armies(lexicon))
        self._states_armies = dict(_owners(lexicon))
        classes, words = lexicon.grammar.classes, lexicon.grammar.words
        self._own, self._ranks = words("ones_own"), words("rank_letters")
        self.own_words = self._own.union(classes["oneself"])
        self._joining, self._lakes = words("joining_words"), words("inland_waters")
        self._group_words = words("group_words")
        self._of_country = {
            country: army
            for army in self._states_armies.values()
            for country in self._entries[army].countries[:1]
        }
        self._doing, self._state_acts = classes["doing_endings"], words("state_acts")
        self._state_arms, self._led = words("state_arms"), classes["led_endings"]
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
        named = [one for actor in named for one in self._of_its_people(page, actor)]
        known = known_by_name(page, named, self._describing, cuts)
        starts = {actor.start for actor in known}
        states = self._states(page, hits, starts)
        found = [*known, *self._taught(page, starts), *self._armed(page, hits, starts), *states]
        found.sort(key=lambda one: (one.start, one.end))
        ends = [0, *(one.end for one in found)]
        return [f for f, end in zip(found, ends, strict=False) if not self._is_whose(page, end, f)]

    def _is_whose(self, page: Page, end: int, actor: ActorFound) -> bool:
        """Whether a name only says whose the one before it is: "JNIM, al Qaeda's affiliate"."""
        if page.lower[end : actor.start].lstrip(")") != ", ":
            return False
        behind = page.lower[actor.end : actor.end + _LONG].removeprefix("'s").lstrip()
        return behind.startswith(self._affiliates)

    def _of_its_people(self, page: Page, actor: ActorFound) -> list[ActorFound]:
        """Return the armies that demonyms before "troops" say they are: "Thai and Lao troops"."""
        is_army = actor.id == ARMY
        one = (self._army_before(page, actor.start, actor.end) if is_army else None) or actor
        if page.phrase(one).split(" ", 1)[0] not in self._armies:
            return [one]
        joint = page.lower[max(0, one.start - _LONG) : one.start].split(" ")[-2:]
        is_joined = joint[-1:] == [""] and joint[0] in self._joining
        at = one.start - len(joint[0]) - 1
        other = self._army_before(page, at, at) if is_joined else None
        return [other, one] if other else [one]

    def _army_before(self, page: Page, start: int, end: int) -> ActorFound | None:
        """Return the army of the demonym that ends right before an offset."""
        demonym = page.lower[max(0, start - _LONG) : start].rstrip(" ").rpartition(" ")[2]
        at = page.lower.rfind(demonym, 0, start) if demonym in self._armies else -1
        if at < 0 or not page.plain[at].isupper():
            return None
        entry = self._entries[self._armies[demonym]]
        where = (at, max(end, at + len(demonym)), self._armies[demonym])
        return ActorFound(*where, entry.name, entry.kind, "actors/of_its_people")

    def homes(self, hits: Sequence[Hit]) -> Sequence[str]:
        """Return the countries of the one armed group that a page names, none where it names more.

        A group of many countries is at home in none.
        """
        entries = (self._entries[hit.id] for hit in hits if hit.kind == "actors")
        armed = (one for one in entries if one.kind is ActorKind.ARMED_GROUP)
        countries = {one.countries for one in armed if one.countries}
        one = next(iter(countries), ()) if len(countries) == 1 else ()
        return one if len(one) <= _MOST_HOMES else ()

    def army_of(self, country: str | None) -> tuple[str, ActorEntry] | None:
        """Return the army of a country, by its id and entry, where the lexicon knows one."""
        army = self._of_country.get(country or "")
        return (army, self._entries[army]) if army else None

    def _is_a_rank(self, page: Page, hit: Hit) -> bool:
        """Whether letters are a rank before somebody's name: "CSP Joseph Banda"."""
        is_name = page.plain[hit.end : hit.end + 2].lstrip().isupper() and not page.is_shouted
        return is_name and page.phrase(hit) in self._ranks

    def _is_led_by(self, page: Page, end: int) -> bool:
        """Whether a name only says more of the next: "JNIM-linked", "Maoist-inclined"."""
        if page.lower[end : end + 1] != "-":
            return False
        return page.lower[end + 1 : end + _LONG].split(" ", 1)[0].endswith(self._led)

    def _armed(self, page: Page, hits: Sequence[Hit], known: set[int]) -> Iterator[ActorFound]:
        """Return whose weapons a demonym says they are: not "gave us rockets", "Lake Chad raid"."""
        words = page.words(0, len(page.lower))
        if self._armies.keys().isdisjoint(words) and self._states_armies.keys().isdisjoint(words):
            return
        for hit in hits:
            may_arm = hit.kind == "triggers" or hit.id in _ARMS
            at = self._before_arms(page, hit) if may_arm else 0
            if not at:
                continue
            for word in reversed(page.before(at, _LONG)[-_FEW:]):
                at = page.lower.rindex(word, 0, at)
                is_lake = not self._lakes.isdisjoint(page.before(at, _LONG)[-1:])
                army = self._armies.get(word) or self._states_armies.get(word.removesuffix("'s"))
                if page.plain[at].isupper() and army and at not in known and not is_lake:
                    known.add(at)
                    entry, where = self._entries[army], (at, at + len(word), army)
                    yield ActorFound(*where, entry.name, entry.kind, "actors/of_its_arms")

    def _before_arms(self, page: Page, hit: Hit) -> int:
        """Return where a demonym ends that owns the arms: "missile", "tanks opened fire"; or 0."""
        if hit.id in _ARMS:
            word = page.words_of(hit)[0]
            if hit.form != "verb" or word.endswith(self._doing):
                return hit.start + len(word)
        if hit.form in NOUNS:
            is_act = page.phrase(hit) in self._state_acts
            return hit.start + 1 if is_act else 0
        before = page.before(hit.start, _LONG)[-1:]
        return 0 if self._state_arms.isdisjoint(before) else hit.start

    def _states(self, page: Page, hits: Sequence[Hit], known: set[int]) -> Iterator[ActorFound]:
        """Return the army of a state that speaks of what is its own: "Ruritania said its jets"."""
        for hit in hits:
            if hit.kind != "cues" or hit.id not in _SPEAKING:
                continue
            before = page.before(hit.start, _LONG)
            for words in (1, 2):
                state = " ".join(before[-words:])
                at = page.lower.rfind(state, 0, hit.start)
                army = self._states_armies.get(state)
                if army and at not in known and page.plain[at].isupper():
                    after = page.behind(hit.end, _LONG)[:_FEW]
                    if not self._own.isdisjoint(after):
                        entry = self._entries[army]
                        where = (at, at + len(state), army)
                        yield ActorFound(*where, entry.name, entry.kind, "actors/of_its_state")

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


def _armies(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Return each demonym of which the lexicon knows an army: "Russian forces", "Malian troops"."""
    for name, entry in lexicon.actors.items():
        if entry.kind is ActorKind.STATE_FORCE and not name.startswith(UNNAMED):
            for alias in entry.aliases:
                first, *rest = alias.lower().split()
                if len(rest) == 1 and rest[0] in lexicon.grammar.classes["army_words"]:
                    yield first, name


def _owners(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Return each state of which the lexicon knows an army as its own: "Mali's army"."""
    for name, entry in lexicon.actors.items():
        if entry.kind is ActorKind.STATE_FORCE:
            for alias in entry.aliases:
                owner, is_owned, thing = alias.lower().partition("'s ")
                if is_owned and thing in lexicon.grammar.classes["army_words"]:
                    yield owner, name


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def _group(at: int, name: str, short: str) -> ActorFound:
    return ActorFound(
        at, at + len(short), f"taught:{short}", name, ActorKind.ARMED_GROUP, "actors/taught"
    )
