"""RSS and Atom files: each entry is a report, its text headed by its title.

Only the file is read: no entity is expanded, no address followed. An entry has no id of its own
here, since feeds change the text under one id: a changed text is a new report, and two texts of
one owner are still one voice.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from advisory.errors import RejectedReport
from advisory.intake.dates import web_date
from advisory.intake.draft import Draft
from advisory.intake.heading import headed
from advisory.intake.page import text_of_fragment
from advisory.intake.sources import host_of

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ENTRIES = {"item", "entry"}
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated")


def entries(content: bytes) -> Iterator["Element"]:
    """Yield the entries of a feed.

    Raises:
        RejectedReport: If it is no feed, not well-formed, or declares entities.
    """
    from lxml import etree  # noqa: PLC0415 - heavy

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise RejectedReport(f"Not XML: {error.msg}.") from None
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and declared.entities():  # type: ignore[union-attr] # not in the stubs
        raise RejectedReport("The feed declares entities of its own. Remove its DOCTYPE.")
    found = [element for element in root.iter(etree.Element) if _name(element) in _ENTRIES]
    if not found:
        raise RejectedReport("It is no RSS or Atom feed, or one without entries.")
    yield from found


def read_entry(entry: "Element") -> Draft:
    """Return the draft of one entry."""
    said = {name: text for name, text in _children(entry) if text}
    url = _link(entry)
    texts = (said[name] for name in _TEXTS if name in said)
    dates = (web_date(said.get(name)) for name in _DATES)
    title = text_of_fragment(said["title"]) if "title" in said else None
    return Draft(
        text=headed(title, text_of_fragment(next(texts, ""))),
        title=title,
        published=next((date for date in dates if date), None),
        source=host_of(url),
        url=url,
    )


def _children(entry: "Element") -> Iterator[tuple[str, str]]:
    # Backwards, so that of two children of one name the first is kept.
    for child in entry.iterchildren("{*}*", reversed=True):
        yield _name(child), "".join(map(str, child.itertext())).strip()


def _link(entry: "Element") -> str | None:
    links = [child for child in entry.iterchildren("{*}link") if _is_main(child)]
    address = (links[0].get("href") or links[0].text) if links else None
    return address.strip() if address else None


def _is_main(link: "Element") -> bool:
    return link.get("rel", "alternate") == "alternate"


def _name(element: "Element") -> str:
    return str(element.tag).rpartition("}")[2]
