"""Names of places that somebody or something else bears: "the Gao Brigade", "Cyclone Ado"."""

from collections.abc import Iterable

from advisory.extraction.text.page import fold
from advisory.extraction.text.scan import Hit
from advisory.model.value import Place

_STEM = 4  # letters by which "Menaka" is "Ménaka"


def is_actors(start: int, end: int, hits: Iterable[Hit]) -> bool:
    """Whether a name stands inside an actor's."""
    return any(hit.kind == "actors" and hit.start <= start and end <= hit.end for hit in hits)


def is_storms(start: int, hits: Iterable[Hit]) -> bool:
    """Whether a name stands right behind a word for a storm: not "gunmen storm Gao"."""
    return any(
        hit.id == "storm" and hit.form == "noun" and hit.grade == "strong" and hit.end + 1 == start
        for hit in hits
    )


def is_foreign(written: str, place: Place) -> bool:
    """Whether a place is called by a name of several words that has nothing of its own.

    >>> is_foreign("hamid karzai", Place("Kabul")), is_foreign("menaka town", Place("Ménaka"))
    (True, False)
    """
    one, other = ({word[:_STEM] for word in fold(name).split()} for name in (written, place.name))
    return len(one) > 1 and not one & other
