"""Values are as exact as the words were, and ids the same everywhere (decisions 1 and 2)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.model.identity import incident_id, mention_id, report_id
from advisory.model.incident import Mention
from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.model.value import Count, Span
from advisory.model.vocabulary import Category, Hazard, Qualifier

DAY = datetime(2023, 11, 7, tzinfo=UTC)


def mention(report: str, start: int) -> Mention:
    trigger = Span(start, start + 6, "strike")
    return Mention(
        id=mention_id(report, trigger, "airstrike"),
        report=report,
        type="airstrike",
        category=Category.AIRSTRIKE,
        hazard=Hazard.AIR_AND_SHELLING,
        trigger=trigger,
    )


def test_a_span_must_fit_its_words():
    with pytest.raises(ValueError, match="does not fit the text"):
        Span(0, 3, "twelve")


@given(st.text(min_size=1), st.data())
def test_a_span_cut_out_of_a_text_stands_in_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert Span.of(text, start, end).text == text[start:end]


def test_a_count_cannot_run_backwards():
    with pytest.raises(ValueError, match="runs backwards"):
        Count(20, 12, Qualifier.BETWEEN)


def test_the_best_figure_of_up_to_twenty_is_twenty():
    assert Count(0, 20, Qualifier.UP_TO).best == 20


def test_the_same_text_from_the_same_source_is_the_same_report():
    assert report_id("wire", "text") == report_id("wire", "text")
    assert report_id("wire", "text") != report_id("paper", "text")


@given(st.permutations(range(6)))
def test_an_incident_has_the_id_of_its_earliest_mention_in_any_order(order):
    told = [(DAY + timedelta(days=n), mention(f"r{n}", 10)) for n in range(6)]
    shuffled = [told[n] for n in order]
    assert incident_id(shuffled) == incident_id(told[:1])


def test_two_mentions_in_one_report_are_told_apart_by_where_they_stand():
    told = [(DAY, mention("r", 40)), (DAY, mention("r", 10))]
    assert incident_id(told) == incident_id(told[1:])


def test_unmarked_news_is_clear_and_an_unmarked_field_message_is_amber_strict():
    assert SourceKind.PUBLISHED.default_tlp is Tlp.CLEAR
    assert SourceKind.FIELD.default_tlp is Tlp.AMBER_STRICT
    assert SourceKind.UNKNOWN.default_tlp is Tlp.AMBER_STRICT


@given(st.permutations(list(Tlp)))
def test_the_strictest_of_any_markings_is_their_maximum(markings):
    assert max(markings) is Tlp.RED


def test_an_unknown_marking_is_refused_with_the_allowed_ones():
    with pytest.raises(ValueError, match="allowed: CLEAR, GREEN, AMBER, AMBER"):
        Tlp.named("blue")


def test_only_a_and_b_may_carry_the_highest_level_alone():
    assert [r.value for r in Reliability if r.is_reliable] == ["A", "B"]
