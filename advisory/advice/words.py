"""Dates, counts, places and names as they are printed, each in a slot.

Numbers are digits and dates are "7 November 2023", so that a reader on a phone finds them. `say`
builds a statement out of a sentence with braces and its slots.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from string import Formatter

from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.assessment import Region
from advisory.model.naming import admin1_words, region_words
from advisory.model.value import Count, DateRange, Place
from advisory.model.vocabulary import DatePrecision, Precision
from advisory.model.wording import MONTHS, VAGUE, count_words, long_day

_INSTITUTIONS = frozenset(
    {
        "army",
        "coalition",
        "corps",
        "council",
        "force",
        "forces",
        "framework",
        "front",
        "government",
        "group",
        "guard",
        "houthis",
        "military",
        "ministry",
        "mission",
        "movement",
        "movements",
        "network",
        "police",
        "presidency",
        "president",
        "state",
        "taliban",
        "volunteers",
    }
)

_ANY_OF_THEM = frozenset({"group", "groups", "men", "movements", "network", "networks"})
"""What "armed groups" are, of which no name says which they are."""

_NEED_OF = frozenset(word for _, word in VAGUE[:-1])


def say(template: str, reports: Iterable[str] = (), /, **slots: Slot) -> Statement:
    """Return a statement in our own words, its braces filled; `reports` are cited behind it.

    >>> str(say("Ask {who}.", who=Slot("the desk", Provenance.HOUSE, "house.desk")))
    'Ask the desk.'
    """
    parts = _parts(template, slots)
    return Statement(tuple(parts), tuple(dict.fromkeys(reports)))


def from_file(template: str, source: Provenance, ref: str, slots: dict[str, Slot]) -> Statement:
    """Return a statement in the words of the catalogue or the rule base: they are slots too."""
    parts = _parts(template, slots)
    return Statement(tuple(Slot(p, source, ref) if isinstance(p, str) else p for p in parts))


def _parts(template: str, slots: dict[str, Slot]) -> Iterator[str | Slot]:
    for literal, name, _, _ in Formatter().parse(template):
        if literal:
            yield literal
        if name is not None:
            yield slots[name]


def joined(statements: Iterable[Statement], between: str = " ") -> Statement:
    """Return several statements as one."""
    parts: list[str | Slot] = []
    reports: list[str] = []
    for statement in statements:
        parts += [between, *statement.parts] if parts else statement.parts
        reports += statement.reports
    return Statement(tuple(parts), tuple(dict.fromkeys(reports)))


def date_words(when: DateRange | None) -> str:
    """Return when something happened, with its preposition, no more exact than it was told.

    >>> date_words(DateRange(date(2023, 11, 13), date(2023, 11, 14)))
    'between 13 and 14 November 2023'
    >>> date_words(DateRange(date(2023, 11, 13), date(2023, 11, 13), DatePrecision.VAGUE))
    'around 13 November 2023'
    """
    if when is None or when.day is None:
        return "on a date not given"
    if when.precision is DatePrecision.MONTH:
        return f"in {MONTHS[when.day.month - 1]} {when.day.year}"
    if when.first is None or when.first == when.last:
        lead = "around" if when.precision is DatePrecision.VAGUE else "on"
        return f"{lead} {long_day(when.day)}"
    if when.last is None:
        return f"since {long_day(when.first)}"
    return f"between {_range_start(when.first, when.last)} and {long_day(when.last)}"


def _range_start(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return str(first.day)
    return long_day(first) if first.year != last.year else f"{first.day} {MONTHS[first.month - 1]}"


def of_people(count: Count, people: str) -> str:
    """Return who is counted, as it stands behind the number: "12 people", "dozens of people"."""
    return f"of {people}" if count_words(count) in _NEED_OF else people


def place_words(place: Place | None) -> str:
    """Return a place with its region and country, as at first mention.

    >>> place_words(Place("Kidal", country_name="Mali", admin1_name="Kidal Region"))
    'Kidal, Kidal Region, Mali'
    """
    if place is None:
        return "a place not named"
    if not place.is_located and place.country_name is None:
        return f"{place.name} (not located)"
    is_admin1 = place.kind == "admin1"
    own = admin1_words(place.name, place.country) if is_admin1 else place.name
    admin1 = place.admin1_name and admin1_words(place.admin1_name, place.country)
    names = (own, None if is_admin1 else admin1, place.country_name)
    return ", ".join(dict.fromkeys(name for name in names if name))


def place_slot(place: Place | None, ref: str) -> Slot:
    """Return a place in its slot; one that no gazetteer knows stays the report's own word."""
    located = place is not None and place.is_located
    return Slot(place_words(place), Provenance.GAZETTEER if located else Provenance.EVIDENCE, ref)


def preposition(place: Place | None) -> str:
    """Return "at" for a site, "in" for everything larger."""
    return "at" if place is not None and place.precision is Precision.SITE else "in"


def date_slot(day: date, ref: str) -> Slot:
    """Return a day that was worked out, with what it was worked out from."""
    return Slot(long_day(day), Provenance.COMPUTED, ref)


def number_slot(number: int, ref: str) -> Slot:
    """Return a number that was counted."""
    return Slot(str(number), Provenance.COMPUTED, ref)


def listed(names: Sequence[str], last: str = "and") -> str:
    """Return names as a list in prose.

    >>> listed(["roads", "borders", "curfews"], "or")
    'roads, borders or curfews'
    """
    return f" {last} ".join(filter(None, (", ".join(names[:-1]), names[-1] if names else "")))


def with_article(name: str) -> str:
    """Return the article a name takes, with its blank, or nothing.

    >>> [with_article(n) for n in ("Malian Armed Forces (FAMa)", "JNIM", "mayor", "gunmen")]
    ['the ', '', 'a ', '']
    >>> [with_article(n) for n in ("two hooded men", "armed groups", "armed group", "masked man")]
    ['', '', 'an ', 'a ']
    """
    words = name.casefold().split()
    if not words or words[0] in {"a", "an", "one", "some", "the"}:
        return ""
    if _INSTITUTIONS & set(words) and not (name.islower() and words[-1] in _ANY_OF_THEM):
        return "the "
    if name[0].isupper() or name.endswith("s") or not name[0].isalpha():
        return ""
    if any(word.rstrip(",").endswith(("men", "people", "members")) for word in words):
        return ""
    return "an " if name[0] in "aeio" else "a "


def region_slot(region: Region, *, full: bool = False) -> Slot:
    """Return a region in its slot; `full` adds its country, as at first mention."""
    return Slot(region_words(region, full=full), Provenance.GAZETTEER, region.id)


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def word_count(statements: Iterable[Statement]) -> int:
    """Return the number of words in statements."""
    return sum(len(str(statement).split()) for statement in statements)
