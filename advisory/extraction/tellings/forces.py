"""What an army bombs it bombs from the air, and whom forces kill who fought them fell in a clash.

The word alone does not say it: "bombed" is said of a squadron and of a cell. Who stands before the
verb does: where the army did the bombing nobody planted anything, and it is an air strike. "A bomb"
and "exploded" stay what they are, whoever is blamed for them, and the police have no planes.
Whom the police raid they look for: that is no attack. Likewise a crowd that clashes with the police
riots, a ship sunk by an armed group is no accident, whom such a group "detained" it abducted, what
pirates take is taken at sea, and explosions told beside fighting are its sound.
"""

from typing import TYPE_CHECKING

from advisory.extraction.actors.actor_found import ActorFound, has_armed_group
from advisory.extraction.groups import ARRESTS, BLASTS, DISPERSED
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import is_in_passive
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

if TYPE_CHECKING:
    from advisory.extraction.tellings.tellings import Telling

_BOMBING, _FROM_THE_AIR, _CLASH = "bombing", "airstrike", "armed_clash"
_ATTACK, _DRONE = "armed_attack", "drone_strike"
_TAKEN, _ASSAULT = "town_seized", "ground_assault"
_BARE_KILLINGS = frozenset({_ATTACK, "murder"})
_KILLINGS = _BARE_KILLINGS | {"assassination"}  # "gunned down"
_PROTEST = "protest"  # "the killing of four during demonstrations"
_ACCIDENTS = frozenset({"aircraft_accident", "ferry_accident", "rail_accident", "road_accident"})
_AT_SEA, _PIRATES = frozenset({"kidnapping", "hijacking", _ATTACK}), "gen_pirates"
_UNREST = frozenset({"protest", "riot", DISPERSED})
_AFTER_AN = _BARE_KILLINGS | {"ambush", "convoy_attack", "ground_assault"}
_WORDS_OF_A_SUBJECT = 8
_FAR = 90  # characters from "an attempt by" to what was tried
_NEAR, _WORDS_OF_A_VERB = 30, 3  # from an army to "is heavily bombing"


class Forces:
    """Judges by who did it, with the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._police = words("police_words")
        helping = (*classes["have"], *classes["have_plural"], *classes["adverb"])
        self._helping = frozenset(helping)
        self._no_object, self._amid = words("after_no_object"), words("amid_words")
        self._holding, self._from_planes = words("arresting_words"), words("bombing_words")
        self._crowds = Pattern(rf"\b(?:{'|'.join(classes['crowds'])})\b")
        self._after, self._downing = words("after_that"), words("downing_words")
        self._searching, self._trying = words("search_words"), words("trying")
        self._to = words("infinitive")
        self._officers = frozenset((*classes["police_words"], *grammar.victims["force"]))
        self._sounds = Pattern(rf"\b(?:{'|'.join(classes['fighting_sounds'])})\b")
        self._broken = words("preposition", "and", "of")

    def type_of(self, telling: "Telling") -> str | None:
        """Return what a deed is where an army did it; else what its words call it."""
        trigger = telling.trigger
        if trigger is None:
            return telling.type
        if trigger.id in _AFTER_AN and self._fell_after(telling, trigger):
            return _CLASH
        if trigger.id in _KILLINGS and telling.type in _KILLINGS | BLASTS:
            kind = self._killing(telling, trigger)
            return kind if kind != _ATTACK else self._of_fighters(telling, trigger)
        if telling.type == _CLASH and self._is_of_a_crowd(telling.sentence):
            return "riot"
        if telling.type == _BOMBING:
            return self._blast(telling, trigger)
        return self._of_fighters(telling, trigger)

    def _is_tried(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a town was not taken: "an attempt by rebels to seize the town"."""
        before = sentence.page.before(trigger.start, _FAR, sentence.start)
        return not (self._to.isdisjoint(before[-1:]) or self._trying.isdisjoint(before))

    def _of_fighters(self, telling: "Telling", trigger: Hit) -> str | None:
        """Return what a deed is where an armed group did it, or only tried to."""
        if telling.type == _TAKEN and self._is_tried(telling.sentence, trigger):
            return _ASSAULT
        if telling.type in _ACCIDENTS and _is_by(ActorKind.ARMED_GROUP, telling):
            return _ATTACK
        if telling.type in _AT_SEA and _is_by_pirates(telling):
            return "piracy"
        if telling.type in ARRESTS and self._is_held(telling, trigger):
            return "kidnapping"
        if telling.type == _DRONE and self._is_downed(telling.sentence, trigger):
            return trigger.id
        return telling.type

    def _blast(self, telling: "Telling", trigger: Hit) -> str:
        """Return what a bombing is: the sound of a fight, or a strike from the air."""
        if self._is_heard(telling.sentence, trigger):
            return _CLASH
        return _FROM_THE_AIR if self._is_from_planes(telling, trigger) else _BOMBING

    def _killing(self, telling: "Telling", trigger: Hit) -> str | None:
        """Return what an attack is: a clash with those who fought, or a search for somebody."""
        if telling.type == _ATTACK and self._is_search(telling, trigger):
            return None
        have_fought = are_fighters(telling) or _CLASH in telling.types  # "in a gun battle"
        if not (have_fought or _is_amid_protests(telling)):
            return telling.type  # whoever did it
        if _is_by(ActorKind.STATE_FORCE, telling):
            return _CLASH if have_fought else DISPERSED
        if telling.type != _ATTACK and are_fighters(telling) and _CLASH in telling.types:
            return _CLASH  # "six rebels gunned down in an encounter"
        is_named = trigger.form in NOUNS and not (have_fought or telling.has_doer)
        return _PROTEST if is_named and self._is_during(telling, trigger) else telling.type

    def _is_during(self, telling: "Telling", trigger: Hit) -> bool:
        """Whether a killing is named that befell somebody "during Wednesday's demonstrations"."""
        lower = telling.page.lower
        return any(
            not self._amid.isdisjoint(lower[trigger.end : hit.start].split()[-_WORDS_OF_A_VERB:])
            for hit in telling.sentence.of("triggers")
            if hit.id in _UNREST
        )

    def _fell_after(self, telling: "Telling", trigger: Hit) -> bool:
        """Whether only attackers fell, after an attack: "60 militants killed after an ambush"."""
        sentence = telling.sentence
        before = sentence.page.between(sentence.start, trigger.start)
        is_after = not self._after.isdisjoint(before[-_WORDS_OF_A_VERB:])
        return is_after and are_fighters(telling)

    def _is_of_a_crowd(self, sentence: Sentence) -> bool:
        """Whether demonstrators and no armed group are told of."""
        words = sentence.page.phrase(sentence)
        return not has_armed_group(sentence.actors) and self._crowds.is_in(words)

    def _is_search(self, telling: "Telling", trigger: Hit) -> bool:
        """Whether the authorities raided a place and nobody was hurt: they looked for somebody."""
        sentence = telling.sentence
        lower = sentence.page.lower
        is_raid = lower[trigger.start : trigger.end] in self._searching
        is_passive = is_raid and is_in_passive(sentence, trigger)  # "was raided by police"
        raiders = [one for one in sentence.actors if (one.end <= trigger.start) != is_passive]
        if not is_raid or sentence.has_toll or has_armed_group(raiders):
            return False
        before = lower[sentence.start : trigger.start].split()[-_WORDS_OF_A_SUBJECT:]
        by = sentence.page.behind(trigger.end, _NEAR)
        return not self._officers.isdisjoint(by if is_passive else before)

    def _is_held(self, telling: "Telling", trigger: Hit) -> bool:
        """Whether those whom an armed group "detained" are in nobody's lawful custody."""
        sentence = telling.sentence
        lower = sentence.page.lower
        after = lower[trigger.end : sentence.end].split()[:1]
        if lower[trigger.start : trigger.end] not in self._holding or not after:
            return False
        is_subject = any(
            p.actor.kind is ActorKind.ARMED_GROUP
            and p.is_doer
            and p.found.end <= trigger.start
            and self._helping.issuperset(lower[p.found.end : trigger.start].split())
            for p in telling.parts
        )
        return is_subject and self._no_object.isdisjoint(after)

    def _is_downed(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether an armed group shot a drone down, which then struck nothing.

        Where an air force shoots drones down they came to strike.
        """
        return sentence.page.phrase(trigger) in self._downing and has_armed_group(sentence.actors)

    def _is_heard(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether blasts are but the sound of a fight: "explosions and gunfire were heard"."""
        if trigger.form != "nouns" or sentence.has_toll:
            return False
        return self._sounds.is_in(sentence.page.phrases[sentence.start : sentence.end])

    def _is_from_planes(self, telling: "Telling", trigger: Hit) -> bool:
        sentence = telling.sentence
        if sentence.page.phrase(trigger) not in self._from_planes:
            return False
        doers = (part.found for part in telling.parts if part.is_doer)
        return any(map(self._is_army, doers)) or self._is_right_before(sentence, trigger)

    def _is_right_before(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether an army stands right before it: "is bombing", "constant air force bombings"."""
        for found in filter(self._is_army, sentence.actors):
            between = sentence.page.between(found.end, trigger.start)
            is_near = 0 <= trigger.start - found.end <= _NEAR
            if is_near and len(between) <= _WORDS_OF_A_VERB and not self._broken & set(between):
                return True
        return False

    def _is_army(self, found: ActorFound) -> bool:
        is_force = found.kind is ActorKind.STATE_FORCE
        return is_force and self._police.isdisjoint(found.name.lower().split())


def are_fighters(telling: "Telling") -> bool:
    """Whether all whom it tells to be killed took up arms themselves."""
    tolls = (toll for toll in telling.tolls if toll.harm == "killed" and toll.count.low)
    return {part.who for toll in tolls for part in toll.parts} == {"attacker"}


def _is_amid_protests(telling: "Telling") -> bool:
    """Whether people were protesting where police or soldiers killed them."""
    triggers = telling.sentence.of("triggers")
    return any(hit.id in _UNREST and hit.grade != "beside" for hit in triggers)


def _is_by_pirates(telling: "Telling") -> bool:
    """Whether pirates have a part in it; most pages name none."""
    is_named = any(actor.id == _PIRATES for actor in telling.sentence.findings.actors)
    return is_named and any(part.actor.id == _PIRATES for part in telling.parts)


def _is_by(kind: ActorKind, telling: "Telling") -> bool:
    """Whether somebody of a kind is told to have done it."""
    return any(part.is_doer and part.actor.kind is kind for part in telling.parts)
