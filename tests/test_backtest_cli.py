"""`advisory backtest` at the edge: screen, JSON, page, refusals."""

import json

import pytest
from jsonschema import Draft202012Validator
from lxml import html
from typer.testing import CliRunner

from advisory import resources
from advisory.assessment.backtest.run import backtest
from advisory.cli.app import build
from advisory.errors import UserError
from advisory.rendering.backtest import screen, verdicts
from advisory.rendering.backtest_page import backtest_page, labels_of
from tests.builders_backtest import ASKED, made, row, table
from tests.builders_shipped import rulebook

SCHEMA = resources.folder("rules").parent / "advisory" / "cli" / "schemas" / "backtest-1.json"


@pytest.fixture(scope="module")
def found():
    return backtest(table(made()), rulebook(), ASKED)


@pytest.fixture
def run(gazetteer, monkeypatch, tmp_path):
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: gazetteer
    )
    (tmp_path / "made.csv").write_text(made())

    def command(*arguments):
        given = ["backtest", str(tmp_path / "made.csv"), *map(str, arguments)]
        return CliRunner().invoke(build(["backtest"]), given)

    return command


def test_the_json_is_that_of_the_contract(run):
    told = json.loads(run("--json", "--test-from", "2021-01-04").stdout)
    errors = Draft202012Validator(json.loads(SCHEMA.read_text())).iter_errors(told)
    assert [error.message for error in errors] == []


def test_the_screen_fits_eighty_columns_and_says_what_the_shares_are(run):
    told = run().stdout
    assert max(len(line) for line in told.splitlines()) <= 80
    assert "Published levels:" in told


def test_a_folder_gets_page_json_and_levels(run, tmp_path):
    result = run("--out", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "backtest.html",
        "backtest.json",
        "levels.csv",
    ]
    assert result.exit_code == 0


def test_levels_of_a_government_are_ranked_by_the_names_of_countries(run, tmp_path):
    (tmp_path / "levels.csv").write_text(
        "gov,seen,country,level\nx,2021-01-01,Mali,Level 4\nx,2021-01-01,Nowhere,Level 1\n"
    )
    told = json.loads(run("--json", "--levels", tmp_path / "levels.csv").stdout)
    assert told["unmatched_countries"] == ["Mali", "Nowhere"]
    assert told["metrics"]["score"]["spearman"] is None


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--test-from", "soon"), '--test-from: "soon" is no day'),
        (("--levels", "missing.csv"), "missing.csv: No such file or directory"),
        (("--test-from", "2031-01-01"), "There is nothing to test"),
    ],
)
def test_a_wrong_use_says_what_is_wrong(run, arguments, words):
    error = run(*arguments).exception
    assert isinstance(error, UserError)
    assert words in str(error)


def test_the_page_is_well_formed_and_plots_every_region(found):
    page = backtest_page(found, rulebook().scale.levels, [resources.folder("templates")])
    root = html.fromstring(page)
    texts = [element.text for element in root.iter("text")]
    assert set(labels_of(found.regions)) <= set(texts)
    assert len(list(root.iter("svg"))) >= 5


def test_a_name_in_the_table_is_text_on_the_page_and_nothing_more():
    hostile = made() + row("2020-02-03", "<script>alert(1)</script>") + "\n"
    told = backtest(table(hostile), rulebook(), ASKED)
    page = backtest_page(told, rulebook().scale.levels, [resources.folder("templates")])
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_where_nothing_beats_the_baseline_the_page_says_so(found):
    same = {m: dict.fromkeys(f, (0.0, -0.1, 0.1)) for m, f in found.paired.items()}
    even = found.__class__(**{**{n: getattr(found, n) for n in found.__slots__}, "paired": same})
    told = list(verdicts(even))
    assert all("Nothing beats" in one or "Timing is not solved" in one for one in told)
    assert "hardly when" in screen(even)
