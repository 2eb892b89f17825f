"""What was announced is off by the word of another report, or on another day."""

from dataclasses import replace
from datetime import date

import pytest

from advisory.incidents.called_off import with_called_off
from advisory.incidents.history import incident_versions
from advisory.model.calling_off import CallingOff, Cancellation
from advisory.model.marking import Reliability
from advisory.model.value import Evidence, Span
from advisory.model.vocabulary import Hazard, Status
from tests.builders_incidents import FAMILIES, GAO, KIDAL, MALI, account, at, on

OFF, ON = Status.CALLED_OFF, Status.ANNOUNCED
MARCH_DAY, LATER = "2023-11-17", "2023-11-24"


def who(words):
    return (Evidence("who", (Span(0, len(words), words),), "strikers/near"),)


def announced(report="r1", type_="protest", *, known="2023-11-10T12:00", date=MARCH_DAY, **more):
    return account(report, type_, known=known, date=date, status=ON, **more)


def word(
    known="2023-11-14T12:00", type_="protest", *, place=KIDAL, grade="C", owner="wire", **more
):
    report = f"off-{known}-{owner}"
    day, moved = more.pop("day", None), more.pop("moved_to", None)
    cancellation = Cancellation(
        id=f"m-{report}", report=report, type=type_, trigger=Span(0, 5, "march"), place=place,
        day=on(day) if day else None, moved_to=on(moved) if moved else None, **more,
    )  # fmt: skip
    return CallingOff(cancellation, owner, owner, Reliability(grade), at(known))


def known(instant, accounts, words):
    """What was announced, as a reader had it at an instant."""
    versions = with_called_off(incident_versions(accounts, families=FAMILIES), words, FAMILIES)
    return [v.incident for v in versions if v.is_known(at(instant))]


def statuses(instant, accounts, words):
    return [incident.status for incident in known(instant, accounts, words)]


def test_a_march_is_ahead_until_a_report_says_that_it_is_off():
    told = [announced()], [word(day=MARCH_DAY)]
    assert statuses("2023-11-13T12:00", *told) == [ON]
    [march] = known("2023-11-14T12:00", *told)
    assert (march.status, march.called_off.by) == (OFF, "wire")


def test_a_word_older_than_the_announcement_calls_nothing_off():
    assert statuses("2023-11-16T12:00", [announced()], [word("2023-11-09T12:00")]) == [ON]


def test_a_word_of_another_day_place_or_kind_is_of_something_else():
    words = [word(day=LATER), word(place=GAO, owner="b"), word(type_="storm", owner="c")]
    assert statuses("2023-11-16T12:00", [announced()], words) == [ON]


def test_a_word_of_a_town_does_not_call_off_what_is_announced_in_the_whole_country():
    assert statuses("2023-11-16T12:00", [announced(place=MALI)], [word()]) == [ON]


def test_a_word_without_a_day_is_of_the_one_march_that_it_can_be_of():
    two = [announced(), announced("r2", date=LATER)]
    assert statuses("2023-11-16T12:00", two[:1], [word()]) == [OFF]
    assert statuses("2023-11-16T12:00", two, [word()]) == [ON, ON]
    assert statuses("2023-11-16T12:00", two, [word(owner="owner of r2")]) == [ON, OFF]


def test_a_word_without_a_place_is_of_what_its_owner_told():
    assert statuses("2023-11-16T12:00", [announced()], [word(place=None)]) == [ON]
    own = [word(place=None, owner="owner of r1")]
    assert statuses("2023-11-16T12:00", [announced()], own) == [OFF]


def test_a_warning_lifted_in_the_country_is_lifted_in_each_town():
    storms = [
        announced(f"r-{town.name}", "storm", place=town, date=day)
        for town, day in ((KIDAL, MARCH_DAY), (GAO, LATER))
    ]
    storms = [_of_nature(one) for one in storms]
    assert statuses("2023-11-15T12:00", storms, [word(type_=None, place=MALI)]) == [OFF, OFF]


def _of_nature(account):
    mention = replace(account.mention, hazard=Hazard.NATURAL_HAZARD)
    return replace(account, mention=mention)


@pytest.mark.parametrize(("trade", "status"), [("railway workers", OFF), ("nurses", ON)])
def test_a_strike_is_called_off_by_its_own_trade(trade, status):
    strike = announced(type_="strike_action", evidence=who("rail"))
    off = word(type_="strike_action", evidence=who(trade))
    assert statuses("2023-11-15T12:00", [strike], [off]) == [status]


def test_a_poor_source_does_not_call_off_what_a_better_one_announced():
    [march] = known("2023-11-15T12:00", [announced(grade="B")], [word(grade="F")])
    assert march.status is ON
    assert [one.outweighs for one in march.callings_off] == [False]


def test_two_poor_sources_of_two_owners_do():
    words = [word(grade="F"), word("2023-11-15T12:00", grade="E", owner="second")]
    assert statuses("2023-11-14T12:00", [announced(grade="B")], words) == [ON]
    assert statuses("2023-11-15T12:00", [announced(grade="B")], words) == [OFF]


def test_a_poor_source_calls_off_what_only_such_a_source_announced():
    assert statuses("2023-11-15T12:00", [announced(grade="F")], [word(grade="F")]) == [OFF]


def test_who_announces_it_anew_puts_it_on_again():
    told = [announced(), announced("r2", known="2023-11-15T12:00")]
    assert statuses("2023-11-14T12:00", told, [word()]) == [OFF]
    [march] = known("2023-11-15T12:00", told, [word()])
    assert (march.status, len(march.callings_off)) == (ON, 1)


def test_what_is_put_off_is_announced_for_its_new_day_and_keeps_the_old_one():
    [march] = known("2023-11-15T12:00", [announced()], [word(day=MARCH_DAY, moved_to=LATER)])
    assert (march.status, march.date.day) == (ON, date(2023, 11, 24))
    assert march.moved_from.day == date(2023, 11, 17)


def test_what_is_announced_anew_for_the_day_it_was_put_off_to_is_told_once():
    told = [announced(), announced("r2", known="2023-11-15T12:00", date=LATER)]
    words = [word(day=MARCH_DAY, moved_to=LATER)]
    assert statuses("2023-11-14T12:00", told, words) == [ON]
    assert statuses("2023-11-15T12:00", told, words) == [OFF, ON]


def test_what_took_place_after_all_was_not_called_off():
    told = [announced(), account("r2", "protest", known="2023-11-17T20:00", date=MARCH_DAY)]
    [march] = known("2023-11-17T20:00", told, [word()])
    assert march.status is Status.REPORTED


def test_order_and_repetition_of_the_words_change_nothing():
    words = [word(grade="F"), word("2023-11-15T12:00", owner="second", moved_to=LATER)]
    versions = incident_versions([announced(grade="B")], families=FAMILIES)
    once = with_called_off(versions, words, FAMILIES)
    assert with_called_off(versions, [*reversed(words), *words], FAMILIES) == once


def test_what_was_put_off_may_be_called_off_for_its_new_day():
    words = [
        word(day=MARCH_DAY, moved_to=LATER),
        word("2023-11-15T12:00", day=LATER, owner="second"),
    ]
    [march] = known("2023-11-15T12:00", [announced()], words)
    assert (march.status, march.date.day) == (OFF, date(2023, 11, 24))
    assert march.moved_from.day == date(2023, 11, 17)
