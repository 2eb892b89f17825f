"""Which of the days that a sentence tells is the day of the deed.

First "Monday's" right before it, then the more explicit, then what follows it in its clause: what
stands before may be the day of those who speak of it.
"""

from collections.abc import Iterable, Sequence
from datetime import timedelta

from advisory.extraction.dates.calendar import Published
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.text.breaks import ClauseBreaks
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.rulebook.lexicon import Grammar

SPEECH = frozenset({"say", "cite", "claim", "confirm", "deny"})
"""The cues of who tells it."""
CLAIMING = "responsibility"
"""The cue of a claim, before which a day may be that of the claim."""
DATED_SPEECH = SPEECH | {CLAIMING}
"""The cues of saying that a day may stand beside."""
_SCOPE, _CLOSE = 80, 30
_SPEECH_GAP, _LONGEST_NAME, _A_PREPOSITION, _MOST_WAYS = 4, 3, 2, 9  # characters, words, letters
_A_YEAR = timedelta(days=364)  # from its first day to its last
_WORDS_OF_A_NOUN, _NIGHT = 3, len("afternoon")


class DayJudge:
    """Judges the days told beside a trigger by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._is_broken = ClauseBreaks(grammar).is_between
        self._past_endings = grammar.classes["past_endings"]
        self._after = grammar.words("after_that")
        after, the = "|".join(grammar.classes["after_that"]), "|".join(grammar.classes["definite"])
        # "on Monday after the raid", "on Saturday in Gao after two days of clashes"
        of_it = rf"(?:{the})|(?:[\w-]+\s+)?(?:{any_of(grammar.spans)})s?\s+of"
        self._after_the = Pattern(
            rf"^(?:\s+[\w'-]+){{0,2}}\s+(?:{after})\s+(?:{of_it})\s+(?:[\w-]+\s+){{0,2}}$"
        )
        nth, row = "|".join(grammar.classes["ordinals"]), "|".join(grammar.classes["in_a_row"])
        self._in_a_row = Pattern(rf"\bfor (?:a|the) (?:{nth}) (?:(?:{row}) )?day (?:on )?$")
        still = any_of(grammar.classes["still_to_come"])
        self._still = Pattern(rf"\b(?:{still}) [^,;:.]*$", grammar.classes["still_to_come"])
        words = grammar.words
        self._had = words("before_that")
        self._people = words("relative") - words("relative_of_things")
        self._until = tuple(f" {words} " for words in grammar.until)
        self._from, self._moving = grammar.words("from_a_figure"), grammar.words("moving_figures")

    def is_of_somebody(self, page: Page, begin: int, start: int) -> bool:
        """Whether a day only says more of people: "the rebels, who have held it since 2024"."""
        aside = page.lower[begin:start].rpartition(", ")[2].split()
        return not self._people.isdisjoint(aside[:1])

    def unlikeliness(
        self, page: Page, trigger: Hit, found: DateFound
    ) -> tuple[bool, int, int, int]:
        """Sort the dates of a sentence by this: the likeliest day of the trigger first.

        First "Monday's" right before the deed, then the more explicit, then what follows the deed
        in its clause, for what stands before may be the day of those who speak of it.
        """
        night, owns, deed = page.lower[found.end : trigger.start].partition("'s ")
        is_own = (
            bool(owns) and not night.strip(" ")[_NIGHT:] and len(deed.split()) <= _WORDS_OF_A_NOUN
        )
        is_after = found.start >= trigger.end
        is_broken = is_after and self._is_broken(page, trigger.end, found.start)
        away = max(found.start - trigger.end, trigger.start - found.end, 0)
        return not is_own, -found.weight, 2 * is_broken + (not is_after), away

    def is_its_year(
        self,
        page: Page,
        trigger: Hit,
        found: DateFound,
        dates: Iterable[DateFound],
        published: Published | None,
    ) -> bool:
        """Whether a year is the deed's own; one that ends its sentence is over by publication."""
        if _is_beside(trigger, found):
            return True
        last = found.value.last if found.value else None
        is_over = published is not None and last is not None and last < published.first
        is_at_the_end = found.start == max(other.start for other in dates)
        return is_over and is_at_the_end and self._is_of_the_year(page, trigger, found)

    def _is_of_the_year(self, page: Page, trigger: Hit, found: DateFound) -> bool:
        """Whether a year ends the clause of a deed: "a bomb tore through the embassy in 1998".

        In "killed the mayor elected in 1998" it is told of another deed.
        """
        value = found.value
        if value is None or not (value.first and value.last):
            return False
        if value.last - value.first < _A_YEAR or not 0 <= found.start - trigger.end <= _SCOPE:
            return False
        before = page.between(trigger.end, found.start)
        is_others = before and before[-1].endswith(self._past_endings)
        return not (is_others or self._is_broken(page, trigger.end, found.start))

    def is_later(self, page: Page, trigger: Hit | None, found: DateFound) -> bool:
        """Whether a day is of what came after: "bodies were found on Monday after the raid"."""
        if trigger is None or trigger.form not in NOUNS or found.end >= trigger.start:
            return False
        return self._after_the.is_in(page.lower[found.end : trigger.start])

    def is_of_what_followed(self, page: Page, trigger: Hit | None, found: DateFound) -> bool:
        """Whether a day is of what came after: "mourned on Monday after flames swept through"."""
        if trigger is None or trigger.form in NOUNS or found.end > trigger.start:
            return False
        return not self._after.isdisjoint(page.between(found.end, trigger.start))

    def is_ahead(self, page: Page, trigger: Hit | None, found: DateFound) -> bool:
        """Whether a day is still to come: of "will appear in court on Friday" it is no last one."""
        start = max(0, found.start - _SCOPE)
        if trigger is not None and trigger.start < found.start:
            start = max(start, trigger.end)
        return self._still.is_in(page.lower[start : found.start])

    def is_of_before(self, page: Page, start: int, found: DateFound) -> bool:
        """Whether a sentence tells by a day what had gone before: "had been seen on Sunday"."""
        return not self._had.isdisjoint(page.between(start, found.start))

    def is_told_before(self, page: Page, start: int, at: int) -> bool:
        """Whether a clause tells what somebody had said: "had on Monday put the toll at six"."""
        clause = page.lower[max(start, at - _SCOPE) : at].replace(";", ",").rpartition(",")[2]
        return not self._had.isdisjoint(clause.split())

    def is_end(self, page: Page, found: DateFound) -> bool:
        """Whether nothing happened on a day: something lasts until it, or had been counted by it.

        The dead were more than 300, "up from 174 a day earlier"; what is shut "for a second day on
        Monday" says nothing of why it is.
        """
        before = page.lower[max(0, found.start - _CLOSE) : found.start]
        if self._in_a_row.is_in(before):
            return True
        figure = before.split()[-3:]
        is_of_a_count = figure[2:] and figure[2][-1].isdigit() and figure[1] in self._from
        return bool(is_of_a_count and figure[0] in self._moving) or before.endswith(self._until)


def _is_beside(trigger: Hit, found: DateFound) -> bool:
    """Whether a year is told of it: "the raid of 1998".

    "The sixth attack this year" says how many there were, not when this one was.
    """
    value = found.value
    if value is None or not (value.first and value.last):
        return False
    if value.first.year != value.last.year:
        return False
    gap = max(found.start - trigger.end, trigger.start - found.end)
    return gap <= 1 and value.last - value.first >= _A_YEAR


def is_said_on(page: Page, found: DateFound, said: Iterable[Hit], ways: frozenset[str]) -> bool:
    """Whether a date is that of a word of saying, which stands right before it.

    So it is behind whom somebody told it ("told Radio Kayes on Friday"), or how ("said by telephone
    on Friday", by some words for the `ways`), and before a claim: "on Saturday claimed
    responsibility".
    """
    return any(
        abs(found.start - cue.end) <= _SPEECH_GAP
        or (cue.id == CLAIMING and 0 <= cue.start - found.end <= 1)
        or _are_names(told := page.named[cue.end : found.start].split())
        or (0 < len(told) <= _MOST_WAYS and all(w in ways or not w[0].islower() for w in told))
        for cue in said
    )


def _are_names(words: Sequence[str]) -> bool:
    """Whether some words are a name, and perhaps one that leads it and the day behind it."""
    names = words[:-1] if words[1:] and words[-1].islower() else words
    names = names[1:] if names[1:] and len(names[0]) == _A_PREPOSITION else names
    return 0 < len(names) <= _LONGEST_NAME and all(name[0].isupper() for name in names)
