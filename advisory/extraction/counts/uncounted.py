"""Numbers that count nobody, told by what stands beside them: ages, units, days, measures."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from advisory.extraction.counts.tags import letters
from advisory.extraction.dates.calendar import YEARS
from advisory.rulebook.lexicon import Grammar

if TYPE_CHECKING:
    from advisory.extraction.counts.tokens import Token

_AGES, _COUNTABLE = "Y&,", frozenset("pPwWo")
_AGED = ("W,n,", "p,n,", "E,n,")  # "Awa Keita, 65, was", "the judge, 65,", "the deceased, 65,"
_QUOTED = re.compile('"q{0,2}[nN]"')  # of tags
_ONE_AGED, _PEOPLE = "pfn", frozenset("pPW")


class Uncounted:
    """Finds such numbers by the words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._months = grammar.months
        self._both = grammar.words("both")
        self._before = grammar.words("not_counted_before")
        bodies = (*grammar.classes["collectives"], *grammar.classes["households"])
        self._bodies = frozenset(bodies)

    def without(self, tokens: list["Token"]) -> list["Token"]:
        """Turn numbers that count nobody into `Y`: ages, measures, days, numbers in brackets.

        The years of "a woman of 62" and "Awa Keita, 62, was" are left out with what leads them.
        """
        numbers = [at for at, token in enumerate(tokens) if token.tag == "n"]
        if not numbers:
            return tokens
        aged = [at for at in numbers if self._is_of_years(tokens, at) or _is_age(tokens, at)]
        if aged:
            out = {*aged, *(at - 1 for at in aged)}
            return self.without([one for at, one in enumerate(tokens) if at not in out])
        kept = list(tokens)
        for at in numbers:
            if tokens[at].word in self._both and letters(tokens[at + 1 : at + 4]) == "P&P":
                kept[at] = tokens[at]._replace(tag="a")  # "both soldiers and civilians"
                continue
            lead = at - (at > 0 and tokens[at - 1].tag == "q")  # "aged about 35"
            before = tokens[lead - 1] if lead else None
            after = tokens[at + 1] if at + 1 < len(tokens) else None
            if self._is_aged(kept, at) or self._counts_nobody(before, after):
                kept[at] = tokens[at]._replace(tag="Y")
                if after and after.tag == "W" and after.word.rstrip(".") in self._months:
                    kept[at + 1] = after._replace(tag="w")  # "on 18 May and six died": nobody
        return kept

    def _is_of_years(self, tokens: Sequence["Token"], at: int) -> bool:
        """Whether somebody is of so many years: not "a family of 5", "a boy of two families"."""
        around = letters(tokens[max(at - 2, 0) : at + 2])
        is_one = around.startswith(_ONE_AGED) and around[3:] not in _PEOPLE
        return is_one and tokens[at].word.isdigit() and tokens[at - 2].word not in self._bodies

    def _is_aged(self, tokens: Sequence["Token"], at: int) -> bool:
        """Whether a number is one more age: "brothers aged 9, 11 and 14"."""
        if not at or tokens[at - 1].tag not in _AGES:
            return False
        lead = len(letters(tokens[:at]).rstrip(_AGES))
        is_last = letters(tokens[at + 1 : at + 2]) not in _COUNTABLE
        is_led = lead > 0 and tokens[lead].tag == "Y"
        return is_led and is_last and tokens[lead - 1].word in self._before

    def _counts_nobody(self, before: "Token | None", after: "Token | None") -> bool:
        if after is not None and (after.tag == "e" or after.word.rstrip(".") in self._months):
            return True
        if before is None:
            return False
        if before.tag == "d":
            return True  # "a 12 Corps commander"
        in_brackets = before.tag == "(" and after is not None and after.tag == ")"
        is_day = before.word.rstrip(".") in self._months
        return in_brackets or is_day or before.word in self._before


def _is_age(tokens: Sequence["Token"], at: int) -> bool:
    """Whether a number stands between commas after a person: not "in Gao, 12, including"."""
    around = letters(tokens[max(at - 2, 0) : at + 3])
    return around.startswith(_AGED) and not around.endswith("u")


def unquoted(tokens: list["Token"]) -> list["Token"]:
    """Return words without the marks around a number: "spoke of "at least 40" dead"."""
    tags = letters(tokens)
    if tags.count('"') <= 1:
        return tokens
    marks = {at for found in _QUOTED.finditer(tags) for at in (found.start(), found.end() - 1)}
    return [token for at, token in enumerate(tokens) if at not in marks]


def is_year(word: str) -> bool:
    """Whether a number is a year.

    >>> is_year("1998"), is_year("12")
    (True, False)
    """
    return word.isdigit() and int(word) in YEARS
