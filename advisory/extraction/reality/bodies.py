"""Whom somebody found dead: killed by others, or by a fall, the sea or a heater.

A body that is found is that of a murder until something says otherwise, and what does stands beside
it or in the sentence behind: "police suspect a fall", "he had drowned". A wound or bound hands say
more than that.
"""

from bisect import bisect_left

from advisory.extraction.groups import MISHAPS, VIOLENT
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Lexicon

_MURDER = "murder"
_EXPLAINED = frozenset({"natural", "no_crime"})
_BEHIND = 200  # characters of the paragraph behind the sentence: one more


class Bodies:
    """Tells such findings by the words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._finding = lexicon.grammar.words("finding")

    def is_of_nobodys_deed(self, sentence: Sentence, trigger: Hit) -> bool:
        """Whether a trigger tells of a body, and the report that nobody laid hands on it."""
        if trigger.id != _MURDER or trigger.form == "verb":
            return False
        if self._finding.isdisjoint(sentence.page.words_of(trigger)):
            return False
        hits = sentence.findings.hits
        begin = bisect_left(hits, sentence.start, key=lambda hit: hit.start)
        end = bisect_left(hits, sentence.end + _BEHIND, key=lambda hit: hit.start)
        around = hits[begin:end]
        is_explained = any(hit.kind == "cues" and hit.id in _EXPLAINED for hit in around)
        is_explained = is_explained or any(map(_is_mishap, sentence.of("triggers")))
        return is_explained and not any(self._is_violent(sentence.page, hit) for hit in around)

    def _is_violent(self, page: Page, hit: Hit) -> bool:
        if hit.kind == "near":
            return hit.id == _MURDER
        words = page.words_of(hit)
        is_deed = hit.kind == "triggers" and hit.id in VIOLENT and hit.grade == "strong"
        return is_deed and self._finding.isdisjoint(words)


def _is_mishap(hit: Hit) -> bool:
    """Whether an accident says how somebody died: "her body, beneath flats that came down"."""
    return hit.id in MISHAPS and hit.grade == "strong"
