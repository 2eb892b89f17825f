"""Which of the words of a sentence names what happened."""

from collections.abc import Mapping, Sequence

from advisory.extraction.counts.tags import letters
from advisory.extraction.groups import (
    ARMED,
    ARRESTS,
    BLASTS,
    BY_THE_LAW,
    DEEDS,
    GROUP_OF,
    KILLINGS,
    MISHAPS,
    MORE_EXACT,
    RELEASED,
    TAKEN,
    UNLESS_KILLED,
    VIOLENT,
)
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_before
from advisory.model.vocabulary import ActorKind, Qualifier
from advisory.rulebook.lexicon import Lexicon, TriggerEntry

_SOME, _MANY = 2, 3
_BY_SEVERAL_ARMS = frozenset({"ambush", "ground_assault"})
_FAR_ARMS = frozenset({"drone", "rocket", "aircraft", "mortar"})
_BESIDE_THE_DEAD = frozenset({"arson", "looting"})  # "killed nine and torched their homes"
_SEIZED = "weapons_seized"
_ACCIDENTS = frozenset({"rail_accident", "road_accident"})
_LAID = frozenset({"bombing", "ied_explosion", "mine_explosion"})


class Chooser:
    """Chooses among triggers by the entries and the small words of one language."""

    def __init__(self, lexicon: Lexicon, reality: Reality) -> None:
        self._triggers: Mapping[str, TriggerEntry] = lexicon.triggers
        self._breaking_in = lexicon.grammar.words("breaking_in_words")
        self._downing = lexicon.grammar.words("downing_words")
        self._bodies = lexicon.grammar.words("bodies")
        self._purpose = lexicon.grammar.words("purpose")
        self._after = lexicon.grammar.words("after_that", "by")
        self._reality = reality

    def chosen(self, told: Sequence[Hit], real: Sequence[Hit], sentence: Sentence) -> Hit:
        """Return the trigger that names what happened, of those told; `real` are the faint too."""
        deed = self._deed(self._main(told, sentence), told, sentence)
        deed = _fight(deed, real, sentence)
        return self._deadliest(self._by_the_law(deed, told, sentence), real, sentence)

    def _by_the_law(self, main: Hit, triggers: Sequence[Hit], sentence: Sentence) -> Hit:
        """Return the arrest where a deed only says whose: "involved in a raid, was arrested"."""
        for hit in triggers:
            if hit.id in BY_THE_LAW and hit is not main:
                return hit if self._reality.arrests.is_charge(sentence, hit, main.start) else main
        return main

    def explained(self, told: list[Hit], chosen: Sequence[Hit], page: Page) -> list[Hit]:
        """Return what bodies were found after: "three bodies were recovered after the bombing".

        Or what they died of: "recovered two bodies, bringing the toll of the avalanche to seven".
        """
        found = {h for h in told if not self._bodies.isdisjoint(page.words_of(h))}
        why = [h for h in chosen if h not in told and h.id in VIOLENT | MISHAPS]
        died_of = [h for h in told if h not in found]
        if not found or not died_of:
            return why if found and why else told
        return died_of if all(h.form in NOUNS for h in died_of) else told

    def _main(self, triggers: Sequence[Hit], sentence: Sentence) -> Hit:
        """Return the trigger that names what happened.

        The first one does, with those that only say it more exactly: of a word like "attacked" the
        bomb, the raid from the air or the abduction; never the loot or the arrests after it.
        """
        triggers = self._singled(triggers, sentence)
        deeds = [h for h in triggers if h.id in VIOLENT]
        acts = [h for h in triggers if h.id != "protest" or not self._is_why(h, deeds, sentence)]
        if any(deed.form not in NOUNS for deed in deeds) and sentence.has_killed:
            # "Gunmen enforcing a strike shot dead two traders".
            acts = [h for h in acts if h.id != "strike_action"]
        first = min(acts or triggers, key=lambda hit: (hit.start, -self._triggers[hit.id].rank))
        first = self._cause(first, triggers, sentence)
        rivals = [
            hit
            for hit in triggers
            if hit.id in MORE_EXACT.get(GROUP_OF.get(first.id, first.id), frozenset({first.id}))
            and not self._is_outcome(first, hit, sentence)
            and not _is_means(first, hit)
            and not _is_found(hit, triggers)
        ]
        if sentence.has_killed:
            rivals = [hit for hit in rivals if hit.id not in UNLESS_KILLED]
        return max([first, *rivals], key=lambda hit: (self._triggers[hit.id].rank, -hit.start))

    def _cause(self, first: Hit, triggers: Sequence[Hit], sentence: Sentence) -> Hit:
        """Return the blast that an accident was of: "derailed after an explosion on the track"."""
        lower = sentence.page.lower
        blasts = (hit for hit in triggers if hit.id in BLASTS and hit.start > first.end)
        blast = next(blasts, None) if first.id in _ACCIDENTS else None
        is_why = blast is not None and not self._after.isdisjoint(
            lower[first.end : blast.start].split()
        )
        return blast if blast is not None and is_why else first

    def _singled(self, triggers: Sequence[Hit], sentence: Sentence) -> Sequence[Hit]:
        """Return the murder told beside many deeds: of "the bombings and the murder of a nun"."""
        plurals = {hit.start for hit in triggers if hit.form == "nouns"}
        single = [h for h in triggers if h.start not in plurals and h.id in KILLINGS]
        is_told = plurals and any(
            hit.form in NOUNS and self._reality.is_described(sentence.page, hit) for hit in single
        )
        return single if is_told else triggers

    def _is_outcome(self, first: Hit, hit: Hit, sentence: Sentence) -> bool:
        """Whether "killing" only says what an attack came to: "stormed a village, killing nine".

        Who attacks one man and kills him has murdered him; who shot an aircraft down has not, nor
        who "stormed a police station, killing two officers".
        """
        if first.id != "armed_attack" or hit.id != "murder" or hit.form != "noun":
            return False
        is_of_many = (sentence.killed or 0) >= (_SOME if _dead(sentence) == {"force"} else _MANY)
        is_of_many = is_of_many or _is_from_afar(sentence)
        words = sentence.page.phrase(first)
        if not is_of_many and not any(down in words for down in self._downing):
            return False
        return any(one.start == hit.start for one in sentence.of("harm"))

    def _is_why(self, protest: Hit, deeds: Sequence[Hit], sentence: Sentence) -> bool:
        """Whether a protest only says why: they "resigned to protest the murder of a judge"."""
        before = sentence.page.between(sentence.start, protest.start)[-1:]
        is_for = not self._purpose.isdisjoint(before)
        if protest.form == "verb":
            return is_for
        is_name = is_for and protest.form == "noun"
        return is_name and any(self._reality.is_described(sentence.page, deed) for deed in deeds)

    def _deed(self, main: Hit, triggers: Sequence[Hit], sentence: Sentence) -> Hit:
        """Return what somebody broke in for: "raided a farm and set it ablaze" tells of arson."""
        if sentence.has_toll or sentence.page.phrase(main) not in self._breaking_in:
            return main
        after = (h for h in triggers if h.start > main.start and _is_deed(h, sentence))
        deed = next(after, main)
        is_led = "r" in letters(words_before(sentence, main.start)[-2:])  # "during the attack"
        if deed.id in DEEDS and not is_led and self._reality.is_anaphor(sentence, main):
            return main  # "Monday's attack took place near Gao, and four lorries were burned"
        is_far = _is_from_afar(sentence)  # drones break in nowhere
        return main if is_far and deed.id not in ARRESTS else deed

    def _deadliest(self, main: Hit, triggers: Sequence[Hit], sentence: Sentence) -> Hit:
        """Return the word that kills beside an arrest: "killed two and captured three".

        The dead weigh more than who or what was taken, unless the arrest is for them, and more than
        the houses burnt after them.
        """
        is_beside = main.id in _BESIDE_THE_DEAD and (sentence.killed or 0) >= _MANY
        if not (is_beside or (main.id in ARRESTS and sentence.has_killed)):
            return main
        killing = {hit.start for hit in sentence.of("harm") if hit.id == "killed"}
        for hit in triggers:
            is_charge = self._reality.arrests.is_charge(sentence, main, hit.start)
            is_first = hit.start < main.start or not is_beside
            if hit.start in killing and hit.id in ARMED | KILLINGS and is_first and not is_charge:
                return hit
        return main


def _is_from_afar(sentence: Sentence) -> bool:
    return any(hit.id in _FAR_ARMS for hit in sentence.of("weapons"))


def _is_means(first: Hit, hit: Hit) -> bool:
    """Whether a bomb only says how an ambush, or an assault with several arms, began."""
    return first.id in _BY_SEVERAL_ARMS and hit.id in _LAID


def _is_found(hit: Hit, triggers: Sequence[Hit]) -> bool:
    """Whether explosives are what was found or seized, and nothing went off."""
    is_thing = hit.id in BLASTS and hit.grade == "beside" and hit.form in NOUNS
    return is_thing and any(one.id == _SEIZED and one.start < hit.start for one in triggers)


def _is_deed(hit: Hit, sentence: Sentence) -> bool:
    """Whether a word says what an attack, or a raid by the authorities, was for."""
    if hit.id not in ARRESTS:
        return hit.id in DEEDS
    before = (actor.kind for actor in sentence.actors if actor.end <= hit.start)
    return ActorKind.STATE_FORCE in before


def faint(
    triggers: Sequence[Hit], sentence: Sentence, wards: frozenset[str] = frozenset()
) -> Sequence[Hit]:
    """Return the words that name an act only beside a toll; what a virus or a fire killed none did.

    Faint words of fighting give way to those of harm: "operations" against who "killed" five.
    """
    if not triggers or not (sentence.has_toll or sentence.has("no_toll")):
        return []
    mishaps = [hit for hit in triggers if hit.id not in VIOLENT]
    by_nature = bool(mishaps) or sentence.has("natural")
    real = [hit for hit in triggers if not (by_nature and hit.id in ARMED)]
    harm = {hit.start for hit in sentence.of("harm")}
    own = [hit for hit in real if hit.start in harm or hit.id not in ARMED]
    return own or ([] if _only_in_care(sentence, wards) else real)


def _only_in_care(sentence: Sentence, wards: frozenset[str]) -> bool:
    """Whether all the harm told is where somebody was brought: "was hit and taken to hospital"."""
    harm = sentence.of("harm")
    page = sentence.page
    return bool(harm) and all(not wards.isdisjoint(page.words_of(hit)) for hit in harm)


def are_plurals(triggers: Sequence[Hit]) -> bool:
    """Whether nothing but plural nouns names what happened; "attacks" is one, though a verb too."""
    plurals = {hit.start for hit in triggers if hit.form == "nouns"}
    return bool(triggers) and all(hit.start in plurals for hit in triggers)


def by_force(sentence: Sentence) -> bool:
    """Whether those of the state shot, and nobody else: "gunmen opened fire on protesters"."""
    kinds = {actor.kind for actor in sentence.actors}
    return ActorKind.STATE_FORCE in kinds and ActorKind.ARMED_GROUP not in kinds


def is_counted(sentence: Sentence) -> bool:
    """Whether it gives a toll as a number."""
    return any(toll.count.qualifier is not Qualifier.VAGUE for toll in sentence.tolls)


def _dead(sentence: Sentence) -> set[str]:
    """Return who is told to have died, by kind."""
    return {part.who for toll in sentence.tolls if toll.harm == "killed" for part in toll.parts}


def _fight(deed: Hit, real: Sequence[Hit], sentence: Sentence) -> Hit:
    """Return how captors died where a release tells so: "killed eight bandits and freed six"."""
    if deed.id != RELEASED or _dead(sentence) != {"attacker"}:
        return deed
    return next((hit for hit in real if hit.id in VIOLENT - TAKEN), deed)
