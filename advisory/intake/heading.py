"""The title of a report as the first words of its text.

A feed, a page and a mail say their title apart from their text, and the title often holds the
toll, the place or the deed. Their text is built here, not given, so it begins with the title: what
a reader finds in it can be proved by the words of the report. A text that begins with its title
keeps it once, however the two differ in marks and blanks.
"""

from collections.abc import Sequence

import re2  # type: ignore[import-untyped] # it has no stubs

NEAR_THE_TOP = 4_000
_LONGEST_TITLE = 300
_SEPARATORS = (" | ", " - ", " – ", " — ", " :: ")  # noqa: RUF001 - as pages write them
_LONGEST_NAME = 5  # words of the name of a site
_LEAST_TITLE = 3
_PREFIXES = re2.compile(r"(?i)^(?:\s*(?:re|fwd?|aw|wg|tr|i)\s*:|\s*\[[^\]]{1,40}\])+\s*")


def headed(title: str | None, text: str) -> str:
    r"""Return a text that begins with its title, where there is a text.

    >>> headed("Riot in Kita", "Two were hurt.")
    'Riot in Kita\n\nTwo were hurt.'
    >>> headed("Riot in Kita", "RIOT IN KITA. Two were hurt.")
    'RIOT IN KITA. Two were hurt.'
    """
    title = " ".join((title or "").split())
    if not title or not text.strip() or heading_at(title, text) is not None:
        return text
    return f"{title}\n\n{text}"


def heading_at(title: str, text: str) -> int | None:
    r"""Return where near the top of a text a line begins with a title, None if none does.

    >>> heading_at("Riot in Kita", "Home\nRiot in Kita: two hurt")
    5
    """
    words = _words(title[:_LONGEST_TITLE])
    if not words:
        return None
    told = r"[^\pL\pN\n]+".join(map(re2.escape, words))
    found = re2.search(rf"(?i)(?:^|[\n\t])[^\pL\pN\n]*({told})", text[:NEAR_THE_TOP])
    return found.start(1) if found else None


def without_site(title: str) -> str:
    """Return the title of a page without the name of its site.

    >>> without_site("Two hurt in riot in Kita | The Gazette"), without_site("Riot - Kita")
    ('Two hurt in riot in Kita', 'Riot - Kita')
    """
    at, mark = max((title.rfind(mark), mark) for mark in _SEPARATORS)
    site = _words(title[at + len(mark) :])
    is_named = len(_words(title[:at])) >= _LEAST_TITLE and len(site) <= _LONGEST_NAME
    return title[:at].rstrip() if at > 0 and is_named else title


def without_prefixes(subject: str) -> str:
    """Return the subject of a mail without what programs and lists put before it.

    >>> without_prefixes("Fwd: RE: [TLP:GREEN] Road closed")
    'Road closed'
    """
    return str(_PREFIXES.sub("", subject))


def _words(text: str) -> Sequence[str]:
    return "".join(c if c.isalnum() else " " for c in text).split()
