"""A reading never depends on the order in which a run happens to keep its sets."""

import os
import subprocess
import sys

READ = """
from tests.builders_extraction import reader
from advisory.model.text import Report
text = "ISWAP releases video of Gao raid: raid, ambush, attack, blast, strike kill two soldiers"
print(reader()._findings(Report("r", text)).hits)
"""


def hits_of(seed: str) -> str:
    """Return the hits of a headline as a run with this seed of its hashes finds them."""
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", READ],
        env={**os.environ, "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_words_of_one_place_stand_in_the_order_of_the_lexicon():
    assert hits_of("1") == hits_of("2") != ""
