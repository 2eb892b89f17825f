"""The one way from an advisory to a document: clean, view, template, format.

`render` cleans the record and writes out the view, gives it to the template of its product and
format, and finishes what the format asks for: folded lines, escapes, pages. The same advisory,
folders and levels give the same bytes. The name of a document is made of letters, digits and
hyphens from its kind, region, day and edition, never of report text.
"""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import re2  # type: ignore[import-untyped] # has no types

from advisory.errors import RenderingFailed, UnknownName
from advisory.model.advice import Advisory, Edition, Product
from advisory.model.delivery import Document
from advisory.model.identity import digest
from advisory.rendering.environment import environment
from advisory.rendering.plain import folded, markdown_escaped, tidy
from advisory.rendering.texts import each_text
from advisory.rendering.viewing import view_of
from advisory.rendering.views import AdvisoryView
from advisory.rulebook.book import LevelEntry


class Format(StrEnum):
    """What `render` can make."""

    TEXT = "txt"
    MARKDOWN = "md"
    HTML = "html"
    PDF = "pdf"
    MAIL = "eml"


MEDIA_TYPES = {
    Format.TEXT: "text/plain",
    Format.MARKDOWN: "text/markdown",
    Format.HTML: "text/html",
    Format.PDF: "application/pdf",
    Format.MAIL: "message/rfc822",
}

FAMILIES = {Product.ALERT: "alert", Product.BRIEFING: "brief", Product.BULLETIN: "weekly"}
"""The template of each product: FAMILY.txt.j2, FAMILY.md.j2, FAMILY.html.j2."""

_NOT_IN_A_NAME = re2.compile(r"[^a-z0-9]+")


def render(
    advisory: Advisory,
    form: str,
    folders: Sequence[Path],
    *,
    levels: Sequence[LevelEntry] = (),
) -> Document:
    """Return the document of an advisory.

    Args:
        advisory: The edition to print.
        form: txt, md, html, pdf or eml.
        folders: Template folders, the shipped one first, the user's after it.
        levels: The levels of the rule base: colours and definitions.

    Raises:
        UnknownName: If there is no such format.
        RenderingFailed: If a template or the page setter fails; nothing was written.
    """
    if form not in set(Format):
        raise UnknownName("format", form, [known.value for known in Format])
    chosen = Format(form)
    if chosen is Format.MAIL:
        from advisory.rendering.mail import draft  # noqa: PLC0415 - it renders both its bodies

        content = draft(advisory, folders, levels=levels)
    else:
        content = _content(view_of(advisory, levels), FAMILIES[advisory.product], chosen, folders)
    return Document(document_name(advisory, chosen), MEDIA_TYPES[chosen], content)


def document_name(advisory: Advisory, form: Format) -> str:
    """Return a name that is safe on any disk and differs for any two editions.

    The edition to be carried is called what a traveller would call it.
    """
    carried = advisory.variant is Edition.CARRY
    kind = "notes" if carried else FAMILIES[advisory.product]
    place = "".join(_slug(part.region.name) for part in advisory.parts[:1]) or "region"
    day = advisory.as_of.date().isoformat()
    mark = digest(advisory.id, advisory.profile, advisory.variant, advisory.language)[:6]
    return f"{kind}-{place}-{day}-{advisory.edition}-{mark}.{form.value}"


def page(advisory: AdvisoryView, family: str, form: Format, folders: Sequence[Path]) -> str:
    """Return what the template of a family and format makes of a view.

    Raises:
        RenderingFailed: If there is no such template, or it asks for what is not there.
    """
    from jinja2 import TemplateError  # noqa: PLC0415 - only where a template runs

    name = f"{family}.{form.value}.j2"
    try:
        room = environment(folders, html=form is Format.HTML)
        return room.get_template(name).render(advisory=advisory)
    except TemplateError as error:
        raise RenderingFailed(f"templates/{name}: {error or type(error).__name__}") from error


def _content(view: AdvisoryView, family: str, form: Format, folders: Sequence[Path]) -> bytes:
    match form:
        case Format.TEXT:
            return folded(page(view, family, form, folders)).encode()
        case Format.MARKDOWN:
            return tidy(page(each_text(view, markdown_escaped), family, form, folders)).encode()
        case Format.PDF:
            from advisory.rendering.pdf import pdf  # noqa: PLC0415 - heavy

            return pdf(view, lambda legible: page(legible, family, Format.HTML, folders), folders)
        case _:
            return page(view, family, Format.HTML, folders).encode()


def _slug(name: str) -> str:
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode("ascii")
    return str(_NOT_IN_A_NAME.sub("-", ascii_only.lower())).strip("-")[:40].rstrip("-")
