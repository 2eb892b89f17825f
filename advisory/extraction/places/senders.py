"""Countries that are named for what is theirs abroad: an embassy, a ship, missiles that they send.

Nothing happened there: "a Liberia-flagged tanker", "Ruritania had launched 98 drones".
"""

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.rulebook.lexicon import Grammar

_BEFORE, _BEHIND, _OF_THE = 40, 60, 3  # characters; words: "embassy of the"


class SenderReader:
    """Sees such names by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        self._of, self._abroad = words("of"), words("abroad")
        self._led_endings = classes["led_endings"]
        sending = any_of(classes["sending_abroad"])
        arms = any_of(classes["sent_many"])
        self._sends = Pattern(
            rf"^ (?:\w+ )?(?:{sending}) (?:[\w,-]+ ){{0,4}}?(?:{arms})\b", classes["sending_abroad"]
        )

    def is_sender(self, page: Page, start: int, end: int) -> bool:
        """Whether a name only says whose embassy, citizens, ship or missiles are told of."""
        if self._sends.is_in(page.lower[end : end + _BEHIND]):
            return True
        after = [word.rstrip(".,;:") for word in page.behind(end, _BEFORE)[:1]]
        if page.plain[end : end + 1] == "-" and after[0].endswith(self._led_endings):
            return True
        before = page.before(start, _BEFORE)[-_OF_THE:]
        of = self._of.intersection(before[1:])
        return not self._abroad.isdisjoint(after) or bool(of and self._abroad & set(before))
