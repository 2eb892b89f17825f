from dataclasses import replace

import pytest

from advisory.store.cache import CacheKey, cached, remember
from advisory.store.lookup import Answer

KEY = CacheKey("digest", "rules", "2023-11-08T23:59:59Z", "RED")
ANSWER = Answer("ML-8", "2023-11-08", '{"level": 5}', "5 EXTREME")


def test_an_answer_is_remembered(tmp_path):
    remember(tmp_path / "cache", KEY, [ANSWER])
    assert cached(tmp_path / "cache", KEY, "ML-8") == ANSWER


@pytest.mark.parametrize("field", ["digest", "rule_base", "as_of", "clearance"])
def test_nothing_is_found_under_another_key(tmp_path, field):
    remember(tmp_path / "cache", KEY, [ANSWER])
    assert cached(tmp_path / "cache", replace(KEY, **{field: "other"}), "ML-8") is None


def test_the_answers_of_an_older_store_are_dropped(tmp_path):
    remember(tmp_path / "cache", KEY, [ANSWER])
    remember(tmp_path / "cache", replace(KEY, digest="newer"), [ANSWER])
    assert cached(tmp_path / "cache", KEY, "ML-8") is None


def test_a_damaged_cache_knows_nothing_and_is_begun_anew(tmp_path):
    path = tmp_path / "cache"
    path.write_bytes(b"no database" * 1000)
    assert cached(path, KEY, "ML-8") is None
    remember(path, KEY, [ANSWER])
    assert cached(path, KEY, "ML-8") == ANSWER


def test_a_missing_cache_knows_nothing(tmp_path):
    assert cached(tmp_path / "cache", KEY, "ML-8") is None
