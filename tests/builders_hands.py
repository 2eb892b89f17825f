"""A store with the two first reports of the Kidal seeds, and commands run on it at a fixed hour."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from advisory import resources
from advisory.cli.app import build
from advisory.pipeline.ingest import ingest
from tests.builders_seeds import FewNames, desk_with

NOW = datetime(2023, 11, 8, 12, 0, tzinfo=UTC)
STRIKE = [
    resources.folder("seeds") / "kidal" / name
    for name in ("reports/2023-11-07-mayor.md", "reports/2023-11-07-strikes.md", "decisions.yaml")
]


class Room:
    """Runs commands in process, on one store, at one hour, with the session's gazetteer.

    What is asked of it is asked of that day, so no more than the next is laid out beside it.
    """

    def __init__(self, gazetteer: object, folder: Path, patch: pytest.MonkeyPatch) -> None:
        few = FewNames(gazetteer)
        self.desk = desk_with(few, folder / "store.db")
        self.now = NOW
        patch.setattr("advisory.pipeline.desk.Gazetteer.open", lambda *_, **__: few)
        patch.setattr("advisory.cli.options.now", lambda: self.now)
        patch.setattr("advisory.pipeline.snapshots.DAYS_AHEAD", 1)
        patch.setenv("ADVISORY_USER", "Night desk")

    def take_in(self, *paths: Path) -> None:
        assert ingest(self.desk, paths, self.now).refused == []

    def run(self, *words: str) -> Result:
        store = () if words[0] in {"gazetteer", "templates"} else ("--store", self.store)
        return CliRunner().invoke(build([words[0]]), [*words, *store])

    def decide(self, *words: str) -> str:
        """Run a deciding command that must succeed; return what it prints."""
        result = self.run(*words, "--because", "seen")
        assert result.exit_code == 0, (result.output, result.exception)
        return result.stdout

    def refused(self, *words: str) -> str:
        """Run a command that must be refused; return the message."""
        result = self.run(*words)
        assert result.exception is not None, result.output
        return str(result.exception)

    @property
    def store(self) -> str:
        return str(self.desk.store_path)

    @property
    def incidents(self) -> list[str]:
        """The ids of the incidents, latest first."""
        lines = self.run("incidents").stdout.splitlines()
        return [line.split()[0] for line in lines if not line.startswith(" ")]

    @property
    def digest(self) -> str:
        return self.run("store", "digest").stdout
