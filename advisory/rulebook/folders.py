"""One rule base out of several folders: a user's own lies over the shipped one, file by file."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path


def merged(folders: Sequence[Path], pattern: str = "**/*.yaml") -> dict[str, Path]:
    """Return relative path -> file for all files of a pattern; a later folder's file wins.

    >>> from advisory.resources import folder
    >>> "README.md" in merged([folder("rules")], "*.md")
    True
    """
    found: dict[str, Path] = {}
    for folder in folders:
        for path in folder.glob(pattern):
            if path.is_file():
                found[path.relative_to(folder).as_posix()] = path
    return dict(sorted(found.items()))


def folder_hash(files: Mapping[str, Path]) -> str:
    """Return the SHA-256 over the names and bytes of a merged set."""
    total = hashlib.sha256()
    for name, path in sorted(files.items()):
        content = path.read_bytes()
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
