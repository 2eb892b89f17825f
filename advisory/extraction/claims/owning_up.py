"""Who "claimed an attack" owns up to it, and does not tell of it.

"Claimed" is a verb of saying before what is said, and a claim of responsibility before the name of
a deed. The toll beside it is then the report's own word, and no boast of whoever owns up.
"""

from collections.abc import Sequence
from itertools import pairwise

from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

_CLAIM, _RESPONSIBILITY = "claim", "responsibility"
_FARTHEST, _MOST_WORDS = 40, 3


class OwningUp:
    """Sees claims of responsibility by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.words
        self._verbs = words("owning_up")
        parting = ("preposition", "subordinate", "relative", "of", "and", "not")
        self._parting = words(*parting)
        self._parting |= words("reported_words", "further")
        self._parting |= frozenset((*grammar.numbers, *grammar.vague_numbers))

    def hits(self, page: Page, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits of a page, a verb that owns up to a deed as a cue of responsibility."""
        claims = [hit for hit in hits if hit.id == _CLAIM]
        if not claims:
            return list(hits)
        deeds = [hit for hit in hits if hit.kind == "triggers" and hit.form in NOUNS]
        told = sorted({one.start: one for one in (*claims, *deeds)}.values())
        owning = {
            claim
            for claim, deed in pairwise(told)
            if claim.id == _CLAIM and self._owns_up(page, claim, deed)
        }
        return [hit._replace(id=_RESPONSIBILITY) if hit in owning else hit for hit in hits]

    def _owns_up(self, page: Page, claim: Hit, deed: Hit) -> bool:
        between = page.lower[claim.end : min(deed.start, claim.end + _FARTHEST)].split()
        return (
            page.phrase(claim) in self._verbs
            and deed.start - claim.end <= _FARTHEST
            and len(between) <= _MOST_WORDS
            and self._parting.isdisjoint(between)
            and not any(word[-1] in ',;:."' for word in between)
        )
