"""Derive rules/outlines/ from Natural Earth: which outline is whose, and the outlines themselves.

    pip install giso pyarrow shapely
    python rules/outlines/make_outlines.py crosswalk ADMIN1.parquet > rules/outlines/crosswalk.csv
    python rules/outlines/make_outlines.py outlines ADMIN1.parquet > rules/outlines/outlines.txt.gz

ADMIN1.parquet is Natural Earth's 10m admin1 (public domain) as the package `giso` ships it in its
data folder. The first step proposes the crosswalk by where the towns of each division lie: an
outline belongs to the division that Natural Earth names on it, else to the one that at least four
fifths of its towns are in. A division without an outline has the one that it lies in *around* it,
and so has the division that the outline was named for: it is older than both. Read the diff, and
mend by hand what is known better; the second step takes the crosswalk as it stands.
There the parts of a division are dissolved, all are simplified together, so that neighbours keep
their common edge, and what is left is written as rings of small whole numbers. A country is made
of the outlines of its own ISO codes, so a map and a roll-up never disagree.
"""

import csv
import gzip
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow.parquet
import shapely

from advisory.gazetteer.folding import fold
from advisory.gazetteer.outlines import (
    FOLDER,
    STEP,
    Crosswalk,
    Match,
    read_crosswalk,
    written_rings,
)
from advisory.gazetteer.packages import Division, cities, countries, divisions, places_in_divisions

MOST = 0.8  # of the towns: a few stand on the wrong side of a generalised border
HALF = 0.5
TOLERANCE = 0.05  # degrees
SMALLEST = 0.004  # square degrees, about 50 square kilometres: smaller islands are left out
COLUMNS = (
    *("adm1_code", "gn_id", "iso_3166_2", "iso_a2", "region"),
    *("name", "name_en", "name_alt", "geometry"),
)


@dataclass(frozen=True)
class Outline:
    """One polygon of Natural Earth with what names it."""

    code: str
    gn_id: int
    iso: str
    country: str
    region: str
    names: frozenset[str]
    shape: shapely.Geometry


def main() -> None:
    """Do the step that was asked for."""
    step, source = sys.argv[1], Path(sys.argv[2])
    outlines = list(read(source))
    if step == "crosswalk":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(("iso_3166_2", "kind", "natural_earth"))
        writer.writerows(
            (code, match.kind, " ".join(match.outlines)) for code, match in proposed(outlines)
        )
    else:
        named = drawn(outlines, read_crosswalk(FOLDER))
        lines = "".join(f"{name}\t{written}\n" for name, written in named)
        sys.stdout.buffer.write(gzip.compress(lines.encode("ascii"), 9, mtime=0))


def read(source: Path) -> Iterator[Outline]:
    """Give the polygons of the file."""
    for row in pyarrow.parquet.read_table(source, columns=list(COLUMNS)).to_pylist():
        names = (row["name"], row["name_en"], *(row["name_alt"] or "").split("|"))
        yield Outline(
            row["adm1_code"],
            int(row["gn_id"] or 0),
            row["iso_3166_2"] or "",
            row["iso_a2"] or "",
            f"{row['iso_a2']} {row['region']}" if row["region"] else "",
            frozenset(fold(name) for name in names if name),
            shapely.make_valid(shapely.from_wkb(row["geometry"])),
        )


def proposed(outlines: Sequence[Outline]) -> Iterator[tuple[str, Match]]:
    """Give each ISO 3166-2 code of the gazetteer with the outlines it seems to have."""
    level1 = {d.row: d for d in divisions() if d.level == 1 and d.code}
    by_outline: dict[str, Counter[str]] = defaultdict(Counter)
    by_code: dict[str, Counter[str]] = defaultdict(Counter)
    for code, outline in town_votes(outlines, level1):
        by_outline[outline][code] += 1
        by_code[code][outline] += 1
    owned: dict[str, list[str]] = defaultdict(list)
    for outline, code in owners(outlines, list(level1.values()), by_outline).items():
        owned[code].append(outline)
    numbers = {outline.gn_id for outline in outlines if outline.gn_id}
    found = {
        d.code: matched(sorted(owned[d.code]), by_code[d.code], is_sure=d.geonameid in numbers)
        for d in level1.values()
    }
    shared = {(c[:2], match.outlines[0]) for c, match in found.items() if match.kind == "around"}
    for code, match in sorted(found.items()):
        is_shared = match.kind == "own" and (code[:2], match.outlines[0]) in shared
        yield code, Match("around", match.outlines) if is_shared else match


def town_votes(
    outlines: Sequence[Outline], level1: Mapping[int, Division]
) -> Iterator[tuple[str, str]]:
    """Give (ISO code, outline) for every town that has both; the finest code, where two are."""
    lies_in = places_in_divisions()
    places = []
    for city in cities():
        rows = [row for row in lies_in.get(city.geonameid, ()) if row in level1]
        if rows:
            places.append((level1[rows[-1]].code, (city.longitude, city.latitude)))
    tree = shapely.STRtree([outline.shape for outline in outlines])
    points = shapely.points([point for _, point in places])
    for place, outline in tree.query(points, predicate="within").T:
        yield places[place][0], outlines[outline].code


def owners(
    outlines: Sequence[Outline],
    level1: Sequence[Division],
    by_outline: Mapping[str, Counter[str]],
) -> dict[str, str]:
    """Return outline -> ISO code where one division has the outline to itself.

    That is the one that Natural Earth names on it; else the one that most of its towns are in;
    else, where it has no town, that of most outlines in what Natural Earth calls its region.
    """
    named = names_on(outlines, level1)
    nations = {country.alpha2 for country in countries()}
    whose: dict[str, str] = {}
    by_region: dict[str, Counter[str]] = defaultdict(Counter)
    for outline in outlines:
        code = named.get(outline.code) or majority(by_outline[outline.code])
        is_abroad = code and outline.country in nations - {code[:2]}
        if code and (outline.code in named or not is_abroad):
            whose[outline.code] = code
            by_region[outline.region][code] += 1
    for outline in outlines:
        is_empty = outline.code not in whose and not by_outline[outline.code]
        neighbours = by_region[outline.region].most_common(1)
        if is_empty and outline.region and neighbours:
            whose[outline.code] = neighbours[0][0]
    return whose


def names_on(outlines: Sequence[Outline], level1: Sequence[Division]) -> dict[str, str]:
    """Return outline -> ISO code by number in GeoNames, or by code where the name fits as well.

    Codes alone will not do: some are given out anew (Iran, Morocco).
    """
    by_number = {d.geonameid: d for d in level1 if d.geonameid}
    by_code = {d.code: d for d in level1}
    named: dict[str, str] = {}
    for outline in outlines:
        division = by_number.get(outline.gn_id) or by_code.get(outline.iso)
        if division and (outline.gn_id == division.geonameid or is_called(division, outline)):
            named[outline.code] = division.code
    return named


def majority(votes: Counter[str]) -> str | None:
    """Return the code that has at least four fifths of the votes."""
    best = votes.most_common(1)
    return best[0][0] if best and best[0][1] >= MOST * votes.total() else None


def is_called(division: Division, outline: Outline) -> bool:
    """Whether a division has a name of the outline."""
    return not outline.names.isdisjoint(map(fold, (division.name, *division.names)))


def matched(owned: Sequence[str], votes: Counter[str], *, is_sure: bool) -> Match:
    """Say which outlines a division has to itself, or which one it lies in."""
    total = votes.total()
    if owned and (is_sure or sum(votes[one] for one in owned) >= HALF * total):
        return Match("own" if len(owned) == 1 else "parts", tuple(owned))
    best = votes.most_common(1)
    if best and best[0][1] >= HALF * total:
        return Match("around", (best[0][0],))
    return Match("none", ())


def drawn(outlines: Sequence[Outline], crosswalk: Crosswalk) -> Iterator[tuple[str, str]]:
    """Give the id and the rings of every division and country, in the order of the ids."""
    shapes = {outline.code: outline.shape for outline in outlines}
    unit_of = {one: name for name, members in crosswalk.units() for one in members}
    members = defaultdict(list)
    for outline in outlines:
        members[unit_of.get(outline.code, outline.code)].append(shapes[outline.code])
    names = sorted(members)
    merged = [shapely.union_all(members[name]) for name in names]
    simple = dict(zip(names, shapely.coverage_simplify(merged, TOLERANCE), strict=True))
    known = {name for name, _ in crosswalk.units()}
    nations = by_country(outlines, unit_of, crosswalk)
    named = {name: simple[name] for name in known} | {
        country: shapely.union_all([simple[unit] for unit in sorted(units)], grid_size=STEP)
        for country, units in nations.items()
    }
    whole = dict(zip(names, merged, strict=True))
    for name in sorted(named):
        # What simplifying makes a dot, a small island say, is drawn as it is.
        written = written_rings(list(rings(named[name]))) or written_rings(
            list(rings(whole.get(name, named[name])))
        )
        if written:
            yield name, written


def by_country(
    outlines: Sequence[Outline], unit_of: Mapping[str, str], crosswalk: Crosswalk
) -> dict[str, set[str]]:
    """Return the units of every country: by the ISO code that has them, else by Natural Earth."""
    iso = {country.alpha2 for country in countries()}
    nations: dict[str, set[str]] = defaultdict(set)
    for outline in outlines:
        country = crosswalk.country_of(outline.code) or outline.country
        if country in iso:
            nations[country].add(unit_of.get(outline.code, outline.code))
    return nations


def rings(shape: shapely.Geometry) -> Iterator[np.ndarray]:
    """Give outer rings and holes in steps, without islands that would be dots."""
    polygons = [p for p in shapely.get_parts(shape) if p.geom_type == "Polygon" and not p.is_empty]
    largest = max((p.area for p in polygons), default=0.0)
    for polygon in sorted(polygons, key=lambda p: -p.area):
        if polygon.area >= min(SMALLEST, largest):
            for ring in (polygon.exterior, *polygon.interiors):
                yield np.rint(shapely.get_coordinates(ring) / STEP).astype(int)


if __name__ == "__main__":
    main()
