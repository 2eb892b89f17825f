"""Who "seized two engineers" abducted them, whatever people they are.

"Seized" is a word for people, arms and towns alike. A few words beside it say that people were
meant ("passengers"); here its own object or subject says so. Whom police or soldiers seize is
arrested, and whom somebody "seized and shot" was shot. "Led away" says even less, and "took"
less again: only people that somebody outside the law takes, and from somewhere or into the bush,
are abducted.
"""

from collections.abc import Container, Sequence
from itertools import takewhile

from advisory.extraction.actors.actor_found import LAWLESS, ActorFound
from advisory.extraction.counts.coordination import coordinated
from advisory.extraction.counts.harmed import object_of, subject_of
from advisory.extraction.counts.people import People, people_in
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.groups import ABDUCTIONS, RELEASED, VIOLENT
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.getting_free import people_freed, with_number
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import is_in_passive, words_before, words_behind, words_between
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

_OFFICIAL = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.PEACEKEEPERS})
_PEOPLE = "pP"  # tags of words that are people wherever they stand
_GOVERNING = "rf"  # tags of "in", "of": "the house of a trader was seized"
_THING, _MORE = "g", "wWpP"  # tags of "vehicles", and of whom such a word may say more
_OF, _THEY, _BY = "f", "s", "y"  # the tags of "of", "they" and "by"
_COUNTED, _OPEN_END = "qnN", frozenset({"", "r", "h", "y", ";", ","})  # behind "eight abducted"
_ARMS, _MOST_WORDS, _BEYOND = "weapons_seized", 5, "r&,;h"  # words, tags
_NUMBER_OF, _RISE, _FAR, _LED = "S", "^", 12, 2  # tags, words
_LEADING_GOODS = "qnNdtxo"  # tags of what may stand before goods: "some 40", "the"
_REACH = 80  # characters: " 23 pupils and two of their teachers from"
_FIGHTERS, _ANYBODY = frozenset({"attacker"}), "person"
_OTHER_DEEDS = VIOLENT - ABDUCTIONS


class SeizureReader:
    """Tells abductions by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._taking, self._escaping = grammar.words("taking"), grammar.words("escaping")
        self._holding = grammar.classes["holding"]
        self._lairs = grammar.classes["lairs"]
        self._away = (*grammar.classes["away_words"], *self._lairs)
        self._captivity = grammar.classes["captivity"]
        self._held = grammar.words("held_by")

    def is_meant(self, sentence: Sentence, hit: Hit, near: Container[str]) -> bool:
        """Whether a word that names a deed only beside others does so, by `near` or by itself."""
        lower = sentence.page.lower
        if hit.id in ABDUCTIONS and lower[hit.start : hit.end].endswith(self._holding):
            return _seizes_people(sentence, hit)  # "are holding talks", "holding 30 pupils"
        if hit.id == RELEASED:
            is_said = hit.id in near
            people = people_freed(sentence, hit)
            is_escape = lower[hit.start : hit.end] in self._escaping
            if people is None or is_said or is_escape:
                return is_said and not (is_escape and people is None)
            return self._is_from_captors(sentence, hit, people)
        if lower[hit.start : hit.end] not in self._taking:
            return hit.id in near or _seizes_people(sentence, hit)
        behind = words_between(sentence, hit.end, hit.end + _REACH)
        told = f" {' '.join([word.word for word in behind])} "
        if not _is_told(sentence, ABDUCTIONS) and any(f" {w} " in told for w in self._captivity):
            return _seizes_people(sentence, hit, is_sure=True)  # "took a bank manager hostage"
        is_sure = _is_told(sentence, _OTHER_DEEDS)  # "raided a village and took four people away"
        is_away = any(f" {word} " in told for word in (self._lairs if is_sure else self._away))
        return is_away and _seizes_people(sentence, hit, is_sure=is_sure)

    def _is_from_captors(self, sentence: Sentence, hit: Hit, people: People) -> bool:
        """Whether the lawless let go, or those get free whom they held: "held by rebels in Gao"."""
        are_people = _are_people(sentence, sentence.words, people)
        took = [one.end for one in sentence.of("triggers") if one.id in ABDUCTIONS]
        is_passive = is_in_passive(sentence, hit) or any(end <= hit.start for end in took)
        for actor in (one for one in sentence.actors if one.kind in LAWLESS):
            before = words_before(sentence, actor.start)[-_FAR:]
            tags = letters(before)
            led = before[: max(tags.rfind(_BY), tags.rfind(_OF), 0)]
            if not self._held.isdisjoint(word.word for word in led):
                return True
            is_doer = are_people and not is_passive and actor.end <= hit.start
            if is_doer and _BY not in tags[-_LED:]:
                return True  # "fighters of JNIM freed two engineers"
        return False


def _is_told(sentence: Sentence, deeds: Container[str]) -> bool:
    """Whether one of some deeds is surely told."""
    return any(hit.grade == "strong" and hit.id in deeds for hit in sentence.of("triggers"))


def _seizes_people(sentence: Sentence, hit: Hit, *, is_sure: bool = False) -> bool:
    if hit.id not in ABDUCTIONS or hit.form in NOUNS:
        return False
    taken = people_taken(sentence, hit)
    if taken is None or taken.who in _FIGHTERS:
        return False
    is_counted = sentence.words[taken.first].tag in _COUNTED  # "killed two and seized 40 others"
    if _is_told(sentence, _OTHER_DEEDS) and not (is_sure or is_counted):
        return False
    is_passive = is_in_passive(sentence, hit)
    doers = {a.kind for a in sentence.actors if _may_do(sentence, hit, a, passive=is_passive)}
    if not doers.isdisjoint(LAWLESS):
        return True
    if is_counted and doers.isdisjoint(_OFFICIAL) and _is_by_somebody(sentence, passive=is_passive):
        return True
    return hit.form != "phrase" and all(one.kind not in _OFFICIAL for one in sentence.actors)


def _may_do(sentence: Sentence, hit: Hit, actor: ActorFound, *, passive: bool) -> bool:
    """Whether an actor stands where who does it does: before the verb, or behind "was taken by".

    Or "are in the hands of".
    """
    if not passive:
        return actor.start <= hit.end
    led = letters(words_between(sentence, hit.start, actor.start))
    return hit.end < actor.start and (_BY in led or led.endswith(_OF))


def _is_by_somebody(sentence: Sentence, *, passive: bool) -> bool:
    """Whether those who took people are known though no word names them.

    "His driver was shot dead and two guards were led away", "They left, forcing ten youths to carry
    the loot"; whom soldiers freed, "who had been dragged from a school", others had taken.
    """
    is_freed = any(hit.id == RELEASED for hit in sentence.of("triggers"))
    are_they = letters(sentence.words[:1]) == _THEY and not sentence.actors
    return (passive and (is_freed or _is_told(sentence, _OTHER_DEEDS))) or are_they


def _taken_from(
    words: Sequence[Token], groups: Sequence[People], first: int, last: int
) -> People | None:
    """Return those counted right before words that take nobody: "eight people abducted from"."""
    if letters(words[last + 1 : last + 2]) not in _OPEN_END:
        return None
    counted = (one for one in groups if one.end == first and words[one.first].tag in _COUNTED)
    return next((one for one in counted if one.who != "attacker"), None)


def _reckoned(words: Sequence[Token], groups: Sequence[People], at: int) -> People | None:
    """Return how many "the number of people abducted" is, rose to or was put at."""
    is_told = any(one.end == at and words[one.first - 1].tag == _NUMBER_OF for one in groups)
    if not is_told or all(word.tag != _RISE for word in words):
        return None
    behind = (one for one in groups if at < one.first <= at + _FAR and words[one.first].tag in "qn")
    return next((one for one in behind if words[one.first - 1].tag in _GOVERNING + "M"), None)


def _taken_in(words: Sequence[Token], groups: Sequence[People], at: int) -> People | None:
    """Return whom a noun of abduction takes: "the kidnapping of 12 pupils"."""
    is_of = letters(words[at + 1 : at + 2]) == _OF
    return next((one for one in groups if is_of and one.first == at + 2), None)


def _are_people(sentence: Sentence, words: Sequence[Token], people: People) -> bool:
    """Whether a group ends with a word for people, or with their nationality: "four Spaniards".

    "Killing seven worshippers and taking away 13" leaves the word out.
    """
    last = words[people.end - 1]
    if last.tag in _COUNTED + "o":  # "40 others"
        before = letters(words[: people.first])
        is_bare = sentence.is_headline and letters(words[people.end : people.end + 1]) in _OPEN_END
        return is_bare or any(number + one in before for number in _COUNTED for one in _PEOPLE)
    is_known = people.who != _ANYBODY  # "six teachers of the Bamunka school"
    return (
        last.tag in _PEOPLE
        or is_known
        or any(
            one.is_demonym and one.span.end == last.end
            for one in sentence.findings.toponyms_in(last.start, last.end)
        )
    )


def takes_things(sentence: Sentence, hit: Hit, led: str = _COUNTED) -> bool:
    """Whether nobody is the object of a verb: "captured five vehicles"."""
    behind = letters(word for word in sentence.words if word.start >= hit.end)
    things = behind.lstrip(led)
    if led != _COUNTED and things[1:2] == _THING:
        things = things.lstrip(_PEOPLE)  # "three police rifles"
    is_counted = len(things) < len(behind) or led != _COUNTED
    return is_counted and things[:1] == _THING and things[1:2] not in set(_MORE)


def takes_goods(sentence: Sentence, hit: Hit) -> bool:
    """Whether a phrase of taking has things as its object: "carried off the cattle"."""
    return takes_things(sentence, hit, _LEADING_GOODS)


def takes_a_town(sentence: Sentence, hit: Hit) -> bool:
    """Whether the object of a bare verb may be a town: not of "seize dozens", "seizes rifles"."""
    words, people = sentence.words, people_taken(sentence, hit)
    is_whose = people and letters(words[people.end : people.end + 1]) in set(_MORE)  # "Malian city"
    if people and not is_whose and _are_people(sentence, words, people):
        return False
    arms = {near.start for near in sentence.of("near") if near.id == _ARMS}
    behind = words_behind(sentence, hit.end)
    near = takewhile(lambda word: word.tag not in _BEYOND, behind[:_MOST_WORDS])
    return all(word.start not in arms for word in near)


def people_taken(sentence: Sentence, hit: Hit) -> People | None:
    """Return whom a verb of abduction takes: the first of "20 passengers were abducted"."""
    words = sentence.words
    at = next((n for n, word in enumerate(words) if word.end == hit.end), None)
    if at is None:
        return None
    groups = list(coordinated(words, people_in(words)))
    over = (g for g in groups if words[g.first].start < hit.start and g.end == at + 1)
    held = next(over, None)  # of "took 30 passengers hostage", whose deed is told with them
    if held or hit.form in NOUNS:
        return held or _taken_in(words, groups, at)
    if reckoned := _reckoned(words, groups, at):
        return reckoned
    is_sure = hit.grade != "beside"
    first = next((n for n, word in enumerate(words) if word.start >= hit.start), at)
    counted = _taken_from(words, groups, first, at)
    if counted and (is_sure or _are_people(sentence, words, counted)):
        return counted
    is_passive = is_in_passive(sentence, hit)
    people = subject_of(words, groups, first) if is_passive else object_of(words, groups, at)
    if people is None or not (is_sure or _are_people(sentence, words, people)):
        return None
    is_own = people.first == at + 1  # "carried off four"
    is_governed = not is_own and people.first > 0 and words[people.first - 1].tag in _GOVERNING
    return None if is_governed else with_number(words, people)
