"""Tolls of people whom the report has counted before: "the soldiers were killed".

A plural with an article and no number points at people already told of. Their number is that of the
last group with the same word ("abducted five soldiers"), or of the attackers, whatever they are
called. Only where nothing was counted does it stay "two or more".
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisory.extraction.counts.people import people_in
from advisory.extraction.counts.toll import Toll
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

_ATTACKER = "attacker"


def told_before(tellings: Sequence[Telling], sentence: Sentence, toll: Toll) -> Toll:
    """Return a toll with the number that its people had where they were counted."""
    if toll.count.qualifier is not Qualifier.VAGUE or not toll.parts:
        return toll
    word = _pointing_word(sentence, toll)
    parts = tuple(
        replace(part, count=_counted(tellings, sentence, part, word) or part.count)
        if part.count.qualifier is Qualifier.VAGUE and (word or part.who == _ATTACKER)
        else part
        for part in toll.parts
    )
    return toll if parts == toll.parts else replace(toll, parts=parts, count=_sum(parts))


def are_the_living(tellings: Sequence[Telling], sentence: Sentence, toll: Toll) -> bool:
    """Whether "the two hostages" are two of whom was told, who were not among the dead till then.

    "Four guards were killed and two abducted. The two hostages were killed later."
    """
    tokens, number = sentence.words, toll.count
    if not toll.first or tokens[toll.first].tag != "n" or tokens[toll.first - 1].tag not in "ta":
        return False
    if number.low == 1:
        return False  # "only one person died"
    before = list(_before(tellings, sentence))
    tolls = [one for each in before for one in each.tolls if one.harm == toll.harm]
    dead = {one.count for one in tolls} | {part.count for one in tolls for part in one.parts}
    return number not in dead and any(
        group.count == number for each in before for group in people_in(each.words)
    )


def _sum(parts: Sequence[Part]) -> Count:
    total = parts[0].count
    for part in parts[1:]:
        total = total.plus(part.count)
    return total


def _pointing_word(sentence: Sentence, toll: Toll) -> str:
    """Return the noun of "the soldiers", or nothing where the toll names nobody like that."""
    tokens = sentence.words
    if tokens[toll.first].tag != "t":
        return ""
    group = next((one for one in people_in(tokens) if one.first == toll.first), None)
    return tokens[group.end - 1].word if group else ""


def _counted(
    tellings: Sequence[Telling], sentence: Sentence, part: Part, word: str
) -> Count | None:
    for before in _before(tellings, sentence):
        tokens = before.words
        for group in reversed(people_in(tokens)):
            is_same = tokens[group.end - 1].word == word or part.who == group.who == _ATTACKER
            if is_same and tokens[group.first].tag in "qn" and group.count.low > 1:
                return group.count
    return None


def _before(tellings: Sequence[Telling], sentence: Sentence) -> Iterator[Sentence]:
    """Yield the sentences of an incident before one, the nearest first."""
    for telling in reversed(tellings):
        if telling.sentence.number < sentence.number:
            yield telling.sentence
