"""A user's own dump of GeoNames: what goes in, what is refused and why, and what it changes."""

import signal
import sqlite3
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from advisory.cli.app import build
from advisory.errors import BrokenIndex, UserError
from advisory.gazetteer import packages
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.gazetteer.imported import Imported
from advisory.resources import folder

BAMAKO = 2460596
TEN_COLUMNS = "\t".join("0123456789")


def dump_row(geonameid, name, point="15.1\t-4.2", **other):
    """A row of 19 columns; made up, but for the numbers of places that everybody has."""
    columns = {
        "feature": "P\tPPL",
        "admin1": "04",
        "people": 0,
        "names": "",
        "country": "ML",
    } | other
    return (
        "{geonameid}\t{name}\t{name}\t{names}\t{point}\t{feature}\t{country}\t\t{admin1}\t\t\t\t"
        "{people}\t\t270\tAfrica/Bamako\t2024-05-01\n"
    ).format(geonameid=geonameid, name=name, point=point, **columns)


ROWS = [
    dump_row(90000001, "Tamikoro"),
    dump_row(90000002, "Sirabala", names="Sirabalá,ሲራባላ,SIR", people=1200),
    dump_row(90000003, "Sanankoro"),
    dump_row(90000004, "Mopti Barrage", feature="H\tDAM"),
    dump_row(90000005, "Koubi", feature="H\tSTM"),
    dump_row(90000006, "Fakala", feature="T\tHLL"),
    dump_row(90000007, "Doro Airstrip", feature="S\tAIRP"),
    dump_row(90000008, "Camp Sirabala", feature="S\tMILB"),
    dump_row(90000009, "Camp Tamikoro", feature="S\tCMPRF"),
    dump_row(90000010, "Mosquée", feature="S\tMSQE"),
    dump_row(90000011, "Kirango Island", feature="T\tISL"),
    dump_row(90000012, "Kendié-Nord", feature="A\tADM3"),
    dump_row(90000013, "Ancien Kendié", feature="A\tADM3H"),
    dump_row(90000014, "Wérékélé", people=300),
    dump_row(
        BAMAKO, "Bamako", point="12.65\t-8.0", admin1="01", people=4_200_000, names="Bamakoville"
    ),
    dump_row(90000016, "Anefif", point="18.05\t0.61", admin1="10"),  # a place of our own already
    dump_row(90000017, "Sahara Nowhere", country=""),
]
KEPT = 11


@pytest.fixture
def imported(tmp_path):
    return Imported(tmp_path / "data" / "geonames.db")


@pytest.fixture
def dump(tmp_path):
    def write(*rows, name="ML.txt"):
        path = tmp_path / name
        path.write_bytes("".join(rows).encode("utf-8"))
        return path

    return write


def test_divisions_places_airfields_camps_and_islands_go_in_and_streams_do_not(imported, dump):
    taken = imported.take_in(dump(*ROWS))
    assert (taken.kept, taken.left_out, taken.refused) == (KEPT, len(ROWS) - KEPT, 0)
    kept = {p.feature for p in imported.places(divisions=False)}
    assert kept == {"P.PPL", "S.AIRP", "S.MILB", "S.CMPRF", "T.ISL"}


def test_only_names_in_latin_letters_are_kept_and_no_codes(imported, dump):
    imported.take_in(dump(ROWS[1]))
    [place] = imported.places(divisions=False)
    assert place.names == ("Sirabalá",)


def test_taking_a_file_in_twice_changes_nothing(imported, dump):
    imported.take_in(dump(*ROWS))
    once = imported.version(), imported.files()
    imported.take_in(dump(*ROWS))
    assert (imported.version(), imported.files()) == once


def test_the_version_does_not_depend_on_order_or_pieces(tmp_path, imported, dump):
    imported.take_in(dump(*ROWS))
    other = Imported(tmp_path / "other.db")
    other.take_in(dump(*reversed(ROWS[5:]), name="a.txt"))
    other.take_in(dump(*ROWS[:5], name="b.txt"))
    assert other.version() == imported.version()


def test_a_newer_row_replaces_the_one_of_its_number(imported, dump):
    imported.take_in(dump(ROWS[0]))
    imported.take_in(dump(dump_row(90000001, "Tamikoro-Marka")))
    assert [p.name for p in imported.places(divisions=False)] == ["Tamikoro-Marka"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (TEN_COLUMNS + "\n", "10 columns instead of 19"),
        (ROWS[0][:-1] + "\tmore\n", "20 columns instead of 19"),
        (dump_row(90000001, "Far", "95.0\t2.0"), 'lat "95.0" is not a number from -90 to 90'),
        (dump_row(90000001, "Far", "15,1\t2.0"), 'lat "15,1" is not a number'),
        (dump_row(90000001, "Far", "15.1\tnan"), 'lon "nan" is not a number'),
        (dump_row(90000001, "Far", "0.0\t0"), "the point 0, 0 lies in the sea"),
        (dump_row("x1", "Far"), 'geonameid "x1" is not a whole number'),
        (dump_row(0, "Far"), 'geonameid "0" is not a whole number'),
        (dump_row(90000001, ""), 'the name "" has no letters'),
        (dump_row(90000001, "Far", country="mli"), '"mli" is not an ISO 3166-1 code'),
        (dump_row(90000001, "Far", people="-5"), 'population "-5" is not a whole number'),
        (ROWS[0][:60], "the file ends inside this row, in column"),
        (ROWS[0][:-4], "the file ends inside this row, in its last column"),
    ],
)
def test_a_bad_row_is_refused_with_its_line_and_the_rest_goes_in(imported, dump, row, reason):
    taken = imported.take_in(dump(ROWS[1], row))
    assert (taken.kept, taken.refused) == (1, 1)
    assert str(taken.problems[0]).startswith("ML.txt:2: ")
    assert reason in str(taken.problems[0])


def test_a_row_that_is_not_text_is_refused(imported, tmp_path):
    path = tmp_path / "ML.txt"
    path.write_bytes(b"\xff\xfe" + ROWS[0].encode())
    assert imported.take_in(path).problems[0].what == "it is not UTF-8"


def test_only_the_first_problems_are_told_and_all_are_counted(imported, dump):
    taken = imported.take_in(dump(*[f"{TEN_COLUMNS}\n"] * 50))
    assert (taken.refused, len(taken.problems)) == (50, 20)


def test_a_line_without_end_is_one_refused_row(imported, dump):
    taken = imported.take_in(dump("x" * 3_000_000, "\n", ROWS[0]))
    assert (taken.kept, taken.refused, taken.problems[0].line) == (1, 1, 1)


def test_an_archive_is_refused_as_a_whole(imported, tmp_path):
    path = tmp_path / "ML.zip"
    path.write_bytes(b"PK\x03\x04rest")
    with pytest.raises(UserError, match="unzip it"):
        imported.take_in(path)


def test_a_file_that_is_not_there_is_refused_and_nothing_is_made(imported, tmp_path):
    with pytest.raises(UserError, match="cannot be read"):
        imported.take_in(tmp_path / "none.txt")
    assert imported.files() == ()


def test_a_file_that_stops_half_way_leaves_what_was_there(imported, dump):
    imported.take_in(dump(ROWS[0]))
    before = imported.version()

    def stop(_):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        imported.take_in(dump(*ROWS, name="new.txt"), stop)
    assert (imported.version(), imported.files()) == (before, (("ML.txt", 1),))


KILLED = """
import os, signal, sys
from pathlib import Path
from advisory.gazetteer.imported import Imported
def kill(share):
    if share > 0.5:
        os.kill(os.getpid(), signal.SIGKILL)
Imported(Path(sys.argv[1])).take_in(Path(sys.argv[2]), kill)
"""


@pytest.mark.parametrize("earlier", [[], ROWS[:1]])
def test_an_import_that_is_killed_leaves_what_was_there(tmp_path, dump, earlier):
    here = tmp_path / "geonames.db"
    if earlier:
        Imported(here).take_in(dump(*earlier))
    before = Imported(here).version(), Imported(here).files()
    many = dump(*[dump_row(91000000 + n, f"Tamikoro {n}") for n in range(20_000)], name="new.txt")
    done = subprocess.run([sys.executable, "-c", KILLED, here, many], check=False)  # noqa: S603 - our own words
    assert done.returncode == -signal.SIGKILL
    assert (Imported(here).version(), Imported(here).files()) == before


def test_a_damaged_file_of_imports_says_how_to_mend_it(tmp_path):
    path = tmp_path / "geonames.db"
    path.write_bytes(b"not a database at all, but long enough" * 40)
    with pytest.raises(BrokenIndex, match="import your dumps again"):
        Imported(path).version()


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path, dump):
    (tmp_path / "data").write_text("in the way")
    with pytest.raises(UserError, match="Set XDG_DATA_HOME"):
        Imported(tmp_path / "data" / "advisory" / "geonames.db").take_in(dump(ROWS[0]))


def test_what_was_imported_can_be_removed(imported, dump):
    imported.take_in(dump(*ROWS))
    assert imported.remove("ML.txt") == KEPT
    assert imported.version() is None
    with pytest.raises(UserError, match="Imported: nothing"):
        imported.remove("ML.txt")


def test_the_file_of_imports_is_a_plain_table(imported, dump, tmp_path):
    imported.take_in(dump(ROWS[0]))
    with sqlite3.connect(tmp_path / "data" / "geonames.db") as database:
        assert list(database.execute("select name, file from place")) == [("Tamikoro", "ML.txt")]


@pytest.fixture(scope="module")
def compiled(tmp_path_factory):
    """A gazetteer with the dump compiled in; of the packages two countries, to be quick."""
    here = tmp_path_factory.mktemp("import")
    (here / "ML.txt").write_text("".join(ROWS), "utf-8")
    imported = Imported(here / "geonames.db")
    imported.take_in(here / "ML.txt")
    few = [city for city in packages.cities() if city.countrycode in {"ML", "FR"}]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(packages, "cities", lambda: few)
        return Gazetteer.open([folder("rules")], here, imported=imported)


def found(gazetteer, text):
    return {t.span.text: t.place.regions[-1:] for t in gazetteer.toponyms(text) if not t.is_demonym}


def test_an_imported_village_is_found_in_its_admin1(compiled):
    place = compiled.place("geonames:90000001")
    assert (place.country, place.admin1, place.kind) == ("ML", "ML-5", "place")


def test_an_airfield_is_a_site_and_a_commune_a_district(compiled):
    assert compiled.place("geonames:90000007").kind == "site"
    assert compiled.place("geonames:90000012").kind == "admin2"


def test_an_imported_row_is_over_that_of_the_packages(compiled):
    assert compiled.region("Bamakoville").id == f"geonames:{BAMAKO}"
    assert compiled.by_id(f"geonames:{BAMAKO}").latitude == 12.65


def test_a_place_of_our_own_is_over_an_imported_one(compiled):
    assert compiled.region("Anefif").id == "overlay:ml-anefis"


def test_a_hamlet_counts_only_where_its_country_is_spoken_of(compiled):
    assert found(compiled, "Gunmen burned granaries near Tamikoro, in central Mali.")[
        "Tamikoro"
    ] == ("geonames:90000001",)
    assert found(compiled, "Police cleared the town of Tamikoro.") == {"Tamikoro": ()}
    assert (
        found(compiled, "Police in Lyon, France, cleared the town of Tamikoro.")["Tamikoro"] == ()
    )


def test_an_imported_town_with_people_is_found_by_itself(compiled):
    assert found(compiled, "Gunmen attacked the town of Sirabala.") == {
        "Sirabala": ("geonames:90000002",)
    }


def test_another_import_is_another_version(compiled, gazetteer):
    assert compiled.version != gazetteer.version


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return lambda *words: CliRunner().invoke(build(["gazetteer"]), ["gazetteer", *map(str, words)])


def test_the_command_takes_in_what_is_good_and_leaves_with_5(run, dump):
    result = run("import", dump(ROWS[0], TEN_COLUMNS + "\n", ROWS[1]))
    assert result.exit_code == 5
    assert "ML.txt: 2 taken in, 0 left out (streams, hills), 1 row refused." in result.stderr
    assert "refused ML.txt:2: 10 columns instead of 19" in result.stderr


def test_imports_are_listed_and_removed(run, dump):
    assert run("import", dump(*ROWS)).exit_code == 0
    assert run("imported").stdout == f"ML.txt  {KEPT}\n"
    assert run("remove", "ML.txt").exit_code == 0
    assert run("imported").stdout == ""
