"""How many of those taken are free again, since which day, and by whose word.

A figure that parties to the fight alone give is their word like any other of theirs; who holds the
rest, nobody has told.
"""

from collections.abc import Iterator
from dataclasses import replace

from advisory.advice.telling import Telling
from advisory.advice.words import capital, date_words, of_people, say, with_article
from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.value import Count

_FIELD = "freed"


def freed(telling: Telling) -> Iterator[Statement]:
    """Yield how many are free again, where anybody says that any are."""
    incident = telling.incident
    count = incident.freed
    if count is None or not count.best:
        return
    slot = telling.count(_FIELD)
    words = f"{{count}} {of_people(count, 'person' if count == Count.exactly(1) else 'people')}"
    words += f" {'is' if count == Count.exactly(1) else 'are'} reported {incident.freed_words}"
    slots = {"count": replace(slot, text=capital(slot.text))}
    if incident.freed_on:
        words += ", {day}"
        day = date_words(incident.freed_on)
        slots["day"] = Slot(day, Provenance.EVIDENCE, telling.report_of("freed_on"))
    said = ((r, c) for r, c in incident.claims if c.field == _FIELD and c.count == count)
    for report, claim in said:
        if claim.speaker:
            slots["who"] = telling.name(claim.speaker, None, report)
            words += f", by the word of {with_article(slots['who'].text)}{{who}}"
            break
    yield say(f"{words}.", dict.fromkeys(one.ref for one in slots.values()), **slots)
