"""Small made tables of events, and what a backtest of one is asked."""

from datetime import date, timedelta
from functools import cache
from random import Random

from advisory.assessment.backtest.panel import panel_of
from advisory.assessment.backtest.run import Asked
from advisory.assessment.backtest.table import read_table
from advisory.resources import folder
from advisory.rulebook.event_types import EventTypes, load_event_types
from tests.builders_shipped import rulebook

TODAY = date(2026, 3, 1)
FIRST = date(2020, 1, 6)  # a Monday
HEAD = "event_id,date,country,admin1,lat,lon,type,killed_best,killed_low,killed_high,source"
ASKED = Asked("made.csv", TODAY)


@cache
def mapping() -> EventTypes:
    """Return the shipped mapping of event types."""
    return load_event_types([folder("rules")], rulebook().types)


def row(day, region="North", kind="armed_clash", *, killed=1, country="Utopia") -> str:
    """Return one line of a table."""
    return f"e,{day},{country},{region},,,{kind},{killed},,,made"


def csv_of(*rows) -> str:
    """Return a table of these lines."""
    return "\n".join((HEAD, *rows)) + "\n"


def made(weeks=120, regions=("North", "South", "East", "West"), seed=1) -> str:
    """Return a table in which each region has more events than the next, in waves."""
    random = Random(seed)  # noqa: S311 - no secret is made of it
    rows = []
    for week in range(weeks):
        for rank, region in enumerate(regions):
            for _ in range(random.randint(0, 4 - rank if week % 20 < 14 else 0)):
                day = FIRST + timedelta(days=7 * week + random.randint(0, 6))
                kind = random.choice(["armed_clash", "attack", "protest", "ied"])
                rows.append(row(day, region, kind, killed=random.randint(0, 9)))
    return csv_of(*rows, row(FIRST + timedelta(days=7 * weeks), killed=0, kind="protest"))


def table(text: str):
    """Return the table of a CSV."""
    return read_table(text, mapping(), rulebook().types)


def panel(text: str, **more):
    """Return the panel of a CSV."""
    return panel_of(table(text), **more)
