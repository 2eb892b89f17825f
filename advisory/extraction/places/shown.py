"""What shows that a name in a sentence all in capitals is one of a place."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.text.page import Page
from advisory.model.vocabulary import Precision


def may_be_shown(
    words: AbstractSet[str], known: Sequence[PlaceFound], kinds: AbstractSet[str]
) -> bool:
    """Whether a word for a kind of place or a region stands in the sentence."""
    return not kinds.isdisjoint(words) or any(
        one.place.precision > Precision.PLACE and not one.is_demonym for one in known
    )


def is_within(page: Page, stop: int, known: Sequence[PlaceFound]) -> bool:
    """Whether a region right behind a name shows a place: "NEAR KOWA, SEGOU, TWO MEN"."""
    return any(
        page.lower[stop : one.start].strip() == ","
        and one.place.precision > Precision.PLACE
        and page.lower.startswith((",", "."), one.end)
        for one in known
        if stop < one.start <= stop + len(",  ") and not one.is_demonym
    )
