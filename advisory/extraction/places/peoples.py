"""The names of peoples, which stand where those of places do and are none."""

from advisory.extraction.text.patterns import Pattern
from advisory.rulebook.lexicon import Grammar


class PeopleNames:
    """Tells a people from a place by the word behind its name."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        people = [word for words in grammar.victims.values() for word in words]
        peoples = "|".join(classes["peoples"])
        also = "|".join(classes["joining_words"])
        self._parting = grammar.words("between")
        self._of_people = Pattern(rf"^\s+(?:(?:{also})\s+[A-Z][\w'-]*\s+)?(?:{peoples})\b")
        self._of_parties = Pattern(rf"^\s+(?:{'|'.join((*people, *classes['peoples']))})\b")

    def is_one(self, after: str, led: str | None) -> bool:
        """Whether what stands behind a name, and the word that leads it, make it a people's.

        "The Lemba and Venda communities", "between Lemba herders and farmers".
        """
        is_party = led in self._parting and self._of_parties.is_in(after)
        return is_party or self._of_people.is_in(after)
