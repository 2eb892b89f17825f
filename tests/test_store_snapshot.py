import subprocess
import sys
from dataclasses import replace

import pytest

from advisory.errors import AmbiguousName, BrokenStore, UnknownName
from advisory.store.lookup import Answer, Lookup, generation, snapshot_path
from advisory.store.snapshot import Origin, RegionName, write_snapshot
from tests.builders_store import NOON, a_report, a_store

ORIGIN = Origin("d1", "7", "rules", "RED", "2025-03-11")
NAMES = (
    RegionName("ML", 0, "ML", "Mali (ML)"),
    RegionName("Mali", 1, "ML", "Mali (ML)"),
    RegionName("Kidal", 2, "ML-8", "Kidal Region, Mali (ML-8)"),
    RegionName("Kidal", 5, "geonames:1", "Kidal (town), Mali (geonames:1)"),
    RegionName("Ségou", 2, "ML-4", "Ségou Region, Mali (ML-4)"),
    RegionName("Central", 2, "UG-C", "Central, Uganda (UG-C)"),
    RegionName("Central", 2, "ZM-02", "Central, Zambia (ZM-02)"),
)
ANSWERS = (Answer("ML-8", "2025-03-11", '{"level": 5}', "5 EXTREME"),)


def a_lookup(folder, names=NAMES, answers=ANSWERS) -> Lookup:
    write_snapshot(folder / "snapshot.sqlite", ORIGIN, names, answers)
    return Lookup.open(folder / "snapshot.sqlite")


def test_an_answer_is_found_by_region_and_day(tmp_path):
    with a_lookup(tmp_path) as lookup:
        assert lookup.answer("ML-8", "2025-03-11") == ANSWERS[0]
        assert lookup.answer("ML-8", "2025-03-12") is None


@pytest.mark.parametrize("typed", ["Kidal", "KIDAL", " kidal. "])
def test_a_name_means_the_region_of_the_first_rank(tmp_path, typed):
    with a_lookup(tmp_path) as lookup:
        assert lookup.region(typed) == "ML-8"


def test_a_name_is_found_without_its_accents(tmp_path):
    with a_lookup(tmp_path) as lookup:
        assert lookup.region("segou") == "ML-4"


def test_a_name_that_two_regions_of_one_rank_have_is_asked_back_with_their_codes(tmp_path):
    with a_lookup(tmp_path) as lookup, pytest.raises(AmbiguousName) as refused:
        lookup.region("central")
    assert refused.value.choices == ("Central, Uganda (UG-C)", "Central, Zambia (ZM-02)")


def test_an_unknown_name_names_the_nearest(tmp_path):
    with a_lookup(tmp_path) as lookup, pytest.raises(UnknownName, match='Did you mean "Mali"'):
        lookup.region("Malli")


def test_the_origin_can_be_read_back(tmp_path):
    with a_lookup(tmp_path) as lookup:
        assert lookup.meta == {
            "clearance": "RED",
            "digest": "d1",
            "first_day": "2025-03-11",
            "gazetteer": "",
            "generation": "7",
            "rule_base": "rules",
        }


def test_the_same_content_in_any_order_gives_the_same_bytes(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    write_snapshot(one, ORIGIN, NAMES, ANSWERS)
    write_snapshot(two, ORIGIN, reversed(NAMES), reversed(ANSWERS))
    assert one.read_bytes() == two.read_bytes()


NAMED = replace(ORIGIN, gazetteer="g1")


def test_the_names_of_the_same_gazetteer_are_copied_and_not_asked_for_again(tmp_path):
    first, again = tmp_path / "first", tmp_path / "again"
    write_snapshot(first, NAMED, NAMES, ())
    again.write_bytes(first.read_bytes())
    write_snapshot(first, NAMED, NAMES, ANSWERS)
    write_snapshot(again, NAMED, (pytest.fail("asked") for _ in NAMES), ANSWERS)
    assert again.read_bytes() == first.read_bytes()


def test_the_names_are_copied_from_a_snapshot_for_another_clearance_too(tmp_path):
    other, path, old = tmp_path / "other", tmp_path / "path", replace(NAMED, gazetteer="g0")
    write_snapshot(other, NAMED, NAMES, ())
    write_snapshot(path, old, NAMES[:1], ANSWERS)
    write_snapshot(path, NAMED, (pytest.fail("asked") for _ in NAMES), ANSWERS, other)
    with Lookup.open(path) as lookup:
        assert lookup.region("Kidal")


@pytest.mark.parametrize("damage", [b"", b"no database", None])
def test_names_are_made_anew_for_another_gazetteer_or_from_a_damaged_file(tmp_path, damage):
    path = tmp_path / "snapshot.sqlite"
    write_snapshot(path, NAMED, NAMES, ANSWERS)
    if damage is not None:
        path.write_bytes(damage)
    origin = NAMED if damage is not None else replace(NAMED, gazetteer="g2")
    write_snapshot(path, origin, NAMES[:1], ANSWERS)
    with Lookup.open(path) as lookup, pytest.raises(UnknownName):
        lookup.region("Kidal")


def test_looking_up_changes_no_byte_and_leaves_no_file(tmp_path):
    with a_lookup(tmp_path) as lookup:
        before = lookup.path.read_bytes()
        lookup.answer(lookup.region("Kidal"), "2025-03-11")
    assert lookup.path.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["snapshot.sqlite"]


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_snapshot_says_how_to_mend_it(tmp_path, content):
    path = tmp_path / "snapshot.sqlite"
    path.write_bytes(content)
    with pytest.raises(BrokenStore, match="Make the snapshot anew"):
        Lookup.open(path)


def test_a_missing_snapshot_says_how_to_make_it(tmp_path):
    with pytest.raises(BrokenStore, match="Make the snapshot anew"):
        Lookup.open(tmp_path / "none.sqlite")


def test_a_store_that_learnt_something_has_another_generation(tmp_path):
    with a_store(tmp_path) as store:
        before = generation(tmp_path / "store.sqlite")
        store.add_reports([a_report()], NOON)
        assert generation(tmp_path / "store.sqlite") == store.generation != before


def test_each_clearance_has_a_snapshot_of_its_own(tmp_path):
    store = tmp_path / "store.sqlite"
    assert snapshot_path(store, "AMBER_STRICT") == snapshot_path(store, "TLP:AMBER+STRICT")
    assert snapshot_path(store, "AMBER") != snapshot_path(store, "AMBER_STRICT")


def test_the_look_up_imports_nothing_but_the_standard_library():
    program = (
        "import sys; before = set(sys.modules); import advisory.store.lookup; "
        "new = {name.partition('.')[0] for name in set(sys.modules) - before}; "
        "print(sorted(new - sys.stdlib_module_names))"
    )
    loaded = subprocess.run(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == "['advisory']"
