"""A digest tells many incidents, and each has its own day, place and toll."""

from pathlib import Path

import pytest
import yaml

from tests.builders_extraction import line_of, mentions

CASES = yaml.safe_load((Path(__file__).parent / "cases/digests.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_each_entry_of_a_digest_is_an_incident_of_its_own(case):
    found = mentions(case["text"], published="2026-11-22")
    assert [line_of(one) for one in found if not one.background] == case["incidents"]
