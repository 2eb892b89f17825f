"""What all tests share: golden files, and the compiled gazetteer, built once."""

import os
from pathlib import Path

import pytest

from advisory.gazetteer.gazetteer import Gazetteer
from advisory.resources import folder

pytest_plugins = ["tests.golden"]


@pytest.fixture(scope="session")
def gazetteer_cache(tmp_path_factory) -> Path:
    """Where the compiled index lies; ADVISORY_TEST_CACHE names a folder kept between runs."""
    kept = os.environ.get("ADVISORY_TEST_CACHE")
    return Path(kept) if kept else tmp_path_factory.getbasetemp().parent / "gazetteer"


@pytest.fixture(scope="session")
def gazetteer(gazetteer_cache) -> Gazetteer:
    """The real index."""
    return Gazetteer.open([folder("rules")], gazetteer_cache)
