"""The text of a web page, without its navigation, teasers and footers.

The page's own words say its title, date and address; the main text is found by resiliparse. The
page is data: no script runs, nothing is fetched. A page nested deeper than any writer nests is
refused, since finding its main text would take for ever.
"""

from typing import TYPE_CHECKING

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.errors import RejectedReport
from advisory.intake.characters import decoded
from advisory.intake.dates import web_date
from advisory.intake.draft import Draft
from advisory.intake.sources import host_of

if TYPE_CHECKING:
    from resiliparse.parse.html import HTMLTree

MAX_DEPTH = 500

_CHARSET = re2.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_.:-]{1,40})""")
_HEAD = 4096
_DATES = (
    'meta[property="article:published_time"]',
    'meta[property="og:article:published_time"]',
    'meta[itemprop="datePublished"]',
    'meta[name="date"]',
    'meta[name="pubdate"]',
    'meta[name="dcterms.created"]',
    'meta[name="dc.date"]',
    'meta[name="DC.date"]',
)


def read_page(content: bytes) -> Draft:
    """Return the draft of an .html file.

    Raises:
        RejectedReport: If its characters cannot be read or it is nested too deeply.
    """
    charset = _CHARSET.search(content[:_HEAD])
    tree = _parsed(decoded(content, charset[1].decode("ascii") if charset else None))
    url = _attribute(tree, 'link[rel="canonical"]', "href") or _meta(tree, "og:url")
    return Draft(
        text=_text(tree, main_content=True) or _text(tree, main_content=False),
        title=_meta(tree, "og:title") or tree.title or None,
        published=_published(tree),
        source=host_of(url) or _meta(tree, "og:site_name"),
        url=url,
        language=_attribute(tree, "html", "lang"),
    )


def text_of_fragment(markup: str) -> str:
    r"""Return the text of a piece of HTML, as mails and feeds carry it, with its paragraphs.

    >>> text_of_fragment("<p>Calm &amp; quiet.</p><script>x()</script><p>Open.</p>")
    'Calm & quiet.\n\nOpen.'
    """
    return _text(_parsed(markup), main_content=False)


def _parsed(markup: str) -> "HTMLTree":
    from resiliparse.parse.html import DOMContext, HTMLTree, traverse_dom  # noqa: PLC0415 - heavy

    def refuse_depth(context: DOMContext) -> None:
        if context.depth > MAX_DEPTH:
            raise RejectedReport(
                f"The page is nested over {MAX_DEPTH} deep. Save its text as .txt."
            )

    tree = HTMLTree.parse(markup)
    if tree.body is not None:
        traverse_dom(tree.body, refuse_depth, elements_only=True)
    return tree


def _text(tree: "HTMLTree", *, main_content: bool) -> str:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - heavy

    return str(
        extract_plain_text(
            tree, main_content=main_content, alt_texts=False, list_bullets=False, comments=False
        )
    ).strip("\n")


def _published(tree: "HTMLTree") -> str | None:
    found = (web_date(_attribute(tree, selector, "content")) for selector in _DATES)
    return next((date for date in found if date), None)


def _meta(tree: "HTMLTree", name: str) -> str | None:
    return _attribute(tree, f'meta[property="{name}"]', "content")


def _attribute(tree: "HTMLTree", selector: str, name: str) -> str | None:
    element = tree.document.query_selector(selector) if tree.document else None
    return (element.getattr(name) or None) if element else None
