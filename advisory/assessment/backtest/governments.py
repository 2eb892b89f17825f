"""The ranks of countries against the levels that governments give them.

In come the rows of a file of levels (gov, seen, country, level) and the values of each method for
each country at the end of a table; out goes Spearman's rank correlation for each government, and
that between governments: they agree with each other only so far, and nobody can agree with all of
them better. A government's level of a country is the last one seen by the end of the table, else
the first one seen after it. Rows without a level from 1 to 5 are passed over.
"""

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO

import numpy as np

from advisory.assessment.backtest.measure import RESAMPLES, figure
from advisory.assessment.backtest.ranks import spearman
from advisory.errors import UserError
from advisory.model.backtest import Government

COLUMNS = ("gov", "seen", "country", "level")
FEWEST_COUNTRIES = 10
"""With fewer countries in common a rank correlation says nothing."""

_SEED = 20_261_125
_LEVEL = re.compile(r"\s*(?:level\s*)?([1-5])\b", re.IGNORECASE)

CountryOf = Callable[[str], str | None]
"""The code of a country by a name or another code; None where nobody knows it."""

Values = Mapping[str, Mapping[str, float]]
"""Method -> country -> value."""


@dataclass(frozen=True, slots=True)
class Advised:
    """The level that a government gave a country, as seen on a day."""

    government: str
    seen: date
    country: str
    level: int


def read_levels(text: str) -> tuple[Advised, ...]:
    r"""Return the rows of a CSV of levels that have one.

    Raises:
        UserError: If it has not the columns of one, or no row with a level.

    >>> read_levels("gov,seen,country,level\nx,2025-03-09,Mali,Level 4: Do Not Travel\n")[0].level
    4
    """
    rows = csv.DictReader(StringIO(text))
    if not set(rows.fieldnames or ()).issuperset(COLUMNS):
        names = ", ".join(rows.fieldnames or ()) or "none"
        raise UserError(
            f"This is no table of levels: its columns are {names}. It needs {', '.join(COLUMNS)}."
        )
    levels = tuple(
        Advised(row["gov"], date.fromisoformat(row["seen"]), row["country"], int(found[1]))
        for row in rows
        if (found := _LEVEL.match(row["level"] or ""))
    )
    if not levels:
        raise UserError("No row of this table has a level from 1 to 5.")
    return levels


def in_force(
    levels: Iterable[Advised], day: date, country_of: CountryOf
) -> dict[str, dict[str, int]]:
    """Return government -> country -> level, as they stood at the end of a table."""
    found: dict[str, dict[str, int]] = {}
    ordered = sorted(levels, key=lambda one: (one.seen, one.country))
    for one in [
        *reversed([o for o in ordered if o.seen > day]),
        *(o for o in ordered if o.seen <= day),
    ]:
        code = country_of(one.country)
        if code:
            found.setdefault(one.government, {})[code] = one.level
    return found


def governments(levels: Mapping[str, Mapping[str, int]], values: Values) -> tuple[Government, ...]:
    """Return how the values rank with the levels of each government, most countries first."""
    found = [
        Government(
            name=name,
            countries=len(shared),
            figures={
                method: _ranked(shared, by_country, given) for method, given in values.items()
            },
            agreement={
                other: agreed
                for other, levels_of in sorted(levels.items())
                if other != name and (agreed := _agreement(by_country, levels_of)) is not None
            },
        )
        for name, by_country in sorted(levels.items())
        if len(shared := _shared(by_country, next(iter(values.values())))) >= FEWEST_COUNTRIES
    ]
    return tuple(sorted(found, key=lambda one: (-one.countries, one.name)))


def _ranked(
    shared: list[str], levels: Mapping[str, int], values: Mapping[str, float]
) -> tuple[float, float, float] | None:
    ours = np.array([values[code] for code in shared], dtype=float)
    theirs = np.array([levels[code] for code in shared], dtype=float)
    random = np.random.default_rng(_SEED)
    drawn = random.integers(0, len(shared), size=(RESAMPLES, len(shared)))
    sample = [spearman(ours, theirs), *(spearman(ours[one], theirs[one]) for one in drawn)]
    return figure(np.array(sample))


def _agreement(one: Mapping[str, int], other: Mapping[str, int]) -> float | None:
    shared = _shared(one, other)
    if len(shared) < FEWEST_COUNTRIES:
        return None
    return spearman(
        np.array([one[c] for c in shared], dtype=float),
        np.array([other[c] for c in shared], dtype=float),
    )


def _shared(one: Mapping[str, object], other: Mapping[str, object]) -> list[str]:
    return sorted(set(one) & set(other))
