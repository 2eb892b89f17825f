"""Where a sentence goes on to tell of a further incident, with a deed and a place of its own.

"Two soldiers were killed near Gao on Monday and five others died in an ambush in Ber on Tuesday" is
two incidents with a toll each, not one of seven dead. A sentence is cut at an "and", a "while" or a
semicolon where both sides have a word of violence, the places or the days of the two lie apart, and
what follows begins anew: "three others", "a bomb", "kidnapped two teachers"; at a comma only where
both the places and the days do. What goes on with somebody already named ("and killed him there")
is one story, and so is what the authorities did about it; what a crowd then did to a robber is not.
What went before the news (`earlier`) has its own. Each is a `Sentence`; a day told once is of both.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.dates.dates import is_a_day
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.groups import ANSWERS, ARMED, ARRESTS, LYNCHING, RELEASED, VIOLENT
from advisory.extraction.places.place_found import PlaceFound, are_apart
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.earlier import OUTCOMES, EarlierReader, is_old
from advisory.extraction.tellings.named_deeds import are_claimed, behind_for, is_mere_name, is_name
from advisory.extraction.tellings.setting_off import SettingOff
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.vocabulary import Precision
from advisory.rulebook.lexicon import Grammar

_COMMA, _PHRASE = ", ", "phrase"
_AFTER = ARRESTS | {RELEASED, "surrender", "hostage_released", "weapons_seized"}
_KILLED = "killed"
_HARM = frozenset({_KILLED, "killing", "died", "injured", "injuring"})
_NEW = "dnNqOopPWz"  # the tags with which somebody or something not yet told of begins
_NOT_BEFORE_A_DEED = "hRCuKI"  # between the subject and its verb: "two who were", "one killing"
_WORDS_OF_A_SUBJECT = 5
_A = "d"  # the tag of "an"
_OBJECTS, _ANOTHER = "dnNqOPg", "O"
_LEADING = "rtf"  # "in", "the", "of"
_FRONT = 8  # characters: "In the "
_NEAR = 24  # characters between a deed and the place that is its object


class Clause(NamedTuple):
    """A piece of a sentence, and what it has in common with the one before it."""

    sentence: Sentence
    shares_subject: bool = False
    is_of_both: bool = False  # "a raid in Gao and a blast in Ber killed nine": its toll is nobody's


class ClauseReader:
    """Cuts sentences by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._joints = (";", _COMMA, *(f" {words} " for words in classes["further_clause"]))
        leads = (*classes["further_clause"], *classes["reported_words"], *classes["also"])
        self._that = tuple(f"{word} " for word in leads)
        self._also, self._breaks = words("also"), words("clause_breaks")
        self._same, self._before = words("same_story"), words("ahead")
        self._earlier = EarlierReader(grammar)
        self._setting_off = SettingOff(grammar)

    def clauses(self, sentence: Sentence, triggers: Sequence[Hit]) -> list[Clause]:
        """Return the pieces of a sentence; one that tells of one incident is one piece: itself."""
        deeds = _deeds(sentence, triggers)
        if parted := self._setting_off.parted(sentence, deeds):
            return [*self.clauses(parted[0], triggers), Clause(parted[1])]
        earlier = self._earlier.earlier(sentence, deeds) if deeds else None
        if earlier is None:
            return self._told(sentence, deeds, triggers)
        sides = ((sentence.start, earlier.start), (earlier.end, sentence.end))
        pieces = [sentence.piece(*side) for side in sides if side[0] < side[1]]
        if set(sentence.own_dates) <= set(earlier.own_dates):
            pieces = [replace(piece, whole=None) for piece in pieces]
        if day := self._earlier.day_of_news(sentence, earlier):
            pieces = [replace(piece, counted_day=day) for piece in pieces]
        told = ((piece, _deeds(piece, triggers)) for piece in pieces)
        rest = ((piece, own) for piece, own in told if own)
        news = [clause for one, own in rest for clause in self._told(one, own, triggers)]
        return news if is_old(earlier) else [*news, Clause(earlier)]

    def _told(
        self, sentence: Sentence, deeds: Sequence[Hit], triggers: Sequence[Hit]
    ) -> list[Clause]:
        pieces: list[Clause] = []
        last = Clause(sentence)
        if not deeds or deeds[0].start == deeds[-1].start:
            return [last]
        for end, after in self._cuts(sentence, (deeds[0].start, deeds[-1].start)):
            left = sentence.piece(last.sentence.start, end)
            right = sentence.piece(after, sentence.end)
            new = self._is_further(left, right, triggers)
            is_comma = sentence.page.lower.startswith(_COMMA, end)
            if is_comma and (new or not _are_told_apart(left, right, triggers)):
                new = None
            if new is not None:
                told = _deeds(left, triggers)
                is_part = is_mere_name(left, told[-1], _place(left, told))
                is_of_both = last.is_of_both or is_part
                pieces.append(Clause(left, last.shares_subject, is_of_both))
                last = Clause(right, new, is_part)
        return [*pieces, last]

    def _cuts(self, sentence: Sentence, deeds: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Yield where a joint between the first and the last deed begins and ends."""
        words = sentence.page.lower[sentence.start : sentence.end].replace("\n", " ")
        found = []
        for joint in self._joints:
            at = words.find(joint)
            while at >= 0:
                found.append((sentence.start + at, sentence.start + at + len(joint)))
                at = words.find(joint, at + 1)
        for start, end in sorted(found):
            if deeds[0] < start and end <= deeds[1]:
                yield start, self._after(sentence.page, end)

    def _after(self, page: Page, at: int) -> int:
        """Return where what follows on a joint begins: behind "; and", "and that"."""
        while page.lower[at].isspace():
            at += 1
        that = next((word for word in self._that if page.lower.startswith(word, at)), "")
        return self._after(page, at + len(that)) if that else at

    def _is_further(self, left: Sentence, right: Sentence, triggers: Sequence[Hit]) -> bool | None:
        """Return whether the right side shares the subject of the left; None where it is no news.

        Both must have a deed, and places or days that lie apart.
        """
        first, second = _deeds(left, triggers), _deeds(right, triggers)
        if not any(map(_is_firm, first)) or all(hit.id in _AFTER for hit in second):
            return None
        if _is_answered(left, first, second):
            return False
        between = left.page.between(left.end, right.start)
        is_told = second[0].kind == "harm" or second[0].id in VIOLENT
        is_told = is_told and second[0].form not in NOUNS
        if not (is_told or self._before.isdisjoint(between)):
            return None  # "two days before a rally set for Tuesday" tells no deed
        begins = self._begins(left, right, second)
        is_also = second[0].form in NOUNS and not self._also.isdisjoint(between)
        is_also = is_also or _is_lynching(first, second) or _are_two_headlines(left, right, second)
        if begins is None or is_also or _are_elsewhere(left, right, first, second):
            return begins
        # "Killed two on Sunday and wounded three, police said on Monday" is one story.
        is_raid = second[0].id in ARMED and second[0].grade != "weak"
        is_told = is_raid or not (begins and _place(right, second) is None)
        is_told = is_told and not all(hit.id == "died" for hit in second)
        return begins if is_told and _are_on_other_days(left, right) else None

    def _begins(self, left: Sentence, right: Sentence, deeds: Sequence[Hit]) -> bool | None:
        """Return whether a piece begins with its verb; None where it goes on with the same."""
        nouns = (hit for hit in deeds if hit.start == deeds[0].start and hit.form in NOUNS)
        is_phrase = deeds[0].form == _PHRASE  # "and protests erupted"
        first = next(nouns, deeds[0]) if is_phrase else deeds[0]
        is_named = first.form in NOUNS and letters(right.words[:1]) == _A  # "an attack in which"
        end = first.end if is_named else right.end
        is_same = not self._same.isdisjoint(left.page.between(right.start, end))
        is_more = is_same or _is_list(left, right)
        words = () if is_more else behind_for(left, _behind_its_day(right))
        if not words or (words[0].tag == _ANOTHER and words[0].value):
            return None  # "two were shot dead and a third injured"
        before = [word for word in words if word.start < first.start]
        if is_name(first, before):
            return are_claimed(left, first)
        outcomes = (hit.start for hit in right.of("harm") if hit.id in OUTCOMES)
        is_bare = first.form not in NOUNS or first.start in outcomes
        if before and before[-1].tag == "," and is_bare:
            return None  # "and a house in Ber, killing two", "in Ber, died": no subject of its own
        is_verb = first.form not in NOUNS and words[0].tag not in _NEW  # "a mine killed" is new
        if first.start == words[0].start and is_verb:
            after = next((word for word in words if word.start >= first.end), None)
            return True if after is not None and _is_object_of(right, after) else None
        is_long = first.form in NOUNS and len(before) > _WORDS_OF_A_SUBJECT
        if is_long or any(w.tag in _NOT_BEFORE_A_DEED or w.word in self._breaks for w in before):
            return None
        return are_claimed(left, first) if _is_new(right, words[0], first) else None


def _behind_its_day(piece: Sentence) -> Sequence[Token]:
    """Return the words of a piece without a day that it begins with: "and on Friday burned Ber"."""
    words = piece.words
    at = next((i for i, word in enumerate(words) if word.tag not in _LEADING), 0)
    day = next((d for d in piece.own_dates if words and d.start <= words[at].start < d.end), None)
    return [word for word in words if word.start >= day.end] if day else words


def _is_firm(hit: Hit) -> bool:
    """Whether a word names a deed by itself, and not only beside a toll."""
    return hit.kind == "harm" or hit.grade != "weak"


def _is_list(left: Sentence, right: Sentence) -> bool:
    """Whether the joint is one of names or things: "between Gao and Ber", "guns and grenades"."""
    is_named = bool(right.words) and right.words[0].tag == "W"
    is_armed = any(hit.start <= right.start + _NEAR for hit in right.of("weapons"))
    at = left.end - 1
    is_place = is_named and any(found.end >= at for found in left.places)
    return is_place or (is_armed and any(hit.end >= at for hit in left.of("weapons")))


def _is_object_of(right: Sentence, word: Token) -> bool:
    """Whether somebody, something or a place stands behind a verb: "burned Ber"."""
    return word.tag in _OBJECTS or any(found.start == word.start for found in right.places)


def _is_new(right: Sentence, word: Token, deed: Hit) -> bool:
    """Whether a piece begins with what has not been told of yet, or leads elsewhere."""
    if word.tag == "r":
        return any(found.start < deed.start for found in right.places)
    is_thing = any(hit.start == word.start for hit in (deed, *right.of("weapons")))
    return word.tag in _NEW or is_thing


def _deeds(sentence: Sentence, triggers: Sequence[Hit]) -> list[Hit]:
    """Return the words of violence in a piece: real triggers and words of harm."""
    told = [hit for hit in triggers if sentence.start <= hit.start < sentence.end]
    told += [hit for hit in sentence.of("harm") if hit.id in _HARM]
    return sorted(told, key=lambda hit: hit.start)


def _are_elsewhere(
    left: Sentence, right: Sentence, first: Sequence[Hit], second: Sequence[Hit]
) -> bool:
    """Whether two pieces have places that lie apart.

    Where "in Kidal" begins both, a village of the second that nobody knows lies there.
    """
    one = _place(left, first)
    other = _place(right, second) if one else None
    if one is None or other is None or not are_apart(one, other):
        return False
    return other.place.is_located or one.start - left.start > _FRONT


def _are_two_headlines(left: Sentence, right: Sentence, deeds: Sequence[Hit]) -> bool:
    """Whether a headline goes on to another deed: "Ten killed in Gao bar; Kidal road blocked"."""
    is_parted = ";" in left.page.plain[left.end : right.start]
    is_deed = any(hit.kind != "harm" and hit.grade == "strong" for hit in deeds)
    return left.is_headline and is_parted and is_deed


def _is_answered(left: Sentence, first: Sequence[Hit], second: Sequence[Hit]) -> bool:
    """Whether a headline goes on to what people did about it: "trader killed, town protests"."""
    is_killing = left.is_headline and any(hit.id == _KILLED for hit in first)
    return is_killing and all(hit.id in ANSWERS - ARRESTS for hit in second)


def _is_lynching(first: Sequence[Hit], second: Sequence[Hit]) -> bool:
    """Whether a crowd then did away with who had done it: "and a mob lynched a robber"."""
    return LYNCHING in {hit.id for hit in second} - {hit.id for hit in first}


def _are_on_other_days(left: Sentence, right: Sentence) -> bool:
    first, second = _days(left), _days(right)
    return bool(first and second) and first.isdisjoint(second)


def _days(piece: Sentence) -> set[date | None]:
    told = (f for f in piece.own_dates if not (f.is_limit or is_of_speech(piece, f)))
    return {found.value.first for found in told if found.value and is_a_day(found)}


def _are_told_apart(left: Sentence, right: Sentence, triggers: Sequence[Hit]) -> bool:
    """Whether each side of a comma has a day and a place of its own, as in a list of deeds.

    Headlines have no days: "Rebels kill three in Gao, bomb defused in Ber".
    """
    first, second = _deeds(left, triggers), _deeds(right, triggers)
    if _is_answered(left, first, second) or _is_lynching(first, second):
        return True
    may_be = left.is_headline or _are_on_other_days(left, right)
    return may_be and _are_elsewhere(left, right, first, second)


def _place(sentence: Sentence, deeds: Sequence[Hit]) -> PlaceFound | None:
    """Return the finest place of a piece that is led, or the object of a deed."""
    places = [
        found
        for found in sentence.places
        if found.is_head
        and not (found.is_demonym or found.is_whence)
        and (found.is_led or _is_object(found, deeds))
    ]
    return min(places, key=lambda found: found.place.precision, default=None)


def _is_object(found: PlaceFound, deeds: Sequence[Hit]) -> bool:
    is_town = found.place.is_located and found.place.precision <= Precision.PLACE
    return is_town and any(0 <= found.start - hit.end <= _NEAR for hit in deeds)
