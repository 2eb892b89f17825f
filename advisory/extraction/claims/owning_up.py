"""Who "claimed an attack" owns up to it, and does not tell of it.

"Claimed" is a verb of saying before what is said, and a claim of responsibility before the name of
a deed. The toll beside it is then the report's own word, and no boast of whoever owns up. Who "said
it carried out an attack", one that nobody has told of, tells of it.
"""

from collections.abc import Sequence
from itertools import pairwise

from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

_CLAIM, _RESPONSIBILITY, _SAY = "claim", "responsibility", "say"
_FARTHEST, _MOST_WORDS = 40, 3
_FAR = 120  # characters from a deed to "was claimed by"


class OwningUp:
    """Sees claims of responsibility by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.words
        self._verbs = words("owning_up")
        self._by, self._being, self._it = words("by"), words("be", "be_plural"), words("oneself")
        self._saying, self._carrying_out = words("saying_words"), grammar.classes["carrying_out"]
        self._known = words("definite", "demonstrative")
        parting = ("preposition", "subordinate", "relative", "of", "and", "not")
        self._parting = words(*parting)
        self._parting |= words("reported_words", "further")
        self._parting |= frozenset((*grammar.numbers, *grammar.vague_numbers))

    def hits(self, page: Page, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits of a page, a verb that owns up to a deed as a cue of responsibility."""
        told = {hit.id for hit in hits}
        if _RESPONSIBILITY in told:
            hits = [self._as_said(page, hit) for hit in hits]
        if _CLAIM not in told:
            return list(hits)
        claims = [hit for hit in hits if hit.id == _CLAIM]
        deeds = [hit for hit in hits if hit.kind == "triggers" and hit.form in NOUNS]
        known = sorted({one.start: one for one in (*claims, *deeds)}.values())
        owning = {
            claim
            for claim, deed in pairwise(known)
            if claim.id == _CLAIM and self._owns_up(page, claim, deed)
        }
        owning |= {claim for claim in claims if self._is_claimed_by(page, claim, deeds)}
        return [hit._replace(id=_RESPONSIBILITY) if hit in owning else hit for hit in hits]

    def _is_claimed_by(self, page: Page, claim: Hit, deeds: Sequence[Hit]) -> bool:
        """Whether a deed "was claimed by rebels"; not "it was claimed by rebels that"."""
        if self._by.isdisjoint(page.behind(claim.end, _FARTHEST)[:1]):
            return False
        before = page.before(claim.start, _FARTHEST)
        is_passive = not self._being.isdisjoint(before[-1:]) and self._it.isdisjoint(before[-2:-1])
        return is_passive and any(0 < claim.start - deed.end <= _FAR for deed in deeds)

    def _as_said(self, page: Page, hit: Hit) -> Hit:
        """Return who "said it carried out a raid" as who says it: not "the raid", "Monday's"."""
        if hit.id != _RESPONSIBILITY or not page.phrase(hit).endswith(self._carrying_out):
            return hit
        first = page.words_of(hit)[0]
        behind = page.behind(hit.end, _FARTHEST)[:1]
        is_known = any(word in self._known or word.endswith("'s") for word in behind)
        is_saying = not is_known and first in self._saying
        return hit._replace(end=hit.start + len(first), id=_SAY) if is_saying else hit

    def _owns_up(self, page: Page, claim: Hit, deed: Hit) -> bool:
        between = page.lower[claim.end : min(deed.start, claim.end + _FARTHEST)].split()
        return (
            page.phrase(claim) in self._verbs
            and deed.start - claim.end <= _FARTHEST
            and len(between) <= _MOST_WORDS
            and self._parting.isdisjoint(between)
            and not any(word[-1] in ',;:."' for word in between)
        )
