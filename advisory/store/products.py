"""Editions of products, as they were drafted; an edition is never edited, only superseded.

An edition is kept whole: every variant of it (language, profile, desk or carry) that was written
for one clearance. What a signature binds is one hash over all of them, and it is worked out from
what lies in the store each time: whoever changes a word behind the store's back loses the
signatures.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from advisory.errors import UserError
from advisory.model.advice import Advisory, Edition, Profile
from advisory.model.marking import Tlp
from advisory.store.codec import decode, encode, fingerprint
from advisory.store.database import Database, Row

_COLUMNS = "SELECT clearance, author, body FROM advisories"


@dataclass(frozen=True, slots=True)
class KeptEdition:
    """One edition for one clearance: its variants, who drafted it, the hash a signature binds."""

    variants: tuple[Advisory, ...]
    clearance: Tlp
    author: str
    hash: str

    @property
    def record(self) -> Advisory:
        """The first variant: what all of them share can be read from it."""
        return self.variants[0]

    @property
    def id(self) -> str:
        """The id of the edition; another clearance may have one of the same id."""
        return self.record.id

    @property
    def place(self) -> tuple[datetime, int]:
        """Where it stands in its series: by as-of, then by number."""
        return (self.record.as_of, self.record.edition)

    def variant(self, profile: Profile, variant: Edition) -> Advisory | None:
        """Return one variant, or None where it was not written."""
        return next(
            (a for a in self.variants if (a.profile, a.variant) == (profile, variant)), None
        )


@dataclass(frozen=True, slots=True)
class Advisories:
    """The editions of one store."""

    database: Database

    def add(self, variants: Sequence[Advisory], clearance: Tlp, author: str = "") -> KeptEdition:
        """Keep an edition with all its variants and return it; again is no harm.

        Raises:
            UserError: If this edition exists with another content.
        """
        record, body = variants[0], encode(tuple(variants))
        with self.database.writing():
            there = self._one(record.series, record.edition, clearance)
            if there is None:
                self.database.write(
                    "INSERT INTO advisories (id, series, edition, clearance, author, hash, body) "
                    "VALUES (?, ?, ?, ?, ?, ?, ?)",
                    (record.id, record.series, record.edition, int(clearance), author,
                     binding(body, clearance), body),
                )  # fmt: skip
            elif there.variants != tuple(variants):
                raise UserError(
                    f"Edition {record.edition} of {record.series} exists with another content. "
                    "Editions are never edited: draft the next one."
                )
        return there or KeptEdition(tuple(variants), clearance, author, binding(body, clearance))

    def all(self, series: str | None = None) -> tuple[KeptEdition, ...]:
        """Return the editions, of one series or of all, in the order of their numbers."""
        query = f"{_COLUMNS} WHERE ? IS NULL OR series = ? ORDER BY series, edition, clearance"
        return tuple(self._kept(query, (series, series)))

    def named(self, edition_id: str) -> tuple[KeptEdition, ...]:
        """Return the editions of this id, one for each clearance."""
        query = f"{_COLUMNS} WHERE id = ? ORDER BY clearance"
        return tuple(self._kept(query, (edition_id,)))

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all editions."""
        query = "SELECT DISTINCT id FROM advisories ORDER BY id"
        return tuple(row[0] for row in self.database.rows(query))

    def newest(self) -> tuple[KeptEdition, ...]:
        """Return the newest edition of each series and clearance."""
        query = (
            "SELECT clearance, author, body, max(edition) FROM advisories "
            "GROUP BY series, clearance ORDER BY series, clearance"
        )
        return tuple(self._kept(query, ()))

    def _one(self, series: str, number: int, clearance: Tlp) -> KeptEdition | None:
        query = f"{_COLUMNS} WHERE series = ? AND edition = ? AND clearance = ?"
        return next(self._kept(query, (series, number, int(clearance))), None)

    def _kept(self, query: str, values: Row) -> Iterator[KeptEdition]:
        for clearance, author, body, *_ in self.database.rows(query, values):
            variants = decode(body, tuple[Advisory, ...])
            yield KeptEdition(variants, Tlp(clearance), author, binding(body, Tlp(clearance)))


def binding(body: str, clearance: Tlp) -> str:
    """Return the hash that a signature binds: over all variants and for whom they were written."""
    return fingerprint(f"{clearance}\n{body}")
