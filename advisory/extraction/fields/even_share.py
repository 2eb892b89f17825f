"""A toll that is told for several incidents together: each has its share, none the whole."""

from collections.abc import Sequence
from dataclasses import replace

from advisory.extraction.fields.figure import Figure
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier


def even_share(tellings: Sequence[Telling], best: Figure) -> Figure:
    """Return the even share of a toll told for several incidents together.

    "This was one of two attacks ... six were killed across both" says six of both; four reports of
    four attacks must not count everybody four times. The least is the even share (the convention of
    the Global Terrorism Database's codebook), the most is the whole.
    """
    for telling in tellings:
        sentence = telling.sentence
        number, span = _one_of(sentence)
        if number and sentence.number <= best.sentence and _is_of_all(tellings, best.sentence):
            whole = best.count
            high = whole.high if whole.high is None else max(whole.high, 1)
            count = Count((2 * whole.low + number) // (2 * number), high, Qualifier.ABOUT)
            return replace(best, count=count, parts=(), spans=(*best.spans, span))
    return best


def _one_of(sentence: Sentence) -> tuple[int, tuple[int, int]]:
    """Return the n of "one of n related attacks", with its offsets, or 0."""
    if not any(token.tag == "f" for token in sentence.tokens):
        return 0, (0, 0)
    tokens = [token for token in sentence.tokens if token.tag != "q"]
    for first, of, number in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if first.value == (1, 1) and of.tag == "f" and number.tag == "n" and number.value:
            return number.value[0], (first.start, number.end)
    return 0, (0, 0)


def _is_of_all(tellings: Sequence[Telling], number: int) -> bool:
    """Whether the sentence of a toll speaks of all of them: "across", or "the attacks"."""
    return any(
        token.tag == "X"
        for telling in tellings
        if telling.sentence.number == number
        for token in telling.sentence.tokens
    )
