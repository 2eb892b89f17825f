"""What explains a level beside its points: the sum, a disputed toll, records, longer trends."""

from dataclasses import replace
from datetime import date

import pytest

from advisory.assessment.arithmetic import arithmetic
from advisory.assessment.assess import assess
from advisory.model.assessment import Highest, Trend
from advisory.model.marking import Credibility, Reliability
from tests.builders_assessment import (
    KIDAL,
    START,
    as_of,
    floor,
    incident,
    knowledge,
    read_weekly,
    rulebook,
    version,
    weight,
)

TWO = ("wire", "paper")


def kidal(day, *versions, rules=(), **more):
    known = knowledge(*versions, **more)
    return assess([KIDAL], as_of(day), known, rulebook(*rules))[0]


def disputed(low=8, best=12, high=30, **more):
    told = incident(owners=TWO, killed=best, **more)
    return version(replace(told, killed_low=low, killed_high=high))


def test_the_sum_can_be_done_again_factor_by_factor():
    told = version(incident(credibility=Credibility.DOUBTFUL, reliability=Reliability.D, killed=12))
    big = version(incident("i2", on="2026-02-02", killed=500))
    found, book = kidal("2026-03-12", told, big), rulebook()
    total = arithmetic(found, [told, big], book)
    for term in total.terms:
        given = min(term.points + term.per_killed * term.killed, term.cap)
        weighed = given * term.credibility_factor * term.reliability_factor
        one = term.contribution
        assert term.given == given
        assert one.undecayed == pytest.approx(weighed, rel=1e-12)
        left = weighed * 2 ** (-one.age_days / one.half_life_days)
        assert one.points == pytest.approx(left, rel=1e-12)
    assert total.score == pytest.approx(100 * (1 - 2 ** (-total.points / total.half_points)))
    assert total.score == pytest.approx(found.score, rel=1e-12)


def test_the_sum_says_what_is_missing_to_the_next_level():
    told = version(incident())
    total = arithmetic(kidal("2026-03-02", told), [told], rulebook())
    more = 100 * (1 - 2 ** (-(total.points + total.missing) / total.half_points))
    assert more == pytest.approx(total.above.from_score)
    assert total.reached.level + 1 == total.above.level


def test_a_toll_that_nobody_gives_is_marked_as_the_default_of_its_type():
    told = version(incident(killed=None))
    [term] = arithmetic(kidal("2026-03-02", told), [told], rulebook()).terms
    assert (term.killed, term.is_killed_known) == (2, False)


def test_a_disputed_toll_is_worked_out_at_both_ends():
    ends = kidal("2026-03-02", disputed()).toll_ends
    assert (ends.low_killed, ends.high_killed) == (8, 30)
    assert ends.low_score < kidal("2026-03-02", disputed()).score < ends.high_score
    assert (ends.low_level, ends.high_level) == (2, 5)


def test_a_dispute_that_changes_the_level_is_flagged_first_of_all_gaps():
    [first, *_] = kidal("2026-03-02", disputed()).gaps
    assert first == "The toll is disputed: level 5 on 30 killed, 2 on 8."


def test_a_dispute_that_changes_no_level_is_no_gap():
    found = kidal("2026-03-02", disputed(low=12, best=12, high=14))
    assert not found.toll_ends.changes_level
    assert not any("disputed" in gap for gap in found.gaps)


def test_several_disputed_tolls_are_taken_to_their_ends_together():
    other = replace(disputed().incident, id="i2")
    ends = kidal("2026-03-02", disputed(), version(other)).toll_ends
    assert (ends.incidents, ends.low_killed, ends.high_killed) == (("i1", "i2"), None, None)


def test_without_a_dispute_there_are_no_ends():
    assert kidal("2026-03-02", version(incident())).toll_ends is None


def test_what_does_not_count_today_is_no_dispute_of_today():
    assert kidal("2026-03-01", disputed()).toll_ends is None


QUIET = read_weekly("2026-01-05", 16)


def strikes(*days, **more):
    return [version(incident(f"s{n}", on=day, **more)) for n, day in enumerate(days)]


def test_a_score_that_was_never_so_high_is_the_highest_since_the_first_report():
    found = kidal("2026-04-20", *strikes("2026-04-20"), heard=QUIET)
    assert found.highest == Highest(date(2026, 1, 5), ever=True)


def test_the_last_day_with_as_many_points_is_told():
    told = (*strikes("2026-01-10"), version(incident("new", on="2026-04-20", killed=0)))
    found = kidal("2026-04-20", *told, heard=QUIET)
    assert not found.highest.ever
    day, after = found.highest.since, date.fromordinal(found.highest.since.toordinal() + 1)
    points = [
        sum(one.points for one in kidal(when.isoformat(), *told, heard=QUIET).contributions)
        for when in (day, after, date(2026, 4, 20))
    ]
    assert points[0] >= points[2] > points[1]


@pytest.mark.parametrize(
    ("days", "day"),
    [
        (("2026-04-20",), "2026-06-20"),  # long after the news
        (("2026-01-20",), "2026-01-20"),  # nothing to look back on
        ((), "2026-04-20"),  # no points
    ],
)
def test_there_is_no_record_where_there_is_nothing_to_say(days, day):
    assert kidal(day, *strikes(*days), heard=QUIET).highest is None


def test_a_score_that_was_as_high_ten_days_ago_is_no_record():
    slight = {"credibility": Credibility.DOUBTFUL, "reliability": Reliability.E, "killed": 0}
    told = (*strikes("2026-04-10", killed=50), version(incident(on="2026-04-20", **slight)))
    assert kidal("2026-04-20", *told, heard=QUIET).highest is None


def test_the_level_is_compared_with_four_weeks_ago_where_both_weeks_were_read():
    calm = weight(points={START: 1}, per_killed=None)
    found = kidal(
        "2026-04-19", *strikes("2026-04-15", owners=TWO), heard=QUIET, rules=(calm, floor())
    )
    assert (found.level_four_weeks_ago, found.level) == (1, 5)
    assert found.trend_four_weeks is Trend.UP


def test_four_weeks_ago_unread_is_not_comparable():
    late = [one for one in QUIET if one.known_at >= as_of("2026-03-30")]
    found = kidal("2026-04-19", *strikes("2026-04-15", owners=TWO), heard=late)
    assert found.trend_four_weeks is Trend.NOT_COMPARABLE
