"""Whose text it is: the id of a source from what a report says of it.

A report names its source by id, by name or by host. All three come to the id of
rules/sources.yaml, so that one publisher is one voice however it is written. A source that the
file does not know keeps its own words as its id: it is its own owner, reliability F. No source is
None: all such reports are one owner together.
"""

from collections.abc import Mapping
from urllib.parse import urlsplit

from advisory.model.marking import SourceKind, Tlp
from advisory.rulebook.book import SourceEntry


def identified(said: str | None, sources: Mapping[str, SourceEntry]) -> str | None:
    """Return the id of the source a report names, or its own words for it.

    >>> entry = SourceEntry("The Gazette", "A house", SourceKind.PUBLISHED, hosts=("g.example",))
    >>> [identified(said, {"gazette": entry}) for said in ("the gazette", "www.g.example")]
    ['gazette', 'gazette']
    >>> identified("A blog", {"gazette": entry})
    'A blog'
    """
    if said is None or said in sources:
        return said
    word = said.casefold()
    named = (
        key for key, entry in sources.items() if word in (key.casefold(), entry.name.casefold())
    )
    return next(named, None) or of_host(said, sources) or said


def of_host(host: str | None, sources: Mapping[str, SourceEntry]) -> str | None:
    """Return the id of the source that publishes under this host or one above it, or None."""
    labels = host.casefold().split(".") if host else []
    for start in range(len(labels)):
        domain = ".".join(labels[start:])
        for key, entry in sources.items():
            if domain in entry.hosts:
                return key
    return None


def host_of(url: str | None) -> str | None:
    """Return the host of an http address, without "www."; None if there is none.

    >>> host_of("https://www.Gazette.example:443/a"), host_of("mailto:a@b.example")
    ('gazette.example', None)
    """
    if not url or not url.startswith(("https://", "http://")):
        return None
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def default_tlp(source: str | None, sources: Mapping[str, SourceEntry]) -> Tlp:
    """Return the marking of a report that carries none (decision 11).

    >>> str(default_tlp("nobody knows", {}))
    'TLP:AMBER+STRICT'
    """
    entry = sources.get(source) if source else None
    if entry is None:
        return SourceKind.UNKNOWN.default_tlp
    return entry.kind.default_tlp if entry.tlp is None else entry.tlp
