"""The page of a backtest: facts, figures, and three plots whose every coordinate is made here.

The template only sets marks where it is told. Plots are SVG in the page itself, and each says in
words what it shows, for those who do not see it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from jinja2 import TemplateError

from advisory.errors import RenderingFailed
from advisory.model.backtest import METHODS, METRICS, Backtest, Figure
from advisory.rendering.backtest import (
    METHOD_WORDS,
    METRIC_WORDS,
    facts,
    notes,
    verdicts,
)
from advisory.rendering.environment import environment
from advisory.rendering.levels import colour_of
from advisory.rulebook.book import LevelEntry

TEMPLATE = "backtest.html.j2"
WIDTH, LEFT, ROW = 640, 170, 18
SIDE = 240

_APART = " / "  # between country and division, as the table of events is read
_LABEL = 24  # characters that fit to the left of a plot
_SHOWN = ("auc_1", "auc_10", "within_region_auc")


@dataclass(frozen=True, slots=True)
class MarkView:
    """One figure as a dot with its interval: where it lies, in pixels, and what it says."""

    label: str
    value: str
    x: float
    low: float
    high: float
    y: float


@dataclass(frozen=True, slots=True)
class DotsView:
    """One figure of all methods, from 0 to 1."""

    title: str
    marks: tuple[MarkView, ...]
    height: float


@dataclass(frozen=True, slots=True)
class RunView:
    """So long a level held in a region: a bar, in pixels, in the colour of the level."""

    x: float
    y: float
    width: float
    colour: str
    level: int


@dataclass(frozen=True, slots=True)
class BacktestView:
    """A backtest, ready to be set."""

    title: str
    facts: tuple[str, ...]
    verdicts: tuple[str, ...]
    notes: tuple[str, ...]
    methods: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    paired: tuple[tuple[str, str], ...]
    dots: tuple[DotsView, ...]
    calibration: tuple[tuple[float, float], ...]
    calibration_path: str
    regions: tuple[tuple[str, float], ...]
    runs: tuple[RunView, ...]
    test_x: float
    height: float
    width: int
    left: int
    row: int
    side: int
    years: tuple[tuple[str, float], ...]
    colours: tuple[tuple[str, str], ...]


def backtest_page(found: Backtest, levels: Sequence[LevelEntry], folders: Sequence[Path]) -> str:
    """Return the page of a backtest as HTML.

    Args:
        found: The backtest.
        levels: The levels of the rule base: their colours.
        folders: Template folders, the shipped one first, the user's after it.

    Raises:
        RenderingFailed: If the template asks for what is not there.
    """
    room = environment(folders, html=True)
    try:
        return room.get_template(TEMPLATE).render(backtest=view_of(found, levels))
    except TemplateError as error:
        raise RenderingFailed(f"templates/{TEMPLATE}: {error}") from error


def view_of(found: Backtest, levels: Sequence[LevelEntry]) -> BacktestView:
    """Return what the template sets."""
    points = tuple(
        (round(SIDE * told, 1), round(SIDE * (1 - came), 1)) for told, came in found.calibration
    )
    return BacktestView(
        title=f"Backtest of {found.table}",
        facts=tuple(facts(found)),
        verdicts=tuple(verdicts(found)),
        notes=tuple(notes(found)),
        methods=tuple(METHOD_WORDS[method] for method in METHODS),
        rows=tuple(_rows(found)),
        paired=tuple(_paired(found)),
        dots=tuple(_dots(found)),
        calibration=points,
        calibration_path=" ".join(f"{x},{y}" for x, y in points),
        regions=tuple((n, ROW * y + ROW * 0.75) for y, n in enumerate(labels_of(found.regions))),
        runs=tuple(_runs(found, levels)),
        test_x=_x(found, sum(day < found.test_from for day in found.as_ofs)),
        height=ROW * (len(found.regions) + 1),
        width=WIDTH,
        left=LEFT,
        row=ROW,
        side=SIDE,
        years=tuple(_years(found)),
        colours=tuple((f"{e.level} {e.name}", colour_of(e.level, levels)) for e in levels),
    )


def _rows(found: Backtest) -> Iterator[tuple[str, ...]]:
    for metric in METRICS:
        figures = (found.metrics[method].get(metric) for method in METHODS)
        yield (METRIC_WORDS[metric], *(_told(figure) for figure in figures))


def _paired(found: Backtest) -> Iterator[tuple[str, str]]:
    for metric, difference in found.paired[METHODS[-1]].items():
        if difference:
            yield METRIC_WORDS[metric], _told(difference)


def labels_of(regions: Sequence[str]) -> tuple[str, ...]:
    """Return the names as they fit beside the plot, without a country that all of them share.

    >>> labels_of(["Mali / Gao", "Mali / Kidal"]), labels_of(["Mali / Gao", "Niger / Diffa"])
    (('Gao', 'Kidal'), ('Mali / Gao', 'Niger / Diffa'))
    """
    countries = {name.partition(_APART)[0] for name in regions}
    own = [name.partition(_APART)[2] or name if len(countries) == 1 else name for name in regions]
    return tuple(name if len(name) <= _LABEL else f"{name[: _LABEL - 1]}…" for name in own)


def _told(figure: Figure | None) -> str:
    if figure is None:
        return "not known"
    value, low, high = figure
    return f"{value:.3f} ({low:.3f} to {high:.3f})"


def _dots(found: Backtest) -> Iterator[DotsView]:
    for metric in _SHOWN:
        marks = [
            _mark(METHOD_WORDS[method], n, figure)
            for n, method in enumerate(METHODS)
            if (figure := found.metrics[method].get(metric))
        ]
        yield DotsView(METRIC_WORDS[metric], tuple(marks), ROW * (len(METHODS) + 1))


def _mark(label: str, row: int, figure: Figure) -> MarkView:
    x, low, high = (round(LEFT + (WIDTH - LEFT) * number, 1) for number in figure)
    return MarkView(label, f"{figure[0]:.3f}", x, low, high, ROW * row + ROW * 0.6)


def _runs(found: Backtest, levels: Sequence[LevelEntry]) -> Iterator[RunView]:
    for n, published in enumerate(found.published):
        start = 0
        for level, held in groupby(published):
            long = len(list(held))
            x = _x(found, start)
            width = round(_x(found, start + long) - x, 2)
            yield RunView(x, ROW * n, width, colour_of(level, levels), level)
            start += long


def _years(found: Backtest) -> Iterator[tuple[str, float]]:
    """The first as-of of each year, of so many years that they can be read."""
    every = 1 + (found.last.year - found.first.year) // 12
    seen: set[int] = {found.first.year}
    for n, day in enumerate(found.as_ofs):
        if day.year not in seen:
            seen.add(day.year)
            if day.year % every == 0:
                yield str(day.year), _x(found, n)


def _x(found: Backtest, position: int) -> float:
    return round(LEFT + (WIDTH - LEFT) * position / max(1, len(found.as_ofs)), 2)
