"""Whoever touches the log of signatures is found, by the chain or by the slip of a release."""

import random
from dataclasses import fields, replace

import pytest

from advisory.store.audit import AuditRow, problems
from tests.builders_store import NOON, a_store

TEXTS = [field.name for field in fields(AuditRow) if field.name != "sequence"]


@pytest.fixture
def log(tmp_path):
    with a_store(tmp_path) as store:
        for number in range(12):
            store.audit.append(NOON, f"person {number % 3}", "signed", {"edition": number})
        return store.audit.rows()


def flipped(log, dice):
    at, name = dice.randrange(len(log)), dice.choice(TEXTS)
    text = getattr(log[at], name)
    place = dice.randrange(len(text))
    other = text[:place] + chr(ord(text[place]) ^ (1 << dice.randrange(4))) + text[place + 1 :]
    return [*log[:at], replace(log[at], **{name: other}), *log[at + 1 :]]


def renumbered(log, dice):
    at = dice.randrange(len(log))
    row = replace(log[at], sequence=log[at].sequence + dice.choice([-1, 1, 100]))
    return [*log[:at], row, *log[at + 1 :]]


def deleted(log, dice):
    at = dice.randrange(len(log))
    return [*log[:at], *log[at + 1 :]]


def deleted_and_numbered_anew(log, dice):
    rows = deleted(log, dice)
    return [replace(row, sequence=number) for number, row in enumerate(rows, start=1)]


def swapped(log, dice):
    one, other = sorted(dice.sample(range(len(log)), 2))
    rows = list(log)
    rows[one], rows[other] = rows[other], rows[one]
    return rows


def cut(log, dice):
    return list(log[: dice.randrange(len(log))])


def rewritten(log, dice):
    """Everything behind one row is sealed anew, as somebody who knows the method would."""
    at = dice.randrange(len(log))
    rows = [*log[:at], replace(log[at], by="somebody else"), *log[at + 1 :]]
    for number in range(at, len(rows)):
        previous = rows[number - 1].hash if number else rows[number].previous
        row = replace(rows[number], previous=previous)
        rows[number] = replace(row, hash=row.right_hash)
    return rows


MUTATIONS = (
    flipped, renumbered, deleted, deleted_and_numbered_anew, swapped, cut, rewritten,
)  # fmt: skip


def unfound(log, times):
    dice = random.Random(24)  # noqa: S311 - a fixed seed, no secret
    head = log[-1].hash
    return [
        mutation.__name__
        for mutation in (dice.choice(MUTATIONS) for _ in range(times))
        if not list(problems(mutation(log, dice), {"a slip": head}))
    ]


def test_three_hundred_mutations_of_the_log_are_all_found(log):
    assert unfound(log, 300) == []


@pytest.mark.prove
def test_ten_thousand_mutations_of_the_log_are_all_found(log):
    assert unfound(log, 10_000) == []


def test_without_a_slip_a_cut_tail_is_not_found_so_keep_the_slip_elsewhere(log):
    assert list(problems(log[:-1])) == []
