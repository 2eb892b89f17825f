"""What may be advised and forecast: measures, the matrix, the outlook, alert grades, conflicts.

`load_catalogue` reads these files of a merged rule base strictly (their shapes are in `measures`,
`calls`, `conflicts` and `house`), checks them against each other (`catalogue_checks`), and returns
all of it, or every problem of every file at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from advisory.rulebook.calls import AlertRule, Call
from advisory.rulebook.catalogue_checks import call_problems, matrix_problems, measure_problems
from advisory.rulebook.conflicts import Conflicts
from advisory.rulebook.house import House
from advisory.rulebook.measures import Matrix, Measure
from advisory.rulebook.merge import MergedFiles


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
    files = MergedFiles.of(folders)
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
    matrix = files.built("matrix.yaml", Matrix)
    conflicts = files.built("conflicts.yaml", Conflicts)
    house = _house(files, sample=sample)
    files.refuse()
    files.problems.extend(measure_problems(measures, files.nodes))
    files.problems.extend(matrix_problems(matrix, measures, files.nodes["matrix.yaml"]))
    files.problems.extend(call_problems(calls, files.nodes))
    files.refuse()
    return Catalogue(measures, matrix, calls, alerts, conflicts, house)


def _house(files: MergedFiles, *, sample: bool) -> House:
    names = ("house.yaml", "house.example.yaml") if sample else ("house.yaml",)
    name = next((name for name in names if name in files.files), None)
    return (name and files.built(name, House)) or House()
