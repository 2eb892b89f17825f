"""What the files of the catalogue must hold against each other.

Each code that is named exists; each placeholder of a sentence can be filled; the matrix has a cell
for every hazard at every level from 2 to 5; a measure that competes for the slot of movement says
how far it restricts. Every finding points at its line.
"""

from collections.abc import Iterator, Mapping, Sequence
from string import Formatter

from advisory.errors import Problem, did_you_mean, nearest
from advisory.model.advice import Profile
from advisory.model.vocabulary import Hazard
from advisory.rulebook.calls import Call
from advisory.rulebook.house import HOUSE_KEYS
from advisory.rulebook.measures import DEFAULT, Matrix, Measure
from advisory.rulebook.reader import Node

MATRIX_LEVELS = (2, 3, 4, 5)
_SENTENCE = frozenset({"place", "region", "horizon", "likelihood"})
_RESOLVER = frozenset({"place", "region", "since", "horizon"})


def placeholders(text: str) -> tuple[str, ...]:
    """Return the names in braces, in order.

    >>> placeholders("Call {line} from {region}.")
    ('line', 'region')
    """
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def measure_problems(
    measures: Mapping[str, Measure], nodes: Mapping[str, Node]
) -> Iterator[Problem]:
    """Yield what is wrong with measures: unknown codes and facts, words for nobody."""
    for code, measure in measures.items():
        node = nodes[f"measures/{measure.family}.yaml"][code]
        yield from _unknown(measure.forbids, list(measures), "measure", node)
        yield from _unknown(measure.needs_house, HOUSE_KEYS, "house fact", node)
        yield from _wording_problems(measure, node)
        if measure.slot is not None and measure.restricts < 1:
            cure = "Give it a number; the highest that applies wins."
            yield node.problem(f"{code} competes for movement without `restricts`", cure)


def _wording_problems(measure: Measure, node: Node) -> Iterator[Problem]:
    readers = [DEFAULT, *(profile.value for profile in Profile)]
    yield from _unknown(tuple(measure.text), readers, "profile", node)
    for profile in measure.profiles or tuple(Profile):
        if DEFAULT not in measure.text and profile.value not in measure.text:
            yield node.problem(f"no words for {profile.value}", f"Add {profile.value} or default.")
    allowed = {"region", "parties", "hits", *measure.needs_house}
    for name in sorted({n for text in measure.text.values() for n in placeholders(text)} - allowed):
        yield node.problem(f'"{{{name}}}" cannot be filled', "Name it in needs_house.")


def matrix_problems(
    matrix: Matrix, measures: Mapping[str, Measure], node: Node
) -> Iterator[Problem]:
    """Yield the holes of the matrix, and the codes in it that no measure has."""
    for hazard in Hazard:
        missing = [n for n in MATRIX_LEVELS if n not in matrix.hazards.get(hazard, {})]
        if missing:
            levels = ", ".join(str(level) for level in missing)
            yield node["hazards"].problem(f"{hazard.value} has no cell for level {levels}")
    rows = [matrix.every, *matrix.hazards.values()]
    rows += [row for cells in matrix.profiles.values() for row in cells.values()]
    cells = [codes for row in rows for codes in row.values()]
    for codes in [*cells, *matrix.situations.values()]:
        yield from _unknown(codes, list(measures), "measure", node)


def call_problems(calls: Sequence[Call], nodes: Mapping[str, Node]) -> Iterator[Problem]:
    """Yield what is wrong with forecasts: no such hazard, or a sentence that cannot be filled."""
    for call in calls:
        node = nodes[f"outlook/{call.hazard}.yaml"][call.id]
        yield from _unknown((call.hazard,), [hazard.value for hazard in Hazard], "hazard", node)
        for text, allowed in ((call.sentence, _SENTENCE), (call.resolver, _RESOLVER)):
            for name in sorted(set(placeholders(text)) - allowed):
                yield node.problem(
                    f'"{{{name}}}" cannot be filled', f"Allowed: {', '.join(sorted(allowed))}"
                )
        for name in ("likelihood", "horizon"):
            if name not in placeholders(call.sentence):
                cure = "Every call says how likely, and by when."
                yield node.problem(f"the sentence has no {{{name}}}", cure)


def _unknown(
    names: Sequence[str], known: Sequence[str], kind: str, node: Node
) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            cure = did_you_mean(nearest(name, list(known))).strip()
            yield node.problem(f'there is no {kind} "{name}"', cure)
