"""The road of a backtest: files are read, replayed, and laid out as JSON, levels and a page."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from advisory.assessment.backtest.governments import Advised, read_levels
from advisory.assessment.backtest.output import levels_csv, to_json
from advisory.assessment.backtest.run import Asked, backtest
from advisory.assessment.backtest.table import read_table
from advisory.errors import AmbiguousName, UnknownName, UserError
from advisory.files import write_whole
from advisory.model.assessment import RegionKind
from advisory.model.backtest import Backtest
from advisory.pipeline.desk import Desk
from advisory.rendering.backtest_page import backtest_page
from advisory.rulebook.event_types import load_event_types


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a person asks for: the table, the first day of the test, a file of levels."""

    events: Path
    test_from: date | None = None
    levels: Path | None = None


def tested(desk: Desk, wanted: Wanted, today: date) -> Backtest:
    """Return the backtest of a file.

    Raises:
        UserError: If a file cannot be read, or holds nothing to test.
        RejectedFile: If a rule is wrong.
    """
    rulebook = desk.rulebook
    mapping = load_event_types(desk.rule_folders, rulebook.types)
    table = read_table(_text(wanted.events), mapping, rulebook.types)
    levels: tuple[Advised, ...] = read_levels(_text(wanted.levels)) if wanted.levels else ()
    asked = Asked(wanted.events.name, today, wanted.test_from, levels, country_of(desk))
    return backtest(table, rulebook, asked)


def lay_out(desk: Desk, found: Backtest, folder: Path) -> tuple[Path, ...]:
    """Write the JSON, the page and the published levels into a folder; return their paths."""
    contents = {
        "backtest.json": json.dumps(to_json(found), indent=1, ensure_ascii=False) + "\n",
        "backtest.html": backtest_page(found, desk.rulebook.scale.levels, desk.template_folders),
        "levels.csv": levels_csv(found),
    }
    for name, content in contents.items():
        write_whole(folder / name, content)
    return tuple(folder / name for name in contents)


def country_of(desk: Desk) -> Callable[[str], str | None]:
    """Return what finds the code of a country by its name, as governments write it."""
    known: dict[str, str | None] = {}

    def found(name: str) -> str | None:
        if name not in known:
            known[name] = next(
                (code for one in _readings(name) if (code := _country(desk, one))), None
            )
        return known[name]

    return found


def _readings(name: str) -> tuple[str, ...]:
    """A name, the name without what stands in brackets, and that alone: Burma (Myanmar)."""
    before, _, after = name.partition("(")
    plain = before.strip()
    return tuple(
        one for one in (name, plain, after.rstrip(") "), plain.removeprefix("The ")) if one
    )


def _country(desk: Desk, name: str) -> str | None:
    try:
        region = desk.gazetteer.region(name)
    except (UnknownName, AmbiguousName):
        return None
    return region.id if region.kind is RegionKind.COUNTRY else None


def _text(path: Path) -> str:
    """Return the text of a file.

    Raises:
        UserError: If it is not there, or no UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UserError(f"{path}: {error.strerror or error}.") from None
    except UnicodeDecodeError:
        raise UserError(f"{path}: this is no text in UTF-8.") from None
