"""Copies of one story from one owner change no credibility and no level; order changes nothing."""

import json
import random
from datetime import UTC, datetime, timedelta

import pytest

from advisory.intake.intake import take_in
from advisory.model.time import end_of_day
from advisory.pipeline.answers import assessed
from advisory.pipeline.ingest import take_all
from tests.builders_seeds import NOW, desk_with

STORY = "A drone strike killed 12 people in Kidal, Mali, on 7 November 2023, a hospital said."
FIRST = datetime(2023, 11, 7, 18, 0, tzinfo=UTC)


def line(number, text=STORY):
    published = (FIRST + timedelta(seconds=17 * number)).isoformat()
    said = {"id": f"copy-{number}", "text": text, "published": published}
    return json.dumps({**said, "source": "sample-rumours"})


def level_of(gazetteer, folder, lines):
    """Level and incident of Kidal, from a store that holds these lines."""
    folder.mkdir()
    path = folder / "copies.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    desk = desk_with(gazetteer, folder / "store.db")
    as_of = end_of_day(FIRST.date() + timedelta(days=4))
    with desk.open_store(create=True) as store:
        take_all(store, take_in([path], sources=desk.rulebook.sources, now=NOW), NOW)
        view, [assessment] = assessed(desk, store, [desk.gazetteer.region("Kidal")], as_of, None)
    [incident] = view.incidents(as_of)
    return assessment, incident


@pytest.mark.parametrize(
    "number",
    [300, pytest.param(10_000, marks=pytest.mark.prove)],
    ids=["three hundred", "ten thousand"],
)
def test_copies_of_one_owner_change_no_credibility_and_no_level(gazetteer, tmp_path, number):
    once, alone = level_of(gazetteer, tmp_path / "once", [line(0)])
    often, crowd = level_of(gazetteer, tmp_path / "often", map(line, range(number)))
    assert len(crowd.accounts) == number
    assert (crowd.credibility, crowd.origins) == (alone.credibility, alone.origins)
    assert (often.level, often.score, often.state) == (once.level, once.score, once.state)
    assert often.computed_level == once.computed_level


@pytest.mark.parametrize(
    "times", [5, pytest.param(1000, marks=pytest.mark.prove)], ids=["five times", "a thousand"]
)
def test_shuffled_split_and_repeated_input_leaves_the_same_store(gazetteer, tmp_path, times):
    lines = [line(number, f"{STORY} Note {number}.") for number in range(40)]
    dice = random.Random(7)  # noqa: S311 - a test
    digests = set()
    for run in range(times):
        folder = tmp_path / str(run)
        folder.mkdir()
        told = [*lines, *dice.sample(lines, 10)]
        dice.shuffle(told)
        cut = dice.randrange(len(told))
        for name, piece in (("b.jsonl", told[:cut]), ("a.jsonl", told[cut:])):
            (folder / name).write_text("\n".join(piece), "utf-8")
        desk = desk_with(gazetteer, folder / "store.db")
        with desk.open_store(create=True) as store:
            items = take_in([folder], sources=desk.rulebook.sources, now=NOW)
            take_all(store, (i for i in items if not i.item.endswith(("db", "wal", "shm"))), NOW)
            digests.add(store.digest)
    assert len(digests) == 1
