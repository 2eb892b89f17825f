"""What is left out of the snapshot changes no answer: it is only worked out later."""

import pytest

from advisory.pipeline import snapshots
from advisory.store.lookup import Lookup, snapshot_path
from tests.builders_hands import NOW, Room
from tests.builders_seeds import FewNames

ROWS = (
    "event_id,date,type,place,admin1,country,lat,lon,killed_best\n"
    "1,2023-11-02,armed_attack,Kidal town,Kidal,Mali,18.4411,1.4078,3\n"
    "2,2023-11-05,bombing,Tessalit,Kidal,Mali,20.1986,1.0114,7\n"
    "3,2023-11-06,armed_clash,Menaka,Menaka,Mali,15.9182,2.4022,0\n"
)
TOWNS = ("Kidal town", "Tessalit")
ASKED = [
    (*words, town, *form)
    for town in TOWNS
    for words, form in (
        (("risk",), ()),
        (("risk",), ("--json",)),
        (("explain",), ()),
        (("explain",), ("--json",)),
        (("brief",), ("--format", "html")),
        (("brief",), ("--format", "txt")),
    )
]


@pytest.fixture
def room(gazetteer, tmp_path, monkeypatch):
    towns = [gazetteer.region(town) for town in TOWNS]
    names = [(one.name.lower(), 4, one.id, one.name) for one in towns]
    names += [(f"{one.name.lower()} town", 4, one.id, one.name) for one in towns]
    monkeypatch.setattr(FewNames, "names", lambda _: iter(names))
    made = Room(gazetteer, tmp_path, monkeypatch)
    (tmp_path / "events.csv").write_text(ROWS, encoding="utf-8")
    made.take_in(tmp_path / "events.csv")
    return made


def laid_out(room) -> list[bool]:
    """Whether the answer for each town of the rows lies in the snapshot."""
    with Lookup.open(snapshot_path(room.desk.store_path, "TLP:CLEAR")) as look_up:
        ids = [room.desk.gazetteer.region(town).id for town in TOWNS]
        return [look_up.answer(one, NOW.date().isoformat()) is not None for one in ids]


def told(room) -> list[tuple[int, str]]:
    """What each command leaves and prints."""
    return [(found.exit_code, found.stdout) for found in (room.run(*words) for words in ASKED)]


def test_places_that_only_rows_name_are_told_of_in_the_same_bytes_laid_out_or_not(
    room, monkeypatch
):
    assert laid_out(room) == [False, False]
    later = told(room)
    assert {code for code, _ in later} == {0}
    assert all(len(text) > 100 for _, text in later)
    for path in room.desk.store_path.parent.glob("store.*.sqlite"):
        path.unlink()  # snapshots and the cache
    monkeypatch.setattr(snapshots, "_regions_to_lay_out", snapshots.regions_of)
    with room.desk.open_store() as store:
        snapshots.write_snapshots(room.desk, store, NOW)
    assert laid_out(room) == [True, True]
    assert told(room) == later
