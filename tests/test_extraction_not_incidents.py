"""Ordinary news is no incident: films, sport, markets, trials of the past, figures of speech.

First run of the blind half, before anything was mended: 41 of its 90 passages (46 %) were read as
incidents. The second half was written for what the lexicon finds hard; of it 47 of 80 were. The
unseen set was written after the mending and is not mended for: 9 of its 30 were read when it was
written. The gate set was written before the relevance of a mention was mended: 30 of its 59
passages were read. `incidents_gate.yaml` holds their true twins, of which 8 of 25 were refused.
The fresh set was written after that: 13 of its 40 were read on the first run; only what "no sign",
"not one" and a year long past mean was mended then.

The passages were written before the reader was looked at, eighty and forty true ones in the same
words, and cut in two: one half may be mended for, the half called "kept" never is, and tells how
the reader meets what it has not seen. On the first run 11 and 14 of 40 were read, of the true ones
16 and 16 of 20; once one half was mended 3 and 10, and of the true ones 17 and 16.

The wire set is a second such pair, 120 passages and 60 true ones, written when the others had been
mended for: on the first run 28 and 22 of 60 were read, of the true ones 25 and 19 of 30. Once the
one half was mended 8 and 16, and of the true ones 30 and 20; what a word of violence needs beside
it helped the halves that nobody reads, the older one too (9 to 4 of 40), words for films and sport
did not.

The flow set is a third pair, 60 passages and 40 true ones as a feed brings them: verdicts,
memorials, op-eds, statistics, threats, corrections. On the first run 10 and 11 of 30 were read, of
the true ones 18 and 17 of 20; once violence without a day needed who did it or what came of it, and
memorials, pictures and questions were known, 2 and 6, of the true ones as many. The feed set is a
fourth, 40 and 20, written fresh after that: 4 and 2 of 20, of the true ones 10 and 8 of 10. Where a
passage tells of an arrest or a find (`may`), that is no trap.

The talk set, batches of 60, 60 and 40 in a sentence or two with 30, 30 and 20 true ones: 11, 11 and
9 were read at first sight, of the true ones 29, 28 and 18. Once the first had been mended for, of
the second still 10; once both, of the third 9 as before: each batch had reasons of its own.

The late set, 40 and 10 true ones, was written when five more such batches, three of them with whole
articles, had been mended for: their shares at first sight were 20, 28, 12, 18 and 12 %, of the late
set 5 of 40, of its true ones 9 of 10, and before all that mending as many: in a sentence or two
each batch still has reasons of its own. What the articles shared, what they tell without a day
below a trial or an anniversary, is mended.

The passing set, three batches of a hundred and 145 true ones: 15, 19 and 20 were read at first
sight. Of all that was read, in every table, two fifths named a deed in an aside, behind a
preposition or as the object of what is none, three tenths were figures of speech, a tenth lives;
once a report that begins so is no news of it, 9, 17 and 13, of the true ones of the third batch
three less, and of the halves that nobody mends for 17 of 190 after 27. Places, days, doers and
weapons told no false from true ones any more.

A sentence that is all of a text, "A missile has hit the airport, residents said", is its news
since, though it names no day, doer or toll: of all 1,099 passages three more were read ("The bomb,
a doughnut, exploded on social media in Melbourne"), of the true ones two.

Three more batches of sixty and thirty true ones, `passing_more`: 6, 7 and 7 were read at first
sight, of the true ones 25, 25 and 26. A country that "were ambushed" is a team, what is "like an
earthquake", "kills more than malaria" or happens "in the last reel" is none; of the 799 passages
before them 23 are read after 38, and of those that nobody mends for 15 of 150 as before.
"""

from pathlib import Path

import pytest

from advisory.extraction.reader import Reader
from advisory.model.text import Report
from tests.builders_extraction import mentions, only, reading
from tests.builders_shipped import table

CASES = Path(__file__).parent / "cases"
MOST_READ = {
    "not_incidents_fresh.yaml": 0.00,
    "not_incidents_blind.yaml": 0.00,
    "not_incidents_known.yaml": 0.00,
    "not_incidents_unseen.yaml": 0.00,
    "not_incidents_gate.yaml": 0.00,
    "not_incidents_passages.yaml": 0.00,
    "not_incidents_passages_kept.yaml": 0.08,
    "not_incidents_wire.yaml": 0.04,
    "not_incidents_wire_kept.yaml": 0.12,
    "not_incidents_flow.yaml": 0.07,
    "not_incidents_flow_kept.yaml": 0.17,
    "not_incidents_feed.yaml": 0.00,
    "not_incidents_feed_kept.yaml": 0.00,
    "not_incidents_talk.yaml": 0.01,
    "not_incidents_late.yaml": 0.08,
    "not_incidents_passing.yaml": 0.07,
    "not_incidents_passing_more.yaml": 0.02,
}
MOST_REFUSED = {
    "incidents_gate.yaml": 1,
    "incidents_passages.yaml": 2,
    "incidents_passages_kept.yaml": 4,
    "incidents_wire.yaml": 0,
    "incidents_wire_kept.yaml": 7,
    "incidents_flow.yaml": 2,
    "incidents_flow_kept.yaml": 3,
    "incidents_feed.yaml": 0,
    "incidents_feed_kept.yaml": 2,
    "incidents_talk.yaml": 4,
    "incidents_late.yaml": 1,
    "incidents_passing.yaml": 22,
    "incidents_passing_more.yaml": 8,
}


def read_as_incidents(reader: Reader, name: str) -> tuple[list[str], int]:
    passages = table(name)
    wrong = [
        case["text"]
        for case in passages
        if not all(
            mention.background or mention.type in case.get("may", ())
            for mention in reader.read(
                Report("news", case["text"], published="2026-11-10")
            ).mentions
        )
    ]
    return wrong, len(passages)


@pytest.mark.parametrize("name", MOST_READ)
def test_ordinary_news_is_read_as_no_incident(reader, name):
    wrong, of = read_as_incidents(reader, name)
    assert len(wrong) <= MOST_READ[name] * of, wrong


@pytest.mark.parametrize("name", MOST_REFUSED)
def test_what_happened_beside_such_words_is_still_read(reader, name):
    read, of = read_as_incidents(reader, name)
    assert of - len(read) <= MOST_REFUSED[name]


def test_a_headline_above_a_match_tells_of_the_match():
    lead = "Ansar won a penalty shoot-out in Gao on Sunday to reach the cup final."
    assert reading(f"Ansar beat Nejmeh in Gao shoot-out\n\n{lead}").mentions == ()


def test_a_headline_that_counts_the_dead_of_a_match_tells_of_them():
    lead = "Two fans were shot dead at a cup match in Gao on Sunday, police said."
    assert only(f"Two killed in Gao shoot-out\n\n{lead}").killed.low == 2


_SIRENS = "Sirens wailed on Thursday as thousands of pupils ran to higher ground."


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Gao holds tsunami drill", "In the scenario the wave killed 200 people."),
        ("Airport rehearses hijack", "Two gunmen seized a bus. Commandos shot them dead."),
        ("Earthquake drill: 3,000 take part", "A quake struck Gao at 9 a.m., killing 400 people."),
        ("Navy drill simulates pirate attack", "Pirates boarded a tanker and took nine sailors."),
        ("Emergency drill at refinery in Gao", "An explosion in Gao injured 12 workers."),
        (
            "Agencies hold evacuation exercise",
            "Gunmen near Ber opened fire and abducted two staff.",
        ),
        ("Anti-terror drill in Gao", "Attackers stormed a hotel in Gao and killed eleven people."),
    ],
)
def test_what_a_report_of_a_drill_tells_without_a_day_is_part_of_it(headline: str, told: str):
    assert mentions(f"{headline}\n\n{_SIRENS}\n\n{told}") == ()


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Gao holds tsunami drill", f"{_SIRENS}\n\nOn Monday gunmen killed five people near Ber."),
        ("Two killed in drill", "Two soldiers died in an exercise near Ber when a shell exploded."),
        ("Gunmen attack army drill", "Gunmen attacked soldiers near Ber, killing four."),
        ("Bomb kills nine in Ber", "A bomb killed nine in Ber.\n\nPolice held a drill in May."),
    ],
)
def test_what_happened_beside_a_drill_is_told(headline: str, told: str):
    places = [one.place.name for one in mentions(f"{headline}\n\n{told}") if one.place]
    assert places == ["Ber"]
