"""The places of a digest, each part of which speaks of the country or the region in its heading.

The gazetteer settles which of many places a name means by all others named around it, and a digest
of ten countries names them all. So each part below a heading, or behind a dateline, that names a
country or a region is read by itself, with its heading before it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from advisory.extraction.places.names import PlaceNames
from advisory.extraction.text.blocks import Block, news_alone
from advisory.extraction.text.digests import Heads, Span
from advisory.model.text import Toponym

_AROUND = frozenset({"country", "admin1"})


def under_headings(
    names: PlaceNames,
    source: str,
    blocks: Sequence[Block],
    heads: Mapping[int, Heads],
    homes: Callable[[], Sequence[str]],
) -> tuple[Toponym, ...]:
    """Return the place names of a page's news, those of a digest each below its heading.

    `homes` are the countries of the armed groups named, asked where the page names no country.
    """
    whole = names.toponyms(news_alone(source, blocks))
    if not heads:
        return whole if _says_where(whole) else _at_home(names, source, blocks, whole, homes())
    around = [t.span for t in whole if t.place.kind in _AROUND and not t.is_demonym]
    found: list[Toponym] = list(whole)
    for spans, below in groupby(blocks, lambda block: _spans(heads.get(block.start))):
        named = [s for s in spans if any(s[0] <= one.start < s[1] for one in around)]
        if named:
            part = [block for block in below if (block.start, block.end) not in spans]
            told = "\n".join(source[first:last] for first, last in named) + "\n"
            found = [*_outside(found, part), *_inside(names, source, told, part)]
    return tuple(sorted(found, key=lambda toponym: toponym.span.start))


def _spans(heads: Heads | None) -> tuple[Span, ...]:
    """Return the headings that a paragraph stands below, the farthest first, and its dateline."""
    if heads is None:
        return ()
    own = (heads.own,) if heads.own and heads.is_dateline else ()
    return (*reversed(heads.above), *own)


def _outside(found: Sequence[Toponym], part: Sequence[Block]) -> Iterator[Toponym]:
    start, end = (part[0].start, part[-1].end) if part else (0, 0)
    return (one for one in found if not start <= one.span.start < end)


def _says_where(found: Iterable[Toponym]) -> bool:
    """Whether a page names nothing, or a country: then no group need say where it is."""
    is_empty = True
    for one in found:
        is_empty = False
        if one.place.kind == "country" or one.is_demonym:
            return True
    return is_empty


def _at_home(
    names: PlaceNames,
    source: str,
    blocks: Sequence[Block],
    found: tuple[Toponym, ...],
    homes: Sequence[str],
) -> tuple[Toponym, ...]:
    """Return the names as those of the countries of a group, where none lies there already.

    "The rebels struck in Beni" speaks of the Beni where they fight, not of a larger one abroad.
    """
    if not homes or any(one.place.country in homes for one in found):
        return found
    seats = (names.capital(code) for code in homes)
    told = "\n".join(seat.country_name for seat in seats if seat and seat.country_name) + "\n"
    return tuple(_inside(names, source, told, blocks))


def _inside(names: PlaceNames, source: str, told: str, part: Sequence[Block]) -> Iterator[Toponym]:
    if not part:
        return
    start, end = part[0].start, part[-1].end
    moved = [one._replace(start=one.start - start, end=one.end - start) for one in part]
    for one in names.toponyms(told + news_alone(source[start:end], moved)):
        first = one.span.start - len(told)
        if first >= 0:
            span = replace(one.span, start=start + first, end=start + one.span.end - len(told))
            yield replace(one, span=span)
