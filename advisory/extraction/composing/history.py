"""Paragraphs that leave the news for what was before it.

"In 2019 a bomber killed thirty in the same town. The Hill Army claimed it." Who claimed it, and how
many more died of it, is said of the deed of 2019, not of that of the headline, until a paragraph
ends, or a day or a word of violence leads back.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.tellings.tellings import Telling


@dataclass(slots=True)
class History:
    """The paragraph that began with the past, and the incident told there, if it is one."""

    paragraph: int = -1
    draft: Draft | None = None
    last: int = -1  # the last paragraph in which anything was told
    told: list[Telling] = field(default_factory=list)  # what is only said of the past

    def begin(self, telling: Telling, drafts: Sequence[Draft], *, old: bool) -> None:
        """Note what a telling begins: only the first of a paragraph leads into the past."""
        sentence = telling.sentence
        is_first = sentence.paragraph != self.last
        self.last = sentence.paragraph
        if is_first and old and not (sentence.is_headline or sentence.is_lead):
            self.paragraph = sentence.paragraph
            self.told.append(telling)
            self.draft = drafts[-1] if drafts and drafts[-1].first is telling else None

    def takes(self, telling: Telling, *, old: bool) -> bool:
        """Take a telling that only goes on with what its paragraph told of the past."""
        is_there = telling.sentence.paragraph == self.paragraph
        is_deed = telling.type is not None and not telling.is_weak  # not "600 have been killed"
        if old or not is_there or is_deed or telling.has_date:
            return False
        self.told.append(telling)
        if self.draft is not None:
            self.draft.add(telling)
        return True
