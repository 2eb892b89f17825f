"""How many, when several say different numbers; what anybody claims stays visible."""

from dataclasses import replace

import pytest

from advisory.incidents.resolve import resolve
from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier, SpeakerKind, Stance, Status
from tests.builders_incidents import (
    FAMILIES,
    account,
    at_least,
    claim,
    claim_of_official,
    exactly,
    parts,
    several,
)

MEDICAL, OFFICIAL = SpeakerKind.MEDICAL, SpeakerKind.OFFICIAL
LATER = "2023-11-08T18:00"


def one(*accounts):
    [incident] = resolve(accounts, families=FAMILIES)
    return incident


def toll(*accounts):
    incident = one(*accounts)
    return incident.killed, incident.killed_low, incident.killed_high


def test_a_toll_that_nobody_gave_is_unknown_and_never_0():
    assert toll(account("r1"), account("r2")) == (None, None, None)


def test_that_nobody_was_killed_is_a_figure():
    assert toll(account("r1", killed=exactly(0))) == (exactly(0), 0, 0)


def test_the_best_figure_is_the_highest_that_all_support():
    told = account("r1", killed=exactly(12)), account("r2", killed=exactly(14))
    assert toll(*told) == (at_least(12), 12, 14)


def test_a_later_figure_of_the_same_owner_takes_the_place_of_the_earlier_one():
    first = account("r1", owner="wire", killed=exactly(3))
    later = account("r2", owner="wire", killed=exactly(21), known=LATER)
    assert toll(first, later) == (exactly(21), 21, 21)


def test_a_correction_downwards_holds_too():
    first = account("r1", owner="wire", killed=exactly(30))
    later = account("r2", owner="wire", killed=exactly(21), known=LATER)
    assert toll(first, later) == (exactly(21), 21, 21)


def test_a_later_copy_of_the_same_origin_takes_the_place_of_the_earlier_one():
    first = account("r1", origin="agency", killed=exactly(3))
    later = account("r2", origin="agency", killed=exactly(21), known=LATER)
    assert toll(first, later)[0] == exactly(21)


def test_a_speaker_who_revises_a_figure_does_so_in_every_paper():
    count = claim_of_official("killed", "the health ministry", exactly(5))
    first = account("r1", killed=exactly(5), claims=(count,))
    revised = replace(count, stance=Stance.REVISED, count=exactly(9))
    later = account("r2", killed=exactly(9), claims=(revised,), known=LATER)
    assert toll(first, later)[0] == exactly(9)


def test_a_revision_inside_one_report_is_the_later_word():
    initially = claim_of_official("killed", "the police", exactly(5))
    revised = replace(initially, stance=Stance.REVISED, count=exactly(3))
    assert toll(account("r1", killed=exactly(3), claims=(initially, revised)))[0] == exactly(3)


def rises_to(number, **more):
    rose = claim("killed", None, Stance.REVISED, kind=SpeakerKind.UNNAMED, count=exactly(number))
    return account("r2", killed=exactly(number), claims=(rose,), known=LATER, **more)


def test_a_toll_that_is_said_to_have_risen_has_risen_for_everybody():
    assert toll(account("r1", killed=exactly(5)), rises_to(7)) == (exactly(7), 7, 7)


def test_a_source_that_cannot_be_judged_raises_no_toll_of_others():
    assert toll(account("r1", killed=exactly(5)), rises_to(7, grade="F")) == (at_least(5), 5, 7)


def test_nobody_revises_the_toll_of_others_downwards():
    assert toll(account("r1", killed=exactly(9)), rises_to(7)) == (at_least(7), 7, 9)


def test_what_others_say_inside_a_report_counts_for_the_span():
    hospital = claim("killed", "the hospital", Stance.ASSERTED, kind=MEDICAL, count=at_least(4))
    police = claim_of_official("killed", "the police", exactly(2))
    told = account("r1", killed=at_least(4), claims=(hospital, police))
    assert toll(told) == (at_least(4), 2, 4)


def test_a_figure_of_a_party_yields_to_a_better_voice_in_the_same_report():
    hospital = claim("killed", "the hospital", Stance.ASSERTED, kind=MEDICAL, count=exactly(12))
    army = claim("killed", "the army", count=exactly(50))
    told = account("r1", killed=exactly(50), claims=(army, hospital))
    assert toll(told) == (exactly(12), 12, 50)


def test_the_earlier_figure_stays_in_the_claims():
    count = claim_of_official("killed", "the police", exactly(5))
    first = account("r1", owner="wire", claims=(count,))
    incident = one(first, account("r2", owner="wire", killed=exactly(9), known=LATER))
    assert incident.claims == (("r1", count),)


def test_reports_without_a_source_do_not_replace_each_other():
    first = account("r1", owner="unknown", killed=exactly(12))
    later = account("r2", owner="unknown", killed=exactly(2), known=LATER)
    assert toll(first, later) == (at_least(2), 2, 12)


def test_what_a_party_claims_does_not_touch_the_best_figure_but_the_span():
    hospital = account("r1", killed=exactly(12))
    army = claim("killed", "the army", count=exactly(50))
    assert toll(hospital, account("r2", killed=exactly(50), claims=(army,))) == (
        exactly(12),
        12,
        50,
    )


def test_a_figure_of_the_reports_own_is_no_partys_word_because_a_party_gives_another():
    more = claim("killed", "JNIM", count=exactly(20))
    [incident] = resolve([account(killed=exactly(12), claims=(more,))], families=FAMILIES)
    assert incident.killed == exactly(12)
    assert incident.party_claims() == ()


def test_what_one_party_claims_is_all_there_is_when_nobody_else_gives_a_figure():
    rebels = claim("killed", "the rebels", count=at_least(21))
    assert toll(account("r1", killed=at_least(21), claims=(rebels,), status=Status.CLAIMED)) == (
        at_least(21),
        21,
        21,
    )


def test_an_unverified_figure_counts_for_the_span_alone():
    told = account("r1", killed=exactly(4)), account("r2", "clash", killed=exactly(4))
    rumoured = account("r3", killed=exactly(90), status=Status.UNVERIFIED)
    assert toll(told[0], rumoured) == (exactly(4), 4, 90)


def test_a_source_graded_e_does_not_pull_the_best_figure_down():
    assert toll(account("r1", killed=exactly(12)), account("r2", killed=exactly(1), grade="E")) == (
        exactly(12),
        1,
        12,
    )


def test_a_denied_figure_is_nobodys_figure():
    denied = claim("killed", "the army", Stance.DENIED, count=exactly(0))
    assert toll(account("r1", killed=exactly(12), claims=(denied,))) == (exactly(12), 12, 12)


@pytest.mark.parametrize("vague", [several(), Count(0, 20, Qualifier.UP_TO)])
def test_words_without_a_number_do_not_pull_a_number_down(vague):
    assert toll(account("r1", killed=at_least(12)), account("r2", killed=vague))[:2] == (
        at_least(12),
        12,
    )


def test_several_alone_are_at_least_two():
    assert toll(account("r1", killed=several())) == (several(), 2, 2)


def test_parts_are_kept_and_children_are_inside_the_civilians():
    told = parts(civilian=exactly(21), child=exactly(11))
    incident = one(account("r1", killed=at_least(21), killed_parts=told))
    assert incident.killed_parts == tuple(sorted(told, key=lambda part: part.who))
    assert incident.killed_civilians == 21


def test_children_and_women_alone_are_added_up_to_the_civilians():
    told = parts(child=exactly(6), woman=exactly(1), force=exactly(3))
    assert one(account("r1", killed=exactly(10), killed_parts=told)).killed_civilians == 7


def test_without_parts_the_civilians_are_unknown():
    assert one(account("r1", killed=exactly(10))).killed_civilians is None


def test_how_many_were_abducted_is_the_figure_that_all_support():
    first = account("a", type_="kidnapping", abducted=at_least(12))
    second = account("b", type_="kidnapping", abducted=exactly(20))
    assert one(first, second).abducted == at_least(12)


def test_nobody_says_how_many_were_abducted():
    assert one(account("a", type_="kidnapping")).abducted is None


def test_what_a_side_boasts_of_beside_its_own_dead_is_no_fact():
    lost = claim_of_official("killed", "the army", exactly(17))
    boast = claim("killed", "the army", count=exactly(50))
    told = account("r1", killed=exactly(67), claims=(lost, boast))
    assert toll(told) == (exactly(17), 17, 67)


def test_the_dead_of_two_offices_are_added_up_as_a_fact():
    here = claim_of_official("killed", "the police", exactly(17))
    there = claim_of_official("killed", "the hospital", exactly(50))
    assert toll(account("r1", killed=exactly(67), claims=(here, there)))[0] == exactly(67)


def test_a_later_toll_of_two_lesser_sources_stands_for_that_of_a_better_one():
    first = account("r1", grade="B", killed=exactly(2))
    later = account("r2", grade="C", killed=exactly(3), known="2023-11-09T18:00")
    radio = account("r3", grade="D", killed=exactly(3), known="2023-11-08T20:00")
    assert toll(first, later)[0] == at_least(2)
    assert toll(first, later, radio)[0] == exactly(3)


def test_who_revises_the_dead_counts_the_wounded_anew():
    first = account("r1", grade="B", killed=exactly(9), injured=exactly(27))
    dead = claim("killed", "minister", Stance.REVISED, kind=OFFICIAL, count=exactly(12))
    later = account("r2", killed=exactly(12), injured=exactly(31), claims=(dead,), known=LATER)
    assert one(first, later).injured == exactly(31)
