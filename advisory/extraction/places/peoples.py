"""Names that stand where those of places do and are none: of peoples, and of somebody's office."""

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern
from advisory.rulebook.lexicon import Grammar

_REACH = 16  # characters: " military chief"


class PeopleNames:
    """Tells a people from a place by the word behind its name."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        people = [word for words in grammar.victims.values() for word in words]
        peoples = "|".join(classes["peoples"])
        also = "|".join(classes["joining_words"])
        self._own, self._offices = grammar.words("ones_own"), grammar.words("offices")
        self._parting = grammar.words("between")
        self._of_people = Pattern(rf"^\s+(?:(?:{also})\s+[A-Z][\w'-]*\s+)?(?:{peoples})\b")
        self._of_parties = Pattern(rf"^\s+(?:{'|'.join((*people, *classes['peoples']))})\b")

    def is_one(self, after: str, led: str | None) -> bool:
        """Whether what stands behind a name, and the word that leads it, make it a people's.

        "The Lemba and Venda communities", "between Lemba herders and farmers".
        """
        is_party = led in self._parting and self._of_parties.is_in(after)
        return is_party or self._of_people.is_in(after)

    def is_of_ones_own(self, page: Page, start: int, end: int) -> bool:
        """Whether it only says what office somebody of one's own has: "its exiled Gaza chief"."""
        is_own = not self._own.isdisjoint(page.before(start, _REACH)[-2:])
        return is_own and not self._offices.isdisjoint(page.words(end, end + _REACH))
