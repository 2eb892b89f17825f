"""`advisory demo`: the whole road on the seeds. It opens nothing and sends nothing."""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from advisory import resources
from advisory.cli import options
from advisory.cli.desks import progress_bar
from advisory.cli.output import show
from advisory.files import write_whole
from advisory.model.advice import Advisory, Edition, Profile
from advisory.model.time import Week, end_of_day, parse_as_of
from advisory.model.wording import counted
from advisory.pipeline import products
from advisory.pipeline.answers import look_up
from advisory.pipeline.desk import Desk, desk_at
from advisory.pipeline.ingest import ingest

LOOK_UPS = (
    ("Kidal", "2023-06-01"),
    ("Kidal", "2023-11-08"),
    ("Lilongwe", "2025-03-12"),
    ("Nasarawa", "2025-05-20"),
)
THE_STRIKE = "2023-11-07T20:00:00Z"


def demo(
    out: Annotated[
        Path, typer.Option("--out", help="The folder for the store and the products.")
    ] = Path("demo"),
) -> None:
    """Walk the whole road on the sample seeds: store, look-ups, alert, briefing, bulletin.

    Example: advisory demo --out demo
    """
    begun = time.monotonic()
    with progress_bar("Reading the seeds") as progress:
        options.note("Reading the seeds; the first time the gazetteer is built, about 20 seconds.")
        desk = desk_at(out / "store.db", progress=progress, sample=True)
        tally = ingest(desk, [resources.folder("seeds")], options.now())
    options.note(f"{counted(tally.new + tally.known, 'report')} in {out / 'store.db'}.")
    for region, as_of in LOOK_UPS:
        show(f"$ advisory risk {region} --as-of {as_of}")
        [answer] = look_up(desk, [desk.gazetteer.region(region)], parse_as_of(as_of), None)
        show(answer.screen)
    for advisory, form in _products(desk):
        made = products.document(desk, advisory, form)
        write_whole(out / made.name, made.content)
        options.note(f"wrote {out / made.name}")
    options.note(f"Done in {time.monotonic() - begun:.0f} seconds. Nothing was sent.")
    options.note(f"Ask on: advisory risk Kidal --as-of 2023-11-08 --store {out / 'store.db'}")


def _products(desk: Desk) -> Iterator[tuple[Advisory, str]]:
    kidal = desk.gazetteer.region("Kidal")
    strike = products.Order(parse_as_of(THE_STRIKE))
    alert = products.alert(desk, products.latest_incident(desk, kidal, strike), strike)
    yield from ((alert, form) for form in ("txt", "html"))
    day_after = products.Order(parse_as_of("2023-11-08"))
    for profile in (Profile.NGO, Profile.CORPORATE):
        yield products.brief(desk, kidal, replace(day_after, profile=profile)), "pdf"
    briefing = products.brief(desk, kidal, day_after)
    yield from ((briefing, form) for form in ("txt", "md", "html"))
    carried = products.Order(parse_as_of("2023-11-08"), Profile.NGO, Edition.CARRY)
    yield products.brief(desk, kidal, carried), "pdf"
    week = products.Order(end_of_day(Week(2023, 46).last))
    yield products.weekly(desk, [kidal], week), "eml"
