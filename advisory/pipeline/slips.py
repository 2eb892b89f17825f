"""A slip notes, outside the store, how far the audit log had come when an edition was released.

The log is a chain, so a changed row shows by itself; a cut tail shows only against a head that was
noted elsewhere. A slip is a small JSON file in a folder beside the store, never a part of a
product: copy it to another place, or print it. The check goes through the chain, the slips, and
whether each edition still has the content that was signed.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from advisory.errors import Problem, RejectedFile
from advisory.files import write_whole
from advisory.pipeline.desk import Desk
from advisory.pipeline.releases import Release, releases
from advisory.store.products import KeptEdition
from advisory.store.store import Store

SCHEMA = "advisory.slip/1"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, and what is wrong in plain words; nothing where all is whole."""

    acts: int
    slips: int
    problems: tuple[str, ...]


def write_slip(desk: Desk, store: Store, kept: KeptEdition) -> Path | None:
    """Write the slip of the last release of an edition; None where it was not released."""
    made = [
        release
        for release in releases(store)
        if (release.body.edition, release.body.content) == (kept.id, kept.hash)
    ]
    if not made:
        return None
    path = slip_folder(desk) / _name(made[-1])
    write_whole(path, json.dumps(_slip(made[-1]), ensure_ascii=False, indent=1) + "\n")
    return path


def slip_folder(desk: Desk) -> Path:
    """Return the folder of the slips, beside the store."""
    return desk.store_path.with_name(f"{desk.store_path.stem}.slips")


def check(desk: Desk, store: Store, more: Sequence[Path] = ()) -> Checked:
    """Check the chain against itself, the slips beside the store and others, and the editions.

    Raises:
        RejectedFile: If a file is no slip.
    """
    paths = [*sorted(slip_folder(desk).glob("*.json")), *more]
    heads = {str(path): _head(path) for path in paths}
    problems = [*store.audit.verify(heads), *_changed_editions(store)]
    return Checked(len(store.audit.rows()), len(paths), tuple(problems))


def _changed_editions(store: Store) -> Iterator[str]:
    there = {(kept.id, str(kept.clearance)): kept.hash for kept in store.advisories.all()}
    for release in releases(store):
        body = release.body
        if there.get((body.edition, body.clearance)) != body.content:
            yield f"edition {body.edition} ({body.clearance}) is not what was released"


def _slip(release: Release) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "edition": release.body.edition,
        "clearance": release.body.clearance,
        "content": release.body.content,
        "released_at": release.at.isoformat().replace("+00:00", "Z"),
        "by": list(release.body.by),
        "flash": release.body.flash,
        "audit_row": release.sequence,
        "audit_head": release.head,
    }


def _name(release: Release) -> str:
    words = f"{release.body.edition}-{release.body.clearance.removeprefix('TLP:')}".lower()
    safe = "".join(letter if letter.isalnum() and letter.isascii() else "-" for letter in words)
    return f"{release.sequence:06d}-{safe}.json"


def _head(path: Path) -> str:
    try:
        head = json.loads(path.read_text(encoding="utf-8"))["audit_head"]
    except (OSError, ValueError, KeyError, TypeError):
        head = None
    if not isinstance(head, str):
        cure = "Name the file that a release wrote, ending in .json."
        raise RejectedFile([Problem(str(path), 1, 'no slip: it has no "audit_head"', cure)])
    return head
