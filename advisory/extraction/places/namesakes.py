"""Names of places that somebody else bears: "the Gao Brigade"."""

from collections.abc import Iterable

from advisory.extraction.text.scan import Hit


def is_actors(start: int, end: int, hits: Iterable[Hit]) -> bool:
    """Whether a name stands inside an actor's."""
    return any(hit.kind == "actors" and hit.start <= start and end <= hit.end for hit in hits)
