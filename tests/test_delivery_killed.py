"""A run that is killed at each of its steps and started again: nothing is lost or doubled."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.builders_delivery import a_desk, ledger, mail_server, sent_from, subscriber

READERS = [f"{letter}@reader.example" for letter in "abcdefg"]
STEPS = 4 + 7 * len(READERS)
"""Putting in doubt and queueing, each before and after; for each message: claim, post and settle,
each before and after, and the moment between two."""


def killed_at(desk, port, step) -> int:
    words = [sys.executable, "-m", "tests.killed_send", str(desk.store_path), str(port), str(step)]
    ended = subprocess.run(words, cwd=Path(__file__).parent.parent, check=False)  # noqa: S603 - ours
    return ended.returncode


def check(folder, step):
    """Kill a run at this step and run again: each reader has one mail, or one row is in doubt."""
    desk = a_desk(folder, *map(subscriber, READERS))
    with mail_server() as inbox:
        assert killed_at(desk, inbox.port, step) == -9
        sent_from(desk, inbox.hand())
        sent_from(desk, inbox.hand())
    arrived, known = Counter(inbox.readers), ledger(desk)
    doubtful = [reader for reader in READERS if known[reader] != "sent"]
    assert max(arrived.values()) == 1
    assert all(arrived[reader] == 1 for reader in READERS if reader not in doubtful)
    assert [known[reader] for reader in doubtful] in ([], ["ambiguous"])
    assert len({mail["Message-ID"] for mail in inbox.mails}) == len(inbox.mails)


@pytest.mark.parametrize("step", [8, 13])
def test_a_run_that_is_killed_and_run_again_loses_nothing_and_doubles_nothing(tmp_path, step):
    check(tmp_path, step)


@pytest.mark.prove
@pytest.mark.parametrize("step", range(1, STEPS + 1))
def test_killed_at_every_step_it_loses_nothing_and_doubles_nothing(tmp_path, step):
    check(tmp_path, step)


@pytest.mark.prove
def test_a_run_that_is_not_killed_has_no_more_steps_than_are_tried(tmp_path):
    desk = a_desk(tmp_path, *map(subscriber, READERS))
    with mail_server() as inbox:
        assert killed_at(desk, inbox.port, STEPS + 1) == 0
    assert inbox.readers == READERS
