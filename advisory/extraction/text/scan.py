"""One pass over a text that finds every word of the lexicon.

In goes a page, out come hits: where, which entry, and how strong. All words of the lexicon in all
their forms make one automaton (Aho and Corasick, 1975); of overlapping words the longest wins, and
a hit must begin and end where words do. Everything after this looks only where hits are.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple, cast

from ahocorasick_rs import MATCHKIND_LEFTMOST_LONGEST, AhoCorasick

from advisory.extraction.text.page import Page, fold
from advisory.extraction.text.surfaces import Meaning, surfaces
from advisory.model.vocabulary import FIGHTING
from advisory.rulebook.lexicon import Lexicon

_LONGEST_PHRASE = 60
NOUNS = frozenset({"noun", "nouns"})
"""The forms of a hit that is a noun, one or many."""
_HIDING = frozenset({"targets", "weapons", "aims"})
_TELLING = frozenset({"triggers", "near"})


class Hit(NamedTuple):
    """Words of the lexicon in a text.

    `kind` is the file, `id` the entry, `grade` which of its words, `form` noun, nouns (a plural),
    verb or phrase.
    """

    start: int
    end: int
    kind: str
    id: str
    grade: str = ""
    form: str = ""

    def rule(self, language: str) -> str:
        """Return the id that evidence names.

        >>> Hit(0, 6, "triggers", "ambush").rule("en")
        'lexicon/en/triggers/ambush'
        """
        return f"lexicon/{language}/{self.kind}/{self.id}"


# `Hit(...)` is a call of Python for each of the hits, this is none.
_hit = cast("Callable[[tuple[int, int, str, str, str, str]], Hit]", partial(tuple.__new__, Hit))


_ANNOUNCED, _OFF = Meaning("cues", "announce"), Meaning("cues", "called_off")


class Scanner:
    """The automaton of the words of one lexicon, or of some words that stand for its entries."""

    def __init__(
        self, lexicon: Lexicon, words: Iterable[tuple[str, Meaning]] | None = None
    ) -> None:
        meanings: dict[str, list[Meaning]] = {}
        for surface, meaning in surfaces(lexicon) if words is None else words:
            known = meanings.setdefault(f" {fold(surface)}", [])
            if meaning not in known:
                known.append(meaning)
        _name_what_they_hide(meanings)
        # One more at the end, without a meaning: what a match that ends inside a word comes to.
        self._meanings = (*(tuple(of) for of in meanings.values()), ())
        self._shorter = tuple(_shorter(list(meanings)))
        armed = frozenset(name for name, of in lexicon.actors.items() if of.kind in FIGHTING)
        self._doers = dict(_doers(self._shorter, self._meanings, armed))
        self._automaton = AhoCorasick(list(meanings), matchkind=MATCHKIND_LEFTMOST_LONGEST)

    def scan(self, page: Page, begin: int = 0, end: int | None = None) -> list[Hit]:
        """Return all hits in the order of the text, or of a stretch of it."""
        text, hits, meanings = f" {page.phrases[begin:end]} ", [], self._meanings
        for index, first, last in self._matches(text):
            start, stop = begin + first, begin + last - 1
            for kind, name, grade, form, capitals in meanings[index]:
                if not capitals or page.plain[start:stop].isupper():
                    hits.append(_hit((start, stop, kind, name, grade, form)))
            if index in self._doers:
                name, length = self._doers[index]
                hits.append(_hit((start, start + length, "actors", name, "", "")))
        return hits

    def _matches(self, text: str, until: int | None = None) -> list[tuple[int, int, int]]:
        """Return pattern, start and end of each match of whole words that begins before `until`.

        Where a match ends inside a word, the words in it are looked at once more: "is k" in "is
        killed" must not hide what "killed" means, and "killed a" in "killed Ann" is "killed".
        """
        found = []
        for match in self._automaton.find_matches_as_indexes(text):
            index, start, end = match
            if until is not None and start >= until:
                break
            if not text[end].isalnum():
                found.append(match)
                continue
            shorter, length = self._shorter[index]
            found.append((shorter, start, start + length))
            begin = start + (length or 1)
            inside = self._matches(text[begin : end + _LONGEST_PHRASE] + " ", end - begin)
            found += [(inner, begin + first, begin + last) for inner, first, last in inside]
        return found


def _name_what_they_hide(meanings: Mapping[str, list[Meaning]]) -> None:
    """Let longer words stand for what the words in them mean, which they hide.

    "Telephone towers" stands beside a word of harm as "towers" would, and "cut phone lines" tells
    not only of sabotage but that the lines are cut; "hit a bus", no deed by itself, tells of a hit.
    """
    for surface, known in meanings.items():
        words = surface.split()
        if len(words) == 1:
            continue
        kinds = {meaning.kind for meaning in known}
        if kinds & _HIDING:
            hidden = (m for word in words for m in meanings.get(f" {word}", ()) if m.kind == "near")
            known.extend(meaning for meaning in dict.fromkeys(hidden) if meaning not in known)
        if kinds & _TELLING:
            is_deed = any(m.kind == "triggers" and m.grade != "beside" for m in known)
            begun = () if is_deed or "actors" in kinds else meanings.get(f" {words[0]}", ())
            deeds = (m for m in begun if m.kind == "triggers" and m.form == "verb")
            known.extend(m for m in (*deeds, *_told_inside(words, meanings)) if m not in known)


def _told_inside(words: Sequence[str], meanings: Mapping[str, list[Meaning]]) -> list[Meaning]:
    """Return the lasting states that a phrase tells, and whether it tells what is to come."""
    parts = (words[i:j] for i in range(len(words)) for j in range(i + 1, len(words) + 1))
    inside = [m for part in parts for m in meanings.get(f" {' '.join(part)}", ())]
    things = {meaning.id for meaning in inside if meaning.kind == "near"}
    states = (m for m in inside if m.kind == "conditions" and m.id in things)
    # "Called a strike" announces one, "called off a strike" does not.
    ahead = [m for m in inside if m == _OFF] or [m for m in inside if m == _ANNOUNCED]
    return [meaning._replace(form="") for meaning in dict.fromkeys((*states, *ahead))]


def _shorter(patterns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Return for each pattern the longest other one that it begins with, and that one's length."""
    numbers = {pattern: number for number, pattern in enumerate(patterns)}
    for pattern in patterns:
        begin = pattern.rpartition(" ")[0]
        while begin and begin not in numbers:
            begin = begin.rpartition(" ")[0]
        yield numbers.get(begin, -1), len(begin)


def _doers(
    shorter: Sequence[tuple[int, int]], meanings: Sequence[Sequence[Meaning]], armed: Container[str]
) -> Iterator[tuple[int, tuple[str, int]]]:
    """Yield the words for a deed that begin with who does it, "bandits attacked", with the doer."""
    for number, (begin, length) in enumerate(shorter):
        is_deed = any(of.kind == "triggers" and of.form == "phrase" for of in meanings[number])
        for of in meanings[begin] if is_deed and begin >= 0 else ():
            if of.kind == "actors" and of.id in armed and not of.capitals:
                yield number, (of.id, length - 1)


def is_noun(page: Page, hit: Hit) -> bool:
    """Whether a hit is a noun; an entry has "demonstrations" as a phrase of one word."""
    words = page.phrase(hit)
    is_plural = hit.form == "phrase" and words.endswith("s") and " " not in words
    return is_plural or hit.form in NOUNS
