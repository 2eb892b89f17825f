"""Editions of products, as they were drafted; an edition is never edited, only superseded."""

from collections.abc import Iterator
from dataclasses import dataclass

from advisory.errors import UserError
from advisory.model.advice import Advisory
from advisory.model.marking import Tlp
from advisory.store.codec import decode, encode
from advisory.store.database import Database, Row

_COLUMNS = "SELECT clearance, hash, body FROM advisories"


@dataclass(frozen=True, slots=True)
class KeptAdvisory:
    """One edition with the clearance it was made for and the hash that a signature binds."""

    advisory: Advisory
    clearance: Tlp
    hash: str


@dataclass(frozen=True, slots=True)
class Advisories:
    """The editions of one store."""

    database: Database

    def add(self, advisory: Advisory, clearance: Tlp, binding: str) -> None:
        """Keep an edition with the hash over its record and variants; again is no harm.

        Raises:
            UserError: If this edition exists with another content.
        """
        body = encode(advisory)
        key = (advisory.series, advisory.edition, int(clearance))
        with self.database.writing():
            there = self.database.row(
                "SELECT hash, body FROM advisories "
                "WHERE series = ? AND edition = ? AND clearance = ?",
                key,
            )
            if there is None:
                self.database.write(
                    "INSERT INTO advisories (id, series, edition, clearance, hash, body) "
                    "VALUES (?, ?, ?, ?, ?, ?)",
                    (advisory.id, *key, binding, body),
                )
            elif there != (binding, body):
                raise UserError(
                    f"Edition {advisory.edition} of {advisory.series} exists with another content. "
                    "Editions are never edited: draft the next one."
                )

    def all(self, series: str | None = None) -> tuple[KeptAdvisory, ...]:
        """Return the editions, of one series or of all, in the order of their numbers."""
        query = f"{_COLUMNS} WHERE ? IS NULL OR series = ? ORDER BY series, edition, clearance"
        return tuple(self._kept(query, (series, series)))

    def last(self, series: str, clearance: Tlp) -> KeptAdvisory | None:
        """Return the newest edition of a series for a clearance, or None."""
        query = f"{_COLUMNS} WHERE series = ? AND clearance = ? ORDER BY edition DESC LIMIT 1"
        return next(self._kept(query, (series, int(clearance))), None)

    def _kept(self, query: str, values: Row) -> Iterator[KeptAdvisory]:
        for clearance, binding, body in self.database.rows(query, values):
            yield KeptAdvisory(decode(body, Advisory), Tlp(clearance), binding)
