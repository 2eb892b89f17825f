"""What a person types and reads: draft, review, sign, verify."""

import json

import pytest
from typer.testing import CliRunner

from advisory.cli.app import build
from advisory.errors import UnknownName, UserError
from tests.builders_signing import house_desk

COMMANDS = ("brief", "review", "approve", "audit", "lint", "replay", "risk")


@pytest.fixture
def run(gazetteer, tmp_path, monkeypatch):
    """Run a command line over a store of the curfew, whose house has its facts."""
    desk = house_desk(gazetteer, "capital-curfew", tmp_path)
    # The session's index stands in for building the same one again.
    monkeypatch.setattr("advisory.pipeline.desk.Desk.gazetteer", gazetteer)
    monkeypatch.setenv("ADVISORY_STORE", str(desk.store_path))
    monkeypatch.setenv("ADVISORY_RULES", str(tmp_path / "rules"))
    monkeypatch.delenv("ADVISORY_USER", raising=False)

    def typed(line, code=0):
        result = CliRunner().invoke(build(COMMANDS), line.split(), catch_exceptions=False)
        assert result.exit_code == code, result.output
        return result.stdout

    return typed


def test_a_briefing_is_drafted_signed_and_then_printed_with_its_signature(run):
    assert "DRAFT: NOT SIGNED" in run("brief MW-LI --as-of 2025-03-12")
    said = run("approve briefing-MW-LI-1 --by first")
    assert said.startswith("briefing-MW-LI-1 (all reports): released by first\nSlip: ")
    printed = run("brief MW-LI --as-of 2025-03-12")
    assert "NOT SIGNED" not in printed
    assert "Signed        first (" in printed
    assert run("audit verify") == "One whole chain of 2 acts; 1 slip checked against it.\n"
    assert json.loads(run("risk MW-LI --json", code=3))["signed"]["by"] == ["first"]


def test_the_queue_is_read_by_a_person_and_by_a_program(run):
    run("brief MW-LI --as-of 2025-03-12")
    told = run("review --as-of 2025-03-12")
    assert "  briefing-MW-LI-1 (all reports): draft\n" in told
    assert "    missing: 1 signature\n" in told
    [draft] = json.loads(run("review --as-of 2025-03-12 --json"))["drafts"]
    assert (draft["edition"], draft["progress"]) == ("briefing-MW-LI-1", "draft")


def test_lint_reads_an_edition_or_drafts_a_region(run):
    said = "briefing-MW-LI-1: nothing to mend in 10 variants.\n"
    assert run("lint MW-LI --as-of 2025-03-12") == said
    assert run("lint briefing-MW-LI-1") == said


def test_nobody_signs_without_a_name_nor_an_edition_that_is_not_there(run):
    with pytest.raises(UserError, match="Say who signs: --by NAME"):
        run("approve briefing-MW-LI-1 --by=")
    with pytest.raises(UnknownName, match="no edition"):
        run("approve briefing-MW-LI-1 --by first")


def test_a_file_that_is_no_slip_is_named(run, tmp_path):
    (tmp_path / "other.json").write_text("{}")
    with pytest.raises(Exception, match='no slip: it has no "audit_head"'):
        run(f"audit verify --slip {tmp_path / 'other.json'}")
