"""The text of a web page, without its navigation, teasers and footers.

The page's own words say its title, date and address; its main text is found by resiliparse and
begins with the title: what stands above it is furniture. A block that is one link is the teaser of
another story, and goes; a list of sentences is text, which the parser would leave out. The page is
data: no script runs, nothing is fetched. It is parsed twice. The first parser (libxml2)
bounds how deep a page may nest; then the marks of emphasis go, since a parser that follows HTML5
opens each of them again in every paragraph where a page left them open, and fifty kilobytes of
such a page fill the memory.
"""

from typing import TYPE_CHECKING

import re2  # type: ignore[import-untyped] # it has no stubs

from advisory.errors import RejectedReport
from advisory.intake.characters import decoded
from advisory.intake.dates import web_date
from advisory.intake.draft import Draft
from advisory.intake.heading import headed, heading_at, without_site
from advisory.intake.printed import printed_date
from advisory.intake.sources import host_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAX_PAGE = 5_000_000

_CHARSET = re2.compile(rb"""(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([a-z0-9_.:-]{1,40})""")
_HEAD = 4096
_DATES = (
    "meta[@property='article:published_time']",
    "meta[@property='og:article:published_time']",
    "meta[@itemprop='datePublished']",
    "meta[@name='date']",
    "meta[@name='pubdate']",
    "meta[@name='dcterms.created']",
    "meta[@name='dc.date']",
    "meta[@name='DC.date']",
)

_INLINE = frozenset({"span", "time", "mark", "abbr", "cite"})
_WORDS_OF_A_SENTENCE, _WORDS_OF_A_TEASER = 5, 3

# The formatting elements of the HTML standard, but for links, which tell a menu from a text.
_EMPHASIS = frozenset(
    {"b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"}
)


def read_page(content: bytes) -> Draft:
    """Return the draft of an .html file.

    Raises:
        RejectedReport: If its characters cannot be read or it is nested too deeply.
    """
    charset = _CHARSET.search(content[:_HEAD])
    page = _parsed(decoded(content, charset[1].decode("ascii") if charset else None))
    url = _attribute(page, "link[@rel='canonical']", "href") or _meta(page, "og:url")
    whole = _main_text(page)
    title = _title(page, whole)
    text = whole[heading_at(title, whole) or 0 :] if title else whole
    return Draft(
        text=headed(title, text),
        title=title,
        published=_published(page) or printed_date(text) or printed_date(whole),
        source=host_of(url) or _meta(page, "og:site_name"),
        url=url,
        language=page.get("lang"),
    )


def text_of_fragment(markup: str) -> str:
    r"""Return the text of a piece of HTML, as mails and feeds carry it, with its paragraphs.

    >>> text_of_fragment("<p>Calm &amp; <b>quiet</b>.</p><script>x()</script><p>Open.</p>")
    'Calm & quiet.\n\nOpen.'
    """
    return _text(_parsed(markup), main_content=False)


def _parsed(markup: str) -> "Element":
    from lxml import etree  # noqa: PLC0415 - heavy

    if len(markup) > MAX_PAGE:
        raise RejectedReport(f"The page is over {MAX_PAGE // 1_000_000} MB. Save its text as .txt.")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(markup.encode(), parser)
    except etree.XMLSyntaxError:
        root = None
    if any("depth" in error.message.casefold() for error in parser.error_log):
        raise RejectedReport("The page is nested too deeply. Save its text as .txt.")
    if root is None:
        return etree.Element("html")
    etree.strip_tags(root, *_EMPHASIS)
    return root


def _main_text(page: "Element") -> str:
    """Return the text of a page alone; of one that is a list of links all that it says."""
    everything = _text(page, main_content=False)
    for link in page.iter("a"):
        if _is_teaser(link):
            _empty(link)
    for bullets in page.iter("ul"):
        if any(len(_words_beside_links(item)) >= _WORDS_OF_A_SENTENCE for item in bullets):
            bullets.tag = "ol"
    return _text(page, main_content=True) or everything


def _is_teaser(link: "Element") -> bool:
    """Whether a link is all that its block says, and no heading of the page."""
    block = link.getparent()
    while block is not None and block.tag in _INLINE:
        block = block.getparent()
    if block is None or block.tag == "h1" or link.find(".//h1") is not None:
        return False
    is_long = len(_all_words(link).split()) >= _WORDS_OF_A_TEASER
    return is_long and not _words_beside_links(block)


def _empty(link: "Element") -> None:
    for child in list(link):
        link.remove(child)
    link.text = None


def _all_words(element: "Element") -> str:
    return " ".join("".join(map(str, element.itertext())).split())


def _words_beside_links(block: "Element") -> list[str]:
    pieces = [block.text or ""]
    for child in block:
        pieces += [] if child.tag == "a" else _words_beside_links(child)
        pieces.append(child.tail or "")
    return " ".join(pieces).split()


def _title(page: "Element", text: str) -> str | None:
    """Return the title of a page: as its text has it, else without the name of the site."""
    named = " ".join((_meta(page, "og:title") or page.findtext(".//title") or "").split())
    first = page.find(".//h1")
    heading = _all_words(first) if first is not None else ""
    if heading and (not named or named.startswith(heading)):
        return heading
    if not named or heading_at(named, text) is not None:
        return named or None
    return without_site(named)


def _text(page: "Element", *, main_content: bool) -> str:
    from lxml import etree  # noqa: PLC0415 - heavy
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415 - heavy

    markup = etree.tostring(page, method="html", encoding="unicode")
    return str(
        extract_plain_text(
            markup, main_content=main_content, alt_texts=False, list_bullets=False, comments=False
        )
    ).strip("\n")


def _published(page: "Element") -> str | None:
    found = (web_date(_attribute(page, path, "content")) for path in _DATES)
    return next((date for date in found if date), None)


def _meta(page: "Element", name: str) -> str | None:
    return _attribute(page, f"meta[@property='{name}']", "content")


def _attribute(page: "Element", path: str, name: str) -> str | None:
    element = page.find(f".//{path}")
    return element.get(name) if element is not None else None
