import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisory.errors import RejectedReport
from advisory.model.marking import Tlp
from advisory.store.reports import joined
from tests.builders_store import EVENING, NOON, a_report, a_store


def test_only_new_reports_count(tmp_path):
    with a_store(tmp_path) as store:
        assert store.add_reports([a_report("r1"), a_report("r2")], NOON) == 2
        assert store.add_reports([a_report("r2"), a_report("r3")], EVENING) == 1


def test_an_id_taken_by_another_text_is_refused_and_nothing_of_the_batch_is_kept(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report("r1", "Calm.")], NOON)
        with pytest.raises(RejectedReport, match='The id "r1" is taken by another text'):
            store.add_reports([a_report("r0"), a_report("r1", "Not calm.")], NOON)
        assert [report.id for report in store.reports()] == ["r1"]


def test_reports_come_in_the_order_they_were_known_and_undated_ones_last(tmp_path):
    late = a_report("a", published="2025-03-02")
    early, twin = a_report("c", published="2025-03-01"), a_report("b", published="2025-03-01")
    undated = a_report("0")
    with a_store(tmp_path) as store:
        store.add_reports([undated, late, early, twin], NOON)
        assert store.reports() == (twin, early, late, undated)


def test_a_clearance_sees_its_own_marking_and_below(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report(tlp.name, tlp=tlp) for tlp in Tlp], NOON)
        seen = {report.id for report in store.reports(clearance=Tlp.AMBER)}
        assert seen == {"CLEAR", "GREEN", "AMBER"}


def test_a_report_told_again_gains_the_date_it_lacked(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report("r1")], NOON)
        store.add_reports([a_report("r1", published="2025-03-01")], EVENING)
        assert [report.published for report in store.reports()] == ["2025-03-01"]


def test_a_stricter_marking_stays_whatever_is_told_later(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report("r1", tlp=Tlp.RED), a_report("r1", tlp=Tlp.CLEAR)], NOON)
        assert store.reports(clearance=Tlp.AMBER) == ()


def test_half_a_character_is_refused(tmp_path):
    with a_store(tmp_path) as store, pytest.raises(RejectedReport, match="half a character"):
        store.add_reports([a_report("r1", "\ud800")], NOON)


TELLINGS = st.builds(
    a_report,
    source=st.sampled_from([None, "gazette", "courier"]),
    published=st.sampled_from([None, "2025-03", "2025-03-31", "2025-03-30T22:00:00-02:00"]),
    title=st.sampled_from([None, "One", "Two"]),
    tlp=st.sampled_from(Tlp),
)


@given(TELLINGS, TELLINGS, TELLINGS)
def test_it_does_not_matter_in_which_order_or_how_often_a_report_is_told(one, two, three):
    together = joined(joined(one, two), three)
    assert together == joined(three, joined(two, one)) == joined(together, two)
