"""Golden files: what was right once, kept, and compared.

`golden("rendering/alert.txt", text)` compares with tests/golden/rendering/alert.txt. With
`--update` the file is rewritten and the test fails all the same: the diff must be read first.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"

Compare = Callable[[str | Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="rewrite the golden files, then fail")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Compare:
    """Compare a text with a golden file; a relative name is meant under tests/golden."""
    update = request.config.getoption("--update")

    def compare(name: str | Path, found: str) -> None:
        path = GOLDEN / name
        kept = path.read_bytes().decode("utf-8") if path.exists() else ""
        if update and kept != found:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found.encode("utf-8"))
            pytest.fail(f"rewrote {path.name}: read the diff, then run again without --update")
        assert found == kept, f"{path} differs: run with --update and read the diff"

    return compare
