"""Titles: one line in the present tense that says what happened where, and how many died."""

from collections.abc import Sequence

from advisory.advice.telling import Telling
from advisory.advice.toll import unknown_toll
from advisory.advice.words import (
    date_words,
    joined,
    number_slot,
    place_words,
    preposition,
    region_slot,
    say,
    word_count,
)
from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.assessment import Region
from advisory.model.time import Week
from advisory.model.vocabulary import NOT_HAPPENED, Category

TITLE_WORDS = 16


def headline(told: Telling, *, update: int = 0) -> Statement:
    """Return the title: country, what, how many, where, when, in 9 to 16 words.

    The region goes first where it would be too long; the number of the update comes on top.
    """
    place = told.incident.place
    known = place_words(place).removesuffix(f", {place.country_name}" if place else "").split(", ")
    full = _title(told, known)
    title = full if word_count([full]) <= TITLE_WORDS else _title(told, known[:1])
    if not update:
        return title
    number = Slot(str(update), Provenance.COMPUTED, "edition")
    return joined([title, say("/update {number}", number=number)])


def _title(told: Telling, names: Sequence[str]) -> Statement:
    incident = told.incident
    comma = "," if len(names) > 1 else ""
    country = incident.place.country_name if incident.place else None
    words, slots = _deed(told)
    slots |= {
        "where": Slot(", ".join(names), Provenance.GAZETTEER, told.report_of("place")),
        "when": Slot(date_words(incident.date), Provenance.EVIDENCE, told.report_of("date")),
        "country": Slot(country or "Country not known", Provenance.GAZETTEER, incident.id),
    }
    deed, _, end = words.partition("|")
    at = preposition(incident.place)
    return say(f"{{country}}: {deed} {at} {{where}}{comma} {{when}}{end}", **slots)


def week_headline(region: Region, week: Week, told: Telling | None) -> Statement:
    """Return the title of one region's bulletin: the region, the week, its most telling incident.

    The level stands in the band below it, and in the subject of a mail.
    """
    words, slots = "no incident read|", dict[str, Slot]()
    if told is not None:
        words, slots = _deed(told)
        name = place_words(told.incident.place).split(", ")[0]
        slots["where"] = Slot(name, Provenance.GAZETTEER, told.report_of("place"))
        words = words.replace("|", f" {preposition(told.incident.place)} {{where}}|")
    return say(
        f"{{region}}, week {{week}} of {{year}}: {words.replace('|', '')}",
        region=region_slot(region, full=True),
        week=number_slot(week.number, str(week)),
        year=number_slot(week.year, str(week)),
        **slots,
    )


def _deed(told: Telling) -> tuple[str, dict[str, Slot]]:
    incident, slots = told.incident, {"what": told.bare}
    if incident.status in NOT_HAPPENED:
        return f"{told.to_come}|", slots
    is_disputed = bool(incident.party_claims())  # the injured alone would belittle it
    for field, verb in (("killed", "kill"), ("injured", "injure")):
        count = None if is_disputed else getattr(incident, field)
        if count is not None and count.best and not incident.party_claims(field):
            slots["count"] = told.count(field)
            return f"{{what}} {verb}{'' if told.is_plural else 's'} {{count}}|", slots
    if incident.category is Category.KIDNAPPING and incident.abducted is not None:
        slots["count"] = told.count("abducted")
        return "{what} of {count}|", slots
    if incident.killed is not None and incident.killed.best:
        return "{what} reported|, toll unconfirmed", slots
    return (
        "{what} reported|, toll not known" if tuple(unknown_toll(told)) else "{what} reported|"
    ), slots
