"""Every exception of the project, as one tree.

    AdvisoryError               message on stderr, exit code 1
    ├── UserError               wrong use, exit code 2
    │   ├── UnknownName         nothing has that name; the nearest are named
    │   └── AmbiguousName       several match equally well; all are listed
    ├── RejectedFile            files with all their problems (rules, subscribers, house, seeds)
    ├── RejectedReport          one report that cannot be read; it goes to quarantine
    ├── MissingFolder           rules/, templates/ or seeds/ is not where it should be
    ├── BrokenStore             the store or snapshot is damaged, or of a newer version
    ├── BrokenIndex             the compiled gazetteer cannot be read or built
    ├── RenderingFailed         a renderer warned, reached for a file or the network, or stopped
    ├── NotApproved             a product may not be signed as it stands
    └── NotSigned               a product is not released; only from `send`, exit code 4

A message says what was found, where, and how to mend it. A user's mistake never ends in a
traceback.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches


class AdvisoryError(Exception):
    """Root of the tree; its text is written for the person at the terminal."""

    exit_code = 1


class UserError(AdvisoryError):
    """The command was used in a way that cannot work."""

    exit_code = 2


class UnknownName(UserError):
    """A name that nothing has; the nearest names are part of the message."""

    def __init__(self, kind: str, name: str, known: Sequence[str]) -> None:
        self.nearest = nearest(name, known)
        offered = did_you_mean(self.nearest) or one_of(known)
        super().__init__(f'There is no {kind} "{name}".{offered}')


class AmbiguousName(UserError):
    """A name that several things have equally; the message lists them."""

    def __init__(self, kind: str, name: str, choices: Sequence[str]) -> None:
        self.choices = tuple(choices)
        lines = "".join(f"\n    {choice}" for choice in choices)
        super().__init__(f'"{name}" may mean more than one {kind}. Say which:{lines}')


class MissingFolder(AdvisoryError):
    """A folder the project needs is in none of the places looked at."""

    def __init__(self, name: str, looked_in: Sequence[object]) -> None:
        places = " or ".join(str(place) for place in looked_in)
        super().__init__(
            f"The folder {name}/ is missing: looked in {places}. Reinstall the package."
        )


class RejectedReport(AdvisoryError):
    """One report, file or row that cannot be read; its reason goes to quarantine."""


class BrokenStore(AdvisoryError):
    """The store or the snapshot is damaged, or was written by a newer version."""


class BrokenIndex(AdvisoryError):
    """The compiled gazetteer cannot be read or built."""


class RenderingFailed(AdvisoryError):
    """A product could not be drawn as it should; nothing was written."""


class NotApproved(AdvisoryError):
    """A product may not be signed as it stands; the message says everything that is in the way."""

    def __init__(self, edition: str, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        lines = "".join(f"\n  {reason}" for reason in reasons)
        super().__init__(f"{edition} was not signed:{lines}")


class NotSigned(AdvisoryError):
    """A product was to be sent that nobody has released."""

    exit_code = 4


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in one file, with its line and its cure.

    >>> print(Problem("rules/levels.yaml", 4, 'unknown key "pont"', 'Did you mean "point"?'))
    rules/levels.yaml:4: unknown key "pont"
        Did you mean "point"?
    """

    path: str
    line: int
    what: str
    cure: str = ""

    def __str__(self) -> str:
        cure = f"\n    {self.cure}" if self.cure else ""
        return f"{self.path}:{self.line}: {self.what}{cure}"


class RejectedFile(AdvisoryError):
    """One or more files with problems; all of them are in the message, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda problem: (problem.path, problem.line)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(name: str, known: Sequence[str], most: int = 3) -> tuple[str, ...]:
    """Return the known names that look most like this one, best first.

    >>> nearest("Kidl", ["Gao", "Kidal", "Kita"])
    ('Kidal',)
    """
    folded = {candidate.casefold(): candidate for candidate in known}
    close = get_close_matches(name.casefold(), folded, n=most, cutoff=0.6)
    return tuple(folded[match] for match in close)


def one_of(known: Sequence[str], most: int = 16) -> str:
    """Return all that may be said, where that is few enough to read; else nothing.

    >>> one_of(("pdf", "html"))
    ' One of: pdf, html.'
    """
    return f" One of: {', '.join(known)}." if 0 < len(known) <= most else ""


def did_you_mean(names: Sequence[str]) -> str:
    """Return the question that ends an error, or nothing where no name is near.

    >>> did_you_mean(("Kidal", "Kita"))
    ' Did you mean "Kidal" or "Kita"?'
    """
    return (
        f" Did you mean {' or '.join(f'{chr(34)}{name}{chr(34)}' for name in names)}?"
        if names
        else ""
    )
