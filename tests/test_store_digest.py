from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.model.decision import Decision, Verb
from advisory.store.store import Store
from tests.builders_store import EVENING, NOON, a_report, a_store

DATES = st.sampled_from([None, "2025-03", "2025-03-01", "2025-03-01T08:00:00Z"])
REPORTS = st.lists(
    st.builds(
        lambda number, date, title: a_report(
            f"r{number}", f"{number}", published=date, title=title
        ),
        st.integers(0, 5),
        DATES,
        st.sampled_from([None, "One", "Two"]),
    ),
    max_size=8,
)


def digest_after(*batches) -> str:
    with TemporaryDirectory() as folder, Store.open(Path(folder) / "s") as store:
        for batch in batches:
            store.add_reports(batch, NOON)
        return store.digest


@settings(max_examples=15, deadline=None)
@given(REPORTS, st.data())
def test_order_pieces_and_repetition_do_not_change_the_digest(reports, data):
    shuffled = data.draw(st.permutations(reports))
    cut = data.draw(st.integers(0, len(reports)))
    assert digest_after(reports) == digest_after(shuffled[:cut], shuffled[cut:], reports)


def test_another_text_another_digest():
    assert digest_after([a_report("r1", "Calm.")]) != digest_after([a_report("r1", "Riot.")])


def test_when_it_was_recorded_is_not_in_the_digest(tmp_path):
    with a_store(tmp_path, "one") as one, a_store(tmp_path, "two") as two:
        one.add_reports([a_report()], NOON)
        two.add_reports([a_report()], EVENING)
        assert one.digest == two.digest


def test_a_decision_changes_the_digest_and_a_quarantined_item_does_not(tmp_path):
    with a_store(tmp_path) as store:
        empty = store.digest
        store.quarantine.add("reports/a.txt", "it is empty", NOON)
        assert store.digest == empty
        store.add_decision(Decision("d1", Verb.STANDING, "the desk", "war", NOON, region="ML-8"))
        assert store.digest != empty


def test_the_generation_changes_with_each_new_report_and_with_nothing_else(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report("r1")], NOON)
        before = store.generation
        store.add_reports([a_report("r1")], EVENING)
        assert store.generation == before
        store.add_reports([a_report("r2")], EVENING)
        assert store.generation != before
