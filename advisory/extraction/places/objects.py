"""A place that no gazetteer knows, named as what was attacked, with where it lies right behind it.

"Raided Kowa, Hills, Cameroon", "invaded Kowa, a farming community in Gao", "the shelling of Kowa,
Gao region". Whom somebody murders or abducts is a person: "the murder of Ali Ba, Gao".
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.groups import ABDUCTIONS, KILLINGS
from advisory.extraction.places.nearby import far_from
from advisory.extraction.places.place_found import PlaceFound, are_apart
from advisory.extraction.places.quarters import name_of_quarter
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.model.value import Place
from advisory.rulebook.lexicon import Grammar

_OF_PEOPLE = KILLINGS | ABDUCTIONS
_OF_SOMEBODY = _OF_PEOPLE - {"massacre"}  # "the massacre of Kowa"
_BEFORE = 12  # characters


def _lies_in(one: PlaceFound, region: PlaceFound) -> bool:
    regions = region.place.regions
    is_wider = region.place.precision > one.place.precision
    return is_wider and bool(regions) and regions[-1] in one.place.regions


class ObjectReader:
    """Finds such places by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        led = any_of((*classes["of"], *classes["along"]))
        kinds = any_of((*classes["place_kind"], *classes["village_kinds"]))
        articles, within = any_of(classes["article"]), any_of(classes["inside_words"])
        lies_in = (
            rf"(?:{articles})\s+(?:[a-z-]+\s+){{0,2}}(?:{kinds})\s+(?:{within})\s+(?:the\s+)?"
            rf"(?:[\w-]+'s\s+)?"
        )
        name = name_of_quarter(grammar)
        after = rf"(?:,\s+{name}(?:\s+(?:{kinds}))?)?(?:,\s+|\s+\()(?:{lies_in})?"
        rest = rf"({name})(?:{after}|{far_from(grammar)})$"
        self._hit = Pattern(rf"^\s+{rest}")
        self._along, self._of = grammar.words("along"), grammar.words("of")
        self._around = {*self._along, ""}
        self._the, self._over = grammar.words("definite"), grammar.words("over_places")
        self._named = Pattern(rf"^\s+(?:(?:{led})\s+)?{rest}")

    def led(self, page: Page, known: Sequence[PlaceFound], hits: Sequence[Hit]) -> list[PlaceFound]:
        """Return known places, one right behind "attack on" as where something happened.

        Where another is told to be the place, it is a street or a base there, but not where that is
        only the region around it: "shelled Ber, a town in Timbuktu region"; nor what lies across.
        """
        named = [one for one in known if one.is_led and not one.is_demonym]
        told = [one for one in named if not self._is_across(page, one)]
        ends = [hit.end for hit in hits if hit.kind == "triggers"]
        led = self._around if named else self._along
        known = [
            one._replace(is_demonym=True) if self._is_person(page, one, hits, told) else one
            for one in known
        ]
        return [
            one._replace(is_led=True)
            if all(_lies_in(one, other) for other in told)
            and any(end < one.start and self._between(page, end, one.start) in led for end in ends)
            else one
            for one in known
        ]

    def _is_across(self, page: Page, one: PlaceFound) -> bool:
        """Whether it only lies between: "across the Ba reservoir, they shelled Ber"."""
        before = [word for word in page.before(one.start, _BEFORE) if word not in self._the]
        return not self._over.isdisjoint(before[-1:])

    def _is_person(
        self, page: Page, one: PlaceFound, hits: Sequence[Hit], told: Sequence[PlaceFound]
    ) -> bool:
        """Whether somebody is called so whom a deed befell: "the murder of Milan Ba in Gao"."""
        deeds = (hit.end for hit in hits if hit.id in _OF_SOMEBODY)
        ends = {end for end in deeds if end <= one.start}
        is_object = any(self._of.issuperset(page.between(end, one.start)) for end in ends)
        is_object = is_object and self._of.issuperset(page.before(one.start, _BEFORE)[-1:])
        is_elsewhere = any(are_apart(one, other) for other in told if other is not one)
        return is_object and (page.plain[one.end + 1 : one.end + 2].isupper() or is_elsewhere)

    def _between(self, page: Page, start: int, end: int) -> str:
        words = page.lower[start:end].split()
        return " ".join(words[:-1] if words and words[-1] in self._the else words)

    def attacked(
        self, page: Page, known: Sequence[PlaceFound], hits: Sequence[Hit]
    ) -> Iterator[tuple[int, int, Place]]:
        """Yield what stands between a deed and a known place, by offsets, and that place."""
        for hit in (hit for hit in hits if hit.kind == "triggers"):
            after = next((f for f in known if f.start > hit.end and not f.is_demonym), None)
            if after is None:
                continue
            pattern = self._hit if hit.id in _OF_PEOPLE else self._named
            for match in pattern.all(page.named[hit.end : after.start]):
                begin, stop = match.span(1)
                yield hit.end + begin, hit.end + stop, after.place
