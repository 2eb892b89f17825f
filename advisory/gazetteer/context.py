"""Where a name that no gazetteer knows probably lies: by the nearest name that is known.

Of the located names in the same sentence the nearest one says country and admin1, a place or
division before a country or a nationality. A sentence without any is helped by the country that
the text names most, and then no admin1 is guessed. Nothing named, nothing said.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from advisory.model.text import Toponym
from advisory.model.value import Place

_ENDS: Final = (". ", ".\n", "! ", "? ", "\n")


def probable_regions(lost: Toponym, toponyms: Sequence[Toponym], text: str) -> tuple[str, ...]:
    """Return the ids of the country and, where the sentence tells it, the admin1 of a lost name.

    Args:
        lost: The toponym that could not be located.
        toponyms: All toponyms of the text.
        text: The text that their spans count into.

    >>> from advisory.model.value import Span
    >>> text = "Two men were shot in Tamikoro, north of Kidal. Mali said nothing."
    >>> lost = Toponym(Span.of(text, 21, 29), Place("Tamikoro"))
    >>> kidal = Toponym(Span.of(text, 40, 45), Place("Kidal", "ML", admin1="ML-8", regions=("ML",)))
    >>> probable_regions(lost, [lost, kidal], text)
    ('ML', 'ML-8')
    """
    known = [one for one in toponyms if one.place.country is not None]
    begin, end = _sentence(text, lost.span.start)
    inside = [one for one in known if begin <= one.span.start < end]
    if inside:
        return _regions(min(inside, key=lambda one: _standing(one, lost)).place)
    counted = Counter(one.place.country for one in known)
    return tuple(code for code, _ in counted.most_common(1) if code)


def _sentence(text: str, at: int) -> tuple[int, int]:
    begins = (text.rfind(stop, 0, at) + len(stop) for stop in _ENDS if stop in text[:at])
    ends = (found for stop in _ENDS if (found := text.find(stop, at)) >= 0)
    return max(begins, default=0), min(ends, default=len(text))


def _standing(one: Toponym, lost: Toponym) -> tuple[bool, int]:
    """Names with an admin1 come first, then the nearest."""
    gap = max(one.span.start - lost.span.end, lost.span.start - one.span.end)
    return one.place.admin1 is None, gap


def _regions(place: Place) -> tuple[str, ...]:
    return tuple(code for code in (place.country, place.admin1) if code)
