"""Who was killed, by name or by what they were: the same victim named again is the same incident.

A report comes back to its news with other figures: "the murder of the minister and two guards",
later "the murder of Keita". Of a name the last words count, as papers shorten names; of "the
minister" the word itself, where the article points back at one already told.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise, takewhile

from advisory.extraction.counts.tokens import Token
from advisory.extraction.sentence import Sentence

_NAME, _PEOPLE, _DEFINITE = "W", "pP", "t"
_ARTICLES = "tdxO"  # "the enemy", "another leader": nobody is named so
_CALLED = f"{_NAME}{_PEOPLE}w"
_NOTHING, _COMMA = ".", ","
_SHORTEST = 2  # a word of harm and an article
_LONG = 4  # letters: shorter words are hardly ever a surname told twice


def surnames(sentence: Sentence) -> frozenset[str]:
    """Return the last words of the names of those whom a sentence tells to be killed."""
    return _surnames(_runs(sentence))


def full_surnames(sentence: Sentence) -> frozenset[str]:
    """Return the same of those only whose first name or title stands before it."""
    return _surnames(run for run in _runs(sentence) if len(run) > 1)


def _surnames(runs: Iterable[Sequence[Token]]) -> frozenset[str]:
    return frozenset(
        word
        for run in runs
        for word in _family_names([one.word for one in run if one.tag == _NAME])
        if run[-1].tag == _NAME and len(word) >= _LONG
    )


def _family_names(words: Sequence[str]) -> Sequence[str]:
    """Return the last word of a name, the last two of a long one: "Awa Sidibe Keita"."""
    return words[-2:] if len(words) > _SHORTEST else words[-1:]


def called(sentence: Sentence) -> frozenset[str]:
    """Return all words for them: their names, and what they were."""
    words = (one for tokens in _killed(sentence) for one in tokens)
    return frozenset(one.word for one in words if one.tag in f"{_NAME}{_PEOPLE}")


def pointed_at(sentence: Sentence) -> frozenset[str]:
    """Return what those are called of whom it speaks as known: "the murder of the minister"."""
    return frozenset(
        one.word
        for _, article, *tokens in (t for t in _killed(sentence) if len(t) > _SHORTEST)
        for one in list(takewhile(lambda token: token.tag in _CALLED, tokens))[-1:]
        if article.tag == _DEFINITE and one.tag in _PEOPLE
    )


def names(sentence: Sentence) -> Mapping[str, frozenset[str]]:
    """Return each word that may be a surname, with what stands before it as a first name, or ""."""
    found: dict[str, frozenset[str]] = {}
    for before, one in pairwise((None, *sentence.words)):
        if one is None or one.tag != _NAME:
            continue
        if len(word := one.word.removesuffix("'s")) >= _LONG:
            first = before.word if before is not None and before.tag == _NAME else ""
            found[word] = found.get(word, frozenset()) | {first}
    return found


def are_the_same(
    surnames: Iterable[str], one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a surname is told in two places, in one of them alone or in both with a first name.

    >>> keita = {"keita": frozenset({"moussa"})}
    >>> are_the_same({"keita"}, keita, {"keita": frozenset({"awa"})})
    False
    >>> are_the_same({"keita"}, keita, {"keita": frozenset({""})})
    True
    """
    both = ((one[name], other[name]) for name in surnames if name in one and name in other)
    return any("" in mine | yours or mine & yours for mine, yours in both)


def _runs(sentence: Sentence) -> Iterator[Sequence[Token]]:
    """Yield each name with the words before it that say who it is, but for "the enemy"."""
    for tokens in _killed(sentence):
        before = _NOTHING
        for is_called, group in groupby(tokens, key=lambda one: one.tag in _CALLED):
            run = tuple(group)
            is_named = run[0].tag in _PEOPLE and run[-1].tag == _NAME  # "the teacher Musa Bello"
            if is_called and (is_named or before not in _ARTICLES):
                yield run
            before = run[-1].tag


def _killed(sentence: Sentence) -> Iterator[Sequence[Token]]:
    tokens = sentence.tokens
    for toll in sentence.tolls:
        if toll.harm == "killed":
            name = _named_before(tokens, toll.first)
            yield (*name, *tokens[toll.first : toll.last + 1])


def _named_before(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """Return the name before what somebody was: "Ali Bo, another officer, was killed"."""
    if at == 0 or tokens[at - 1].tag != _COMMA or tokens[at].tag not in _ARTICLES:
        return ()
    run = [*takewhile(lambda token: token.tag == _NAME, reversed(tokens[: at - 1]))]
    return [*reversed(run), tokens[at - 1]] if len(run) > 1 else ()
