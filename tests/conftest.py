"""What all tests share: golden files, and the compiled gazetteer, built once."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from advisory.extraction.reader import Reader
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.pipeline import desk
from advisory.resources import folder
from tests import builders_shipped as shipped

pytest_plugins = ["tests.golden"]

# How long an example takes on a busy machine is not what is tested.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")


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


@pytest.fixture(scope="session")
def reader(gazetteer) -> Reader:
    """The reader of the shipped rules and the real index."""
    return shipped.reader(gazetteer)


def read_once(load, once):
    """The same function, which for the shipped folder returns what was read once."""

    def loaded(folders, **options):
        return once(**options) if folders == shipped.SHIPPED else load(folders, **options)

    return loaded


@pytest.fixture(scope="session", autouse=True)
def shipped_rules_are_read_once():
    with pytest.MonkeyPatch.context() as patch:
        for name in ("rulebook", "lexicon", "catalogue"):
            once = read_once(getattr(desk, f"load_{name}"), getattr(shipped, name))
            patch.setattr(desk, f"load_{name}", once)
        patch.setattr(desk, "Reader", shipped.reader_of)
        yield
