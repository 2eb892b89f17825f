"""Which of several rows of one coded event stands, whatever the order in which they came."""

from hypothesis import given
from hypothesis import strategies as st

from advisory.incidents.revisions import with_revisions
from advisory.model.identity import row_id
from advisory.model.incident import Mention
from advisory.model.text import Reading, Report
from advisory.model.value import Count, Span
from advisory.model.vocabulary import Category, Hazard, Stance


def a_row(killed, stamp=None, event="E1"):
    """A report of a row and what is read of it."""
    text = f"id: {event}\ntype: ambush\nkilled: {killed}" + (
        f"\nrevision: {stamp}" if stamp else ""
    )
    report = Report(row_id("log", event, text), text, table="log")
    mention = Mention(
        "m1", report.id, "ambush", Category.ATTACK, Hazard.GROUND_COMBAT, Span(13, 19, "ambush"),
        killed=Count.exactly(killed),
    )  # fmt: skip
    return report, Reading(report.id, "en", readable=True, mentions=(mention,))


def standing(rows):
    reports = {report.id: report for report, _ in rows}
    return tuple(with_revisions([reading for _, reading in rows], reports))


def test_the_latest_stamp_stands_and_says_what_it_corrects():
    [reading] = standing([a_row(14, "24.1"), a_row(12, "24.0.10")])
    [mention] = reading.mentions
    assert mention.killed == Count.exactly(14)
    assert [(c.stance, c.count) for c in mention.claims] == [(Stance.REVISED, None)]


def test_of_rows_without_a_stamp_the_least_toll_stands_and_the_other_beside_it():
    [reading] = standing([a_row(30), a_row(12)])
    [mention] = reading.mentions
    assert mention.killed == Count.exactly(12)
    assert [(c.stance, c.count) for c in mention.claims] == [(Stance.ASSERTED, Count.exactly(30))]


def test_a_row_without_a_stamp_is_not_taken_for_superseded():
    [reading] = standing([a_row(12), a_row(14, "2024-01-01")])
    assert "no stamp says which" in reading.mentions[0].claims[0].value


def test_an_event_that_was_told_once_is_as_it_was_read():
    rows = [a_row(3), a_row(4, event="E2")]
    assert standing(rows) == tuple(reading for _, reading in rows)


@given(
    st.lists(st.tuples(st.integers(1, 5), st.sampled_from([None, "1", "2", "3"])), min_size=1),
    st.randoms(use_true_random=False),
)
def test_order_and_repetition_change_nothing(told, dice):
    rows = [a_row(*one) for one in dict.fromkeys(told)]
    shuffled = dice.sample(rows, len(rows))
    assert standing(shuffled) == standing(rows)
