"""What a user has imported from dumps of GeoNames, kept in one file among the user's own data.

A file is taken in whole or, where the program is stopped, not at all: one transaction each. A place
that is there already is replaced under its number, so taking in the same file twice changes
nothing. `version` is a hash of all rows, whatever file they came from and in whatever order; the
compiled index carries it, so an import is compiled in by whichever command comes next.
"""

import hashlib
import os
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count
from operator import attrgetter
from pathlib import Path
from typing import Any, BinaryIO, Final

from advisory.errors import BrokenIndex, Problem, UserError
from advisory.gazetteer.dump import DumpPlace, Refused, read_dump

FILE: Final = "geonames.db"
MOST_PROBLEMS: Final = 20
_COLUMNS: Final = (
    "geonameid, name, names, latitude, longitude, feature, country, admin1, admin2, population"
)
_PLACE: Final = """
create table if not exists place (
    geonameid integer primary key, name text, names text, latitude real, longitude real,
    feature text, country text, admin1 text, admin2 text, population integer, file text
) without rowid
"""
_VERSION: Final = "create table if not exists version (hash text)"
_UPSERT: Final = f"insert or replace into place ({_COLUMNS}, file) values ({'?, ' * 10}?)"  # noqa: S608 - our own words
_values_of: Final = attrgetter(*_COLUMNS.split(", "))  # astuple would cost half of an import
_LONGEST_LINE: Final = 1 << 20
_TELL_EACH: Final = 1000  # lines
_BETWEEN: Final = "\t"  # no name of a dump has it
_ZIP: Final = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file; of the problems only the first are told."""

    file: str
    kept: int
    left_out: int
    refused: int
    problems: tuple[Problem, ...]


class Imported:
    """The imported places, in a file among the user's data that need not exist yet.

    Without a path nothing is imported.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path or Path(os.devnull)

    def take_in(self, dump: Path, progress: Callable[[float], None] | None = None) -> Taken:
        """Take in a dump; rows that cannot be believed are refused and the rest goes in.

        Raises:
            UserError: If the file cannot be read, or is no dump of places.
            BrokenIndex: If what was imported before is damaged, or cannot be written.
        """
        counts, problems = Counter[str](), list[Problem]()
        with _readable(dump) as stream, self._changing() as database:
            lines = _lines(stream, dump.stat().st_size, progress)
            for number, read in enumerate(read_dump(lines), start=1):
                counts[type(read).__name__] += 1
                if isinstance(read, DumpPlace):
                    _upsert(database, read, dump.name)
                elif isinstance(read, Refused) and len(problems) < MOST_PROBLEMS:
                    problems += [Problem(dump.name, number, reason) for reason in read.reasons]
        kept, refused = counts[DumpPlace.__name__], counts[Refused.__name__]
        left_out = counts.total() - kept - refused
        return Taken(dump.name, kept, left_out, refused, tuple(problems))

    def files(self) -> tuple[tuple[str, int], ...]:
        """Return each file that was taken in, with how many places are there from it."""
        return tuple(self._rows("select file, count(*) from place group by file order by file"))

    def remove(self, file: str) -> int:
        """Forget the places of a file; return how many.

        Raises:
            UserError: If nothing came from a file of that name.
        """
        known = dict(self.files())
        if file not in known:
            names = ", ".join(known) or "nothing"
            raise UserError(f'Nothing was imported from "{file}". Imported: {names}.')
        with self._changing() as database:
            database.execute("delete from place where file = ?", (file,))
        return known[file]

    def version(self) -> str | None:
        """Return the hash of all imported places; None where there are none."""
        hashes = [row[0] for row in self._rows("select hash from version")]
        return hashes[0] if hashes else None

    def places(self, *, divisions: bool) -> Iterator[DumpPlace]:
        """Give the divisions, or all other places, in the order of their numbers."""
        like = "like" if divisions else "not like"
        query = f"select {_COLUMNS} from place where feature {like} 'A.%' order by geonameid"  # noqa: S608 - our own words
        for number, name, names, *rest in self._rows(query):
            latitude, longitude, feature, country, admin1, admin2, population = rest
            yield DumpPlace(
                geonameid=number,
                name=name,
                names=tuple(filter(None, names.split(_BETWEEN))),
                latitude=latitude,
                longitude=longitude,
                feature=feature,
                country=country,
                admin1=admin1,
                admin2=admin2,
                population=population,
            )

    def _rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        if not self._path.is_file() or not self._path.stat().st_size:
            return
        with self._opened() as database:
            # A first import that was stopped leaves a file without tables.
            if database.execute("select 1 from sqlite_master where name = 'version'").fetchone():
                yield from database.execute(query)

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, isolation_level=None)) as database:
                yield database
        except sqlite3.Error as error:
            raise BrokenIndex(
                f"{self._path}: {error}. If it is damaged, remove it and import your dumps again."
            ) from None

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """Give the database for one change: it is written with its new version, or not at all."""
        _make_folder(self._path.parent)
        with self._opened() as database, database:
            database.execute("begin immediate")
            for statement in (_PLACE, _VERSION):
                database.execute(statement)
            yield database
            _write_version(database)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"{folder} cannot be made: {error.strerror}. Set XDG_DATA_HOME to a folder of yours."
        ) from None


@contextmanager
def _readable(dump: Path) -> Iterator[BinaryIO]:
    try:
        stream = dump.open("rb")
    except OSError as error:
        raise UserError(f"{dump} cannot be read: {error.strerror}.") from None
    with stream:
        if stream.read(len(_ZIP)) == _ZIP:
            raise UserError(f"{dump} is a zip archive: unzip it, and import the table in it.")
        stream.seek(0)
        yield stream


def _lines(
    stream: BinaryIO, size: int, progress: Callable[[float], None] | None
) -> Iterator[bytes]:
    """Give line by line; one that is longer than any row is cut, so that memory stays flat."""
    tell = progress or (lambda _: None)
    done = 0
    for number in count():
        line = stream.readline(_LONGEST_LINE)
        done += len(line)
        if len(line) == _LONGEST_LINE:
            done += _skip_line(stream)
            line = line.rstrip(b"\n") + b"\n"
        if not line or number % _TELL_EACH == _TELL_EACH - 1:
            tell(done / max(size, 1))
        if not line:
            return
        yield line


def _skip_line(stream: BinaryIO) -> int:
    done = 0
    while rest := stream.readline(_LONGEST_LINE):
        done += len(rest)
        if rest.endswith(b"\n"):
            break
    return done


def _upsert(database: sqlite3.Connection, place: DumpPlace, file: str) -> None:
    number, name, names, *rest = _values_of(place)
    database.execute(_UPSERT, (number, name, _BETWEEN.join(names), *rest, file))


def _write_version(database: sqlite3.Connection) -> None:
    total = hashlib.sha256()
    rows = database.execute(f"select {_COLUMNS} from place order by geonameid")  # noqa: S608 - our own words
    empty = total.digest()
    for row in rows:
        total.update(repr(row).encode())
    database.execute("delete from version")
    if total.digest() != empty:
        database.execute("insert into version values (?)", (total.hexdigest(),))
