"""How far an incident is believed, by whom it is told."""

import pytest

from advisory.incidents.resolve import resolve
from advisory.model.marking import Reliability
from advisory.model.vocabulary import SpeakerKind, Stance, Status
from tests.builders_incidents import FAMILIES, account, actor, claim, rumour

ARMY = claim("status", "the army", Stance.ASSERTED)
REBELS = claim("status", "the rebels", Stance.CONFIRMED)
PRESIDENT = claim("control", "the president", kind=SpeakerKind.OFFICIAL)
SIDES = {
    "the army": "state",
    "the auxiliaries": "state",
    "the rebels": "north",
    "rebels": "unnamed",
}
NAYSAYER = claim("status", "the hospital", Stance.DENIED, kind=SpeakerKind.MEDICAL)


def one(*accounts):
    [incident] = resolve(accounts, families=FAMILIES, sides=SIDES)
    return incident


def credibility(*accounts):
    return int(one(*accounts).credibility)


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ("A", 2), ("B", 2), ("C", 3), ("F", 3), ("D", 4), ("E", 4),
        ("AC", 1), ("BE", 1), ("CC", 2), ("CF", 2), ("DE", 3),
    ],
)  # fmt: skip
def test_the_grade_rests_on_origins_and_on_the_best_source(grades, expected):
    told = [account(f"r{number}", grade=grade) for number, grade in enumerate(grades)]
    assert credibility(*told) == expected


def test_two_wires_with_one_origin_are_one_voice():
    incident = one(account("r1", origin="agency"), account("r2", origin="Agency"))
    assert (incident.origins, int(incident.credibility)) == (("Agency",), 3)


def test_200_copies_from_one_owner_change_nothing():
    copies = [account(f"r{n:03}", owner="one site", origin=f"agency {n}") for n in range(200)]
    incident = one(*copies)
    assert (len(incident.reports), len(incident.origins), int(incident.credibility)) == (200, 1, 3)


def test_a_site_that_reprints_three_agencies_takes_no_agencys_own_report_away():
    reprints = [account(f"r{n}", owner="site", origin=f"agency {n}") for n in (1, 2, 3)]
    own = [account(f"own{n}", owner=f"agency {n}") for n in (1, 2)]
    assert one(*reprints, *own).origins == ("agency 1", "agency 2", "agency 3")


def test_reports_without_a_source_are_one_owner():
    told = [account(f"r{n}", owner="unknown", grade="F") for n in range(5)]
    assert one(*told).origins == ("unknown",)


def test_a_rumour_of_one_unknown_source_cannot_raise_a_level():
    incident = one(rumour())
    assert (int(incident.credibility), incident.status) == (5, Status.UNVERIFIED)


def test_a_rumour_of_a_reliable_source_is_doubtful():
    assert credibility(account("r1", grade="A", status=Status.UNVERIFIED)) == 4


def test_a_rumour_adds_nothing_to_a_report():
    assert one(account("r1"), rumour("r2")).origins == ("owner of r1",)


def test_what_one_party_says_is_its_claim_in_however_many_papers():
    said = claim("killed", "the rebels")
    told = [account(f"r{n}", status=Status.CLAIMED, claims=(said,)) for n in range(5)]
    incident = one(*told)
    assert (incident.origins, int(incident.credibility)) == (("the rebels",), 4)
    assert incident.status is Status.CLAIMED


def test_an_army_portal_is_the_voice_of_its_army():
    incident = one(account("r1", party="the army"))
    assert (incident.origins, incident.status) == (("the army",), Status.CLAIMED)


def test_a_party_is_no_second_witness_beside_a_newspaper():
    incident = one(account("r1"), account("r2", party="the army"))
    assert (incident.origins, int(incident.credibility)) == (("owner of r1",), 3)


def test_two_opposing_parties_one_of_whom_confirms_what_the_other_claims_confirm_it():
    taken = account("r1", "seizure", claims=(ARMY,), status=Status.CLAIMED)
    left = account("r2", "seizure", claims=(REBELS,), status=Status.CLAIMED)
    incident = one(taken, left)
    assert (int(incident.credibility), incident.status) == (1, Status.CONFIRMED)
    assert incident.origins == ("the army", "the rebels")


def test_a_president_speaks_for_the_side_of_the_state():
    incident = one(account("r1", "seizure", claims=(PRESIDENT, REBELS), status=Status.CONFIRMED))
    assert (int(incident.credibility), incident.status) == (1, Status.CONFIRMED)


def test_two_opposing_parties_who_each_only_claim_it_make_it_probable_and_claimed():
    claims = (ARMY, claim("type", "the rebels"))
    incident = one(account("r1", "clash", claims=claims, status=Status.UNVERIFIED))
    assert (int(incident.credibility), incident.status) == (2, Status.CLAIMED)


def test_two_allies_are_one_side():
    allies = claim("status", "the auxiliaries", Stance.CONFIRMED)
    told = account("r1", claims=(ARMY, allies), status=Status.CONFIRMED)
    assert (one(told).status, len(one(told).origins)) == (Status.CLAIMED, 1)


def test_one_party_under_two_names_is_still_one_party():
    claims = claim("type", "the rebels"), claim("type", "rebels"), claim("type", "coalition")
    incident = one(account("r1", status=Status.CLAIMED, claims=claims))
    assert (int(incident.credibility), incident.origins) == (4, ("the rebels",))


def test_what_a_party_alone_confirms_is_its_claim():
    incident = one(account("r1", claims=(REBELS,), status=Status.CONFIRMED))
    assert (int(incident.credibility), incident.status) == (4, Status.CLAIMED)


def test_a_party_cannot_talk_an_incident_away():
    denial = claim("status", "the army", Stance.DENIED)
    incident = one(account("r1", status=Status.CLAIMED, claims=(claim("killed", "rebels"), denial)))
    assert (int(incident.credibility), incident.status) == (4, Status.DISPUTED)


def test_a_party_that_denies_to_have_done_it_does_not_deny_that_it_happened():
    denial = claim("perpetrator", "the army", Stance.DENIED)
    assert one(account("r1", claims=(denial,))).status is Status.REPORTED


def test_a_party_that_denies_lowers_by_one():
    denial = claim("status", "the army", Stance.DENIED)
    assert credibility(account("r1"), account("r2", claims=(denial,))) == 3


def test_somebody_else_who_denies_lowers_by_two():
    assert credibility(account("r1", grade="A", claims=(NAYSAYER,))) == 4


def test_denied_by_all_but_one_is_improbable():
    denials = [account(f"d{n}", status=Status.DENIED) for n in (1, 2)]
    assert credibility(account("r1", grade="A"), *denials) == 5


def test_only_denied_is_improbable_and_denied():
    incident = one(account("r1", status=Status.DENIED))
    assert (int(incident.credibility), incident.status) == (5, Status.DENIED)


def test_an_owner_who_takes_its_report_back_no_longer_tells_it():
    told = account("r1", owner="paper")
    taken_back = account("r2", owner="paper", status=Status.DENIED, known="2023-11-08T18:00")
    assert one(told, taken_back).status is Status.DENIED


def test_each_step_of_the_grade_is_a_sentence():
    assert one(account("r1"), account("r2", grade="B")).grading == (
        "2 independent origins tell it: owner of r1, owner of r2.",
        "The best source is graded B. Grade 1.",
    )


def test_f_is_weighed_like_c_and_better_than_d():
    assert one(account("r1", grade="D"), account("r2", grade="F")).reliability is Reliability.F


def test_an_actor_is_attributed_until_somebody_says_it_as_fact():
    blamed = account("r1", actors=(actor("the army", attributed=True),))
    stated = account("r2", actors=(actor("the army"),))
    assert one(blamed).actors[0].attributed
    assert not one(blamed, stated).actors[0].attributed
