"""Thousands of hostile conditions: each refused at its line, and nothing done but refusing it."""

import json
import sys
import time

import pytest

from advisory.errors import RejectedFile
from advisory.rulebook.columns import VALUES
from advisory.rulebook.load import load_rulebook
from advisory.rulebook.reader import read_text
from advisory.rulebook.rule_checks import written_problems
from tests.builders_hostile import hostile_conditions
from tests.builders_rulebook import RIOT, RIOT_RULE, base, put
from tests.builders_shipped import rulebook

KNOWN = {**VALUES, "type": tuple(rulebook().types)}
WHEN = "when: type = 'riot' and killed >= 3"
SEEN: list[str] = []
LISTENING = [False]
HARMFUL = (
    "open",
    "os.",
    "subprocess.",
    "socket.",
    "exec",
    "compile",
    "import",
    "ctypes.",
    "shutil.",
)


def listen(event, _arguments):
    if LISTENING[0] and event.startswith(HARMFUL):
        SEEN.append(event)


sys.addaudithook(listen)


def in_a_rule(when):
    """The text of a rule file with this condition, as JSON, which is YAML too."""
    return RIOT_RULE.replace(WHEN, f"when: {json.dumps(when, ensure_ascii=False)}")


def refusals(when):
    """What is said of a rule with this condition, problem by problem."""
    try:
        return list(written_problems(read_text(in_a_rule(when), "rules/riot.yaml"), KNOWN))
    except RejectedFile as error:
        return list(error.problems)


def check(many):
    """Refuse them all and return how long each took, in milliseconds of CPU."""
    refusals("kiled > 3")
    took = []
    for when in hostile_conditions(many):
        LISTENING[0], start = True, time.process_time()
        found = refusals(when)
        took.append(1000 * (time.process_time() - start))
        LISTENING[0] = False
        assert found, when
        assert all(problem.line >= 4 or problem.line == 1 for problem in found), (when, found)
        assert all(str(problem).startswith("rules/riot.yaml:") for problem in found)
        assert (SEEN, when) == ([], when)
    return sorted(took)


def test_some_hundred_hostile_conditions_are_each_refused_at_their_line():
    assert len(check(400)) == 400


@pytest.mark.prove
def test_ten_thousand_hostile_conditions_are_each_refused_at_their_line(capsys):
    took = check(10_000)
    with capsys.disabled():
        print(  # noqa: T201 - a figure for whoever runs the proofs
            f"\n10,000 hostile conditions refused: CPU median {took[5_000]:.2f} ms, "
            f"99th percentile {took[9_900]:.2f} ms, longest {took[-1]:.2f} ms"
        )


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (".nan", '".nan" is not a decimal number'),
        (".inf", '".inf" is not a decimal number'),
        ("012", '"012" is not a decimal number'),
        ("1_000", '"1_000" is not a decimal number'),
        ("NO", '"NO" is not a decimal number'),
        ("1e9", '"1e9" is not a decimal number'),
        ("-4", "points must be above 0, not -4"),
    ],
)
def test_a_number_that_yaml_would_guess_at_is_refused_at_its_line(tmp_path, number, says):
    text = RIOT_RULE.replace("2026-11-24: 4", f"2026-11-24: {number}")
    with pytest.raises(RejectedFile) as refused:
        load_rulebook([put(base(tmp_path), RIOT, text)])
    assert str(refused.value) == f"{tmp_path}/{RIOT}:6: {says}"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: &x [1]\n" + "b: [*x, *x]\n" * 9, ":1: anchors and aliases are not allowed"),
        ("[" * 200_000, ":1: more than 50 levels deep"),
        ("(" * 200_000, ":1: "),
        (RIOT_RULE.replace("kind: weight", "kind: weight\nkind: floor"), ':4: the key "kind" is'),
        (RIOT_RULE.replace("status: stable", "<<: {status: stable}"), ":2: the merge key"),
    ],
    ids=["merge bomb", "square brackets", "round brackets", "repeated key", "merge key"],
)
def test_a_hostile_file_is_refused_at_its_line(tmp_path, text, says):
    with pytest.raises(RejectedFile) as refused:
        load_rulebook([put(base(tmp_path), RIOT, text)])
    assert f"{RIOT}{says}" in str(refused.value)
