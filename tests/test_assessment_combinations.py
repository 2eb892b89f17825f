"""A combination holds while all its parts do, in one region, and is as sure as the weakest."""

from dataclasses import replace

import pytest

from advisory.assessment.assess import assess
from advisory.model.vocabulary import Category, ConditionKind
from advisory.rulebook.book import Part, Scope
from tests.builders_assessment import (
    GAO,
    KIDAL,
    MALI,
    START,
    TOWN,
    as_of,
    combination,
    condition,
    curfew_floor,
    heard,
    incident,
    knowledge,
    place,
    rulebook,
    version,
)

STRIKE = Part(name="a strike", when="category = 'airstrike'", within_days={START: 14})
CLASH = Part(name="a clash", when="category = 'clash'", within_days={START: 7})
CURFEW = Part(name="a curfew", condition=ConditionKind.CURFEW)
TWO = ("wire", "paper")
RULE = combination(STRIKE, CURFEW)
HEARD = tuple(heard("2026-03-02", owner, report=f"r.{owner}") for owner in TWO)
LASTING = condition(reports=tuple(one.report for one in HEARD))


def clash(**more):
    return version(incident("clash", type="armed_clash", category=Category.CLASH, **more))


def held(*versions, rule=RULE, conditions=(LASTING,), day="2026-03-05", region=KIDAL):
    known = knowledge(*versions, heard=HEARD, conditions=conditions)
    [found] = assess([region], as_of(day), known, rulebook(rule))
    return found


def test_all_its_parts_together_hold_the_level():
    [floor] = held(version(incident(owners=TWO))).floors
    assert (floor.level, floor.incidents, floor.conditions) == (5, ("i1",), ("c1",))


@pytest.mark.parametrize(
    ("versions", "conditions"),
    [((), (LASTING,)), ((version(incident(owners=TWO)),), ()), ((clash(owners=TWO),), (LASTING,))],
)
def test_a_part_that_is_missing_is_not_made_up_by_the_others(versions, conditions):
    assert held(*versions, conditions=conditions).floors == ()


def test_it_ends_with_the_first_part_that_ends():
    strike = version(incident(owners=TWO))
    [floor] = held(strike).floors
    assert str(floor.until) == "2026-03-16"
    assert held(strike, day="2026-03-17").floors == ()
    ends = condition(until="2026-03-10", reports=LASTING.condition.reports)
    [floor] = held(strike, conditions=(ends,)).floors
    assert str(floor.until) == "2026-03-10"


def test_one_part_that_only_one_voice_tells_keeps_it_at_a_provisional_4():
    [floor] = held(version(incident(owners=["wire"]))).floors
    assert (floor.level, floor.asked, floor.provisional) == (4, 5, True)


def test_its_reason_takes_each_word_from_the_first_part_that_has_it():
    rule = combination(STRIKE, CURFEW, because="{type} in {place}, {condition}, until {until}")
    [floor] = held(version(incident(owners=TWO)), rule=rule).floors
    assert floor.because == "drone strike in Kidal, curfew, until 16 Mar 2026"


def test_two_kinds_of_incidents_can_be_combined():
    rule = combination(STRIKE, CLASH, because="{type} on {date}")
    told = (version(incident(owners=TWO)), clash(owners=TWO))
    [floor] = held(*told, rule=rule, conditions=()).floors
    assert floor.incidents == ("i1", "clash")
    assert held(*told, rule=rule, conditions=(), day="2026-03-10").floors == ()


def test_what_lies_in_another_region_is_no_part_of_it():
    elsewhere = place("Gao", region=GAO)
    assert held(version(incident(owners=TWO, at=elsewhere))).floors == ()
    [floor] = held(version(incident(owners=TWO)), region=TOWN).floors
    assert floor.level == 5


def test_it_does_not_climb_unless_its_scope_says_so():
    told = version(incident(owners=TWO))
    assert held(told, region=MALI).floors == ()
    [floor] = held(told, region=MALI, rule=replace(RULE, scope=Scope.COUNTRY)).floors
    assert floor.level == 5


def test_what_if_names_the_part_that_is_missing():
    known = knowledge(conditions=(LASTING,), heard=HEARD)
    [found] = assess([KIDAL], as_of("2026-03-05"), known, rulebook(RULE, curfew_floor()))
    assert 'Rises to Extreme (5) if this comes on top: a strike ("A combination").' in (
        found.counterfactuals
    )


def test_what_if_says_when_it_falls_with_the_combination():
    told = held(version(incident(owners=TWO)))
    [falls, *_] = told.counterfactuals
    assert falls.startswith("Falls to ")
