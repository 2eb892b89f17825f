"""The merged files of a rule base while they are read: where each came from, and what is wrong.

A path in a problem is the one a person knows: rules/... for what came with the program, the real
path for a user's own file. A file that nobody would read is a problem too: a misspelt name must
not switch a rule off in silence.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from advisory.errors import Problem, RejectedFile, did_you_mean, nearest
from advisory.resources import folder
from advisory.rulebook.folders import merged
from advisory.rulebook.reader import Node, read_file
from advisory.rulebook.shape import build

Check = Callable[[Node, Any], Iterable[Problem]]

# What a user may have and we do not ship.
_ONLY_A_USERS = ("house.yaml", "routing.yaml", "scenarios")


@dataclass(frozen=True, slots=True)
class MergedFiles:
    """Relative path -> file, the later folder's file over the earlier one's.

    What was read stands in `nodes`, what is wrong in `problems`.
    """

    folders: tuple[Path, ...]
    files: Mapping[str, Path]
    problems: list[Problem] = field(default_factory=list)
    nodes: dict[str, Node] = field(default_factory=dict)

    @classmethod
    def of(cls, folders: Sequence[Path], pattern: str = "**/*.yaml") -> "MergedFiles":
        """Merge the files of a pattern in these folders."""
        return cls(tuple(folders), merged(folders, pattern))

    def note_strays(self) -> None:
        """Note every file that nobody would read."""
        known = _known()
        for name in self.files:
            self.problems.extend(self._stray(name, known))
        for name, path in merged(self.folders, "**/*.yml").items():
            what = "nobody reads a file of this name"
            self.problems.append(Problem(_shown(name, path), 1, what, "Let it end in .yaml."))

    def shown(self, name: str) -> str:
        """Return the path of a file as a person knows it."""
        return _shown(name, self.files.get(name))

    def origin(self, name: str) -> str:
        """Return the folder that a file came from, as a person knows it."""
        return self.shown(name).removesuffix(f"/{name}")

    def lies_over(self, name: str) -> bool:
        """Whether the winning file replaces one of an earlier folder."""
        return sum((place / name).is_file() for place in self.folders) > 1

    def read(self, name: str) -> Node | None:
        """Return the tree of one file, or None with its problems noted."""
        try:
            self.nodes[name] = read_file(self.files[name], shown_as=self.shown(name))
        except RejectedFile as error:
            self.problems.extend(error.problems)
        return self.nodes.get(name)

    def built(self, name: str, shape: Any) -> Any:  # noqa: ANN401 - a shape may be any type
        """Return what one file says, or None with its problems noted."""
        if name not in self.files:
            cure = "Copy the shipped one, or name the shipped folder first."
            self.problems.append(Problem(self.shown(name), 1, "the file is missing", cure))
            return None
        node = self.read(name)
        return build(shape, node, self.problems) if node else None

    def checked(self, name: str, shape: Any, check: Check) -> Any:  # noqa: ANN401 - as above
        """Return what one file says, read and checked, or None with its problems noted."""
        value = self.built(name, shape)
        if value is not None:
            self.problems.extend(check(self.nodes[name], value))
        return value

    def under(self, folder: str, shape: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 - as above
        """Yield the name of each file in a folder, and what it says; none that is wrong."""
        for name in self.files:
            if name.startswith(f"{folder}/") and (value := self.built(name, shape)) is not None:
                yield Path(name).stem, value

    def refuse(self) -> None:
        """Refuse the files if anything is wrong with them.

        Raises:
            RejectedFile: With every problem of every file.
        """
        if self.problems:
            raise RejectedFile(self.problems)

    def _stray(self, name: str, known: Sequence[str]) -> Iterable[Problem]:
        first, *rest = name.split("/")
        if first not in known:
            what = f'a rule base has no {"folder" if rest else "file"} "{first}"'
            hint = did_you_mean(nearest(first, known)) or f"Allowed: {', '.join(known)}"
            yield Problem(self.shown(name), 1, what, hint.strip())


def _known() -> list[str]:
    """Return the files and folders that somebody reads: those that came with the program."""
    shipped = (name.split("/")[0] for name in merged([folder("rules")]))
    return sorted({*shipped, *_ONLY_A_USERS})


def _shown(name: str, path: Path | None) -> str:
    shipped = path is None or folder("rules").resolve() in path.resolve().parents
    return f"rules/{name}" if shipped else str(path)
