"""The whole answer: trend, confidence, gaps, what if, the JSON of the contract, replay."""

from dataclasses import replace
from datetime import date

import pytest

from advisory.assessment.assess import assess, assess_days
from advisory.assessment.explain import explanation
from advisory.assessment.output import to_json
from advisory.assessment.rule_tests import run_rule_tests
from advisory.model.assessment import Confidence, Trend
from advisory.model.incident import Evidence
from advisory.model.marking import Tlp
from advisory.model.text import Unlocated
from advisory.model.value import Claim, Count, Span
from advisory.model.vocabulary import SpeakerKind, Stance
from advisory.rulebook.book import RuleTest
from tests.builders_assessment import (
    KIDAL,
    MALI,
    SCALE,
    as_of,
    condition,
    curfew_floor,
    floor,
    heard,
    incident,
    knowledge,
    override,
    place,
    read_weekly,
    rulebook,
    standing,
    version,
    weight,
)

OWNERS = ("owner-a", "owner-b")
STRIKE = version(incident(on="2026-03-02", owners=OWNERS))
CALM = read_weekly("2026-02-03", 12)


def kidal(day, *versions, heard=(), book=None, **more):
    known = knowledge(*versions, heard=heard, **more)
    [found] = assess([KIDAL], as_of(day), known, book or rulebook())
    return found


def test_a_level_that_rose_between_two_read_weeks_is_up():
    found = kidal("2026-03-03", STRIKE, heard=CALM)
    assert (found.previous_level, found.level, found.trend) == (1, 5, Trend.UP)


def test_a_level_that_stayed_is_steady():
    assert kidal("2026-03-10", STRIKE, heard=CALM).trend is Trend.STEADY


def test_weeks_of_unequal_coverage_are_not_compared():
    assert kidal("2026-03-08", STRIKE).trend is Trend.NOT_COMPARABLE


@pytest.mark.parametrize(
    ("day", "reports", "confidence"),
    [
        ("2026-03-03", CALM, Confidence.HIGH),
        ("2026-03-03", (), Confidence.MODERATE),
        ("2026-03-12", (), Confidence.LOW),
        ("2026-03-31", CALM, Confidence.LOW),
    ],
    ids=["read for four weeks", "read since today", "stale", "carried"],
)
def test_confidence_goes_by_the_stated_table(day, reports, confidence):
    assert kidal(day, STRIKE, heard=reports).confidence is confidence


def test_a_region_without_a_report_says_that_this_is_not_calm():
    first, *_ = kidal("2026-03-02").gaps
    assert first == "No report that was read names Kidal Region. This is not calm."


def test_what_could_not_be_read_is_a_gap_with_its_language():
    unread = heard("2026-03-02", "owner-c", readable=False, language="fr")
    [gap] = [g for g in kidal("2026-03-03", STRIKE, heard=[unread]).gaps if "could not be" in g]
    assert gap == "1 report of the last 28 days could not be read (fr: 1)."


def test_a_name_that_could_not_be_placed_is_a_gap():
    report = heard("2026-03-02", unlocated=(Unlocated("Achibogho", ("ML", "ML-8")),))
    assert (
        '1 place name could not be placed: "Achibogho".' in kidal("2026-03-03", heard=[report]).gaps
    )


@pytest.mark.parametrize("elsewhere", [("ML", "ML-7"), ("NE",)])
def test_a_name_that_probably_lies_elsewhere_is_no_gap_here(elsewhere):
    report = heard("2026-03-02", unlocated=(Unlocated("Achibogho", elsewhere),))
    assert not any("Achibogho" in gap for gap in kidal("2026-03-03", heard=[report]).gaps)


def test_a_name_of_which_only_the_country_is_known_may_lie_here():
    report = heard("2026-03-02", unlocated=(Unlocated("Achibogho", ("ML",)),))
    assert any("Achibogho" in gap for gap in kidal("2026-03-03", heard=[report]).gaps)


def test_an_incident_of_which_only_the_country_is_known_is_a_gap_of_its_regions():
    somewhere = version(incident(at=place("Mali", kind="country", region=MALI)))
    gap = "1 incident of the last 28 days may lie in Kidal Region: no report says where in Mali."
    assert gap in kidal("2026-03-03", somewhere).gaps


def test_a_state_of_which_nobody_speaks_any_more_is_a_gap():
    gap = "No word of curfew in Kidal for 18 days: whether it still holds is not known."
    assert gap in kidal("2026-03-20", conditions=(condition(),)).gaps


def test_what_rests_on_one_origin_says_so():
    found = kidal("2026-03-03", version(incident(owners=["wire"])))
    assert "A rule asks for level 5; one origin alone gives 4 at most." in found.gaps


def test_a_standing_whose_review_is_overdue_says_so_and_still_holds():
    held = standing(4, recorded="2026-02-01", review_by="2026-03-01")
    found = kidal("2026-03-02", heard=CALM, decisions=(held,))
    assert "The review of the standing is overdue since 1 Mar 2026." in found.gaps
    assert found.level == 4


def test_the_fall_it_foretells_is_the_fall_that_comes():
    told, calm = [STRIKE], read_weekly("2026-02-03", 30)
    down = kidal("2026-03-03", *told, heard=CALM).counterfactuals[0]
    assert down.startswith("Falls to Low (2) on 20 Apr 2026 at the earliest")
    assert kidal("2026-04-19", *told, heard=calm).level == 5
    assert kidal("2026-04-20", *told, heard=calm).level == 2


def test_a_curfew_without_an_end_keeps_the_level_up():
    book = rulebook(curfew_floor())
    found = kidal("2026-03-03", heard=CALM, conditions=(condition(),), book=book)
    assert found.counterfactuals[0].startswith("Does not fall while this holds: curfew since")


def test_what_would_raise_it_is_the_nearest_floor_and_the_points_missing():
    found = kidal("2026-03-03", heard=CALM)
    assert found.counterfactuals == (
        'Rises to Extreme (5) with: "Strike in a seat with ten or more killed".',
        "By points alone, Low (2) is 9.4 points away.",
    )


def test_the_highest_level_can_only_fall():
    [falls] = kidal("2026-03-03", STRIKE).counterfactuals
    assert falls.startswith("Falls to")


def test_the_json_has_the_fields_of_the_contract_in_order():
    written = to_json(kidal("2026-03-03", STRIKE), SCALE)
    assert list(written) == [
        "schema", "region", "as_of", "level", "level_name", "state", "basis", "provisional",
        "signed", "computed_level", "standing_level", "last_signed_level", "planning_level",
        "override", "previous_level", "trend", "confidence", "score", "hazards", "drivers",
        "incidents", "data_as_of", "data_age_days", "valid_until", "gaps", "advice", "replay_id",
    ]  # fmt: skip


def test_the_json_says_what_it_found():
    written = to_json(kidal("2026-03-03", STRIKE), SCALE)
    assert written["region"] == {
        "id": "ML-8", "name": "Kidal Region", "kind": "admin1", "country": "ML"
    }  # fmt: skip
    assert (written["level"], written["state"], written["basis"]) == (5, "current", "computed")
    assert (written["data_as_of"], written["data_age_days"]) == ("2026-03-02", 1)
    assert (written["valid_until"], written["advice"]) == ("2026-03-09", "Travel as at 5.")


def test_a_floor_and_a_weight_are_both_drivers():
    assert [(d.rule, d.incidents) for d in kidal("2026-03-03", STRIKE).drivers] == [
        ("strike-in-seat", ("i1",)),
        ("strike", ("i1",)),
    ]


def test_an_unknown_region_is_advised_by_the_level_to_plan_by():
    found = kidal("2026-03-02", decisions=(standing(4, recorded="2026-02-01"),))
    assert to_json(found, SCALE)["advice"] == "Plan as for High: Travel as at 4."


def test_an_override_is_valid_until_its_last_day():
    hand = override(3, recorded="2026-03-02", until="2026-03-06")
    assert kidal("2026-03-03", STRIKE, decisions=(hand,)).valid_until == date(2026, 3, 6)


def test_contributions_add_up_to_the_score():
    more = version(incident("i2", on="2026-02-20", killed=None))
    found = kidal("2026-03-03", STRIKE, more)
    points = sum(one.points for one in found.contributions)
    assert found.score == pytest.approx(100 * (1 - 2 ** (-points / 40)))


def test_a_reason_is_filled_from_the_incident():
    [given] = kidal("2026-03-03", version(incident(killed=None))).contributions
    assert given.because == "drone strike in Kidal on 2 Mar 2026: an unknown number killed"


def test_a_reason_says_of_a_toll_that_only_a_party_gives_it():
    told = incident(killed=60)
    claim = Claim(
        field="killed",
        value="60 fighters killed",
        stance=Stance.CLAIMED,
        speaker="the army",
        speaker_kind=SpeakerKind.PARTY,
        count=Count.exactly(60),
    )
    accounts = tuple(replace(a, mention=replace(a.mention, claims=(claim,))) for a in told.accounts)
    [given] = kidal("2026-03-03", version(replace(told, accounts=accounts))).contributions
    assert given.because == "drone strike in Kidal on 2 Mar 2026: 60 (a party's claim) killed"


def test_an_explanation_quotes_the_words_of_each_incident():
    told = STRIKE.incident
    first = told.accounts[0]
    proved = replace(first.mention, evidence=(Evidence("killed", (Span(3, 5, "12"),), "r"),))
    told = replace(told, accounts=(replace(first, mention=proved), *told.accounts[1:]))
    written = explanation(kidal("2026-03-03", version(told)), [version(told)], rulebook())
    source = {"report": "i1.owner-a", "source": "owner-a", "reliability": "C"}
    quoted = {**source, "field": "killed", "start": 3, "end": 5, "text": "12"}
    assert written["contributions"][0]["evidence"] == [quoted]
    assert written["floors"][0]["evidence"] == [quoted]


def test_a_replay_from_the_same_has_the_same_id_and_another_clearance_another():
    known, book = knowledge(STRIKE), rulebook()
    ids = [
        assess([KIDAL], as_of("2026-03-03"), known, book, clearance)[0].replay_id
        for clearance in (Tlp.CLEAR, Tlp.CLEAR, Tlp.RED)
    ]
    assert ids[0] == ids[1] != ids[2]


def test_what_became_known_later_changes_nothing():
    later = version(incident("i2", on="2026-03-02", known="2026-03-09"))
    known = [heard("2026-03-09", "owner-c")]
    assert kidal("2026-03-03", STRIKE) == kidal("2026-03-03", STRIKE, later, heard=known)


def test_many_days_at_once_are_the_same_as_day_by_day():
    days = [date(2026, 3, day) for day in (1, 2, 20)]
    known, book = knowledge(STRIKE, heard=CALM), rulebook()
    at_once = assess_days([KIDAL, MALI], days, known, book)
    one_by_one = {
        (found.region.id, day): found
        for day in days
        for found in assess([KIDAL, MALI], as_of(day.isoformat()), known, book)
    }
    assert at_once == one_by_one


def example(name, given, **expected):
    return RuleTest(name, (given,), **expected)


def test_the_examples_inside_the_rules_are_run():
    strike = {"type": "drone_strike", "killed": "12", "credibility": "1", "reliability": "A"}
    rule = weight(tests=(example("counts", strike, points=22.0), example("fires", strike, fires=1)))
    assert [one.passed for one in run_rule_tests(rulebook(rule))] == [True, True]


def test_an_example_that_does_not_come_out_says_what_was_found():
    wrong = example("nine are enough", {"type": "drone_strike", "killed": "9"}, level=5)
    [result] = run_rule_tests(rulebook(floor(tests=(wrong,))))
    assert not result.passed
    assert str(result).endswith("nine are enough (level 5 expected, nothing found)")


def test_an_example_of_a_condition_is_run_too():
    rule = curfew_floor(
        tests=(
            example("holds", {"state": "in_force"}, level=3),
            example("is lifted", {"state": "lifted"}, fires=0),
        )
    )
    assert [one.passed for one in run_rule_tests(rulebook(rule))] == [True, True]
