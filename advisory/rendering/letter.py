"""An advisory becomes a letter: a subject that carries the answer, a text, and a page that arrives.

A mail reader cuts a page that is too large, so a long one loses whole regions and names them; the
text has them all. How a letter becomes the bytes of a message is the business of `rendering.mail`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import css_inline

from advisory.errors import RenderingFailed
from advisory.model.advice import Advisory
from advisory.rendering.render import FAMILIES, Format, page, render
from advisory.rendering.viewing import view_of
from advisory.rendering.views import AdvisoryView
from advisory.rulebook.book import LevelEntry

LARGEST_HTML = 90_000
"""Bytes of HTML; Gmail cuts a message at about 102 KB."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What a message says, before it has a recipient."""

    subject: str
    text: str
    html: str
    edition: str
    series: str
    written_at: datetime


def letter(
    advisory: Advisory, folders: Sequence[Path], *, levels: Sequence[LevelEntry] = ()
) -> Letter:
    """Return an advisory as a letter: both bodies, and a subject that carries the answer.

    A page that is too large loses its last regions, by name and level; the text has them all.

    Raises:
        RenderingFailed: If a template fails, or not even one region fits into a mail.
    """
    view = view_of(advisory, levels)
    family = FAMILIES[advisory.product]
    return Letter(
        subject=subject(view),
        text=render(advisory, Format.TEXT, folders, levels=levels).content.decode(),
        html=_html(view, family, folders),
        edition=advisory.id,
        series=advisory.series,
        written_at=advisory.as_of,
    )


def subject(advisory: AdvisoryView) -> str:
    """Return the line that carries the answer: marking, warnings, place, level, headline."""
    marks = "".join(f" [{mark}]" for mark in advisory.marks)
    if advisory.is_carried:
        return f"[{advisory.tlp}]{marks} {advisory.product}"
    [first, *others] = advisory.regions
    if others:
        return f"[{advisory.tlp}]{marks} {advisory.title} - {advisory.lead.text.rstrip('.')}"
    said = advisory.title.removeprefix(first.name).lstrip(",: ")
    level = f"{first.level.headline} ({first.level.change})"
    return f"[{advisory.tlp}]{marks} {first.name} - {level} - {said}"


def _html(view: AdvisoryView, family: str, folders: Sequence[Path]) -> str:
    """Return the page of a letter, with as many whole regions as arrive; the text has them all."""
    for count in range(len(view.regions), 0, -1):
        cut = replace(view, regions=view.regions[:count], left_out=_left_out(view, count))
        html = _inlined(page(cut, family, Format.HTML, folders))
        if len(html.encode()) <= LARGEST_HTML:
            return html
    raise RenderingFailed(f"one region alone has more than {LARGEST_HTML} bytes of HTML")


def _left_out(view: AdvisoryView, count: int) -> str:
    names = "; ".join(f"{each.name}: {each.level.headline}" for each in view.regions[count:])
    return f"In the text of this message, not on this page: {names}." if names else ""


def _inlined(html: str) -> str:
    return css_inline.inline(html, keep_at_rules=True, load_remote_stylesheets=False)
