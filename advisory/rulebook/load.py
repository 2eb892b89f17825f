"""Load a rule base: every file of every folder, merged, read, checked, or all that is wrong.

The shipped folder comes first and a user's own lies over it file by file, so a file of the same
name replaces the shipped one whole; one that says no more than `status: off` switches that rule
off. Nothing of a rule base is used unless all of it is right: the problems of all files are
gathered and raised once, each with its line and its cure. What the files say is checked by
`rulebook.checks` and `rulebook.rule_checks`; the rules' own examples are run by the assessment.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from advisory.errors import Problem, did_you_mean, nearest
from advisory.model.vocabulary import Hazard
from advisory.rulebook.book import (
    CombinationRule,
    FloorRule,
    HazardEntry,
    IncidentType,
    Rule,
    Rulebook,
    RuleStatus,
    Scale,
    SourceEntry,
    WeightRule,
)
from advisory.rulebook.checks import (
    hazard_problems,
    scale_problems,
    source_problems,
    type_problems,
)
from advisory.rulebook.columns import VALUES
from advisory.rulebook.conditions import Values
from advisory.rulebook.folders import folder_texts, texts_hash
from advisory.rulebook.merge import MergedFiles
from advisory.rulebook.reader import Node
from advisory.rulebook.rule_checks import rule_problems, written_problems
from advisory.rulebook.shape import build

SHAPES: dict[str, type[Rule]] = {
    "weight": WeightRule,
    "floor": FloorRule,
    "combination": CombinationRule,
}
"""The shape of a rule by its `kind`."""

_RULE_PATH = re.compile(r"hazards/([^/]+)/[a-z0-9]+(-[a-z0-9]+)*\.yaml")


def load_rulebook(folders: Sequence[Path]) -> Rulebook:
    """Return the rule base that these folders make together.

    Args:
        folders: The shipped one first, a user's own after it; a later one's file wins.

    Raises:
        RejectedFile: With every problem of every file.

    >>> from advisory.resources import folder
    >>> book = load_rulebook([folder("rules")])
    >>> book.types["drone_strike"].noun
    ('drone strike', 'drone strikes')
    """
    files = MergedFiles.of(folders)
    files.note_strays()
    scale = files.checked("levels.yaml", Scale, scale_problems)
    hazards = files.checked("hazards.yaml", Mapping[Hazard, HazardEntry], hazard_problems)
    types = files.checked("types.yaml", Mapping[str, IncidentType], type_problems)
    sources = files.checked("sources.yaml", Mapping[str, SourceEntry], source_problems)
    rules = tuple(_rules(files, _values(types or {})))
    files.refuse()
    return Rulebook(
        scale=scale,
        hazards=hazards,
        types=types,
        sources=sources,
        weights=tuple(rule for rule in rules if isinstance(rule, WeightRule)),
        floors=tuple(rule for rule in rules if isinstance(rule, FloorRule)),
        combinations=tuple(rule for rule in rules if isinstance(rule, CombinationRule)),
        hash=texts_hash(folder_texts(files.files)),
        winners={name: files.origin(name) for name in files.files},
    )


def _values(types: Mapping[str, IncidentType]) -> Values:
    """What the text columns can hold; types that could not be read are not held against a rule."""
    families = sorted({kind.family for kind in types.values()})
    return {**VALUES, "type": tuple(types), "family": families} if types else VALUES


def _rules(files: MergedFiles, values: Values) -> Iterator[Rule]:
    for name in files.files:
        if name.startswith("hazards/"):
            files.problems.extend(_path_problems(files, name))
            node = files.read(name)
            if node and not _is_switched_off(files, name, node):
                yield from _rule(files, name, node, values)


def _rule(files: MergedFiles, name: str, node: Node, values: Values) -> Iterator[Rule]:
    files.problems.extend(written_problems(node, values))
    shape = _shape(files, node)
    rule = build(shape, node, files.problems) if shape else None
    if rule is None:
        return
    hazard = name.split("/")[1]
    rule = replace(rule, id=name.removesuffix(".yaml"), hazard=hazard, path=node.path)
    files.problems.extend(rule_problems(node, rule))
    if rule.status is not RuleStatus.OFF:
        yield rule


def _shape(files: MergedFiles, node: Node) -> type[Rule] | None:
    kind = node.value.get("kind") if isinstance(node.value, dict) else None
    said = kind.value if kind and isinstance(kind.value, str) else None
    if said in SHAPES:
        return SHAPES[said]
    what = f'"{said}" is no kind of rule' if said is not None else 'the key "kind" is missing'
    files.problems.append((kind or node).problem(what, f"Write one of: {', '.join(SHAPES)}."))
    return None


def _is_switched_off(files: MergedFiles, name: str, node: Node) -> bool:
    """Whether the file says `status: off` and no more, as one that lies over another may."""
    if not isinstance(node.value, dict) or list(node.value) != ["status"]:
        return False
    if node["status"].value != RuleStatus.OFF:
        return False
    # A rule base that was merged and kept is one folder: there is nothing left to lie over.
    if len(files.folders) > 1 and not files.lies_over(name):
        others = [other for other in files.files if other != name]
        cure = did_you_mean(nearest(name, others)).strip()
        what = "this switches nothing off: no other folder has a rule of this name"
        files.problems.append(node.problem(what, cure))
    return True


def _path_problems(files: MergedFiles, name: str) -> Iterator[Problem]:
    match = _RULE_PATH.fullmatch(name)
    if not match:
        what = "a rule lies in hazards/<hazard>/<lower-case-words-with-hyphens>.yaml"
        yield Problem(files.shown(name), 1, what)
    elif match[1] not in list(Hazard):
        cure = did_you_mean(nearest(match[1], list(Hazard))) or f"Allowed: {', '.join(Hazard)}"
        yield Problem(files.shown(name), 1, f'there is no hazard "{match[1]}"', cure.strip())
