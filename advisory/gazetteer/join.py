"""The rows of the index, joined from the packages and our own files by their codes and numbers.

The order of the steps is the order of the rows: countries, admin1, informal regions, admin2,
places, places of our own; each step finds the parents of its rows among those before. Label points
and seats come last, when all places are there.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Final

from advisory.errors import Problem, RejectedFile
from advisory.gazetteer import informal as own_regions
from advisory.gazetteer import overlay as own_file
from advisory.gazetteer import packages
from advisory.gazetteer.compass import is_direction
from advisory.gazetteer.draft import Draft
from advisory.gazetteer.dump import DumpPlace
from advisory.gazetteer.informal import InformalRegion
from advisory.gazetteer.labels import Cell, cell_of, label_point
from advisory.gazetteer.naming import bare_name, english_name, is_a_name, shown_name
from advisory.gazetteer.overlay import OverlayPlace
from advisory.gazetteer.own import OwnPlaces
from advisory.gazetteer.points import Point
from advisory.gazetteer.records import NO_ROW, Kind, micro
from advisory.gazetteer.seats import Seats

_COUNTRIES: Final = "A.PCL"


class Join:
    """The rows made so far, and where to find them by the keys of the packages."""

    def __init__(self, overlay: Sequence[OverlayPlace]) -> None:
        self.draft = Draft()
        self.by_code: dict[str, int] = {}
        self._divisions = packages.divisions()
        self._row_of_country: dict[int, int] = {}
        self._row_of_division: dict[int, int] = {}
        self._by_geonames_code: dict[str, int] = {}
        self.seats = Seats()
        self._cells: dict[int, set[Cell]] = defaultdict(set)
        self._people: dict[int, int] = defaultdict(int)
        self._members: dict[int, tuple[int, ...]] = {}
        self._own = overlay
        self._own_places = OwnPlaces(overlay)
        self._mending = {row.mends: row for row in overlay if row.mends}

    def countries(self) -> None:
        """Add the countries, with their codes."""
        facts = packages.country_facts()
        for country in packages.countries():
            fact = facts.get(country.alpha2)
            mended = self._mending.get(country.alpha2)
            known_as = mended.name if mended else fact.name if fact else country.name
            row = self.draft.add(
                Kind.COUNTRY,
                known_as,
                id_text=country.alpha2,
                population=fact.population if fact else 0,
                geonameid=country.geonameid,
            )
            self.draft.columns["country"][row] = row
            self._row_of_country[country.row] = self.by_code[country.alpha2] = row
            self.seats.of_country(row, fact.capital if fact else "")
            self._name(row, known_as, (country.name, *country.names), mended)
            for code in (country.alpha2, country.alpha3):
                self.draft.code(row, code)

    def admin1(self) -> None:
        """Add the divisions of level 1, under their English names."""
        for division in (d for d in self._divisions if d.level == 1):
            country = self._row_of_country.get(division.country)
            if country is None:
                continue
            mended = self._mending.get(division.code)
            english = mended.name if mended else english_name(division.name, division.names)
            row = self.draft.add(
                Kind.ADMIN1,
                shown_name(english),
                id_text=division.code or f"geonames:{division.geonameid}",
                country=country,
                geonameid=division.geonameid,
            )
            self.draft.columns["admin1"][row] = row
            names = (english, division.name, f"{english} {division.kind}".strip())
            self._know(row, division)
            self._name(row, english, (*names, *division.names), mended)
            self.seats.of_admin1(row, (*names, *division.names))

    def admin2(self) -> None:
        """Add the divisions of level 2."""
        for division in (d for d in self._divisions if d.level == 2):  # noqa: PLR2004 - the level
            country = self._row_of_country.get(division.country)
            if country is None:
                continue
            row = self.draft.add(
                Kind.ADMIN2,
                shown_name(division.name),
                id_text="" if division.geonameid else division.code,
                country=country,
                admin1=self._row_of_division.get(division.parent or 0, NO_ROW),
                geonameid=division.geonameid,
            )
            self.draft.columns["admin2"][row] = row
            self._know(row, division)
            self._name(row, bare_name(division.name), (division.name, *division.names), None)

    def informal(self, informal: Mapping[str, InformalRegion]) -> None:
        """Add the informal regions; a member that does not exist is refused.

        One whose members are all of one country lies in it.
        """
        problems: list[Problem] = []
        for slug, region in informal.items():
            unknown = [code for code in region.members if code not in self.by_code]
            problems.extend(
                Problem(own_regions.FILE, region.line, f'no code "{code}"') for code in unknown
            )
            members = tuple(self.by_code[code] for code in region.members if code in self.by_code)
            countries = {self.draft.columns["country"][member] for member in members}
            known_as = f"{'direction' if is_direction(slug) else 'informal'}:{slug}"
            row = self.draft.add(
                Kind.INFORMAL,
                region.name,
                id_text=known_as,
                country=countries.pop() if len(countries) == 1 else NO_ROW,
                members=" ".join(region.members),
                point=region.point,
            )
            if region.point is None:
                self._members[row] = members
            self.draft.code(row, known_as)
            if not is_direction(slug):  # found by its direction and its country
                self.draft.name(row, (region.name, *region.aliases), is_main=True)
        if problems:
            raise RejectedFile(problems)

    def imported_divisions(self, divisions: Iterable[DumpPlace]) -> None:
        """Give divisions that a user has imported their names; add those that were not known."""
        numbers = self.draft.columns["geonameid"]
        known = {number: row for row, number in enumerate(numbers) if number}
        first = len(self.draft)
        for division in divisions:
            row = known.get(division.geonameid)
            country = self.by_code.get(division.country, NO_ROW)
            if row is None and country != NO_ROW and not division.feature.startswith(_COUNTRIES):
                row = self.draft.add(
                    Kind.ADMIN2,
                    shown_name(division.name),
                    country=country,
                    admin1=self._parents((), division.country, division.admin1, "")[0],
                    point=(division.latitude, division.longitude),
                    population=division.population,
                    geonameid=division.geonameid,
                )
                self.draft.columns["admin2"][row] = row
                self._by_geonames_code.setdefault(_code(division), row)
                self.draft.name(row, (division.name,), is_main=True)
            if row is not None:
                self.draft.name(row, (division.name, *division.names))
        self.draft.imported.append(range(first, len(self.draft)))

    def places(self, cities: Iterable[packages.City]) -> None:
        """Add the places of the packages, and note what their divisions need of them."""
        lies_in = packages.places_in_divisions()
        for city in cities:
            rows = [self._row_of_division.get(d, NO_ROW) for d in lies_in.get(city.geonameid, ())]
            self._add_place(city, rows)

    def imported_places(self, cities: Iterable[packages.City]) -> None:
        """Add what a user has imported and the packages do not have."""
        first = len(self.draft)
        for city in cities:
            self._add_place(city, ())
        self.draft.imported.append(range(first, len(self.draft)))

    def _add_place(self, city: packages.City, rows: Sequence[int]) -> None:
        country = self.by_code.get(city.countrycode, NO_ROW)
        own = self._own_places.same_as(city)
        if country == NO_ROW or (own and not own.adds_names):
            return
        admin1, admin2 = self._parents(rows, city.countrycode, city.admin1code, city.admin2code)
        row = self.draft.add(
            Kind.SITE if city.feature.startswith("S.") else Kind.PLACE,
            shown_name(city.name),
            country=country,
            admin1=admin1,
            admin2=admin2,
            point=(city.latitude, city.longitude),
            population=city.population,
            geonameid=city.geonameid,
        )
        self.draft.name(row, (city.name, *(own.aliases if own else ())), is_main=True)
        self.draft.name(row, filter(is_a_name, city.alternatenames))
        self._spread(
            (country, admin1, admin2), cell_of(city.latitude, city.longitude), city.population
        )
        self.seats.claim(row, country, admin1, city)

    def own_places(self) -> None:
        """Add the rows of places.csv that are places of their own."""
        problems: list[Problem] = []
        for place in (row for row in self._own if not (row.mends or row.adds_names)):
            country = self.by_code.get(place.country)
            admin1 = self.by_code.get(place.admin1, NO_ROW)
            if country is None or (place.admin1 and admin1 == NO_ROW):
                code = place.admin1 or place.country
                problems.append(
                    Problem(own_file.FILE, place.line, f'{place.name}: no code "{code}"')
                )
                continue
            point = place.latitude or 0.0, place.longitude or 0.0
            row = self.draft.add(
                Kind.SITE if place.kind == "site" else Kind.PLACE,
                place.name,
                id_text=place.id,
                country=country,
                admin1=admin1,
                point=point,
                precision_km=place.precision_km,
            )
            self.draft.code(row, place.id)
            self.draft.name(row, (place.name, *place.aliases), is_main=True)
            self._spread((country, admin1), cell_of(*point))
        if problems:
            raise RejectedFile(problems)

    def labels(self, points: Mapping[str, Point]) -> None:
        """Give every region its label point, and its people where none are known."""
        columns = self.draft.columns
        for row, members in self._members.items():
            self._cells[row] = {cell for member in members for cell in self._cells[member]}
        for row, cells in filter(itemgetter(1), self._cells.items()):
            columns["latitude"][row], columns["longitude"][row] = map(micro, label_point(cells))
            if not columns["population"][row]:
                columns["population"][row] = min(self._people[row], NO_ROW)
        mended = {
            code: (place.latitude, place.longitude)
            for code, place in self._mending.items()
            if place.latitude is not None and place.longitude is not None
        }
        for code, point in {**points, **mended}.items():
            if code in self.by_code:
                row = self.by_code[code]
                columns["latitude"][row], columns["longitude"][row] = map(micro, point)

    def _know(self, row: int, division: packages.Division) -> None:
        self._row_of_division[division.row] = row
        self._by_geonames_code.setdefault(division.geonames_code, row)
        self.draft.code(row, division.code)
        if division.code:
            self.by_code[division.code] = row

    def _name(self, row: int, main: str, names: Iterable[str], mended: OverlayPlace | None) -> None:
        own = (mended.name, *mended.aliases) if mended else ()
        self.draft.name(row, (main, *own), is_main=True)
        self.draft.name(row, names)

    def _parents(
        self, rows: Sequence[int], country: str, admin1_code: str, admin2_code: str
    ) -> tuple[int, int]:
        """Return the rows around a place: those known to, else those of its GeoNames codes."""
        kinds = self.draft.columns["kind"]
        coded = (f"{country}.{admin1_code}", f"{country}.{admin1_code}.{admin2_code}")
        found = (*rows, *(self._by_geonames_code.get(code, NO_ROW) for code in coded))
        known = [row for row in found if row != NO_ROW]
        admin1 = next((row for row in known if kinds[row] == Kind.ADMIN1), NO_ROW)
        admin2 = next((row for row in known if kinds[row] == Kind.ADMIN2), NO_ROW)
        return admin1, admin2

    def _spread(self, parents: Iterable[int], cell: Cell, people: int = 0) -> None:
        for parent in parents:
            if parent != NO_ROW:
                self._cells[parent].add(cell)
                self._people[parent] += people


def _code(division: DumpPlace) -> str:
    return f"{division.country}.{division.admin1}.{division.admin2}"
