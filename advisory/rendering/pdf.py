"""An HTML page becomes a PDF, in a child process that can reach nothing.

The child (`advisory.rendering.press`) gets the page, the style sheet and the fonts on its standard
input and answers with the PDF; it has no environment of ours, a limit on memory, processor and
time, and a fetcher that serves the given fonts and stops at anything else. A warning of the page
setter, a crash or a time-out is a `RenderingFailed`: nothing half set is ever returned. Before
that, letters without a glyph in the shipped fonts are written in Latin, "(original in report)".
"""

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache, partial
from pathlib import Path

import advisory
from advisory.errors import RenderingFailed
from advisory.rendering.texts import each_text
from advisory.rendering.views import AdvisoryView
from advisory.rulebook.folders import merged

WALL_SECONDS = 60
"""A four-page briefing takes 2 to 4 seconds; a table of 1,000 rows 15."""

ORIGINAL = " (original in report)"

_STYLE = "style/print.css"
_FAMILIES = (
    ("fonts/NotoSans-Regular.ttf", "fonts/NotoSans-Bold.ttf", "fonts/NotoSans-Italic.ttf"),
    ("fonts/NotoSansArabic-Regular.ttf", "fonts/NotoSansArabic-Bold.ttf"),
)


def pdf(view: AdvisoryView, html: Callable[[AdvisoryView], str], folders: Sequence[Path]) -> bytes:
    """Return the PDF of a view that `html` makes a page of.

    Raises:
        RenderingFailed: If the page cannot be set without a warning, in time and in memory.
    """
    files = merged(folders, "**/*")
    missing = [name for name in (_STYLE, *sum(_FAMILIES, ())) if name not in files]
    if missing:
        raise RenderingFailed(f"templates/ lacks {', '.join(missing)}: reinstall the package")
    covered = glyphs(tuple(tuple(files[name] for name in family) for family in _FAMILIES))
    page = html(each_text(view, partial(legible, covered=covered)))
    return press(page, files[_STYLE].read_text("utf-8"), _fonts(files))


def press(html: str, style: str, assets: dict[str, bytes]) -> bytes:
    """Return the PDF of a page, set by a child process.

    Args:
        html: The page.
        style: The style sheet for print.
        assets: What `asset:NAME` may load, by name.

    Raises:
        RenderingFailed: If the child warned, was stopped or died; its words are in the message.
    """
    job = {
        "html": html,
        "style": style,
        "assets": {name: base64.b64encode(each).decode() for name, each in assets.items()},
    }
    try:
        done = subprocess.run(
            [sys.executable, "-m", "advisory.rendering.press"],
            input=json.dumps(job).encode(),
            capture_output=True,
            timeout=WALL_SECONDS,
            env=_environment(),
            start_new_session=True,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise RenderingFailed(f"the PDF was not set within {WALL_SECONDS} seconds") from None
    if done.returncode or not done.stdout.startswith(b"%PDF-"):
        raise RenderingFailed(f"the PDF could not be set: {_last_words(done)}")
    return done.stdout


def legible(text: str, covered: frozenset[str]) -> str:
    """Return the text with every run of letters that have no glyph written in Latin.

    >>> legible("a sign says 危", frozenset(map(chr, range(128))))
    'a sign says Wei (original in report)'
    """
    if set(text) <= covered:
        return text
    from anyascii import anyascii  # noqa: PLC0415 - its tables are read only where needed

    latin = "".join(c if c in covered else anyascii(c) for c in text)
    return "".join(c if c in covered else "?" for c in latin).rstrip() + ORIGINAL


@lru_cache(maxsize=2)
def glyphs(families: tuple[tuple[Path, ...], ...]) -> frozenset[str]:
    """Return the characters that every face of some family has; a line end needs no glyph."""
    return frozenset("\n").union(*(_shared(faces) for faces in families))


def _shared(faces: Iterable[Path]) -> frozenset[str]:
    return frozenset.intersection(*(_glyphs_of(face) for face in faces))


def _glyphs_of(face: Path) -> frozenset[str]:
    from fontTools.ttLib import (  # type: ignore[import-untyped] # no types  # noqa: PLC0415 - heavy
        TTFont,
    )

    with TTFont(face, lazy=True) as font:
        return frozenset(map(chr, font.getBestCmap()))


def _fonts(files: dict[str, Path]) -> dict[str, bytes]:
    return {name: path.read_bytes() for name, path in files.items() if name.endswith(".ttf")}


def _environment() -> dict[str, str]:
    """Return all that the child knows of its surroundings: where the package is."""
    package = Path(advisory.__file__).parent.parent
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": str(package), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}


def _last_words(done: "subprocess.CompletedProcess[bytes]") -> str:
    lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[-1][:500] if lines else f"the child ended with {done.returncode}"
