"""What a person writes for a field becomes the value of a `set`, or is refused.

    place    a name or code of the gazetteer: Gao, "Gao Region", geonames:2457161
    date     2023-11-07, 2023-11-05..2023-11-07, 2023-11, 2023-11-07.. (since)
    killed   12, 12+, "at least 12", "more than 12", "up to 12", "about 12", 12-15
             (so are injured, abducted and freed)
    type     a type of types.yaml
    status   reported, claimed, confirmed, disputed, denied, unverified, announced

"unknown" takes a place, date or toll away. Parsing is strict: a value is understood whole or not
at all, and every value that is not is named at once. Where a region and its principal town share a
name the town is meant, as it is in reports; "Kidal Region" is the region.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime

from advisory.errors import UnknownName, UserError
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.incidents.hands import Kind
from advisory.model.assessment import RegionKind
from advisory.model.value import Count, DateRange, Place
from advisory.model.vocabulary import DatePrecision, Qualifier, Status
from advisory.model.wording import UNKNOWN
from advisory.pipeline.desk import Desk
from advisory.store.codec import encode

MOST_PEOPLE = 1_000_000
"""More than any incident that was ever told of here: a slip of the finger."""

_HEDGES = {
    "at least": Qualifier.AT_LEAST,
    "more than": Qualifier.MORE_THAN,
    "over": Qualifier.MORE_THAN,
    "up to": Qualifier.UP_TO,
    "about": Qualifier.ABOUT,
}
_COUNT = re.compile(
    rf"(?:({'|'.join(_HEDGES)}) )?(\d{{1,7}})(\+)?(?:(?:-| to )(\d{{1,7}}))?", re.ASCII
)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_COUNTS_ALLOWED = '12, 12+, "at least 12", "more than 12", "up to 12", "about 12", 12-15, unknown'
_DATES_ALLOWED = "2023-11-07, 2023-11-05..2023-11-07, 2023-11-07.., 2023-11, unknown"


def values(desk: Desk, given: Sequence[str]) -> dict[str, str]:
    """Return field -> the JSON that a `set` holds, from words like `killed=12+`.

    Raises:
        UserError: With everything that is wrong with them.
    """
    found: dict[str, str] = {}
    problems = [] if given else [f"Say what to set: {', '.join(f'{name}=' for name in FIELDS)}."]
    for word in given:
        name, _, text = word.partition("=")
        problems += [f'"{name}" is given twice.'] if name in found else []
        try:
            found[name] = value(desk, name, text)
        except UserError as error:
            problems.append(str(error))
    if problems:
        raise UserError("\n".join(problems))
    return found


def value(desk: Desk, name: str, text: str) -> str:
    """Return the JSON that a `set` of this field holds.

    Raises:
        UserError: If there is no such field, or the text is no value of it.
    """
    if name not in FIELDS:
        raise UnknownName("field to set", name, tuple(FIELDS))
    return encode(FIELDS[name](desk, " ".join(text.split())))


def count_of(text: str) -> Count | None:
    """Return the count that a person wrote; None for "unknown".

    Raises:
        UserError: If it is no count.

    >>> count_of("12+") == count_of("at least 12") == Count(12, None, Qualifier.AT_LEAST)
    True
    >>> count_of("12-15").high
    15
    """
    if text.casefold() == UNKNOWN:
        return None
    parts = _COUNT.fullmatch(text.casefold())
    if parts is None or sum(map(bool, (parts[1], parts[3], parts[4]))) > 1:
        raise UserError(f'"{text}" is no number of people; allowed: {_COUNTS_ALLOWED}.')
    low, high = int(parts[2]), int(parts[4] or parts[2])
    if high < low or high > MOST_PEOPLE:
        why = "runs backwards" if high < low else f"is over {MOST_PEOPLE:,}"
        raise UserError(f'"{text}" {why}; allowed: {_COUNTS_ALLOWED}.')
    if parts[4]:
        return Count(low, high, Qualifier.BETWEEN)
    hedge = _HEDGES.get(parts[1], Qualifier.EXACT)
    return Count.hedged(low, Qualifier.AT_LEAST if parts[3] else hedge)


def date_of(text: str) -> DateRange | None:
    """Return the days that a person wrote; None for "unknown".

    Raises:
        UserError: If they are none, or run backwards.

    >>> date_of("2023-11").last.isoformat()
    '2023-11-30'
    """
    if text.casefold() == UNKNOWN:
        return None
    if month := _MONTH.fullmatch(text):
        first = _day(f"{text}-01", text)
        return DateRange(
            first,
            first.replace(day=monthrange(int(month[1]), int(month[2]))[1]),
            DatePrecision.MONTH,
        )
    start, dots, end = text.partition("..")
    first = _day(start, text)
    if dots and not end:
        return DateRange(first, None, DatePrecision.SINCE)
    last = _day(end, text) if dots else first
    if last < first:
        raise UserError(f'"{text}" runs backwards; allowed: {_DATES_ALLOWED}.')
    return DateRange(first, last, DatePrecision.RANGE if last > first else DatePrecision.DAY)


def _day(text: str, whole: str) -> date:
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    except ValueError:
        raise UserError(f'"{whole}" is no date; allowed: {_DATES_ALLOWED}.') from None


def place_of(gazetteer: Gazetteer, text: str) -> Place | None:
    """Return the place that a person means; None for "unknown".

    Raises:
        UnknownName: If there is none of that name; the nearest are named.
        AmbiguousName: If there are several; all are listed.
    """
    if text.casefold() == UNKNOWN:
        return None
    region = gazetteer.region(text)
    if region.kind in {RegionKind.ADMIN1, RegionKind.ADMIN2} and ":" not in text:
        name = text.partition(",")[0]
        with suppress(UnknownName):  # where no town inside has its name, the region is meant
            region = gazetteer.region(f"{name} town, {region.id}")
    return gazetteer.place(region.id)


def kind_of(desk: Desk, text: str) -> Kind:
    """Return a type with its category and hazard.

    Raises:
        UnknownName: If types.yaml has no such type; the nearest are named.
    """
    word = text.casefold().replace(" ", "_")
    found = desk.rulebook.types.get(word)
    if found is None:
        raise UnknownName("type", text, tuple(desk.rulebook.types))
    return Kind(word, found.category, found.hazard)


def status_of(text: str) -> Status:
    """Return a status.

    Raises:
        UserError: If there is none of that name.
    """
    allowed = [status.value for status in Status]
    if text.casefold() not in allowed:
        raise UserError(f'"{text}" is no status; allowed: {", ".join(allowed)}.')
    return Status(text.casefold())


FIELDS: Mapping[str, Callable[[Desk, str], object]] = {
    "place": lambda desk, text: place_of(desk.gazetteer, text),
    "date": lambda _, text: date_of(text),
    "killed": lambda _, text: count_of(text),
    "injured": lambda _, text: count_of(text),
    "abducted": lambda _, text: count_of(text),
    "freed": lambda _, text: count_of(text),
    "type": kind_of,
    "status": lambda _, text: status_of(text),
}
"""What a person may set, each with what its words mean."""
