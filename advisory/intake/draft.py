"""From what a file says of a report to a `Report`, checked in one place for every format.

A **draft** is what a reader of one format found: words, nothing decided. Here it is decided: whose
text it is, how far it may travel, when it was known; what cannot stand is refused with all its
reasons at once. A text that comes without a date has the one it prints above itself, then the one
given for all; without any it is taken in, with `published` None: nothing is scored from it. The
text itself is kept as it came, since spans count into it; only what no file can hold (NUL, half a
surrogate pair) becomes U+FFFD, one for one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from advisory.errors import RejectedReport
from advisory.intake.printed import printed_date
from advisory.intake.sources import default_tlp, identified
from advisory.model.identity import report_id
from advisory.model.marking import Tlp
from advisory.model.text import Report
from advisory.model.time import known_at
from advisory.rulebook.book import SourceEntry, computed
from advisory.rulebook.shape import keys

MAX_NAME = 200
MAX_AHEAD = timedelta(hours=24)

_UNHOLDABLE = dict.fromkeys((0, *range(0xD800, 0xE000)), "\ufffd")


@dataclass(frozen=True, slots=True)
class Draft:
    """What one format says of one report, in its own words; None where it says nothing.

    `source` is an id, a name or a host; `tlp` the name of a marking. All but the text are the keys
    that front matter may have, in this order.
    """

    text: str = computed()
    id: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None
    tlp: str | None = None
    origin: str | None = None


PARTICULARS = tuple(keys(Draft))
"""What a file may say of a report beside its text."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On which terms reports are taken in.

    `sources` are those of rules/sources.yaml, `now` the instant of the ingest, `published` the
    date for reports that carry and print none.
    """

    sources: Mapping[str, SourceEntry]
    now: datetime
    published: str | None = None


def finished(draft: Draft, terms: Terms) -> Report:
    """Return the report of a draft.

    Raises:
        RejectedReport: With everything that is wrong with it.
    """
    said = _cleaned(draft)
    published = said.published or _printed(said.text, terms.now) or terms.published
    problems = [*_name_problems(said), *_tlp_problems(said), *_date_problems(published, terms.now)]
    if not said.text.strip():
        problems.append("It holds no text. Send the text of the report, not only its title.")
    if problems:
        raise RejectedReport("\n".join(problems))
    source = identified(said.source, terms.sources)
    return Report(
        id=said.id or report_id(source, said.text),
        text=said.text,
        source=source,
        published=published,
        title=said.title,
        url=said.url if said.url and said.url.startswith(("https://", "http://")) else None,
        language=said.language,
        tlp=Tlp.named(said.tlp) if said.tlp else default_tlp(source, terms.sources),
        origin=said.origin,
    )


def _printed(text: str, now: datetime) -> str | None:
    """Return the day that a text prints above itself, unless it is still to come."""
    date = printed_date(text)
    return date if date and known_at(date) <= now + MAX_AHEAD else None


def _cleaned(draft: Draft) -> Draft:
    said = {name: _line(getattr(draft, name)) for name in PARTICULARS}
    return Draft(text=draft.text.translate(_UNHOLDABLE), **said)


def _line(text: str | None) -> str | None:
    """Return a text on one line with single blanks, or None if it says nothing."""
    return " ".join(text.translate(_UNHOLDABLE).split()) or None if text else None


def _name_problems(draft: Draft) -> Iterator[str]:
    names = {"id": draft.id, "source": draft.source, "origin": draft.origin}
    for field, name in names.items():
        if name and (len(name) > MAX_NAME or not name.isprintable()):
            yield (
                f"Its {field} {name[:60]!a} is no name. "
                f"Use at most {MAX_NAME} printable characters."
            )


def _tlp_problems(draft: Draft) -> Iterator[str]:
    try:
        Tlp.named(draft.tlp or "CLEAR")
    except ValueError as error:
        yield f"{error}."


def _date_problems(published: str | None, now: datetime) -> Iterator[str]:
    try:
        known = known_at(published) if published else now
    except (ValueError, OverflowError):
        yield (
            f'Its publication date "{published}" is none. '
            "Write 2023-11-07, 2023-11 or 2023-11-07T18:24:00Z, with the time zone."
        )
        return
    if known > now + MAX_AHEAD:
        yield (
            f"It says it was published on {published}, more than 24 hours from now. "
            "Mend the date, or the clock."
        )
