"""Classes of words in the lexicon: `{ram} into a {vehicle}` stands for all that it comes to.

A list of every vehicle rammed into by every verb is long to read and has holes. So words of the
lexicon may hold braces: `{vehicle}` is each word of that class of classes.yaml, `{his|her|their}`
each of these words, `{|parked}` one or none. They are spelt out while the lexicon is read, and
nobody after that knows of them. A class may be made of classes that stand above it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from advisory.errors import Problem, did_you_mean, nearest
from advisory.rulebook.reader import Node

Classes = Mapping[str, tuple[str, ...]]

_BRACES = re.compile(r"\{([^{}]*)\}")


def spelt_out(words: str, classes: Classes) -> Iterator[str]:
    """Yield all that some words with classes stand for.

    Raises:
        KeyError: If there is no such class.

    >>> list(spelt_out("hit a {car}", {"car": ("taxi", "van")}))
    ['hit a taxi', 'hit a van']
    >>> list(spelt_out("left {his|her} {|burning} house", {}))[:2]
    ['left his house', 'left his burning house']
    """
    parts = _BRACES.split(words)
    # Every second part stood in braces.
    choices = [_choices(part, classes) if i % 2 else (part,) for i, part in enumerate(parts)]
    for chosen in product(*choices):
        yield " ".join("".join(chosen).split())


def _choices(inside: str, classes: Classes) -> tuple[str, ...]:
    return tuple(inside.split("|")) if "|" in inside else classes[inside]


def without_classes(node: Node, classes: Classes, problems: list[Problem]) -> Node:
    """Return the tree of a file with the words of all its lists spelt out."""
    if isinstance(node.value, dict):
        told = {k: without_classes(of, classes, problems) for k, of in node.value.items()}
        return replace(node, value=told)
    if isinstance(node.value, list):
        items = [one for of in node.value for one in _items(of, classes, problems)]
        return replace(node, value=items)
    return node


def _items(node: Node, classes: Classes, problems: list[Problem]) -> Iterator[Node]:
    if not isinstance(node.value, str):
        yield without_classes(node, classes, problems)
    elif "{" not in node.value:
        yield node
    elif unknown := _unknown(node.value, classes):
        cure = did_you_mean(nearest(unknown, list(classes))).strip()
        problems.append(node.problem(f'no class of words is called "{unknown}"', cure))
    else:
        yield from (replace(node, value=words) for words in spelt_out(node.value, classes))


def _unknown(words: str, classes: Classes) -> str | None:
    inside = (part for part in _BRACES.findall(words) if "|" not in part)
    return next((part for part in inside if part not in classes), None)


def classes_of(node: Node | None, problems: list[Problem]) -> Classes:
    """Return the classes that a classes.yaml defines, each without classes in it."""
    known: dict[str, tuple[str, ...]] = {}
    for name, words in node.value.items() if node and isinstance(node.value, dict) else ():
        spelt = without_classes(words, known, problems).value
        known[name] = tuple(str(one.value) for one in spelt) if isinstance(spelt, list) else ()
    return known
