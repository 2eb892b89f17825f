"""Where a name that no gazetteer knows probably lies: by the nearest name that is known.

Of the located names in the same sentence the nearest one says country and admin1, a place or
division before a country or a nationality. A sentence without any is helped by the country that
the text names most, and then no admin1 is guessed. Nothing named, nothing said.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from advisory.model.text import Toponym
from advisory.model.value import Place

_ENDS: Final = (". ", ".\n", "! ", "? ", "\n")


class Context:
    """The names of one text that are located, by where they stand.

    A text may lose thousands of names, so each is looked up among them and none goes through the
    text again.

    >>> from advisory.model.value import Span
    >>> text = "Two men were shot in Tamikoro, north of Kidal. Mali said nothing."
    >>> lost = Toponym(Span.of(text, 21, 29), Place("Tamikoro"))
    >>> kidal = Toponym(Span.of(text, 40, 45), Place("Kidal", "ML", admin1="ML-8", regions=("ML",)))
    >>> Context([lost, kidal], text).regions(lost)
    ('ML', 'ML-8')
    """

    def __init__(self, toponyms: Sequence[Toponym], text: str) -> None:
        """Look through all toponyms of a text, given in its order."""
        known = [one for one in toponyms if one.place.country is not None]
        fine = [one for one in known if one.place.admin1 is not None]
        coarse = [one for one in known if one.place.admin1 is None]
        self._by_rank = [([one.span.start for one in named], named) for named in (fine, coarse)]
        self._end = len(text)
        self._stops = sorted(at for stop in _ENDS for at in _all(stop, text))
        self._begins = sorted(at + len(stop) for stop in _ENDS for at in _all(stop, text))
        counted = Counter(one.place.country for one in known)
        self._spoken_of = tuple(code for code, _ in counted.most_common(1) if code)

    def regions(self, lost: Toponym) -> tuple[str, ...]:
        """Return the ids of the country and, where its sentence tells it, the admin1 of a name."""
        begin, end = self._sentence(lost.span.start)
        for starts, named in self._by_rank:
            at = bisect_left(starts, lost.span.start)
            beside = [
                one for one in named[max(at - 1, 0) : at + 1] if begin <= one.span.start < end
            ]
            if beside:
                return _regions(min(beside, key=lambda one: _gap(one, lost)).place)
        return self._spoken_of

    def _sentence(self, at: int) -> tuple[int, int]:
        begun, ended = bisect_right(self._begins, at), bisect_left(self._stops, at)
        begin = self._begins[begun - 1] if begun else 0
        return begin, self._stops[ended] if ended < len(self._stops) else self._end


def _all(stop: str, text: str) -> Iterator[int]:
    at = text.find(stop)
    while at >= 0:
        yield at
        at = text.find(stop, at + 1)


def _gap(one: Toponym, lost: Toponym) -> int:
    return max(one.span.start - lost.span.end, lost.span.start - one.span.end)


def _regions(place: Place) -> tuple[str, ...]:
    return tuple(code for code in (place.country, place.admin1) if code)
