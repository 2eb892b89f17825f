"""Names that stand where those of places do and are somebody's: "seized from Sow", "alias Ba"."""

from advisory.extraction.text.page import Page
from advisory.rulebook.lexicon import Grammar

_REACH = 24  # characters: " nom de guerre "


class PersonNames:
    """Tells a person's name by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._called = grammar.words("other_names")
        names = ("locative", "place_kind", "article", "beside_places", "sides")
        self._no_names = grammar.words(*names)

    def is_another(self, page: Page, start: int) -> bool:
        """Whether it is what somebody is also called: "alias Ba"."""
        return not self._called.isdisjoint(page.before(start, _REACH)[-1:])

    def is_surname(self, page: Page, start: int, end: int) -> bool:
        """Whether the page has told somebody's whole name: "Ali Sow", and then "from Sow"."""
        name = page.plain[start:end]
        at = page.plain.find(f" {name}", 0, max(start - 1, 0))
        first = page.plain[max(0, at - _REACH) : at].rpartition(" ")[2] if at > 0 else ""
        is_name = first[:1].isupper() and first[1:].islower()
        return is_name and " " not in name and first.lower() not in self._no_names
