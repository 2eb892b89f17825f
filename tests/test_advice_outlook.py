"""The outlook: a word with a band, a horizon with a date, a test written beforehand."""

from dataclasses import replace
from datetime import date

from advisory.advice.brief import brief
from advisory.advice.guide import Guide
from advisory.advice.outlook import came_true, outlook
from advisory.model.advice import Edition, Profile
from advisory.model.vocabulary import Hazard, Status
from tests.builders_advice import (
    catalogue,
    dossier,
    incident,
    kidal_dossier,
    kidal_strikes,
    on,
    rulebook,
    town_held,
)


def calls(file):
    return outlook(file, catalogue())


def test_a_strike_is_likely_to_be_followed_by_another_within_a_week():
    first, *_ = calls(kidal_dossier(as_of="2023-11-07T20:00:00"))
    assert str(first.statement) == (
        "Further air or drone strikes on Kidal, Kidal Region, Mali by 14 November 2023 are likely."
    )
    assert (first.low_percent, first.high_percent, first.horizon) == (55, 80, date(2023, 11, 14))


def test_the_test_of_a_forecast_is_written_with_its_dates():
    first, *_ = calls(kidal_dossier(as_of="2023-11-07T20:00:00"))
    assert first.resolver.endswith("dated 8 November 2023 to 14 November 2023.")


def test_nothing_is_forecast_where_the_level_is_unknown():
    assert calls(dossier(kidal_strikes(), level=None, planning_level=5)) == ()


def test_nothing_is_forecast_from_an_announcement():
    assert calls(dossier(incident(status=Status.ANNOUNCED))) == ()


def test_a_call_below_its_level_is_not_made():
    assert calls(kidal_dossier(level=2, floors=(), hazards={Hazard.AIR_AND_SHELLING: 20.0})) == ()


def test_a_town_that_changed_hands_will_be_searched():
    file = dossier(conditions=(town_held(),), as_of="2023-11-15T23:59:59")
    assert any("Searches and new checkpoints" in str(call.statement) for call in calls(file))


def test_an_old_change_of_control_calls_for_nothing():
    file = dossier(conditions=(town_held("2023-01-14"),), as_of="2023-11-15T23:59:59")
    assert calls(file) == ()


def test_a_strike_inside_the_horizon_makes_the_call_true():
    first, *_ = calls(kidal_dossier())
    later = incident(id="i-later", date=on("2023-11-12"))
    assert came_true(first, [kidal_strikes(), later]) == later


def test_neither_the_strike_itself_nor_a_later_nor_a_distant_one_does():
    first, *_ = calls(kidal_dossier())
    late = incident(id="i-late", date=on("2023-11-20"))
    gao = replace(incident().place, name="Gao", regions=("ML", "ML-7"))
    distant = incident(id="i-gao", date=on("2023-11-12"), place=gao)
    assert came_true(first, [kidal_strikes(), late, distant]) is None


def test_the_next_edition_says_how_the_calls_came_out():
    guide = Guide(Profile.NGO, catalogue(), rulebook())
    last = brief(kidal_dossier(), guide, Edition.DESK)
    later = incident(id="i-later", date=on("2023-11-12"))
    file = dossier(kidal_strikes(), later, as_of="2023-11-25T23:59:59", previous=last)
    [part] = brief(file, guide, Edition.DESK).parts
    first, second = [str(statement) for statement in part.calls]
    assert first.startswith("Came true on 12 November 2023: Further air or drone strikes")
    assert second.startswith("Not seen in what we read: There is a roughly even chance")
