"""Rule bases for tests: the shipped levels, hazards, types and sources, and what a test adds."""

import re
import shutil
from pathlib import Path

from advisory.resources import folder

RIOT = "hazards/civil_unrest/riot.yaml"

RIOT_RULE = """\
title: Riot
status: stable
kind: weight
when: type = 'riot' and killed >= 3
points:
  2026-11-24: 4
half_life_days:
  2026-11-24: 21
because: "{type} in {place}: {killed} killed"
references:
  - desk judgement
reviewed: 2026-11-24
tests:
  - name: Three killed fire it
    given:
      - {type: riot, killed: 3}
    fires: 1
  - name: Two do not
    given:
      - {type: riot, killed: 2}
    fires: 0
"""


def put(place: Path, name: str, text: str) -> Path:
    """Write one file into a folder and return the folder."""
    path = place / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return place


def with_points(text: str, points: int) -> str:
    """A weight rule's text with another number of points, whatever it had."""
    changed, count = re.subn(r"(points:\n  [0-9-]+: )[0-9.]+", rf"\g<1>{points}", text)
    assert count == 1
    return changed


def base(place: Path) -> Path:
    """A rule base without a single rule, quick to read."""
    place.mkdir(parents=True, exist_ok=True)
    for name in ("levels.yaml", "hazards.yaml", "types.yaml", "sources.yaml"):
        shutil.copy(folder("rules") / name, place)
    return place
