"""Find the compiled index, or build it: once for each version of packages, files and format.

The name of the file holds its version, so an outdated index is simply another file, and two
processes that build at once write the same bytes and rename them into the same place: either finds
a whole file. A damaged file is built again. Where the cache cannot be written, the index goes into
a temporary folder of this user's own, and the log says so.
"""

import hashlib
import logging
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from advisory.errors import BrokenIndex
from advisory.gazetteer import informal, overlay, packages, points
from advisory.gazetteer.compile import Progress, compile_index
from advisory.gazetteer.imported import Imported
from advisory.gazetteer.index import Index
from advisory.gazetteer.layout import FORMAT, open_sections, write_sections

_LOG = logging.getLogger(__name__)


def open_index(
    folders: Sequence[Path],
    cache: Path,
    progress: Progress | None = None,
    imported: Imported | None = None,
) -> Index:
    """Return the index for these folders and imports, built if the cache has none that is whole.

    Raises:
        RejectedFile: If places.csv, regions.yaml or gazetteer/points.csv is wrong.
        BrokenIndex: If it can neither be read nor built.
    """
    imported = imported or Imported(None)
    version = _version(folders, imported)
    name = f"gazetteer-{hashlib.sha256(version.encode()).hexdigest()[:16]}.index"
    for folder in (cache, _temporary_folder()):
        if index := _opened(folder / name, version):
            return index
    own = (
        overlay.read_overlay(folders),
        informal.read_informal(folders),
        points.read_points(folders),
        imported,
    )
    sections = compile_index(*own, progress or (lambda _: None))
    path = _written(cache, name, version, sections)
    index = _opened(path, version)
    if index is None:
        raise BrokenIndex(f"{path} was written and cannot be read back. Is the disk sound?")
    return index


def _version(folders: Sequence[Path], imported: Imported) -> str:
    own = hashlib.sha256()
    for name in (overlay.FILE, informal.FILE, points.FILE):
        path = overlay.winning(folders, name)
        own.update(path.read_bytes() if path else b"-")
        own.update(b"\0")
    parts = (
        FORMAT,
        sys.byteorder,
        packages.package_versions(),
        own.hexdigest(),
        imported.version(),
    )
    return " ".join(str(part) for part in parts if part is not None)


def _opened(path: Path, version: str) -> Index | None:
    try:
        return Index(open_sections(path, version), version)
    except FileNotFoundError:
        return None
    except (BrokenIndex, OSError) as error:
        _LOG.warning("The compiled gazetteer is built again: %s", error)
        return None


def _written(cache: Path, name: str, version: str, sections: dict[str, bytes]) -> Path:
    try:
        write_sections(cache / name, version, sections)
    except OSError as error:
        spare = _temporary_folder()
        _LOG.warning("The cache %s cannot be written (%s); using %s.", cache, error, spare)
        return _written_aside(spare / name, version, sections)
    return cache / name


def _written_aside(path: Path, version: str, sections: dict[str, bytes]) -> Path:
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        if path.parent.stat().st_uid != os.getuid():
            raise BrokenIndex(f"{path.parent} belongs to another user: set XDG_CACHE_HOME.")
        write_sections(path, version, sections)
    except OSError as error:
        raise BrokenIndex(f"No folder for the gazetteer: {error}. Set XDG_CACHE_HOME.") from None
    return path


def _temporary_folder() -> Path:
    return Path(tempfile.gettempdir()) / f"advisory-{os.getuid()}"
