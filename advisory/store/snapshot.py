"""Write what look-ups read: one file for each clearance, made whole and put in place at once.

In come the names of the regions and the finished answers; out comes an SQLite file that appears
under its name in one step, so a reader meets the old snapshot or the new one. The same content
gives the same bytes. How a snapshot is read is in `store.lookup`, which must stay light.
"""

import sqlite3
from collections.abc import Iterable
from contextlib import closing, suppress
from dataclasses import asdict, astuple, dataclass
from pathlib import Path

from advisory.errors import BrokenStore
from advisory.files import write_whole
from advisory.gazetteer.folding import fold
from advisory.store.lookup import Answer, Lookup

_SCHEMA = Path(__file__).with_name("snapshot.sql")


@dataclass(frozen=True, slots=True)
class Origin:
    """What a snapshot was made from; kept as its `meta`.

    `generation` and `digest` are the store's, `clearance` a TLP name, `first_day` the day of the
    making (YYYY-MM-DD). `gazetteer` is the version of the gazetteer that gave the names.
    """

    digest: str
    generation: str
    rule_base: str
    clearance: str
    first_day: str
    gazetteer: str = ""


@dataclass(frozen=True, slots=True)
class RegionName:
    """One name of one region, with its code where it is `shown` as a choice.

    `rank` is the order of decision 16, from 0 for an exact code.
    """

    name: str
    rank: int
    region: str
    shown: str


def write_snapshot(
    path: Path,
    origin: Origin,
    names: Iterable[RegionName],
    answers: Iterable[Answer],
    beside: Path | None = None,
) -> None:
    """Replace the snapshot at this path.

    The names are many and seldom change: where the old snapshot, or one `beside` it for another
    clearance, has those of the same gazetteer they are copied, and `names` is never asked. So give
    it as a generator.

    Raises:
        OSError: If it cannot be written; the old snapshot stays.
    """
    with closing(sqlite3.connect(":memory:", uri=True, isolation_level=None)) as built:
        built.executescript(_SCHEMA.read_text(encoding="utf-8"))
        has_names = any(_attach(built, old, origin.gazetteer) for old in (path, beside) if old)
        built.execute("BEGIN")
        built.executemany("INSERT INTO meta VALUES (?, ?)", sorted(asdict(origin).items()))
        if not (has_names and _copy_names(built)):
            built.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", sorted(_rows(names)))
        answered = sorted(astuple(answer) for answer in answers)
        built.executemany("INSERT INTO assessments VALUES (?, ?, ?, ?)", answered)
        built.execute("COMMIT")
        content = built.serialize()
    write_whole(path, content, mode=0o600)


def is_of(path: Path, origin: Origin) -> bool:
    """Whether the snapshot at this path was made from this, and is whole."""
    try:
        with Lookup.open(path) as lookup:
            whole = lookup.connection.execute("PRAGMA quick_check").fetchone() == ("ok",)
            return whole and lookup.meta == asdict(origin)
    except (BrokenStore, sqlite3.DatabaseError):
        return False


def _attach(built: sqlite3.Connection, path: Path, gazetteer: str) -> bool:
    """Whether a snapshot is there with the names of this gazetteer, which then is attached."""
    if not gazetteer or not path.exists():
        return False
    query = "SELECT value FROM old.meta WHERE key = 'gazetteer'"
    with suppress(sqlite3.DatabaseError):
        built.execute("ATTACH ? AS old", (f"{path.absolute().as_uri()}?mode=ro&immutable=1",))
        if built.execute(query).fetchone() == (gazetteer,):
            return True
        built.execute("DETACH old")
    return False


def _copy_names(built: sqlite3.Connection) -> bool:
    try:
        built.execute("INSERT INTO names SELECT * FROM old.names ORDER BY folded, rank, region")
    except sqlite3.DatabaseError:  # a damaged file: the names are made anew
        return False
    return True


def _rows(names: Iterable[RegionName]) -> Iterable[tuple[str, int, str, str]]:
    # Two spellings may fold to one: the first in the alphabet is shown.
    shown: dict[tuple[str, int, str], str] = {}
    for name in names:
        key = (fold(name.name), name.rank, name.region)
        shown[key] = min(name.shown, shown.get(key, name.shown))
    return ((*key, text) for key, text in shown.items() if key[0])
