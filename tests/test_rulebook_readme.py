"""rules/README.md says what the program does."""

import re

import pytest

from advisory.assessment.rule_tests import run_rule_tests
from advisory.resources import folder
from advisory.rulebook.columns import COLUMNS
from advisory.rulebook.load import load_rulebook
from advisory.rulebook.reasons import OF_CONDITIONS, OF_FLOORS, OF_INCIDENTS
from tests.builders_rulebook import base, put

README = (folder("rules") / "README.md").read_text(encoding="utf-8")
EXAMPLES = dict(
    zip(
        ("hazards/supply_and_access/bridge-attacked.yaml", "hazards/natural_hazard/shaken.yaml"),
        re.findall(r"```yaml\n(#.*?)```", README, re.DOTALL),
        strict=True,
    )
)


def rows(table, text):
    return [line for line in text.splitlines() if re.match(table, line)]


def test_the_table_of_columns_is_that_of_the_program():
    told = rows(r"\| `\w+` \| [A-Z]+ \|", README)
    assert told == [f"| `{n}` | {c.sql_type} | {c.meaning} |" for n, c in COLUMNS.items()]


def test_the_table_of_placeholders_is_that_of_the_program():
    tables = {"incidents": OF_INCIDENTS, "conditions": OF_CONDITIONS, "floors": OF_FLOORS}
    known = [f"| `{{{n}}}` | {k} | {m} |" for k, words in tables.items() for n, m in words.items()]
    assert rows(r"\| `\{\w+\}` \|", README) == known


@pytest.mark.parametrize("lies_at", EXAMPLES)
def test_an_example_is_a_rule_that_is_accepted_and_does_what_it_says(lies_at, tmp_path):
    book = load_rulebook([put(base(tmp_path), lies_at, EXAMPLES[lies_at])])
    results = run_rule_tests(book)
    assert [rule.id for rule in book.rules] == [lies_at.removesuffix(".yaml")]
    assert len(results) == 2
    assert all(result.passed for result in results)
