"""How many died where all of them did: "carrying 62 people", and then "there were no survivors".

Those on board are the dead only where another sentence says that nobody lived, and no toll is told.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.counts.coordination import coordinated
from advisory.extraction.counts.harmed import all_aboard
from advisory.extraction.counts.people import People, people_in
from advisory.extraction.counts.real_harm import is_unreal
from advisory.extraction.fields.figure import Figure
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import Part

_LOST, _COUNTED, _ATTACKER = "L", "qnN", "attacker"  # the first two are tags
_UNSURE = frozenset({"irrealis", "feared"})


def all_lost(tellings: Sequence[Telling]) -> Figure | None:
    """Return all who were on board as the dead, None where some may have lived."""
    sentences = [telling.sentence for telling in tellings]
    lost = next((span for one in sentences for span in _said(one)), None)
    if lost is None:
        return None
    for sentence in sentences:
        if people := _aboard(sentence):
            words = sentence.words[people.first : people.end]
            parts = people.parts or (Part(people.who, people.count),)
            kept = tuple(part for part in parts if part.who != "person")
            spans = ((words[0].start, words[-1].end), lost)
            return Figure(people.count, kept, spans, sentence.number, sentence.is_headline)
    return None


def _said(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield where a sentence says that nobody lived."""
    for at, word in enumerate(sentence.tokens):
        is_sure = word.tag == _LOST and sentence.cues.isdisjoint(_UNSURE)
        if is_sure and not is_unreal(sentence.tokens, at):
            yield word.start, word.end


def _aboard(sentence: Sentence) -> People | None:
    """Return those told to be on board: "with 12 on board", "carrying 62 people"."""
    words, carrying = sentence.words, sentence.findings.by.carrying
    groups = list(coordinated(words, people_in(words)))
    carried = (
        one
        for one in groups
        if one.first > 0
        and words[one.first - 1].word in carrying
        and words[one.first].tag in _COUNTED
        and one.who != _ATTACKER
    )
    return all_aboard(words, groups) or next(carried, None)
