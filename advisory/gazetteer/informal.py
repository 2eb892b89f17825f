"""regions.yaml: names that no register has, each a list of codes (the Sahel, Donbas, Azawad).

A member is an ISO 3166-1 or 3166-2 code. An informal region has no borders of its own: what lies
in one of its members lies in it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from advisory.errors import Problem, RejectedFile
from advisory.gazetteer.folding import fold
from advisory.gazetteer.overlay import winning
from advisory.rulebook.reader import read_file
from advisory.rulebook.shape import build

FILE: Final = "regions.yaml"


@dataclass(frozen=True, slots=True)
class InformalRegion:
    """One entry of regions.yaml, under its slug."""

    name: str
    members: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    because: str = ""
    point: tuple[float, float] | None = field(default=None, metadata={"computed": True})
    line: int = field(default=0, metadata={"computed": True})


def read_informal(folders: Sequence[Path]) -> Mapping[str, InformalRegion]:
    """Return slug -> informal region, from the last folder that has a regions.yaml.

    Raises:
        RejectedFile: With every problem of the file.
    """
    path = winning(folders, FILE)
    if path is None:
        return {}
    problems: list[Problem] = []
    node = read_file(path)
    found = build(Mapping[str, InformalRegion], node, problems)  # type: ignore[type-abstract] # a shape, never called
    for slug, region in (found or {}).items():
        if slug != fold(slug).replace(" ", "-"):
            problems.append(node[slug].problem(f'the key "{slug}" is not a slug'))
        if not region.members:
            problems.append(node[slug].problem("a region without members"))
    if problems or found is None:
        raise RejectedFile(problems)
    return {slug: replace(region, line=node[slug].line) for slug, region in found.items()}
