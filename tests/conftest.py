"""What all tests share: golden files, and the compiled gazetteer, built once."""

import os
from pathlib import Path

import pytest

from advisory.gazetteer.gazetteer import Gazetteer
from advisory.resources import folder

pytest_plugins = ["tests.golden"]


@pytest.fixture(scope="session")
def gazetteer(tmp_path_factory) -> Gazetteer:
    """The real index; ADVISORY_TEST_CACHE names a folder that keeps it between runs."""
    kept = os.environ.get("ADVISORY_TEST_CACHE")
    cache = Path(kept) if kept else tmp_path_factory.getbasetemp().parent / "gazetteer"
    return Gazetteer.open([folder("rules")], cache)
