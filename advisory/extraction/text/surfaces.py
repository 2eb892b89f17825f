"""Every word of the lexicon in all its forms, each with what it stands for.

A noun has its plural, a verb its endings, by the rules of the language; an alias of a few letters
in capitals stands for its actor in capitals alone.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from advisory.rulebook.lexicon import Lexicon, Words

_LONGEST_ACRONYM = 6
_NOT_ONE_WORD = " '"


class Meaning(NamedTuple):
    """What words stand for, and whether they must be written in capitals."""

    kind: str
    id: str
    grade: str = ""
    form: str = ""
    capitals: bool = False


def forms(words: Words, lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Return every form of some words of the lexicon, with what it is a form of.

    >>> from advisory.resources import folder
    >>> from advisory.rulebook.lexicon import load_lexicon
    >>> english = load_lexicon([folder("rules")])
    >>> [form for form, _ in forms(Words(nouns=("exchange of fire",)), english)]
    ['exchange of fire', 'exchanges of fire']
    >>> [form for _, form in forms(Words(nouns=("exchange of fire",)), english)]
    ['noun', 'nouns']
    >>> sorted(forms(Words(verbs=("ambush",)), english))[0]
    ('ambush', 'verb')
    """
    grammar = lexicon.grammar
    for phrase in words.phrases:
        yield phrase, "phrase"
    for noun in words.nouns:
        one, *many = _inflected(noun, grammar.noun_endings, _noun_head(noun, grammar.heads_before))
        yield one, "noun"
        for form in many:
            yield form, "nouns"
    for verb in words.verbs:
        for form in _inflected(verb, grammar.verb_endings, 0):
            yield form, "verb"


def _inflected(words: str, endings: Mapping[str, tuple[str, ...]], head: int) -> Iterator[str]:
    if "|" in words:
        yield from words.split("|")
        return
    parts = words.split()
    word = parts[head]
    fits = max((e for e in endings if word.endswith(e)), key=len, default="*")
    stem = word.removesuffix(fits) if fits != "*" else word
    for form in (word, *(stem + ending for ending in endings[fits])):
        yield " ".join((*parts[:head], form, *parts[head + 1 :]))


def _noun_head(noun: str, heads_before: Iterable[str]) -> int:
    parts = noun.split()
    return next((i - 1 for i, part in enumerate(parts) if i and part in heads_before), -1) % len(
        parts
    )


def surfaces(lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    """Return every form of every word of the lexicon, with what it stands for."""
    yield from _trigger_surfaces(lexicon)
    yield from _entry_surfaces(lexicon)
    yield from _condition_surfaces(lexicon)
    for name, actor in lexicon.actors.items():
        for alias in (actor.name, *actor.aliases):
            yield alias, Meaning("actors", name, capitals=_is_acronym(alias))
    for name, phrases in lexicon.cues.items():
        for phrase in phrases:
            yield phrase, Meaning("cues", name)
    for speaker, nouns in lexicon.speakers.items():
        for noun in nouns:
            yield noun, Meaning("speakers", speaker.value)
    yield from _grammar_surfaces(lexicon)


def _entry_surfaces(lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    for kind, entries in (("weapons", lexicon.weapons), ("targets", lexicon.targets)):
        for name, words in entries.items():
            for surface, _ in forms(words, lexicon):
                yield surface, Meaning(kind, name)


def _condition_surfaces(lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    for condition, entry in lexicon.conditions.items():
        for words, grade, form in (
            (entry.in_force, "in_force", ""),
            (entry.lifted, "lifted", ""),
            (entry.in_force_beside, "in_force", "beside"),
            (entry.lifted_beside, "lifted", "beside"),
            (entry.in_force_said, "in_force", "said"),
            (entry.lifted_said, "lifted", "said"),
        ):
            for surface, of in forms(words, lexicon):
                is_noun = form == "beside" and of.startswith("noun")
                told = f"{form} noun" if is_noun else form
                yield surface, Meaning("conditions", condition.value, grade, told)
        for word in entry.near:
            yield word, Meaning("near", condition.value)
        for word in entry.said_of:
            yield word, Meaning("near", condition.value, "said")


def _trigger_surfaces(lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    for name, entry in lexicon.triggers.items():
        grades = (("strong", entry.strong), ("weak", entry.weak), ("beside", entry.beside))
        for grade, words in grades:
            for surface, form in forms(words, lexicon):
                yield surface, Meaning("triggers", name, grade, form)
        for word in entry.near:
            yield word, Meaning("near", name)
        for word in entry.refines.after if entry.refines else ():
            yield word, Meaning("aims", name)


LOSING, HOSPITALS = "losing", "hospitals"
"""What brings the figures of a side's own dead, "lost four soldiers", and of patients."""
HURTS = ("missiles", "limbs", "wounds_borne")
"""What brings those of whoever was hit by a stone, lost a finger or was treated for cuts."""
_NOT_BY_ARMS = frozenset({"injured", "died", "all_lost"})
_HARM = (
    *("killed", "killing", "died", "injured", "injuring"),
    *("deaths", "bodies", "injuries", "casualties", "toll", "all_lost"),
)


def _grammar_surfaces(lexicon: Lexicon) -> Iterator[tuple[str, Meaning]]:
    grammar = lexicon.grammar
    by_arms = {phrase for words in lexicon.weapons.values() for phrase in words.phrases}
    for name in _HARM:
        for word in grammar.classes[name]:
            # "The murder of" would hide the trigger inside it; "shot and injured" is an arm's too.
            if " " not in word or word in by_arms or name in _NOT_BY_ARMS:
                yield word, Meaning("harm", name)
    beside = (
        (name, word) for name in (LOSING, HOSPITALS, *HURTS) for word in grammar.classes[name]
    )
    yield from ((word, Meaning("near", name)) for name, word in beside)
    for name, words in (("month", grammar.months), ("weekday", grammar.weekdays)):
        for word in words:
            yield word, Meaning("dates", name)
    for word in grammar.relative_days:
        yield word, Meaning("dates", "relative")


def _is_acronym(alias: str) -> bool:
    return (
        len(alias) <= _LONGEST_ACRONYM and alias.isupper() and not set(alias) & set(_NOT_ONE_WORD)
    )
