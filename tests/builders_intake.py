"""Files to take in, and the sources they come from."""

from datetime import UTC, datetime
from pathlib import Path

from advisory.intake.intake import Refusal, Taken, take_in
from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.rulebook.book import SourceEntry

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
SOURCES = {
    "gazette": SourceEntry(
        "The Gazette", "A house", SourceKind.PUBLISHED, Reliability.B, hosts=("gazette.example",)
    ),
    "field": SourceEntry("Field office", "us", SourceKind.FIELD, hosts=("field.example",)),
    "closed": SourceEntry("A closed list", "us", SourceKind.PUBLISHED, tlp=Tlp.GREEN),
}


def written(path: Path, content: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return path


def items(*paths: Path, **terms) -> list[Taken | Refusal]:
    return list(take_in(paths, **{"sources": SOURCES, "now": NOW, **terms}))


def taken(folder: Path, name: str, content: str | bytes, **terms):
    """Return the one report or decision of a file of this name and content."""
    [item] = items(written(folder / name, content), **terms)
    assert isinstance(item, Taken), item.reason
    return item.value


def reason(folder: Path, name: str, content: str | bytes, **terms) -> str:
    """Return why the one item of a file of this name and content is refused."""
    [item] = items(written(folder / name, content), **terms)
    assert isinstance(item, Refusal), item
    return item.reason
