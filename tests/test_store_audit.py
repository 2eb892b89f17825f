import random
import sqlite3
from dataclasses import replace

import pytest

from advisory.errors import BrokenStore
from advisory.store.audit import problems
from tests.builders_store import EVENING, NOON, a_store


def a_chain(store, length=5):
    for number in range(length):
        store.audit.append(NOON, "the desk", "sign", {"edition": number, "level": 4})
    return store.audit.rows()


def test_an_untouched_chain_is_whole_and_holds_every_head_noted_outside(tmp_path):
    with a_store(tmp_path) as store:
        first = store.audit.append(NOON, "one", "sign", {"level": 4})
        last = store.audit.append(EVENING, "two", "release", {"level": 4})
        assert store.audit.head == last.hash
        assert store.audit.verify({"first": first.hash, "last": last.hash}) == ()


def test_a_head_of_an_empty_chain_is_good_for_ever(tmp_path):
    with a_store(tmp_path) as store:
        before = store.audit.head
        a_chain(store)
        assert store.audit.verify({"noted before": before}) == ()


def test_a_cut_tail_is_found_by_the_head_that_was_noted_outside(tmp_path):
    with a_store(tmp_path) as store:
        rows = a_chain(store)
        assert list(problems(rows[:-1])) == []
        [found] = problems(rows[:-1], {"slip.json": store.audit.head})
        assert found.startswith("slip.json: the head ")
        assert "its end was cut off" in found


@pytest.mark.parametrize("field", ["at", "by", "act", "body", "hash", "previous"])
def test_a_changed_row_is_found_and_named(tmp_path, field):
    with a_store(tmp_path) as store:
        rows = list(a_chain(store))
        rows[2] = replace(rows[2], **{field: "forged"})
        assert any("row 3" in problem for problem in problems(rows))


def test_a_row_that_was_changed_and_sealed_anew_breaks_the_next(tmp_path):
    with a_store(tmp_path) as store:
        rows = list(a_chain(store))
        forged = replace(rows[2], by="somebody else")
        rows[2] = replace(forged, hash=forged.right_hash)
        assert list(problems(rows)) == ["row 4 does not follow the row before it"]


def test_a_row_taken_out_is_found(tmp_path):
    with a_store(tmp_path) as store:
        rows = list(a_chain(store))
        del rows[1]
        assert next(problems(rows)) == "row 2 is missing: row 3 stands in its place"


def test_swapped_rows_are_found_whatever_numbers_they_are_given(tmp_path):
    with a_store(tmp_path) as store:
        rows = list(a_chain(store))
        rows[1], rows[2] = replace(rows[2], sequence=2), replace(rows[1], sequence=3)
        assert list(problems(rows)) != []


def test_every_flipped_character_is_found(tmp_path):
    dice = random.Random(1)  # noqa: S311 - a fixed seed, no secret
    with a_store(tmp_path) as store:
        rows = a_chain(store)
    for _ in range(500):
        at, field = dice.randrange(5), dice.choice(["previous", "hash", "at", "by", "act", "body"])
        text = getattr(rows[at], field)
        place = dice.randrange(len(text))
        flipped = text[:place] + chr(ord(text[place]) ^ 1) + text[place + 1 :]
        changed = [*rows[:at], replace(rows[at], **{field: flipped}), *rows[at + 1 :]]
        assert list(problems(changed)) != []


@pytest.mark.parametrize("statement", ["DELETE FROM audit", "UPDATE audit SET by = 'x'"])
def test_the_store_itself_refuses_to_change_what_was_signed(tmp_path, statement):
    with a_store(tmp_path) as store:
        a_chain(store)
        with pytest.raises(BrokenStore, match="append-only"):
            store.database.write(statement)


def test_a_change_behind_the_stores_back_is_found(tmp_path):
    with a_store(tmp_path) as store:
        a_chain(store)
        with sqlite3.connect(tmp_path / "store.sqlite") as stranger:
            stranger.execute("DROP TRIGGER audit_unchanged")
            stranger.execute("UPDATE audit SET body = replace(body, '4', '2') WHERE sequence = 2")
        stranger.close()
        assert store.audit.verify() == ("row 2 was changed: its content does not give its hash",)
