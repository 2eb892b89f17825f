"""The box: what a level means, why it holds, and what to plan by when nothing is known."""

from dataclasses import replace
from datetime import UTC, date, datetime

from advisory.advice.access import access, unreported
from advisory.advice.background import background
from advisory.advice.box import box, inside_statement, level_statement
from advisory.model.advice import Provenance, Slot
from advisory.model.assessment import Inside, Signed, State
from advisory.model.vocabulary import ConditionKind, ConditionState
from tests.builders_advice import (
    STRIKE_FLOOR,
    catalogue,
    coverage,
    dossier,
    incident,
    kidal_dossier,
    kidal_strikes,
    on,
    phones_cut,
    rulebook,
    town_held,
)


def boxed(file):
    return box(file, rulebook())


def test_the_box_says_what_the_level_was_and_why_it_holds():
    found = boxed(kidal_dossier())
    assert (found.level, found.name, found.previous) == (5, "EXTREME", "4 HIGH (standing)")
    assert str(found.reasons[0]) == (
        "Drone strikes in Kidal on 7 November 2023, at least 12 killed: "
        "at least level 5 until 21 November 2023."
    )
    assert found.reasons[0].reports == ("r1", "r2")


def test_a_floor_of_one_origin_says_it_is_provisional():
    floor = replace(STRIKE_FLOOR, level=4, provisional=True)
    found = boxed(kidal_dossier(level=4, floors=(floor,), provisional=True))
    assert "until 21 November 2023 (one origin: provisional)." in str(found.reasons[0])


def test_an_unread_region_is_unknown_and_that_is_not_calm():
    empty = dossier(level=None, hazards={}, coverage=coverage(0, 0, None))
    assert boxed(empty).planning == (
        "UNKNOWN: 0 reports read. This is not calm. Standing: none. "
        "No level to plan by: ask the desk before any journey."
    )


def test_an_unknown_region_is_planned_by_its_planning_level():
    gone = dossier(level=None, planning_level=5, as_of="2024-03-01T23:59:59")
    assert boxed(gone).planning.endswith("Plan as 5 EXTREME until reports are read and signed.")


def test_a_stale_level_says_for_how_long_nothing_was_read():
    stale = kidal_dossier(state=State.STALE, as_of="2023-12-01T23:59:59")
    assert boxed(stale).planning.startswith(
        "STALE: 5 EXTREME; nothing read for 24 days, the last on 7 November 2023. "
        "Do not use it for a travel decision."
    )


def test_a_current_level_needs_no_planning_level():
    assert boxed(kidal_dossier()).planning == ""


def test_the_box_says_who_signed_which_level():
    signed = Signed(("A. Analyst",), datetime(2023, 11, 8, tzinfo=UTC), "e1", 5)
    assert (
        boxed(kidal_dossier(signed=signed)).signed == "5 EXTREME by A. Analyst on 8 November 2023"
    )
    assert boxed(kidal_dossier()).signed == "nobody yet"


def test_the_level_says_whether_it_changed():
    assert str(level_statement(kidal_dossier(previous_level=5), rulebook())) == (
        "5 EXTREME, unchanged."
    )


def test_a_region_says_how_many_of_its_districts_are_high_and_where_each_word_comes_from():
    inside = Inside(high=2, divisions=4, unknown=1, worst=(("Abeibara", 5), ("Tessalit", 4)))
    told = inside_statement(inside, kidal_dossier().region)
    assert str(told) == (
        "2 of 4 districts inside at 4 or more, worst Abeibara 5, Tessalit 4; no level for 1."
    )
    slots = {slot.text: slot.provenance for slot in told.parts if isinstance(slot, Slot)}
    assert slots["Abeibara"] is Provenance.GAZETTEER
    assert slots["5"] is Provenance.COMPUTED


def test_cut_telephones_stay_cut_until_a_report_says_otherwise():
    file = dossier(conditions=(phones_cut(),), as_of="2023-11-19T23:59:59")
    [found] = access(file, catalogue().conflicts)
    assert str(found) == (
        "Telephones: cut in Kidal, Kidal Region, Mali since 10 November 2023; no report of repair."
    )


def test_a_state_that_was_lifted_says_since_when():
    over = replace(phones_cut(), state=ConditionState.LIFTED, until=date(2023, 11, 18))
    [found] = access(dossier(conditions=(over,)), catalogue().conflicts)
    assert str(found).endswith("working again in Kidal, Kidal Region, Mali since 18 November 2023.")


def test_what_no_report_speaks_of_is_listed_by_name():
    assert str(unreported(dossier(conditions=(phones_cut(),)))) == (
        "Reports tell of telephones; how roads, borders, airports, internet, curfews and supplies "
        "stand is in no report we read."
    )


def test_ferries_that_are_suspended_are_named_beside_what_no_report_speaks_of():
    ferries = replace(phones_cut(), kind=ConditionKind.TRANSPORT_SUSPENDED, subject="ferries")
    told = str(unreported(dossier(conditions=(ferries,))))
    assert told.startswith("Reports tell of public transport; how roads, borders, airports,")


def test_where_no_report_speaks_of_any_the_sentence_says_so():
    told = str(unreported(dossier()))
    assert told.startswith("How roads, borders, airports, telephones,")


def test_the_background_counts_what_is_older_than_thirty_days():
    old = incident(id="i-old", date=on("2023-08-12"))
    first, second, *_ = background(dossier(kidal_strikes(), old), catalogue(), rulebook())
    assert str(first).startswith("1 incident in Kidal Region older than 30 days before")
    assert "on 12 August 2023" in str(second)


def test_the_background_says_who_holds_a_town_once_that_is_no_news():
    file = dossier(conditions=(town_held("2023-11-14"),), as_of="2024-06-06T23:59:59")
    last = background(file, catalogue(), rulebook())[-1]
    assert str(last).startswith("The Malian Armed Forces (FAMa): reported to hold Kidal")
    assert access(file, catalogue().conflicts) == ()
