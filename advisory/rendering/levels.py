"""A level as it is shown: number, name, colour and steps, each of which says it alone.

Colours and meanings are the rule base's. The ink on a colour is black or white, whichever has the
higher contrast (WCAG 2.2, success criterion 1.4.3). UNKNOWN has no colour of the scale, and STALE
is hatched by the style sheet: neither can be taken for a low level.
"""

from collections.abc import Sequence

from advisory.errors import RenderingFailed
from advisory.model.advice import LevelBox
from advisory.model.assessment import State, Trend
from advisory.rendering.statements import Citer
from advisory.rendering.views import DefinitionView, LevelView
from advisory.rendering.wording import written_change, written_flags
from advisory.rulebook.book import LevelEntry

HIGHEST = 5
GREY = "#5b6570"

_DIRECTIONS = {Trend.UP: "up", Trend.DOWN: "down", Trend.STEADY: "steady"}
_WHITE, _BLACK = "#ffffff", "#000000"


def level_view(box: LevelBox, citer: Citer, levels: Sequence[LevelEntry]) -> LevelView:
    """Return the level of a region as it is shown."""
    colour = colour_of(box.level, levels)
    reached = box.level or 0
    return LevelView(
        number=str(box.level or "?"),
        name=box.name.upper(),
        colour=colour,
        ink=ink_on(colour),
        steps=tuple(step <= reached for step in range(1, HIGHEST + 1)),
        ladder="#" * reached + "-" * (HIGHEST - reached),
        meaning=box.meaning,
        state=State(box.state).value,
        flags=written_flags(State(box.state), provisional=box.provisional),
        change=written_change(box.trend, f"{box.level} {box.name.upper()}", box.previous),
        direction=_DIRECTIONS.get(box.trend, "none"),
        confidence=box.confidence,
        basis=box.basis,
        planning=box.planning,
        signed=box.signed,
        reasons=citer.statements(box.reasons),
        would_change=box.would_change,
    )


def definition_view(entry: LevelEntry) -> DefinitionView:
    """Return one line of the definitions."""
    colour = colour_of(entry.level, (entry,))
    return DefinitionView(
        str(entry.level), entry.name.upper(), colour, ink_on(colour), entry.meaning
    )


def colour_of(level: int | None, levels: Sequence[LevelEntry]) -> str:
    """Return the colour of a level as #rrggbb; grey for UNKNOWN.

    Raises:
        RenderingFailed: If the rule base writes a colour otherwise.
    """
    [colour] = [entry.colour for entry in levels if entry.level == level] or [GREY]
    if len(colour) != len(GREY) or colour[0] != "#" or set(colour[1:].lower()) - set(_HEX):
        raise RenderingFailed(f'levels.yaml: colour "{colour}" of level {level}; write it #rrggbb')
    return colour


def ink_on(colour: str) -> str:
    """Return black or white, whichever is read better on a colour.

    >>> ink_on("#ffd54f"), ink_on("#8b0000")
    ('#000000', '#ffffff')
    """
    return _BLACK if _luminance(colour) > _EQUAL_CONTRAST else _WHITE


# Where black and white are read equally well: (L + 0.05) / 0.05 = 1.05 / (L + 0.05).
_EQUAL_CONTRAST = 0.179
_LINEAR_UP_TO = 0.04045
_HEX = "0123456789abcdef"


def _luminance(colour: str) -> float:
    """Relative luminance of sRGB, 0 to 1 (WCAG 2.2)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= _LINEAR_UP_TO else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
