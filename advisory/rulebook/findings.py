"""What is wrong with rules that can be read: those that can never speak, or never matter.

A rule base that loads may still hold rules that do nothing: a condition that contradicts itself, a
floor that another one always covers, a cap that no toll reaches. The levels are right without them,
but whoever wrote them believes something that is not so. `rules check` tells each with its line.
Two weights that count the same incident are only noted: that may be meant.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import ceil
from pathlib import Path

from advisory.errors import Problem
from advisory.rulebook.book import (
    CombinationRule,
    Dated,
    FloorRule,
    Holding,
    Rule,
    Rulebook,
    Scope,
    WeightRule,
)
from advisory.rulebook.merge import MergedFiles
from advisory.rulebook.possible import can_hold, says
from advisory.rulebook.reader import Node

_WIDER = {scope: rank for rank, scope in enumerate((Scope.PLACE, Scope.ADMIN1, Scope.COUNTRY))}


def findings(folders: Sequence[Path], rulebook: Rulebook) -> tuple[Problem, ...]:
    """Return what can never hold, never be reached, or never matter, with its line.

    Args:
        folders: Those that the rule base was loaded from.
        rulebook: The rule base, loaded without a problem.
    """
    files = MergedFiles.of(folders)
    found: list[Problem] = []
    for rule in rulebook.rules:
        node = files.read(f"{rule.id}.yaml")
        if node:
            found += _of_rule(node, rule, rulebook)
    return tuple(found)


def notes(rulebook: Rulebook) -> tuple[str, ...]:
    """Return what may be meant and should be known: incidents that two weights count."""
    return tuple(
        f"{one.id} and {other.id} count the same incidents where both match"
        for one, other in combinations(rulebook.weights, 2)
        if can_hold(f"({one.when}) and ({other.when})", rulebook.types)
    )


def _of_rule(node: Node, rule: Rule, rulebook: Rulebook) -> Iterator[Problem]:
    silent = list(_unreachable(node, rule, rulebook))
    yield from silent
    if isinstance(rule, WeightRule):
        yield from _cap(node, rule, rulebook)
    elif not silent:
        yield from _covered(node, rule, rulebook)


def _unreachable(node: Node, rule: Rule, rulebook: Rulebook) -> Iterator[Problem]:
    for part, asked in _asked(node, rule):
        if asked.when and not can_hold(asked.when, rulebook.types):
            what = "no incident can ever match this condition: it contradicts itself"
            yield part["when"].problem(what, "Look for two comparisons that exclude each other.")


def _asked(node: Node, rule: Rule) -> Iterator[tuple[Node, WeightRule | FloorRule]]:
    if not isinstance(rule, CombinationRule):
        yield node, rule
        return
    items = node["all_of"].value
    yield from zip(items if isinstance(items, list) else [], rule.parts, strict=True)


def _cap(node: Node, rule: WeightRule, rulebook: Rulebook) -> Iterator[Problem]:
    if rule.cap is None:
        return
    cap, points = _newest(rule.cap), _newest(rule.points)
    if cap < points:
        what = f"the cap of {cap:g} lies below the points: {points:g} are never given"
        yield node["cap"].problem(what, f"Write a cap of {points:g} or more.")
    elif rule.per_killed is None:
        yield node["cap"].problem("the cap is never reached: nothing is added", "Leave it out.")
    else:
        least = ceil((cap - points) / _newest(rule.per_killed))
        for column in ("killed_scored", "killed"):
            if not can_hold(f"({rule.when}) and {column} >= {least}", rulebook.types):
                what = f"the cap is never reached: it needs {least} killed, and when excludes that"
                yield node["cap"].problem(what, "Leave it out, or lower it.")
                return


def _covered(node: Node, rule: Holding, rulebook: Rulebook) -> Iterator[Problem]:
    for other in rulebook.floors:
        same = any(_covers(rule, part, other, rulebook) for _, part in _asked(node, rule))
        if other.id != rule.id and same and not _comes_first(rule, other, rulebook):
            level = _newest(other.level)
            what = f"this never matters: {other.id} holds level {level:g} whenever this would hold"
            cure = "Ask for a higher level, or switch one of the two off."
            yield node["level"].problem(f"{what} {_newest(rule.level):g}", cure)
            return


def _comes_first(rule: Holding, other: FloorRule, rulebook: Rulebook) -> bool:
    """Of two floors that say the same only the second is told."""
    alike = isinstance(rule, FloorRule) and _covers(other, other, rule, rulebook)
    return alike and rule.id < other.id


def _covers(rule: Holding, part: WeightRule | FloorRule, other: FloorRule, book: Rulebook) -> bool:
    """Whether a floor holds at least this level wherever and whenever this part of a rule holds.

    One of another hazard does not: which measures an advisory prints hangs on the hazard.
    """
    if rule.hazard != other.hazard:
        return False
    if not isinstance(part, FloorRule) or part.condition is not other.condition:
        return False
    if _newest(other.level) < _newest(rule.level) or _WIDER[other.scope] < _WIDER[rule.scope]:
        return False
    if part.when is None or other.when is None:
        return part.when is other.when
    if other.at_least > part.at_least or not part.within_days or not other.within_days:
        return False
    lasts = _newest(other.within_days) >= _newest(part.within_days)
    return lasts and says(part.when, other.when, book.types)


def _newest(numbers: Dated) -> float:
    return numbers[max(numbers)]
