"""One rule base out of several folders: a user's own lies over the shipped one, file by file."""

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from advisory.errors import UserError


def merged(folders: Sequence[Path], pattern: str = "**/*.yaml") -> dict[str, Path]:
    """Return relative path -> file for all files of a pattern; a later folder's file wins.

    Hidden files and folders (.git, say) are no part of a rule base.

    Raises:
        UserError: If one of the folders is not there: a slip must not leave a user's rules out.

    >>> from advisory.resources import folder
    >>> "README.md" in merged([folder("rules")], "*.md")
    True
    """
    found: dict[str, Path] = {}
    for folder in folders:
        if not folder.is_dir():
            raise UserError(f"There is no folder {folder}. Create it, or name another one.")
        for path in folder.glob(pattern):
            name = path.relative_to(folder)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                found[name.as_posix()] = path
    return dict(sorted(found.items()))


def folder_texts(files: Mapping[str, Path]) -> dict[str, str]:
    """Return name -> text of a merged set in its canonical form: UTF-8, by name, lines end in LF.

    A rule base is kept and hashed in this form, so that it is the same one on every machine. What
    is no UTF-8 the strict reader refuses; it is hashed here as it can be read.
    """
    return {
        name: path.read_text(encoding="utf-8", errors="replace")
        for name, path in sorted(files.items())
    }


def texts_hash(texts: Mapping[str, str]) -> str:
    """Return the SHA-256 over the names and texts of a merged set.

    >>> texts_hash({"a.yaml": "x: 1"})[:8]
    '59ace7a0'
    """
    total = hashlib.sha256()
    for name, text in sorted(texts.items()):
        content = text.encode()
        total.update(f"{name}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()
