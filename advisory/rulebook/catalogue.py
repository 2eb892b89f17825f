"""What may be advised and forecast: measures, the matrix, the outlook, alert grades, conflicts.

`load_catalogue` reads these files of a merged rule base strictly (their shapes are in `measures`,
`calls`, `conflicts` and `house`), checks them against each other (`catalogue_checks`), and returns
all of it, or every problem of every file at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from advisory.errors import Problem, RejectedFile
from advisory.rulebook.calls import AlertRule, Call
from advisory.rulebook.catalogue_checks import call_problems, matrix_problems, measure_problems
from advisory.rulebook.conflicts import Conflicts
from advisory.rulebook.folders import merged
from advisory.rulebook.house import House
from advisory.rulebook.measures import Matrix, Measure
from advisory.rulebook.reader import Node, read_file
from advisory.rulebook.shape import build

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything that may be advised, forecast or warned of, and the facts of the house."""

    measures: Mapping[str, Measure]
    matrix: Matrix
    calls: tuple[Call, ...]
    alerts: tuple[AlertRule, ...]
    conflicts: Conflicts
    house: House


def load_catalogue(folders: Sequence[Path], *, sample: bool = False) -> Catalogue:
    """Return the merged catalogue of these rule folders; a later folder's file wins.

    Args:
        folders: The shipped rules first, the user's after.
        sample: Whether house.example.yaml may stand in where there is no house.yaml: for the demo
            and the seeds only.

    Raises:
        RejectedFile: With every problem of every file.

    >>> from advisory.resources import folder
    >>> load_catalogue([folder("rules")]).measures["MOV-4"].slot
    <MovementSlot.RULE: 'rule'>
    """
    files = _Files(merged(folders))
    measures = {
        code: replace(measure, code=code, family=family)
        for family, group in files.under("measures", dict[str, Measure])
        for code, measure in group.items()
    }
    calls = tuple(
        replace(call, id=name, hazard=hazard)
        for hazard, group in files.under("outlook", dict[str, Call])
        for name, call in group.items()
    )
    alerts = tuple(replace(rule, id=name) for name, rule in files.under("alerts", AlertRule))
    matrix, conflicts = files.one("matrix.yaml", Matrix), files.one("conflicts.yaml", Conflicts)
    house = files.house(sample=sample)
    if files.problems or matrix is None or conflicts is None:
        raise RejectedFile(files.problems)
    wrong = [
        *measure_problems(measures, files.nodes),
        *matrix_problems(matrix, measures, files.nodes["matrix.yaml"]),
        *call_problems(calls, files.nodes),
    ]
    if wrong:
        raise RejectedFile(wrong)
    return Catalogue(measures, matrix, calls, alerts, conflicts, house)


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of a merged rule base, read one by one; what is wrong gathers in `problems`."""

    paths: Mapping[str, Path]
    problems: list[Problem] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)

    def one(self, name: str, shape: type[T]) -> T | None:
        if name not in self.paths:
            self.problems.append(Problem(name, 1, "the file is missing", "Take the shipped one."))
            return None
        try:
            node = read_file(self.paths[name], shown_as=name)
        except RejectedFile as error:
            self.problems.extend(error.problems)
            return None
        value = build(shape, node, self.problems)
        if value is not None:
            self.nodes[name] = node
        return value

    def under(self, folder: str, shape: type[T]) -> list[tuple[str, T]]:
        names = [name for name in self.paths if name.startswith(f"{folder}/")]
        read = ((Path(name).stem, self.one(name, shape)) for name in names)
        return [(stem, value) for stem, value in read if value is not None]

    def house(self, *, sample: bool) -> House:
        if "house.yaml" in self.paths:
            return self.one("house.yaml", House) or House()
        if sample and "house.example.yaml" in self.paths:
            return self.one("house.example.yaml", House) or House()
        return House()
