"""Compile the gazetteer: join the sources, add the parts of the world, pack the columns."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from advisory.gazetteer import packages
from advisory.gazetteer.folding import fold
from advisory.gazetteer.further import further_places, newer_places
from advisory.gazetteer.imported import Imported
from advisory.gazetteer.informal import InformalRegion
from advisory.gazetteer.join import Join
from advisory.gazetteer.naming import short_compass
from advisory.gazetteer.overlay import OverlayPlace
from advisory.gazetteer.points import Point

Progress = Callable[[float], None]

_SHARE_READ: Final = 0.15  # of the whole build, measured
_SHARE_JOINED: Final = 0.6


def compile_index(
    overlay: Sequence[OverlayPlace],
    informal: Mapping[str, InformalRegion],
    points: Mapping[str, Point],
    imported: Imported,
    progress: Progress,
) -> dict[str, bytes]:
    """Return the sections of the index.

    Args:
        overlay: Our own places, and what mends the packages.
        informal: The informal regions by slug.
        points: The middle of divisions by their codes.
        imported: What a user has imported; it may be nothing.
        progress: Called now and then with the fraction that is done, from 0 to 1.

    Raises:
        RejectedFile: If an informal region or our own place names a code that does not exist.
        BrokenIndex: If the packages' data cannot be read.
    """
    progress(0.0)
    joined = Join(overlay)
    joined.countries()
    joined.admin1()
    joined.informal(_with_macroregions(informal))
    joined.admin2()
    joined.imported_divisions(imported.places(divisions=True))
    cities = packages.cities()
    known = {city.geonameid for city in cities}
    newer = newer_places(known, imported)
    progress(_SHARE_READ)
    joined.places(newer.get(city.geonameid, city) for city in cities)
    joined.imported_places(further_places(known, imported))
    joined.own_places()
    progress(_SHARE_JOINED)
    joined.labels(points)
    joined.seats.mark(joined.draft)
    sections = joined.draft.pack()
    progress(1.0)
    return sections


def _with_macroregions(informal: Mapping[str, InformalRegion]) -> dict[str, InformalRegion]:
    """Put the parts of the world under our own regions; ours win."""
    parts = {
        fold(part.name).replace(" ", "-"): InformalRegion(
            part.name, part.members, tuple(short_compass(part.name)), point=part.point
        )
        for part in packages.macroregions()
        if part.name != "United Nations"
    }
    return parts | dict(informal)
