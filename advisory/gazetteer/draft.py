"""The index while it is built: columns that grow row by row, and names that point at rows.

A row is a country, an admin1, an admin2, an informal region or a place, in that order, so that
the row of a parent is known before its children. Names are kept as two parallel lists; which rows
a name means is worked out once, at the end, when the trie has numbered the names.
"""

from array import array
from collections.abc import Iterable

import marisa_trie  # type: ignore[import-not-found] # it has no stubs

from advisory.gazetteer.folding import fold
from advisory.gazetteer.records import CODE_MARK, COLUMNS, NO_POINT, NO_ROW, Kind, micro


class Draft:
    """Rows and names, added one by one and packed into the sections of the file."""

    def __init__(self) -> None:
        self.columns = {name: array(typecode) for name, typecode in COLUMNS.items()}
        self.texts = bytearray(1)  # the empty text lies at 0
        self.imported: list[range] = []  # the rows that only a user's import has
        self._names: list[str] = []
        self._rows = array("I")

    def __len__(self) -> int:
        return len(self.columns["kind"])

    def add(
        self,
        kind: Kind,
        name: str,
        *,
        id_text: str = "",
        country: int = NO_ROW,
        admin1: int = NO_ROW,
        admin2: int = NO_ROW,
        point: tuple[float, float] | None = None,
        population: int = 0,
        geonameid: int = 0,
        precision_km: int = 0,
        members: str = "",
    ) -> int:
        """Add a row and return its number."""
        values = {
            "kind": kind,
            "country": country,
            "admin1": admin1,
            "admin2": admin2,
            "latitude": micro(point[0]) if point else NO_POINT,
            "longitude": micro(point[1]) if point else NO_POINT,
            "population": population,
            "geonameid": geonameid,
            "precision_km": precision_km,
            "name": self.text(name),
            "id": self.text(id_text),
            "members": self.text(members),
        }
        for column, value in values.items():
            self.columns[column].append(value)
        return len(self) - 1

    def text(self, text: str) -> int:
        """Store a text and return where it lies."""
        if not text:
            return 0
        start = len(self.texts)
        self.texts.extend(text.encode("utf-8") + b"\0")
        return start

    def name(self, row: int, names: Iterable[str], *, is_main: bool = False) -> None:
        """Let these names mean this row; only names in Latin letters are kept."""
        for folded in dict.fromkeys(map(fold, names)):
            if folded and folded.isascii():
                self._names.append(folded)
                self._rows.append(row << 1 | (not is_main))

    def code(self, row: int, code: str) -> None:
        """Let this ISO code, or id of ours, mean this row."""
        if code:
            self._names.append(CODE_MARK + code)
            self._rows.append(row << 1)

    def pack(self) -> dict[str, bytes]:
        """Return the sections: columns, texts, trie, and for each name its rows, best first."""
        trie = marisa_trie.Trie(self._names)
        starts, meant = self._postings(trie)
        geonameids = self.columns["geonameid"]
        by_id = array("I", sorted(range(len(self)), key=geonameids.__getitem__))
        packed = {name: column.tobytes() for name, column in self.columns.items()}
        packed |= {"texts": bytes(self.texts), "trie": trie.tobytes()}
        return packed | {
            "starts": starts.tobytes(),
            "meant": meant.tobytes(),
            "by_geonameid": by_id.tobytes(),
            "imported": array("I", [n for r in self.imported for n in (r.start, r.stop)]).tobytes(),
        }

    def _postings(self, trie: marisa_trie.Trie) -> tuple["array[int]", "array[int]"]:
        keys = array("I", map(trie.__getitem__, self._names))
        order = sorted(range(len(keys)), key=lambda i: (keys[i], self._standing(self._rows[i])))
        starts, meant = array("I", bytes(4 * (len(trie) + 1))), array("I")
        seen = (-1, -1)
        for i in order:
            if seen != (keys[i], self._rows[i] >> 1):
                meant.append(self._rows[i])
                starts[keys[i] + 1] += 1
            seen = (keys[i], self._rows[i] >> 1)
        for key in range(len(trie)):
            starts[key + 1] += starts[key]
        return starts, meant

    def _standing(self, posting: int) -> tuple[int, int, int, int]:
        row, is_alternate = posting >> 1, posting & 1
        kind, population = self.columns["kind"][row], self.columns["population"][row]
        return Kind(kind).rank, -population, row, is_alternate
