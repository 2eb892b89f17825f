"""Who brings down what flies at him has not sent it: "shot down 31 drones"."""

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.rulebook.lexicon import Grammar

_FARTHEST = 80  # characters


class WardingOff:
    """Sees such verbs with what they bring down, by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        down = any_of((*classes["downing_words"], *classes["intercepting"]))
        flying = classes["sent_against"]
        self._words = Pattern(
            rf"^(?:{down})(?:\s+[\w,-]+){{0,4}}?\s+(?:{any_of(flying)})\b", flying
        )

    def end(self, page: Page, start: int) -> int:
        """Return where what is brought down ends, from a verb on; 0 where nothing is."""
        found = self._words.first(page.lower[start : start + _FARTHEST])
        return start + found.end if found else 0
