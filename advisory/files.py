"""Write files whole or not at all, and say where the user's own files live.

A file appears under its name only when every byte of it is on the disk: it is written beside its
place, synced, and renamed over it, and the folder is synced too. A reader, or a power cut, meets
the old file or the new one, never half of either.
"""

import os
import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes | str, *, mode: int = 0o644) -> None:
    """Replace the file at `path` by `content` in one step; text is written as UTF-8.

    Raises:
        OSError: If the disk is full or the folder cannot be written; the old file stays.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:100]}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(mode)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make a rename in this folder outlive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def data_folder() -> Path:
    """Return where the store lives unless the user says otherwise (XDG base directories)."""
    return _user_folder("XDG_DATA_HOME", ".local/share")


def cache_folder() -> Path:
    """Return where what can be built again lives: the compiled gazetteer, past assessments."""
    return _user_folder("XDG_CACHE_HOME", ".cache")


def _user_folder(variable: str, default: str) -> Path:
    chosen = os.environ.get(variable, "")
    base = Path(chosen) if Path(chosen).is_absolute() else Path.home() / default
    return base / "advisory"
