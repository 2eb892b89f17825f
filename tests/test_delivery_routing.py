"""Who gets what, and why: every answer has a reason."""

from dataclasses import replace

import pytest

from advisory.delivery.routing import Reason, routes
from advisory.model.advice import Edition, Profile, Progress
from advisory.model.delivery import Outcome
from advisory.model.marking import Tlp
from tests.builders_delivery import BAMAKO, KIDAL, MALI, edition, issue, reader, released


def reason(issues, one=None, ledger=None):
    """The decision on the first of these editions."""
    every = [issues] if not isinstance(issues, list) else issues
    found = routes(every, [one or reader()], ledger or {})
    return next(route.reason for route in found if route.issue is every[0])


def test_a_subscriber_of_a_region_gets_what_is_released_on_it():
    assert reason(issue(paths=KIDAL), reader(regions=["ML-8"])) is Reason.DUE


def test_a_subscriber_of_a_country_gets_what_is_written_on_its_regions():
    assert reason(issue(paths=KIDAL), reader(regions=["ML"])) is Reason.DUE


def test_a_subscriber_of_a_region_gets_what_is_written_on_its_country():
    assert reason(issue(paths=MALI), reader(regions=["ML-8"])) is Reason.DUE


def test_a_subscriber_of_a_region_does_not_get_what_is_written_on_its_neighbour():
    assert reason(issue(paths=BAMAKO), reader(regions=["ML-8"])) is Reason.NOT_THEIR_REGION


def test_a_bulletin_of_several_regions_goes_to_the_reader_of_any():
    assert reason(issue(paths=BAMAKO + KIDAL), reader(regions=["ML-8"])) is Reason.DUE


@pytest.mark.parametrize("progress", [Progress.DRAFT, Progress.REVIEWED])
def test_what_nobody_released_goes_to_nobody(progress):
    assert reason(issue(replace(edition(), progress=progress))) is Reason.NOT_RELEASED


def test_a_product_above_a_readers_marking_stays():
    amber = issue(released(edition(tlp=Tlp.AMBER)))
    assert reason(amber, reader(tlp=Tlp.GREEN)) is Reason.ABOVE_THEIR_MARKING


def test_a_product_at_a_readers_marking_goes():
    amber = issue(released(edition(tlp=Tlp.AMBER)))
    assert reason(amber, reader(tlp=Tlp.AMBER)) is Reason.DUE


def test_red_never_goes_by_mail_whoever_may_read_it():
    red = issue(released(edition(tlp=Tlp.RED)))
    assert reason(red, reader(tlp=Tlp.RED)) is Reason.NEVER_BY_MAIL


def test_the_muted_get_nothing():
    assert reason(issue(), reader(muted=True)) is Reason.MUTED


def test_a_carry_edition_does_not_go_to_who_reads_at_the_desk():
    carried = issue(released(edition(variant=Edition.CARRY)))
    assert reason(carried) is Reason.NOT_WRITTEN_FOR_THEM


def test_a_carry_edition_goes_to_who_asked_for_it():
    carried = issue(released(edition(variant=Edition.CARRY)))
    assert reason(carried, reader(edition=Edition.CARRY)) is Reason.DUE


def test_what_was_written_for_families_does_not_go_to_a_newsroom():
    assert reason(issue(), reader(profile=Profile.MEDIA)) is Reason.NOT_WRITTEN_FOR_THEM


def test_what_a_later_release_took_the_place_of_stays():
    old = issue(replace(edition(), progress=Progress.SUPERSEDED))
    assert reason(old) is Reason.SUPERSEDED


def test_a_reader_gets_the_fullest_text_they_may_read():
    clear = issue(released(edition(tlp=Tlp.CLEAR)), Tlp.CLEAR)
    amber = issue(released(edition(tlp=Tlp.AMBER)), Tlp.AMBER)
    assert reason([amber, clear], reader(tlp=Tlp.AMBER)) is Reason.DUE
    assert reason([clear, amber], reader(tlp=Tlp.AMBER)) is Reason.ANOTHER_CLEARANCE
    assert reason([clear, amber], reader(tlp=Tlp.GREEN)) is Reason.DUE


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (Outcome.QUEUED, Reason.DUE),
        (Outcome.DEFERRED, Reason.DEFERRED_BEFORE),
        (Outcome.SENT, Reason.ALREADY_SENT),
        (Outcome.SENDING, Reason.IN_DOUBT),
        (Outcome.AMBIGUOUS, Reason.IN_DOUBT),
        (Outcome.BOUNCED, Reason.BOUNCED),
    ],
)
def test_what_became_of_it_before_decides_whether_it_goes_again(outcome, expected):
    one, due = reader(), issue()
    assert reason(due, one, {due.key(one.subscriber): outcome}) is expected


def test_the_case_of_an_address_makes_no_second_reader():
    due = issue()
    sent = {due.key(reader("a@reader.example").subscriber): Outcome.SENT}
    assert reason(due, reader("A@Reader.Example"), sent) is Reason.ALREADY_SENT
