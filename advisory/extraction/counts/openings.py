"""How phrases of several words open: what a tokeniser must know before it looks further."""

from collections.abc import Iterable


def beginnings(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words with which longer phrases go on.

    >>> sorted(beginnings(["as many as", "at least"]))
    ['as', 'as many', 'at']
    """
    parted = (words.split() for words in phrases)
    return frozenset(" ".join(w[:n]) for w in parted for n in range(1, len(w)))


def second_words(phrases: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the first word of each longer phrase with all that may stand second.

    >>> sorted(second_words(["as many as", "as much as"])["as"])
    ['many', 'much']
    """
    second: dict[str, set[str]] = {}
    for first, *rest in (words.split() for words in phrases):
        if rest:
            second.setdefault(first, set()).add(rest[0])
    return {first: frozenset(words) for first, words in second.items()}
