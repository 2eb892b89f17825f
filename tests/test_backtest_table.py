"""Tables of coded events: what is read of them, and what is told of the rest."""

from datetime import date

import numpy as np
import pytest

from advisory.errors import RejectedFile, UserError
from advisory.resources import folder
from advisory.rulebook.event_types import load_event_types
from tests.builders_backtest import FIRST, csv_of, mapping, panel, row, table
from tests.builders_shipped import rulebook

MONTHS = "month,iso3,killed_best,source\n2020-01,MLI,25,x\n2020-02,MLI,0,x\n2020-01,NER,0,x\n"


def test_a_region_is_what_the_table_calls_it():
    found = table(csv_of(row(FIRST, "North"), row(FIRST, "(unknown)"), row(FIRST, "")))
    assert found.regions == ("Utopia", "Utopia / (unknown)", "Utopia / North")


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Air/drone strike", "airstrike"),
        ("Remote explosive/landmine/IED", "ied_explosion"),
        ("one_sided_violence", "armed_attack"),
        ("2", "communal_clash"),
        ("kidnapping", "kidnapping"),
    ],
)
def test_the_words_of_datasets_are_types_of_ours(word, kind):
    assert table(csv_of(row(FIRST, kind=word))).events[0].type == kind


def test_a_word_that_nobody_mapped_is_counted_and_scored_by_the_default():
    found = table(csv_of(row(FIRST, kind="hail"), row(FIRST, kind="hail"), row(FIRST)))
    assert found.unknown_types == {"hail": 2}
    assert [event.type for event in found.events].count("armed_attack") == 2


def test_an_unknown_toll_stays_unknown_and_counts_nobody_as_killed():
    [event] = table(csv_of(row(FIRST, killed=""))).events
    assert (event.killed, event.deaths) == (None, 0)


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        (row("6 Jan"), "Invalid isoformat string: '6 Jan'"),
        (row(FIRST, killed="many"), "could not convert string to float: 'many'"),
        (row(FIRST, killed="-1"), "killed_best is -1: a toll is a whole number, or empty"),
        (row(FIRST, country=""), "the country is empty"),
    ],
)
def test_a_row_that_cannot_be_read_is_left_out_with_its_line(bad, told):
    found = table(csv_of(row(FIRST), bad))
    assert (len(found.events), found.refused) == (1, (f"line 3: {told}",))


def test_a_file_that_is_no_table_says_what_it_lacks():
    with pytest.raises(UserError, match="its columns are a, b"):
        table("a,b\n1,2\n")


def test_the_deaths_of_a_month_are_incidents_of_ten_on_its_last_day():
    found = table(MONTHS)
    assert [(event.day, event.killed) for event in found.events] == [
        (date(2020, 1, 31), 5),
        (date(2020, 1, 31), 10),
        (date(2020, 1, 31), 10),
    ]
    assert (found.regions, found.rows) == (("MLI", "NER"), 3)


def test_months_are_asked_on_their_last_day_and_look_one_month_ahead():
    found = panel(MONTHS)
    assert [found.day(n).isoformat() for n in found.as_ofs] == ["2020-01-31", "2020-02-29"]
    assert found.outcome().tolist() == [[0.0, 0.0]]


def test_weeks_are_asked_on_sundays_and_look_28_days_ahead():
    far = row("2020-02-10", killed=4)
    found = panel(csv_of(row(FIRST), row("2020-02-09", killed=3), far, row("2020-03-01")))
    assert found.day(found.as_ofs[0]) == date(2020, 1, 12)
    assert found.outcome()[0].tolist() == [3.0]
    assert np.all(found.ahead - found.as_ofs == 28)


def test_every_type_of_the_mapping_is_a_type_of_ours():
    types = rulebook().types
    assert {mapping().unknown, *mapping().words.values()} <= set(types)


def test_a_mapping_to_no_type_is_refused_with_its_line(tmp_path):
    (tmp_path / "event_types.yaml").write_text(
        "unknown: armed_attack\ncountry_month: armed_clash\nwords:\n  hail: stormm\n"
    )
    with pytest.raises(RejectedFile, match=r'event_types.yaml:4: there is no type "stormm"'):
        load_event_types([folder("rules"), tmp_path], rulebook().types)
