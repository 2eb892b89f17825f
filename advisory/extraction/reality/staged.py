"""Whether a report is of a drill, so that what it tells without a day is part of it.

"Port holds tsunami drill" counts no dead, and the 312 that its text counts are a scenario's. What
such a report tells of another day, "the bombings of 2019", did happen.
"""

from collections.abc import Sequence

from advisory.extraction.findings import Findings
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.blocks import BlockKind
from advisory.extraction.text.scan import NOUNS
from advisory.rulebook.lexicon import Grammar

_PLAYED = frozenset({"drill", "retold", "masked"})


class Staged:
    """Knows such reports by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._drills = grammar.words("drills")

    def is_report(self, sentences: Sequence[Sentence]) -> bool:
        """Whether a headline tells of a drill, and of nobody hurt and nothing done."""
        if not sentences:
            return False
        found = sentences[0].findings
        heads = (one for one in found.blocks if one.kind is BlockKind.HEADLINE)
        is_headed = any(self._is_headed(found, one.start, one.end) for one in heads)
        return is_headed and not any(one.has_toll for one in sentences if one.is_headline)

    def is_part(self, sentence: Sentence) -> bool:
        """Whether a sentence of such a report tells what was played."""
        is_dated = bool(sentence.own_dates) and not (sentence.is_headline or sentence.is_lead)
        return not is_dated or not self._drills.isdisjoint(sentence.page.words_of(sentence))

    def _is_headed(self, found: Findings, start: int, end: int) -> bool:
        hits = found.hits_in(start, end)
        played = [hit.start for hit in hits if hit.id in _PLAYED]
        if not played or self._drills.isdisjoint(found.page.words(start, end)):
            return False
        deeds = [hit for hit in hits if hit.kind == "triggers" and hit.grade == "strong"]
        names = {hit.start for hit in deeds if hit.form in NOUNS}
        verbs = (hit for hit in deeds if hit.form not in NOUNS)  # not in "rehearses hijack"
        return not any(hit.start not in names or hit.end + 1 < min(played) for hit in verbs)
