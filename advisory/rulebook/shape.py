"""Turn a tree of nodes into declared, frozen dataclasses, gathering every problem.

A file's shape is the dataclass it is read into: its fields are the keys, their order is the order
of the keys, their types say what a scalar means, those with a default may be left out. So the
types, the schema and the check cannot drift apart. A field whose metadata say `computed` is filled
in by the program and is no key.
"""

import re
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from advisory.errors import Problem, RejectedFile, did_you_mean, nearest
from advisory.rulebook.reader import Node

T = TypeVar("T")

_FAILED = object()  # a value that could not be read: its problem is already noted


def build(shape: type[T], node: Node, problems: list[Problem]) -> T | None:
    """Return the value of this shape, or None with every reason added to `problems`.

    >>> from advisory.rulebook.reader import read_text
    >>> found = []
    >>> build(int, read_text("012", "x.yaml"), found), str(found[0])
    (None, 'x.yaml:1: "012" is not a whole number')
    """
    value = _Builder(problems).value(shape, node)
    return None if value is _FAILED else value


def built(shape: type[T], node: Node) -> T:
    """Return the value of this shape.

    Raises:
        RejectedFile: With every reason why the tree is none.
    """
    problems: list[Problem] = []
    value = build(shape, node, problems)
    if value is None:
        raise RejectedFile(problems)
    return value


def keys(shape: type) -> dict[str, "Field[Any]"]:
    """Return the keys a file of this shape may have, in the order they are written."""
    return {f.name: f for f in fields(shape) if not f.metadata.get("computed")}


def is_required(key_field: "Field[Any]") -> bool:
    """Whether a file must have this key."""
    return key_field.default is MISSING and key_field.default_factory is MISSING


@dataclass(frozen=True, slots=True)
class _Builder:
    problems: list[Problem]

    def value(self, shape: Any, node: Node) -> Any:  # noqa: ANN401 - a shape may be any type
        origin, inner = get_origin(shape), get_args(shape)
        if origin in {Union, types.UnionType}:
            real = next(part for part in inner if part is not type(None))
            return None if node.is_null else self.value(real, node)
        if origin is tuple:
            return self.sequence(inner[0], node)
        if isinstance(origin, type) and issubclass(origin, Mapping):
            return self.mapping(inner[0], inner[1], node)
        return self.record(shape, node) if is_dataclass(shape) else self.scalar(shape, node)

    def sequence(self, shape: Any, node: Node) -> Any:  # noqa: ANN401
        if node.is_null:
            return ()
        if not isinstance(node.value, list):
            return self.refuse(node, "a list is needed here")
        values = [self.value(shape, item) for item in node.value]
        return _FAILED if _FAILED in values else tuple(values)

    def mapping(self, key_shape: Any, shape: Any, node: Node) -> Any:  # noqa: ANN401
        if node.is_null:
            return {}
        if not isinstance(node.value, dict):
            cure = "Write the day from which it holds: {2026-11-24: 4}" if key_shape is date else ""
            return self.refuse(node, "a mapping is needed here", cure)
        values = {
            self.scalar(key_shape, Node(key, item.path, item.line)): self.value(shape, item)
            for key, item in node.value.items()
        }
        return _FAILED if _FAILED in (*values, *values.values()) else values

    def record(self, shape: Any, node: Node) -> Any:  # noqa: ANN401
        if not isinstance(node.value, dict):
            return self.refuse(node, f"the keys {', '.join(keys(shape))} are needed here")
        wrong = list(_key_problems(shape, node, node.value))
        self.problems.extend(wrong)
        hints, written = get_type_hints(shape), node.value
        values = {
            name: self.value(hints[name], written[name]) for name in keys(shape) if name in written
        }
        if wrong or _FAILED in values.values():
            return _FAILED
        try:
            return shape(**values)
        except ValueError as error:
            return self.refuse(node, str(error))

    def scalar(self, shape: Any, node: Node) -> Any:  # noqa: ANN401
        text = node.value
        if isinstance(shape, type) and issubclass(shape, Enum):
            return self.member(shape, node)
        read, wanted = _SCALARS[shape]
        if not isinstance(text, str):
            cure = "Put it in quotes if it holds a colon." if shape is str else ""
            return self.refuse(node, f"{wanted} is needed here", cure)
        if node.is_null:
            cure = 'Quote it if you mean the word "null".' if text else ""
            return self.refuse(node, f"nothing is written here; {wanted} is needed", cure)
        value = read(text)
        return self.refuse(node, f'"{text}" is not {wanted}') if value is None else value

    def member(self, shape: type[Enum], node: Node) -> Any:  # noqa: ANN401
        members = {m.value if isinstance(m.value, str) else m.name: m for m in shape}
        if isinstance(node.value, str) and node.value in members:
            return members[node.value]
        shown = node.value if isinstance(node.value, str) else "a list or mapping"
        cure = f"{did_you_mean(nearest(shown, list(members)))} Allowed: {', '.join(members)}"
        return self.refuse(node, f'"{shown}" is not allowed here', cure.strip())

    def refuse(self, node: Node, what: str, cure: str = "") -> object:
        self.problems.append(node.problem(what, cure))
        return _FAILED


def _key_problems(shape: type, node: Node, written: dict[str, Node]) -> Iterator[Problem]:
    known = list(keys(shape))
    for key, item in written.items():
        if key not in known:
            cure = f"{did_you_mean(nearest(key, known))} Allowed: {', '.join(known)}".strip()
            yield item.problem(f'unknown key "{key}"', cure)
    for name, key_field in keys(shape).items():
        if name not in written and is_required(key_field):
            yield node.problem(f'the key "{name}" is missing')
    order = [key for key in written if key in known]
    if order != sorted(order, key=known.index):
        right = ", ".join(sorted(order, key=known.index))
        yield node.problem("the keys are out of order", f"Write them in this order: {right}")


def _matching(pattern: str, convert: Callable[[str], Any]) -> Callable[[str], Any]:
    compiled = re.compile(pattern)

    def read(text: str) -> Any:  # noqa: ANN401
        try:
            return convert(text) if compiled.fullmatch(text) else None
        except ValueError:
            return None

    return read


_SCALARS: Mapping[Any, tuple[Callable[[str], Any], str]] = {
    str: (lambda text: text, "text"),
    bool: ({"true": True, "false": False}.get, "true or false"),
    int: (_matching(r"-?(0|[1-9][0-9]{0,17})", int), "a whole number"),
    float: (_matching(r"-?(0|[1-9][0-9]{0,17})(\.[0-9]{1,18})?", float), "a decimal number"),
    date: (_matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", date.fromisoformat), "a day as YYYY-MM-DD"),
}
