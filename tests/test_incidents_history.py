"""How an incident was known over time."""

from advisory.incidents.history import incident_versions
from advisory.incidents.resolve import resolve
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


def copies(number):
    return [
        account(
            f"r{n}", known=f"2023-11-{7 + n % 3:02d}T08:{n // 60:02d}:{n % 60:02d}", owner="one"
        )
        for n in range(number)
    ]


def test_a_crowd_of_copies_makes_a_version_a_day_and_changes_nothing_else():
    versions = incident_versions(copies(600), families=FAMILIES)
    alone = resolve(copies(1), families=FAMILIES)[0]
    assert len(versions) == 4
    assert len(versions[-1].incident.accounts) == 600
    for version in versions:
        told = version.incident
        assert (told.credibility, told.reliability) == (alone.credibility, alone.reliability)
        assert (told.origins, told.killed) == (alone.origins, alone.killed)


def test_in_a_crowd_another_voice_is_heard_at_once():
    other = account("other", known="2023-11-08T08:00:30", owner="two", killed=exactly(3))
    versions = incident_versions([*copies(300), other], families=FAMILIES)
    assert at("2023-11-08T08:00:30") in {version.known_from for version in versions}


def test_the_end_of_each_day_is_exact_however_large_the_crowd():
    told = copies(90)
    versions = incident_versions(told, families=FAMILIES)
    for day in ("2023-11-07", "2023-11-08", "2023-11-09"):
        evening = at(f"{day}T23:59:59")
        known = [version.incident for version in versions if version.is_known(evening)]
        heard = [account for account in told if account.known_at <= evening]
        assert known == list(resolve(heard, families=FAMILIES))
