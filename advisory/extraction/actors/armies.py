"""The army that a report means by its state or its people: "Thai troops", "Ruritanian missiles".

A missile or an air raid said to be Ruritanian is that of the Ruritanian army, and so is what
Ruritania says of what is its own.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.actors.actor_found import ARMY, ActorFound
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.value import UNNAMED
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.book import ActorEntry
from advisory.rulebook.lexicon import Lexicon

_ARMS = frozenset({"airstrike", "drone_strike", "missile_strike", "shelling"}) | frozenset(
    {"aircraft", "drone", "mortar", "rocket"}
)
_SPEAKING = frozenset({"say", "claim", "confirm"})
_FEW, _LONG = 3, 40  # words, characters from a demonym to a weapon or a word that begins with it


class ArmyReader:
    """Finds armies by the demonyms and the states of the lexicon of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        classes, words = lexicon.grammar.classes, lexicon.grammar.words
        self._entries = lexicon.actors
        self._demonyms, self._states = dict(_armies(lexicon)), dict(_owners(lexicon))
        self._of_country = {
            country: army
            for army in self._states.values()
            for country in self._entries[army].countries[:1]
        }
        self._own, self._joining = words("ones_own"), words("joining_words")
        self._lakes, self._state_acts = words("inland_waters"), words("state_acts")
        self._doing, self._state_arms = classes["doing_endings"], words("state_arms")
        self._aims = {
            word for word in words("can_be_hit") if self._state_arms.isdisjoint((word, f"{word}s"))
        }

    def of_its_people(self, page: Page, actor: ActorFound) -> list[ActorFound]:
        """Return the armies that demonyms before "troops" say they are: "Thai and Lao troops"."""
        is_army = actor.id == ARMY
        one = (self._army_before(page, actor.start, actor.end) if is_army else None) or actor
        if page.phrase(one).split(" ", 1)[0] not in self._demonyms:
            return [one]
        joint = page.lower[max(0, one.start - _LONG) : one.start].split(" ")[-2:]
        is_joined = joint[-1:] == [""] and joint[0] in self._joining
        at = one.start - len(joint[0]) - 1
        other = self._army_before(page, at, at) if is_joined else None
        return [other, one] if other else [one]

    def _army_before(self, page: Page, start: int, end: int) -> ActorFound | None:
        """Return the army of the demonym that ends right before an offset."""
        demonym = page.lower[max(0, start - _LONG) : start].rstrip(" ").rpartition(" ")[2]
        at = page.lower.rfind(demonym, 0, start) if demonym in self._demonyms else -1
        if at < 0 or not page.plain[at].isupper():
            return None
        where = (at, max(end, at + len(demonym)))
        return self._army(where, self._demonyms[demonym], "people")

    def army_of(self, country: str | None) -> tuple[str, ActorEntry] | None:
        """Return the army of a country, by its id and entry, where the lexicon knows one."""
        army = self._of_country.get(country or "")
        return (army, self._entries[army]) if army else None

    def armed(self, page: Page, hits: Sequence[Hit], known: set[int]) -> Iterator[ActorFound]:
        """Return whose weapons a demonym says they are: not "gave us rockets", "Lake Chad raid"."""
        words = page.words(0, len(page.lower))
        if self._demonyms.keys().isdisjoint(words) and self._states.keys().isdisjoint(words):
            return
        for hit in hits:
            may_arm = hit.kind == "triggers" or hit.id in _ARMS
            at = self._before_arms(page, hit) if may_arm else 0
            if not at:
                continue
            for word in reversed(page.before(at, _LONG)[-_FEW:]):
                at = page.lower.rindex(word, 0, at)
                is_lake = not self._lakes.isdisjoint(page.before(at, _LONG)[-1:])
                army = self._demonyms.get(word) or self._states.get(word.removesuffix("'s"))
                if page.plain[at].isupper() and army and at not in known and not is_lake:
                    known.add(at)
                    yield self._army((at, at + len(word)), army, "arms")
                if word in self._aims:
                    break  # "Nigeria market attack", "Kenya mall raid": it was there

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

    def of_states(self, page: Page, hits: Sequence[Hit], known: set[int]) -> Iterator[ActorFound]:
        """Return the army of a state that speaks of what is its own: "Ruritania said its jets"."""
        for hit in hits:
            if hit.kind != "cues" or hit.id not in _SPEAKING:
                continue
            before = page.before(hit.start, _LONG)
            for words in (1, 2):
                state = " ".join(before[-words:])
                at = page.lower.rfind(state, 0, hit.start)
                army = self._states.get(state)
                if army and at not in known and page.plain[at].isupper():
                    after = page.behind(hit.end, _LONG)[:_FEW]
                    if not self._own.isdisjoint(after):
                        yield self._army((at, at + len(state)), army, "state")

    def _army(self, where: tuple[int, int], army: str, by: str) -> ActorFound:
        entry = self._entries[army]
        return ActorFound(*where, army, entry.name, entry.kind, f"actors/of_its_{by}")


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
