from dataclasses import replace

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.errors import BrokenStore
from advisory.model.advice import Recommendation
from advisory.model.assessment import Assessment, Region, RegionKind
from advisory.model.decision import Decision
from advisory.model.marking import Tlp
from advisory.model.text import Reading, Report
from advisory.model.value import Count, Qualifier, Span
from advisory.store.codec import decode, encode
from advisory.store.replays import KeptAssessment
from tests.builders_store import NOON, a_store

st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(
    Span,
    st.builds(
        lambda at, text: Span(at, at + len(text), text), st.integers(0, 99), st.text(min_size=1)
    ),
)
st.register_type_strategy(
    Count,
    st.builds(
        lambda low, more, how: Count(low, None if more is None else low + more, how),
        st.integers(0, 999),
        st.none() | st.integers(0, 99),
        st.sampled_from(Qualifier),
    ),
)


@pytest.mark.parametrize("shape", [Report, Reading, Decision, Assessment, Recommendation])
@settings(max_examples=8, deadline=None)
@given(data=st.data())
def test_whatever_is_kept_comes_back_as_it_was(shape, data):
    value = data.draw(st.from_type(shape))
    assert decode(encode(value), shape) == value


@given(data=st.data())
def test_equal_values_have_one_form_whatever_wrote_them(data):
    report = data.draw(st.from_type(Report))
    backwards = dict(reversed(msgspec.to_builtins(report).items()))
    assert encode(backwards) == encode(report)


@pytest.mark.parametrize(
    "text", ['{"id":"r1"}', '{"id":"r1","text":3}', '{"id":"r1","text":"x","tlp":9}', "", "[]"]
)
def test_what_does_not_fit_its_type_is_damage(text):
    with pytest.raises(BrokenStore, match="damaged Report"):
        decode(text, Report)


def test_what_a_level_follows_from_comes_back_as_it_was_kept(tmp_path):
    region = Region("ML-8", "Kidal", RegionKind.ADMIN1, "ML", "Mali", ("ML", "ML-8"))
    kept = KeptAssessment("a1", region, NOON, Tlp.GREEN, None, "rules", "reader", 3)
    signed = replace(kept, replay_id="a2", signed_before=NOON)
    with a_store(tmp_path) as store:
        store.replays.keep_rule_base("rules", {})
        store.replays.keep([kept, signed, kept])
        assert (store.replays.assessment("a1"), store.replays.assessment("a2")) == (kept, signed)
