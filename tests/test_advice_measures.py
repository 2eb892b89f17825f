"""Measures: the two slots of movement, pairs that never meet, six imperatives, the house."""

from dataclasses import replace
from datetime import date
from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.advice.guide import Guide
from advisory.advice.measures import (
    MISSING,
    MOST_TO_TRAVELLERS,
    chosen,
    contradict,
    hazard_levels,
    recommendations,
)
from advisory.model.advice import Audience, MovementSlot, Profile
from advisory.model.vocabulary import Category, Hazard, Status
from advisory.rulebook.house import House
from tests.builders_advice import (
    FAMA,
    catalogue,
    dossier,
    incident,
    kidal_dossier,
    kidal_strikes,
    on,
    rulebook,
    town_held,
)

LEVELS = (1, 2, 3, 4, 5)


def advice(file, profile=Profile.CORPORATE, house=None):
    book = catalogue() if house is None else replace(catalogue(), house=house)
    return recommendations(file, Guide(profile, book, rulebook()), date(2023, 11, 30))


def codes(found):
    return {recommendation.measure for recommendation in found}


def slot(found, which):
    return [r.measure for r in found if r.slot is which]


def at_level(level, **fields):
    return kidal_dossier(level=level, floors=(), standing_level=None, **fields)


@pytest.mark.parametrize(("hazard", "level", "profile"), list(product(Hazard, LEVELS, Profile)))
def test_no_pair_that_contradicts_itself_ever_prints(hazard, level, profile):
    measures = chosen([(hazard, level)], level, profile, catalogue())
    assert not [(a.code, b.code) for a, b in combinations(measures, 2) if contradict(a, b)]
    for which in MovementSlot:
        assert len([m for m in measures if m.slot is which]) <= 1


@given(
    st.dictionaries(st.sampled_from(Hazard), st.sampled_from(LEVELS), max_size=6),
    st.sampled_from(LEVELS),
    st.sampled_from(Profile),
    st.sets(st.sampled_from(["MOV-4", "EXC-2", "CTL-1", "ESC-0", "ESC-4", "UNK-1"])),
)
def test_neither_do_many_hazards_at_once(hazards, plan, profile, extra):
    levels = [(hazard, min(level, plan)) for hazard, level in hazards.items()]
    measures = chosen(levels, plan, profile, catalogue(), sorted(extra))
    assert not [(a.code, b.code) for a, b in combinations(measures, 2) if contradict(a, b)]
    assert not ({"ESC-2", "ESC-3"} & {m.code for m in measures}) or "MOV-4" not in {
        m.code for m in measures
    }


@pytest.mark.parametrize("profile", list(Profile))
def test_at_level_five_the_rule_is_to_suspend_and_escort_stands_in_the_exception_alone(profile):
    found = advice(at_level(5), profile)
    assert slot(found, MovementSlot.RULE) == ["MOV-4"]
    assert slot(found, MovementSlot.EXCEPTION) == ["EXC-1"]
    escorted = [r.measure for r in found if "escort" in str(r.statement).casefold()]
    assert set(escorted) <= {"EXC-1", "ESC-0"}


def test_a_company_at_level_four_considers_a_vetted_escort():
    [rule] = [r for r in advice(at_level(4)) if r.slot is MovementSlot.RULE]
    assert str(rule.statement) == (
        "Consider a vetted escort by daylight only after a detailed route review."
    )


def test_an_ngo_at_level_four_reviews_the_alternatives_first():
    [rule] = [r for r in advice(at_level(4), Profile.NGO) if r.slot is MovementSlot.RULE]
    assert str(rule.statement) == (
        "Review alternatives to a road journey with an escort; "
        "armed escort only on the country director's recorded decision."
    )


def test_the_measure_that_restricts_most_wins_the_slot():
    roads = at_level(4, hazards={Hazard.ROAD_ATTACK_AND_MINES: 60.0})
    assert slot(advice(roads), MovementSlot.RULE) == ["AIRT-1"]


def test_the_parties_to_the_fight_are_named_as_no_escort():
    [note] = [r for r in advice(at_level(4)) if r.measure == "ESC-0"]
    assert "the Malian Armed Forces (FAMa) or the Permanent Strategic Framework (CSP)" in str(
        note.statement
    )
    assert note.audience is Audience.MANAGER


def test_who_left_the_fight_is_a_party_no_more():
    wagner = replace(FAMA, name="Wagner Group", id="rus_wagner")
    then = incident(date=on("2024-07-27"), actors=(wagner,))
    later = incident(date=on("2025-12-27"), actors=(wagner,))
    assert "ESC-0" in codes(advice(dossier(then, level=4, as_of="2024-08-01T00:00:00")))
    assert "ESC-0" not in codes(advice(dossier(later, level=4, as_of="2026-01-01T00:00:00")))


def test_hits_on_escorted_convoys_rule_out_every_escort():
    hit = incident(id="i-convoy", targets=("convoy",), hazard=Hazard.ROAD_ATTACK_AND_MINES)
    found = advice(dossier(kidal_strikes(), hit, level=4), Profile.CORPORATE)
    assert slot(found, MovementSlot.RULE) == ["MOV-4"]
    assert slot(found, MovementSlot.EXCEPTION) == ["EXC-2"]
    assert not {"ESC-1", "ESC-2", "ESC-3", "EXC-1"} & codes(found)
    [note] = [r for r in found if r.measure == "ESC-4"]
    assert "hit here, Kidal, Kidal Region, Mali on 7 November 2023." in str(note.statement)


def test_a_town_that_changed_hands_calls_for_a_brief():
    file = kidal_dossier(as_of="2023-11-15T23:59:59", conditions=(town_held(),), level=4)
    assert "CTL-1" in codes(advice(file))


@pytest.mark.parametrize(("level", "profile"), list(product(LEVELS, Profile)))
def test_a_traveller_gets_six_imperatives_at_most(level, profile):
    everything = at_level(level, hazards=dict.fromkeys(Hazard, 99.0))
    found = advice(everything, profile)
    mine = [r for r in found if r.audience is Audience.TRAVELLER]
    assert len(mine) <= MOST_TO_TRAVELLERS
    assert {r.slot for r in found if r.slot} == {r.slot for r in mine if r.slot}


def test_the_first_line_of_the_worst_is_to_report_safe():
    first, *_ = advice(kidal_dossier())
    assert "report safe to" in str(first.statement)


def test_every_measure_has_an_owner_and_ends_with_the_product():
    assert all(r.owner and r.expires <= date(2023, 11, 30) for r in advice(kidal_dossier()))


def test_a_house_fact_that_is_not_set_shows_as_missing():
    first, *_ = advice(kidal_dossier(), house=House())
    assert f"{MISSING}line]" in str(first.statement)


def test_an_unknown_region_is_not_called_safe():
    empty = dossier(level=None, hazards={})
    first, *_ = advice(empty)
    assert first.measure == "UNK-1"


def test_a_standing_level_alone_still_calls_for_measures():
    standing = dossier(level=None, hazards={}, standing_level=4, planning_level=4)
    assert {"HDC-1", "NEC-2"} <= codes(advice(standing))


def test_the_leading_hazard_answers_for_the_level_of_the_region():
    carried = kidal_dossier(
        level=5, floors=(), hazards={Hazard.AIR_AND_SHELLING: 30.0, Hazard.VIOLENT_CRIME: 12.0}
    )
    assert hazard_levels(carried, rulebook()) == (
        (Hazard.AIR_AND_SHELLING, 5),
        (Hazard.VIOLENT_CRIME, 2),
    )


def test_a_floor_counts_for_its_hazard_whatever_the_score():
    floored = kidal_dossier(hazards={Hazard.VIOLENT_CRIME: 30.0})
    assert hazard_levels(floored, rulebook())[0] == (Hazard.AIR_AND_SHELLING, 5)


def test_an_unknown_danger_is_no_reason_to_go_without_measures():
    shelled = dossier(kidal_strikes(), level=None, hazards={})
    found = advice(shelled)
    assert {"UNK-1", "AIR-1", "UXO-1"} <= codes(found)
    assert all(r.because.startswith("no level: ") for r in found)


def test_the_hazard_a_product_is_about_answers_for_the_level():
    file = kidal_dossier(level=4, floors=(), hazards={Hazard.VIOLENT_CRIME: 99.0})
    assert (Hazard.AIR_AND_SHELLING, 2) in hazard_levels(file, rulebook())
    assert (Hazard.AIR_AND_SHELLING, 4) in hazard_levels(file, rulebook(), Hazard.AIR_AND_SHELLING)


def test_a_warning_in_force_calls_for_its_measures_on_the_calmest_day():
    storm = incident(
        type="storm",
        hazard=Hazard.NATURAL_HAZARD,
        category=Category.DISASTER,
        status=Status.ANNOUNCED,
        date=on("2023-11-09"),
    )
    calm = {"level": 1, "level_name": "Minimal", "hazards": {}, "floors": ()}
    assert "NAT-1" in codes(advice(dossier(storm, **calm)))
    over = replace(storm, date=on("2023-11-06"))
    assert "NAT-1" not in codes(advice(dossier(over, **calm)))
