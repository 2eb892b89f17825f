"""How an incident was known over time."""

from advisory.incidents.history import incident_versions
from tests.builders_incidents import FAMILIES, account, at, at_least, exactly, tie

FIRST, LATER = at("2023-11-07T18:00"), at("2023-11-07T20:00")


def versions(*accounts, decisions=()):
    return incident_versions(accounts, decisions, families=FAMILIES)


def test_a_second_report_opens_a_new_version_and_closes_the_first():
    first = account("r1", killed=at_least(14))
    second = account("r2", killed=at_least(12), known="2023-11-07T20:00")
    before, after = versions(first, second)
    assert (before.known_from, before.known_until) == (FIRST, LATER)
    assert (after.known_from, after.known_until) == (LATER, None)
    assert (before.incident.killed, after.incident.killed) == (at_least(14), at_least(12))


def test_two_reports_of_one_instant_make_one_version():
    assert len(versions(account("r1"), account("r2"))) == 1


def test_a_report_of_something_else_touches_no_version():
    [strike, clash] = versions(account("r1"), account("r2", "clash", known="2023-11-07T20:00"))
    assert strike.known_until is clash.known_until is None


def test_a_correction_is_known_with_the_report_it_mends():
    first, second = account("r1"), account("r2", date="2023-11-08")
    tied = tie(first, second, recorded="2023-11-09T08:00")
    found = versions(first, second, decisions=[tied])
    assert len([v for v in found if v.is_known(at("2023-11-08T00:00"))]) == 1


def test_an_earlier_report_that_comes_in_later_changes_no_id_in_the_past():
    first = account("r1", killed=exactly(3))
    [alone] = versions(first)
    found = versions(account("r0", known="2023-11-07T20:00"), first)
    assert found[0].incident == alone.incident
