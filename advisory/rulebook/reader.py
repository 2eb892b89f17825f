"""Read YAML strictly: a tree of nodes that know their line, or all problems of the file.

Plain YAML guesses: `NO` becomes false, `012` ten, a repeated key wins silently, an alias bomb
hangs the loader. Here nothing is guessed. The tree is built from the parser's events, one by one,
so neither depth nor size can hurt; a scalar stays the text that was written, and the declared
type of the field it is read into (`rulebook.shape`) decides what it means. Refused: aliases and
anchors, merge keys, tags, repeated keys, keys that are not words, more than one document, depth
over 50, more than 50,000 nodes, files over 1 MB, text that is not UTF-8, controls and characters
that turn the direction of a line.

The events come from libyaml where PyYAML was built with it, as its wheels are: a rule base is 124
files, and libyaml reads them in a tenth of the time. A text that it stops at is read again by
PyYAML's own parser, which names the line and the character better and knows no depth but ours.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from advisory.errors import Problem, RejectedFile

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
MAX_NODES = 50_000

# Controls move a terminal's cursor; the others turn a line's direction, so that it reads otherwise
# than it runs (Unicode Technical Standard 55, Source Code Handling).
_HIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]")

_QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Node:
    """One value of a file: a mapping, a sequence, or the text of a scalar, with its place.

    `line` is where a reader looks for it: the line of its key, where it has one.
    """

    value: "dict[str, Node] | list[Node] | str"
    path: str
    line: int
    quoted: bool = False

    @property
    def is_null(self) -> bool:
        """Whether nothing was written here, or null in one of YAML's spellings."""
        return not self.quoted and self.value in _NULLS

    def problem(self, what: str, cure: str = "") -> Problem:
        """Return a problem that points at this value."""
        return Problem(self.path, self.line, what, cure)

    def __getitem__(self, key: str) -> "Node":
        if not isinstance(self.value, dict):
            raise TypeError(f"{self.path}:{self.line} is not a mapping")
        return self.value[key]


def read_file(path: Path, *, shown_as: str | None = None) -> Node:
    """Return the tree of one YAML file.

    Args:
        path: The file.
        shown_as: The path to print in problems, relative to the rule base.

    Raises:
        RejectedFile: With the problem that made it unreadable.
    """
    name = shown_as or str(path)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        what = f"the file cannot be read: {error.strerror}"
        raise RejectedFile([Problem(name, 1, what)]) from None
    if len(data) > MAX_BYTES:
        raise RejectedFile([Problem(name, 1, f"the file is over {MAX_BYTES:,} bytes", "Split it.")])
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RejectedFile([Problem(name, line, "the text is not UTF-8")]) from None
    return read_text(text, name)


def read_text(text: str, name: str) -> Node:
    """Return the tree of a YAML text.

    Raises:
        RejectedFile: With all repeated keys, or with the one thing that stopped the parser.

    >>> read_text("country: NO", "x.yaml")["country"].value
    'NO'
    """
    builder = _Builder(name)
    if hidden := _HIDDEN.search(text):
        builder.refuse_hidden(hidden[0], text.count("\n", 0, hidden.start()) + 1)
    try:
        return builder.tree(text, _QUICK)
    except (yaml.YAMLError, ValueError, OverflowError):
        return _read_carefully(text, name)


def _read_carefully(text: str, name: str) -> Node:
    builder = _Builder(name)
    try:
        return builder.tree(text, yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise RejectedFile([Problem(name, line, f"not YAML: {error.problem}")]) from None
    except yaml.reader.ReaderError as error:
        what = f"not YAML: the character #x{int(error.character):04x} is not allowed"
        line = text.count("\n", 0, error.position) + 1
        raise RejectedFile([Problem(name, line, what)]) from None
    except (ValueError, OverflowError):  # the parser lets an impossible "\UFFFFFFFF" through to chr
        what = "not YAML: a character or number that cannot be"
        raise RejectedFile([Problem(name, builder.line, what, "Look below this line.")]) from None


class _Builder:
    """Builds the tree from parser events with a stack of its own: no recursion, no guess."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[Node] = []
        self._keys: list[Node | None] = []
        self._nodes = 0
        self.line = 1

    def tree(self, text: str, parser: type[Any]) -> Node:
        for event in yaml.parse(text, Loader=parser):
            self._take(event)
        if self.problems:
            raise RejectedFile(self.problems)
        return self.root or Node("", self.name, 1)

    def _take(self, event: yaml.Event) -> None:
        line = self.line = event.start_mark.line + 1 if event.start_mark else 1
        self._refuse(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._put(Node(event.value, self.name, line, quoted=bool(event.style)))
        elif isinstance(event, yaml.MappingStartEvent):
            self._enter(Node({}, self.name, line))
        elif isinstance(event, yaml.SequenceStartEvent):
            self._enter(Node([], self.name, line))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()

    def _refuse(self, event: yaml.Event, line: int) -> None:
        for what, cure in _refusals(event):
            raise RejectedFile([Problem(self.name, line, what, cure)])
        if isinstance(event, yaml.ScalarEvent) and (hidden := _HIDDEN.search(event.value)):
            self.refuse_hidden(hidden[0], line)
        if isinstance(event, yaml.DocumentStartEvent) and self.root is not None:
            raise RejectedFile([Problem(self.name, line, "a second document", "One file, one.")])
        self._nodes += isinstance(event, yaml.NodeEvent)
        if len(self._open) > MAX_DEPTH:
            raise RejectedFile([Problem(self.name, line, f"more than {MAX_DEPTH} levels deep")])
        if self._nodes > MAX_NODES:
            what = f"more than {MAX_NODES:,} values"
            raise RejectedFile([Problem(self.name, line, what, "Split the file.")])

    def refuse_hidden(self, character: str, line: int) -> None:
        what = f"the character #x{ord(character):04x} cannot be seen and is not allowed"
        raise RejectedFile([Problem(self.name, line, what, "Remove it.")])

    def _enter(self, node: Node) -> None:
        self._put(node)
        self._open.append(node)
        self._keys.append(None)

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, key = self._open[-1].value, self._keys[-1]
        if isinstance(parent, list):
            parent.append(node)
        elif key is None:
            self._keys[-1] = node
        elif isinstance(parent, dict):
            self._set(parent, key, node)

    def _set(self, mapping: dict[str, Node], key: Node, node: Node) -> None:
        self._keys[-1] = None
        if not isinstance(key.value, str):
            self.problems.append(key.problem("a key must be a word"))
        elif key.value == "<<":
            self.problems.append(key.problem('the merge key "<<" is not allowed', "Write it out."))
        elif key.value in mapping:
            first = mapping[key.value].line
            what = f'the key "{key.value}" is repeated; it stands in line {first} too'
            self.problems.append(key.problem(what, "Keep one of them."))
        else:
            mapping[key.value] = replace(node, line=key.line)


def _refusals(event: yaml.Event) -> Iterator[tuple[str, str]]:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
        yield "anchors and aliases are not allowed", "Write the value out."
    if getattr(event, "tag", None):
        yield f"the tag {event.tag} is not allowed", "Remove it."  # type: ignore[attr-defined] # checked above
