"""The file itself: made, damaged, full, shared, killed."""

import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from advisory.errors import BrokenStore
from advisory.store.database import VERSION
from advisory.store.store import Store
from tests.builders_store import NOON, a_report, a_store

WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from advisory.model.text import Report
from advisory.store.store import Store
path, writer, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
with Store.open(path) as store:
    for number in range(count):
        store.add_reports([Report(f"{writer}-{number}", "x" * 500)], datetime.now(UTC))
        print(number, flush=True)
"""


def a_writer(path, name, count) -> subprocess.Popen:
    command = [sys.executable, "-c", WRITER, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own


def a_full_store(folder):
    with a_store(folder) as store:
        reports = [a_report(f"r{number}", "word " * 400) for number in range(50)]
        store.add_reports(reports, NOON)
    return folder / "store.sqlite"


def test_a_missing_store_is_not_made_by_a_command_that_only_reads(tmp_path):
    with pytest.raises(BrokenStore, match="There is no store"):
        Store.open(tmp_path / "none.sqlite", create=False)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_no_store_to_a_command_that_only_reads(tmp_path):
    path = tmp_path / "store.sqlite"
    path.touch()
    with pytest.raises(BrokenStore, match="no store of ours, or empty"):
        Store.open(path, create=False)


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "other.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE holidays (day TEXT)")
    before = path.read_bytes()
    with pytest.raises(BrokenStore, match="no store of ours"):
        Store.open(path)
    assert path.read_bytes() == before


def test_a_store_of_a_newer_version_asks_for_an_upgrade(tmp_path):
    a_store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as newer, newer:
        newer.execute("UPDATE meta SET value = ? WHERE key = 'version'", (VERSION + 1,))
    with pytest.raises(BrokenStore, match="Upgrade advisory"):
        a_store(tmp_path)


def test_a_store_from_before_the_first_release_is_not_misread(tmp_path):
    a_store(tmp_path).close()
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as older, older:
        older.execute("UPDATE meta SET value = ? WHERE key = 'version'", (VERSION - 1,))
    with pytest.raises(BrokenStore, match="into a new store"):
        a_store(tmp_path)


@pytest.mark.parametrize("keep", [3, 50, 1000, 4096, 20_000, 60_000])
def test_a_cut_file_says_that_it_is_damaged(tmp_path, keep):
    path = a_full_store(tmp_path)
    os.truncate(path, keep)
    with pytest.raises(BrokenStore, match=r"damaged|no store"), a_store(tmp_path) as store:
        store.reports()


def test_no_byte_of_a_damaged_file_reaches_a_reader_as_an_answer(tmp_path):
    path = a_full_store(tmp_path)
    content = bytearray(path.read_bytes())
    content[-30_000:] = b"\xa5" * 30_000
    path.write_bytes(content)
    with pytest.raises(BrokenStore), a_store(tmp_path) as store:
        store.reports()


def test_a_folder_that_may_not_be_made_says_so(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(BrokenStore, match="Check the folder"):
        Store.open(tmp_path / "file" / "store.sqlite")


def test_eight_writers_at_once_lose_nothing(tmp_path):
    path = tmp_path / "store.sqlite"
    writers = [a_writer(path, f"w{number}", 10) for number in range(8)]
    assert [(writer.communicate(), writer.returncode)[1] for writer in writers] == [0] * 8
    with a_store(tmp_path) as store:
        assert len(store.reports()) == 80
        assert store.generation == "80"


def test_what_was_reported_done_survives_a_kill(tmp_path):
    writer = a_writer(tmp_path / "store.sqlite", "w", 100_000)
    done = [writer.stdout.readline() for _ in range(20)]
    writer.send_signal(signal.SIGKILL)
    writer.communicate()
    with a_store(tmp_path) as store:
        kept = {report.id for report in store.reports()}
        assert {f"w-{line.strip()}" for line in done} <= kept


def break_off(store):
    with store.writing():
        store.add_reports([a_report("r1")], NOON)
        raise KeyboardInterrupt


def test_a_broken_off_batch_leaves_nothing(tmp_path):
    with a_store(tmp_path) as store:
        with pytest.raises(KeyboardInterrupt):
            break_off(store)
        assert store.reports() == ()


def test_a_store_written_in_one_transaction_may_hold_many_kinds(tmp_path):
    with a_store(tmp_path) as store:
        with store.writing():
            store.add_reports([a_report("r1")], NOON)
            store.quarantine.add("a.txt", "The file is empty.", NOON)
        assert [item.item for item in store.quarantine.all()] == ["a.txt"]


def test_a_store_is_for_its_owner_alone(tmp_path):
    path = a_full_store(tmp_path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_file_syncs_every_commit_and_keeps_its_references(tmp_path):
    with a_store(tmp_path) as store:
        asked = ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        found = [store.database.row(f"PRAGMA {name}")[0] for name in asked]
        assert found == ["wal", 2, 1, 0]
