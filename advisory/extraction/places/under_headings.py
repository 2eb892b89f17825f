"""The places of a digest, each part of which speaks of the country or the region in its heading.

The gazetteer settles which of many places a name means by all others named around it, and a digest
of ten countries names them all. So each part below a heading, or behind a dateline, that names a
country or a region is read by itself, with its heading before it.
"""

from collections.abc import Iterator, Mapping, Sequence
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
) -> tuple[Toponym, ...]:
    """Return the place names of a page's news, those of a digest each below its heading."""
    whole = names.toponyms(news_alone(source, blocks))
    if not heads:
        return whole
    around = [t.span for t in whole if t.place.kind in _AROUND and not t.is_demonym]
    found: list[Toponym] = list(whole)
    for spans, below in groupby(blocks, lambda block: _spans(heads.get(block.start))):
        named = [s for s in spans if any(s[0] <= one.start < s[1] for one in around)]
        if named:
            part = [block for block in below if (block.start, block.end) not in spans]
            found = [*_outside(found, part), *_inside(names, source, named, part)]
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


def _inside(
    names: PlaceNames, source: str, heads: Sequence[Span], part: Sequence[Block]
) -> Iterator[Toponym]:
    if not part:
        return
    start, end = part[0].start, part[-1].end
    told = "\n".join(source[first:last] for first, last in heads) + "\n"
    moved = [one._replace(start=one.start - start, end=one.end - start) for one in part]
    for one in names.toponyms(told + news_alone(source[start:end], moved)):
        first = one.span.start - len(told)
        if first >= 0:
            last = start + one.span.end - len(told)
            span = replace(one.span, start=start + first, end=last)
            yield replace(one, span=span)
