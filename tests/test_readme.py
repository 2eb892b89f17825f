"""The README is true: its commands run, in order, and print what it shows.

In a console block `...` alone on a line stands for any lines, at the end of a line for any rest. A
YAML block that begins with a path is written there first.
"""

import re
import shlex
import shutil
from importlib import import_module
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from advisory import resources
from advisory.cli.app import COMMANDS, build
from tests.builders_seeds import FewNames

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"```(console|yaml)\n(.*?)```", re.DOTALL)


def blocks():
    return [(match[1], match[2]) for match in BLOCK.finditer(README.read_text(encoding="utf-8"))]


def commands(block):
    """Yield each command of a block with the lines that are shown under it."""
    for part in re.split(r"^\$ advisory ", block, flags=re.MULTILINE)[1:]:
        command, _, shown = part.partition("\n")
        yield shlex.split(command), shown


def as_pattern(shown):
    """The shown lines as a pattern, `...` standing for anything."""
    pieces = [re.escape(piece) for piece in shown.strip().split("...")]
    return re.compile(".*".join(pieces), re.DOTALL)


@pytest.fixture
def desk_of_a_newcomer(gazetteer, monkeypatch, tmp_path):
    names = FewNames(gazetteer)  # what is not among them the whole road finds
    monkeypatch.setattr("advisory.pipeline.desk.Gazetteer.open", lambda *_, **__: names)
    monkeypatch.setattr("advisory.pipeline.snapshots.DAYS_AHEAD", 1)
    monkeypatch.setenv("ADVISORY_STORE", str(tmp_path / "store.db"))
    monkeypatch.chdir(tmp_path)
    shutil.copytree(resources.folder("seeds"), tmp_path / "seeds")


@pytest.mark.usefixtures("desk_of_a_newcomer")
def test_the_commands_of_the_readme_do_what_it_says():
    for kind, block in blocks():
        if kind == "yaml":
            path = Path(block.splitlines()[0].removeprefix("# "))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(block, encoding="utf-8")
            continue
        for arguments, shown in commands(block):
            result = CliRunner().invoke(build([arguments[0]]), arguments)
            assert result.exit_code in {0, 3}, (arguments, result.output, result.exception)
            printed = "\n".join(line.rstrip() for line in result.stdout.splitlines())
            assert as_pattern(shown).fullmatch(printed.strip()), (arguments, printed, shown)


def described():
    """Yield (command, first sentence of its help) of every command."""
    for name, module in COMMANDS.items():
        command = getattr(import_module(f"advisory.cli.{module}"), name)
        if isinstance(command, typer.Typer):
            for one in command.registered_commands:
                yield f"{name} {one.name or one.callback.__name__}", one.callback.__doc__
        else:
            yield name, command.__doc__


@pytest.mark.parametrize(("name", "help_text"), list(described()))
def test_the_readme_lists_every_command_with_what_its_help_says(name, help_text):
    said = " ".join(help_text.strip().split("\n\n")[0].split())
    assert f"| `advisory {name}` | {said} |" in README.read_text(encoding="utf-8")
