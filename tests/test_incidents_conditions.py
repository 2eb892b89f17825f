"""States that last: what the reports say of them, folded over time."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from advisory.incidents.condition_output import line, to_json
from advisory.incidents.conditions import condition_versions
from advisory.model.incident import ConditionMention
from advisory.model.value import Span
from advisory.model.vocabulary import ConditionKind, ConditionState, Hazard
from tests.builders_incidents import GAO, KIDAL, KIDAL_REGION, MALI, at, on

CURFEW, CONTROL = ConditionKind.CURFEW, ConditionKind.CONTROL
HOLDS, LIFTED, UNSURE = ConditionState.IN_FORCE, ConditionState.LIFTED, ConditionState.UNKNOWN


def heard(day, state=HOLDS, kind=CURFEW, *, place=KIDAL, since=None, until=None, subject=None):
    """One word about a condition, known at noon of a day of November 2023."""
    report = f"r{day}-{state.value}-{subject}"
    mention = ConditionMention(
        id=f"m-{report}-{kind.value}-{place and place.name}",
        report=report,
        kind=kind,
        hazard=Hazard.MOVEMENT_RESTRICTION,
        state=state,
        trigger=Span(0, 6, "curfew"),
        place=place,
        since=on(f"2023-11-{since:02d}") if since else None,
        until=on(f"2023-11-{until:02d}") if until else None,
        subject=subject,
    )
    return mention, at(f"2023-11-{day:02d}T12:00"), "owner"


def known(day, *words):
    """The conditions as a reader had them at the end of a day of November 2023."""
    instant = at(f"2023-11-{day:02d}T23:59")
    return [v.condition for v in condition_versions(words) if v.is_known(instant)]


def november(day):
    return date(2023, 11, day)


def test_several_reports_of_one_curfew_are_one_condition():
    [curfew] = known(10, heard(7, since=6), heard(9))
    assert (curfew.state, curfew.since) == (HOLDS, november(6))
    assert (curfew.last_word, len(curfew.reports)) == (at("2023-11-09T12:00"), 2)


def test_curfews_in_two_towns_are_two():
    assert len(known(10, heard(7), heard(7, place=GAO))) == 2


def test_states_without_a_place_are_not_thrown_together():
    assert len(known(10, heard(7, place=None), heard(8, place=None))) == 2


def test_an_end_without_a_place_is_that_of_the_one_state_its_owner_told_of():
    [curfew] = known(10, heard(7), heard(9, LIFTED, place=None))
    assert (curfew.state, curfew.until) == (LIFTED, november(9))


def test_an_airport_of_the_country_is_the_one_that_is_shut_there():
    airport = ConditionKind.AIRPORT_CLOSED
    told = heard(7, kind=airport), heard(9, kind=airport, place=MALI)
    [one] = known(10, *told)
    assert (one.place, len(one.reports)) == (KIDAL, 2)
    assert len(known(10, heard(7, kind=airport, place=GAO), *told)) == 3


def test_an_end_without_a_place_ends_nothing_where_it_may_be_of_two():
    told = known(10, heard(7), heard(7, place=GAO), heard(9, LIFTED, place=None))
    assert [one.state for one in told] == [HOLDS, HOLDS, LIFTED]


def test_a_curfew_is_in_force_until_a_report_says_it_was_lifted():
    words = heard(7), heard(12, LIFTED)
    assert [c.state for c in known(11, *words)] == [HOLDS]
    assert [(c.state, c.until) for c in known(12, *words)] == [(LIFTED, november(12))]


def test_a_curfew_lifted_in_the_whole_region_is_lifted_in_its_towns():
    words = heard(7), heard(8, place=GAO), heard(12, LIFTED, place=KIDAL_REGION)
    assert {c.place.name: c.state for c in known(12, *words)} == {
        "Kidal": LIFTED,
        "Gao": HOLDS,
        "Kidal Region": LIFTED,
    }


def test_that_a_country_opened_its_border_again_is_the_end_of_what_was_shut_at_one_town():
    border = ConditionKind.BORDER_CLOSED
    shut, opened = heard(18, kind=border), heard(22, LIFTED, border, place=MALI)
    [closure] = known(23, shut, opened)
    assert (closure.place, closure.until) == (KIDAL, november(22))


def test_a_curfew_lifted_earlier_than_it_was_known_ended_then():
    assert known(12, heard(7), heard(12, LIFTED, until=10))[0].until == november(10)


def test_a_curfew_that_is_told_only_once_it_is_over_keeps_the_day_it_began():
    [condition] = known(12, heard(12, LIFTED, since=10))
    assert (condition.since, condition.until) == (november(10), november(12))


def test_an_announced_end_is_kept_to():
    word = heard(7, until=10)
    assert [c.state for c in known(10, word)] == [HOLDS]
    assert [c.state for c in known(11, word)] == [LIFTED]


def test_a_curfew_can_be_prolonged():
    assert [c.state for c in known(15, heard(7, until=10), heard(9, until=20))] == [HOLDS]


def test_a_curfew_prolonged_after_its_end_is_the_same_curfew():
    [curfew] = known(15, heard(7, since=6, until=10), heard(12, since=6, until=20))
    assert (curfew.state, curfew.until) == (HOLDS, november(20))


def test_a_second_curfew_after_the_first_was_lifted_is_another():
    first, second = known(15, heard(7), heard(10, LIFTED), heard(14, since=14))
    assert (first.state, second.state) == (LIFTED, HOLDS)


def test_a_word_that_nobody_knows_keeps_the_state_and_is_the_last_word():
    [curfew] = known(15, heard(7), heard(14, UNSURE))
    assert (curfew.state, curfew.last_word) == (HOLDS, at("2023-11-14T12:00"))


def test_the_lifting_of_what_was_never_reported_is_known_as_lifted():
    [curfew] = known(15, heard(14, LIFTED))
    assert (curfew.state, curfew.since, curfew.until) == (LIFTED, None, november(14))


def test_two_roads_at_one_town_are_two_conditions():
    road = ConditionKind.ROAD_CLOSED
    north, south = heard(7, kind=road, subject="north"), heard(7, kind=road, subject="south")
    assert len(known(8, north, south)) == 2


def test_a_new_holder_ends_the_control_of_the_old_one():
    rebels = heard(7, kind=CONTROL, subject="rebels")
    army = heard(14, kind=CONTROL, subject="army", since=13)
    told = {c.subject: c for c in known(14, rebels, army)}
    assert (told["rebels"].state, told["rebels"].until) == (LIFTED, november(13))
    assert (told["army"].state, told["army"].since) == (HOLDS, november(13))


def test_the_old_holder_is_still_known_as_holder_before_the_news():
    rebels = heard(7, kind=CONTROL, subject="rebels")
    army = heard(14, kind=CONTROL, subject="army", since=13)
    assert [c.subject for c in known(13, rebels, army)] == ["rebels"]


def test_a_later_report_about_an_older_holder_changes_nothing_now():
    army = heard(14, kind=CONTROL, subject="army", since=13)
    rebels = heard(15, kind=CONTROL, subject="rebels", since=1)
    states = {c.subject: c.state for c in known(16, army, rebels)}
    assert states == {"army": HOLDS, "rebels": LIFTED}


def test_that_the_old_holder_left_ends_nothing_of_the_new_one():
    rebels = heard(7, kind=CONTROL, subject="rebels")
    army = heard(13, kind=CONTROL, subject="army")
    left = heard(14, LIFTED, CONTROL, subject="rebels")
    assert {c.subject: c.state for c in known(15, rebels, army, left)}["army"] is HOLDS


words = st.builds(
    heard,
    st.integers(1, 28),
    st.sampled_from(ConditionState),
    st.sampled_from([CURFEW, CONTROL]),
    place=st.sampled_from([KIDAL, GAO, KIDAL_REGION, None]),
    since=st.none() | st.integers(1, 28),
    until=st.none() | st.integers(1, 28),
    subject=st.sampled_from([None, "army", "rebels"]),
)


@given(st.lists(words, unique_by=lambda word: word[0].id), st.randoms())
def test_order_and_repetition_of_the_words_change_nothing(told, chance):
    shuffled = told + told[:1]
    chance.shuffle(shuffled)
    assert condition_versions(shuffled) == condition_versions(told)


@given(st.lists(words, unique_by=lambda word: word[0].id), st.integers(1, 28))
def test_what_is_read_later_never_changes_what_was_known(told, day):
    by_then = [word for word in told if word[1] <= at(f"2023-11-{day:02d}T23:59")]
    assert known(day, *told) == known(day, *by_then)


def rows(day, *words):
    instant = at(f"2023-11-{day:02d}T23:59")
    return [
        to_json(one, instant, lambda report: f"paper {report[:2]}") for one in known(day, *words)
    ]


def test_a_state_is_told_with_since_and_who_says_so():
    [row] = rows(7, heard(7, since=6))
    assert line(row) == "curfew, Kidal: in force since 6 Nov 2023; said by paper r7"


def test_a_lifted_state_is_told_with_both_its_ends():
    [row] = rows(9, heard(7, since=6), heard(9, LIFTED))
    assert (
        line(row)
        == "curfew, Kidal: lifted from 6 Nov 2023 to 9 Nov 2023; said by paper r7, paper r9"
    )


def test_after_14_days_without_a_word_the_status_is_unknown_since_the_last():
    [before], [after] = rows(21, heard(7)), rows(22, heard(7))
    assert (before["status"], before["unknown_since"]) == ("in_force", None)
    assert (after["status"], after["unknown_since"]) == ("unknown", "2023-11-07")
    assert line(after).endswith("no word for 15 days: status unknown since 7 Nov 2023")


def test_what_was_lifted_stays_lifted_however_long_nobody_speaks_of_it():
    [row] = rows(30, heard(2), heard(3, LIFTED))
    assert row["status"] == "lifted"


def test_who_holds_a_place_since_when_and_who_says_so():
    told = rows(
        20,
        heard(3, kind=CONTROL, since=2, subject="the army"),
        heard(15, kind=CONTROL, since=14, subject="the rebels"),
    )
    assert sorted(map(line, told)) == [
        "control, Kidal: held by the rebels since 14 Nov 2023; said by paper r1",
        "control, Kidal: was held by the army from 2 Nov 2023 to 14 Nov 2023; said by paper r3",
    ]
