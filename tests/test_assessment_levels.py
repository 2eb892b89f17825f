"""Points, floors and the level of one day."""

from dataclasses import replace
from datetime import date

import pytest

from advisory.assessment.assess import assess
from advisory.assessment.points import numbers_in_force, undecayed
from advisory.assessment.scorable import scorable_of
from advisory.model.marking import Credibility, Reliability
from advisory.model.vocabulary import ConditionKind, Status
from advisory.rulebook.book import Scope
from tests.builders_assessment import (
    GAO,
    KIDAL,
    MALI,
    NORTH,
    SCALE,
    TOWN,
    as_of,
    condition,
    curfew_floor,
    floor,
    heard,
    incident,
    knowledge,
    place,
    rulebook,
    timeline,
    version,
    weight,
)

DAY = date(2026, 3, 2)
TWO = ("wire", "paper")


def points(rule=None, **more):
    made = scorable_of(version(incident(**more)), rulebook())
    return undecayed(numbers_in_force(rule or weight(), DAY), made)


def level(day, *versions, region=KIDAL, rules=()):
    return timeline(*versions, region=region, book=rulebook(*rules)).daily(as_of(day)).level


def floors(*versions, region=KIDAL, rule=None, day="2026-03-02", **more):
    known = knowledge(*versions, **more)
    [found] = assess([region], as_of(day), known, rulebook(rule or floor()))
    return found.floors


def test_points_are_weighed_by_credibility_and_reliability():
    told = points(killed=12, credibility=Credibility.DOUBTFUL, reliability=Reliability.C)
    assert told == pytest.approx((10 + 12) * 0.5 * 0.9)


def test_points_stop_at_the_cap():
    assert points(killed=500, reliability=Reliability.A) == 60


def test_a_number_holds_from_its_day_on_and_the_first_number_before():
    dated = weight(points={date(2026, 3, 2): 10, date(2026, 3, 3): 40}, per_killed=None)
    assert points(dated, reliability=Reliability.A) == 10


def test_points_halve_every_half_life():
    told = timeline(version(incident(on="2026-03-02", reliability=Reliability.A)))
    assert told.daily(as_of("2026-05-01")).points == pytest.approx(22 / 2)


def test_what_nobody_believes_scores_nothing_and_holds_no_floor():
    told = incident(credibility=Credibility.IMPROBABLE)
    assert level("2026-03-02", version(told)) == 1


def test_a_rumour_holds_no_floor_even_where_it_weighs_a_little():
    weighs = replace(SCALE, credibility_factor={**SCALE.credibility_factor, 5: 0.1})
    told = version(incident(credibility=Credibility.IMPROBABLE, owners=TWO))
    day = timeline(told, book=rulebook(scale=weighs)).daily(as_of("2026-03-02"))
    assert (day.level, day.floors, day.points > 0) == (1, (), True)


def test_what_nobody_can_judge_weighs_like_the_middle_but_holds_no_floor():
    unjudged = version(incident(credibility=Credibility.CANNOT_BE_JUDGED, owners=TWO))
    middle = version(incident(credibility=Credibility.POSSIBLY_TRUE, owners=TWO))
    days = [timeline(one).daily(as_of("2026-03-02")) for one in (unjudged, middle)]
    assert days[0].points == days[1].points > 0
    assert (days[0].floors, bool(days[1].floors)) == ((), True)


def test_what_is_announced_gives_nothing_yet():
    assert level("2026-03-02", version(incident(status=Status.ANNOUNCED))) == 1


def test_what_happens_tomorrow_gives_nothing_today():
    told = version(incident(on="2026-03-03", known="2026-03-02"))
    assert [level(day, told) for day in ("2026-03-02", "2026-03-03")] == [1, 4]


def test_after_the_horizon_points_are_gone():
    told = timeline(version(incident(on="2026-03-02")))
    assert told.daily(as_of("2028-03-01")).points == 0


def test_one_voice_raises_to_4_and_provisionally():
    day = timeline(version(incident(owners=["wire"]))).daily(as_of("2026-03-02"))
    assert (day.level, day.provisional) == (4, True)


def test_two_origins_raise_to_5():
    day = timeline(version(incident(owners=TWO))).daily(as_of("2026-03-02"))
    assert (day.level, day.provisional) == (5, False)


def test_ten_strikes_told_by_one_voice_make_no_5_by_points_either():
    many = [version(incident(f"i{n}", owners=["wire"])) for n in range(10)]
    day = timeline(*many, book=rulebook(weight())).daily(as_of("2026-03-02"))
    assert (day.level, day.provisional) == (4, True)


def test_ten_strikes_told_by_two_voices_in_turn_make_a_5_by_points():
    many = [version(incident(f"i{n}", owners=[TWO[n % 2]])) for n in range(10)]
    day = timeline(*many, book=rulebook(weight())).daily(as_of("2026-03-02"))
    assert (day.level, day.provisional) == (5, False)


def test_a_trifle_told_by_another_does_not_make_a_flood_a_5():
    flood = [version(incident(f"i{n}", owners=["wire"])) for n in range(10)]
    trifle = version(incident("other", owners=["paper"], killed=0))
    day = timeline(*flood, trifle, book=rulebook(weight())).daily(as_of("2026-03-02"))
    assert day.level == 4


def test_a_floor_holds_up_to_and_with_its_last_day():
    told = version(incident(owners=TWO))
    [held] = floors(told, day="2026-03-16")
    assert str(held.until) == "2026-03-16"
    assert floors(told, day="2026-03-17") == ()


@pytest.mark.parametrize(
    ("scope", "region", "holds"),
    [
        (Scope.ADMIN1, KIDAL, True),
        (Scope.ADMIN1, TOWN, True),
        (Scope.ADMIN1, MALI, False),
        (Scope.ADMIN1, GAO, False),
        (Scope.ADMIN1, NORTH, False),
        (Scope.COUNTRY, MALI, True),
        (Scope.COUNTRY, KIDAL, True),
        (Scope.PLACE, TOWN, True),
        (Scope.PLACE, KIDAL, False),
    ],
    ids=str,
)
def test_a_floor_holds_in_its_scope_and_inside_it_where_the_incident_lies(scope, region, holds):
    assert bool(floors(version(), region=region, rule=floor(scope=scope))) is holds


def test_a_floor_that_asks_for_two_holds_until_the_older_of_the_last_two_is_too_old():
    twice = floor(at_least=2)
    older, newer = (version(incident(f"i{day}", on=day)) for day in ("2026-03-02", "2026-03-10"))
    assert floors(older, rule=twice, day="2026-03-10") == ()
    [held] = floors(older, newer, rule=twice, day="2026-03-10")
    assert str(held.until) == "2026-03-16"


def test_a_floor_of_several_speaks_in_the_plural():
    told = floor(at_least=2, because="{count} {type}, the last on {date}")
    twice = [version(incident(f"i{day}", on=day)) for day in ("2026-03-02", "2026-03-10")]
    [held] = floors(*twice, rule=told, day="2026-03-10")
    assert held.because == "2 drone strikes, the last on 10 Mar 2026"


def test_a_curfew_holds_its_level_while_it_is_in_force():
    [held] = floors(rule=curfew_floor(), conditions=(condition(),))
    assert held.because == "curfew since 2 Mar 2026: at least 3 until it is lifted"
    assert held.conditions == ("c1",)


@pytest.mark.parametrize("region", [MALI, KIDAL, TOWN])
def test_a_curfew_in_a_whole_country_holds_there_and_in_its_regions_and_towns(region):
    national = condition(where=MALI)
    rule = curfew_floor(scope=Scope.ADMIN1)
    [held] = floors(region=region, rule=rule, conditions=(national,))
    assert held.conditions == ("c1",)


def test_a_curfew_in_a_region_holds_in_no_other_and_does_not_climb():
    of_kidal = condition(where=KIDAL)
    assert floors(region=GAO, rule=curfew_floor(), conditions=(of_kidal,)) == ()
    of_the_country = curfew_floor(scope=Scope.ADMIN1)
    assert floors(region=MALI, rule=of_the_country, conditions=(of_kidal,)) == ()


def test_an_airport_closed_somewhere_in_a_country_holds_in_no_region_of_it():
    closed = condition(ConditionKind.AIRPORT_CLOSED, where=MALI)
    rule = curfew_floor(condition=ConditionKind.AIRPORT_CLOSED)
    assert floors(rule=rule, conditions=(closed,)) == ()


def test_a_curfew_is_over_after_its_last_day():
    over = condition(until="2026-03-05")
    assert floors(rule=curfew_floor(), conditions=(over,), day="2026-03-06") == ()


def test_a_state_that_one_owner_tells_of_gives_4_at_most():
    extreme = curfew_floor(level={DAY: 5})
    told = {"conditions": (condition(reports=("r1", "r2")),)}
    one = [heard("2026-03-02", report=name) for name in ("r1", "r2")]
    two = [one[0], heard("2026-03-02", "owner-b", report="r2")]
    [capped] = floors(rule=extreme, heard=one, **told)
    assert (capped.level, capped.asked, capped.provisional) == (4, 5, True)
    assert capped.because.startswith("curfew since 2 Mar 2026: at least 4")
    assert [held.level for held in floors(rule=extreme, heard=two, **told)] == [5]


def test_an_incident_of_which_only_the_country_is_known_raises_no_region():
    somewhere = version(incident(at=place("Mali", kind="country", region=MALI)))
    assert floors(somewhere) == ()


def test_points_climb_to_the_country_and_weigh_less_there():
    told = version(incident(on="2026-03-02"))
    scores = [
        found.score
        for found in assess([MALI, KIDAL, TOWN], as_of("2026-03-02"), knowledge(told), rulebook())
    ]
    assert scores == sorted(scores)
    assert scores[0] > 0
