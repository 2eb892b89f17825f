"""A level that was shown is worked out again as it was, whatever has changed since."""

import json
from dataclasses import replace
from datetime import date

import pytest

from advisory import resources
from advisory.errors import AdvisoryError, UnknownName
from advisory.model.decision import Decision, Verb
from advisory.model.text import Report
from advisory.model.time import parse_as_of
from advisory.pipeline.answers import look_up, look_up_around
from advisory.pipeline.desk import Desk
from advisory.pipeline.replays import replayed
from advisory.pipeline.snapshots import write_snapshots
from tests.builders_rulebook import put, with_points
from tests.builders_seeds import NOW, only_stored
from tests.builders_signing import moved

DAY = parse_as_of("2023-11-15")
STRIKE = "hazards/air_and_shelling/air-strike.yaml"


@pytest.fixture(scope="module")
def read(gazetteer, tmp_path_factory):
    """A desk whose store holds the Kidal story, read once."""
    desk = only_stored(gazetteer, "kidal", tmp_path_factory.mktemp("replays"))
    look_up(desk, [gazetteer.region("Kidal")], DAY, None)
    return desk


@pytest.fixture
def desk(read, tmp_path):
    return moved(read, tmp_path)


def shown(desk: Desk) -> str:
    [answer] = look_up(desk, [desk.gazetteer.region("Kidal")], DAY, None)
    return answer.body


def id_of(body: str) -> str:
    return json.loads(body)["replay_id"]


def with_rules(desk: Desk, folder) -> Desk:
    """The same desk with rules of its own over the shipped ones."""
    other = replace(desk, rule_folders=(*desk.rule_folders, folder))
    other.__dict__["gazetteer"] = desk.gazetteer
    return other


def test_a_level_is_replayed_byte_for_byte(desk):
    body = shown(desk)
    assert replayed(desk, id_of(body)) == body


def test_a_changed_rule_gives_another_level_and_the_replay_the_old_one(desk, tmp_path):
    before = shown(desk)
    text = with_points((resources.folder("rules") / STRIKE).read_text(), 60)
    changed = with_rules(desk, put(tmp_path / "mine", STRIKE, text))
    after = shown(changed)
    assert json.loads(after)["score"] > json.loads(before)["score"]
    assert replayed(changed, id_of(before)) == before
    assert replayed(desk, id_of(after)) == after


def test_rules_that_are_gone_or_broken_today_are_not_needed(desk, tmp_path):
    off = with_rules(desk, put(tmp_path / "mine", STRIKE, "status: off\n"))
    body = shown(off)
    put(tmp_path / "mine", STRIKE, "status: of\n")
    assert replayed(off, id_of(body)) == body


def test_a_replay_does_not_know_what_was_taken_in_or_decided_later(desk):
    before = shown(desk)
    said = {"region": "ML-8", "level": 4, "valid_until": date(2023, 12, 1)}
    with desk.open_store() as store:
        text = "Shelling killed 40 people in Kidal, Mali, on 12 November 2023."
        store.add_reports([Report("late", text, published="2023-11-12")], NOW)
        store.add_decision(Decision("d9", Verb.OVERRIDE, "duty", "known", DAY, **said))
    after = shown(desk)
    assert (json.loads(before)["override"], json.loads(after)["override"]) == (None, 4)
    assert replayed(desk, id_of(before)) == before
    assert replayed(desk, id_of(after)) == after


def test_a_replay_does_not_know_what_a_report_was_told_to_be_later(desk):
    before = shown(desk)
    with desk.open_store() as store:
        first = store.reports()[0]
        store.add_reports([replace(first, published="2023-01-01")], NOW)
    assert replayed(desk, id_of(before)) == before


def test_what_lies_around_a_place_is_replayed_too(desk):
    [answer] = look_up_around(desk, [desk.gazetteer.region("Anefis")], 150, DAY, None)
    assert replayed(desk, id_of(answer.body)) == answer.body


def test_the_levels_of_a_snapshot_are_kept_with_their_rules(gazetteer, tmp_path):
    desk = only_stored(gazetteer, "single-rumour", tmp_path)
    with desk.open_store() as store:
        write_snapshots(desk, store, NOW)
        [kept] = store.database.rows("SELECT count(*), count(DISTINCT rule_base) FROM assessments")
    assert kept[0] >= 36
    assert kept[1] == 1


def test_an_id_that_was_never_shown_names_the_nearest(desk):
    name = id_of(shown(desk))
    with pytest.raises(UnknownName, match=name):
        replayed(desk, name[:-1] + ("0" if name[-1] != "0" else "1"))


def test_an_answer_that_this_program_does_not_give_is_never_passed_off_as_the_old_one(desk):
    name = id_of(shown(desk))
    with desk.open_store() as store:
        kept = replace(store.replays.assessment(name), replay_id="a0000000000000000")
        store.replays.keep([kept])
    with pytest.raises(AdvisoryError, match="made by another version"):
        replayed(desk, kept.replay_id)


def test_a_level_that_rests_on_the_rows_of_a_table_is_worked_out_again(desk):
    row = (
        "id: 1\ntype: Battles: Armed clash\ndate: 2023-11-10\ndate_last: 2023-11-10\n"
        "place: Kidal\ncountry: Mali\nlatitude: 18.44\nlongitude: 1.41\nkilled: 3"
    )
    told = Report("acled:1", row, source="acled", published="2023-11-10", table="acled")
    with desk.open_store() as store:
        store.add_reports([told], NOW)
    body = shown(desk)
    assert replayed(desk, id_of(body)) == body
