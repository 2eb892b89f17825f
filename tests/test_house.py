"""The house stands: who may import whom, how large a room may be, where the clock is."""

import ast
from collections.abc import Iterator
from pathlib import Path

from importlinter.cli import lint_imports

PACKAGE = Path(__file__).parent.parent / "advisory"
MODULES = sorted(PACKAGE.rglob("*.py"))


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_data_flows_one_way_and_stages_do_not_know_each_other():
    assert lint_imports(config_filename="pyproject.toml", no_cache=True) == 0


def test_no_module_is_longer_than_300_lines():
    long = {str(m): n for m in MODULES if (n := m.read_text().count("\n")) > 300}
    assert long == {}


def test_no_function_is_longer_than_50_lines():
    long = [
        f"{module}:{function.name}"
        for module in MODULES
        for function in functions(module)
        if function.end_lineno - function.lineno >= 50
    ]
    assert long == []


def test_the_only_clock_is_in_the_command_line():
    clocks = ("datetime.now(", "date.today(", "time.time(", "utcnow(")
    found = [
        str(module)
        for module in MODULES
        if "cli" not in module.parts and any(clock in module.read_text() for clock in clocks)
    ]
    assert found == []
