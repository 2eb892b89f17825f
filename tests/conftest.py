"""What all tests share: golden files, and the compiled gazetteer, built once."""

import os
from functools import cache
from pathlib import Path

import pytest

from advisory.gazetteer.gazetteer import Gazetteer
from advisory.resources import folder
from advisory.rulebook.catalogue import load_catalogue
from advisory.rulebook.lexicon import load_lexicon
from advisory.rulebook.load import load_rulebook

pytest_plugins = ["tests.golden"]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """A proof that was skipped has proved nothing: it fails, unless ALLOW_SKIP is set."""
    report = yield
    is_skip = report.skipped and not hasattr(report, "wasxfail")
    if is_skip and item.get_closest_marker("prove") and not os.environ.get("ALLOW_SKIP"):
        report.outcome = "failed"
        report.longrepr = f"{report.longrepr[2]}. ALLOW_SKIP=1 lets it pass."
    return report


@pytest.fixture(scope="session")
def gazetteer_cache(tmp_path_factory) -> Path:
    """Where the compiled index lies; ADVISORY_TEST_CACHE names a folder kept between runs."""
    kept = os.environ.get("ADVISORY_TEST_CACHE")
    return Path(kept) if kept else tmp_path_factory.getbasetemp().parent / "gazetteer"


@pytest.fixture(scope="session")
def gazetteer(gazetteer_cache) -> Gazetteer:
    """The real index."""
    return Gazetteer.open([folder("rules")], gazetteer_cache)


def read_once(load):
    """The same function, which reads the shipped folder once: no test changes what is in it."""
    shipped, once = (folder("rules"),), cache(load)

    def loaded(folders, **options):
        return (once if folders == shipped else load)(folders, **options)

    return loaded


@pytest.fixture(scope="session", autouse=True)
def shipped_rules_are_read_once():
    with pytest.MonkeyPatch.context() as patch:
        for load in (load_rulebook, load_lexicon, load_catalogue):
            patch.setattr(f"advisory.pipeline.desk.{load.__name__}", read_once(load))
        yield
