"""The compiled index as it is read: names to rows, rows to entries.

A folded name leads through the trie to the rows it may mean, in the order of decision 16. A row is
read out of its columns when it is asked for, and kept.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

import marisa_trie  # type: ignore[import-not-found] # it has no stubs

from advisory.gazetteer.records import CODE_MARK, COLUMNS, Entry, Kind, degrees

_TYPECODES = {**COLUMNS, "starts": "I", "meant": "I", "by_geonameid": "I", "imported": "I"}


class Index:
    """The rows of one compiled index; everything is read in place."""

    def __init__(self, sections: dict[str, memoryview], version: str) -> None:
        self.version = version
        self.columns: dict[str, memoryview[int]] = {
            name: sections[name].cast(code)  # type: ignore[call-overload] # an integer's code
            for name, code in _TYPECODES.items()
        }
        self._texts = sections["texts"]
        self._trie = marisa_trie.Trie()
        self._trie.map(sections["trie"])
        self._starts, self._meant = self.columns["starts"], self.columns["meant"]
        bounds = self.columns["imported"]
        self._imported = tuple(zip(bounds[::2], bounds[1::2], strict=True))
        self.entry = lru_cache(maxsize=65_536)(self._entry)
        self.knows = lru_cache(maxsize=131_072)(self._knows)

    def is_imported(self, row: int) -> bool:
        """Whether a row is known from a user's import alone."""
        return any(start <= row < stop for start, stop in self._imported)

    def __len__(self) -> int:
        return len(self.columns["kind"])

    def meant_by(self, folded: str) -> Sequence[int]:
        """Return what a folded name means: rows doubled, plus 1 where it is an alternate name.

        Countries first, then admin1, informal regions, admin2, places; the largest first.
        """
        key = self._trie.get(folded)
        return () if key is None else self._meant[self._starts[key] : self._starts[key + 1]]

    def _knows(self, folded: str) -> bool:
        """Whether something has this folded name; asked for every capital, so kept."""
        return folded in self._trie

    def opens(self, words: str) -> bool:
        """Whether a name of more words begins with these."""
        return next(self._trie.iterkeys(f"{words} "), None) is not None

    def rows(self, folded: str) -> list[int]:
        """Return the rows that a folded name means, best first."""
        return [posting >> 1 for posting in self.meant_by(folded)]

    def row_of_code(self, code: str) -> int | None:
        """Return the row of an ISO 3166 code in capitals."""
        return next(iter(self.rows(CODE_MARK + code)), None)

    def row_of_geonameid(self, geonameid: int) -> int | None:
        """Return the row with this number in GeoNames."""
        order, numbers = self.columns["by_geonameid"], self.columns["geonameid"]
        at = bisect_left(order, geonameid, key=numbers.__getitem__)
        found = at < len(order) and numbers[order[at]] == geonameid
        return order[at] if found else None

    def row_of_id(self, region_id: str) -> int | None:
        """Return the row with this region id: an ISO code, `geonames:ID` or one of ours."""
        kind, _, number = region_id.partition(":")
        if kind == "geonames" and number.isdecimal():
            return self.row_of_geonameid(int(number))
        return self.row_of_code(region_id if number else region_id.upper())

    def beginning_with(self, prefix: str) -> Iterator[int]:
        """Return the postings of all names that begin so."""
        for _, key in self._trie.items(prefix):
            yield from self._meant[self._starts[key] : self._starts[key + 1]]

    @lru_cache(maxsize=512)  # noqa: B019 - an index lives as long as its process
    def admin1_of(self, country: int) -> tuple[Entry, ...]:
        """Return the admin1 of a country."""
        kinds, countries = self.columns["kind"], self.columns["country"]
        rows = bytes(kinds).split(bytes([Kind.ADMIN2]))[0]  # admin1 stand before all admin2
        return tuple(
            self.entry(row)
            for row, kind in enumerate(rows)
            if kind == Kind.ADMIN1 and countries[row] == country
        )

    @lru_cache(maxsize=512)  # noqa: B019 - an index lives as long as its process
    def admin2_of(self, admin1: int) -> tuple[Entry, ...]:
        """Return the admin2 of an admin1."""
        kinds, parents = self.columns["kind"], self.columns["admin1"]
        first = bytes(kinds).find(bytes([Kind.ADMIN2]))
        rows = range(first, len(self)) if first >= 0 else range(0)
        return tuple(
            self.entry(row) for row in rows if kinds[row] == Kind.ADMIN2 and parents[row] == admin1
        )

    @cached_property
    def capitals(self) -> Mapping[int, int]:
        """The row of each country's capital, by the row of the country."""
        kinds, countries = bytes(self.columns["kind"]), self.columns["country"]
        found, at = {}, kinds.find(Kind.CAPITAL)
        while at >= 0:
            found[countries[at]] = at
            at = kinds.find(Kind.CAPITAL, at + 1)
        return found

    def named(self) -> Iterator[tuple[str, int]]:
        """Give every folded name with each row it means, codes left out."""
        for name, key in self._trie.items():
            if name[0] != CODE_MARK:
                for posting in self._meant[self._starts[key] : self._starts[key + 1]]:
                    yield name, posting >> 1

    def _entry(self, row: int) -> Entry:
        value = {name: self.columns[name][row] for name in COLUMNS}
        return Entry(
            row=row,
            kind=Kind(value["kind"]),
            id=self._text(value["id"]) or f"geonames:{value['geonameid']}",
            name=self._text(value["name"]),
            country=value["country"],
            admin1=value["admin1"],
            admin2=value["admin2"],
            latitude=degrees(value["latitude"]),
            longitude=degrees(value["longitude"]),
            population=value["population"],
            geonameid=value["geonameid"] or None,
            precision_km=value["precision_km"],
            members=tuple(self._text(value["members"]).split()),
        )

    def _text(self, start: int) -> str:
        if not start:
            return ""
        piece = bytes(self._texts[start : start + 512])
        return piece[: piece.index(b"\0")].decode("utf-8")
