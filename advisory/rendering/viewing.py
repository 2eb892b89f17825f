"""An `Advisory` becomes an `AdvisoryView`: every text cleaned, every value written out.

The record goes in with the levels of the rule base (their colours and definitions); what comes out
can be printed as it stands. The edition to be carried loses its sources, claims, reasons,
method and names of signers here, so that no template can print them by mistake (decision 15); that
its sentences name no armed actor is the business of the stage that writes them.
"""

from collections.abc import Sequence
from datetime import UTC

from advisory.errors import RenderingFailed
from advisory.model.advice import Advisory, Edition, FrontGroup, Progress, SourceLine
from advisory.model.naming import region_words
from advisory.model.wording import long_day
from advisory.rendering.levels import definition_view
from advisory.rendering.regions import carried, region_view
from advisory.rendering.statements import Citer, front_view, own
from advisory.rendering.texts import clean, each_text
from advisory.rendering.views import AdvisoryView, FrontGroupView, SourceView
from advisory.rendering.wording import (
    PRODUCTS,
    PROGRESS,
    PROGRESS_MARKS,
    READERS,
    RELIABILITIES,
    SAMPLE,
    SAMPLE_MARK,
    TLP_INKS,
    written_instant,
    written_period,
    written_publication,
)
from advisory.rulebook.book import LevelEntry

LONGEST_LINK = 500
"""Characters of a source's address; a longer one is not linked."""


def view_of(advisory: Advisory, levels: Sequence[LevelEntry] = ()) -> AdvisoryView:
    """Return what a template prints of an advisory.

    Without `levels` the chips are grey and no definitions are printed.

    Raises:
        RenderingFailed: If a statement cites a report that is not among the sources.
    """
    record = each_text(advisory, clean)
    in_pocket = record.variant is Edition.CARRY
    citer = Citer.of(record.sources, carried=in_pocket)
    regions = tuple(region_view(part, citer, levels) for part in record.parts)
    return AdvisoryView(
        product="Travel notes" if in_pocket else PRODUCTS[record.product],
        grade=record.grade.value.upper() if record.grade and not in_pocket else "",
        title=str(record.headline) if record.headline else record.title,
        lead=citer.statement(record.lead) if record.lead else own(record.deck),
        place=_place(record),
        notices=_notices(record),
        marks=_marks(record),
        signed="" if in_pocket else _signed(record),
        tlp=str(record.tlp),
        tlp_ink=TLP_INKS[record.tlp],
        as_of=written_instant(record.as_of),
        created=record.as_of.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        valid_until=long_day(record.valid_until),
        period=written_period(*record.period) if record.period else "",
        edition=f"Edition {record.edition}",
        readers=READERS[record.profile],
        is_carried=in_pocket,
        front=_front(record, citer),
        regions=tuple(carried(region) for region in regions) if in_pocket else regions,
        left_out="",
        sources=() if in_pocket else _sources(record, advisory),
        definitions=() if in_pocket else tuple(definition_view(entry) for entry in levels),
        method="" if in_pocket else record.method,
        replay_id="" if in_pocket else record.replay_id,
        language=record.language,
    )


def _place(record: Advisory) -> str:
    if not record.parts:
        raise RenderingFailed(f"advisory {record.id} has no region: there is nothing to print")
    first, *others = record.parts
    return (
        f"{region_words(first.region, full=True)} and {len(others)} more"
        if others
        else region_words(first.region, full=True)
    )


def _notices(record: Advisory) -> tuple[str, ...]:
    progress = PROGRESS[record.progress]
    missing = ", ".join(record.missing_house).replace("_", " ")
    return tuple(
        notice
        for notice in (
            progress,
            _flash(record),
            SAMPLE if record.sample else "",
            f"INCOMPLETE: house.yaml lacks {missing}. Cannot be approved." if missing else "",
        )
        if notice
    )


def _flash(record: Advisory) -> str:
    if record.review_due is None:
        return ""
    due = written_instant(record.review_due)
    return f"FLASH: signed by one person. Second review due by {due}; not to be used after that."


def _marks(record: Advisory) -> tuple[str, ...]:
    marks = (PROGRESS_MARKS[record.progress], SAMPLE_MARK if record.sample else "")
    return tuple(mark for mark in marks if mark)


def _signed(record: Advisory) -> str:
    if not record.signatures or record.progress is Progress.DRAFT:
        return ""
    [first, *others] = record.signatures
    # Decision 12: that one person signed alone is printed on the page.
    return f"{', '.join((first, *others))}" if others else f"{first} (one signature)"


def _front(record: Advisory, citer: Citer) -> tuple[FrontGroupView, ...]:
    if len(record.parts) == 1:  # its band says the same, directly below
        return ()
    groups = {group: [x for x in record.front if x.group is group] for group in FrontGroup}
    return tuple(
        front_view(group.value.capitalize(), lines, citer)
        for group, lines in groups.items()
        if lines
    )


def _sources(record: Advisory, original: Advisory) -> tuple[SourceView, ...]:
    """Return the sources; an address is taken as it was, whole or not at all."""
    return tuple(
        _source(line, source.url)
        for line, source in zip(record.sources, original.sources, strict=True)
    )


def _source(line: SourceLine, url: str | None) -> SourceView:
    return SourceView(
        number=str(line.number),
        name=line.name,
        grade=f"{line.reliability.value}, {RELIABILITIES[line.reliability]}",
        published=written_publication(line.published),
        title=line.title,
        link=_link(url),
    )


def _link(url: str | None) -> str | None:
    """Return an address that may be followed; anything but plain http and https is dropped."""
    if (
        url is None
        or len(url) > LONGEST_LINK
        or set(url) & set(" \"'<>\\`")
        or not url.isprintable()
    ):
        return None
    return url if url.startswith(("https://", "http://")) and url.isascii() else None
