"""A reader over a handful of places, so that a test of the reader needs no gazetteer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from advisory.extraction.reader import Reader
from advisory.model.incident import Mention
from advisory.model.text import Reading, Report, Toponym
from advisory.model.value import Count, Place, Span
from advisory.model.vocabulary import Precision
from tests import builders_shipped as shipped


def _town(name: str, region: str, admin1: str) -> Place:
    return Place(
        name,
        country="ML",
        country_name="Mali",
        admin1=region,
        admin1_name=admin1,
        latitude=18.4,
        longitude=1.4,
        regions=("ML", region, f"overlay:{name.lower()}"),
    )


def _country(code: str, name: str) -> Place:
    return Place(
        name,
        country=code,
        country_name=name,
        precision=Precision.COUNTRY,
        kind="country",
        regions=(code,),
    )


MALI, NIGER = _country("ML", "Mali"), _country("NE", "Niger")
NIAMEY = Place(
    "Niamey", "NE", "Niger", kind="capital", latitude=13.5, longitude=2.1, regions=("NE",)
)
BAMAKO = Place(
    "Bamako", "ML", "Mali", kind="capital", latitude=12.6, longitude=-8.0, regions=("ML",)
)
MENAKA = replace(_town("Menaka", "ML-9", "Menaka"), kind="admin1", precision=Precision.ADMIN1)
NORTH = replace(MALI, name="northern Mali", kind="compass")
PLACES = {
    "northern Mali": NORTH,
    "Mali": MALI,
    "Niger": NIGER,
    "Menaka region": replace(MENAKA, regions=("ML", "ML-9")),
    "Niamey": NIAMEY,
    "Bamako": BAMAKO,
    "Kidal": _town("Kidal", "ML-8", "Kidal"),
    "Anefis": _town("Anefis", "ML-8", "Kidal"),
    "Gao": _town("Gao", "ML-7", "Gao"),
    "Ansongo": _town("Ansongo", "ML-7", "Gao"),
    "Ber": _town("Ber", "ML-6", "Tombouctou"),
    "Kowa": _town("Kowa City", "ML-6", "Tombouctou"),
    "Ado Konate": BAMAKO,
}
DEMONYMS = {"Malian": MALI, "Malians": MALI, "Nigerien": NIGER, "Nigeriens": NIGER}
_NAMES = re.compile(rf"\b(?:{'|'.join([*PLACES, *DEMONYMS])})\b")


class FewPlaces:
    """The names above and nothing else."""

    version = "few-places"

    def toponyms(self, text: str, _: Sequence[Span] | None = None) -> tuple[Toponym, ...]:
        found = []
        for match in _NAMES.finditer(text):
            is_demonym = match[0] in DEMONYMS
            place = DEMONYMS[match[0]] if is_demonym else PLACES[match[0]]
            found.append(Toponym(Span.of(text, *match.span()), place, is_demonym))
        return tuple(found)

    def capital(self, country: str) -> Place | None:
        return {"ML": BAMAKO, "NE": NIAMEY}.get(country)


def reader() -> Reader:
    return shipped.reader(FewPlaces())


def reading(text: str, published: str | None = "2026-11-10") -> Reading:
    return reader().read(Report("report", text, published=published))


def mentions(text: str, published: str | None = "2026-11-10") -> tuple[Mention, ...]:
    return reading(text, published).mentions


def only(text: str, published: str | None = "2026-11-10") -> Mention:
    [mention] = mentions(text, published)
    return mention


def line_of(mention: Mention) -> str:
    """Return type, place, day of the month, killed and injured of a mention in a line."""
    place = mention.place.name if mention.place else "-"
    day = mention.date.first.day if mention.date and mention.date.first else "-"
    return f"{mention.type} {place} {day} {_told(mention.killed)} {_told(mention.injured)}"


def _told(count: Count | None) -> str:
    return "-" if count is None else str(count.best)
