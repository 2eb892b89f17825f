"""A release is told of the abduction that it ends, and is no incident of its own."""

import pytest

from advisory.incidents.freed import with_freed
from advisory.incidents.history import incident_versions
from tests.builders_incidents import FAMILIES, GAO, account, at, exactly, on

TAKEN, FREE, LATER = "2023-11-07", "2023-11-13", "2023-12-01"
FAMILIES_ = FAMILIES | {"hostage_released": "abduction"}


def abduction(report="taken", *, known=f"{TAKEN}T18:00", date=TAKEN, abducted=8, **more):
    return account(report, "kidnapping", known=known, date=date, abducted=exactly(abducted), **more)


def release(report="free", *, known=f"{FREE}T18:00", freed=5, **more):
    return account(
        report, "hostage_released", known=known, date=FREE, freed=exactly(freed),
        freed_on=on(FREE), **more,
    )  # fmt: skip


def known(instant, *accounts):
    versions = with_freed(incident_versions(accounts, families=FAMILIES_), FAMILIES_)
    return [version.incident for version in versions if version.is_known(at(instant))]


def test_those_freed_are_told_of_the_abduction_with_the_day_and_the_report():
    [one] = known(LATER, abduction(), release())
    assert (one.type, one.abducted, one.freed) == ("kidnapping", exactly(8), exactly(5))
    assert (one.freed_on, one.reports) == (on(FREE), ("taken", "free"))


def test_before_the_release_is_known_nobody_is_told_to_be_free():
    [one] = known("2023-11-10", abduction(), release())
    assert one.freed is None


def test_a_release_that_no_known_abduction_fits_stands_for_itself():
    [one] = known(LATER, release())
    assert one.type == "hostage_released"


NOT_OF_IT = {
    "more were freed than taken": {"freed": 9},
    "it is elsewhere, and of another number": {"place": GAO, "freed": 5},
    "others were taken": {"targets": ("school",)},
}


@pytest.mark.parametrize("other", NOT_OF_IT.values(), ids=NOT_OF_IT)
def test_a_release_of_others_is_not_told_of_the_abduction(other):
    taken = abduction(targets=("hospital",))
    one, _ = known(LATER, taken, release(**other))
    assert one.freed is None


def test_of_two_abductions_in_a_town_a_release_is_of_the_one_of_its_number():
    taken = abduction(abducted=5), abduction("other", date="2023-11-01", abducted=30)
    freed = {one.id: one.freed for one in known(LATER, *taken, release())}
    assert list(freed.values()).count(exactly(5)) == 1


def test_the_last_word_of_how_many_are_free_stands():
    told = abduction(), release(), release("all", known="2023-11-20T12:00", freed=8)
    [one] = known(LATER, *told)
    assert one.freed == exactly(8)
