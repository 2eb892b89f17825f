"""Names of places that somebody or something else bears: "the Gao Brigade", "Cyclone Ado"."""

from collections.abc import Collection, Iterable

from advisory.extraction.text.page import Page, fold
from advisory.extraction.text.scan import Hit
from advisory.model.value import Place

_STEM = 4  # letters by which "Menaka" is "Ménaka"
_NEAR, _WORDS, _MARKS = 40, 3, ".,;:"  # characters, words behind a name


def is_actors(start: int, end: int, hits: Iterable[Hit]) -> bool:
    """Whether a name stands inside an actor's."""
    return any(hit.kind == "actors" and hit.start <= start and end <= hit.end for hit in hits)


def is_storms(start: int, hits: Iterable[Hit]) -> bool:
    """Whether a name stands right behind a word for a storm: not "gunmen storm Gao"."""
    return any(
        hit.id == "storm" and hit.form == "noun" and hit.grade == "strong" and hit.end + 1 == start
        for hit in hits
    )


def is_of_a_feature(page: Page, start: int, end: int, town: Place, built: Collection[str]) -> bool:
    """Whether a town is called by its airport or hospital: "Ba International Airport".

    Such a name has several words, and nothing of the town's own: "Menaka airport" is Ménaka's.
    """
    written = page.lower[start:end]
    one, other = ({word[:_STEM] for word in fold(name).split()} for name in (written, town.name))
    near = (*written.split()[-1:], *page.behind(end, _NEAR)[:_WORDS])
    is_foreign = len(one) > 1 and not one & other
    return is_foreign and any(word.strip(_MARKS) in built for word in near)
