"""What no row may say: no date, a day to come, a point off the globe, a figure that is none.

Columns are checked, not rows: most rows of a table say the same days and figures as others, and
each is looked at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import lru_cache, partial
from itertools import starmap

from advisory.intake.draft import MAX_NAME

Columns = Mapping[str, Sequence[str]]
"""Field of a coded event -> what each event says there; an empty text where it says nothing."""

FIGURES = (
    "killed", "killed_low", "killed_high", "killed_civilians", "killed_a", "killed_b",
    "killed_unknown", "injured",
)  # fmt: skip
_IN_ORDER = (("killed_low", "killed_high"), ("killed_low", "killed"), ("killed", "killed_high"))
_MOST_PEOPLE = 100_000_000
_LATITUDE, _LONGITUDE = 90, 180
_DATES = ("%Y%m%d", "%d %B %Y", "%d-%B-%Y", "%d %b %Y", "%d/%m/%Y")
_FIRST_YEAR = 1000


def problems(columns: Columns, latest: date) -> dict[int, list[str]]:
    """Return number of event -> all that is wrong with it.

    Args:
        columns: What the events say; `id`, `type` and `date` are always there.
        latest: The last day that is not to come.

    >>> row = {"id": ["7"], "type": ["protest"], "date": ["2023-11-07"], "country": ["Mali"]}
    >>> problems({**row, "killed": ["-3"]}, date(2024, 1, 1))
    {0: ['Its killed "-3" is no number of people.']}
    """
    found: dict[int, list[str]] = {}
    empty = [""] * len(columns["id"])
    for names, check in (
        (("id", "date", "type"), _name_problems),
        (("date", "date_last"), partial(_date_problems, latest)),
        (("latitude", "longitude", "country"), _place_problems),
        (FIGURES, _figure_problems),
    ):
        said = zip(*(columns.get(name, empty) for name in names), strict=True)
        for number, told in enumerate(starmap(check, said)):
            if told:
                found.setdefault(number, []).extend(told)
    return found


@lru_cache(maxsize=65_536)
def people(text: str) -> int | None:
    """Return a number of people, also as spreadsheets write it ("12.0"); None where it is none."""
    try:
        value = float(text)
    except ValueError:
        return None
    return int(value) if value.is_integer() and 0 <= value <= _MOST_PEOPLE else None


@lru_cache(maxsize=65_536)
def day_of(text: str) -> date | None:
    """Return a day as tables write it; None where it is none, or before the year 1000.

    >>> day_of("7 November 2023"), day_of("2023-02-30")
    (datetime.date(2023, 11, 7), None)
    """
    day = _iso_day(text) or next(filter(None, (_written_day(text, form) for form in _DATES)), None)
    return day if day and day.year >= _FIRST_YEAR else None


def _iso_day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None


def _written_day(text: str, form: str) -> date | None:
    try:
        return datetime.strptime(text, form).date()  # noqa: DTZ007 - a calendar day
    except ValueError:
        return None


def _name_problems(name: str, day: str, kind: str) -> Sequence[str]:
    if name and day and kind and len(name) <= MAX_NAME:
        return ()
    missing = [field for field, said in (("id", name), ("date", day), ("type", kind)) if not said]
    long = [f"Its id is over {MAX_NAME} characters."] if len(name) > MAX_NAME else []
    return [*(f"It has no {field}." for field in missing), *long]


@lru_cache(maxsize=65_536)
def _date_problems(latest: date, *said: str) -> Sequence[str]:
    return tuple(_wrong_days(latest, said))


def _wrong_days(latest: date, said: Sequence[str]) -> Iterator[str]:
    days = {text: day_of(text) for text in said if text}
    for text, day in days.items():
        if day is None:
            yield f'Its date "{text[:40]}" is none. Write 2023-11-07.'
        elif day > latest:
            yield f"It is dated {day}, more than 24 hours from now."
    first, last = (days.get(text) for text in said)
    if first and last and last < first:
        yield f"It ends on {last}, before it begins."


def _place_problems(latitude: str, longitude: str, country: str) -> Sequence[str]:
    if latitude and _is_within(latitude, _LATITUDE) and _is_within(longitude, _LONGITUDE):
        return ()
    return tuple(_wrong_places(latitude, longitude, country))


def _wrong_places(latitude: str, longitude: str, country: str) -> Iterator[str]:
    for name, said, most in (
        ("latitude", latitude, _LATITUDE),
        ("longitude", longitude, _LONGITUDE),
    ):
        if said and not _is_within(said, most):
            yield f'Its {name} "{said[:40]}" is not between -{most} and {most}.'
    if bool(latitude) != bool(longitude):
        yield "It has only one of latitude and longitude."
    if not (country or latitude):
        yield "It has neither a country nor a point."


def _is_within(text: str, most: int) -> bool:
    try:
        return -most <= float(text) <= most
    except ValueError:
        return False


@lru_cache(maxsize=65_536)
def _figure_problems(*said: str) -> Sequence[str]:
    return tuple(_wrong_figures(said))


def _wrong_figures(said: Sequence[str]) -> Iterator[str]:
    read = {name: people(text) for name, text in zip(FIGURES, said, strict=True) if text}
    for name, text in zip(FIGURES, said, strict=True):
        if text and read[name] is None:
            yield f'Its {name} "{text[:40]}" is no number of people.'
    for less, more in _IN_ORDER:
        low, high = read.get(less), read.get(more)
        if low is not None and high is not None and low > high:
            yield f"Its {less} {low} is above its {more} {high}."
