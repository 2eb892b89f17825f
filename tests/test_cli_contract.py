"""The commands keep the contract at the edge: JSON shapes, exit codes, streams, help."""

import json

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from advisory import resources
from advisory.cli.app import COMMANDS, build
from tests.builders_seeds import taken_in

SUBCOMMANDS = {
    *("check", "test", "explain", "diff", "schema"),  # of rules
    *("digest", "find", "add", "verify"),
}
SCHEMAS = resources.folder("rules").parent / "advisory" / "cli" / "schemas"


@pytest.fixture(scope="module")
def store(gazetteer, tmp_path_factory):
    return str(taken_in(gazetteer, "kidal", tmp_path_factory.mktemp("contract")).store_path)


@pytest.fixture
def run(gazetteer, monkeypatch):
    """Run a command in process, with the session's gazetteer."""
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: gazetteer
    )

    def command(*arguments, text=None):
        return CliRunner().invoke(build([arguments[0]]), list(arguments), input=text)

    return command


def valid(name, told):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text())
    errors = [error.message for error in Draft202012Validator(schema).iter_errors(told)]
    assert errors == []


@pytest.mark.parametrize(
    ("as_of", "code", "level"),
    [("2023-06-01", 3, None), ("2023-11-08", 0, 5), ("2023-11-22", 3, 5), ("2024-03-01", 3, None)],
)
def test_risk_prints_the_json_of_the_contract_and_leaves_with_its_code(
    run, store, as_of, code, level
):
    result = run("risk", "Kidal", "--as-of", as_of, "--json", "--store", store)
    told = json.loads(result.stdout)
    valid("risk-1", told)
    assert (result.exit_code, told["level"]) == (code, level)


def test_risk_prints_what_is_announced_as_the_screen_shows_it(run, tmp_path):
    reports = tmp_path / "reports.jsonl"
    text = "The nurses' union said a strike is planned in Gao, Mali, on 20 November 2026."
    told = {"id": "n1", "text": text, "published": "2026-11-17", "source": "sample-gazette"}
    reports.write_text(json.dumps(told) + "\n")
    store = ("--store", str(tmp_path / "own.sqlite"))
    run("ingest", str(reports), *store)
    asked = ("risk", "Gao", "--as-of", "2026-11-18", *store)
    answer = json.loads(run(*asked, "--json").stdout)
    valid("risk-1", answer)
    [strike] = answer["ahead"]
    assert (strike["type"], strike["place"], strike["date"]) == (
        "strike_action",
        "Gao",
        "2026-11-20",
    )
    assert (strike["said_by"], strike["reports"]) == (["sample-gazette"], ["n1"])
    assert "Ahead   20 Nov 2026  strike announced, Gao" in run(*asked).stdout
    assert json.loads(run("replay", answer["replay_id"], *store).stdout) == answer
    assert json.loads(run(*asked[:3], "2026-11-21", *store, "--json").stdout)["ahead"] == []
    off = (
        "The strike planned in Gao, Mali, for 20 November was called off by the union on Thursday."
    )
    told |= {"id": "n2", "text": off, "published": "2026-11-19"}
    reports.write_text(json.dumps(told) + "\n")
    run("ingest", str(reports), *store)
    assert json.loads(run(*asked, "--json").stdout)["ahead"] == answer["ahead"]
    later = (*asked[:3], "2026-11-19", *store)
    answer = json.loads(run(*later, "--json").stdout)
    valid("risk-1", answer)
    [called_off] = answer["called_off"]
    [word] = called_off["callings_off"]
    assert (answer["ahead"], word["by"], word["report"]) == ([], "union", "n2")
    shown = run(*later).stdout
    assert "Ahead" not in shown
    assert "Off     20 Nov 2026  strike called off, Gao; union, 19 Nov 2026" in shown


def test_a_look_up_of_today_reads_the_snapshot_and_says_the_same_as_the_road(run, store):
    ready = run("risk", "ML-8", "--as-of", "2026-11-24", "--json", "--store", store)
    around = run("risk", "ML-8", "--as-of", "2026-11-24T23:59:59Z", "--json", "--store", store)
    assert json.loads(ready.stdout) == json.loads(around.stdout)


def test_a_look_up_fits_eighty_columns(run, store):
    result = run("risk", "Kidal", "--as-of", "2023-11-15", "--store", store)
    assert max(len(line) for line in result.stdout.splitlines()) <= 80


def test_a_radius_counts_what_happened_within_it(run, store):
    result = run(
        "risk", "Anefis", "--within", "150km", "--as-of", "2023-11-08", "--json", "--store", store
    )
    assert json.loads(result.stdout)["incidents"] == 1


def test_explain_prints_the_json_of_the_contract(run, store):
    result = run("explain", "Kidal", "--as-of", "2023-11-15", "--json", "--store", store)
    told = json.loads(result.stdout)
    valid("explain-1", told)
    assert told["contributions"]


def test_the_points_of_a_level_add_up(run, store):
    explained = run("explain", "Kidal", "--as-of", "2023-11-15", "--json", "--store", store)
    for one in json.loads(explained.stdout)["contributions"]:
        decayed = one["undecayed"] * 2 ** (-one["age_days"] / one["half_life_days"])
        assert one["points"] == pytest.approx(decayed, abs=0.02)


def test_extract_prints_one_line_a_document_in_order_and_goes_on_after_a_bad_one(run):
    texts = ["Gunmen killed three people in Kidal, Mali, on Monday.", "Nothing happened in Lima."]
    lines = [json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts)]
    result = run("extract", "-", text="\n".join([lines[0], "{broken", lines[1]]))
    told = [json.loads(line) for line in result.stdout.splitlines()]
    for one in told:
        valid("extract-1", one)
    assert ([one["id"] for one in told], result.exit_code) == (["0", "1"], 5)


def test_every_value_that_extract_prints_is_proved_by_words_of_the_text(run):
    text = "At least 12 people were killed in drone strikes on Kidal, Mali, on 7 November 2023."
    result = run("extract", "-", text=json.dumps({"id": "a", "text": text}))
    [incident] = json.loads(result.stdout)["incidents"]
    spans = [span for spans in incident["evidence"].values() for span in spans]
    assert spans
    assert all(text[start:end] == words for start, end, words in spans)


def test_places_prints_where_each_name_lies(run):
    result = run("places", "-", text=json.dumps({"id": "a", "text": "Shots in Kidal, Mali."}))
    told = json.loads(result.stdout)
    valid("places-1", told)
    named = {one["name"]: one["country"] for one in told["toponyms"]}
    assert named == {"Kidal": "ML", "Mali": "ML"}


def test_places_lists_what_it_cannot_locate_with_where_it_probably_lies(run):
    text = "Gunmen raided Zamikoura, north of Kidal, Mali."
    result = run("places", "-", text=json.dumps({"id": "a", "text": text}))
    told = json.loads(result.stdout)
    valid("places-1", told)
    [lost] = told["unlocated"]
    assert text[lost["start"] : lost["end"]] == lost["name"] == "Zamikoura"
    assert (lost["probable_country"], lost["probable_admin1"]) == ("ML", "ML-8")


def test_incidents_prints_the_fields_of_extract_and_who_tells_it(run, store):
    result = run("incidents", "Kidal", "--as-of", "2023-11-08", "--json", "--store", store)
    valid("incidents-1", json.loads(result.stdout))
    [strike] = json.loads(result.stdout)
    assert (strike["killed_min"], strike["killed_max"], len(strike["reports"])) == (12, None, 2)


def test_an_incident_is_found_by_the_beginning_of_its_id_and_shows_its_ledger(run, store):
    listed = run("incidents", "Kidal", "--as-of", "2023-11-08", "--json", "--store", store)
    name = json.loads(listed.stdout)[0]["id"]
    result = run("incident", name[:8], "--as-of", "2023-11-08", "--json", "--store", store)
    valid("incident-1", json.loads(result.stdout))
    assert [entry["source"] for entry in json.loads(result.stdout)["ledger"]] == [
        "sample-alerts",
        "sample-gazette",
    ]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(name):
    result = CliRunner().invoke(build([name]), [name, "--help"], terminal_width=200)
    pages = [result.stdout]
    for line in result.stdout.splitlines():
        words = line.strip("│ ").split()
        if words and words[0] in SUBCOMMANDS:
            page = CliRunner().invoke(build([name]), [name, words[0], "--help"])
            pages.append(page.stdout)
    assert any("Example" in page for page in pages), pages
