"""What the heads of a digest give the paragraphs below them: a place, a day, and an end."""

from dataclasses import dataclass

from advisory.extraction.dates.dates import DateFound
from advisory.extraction.findings import Findings
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.text.digests import Heads
from advisory.lazy import lazy


@dataclass(frozen=True)
class Under:
    """The heads that a paragraph stands under, and what they say."""

    findings: Findings
    heads: Heads | None

    @lazy
    def entry(self) -> int | None:
        """Where the head begins, of a day or a place, that parts it from the rest of a digest."""
        heads = self.heads
        if heads is None:
            return None
        own, named = heads.own, self.findings.head_places
        if own and (named[own] or self.findings.dates(*own)):
            return own[0]
        return next((one[0] for one in heads.above[:1] if named[one] or one in heads.days), None)

    @lazy
    def places(self) -> tuple[PlaceFound, ...]:
        """The places of the nearest heading above it that names any."""
        above = self.heads.above if self.heads else ()
        named = (self.findings.head_places[one] for one in above)
        return next(filter(None, named), ())

    @property
    def region(self) -> PlaceFound | None:
        """Where in a digest a place lies that nobody knows: below its heading or its dateline."""
        known = (one for one in self.places if one.place.is_located)
        return next(known, None) or self.dateline

    @property
    def dateline(self) -> PlaceFound | None:
        """The town or the country on its own dateline, where there are several."""
        own = self.heads.own if self.heads and self.heads.is_dateline else None
        named = self.findings.head_places[own] if own else ()
        return next((one for one in named if one.place.is_located), None)

    @lazy
    def dates(self) -> tuple[DateFound, ...]:
        """The day that a heading above it gives to all below."""
        days = self.heads.days if self.heads else ()
        return tuple(found for day in days for found in self.findings.dates(*day))
