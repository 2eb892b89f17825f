"""Which files a path means: the file itself, or all below a folder in the order of their names.

Left alone are hidden files, a folder's own README, and YAML other than decisions.yaml. A link that
leads out of the folder is given back like a file and refused by its reader: what lies elsewhere
was not offered.
"""

import os
from collections.abc import Iterator
from pathlib import Path

from advisory.errors import RejectedReport

DECISIONS = "decisions.yaml"


def files_of(path: Path) -> Iterator[Path]:
    """Yield the files that a path means; folders are not followed through links."""
    if not path.is_dir():
        yield path
        return
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (Path(folder, name) for name in sorted(names) if _is_offered(name))


def _is_offered(name: str) -> bool:
    is_other_yaml = name.endswith((".yaml", ".yml")) and name != DECISIONS
    return not (name.startswith(".") or name.casefold().startswith("readme.") or is_other_yaml)


def refuse_irregular(path: Path, folder: Path) -> None:
    """Refuse what is no regular file, or not really in the folder that was offered.

    Raises:
        RejectedReport: If it is a pipe, say, or a link that leads out.
    """
    if not path.is_file():
        raise RejectedReport("It is no regular file. Save its content as a file.")
    if not path.resolve().is_relative_to(folder.resolve()):
        raise RejectedReport("It is a link out of its folder. Name the file itself.")
