"""Week by week: who was read, who fell silent, what could not be read."""

from datetime import UTC, datetime

from advisory.assessment.coverage import Readings
from advisory.assessment.hearing import Hearing
from advisory.assessment.weeks import week_json, weeks_read
from advisory.model.assessment import Region, RegionKind
from advisory.model.marking import SourceKind
from advisory.model.text import Heard, Unlocated

MALI = Region("ML", "Mali", RegionKind.COUNTRY, "ML", "Mali", ("ML",))
AS_OF = datetime(2024, 4, 28, 23, 59, 59, tzinfo=UTC)  # a Sunday: the last second of week 17


def heard(day, owner="wire", *, readable=True, language="en", kind=SourceKind.PUBLISHED, lost=()):
    known = datetime.fromisoformat(f"2024-{day}T09:00").replace(tzinfo=UTC)
    return Heard(
        report=f"{day} {owner} {language}", owner=owner, kind=kind, known_at=known,
        readable=readable, regions=("ML",), language=language,
        unlocated=tuple(Unlocated(name) for name in lost),
    )  # fmt: skip


def last_week(*reports):
    return weeks_read(MALI, reports, AS_OF)[-1]


def test_reports_and_owners_of_a_week_are_counted():
    week = last_week(heard("04-22"), heard("04-23"), heard("04-24", "paper"))
    assert (str(week.week), week.reports, week.owners) == ("2024-W17", 3, ("paper", "wire"))
    assert week.line == "2024-W17: 3 reports of 2 owners"


def test_who_was_heard_in_two_weeks_and_then_not_fell_silent():
    week = last_week(heard("04-09"), heard("04-16"), heard("04-23", "paper"))
    assert week.silent == ("wire",)
    assert "silent: wire" in week.line


def test_silence_of_one_heard_once_says_nothing():
    assert last_week(heard("04-09"), heard("04-10")).silent == ()


def test_a_dataset_falls_silent_by_its_nature():
    rows = [heard(day, "table", kind=SourceKind.DATASET) for day in ("04-09", "04-16")]
    assert last_week(*rows).silent == ()


def test_who_was_heard_in_a_language_that_is_not_read_is_not_silent():
    french = heard("04-23", readable=False, language="fr")
    week = last_week(heard("04-09"), heard("04-16"), french)
    assert week.silent == ()
    assert week.unread == {"fr": 1}
    assert week.line == "2024-W17: nothing; not read: 1 in fr"


def test_names_that_no_gazetteer_placed_are_counted():
    week = last_week(heard("04-23", lost=("Xanadu",)), heard("04-24", lost=("Xanadu", "Ys")))
    assert week.unlocated == ("Xanadu", "Ys")


def test_what_is_known_later_is_not_there_yet():
    weeks = weeks_read(MALI, [heard("04-23"), heard("04-30")], AS_OF)
    assert sum(week.reports for week in weeks) == 1


def test_a_week_as_json():
    assert week_json(last_week(heard("04-23"))) == {
        "week": "2024-W17", "reports": 1, "owners": ["wire"], "silent": [], "unread": {},
        "unlocated": [],
    }  # fmt: skip


def test_the_gap_names_who_was_not_heard_in_seven_days():
    reports = [heard("04-09"), heard("04-16"), heard("04-23", "paper"), heard("04-12", "paper")]
    assert Readings(MALI, Hearing(reports)).silent(AS_OF) == ("wire",)
