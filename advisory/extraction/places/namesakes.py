"""Names of places that somebody or something else bears: "the Gao Brigade", "Cyclone Ado"."""

from collections.abc import Iterable

from advisory.extraction.text.scan import Hit


def is_actors(start: int, end: int, hits: Iterable[Hit]) -> bool:
    """Whether a name stands inside an actor's."""
    return any(hit.kind == "actors" and hit.start <= start and end <= hit.end for hit in hits)


def is_storms(start: int, hits: Iterable[Hit]) -> bool:
    """Whether a name stands right behind a word for a storm: not "gunmen storm Gao"."""
    return any(
        hit.id == "storm" and hit.form == "noun" and hit.grade == "strong" and hit.end + 1 == start
        for hit in hits
    )
