"""The gazetteer: a name in its context becomes a place, a query becomes a region.

`Gazetteer.open` finds or builds the compiled index. `region` and `by_id` answer a person;
`toponyms` reads a text; `names` lists what a look-up must know without opening the index. How a
name is folded is in `gazetteer.folding`, so that a look-up imports nothing else.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Self

from advisory.gazetteer.cache import open_index
from advisory.gazetteer.compile import Progress
from advisory.gazetteer.explain import Meaning, meaning
from advisory.gazetteer.imported import Imported
from advisory.gazetteer.index import Index
from advisory.gazetteer.queries import find_by_id, find_region
from advisory.gazetteer.records import Kind
from advisory.gazetteer.regions import place_of, place_of_region, region_of, shown
from advisory.gazetteer.toponyms import ToponymReader
from advisory.gazetteer.words import Words, read_words
from advisory.model.assessment import Region, RegionKind
from advisory.model.text import Toponym
from advisory.model.value import Place, Span

_TOWN_PEOPLE = 15_000


class Gazetteer:
    """All names of one compiled index, and the reader that finds them in a text."""

    def __init__(self, index: Index, words: Words) -> None:
        self._index = index
        self._reader = ToponymReader(index, words)
        self.version = f"{index.version} {words.hash}"

    @classmethod
    def open(
        cls,
        folders: Sequence[Path],
        cache: Path,
        progress: Progress | None = None,
        imported: Imported | None = None,
    ) -> Self:
        """Open the compiled gazetteer, or build it first (about ten seconds, once).

        Args:
            folders: Rule folders with places.csv and regions.yaml, shipped first, user's after.
            cache: The folder for the compiled index.
            progress: Called with the fraction that is built, from 0 to 1.
            imported: What the user has imported from dumps of GeoNames.

        Raises:
            RejectedFile: If places.csv or regions.yaml is wrong.
            BrokenIndex: If the index can neither be read nor built.
        """
        index = open_index(folders, cache, progress, imported)
        return cls(index, read_words(folders))

    def region(self, query: str) -> Region:
        """Return the region a person means (decision 16).

        Raises:
            UnknownName: If nothing has that name; the nearest names are in the message.
            AmbiguousName: If several regions of the winning rank have it; all are listed.
        """
        return find_region(self._index, query)

    def meaning(self, query: str) -> Meaning:
        """Return all that a name may mean, best first, and why one wins.

        Raises:
            UnknownName: If nothing has that name; the nearest names are in the message.
        """
        return meaning(self._index, query)

    def by_id(self, region_id: str) -> Region:
        """Return the region with this id.

        Raises:
            UnknownName: If there is none.
        """
        return find_by_id(self._index, region_id)

    def divisions(self, region: Region) -> tuple[Region, ...]:
        """Return what a region is made of: admin1 of a country, admin2 of an admin1, members."""
        if region.members:
            return tuple(self.by_id(member) for member in region.members)
        row = self._index.row_of_id(region.id)
        if row is None or region.kind not in {RegionKind.COUNTRY, RegionKind.ADMIN1}:
            return ()
        of_country = region.kind is RegionKind.COUNTRY
        entries = self._index.admin1_of(row) if of_country else self._index.admin2_of(row)
        return tuple(region_of(self._index, entry) for entry in entries)

    def place(self, region_id: str) -> Place:
        """Return the region with this id as the place of an incident.

        Raises:
            UnknownName: If there is none.
        """
        row = self._index.row_of_id(region_id)
        if row is not None:
            return place_of(self._index, self._index.entry(row))
        return place_of_region(find_by_id(self._index, region_id))

    def capital(self, country: str) -> Place | None:
        """Return the capital of a country by its code, None where none is known."""
        of = self._index.row_of_code(country)
        row = None if of is None else self._index.capitals.get(of)
        return None if row is None else place_of(self._index, self._index.entry(row))

    def toponyms(self, text: str, spans: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        """Return the place names of a text with the places they mean, in the order of the text.

        With `spans`, exactly these are resolved instead of being looked for.
        """
        return self._reader.read(text, spans)

    def names(self) -> Iterator[tuple[str, int, str, str]]:
        """Return (folded name, rank, region id, as shown) of all that a look-up must know.

        That is each country, admin1, informal region, admin2, place of our own, capital, seat, and
        place of 15,000 people or more. Rank is the order of decision 16, 0 for a country; an exact
        code is the region id itself and outranks all.
        """
        columns = self._index.columns
        kinds, people, own = columns["kind"], columns["population"], columns["precision_km"]
        told: dict[int, tuple[int, str, str]] = {}
        for folded, row in self._index.named():
            if kinds[row] < Kind.PLACE or people[row] >= _TOWN_PEOPLE or own[row]:
                if row not in told:
                    entry = self._index.entry(row)
                    told[row] = (entry.kind.rank, entry.id, shown(self._index, entry))
                yield (folded, *told[row])
