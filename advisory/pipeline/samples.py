"""The seeds as products: what every template must be able to print.

The seeds are taken into a store of their own, in a folder that is gone afterwards. Out come an
alert on each incident and, for each region with one, a briefing as of its last report and as of two
months later, when nothing has been read since, a carry edition and a bulletin. House facts are the
shipped samples.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from advisory import resources
from advisory.errors import Problem
from advisory.intake.intake import take_in
from advisory.model.advice import Advisory, Edition
from advisory.model.incident import Incident
from advisory.model.marking import Tlp
from advisory.model.time import end_of_day
from advisory.pipeline import products
from advisory.pipeline.desk import Desk
from advisory.pipeline.ingest import take_all
from advisory.pipeline.known import known
from advisory.rendering.check import check_templates

LATER = timedelta(days=60)


def check_on_seeds(desk: Desk, now: datetime) -> tuple[list[Problem], int]:
    """Return all that is wrong in the templates, and with how many advisories they were tried."""
    with TemporaryDirectory() as folder:
        own = replace(desk, store_path=Path(folder) / "store.db", sample=True)
        told = list(samples(own, now))
        levels = own.rulebook.scale.levels
        return check_templates(own.template_folders, told, levels=levels), len(told)


def samples(desk: Desk, now: datetime) -> Iterator[Advisory]:
    """Yield every advisory that the seeds give, once they are in the store of this desk."""
    with desk.open_store(create=True) as store:
        seeds = take_in([resources.folder("seeds")], sources=desk.rulebook.sources, now=now)
        take_all(store, seeds, now)
        incidents = known(desk, store).incidents(end_of_day(now.date()))
    last_word: dict[str, datetime] = {}
    for incident in incidents:
        if incident.place and (region := incident.place.division):
            last = _last_word(incident)
            last_word[region] = max(last, last_word.get(region, last))
            yield products.alert(desk, incident.id, products.Order(last))
    for region, last in sorted(last_word.items()):
        yield from _of_region(desk, region, last)


def _of_region(desk: Desk, region_id: str, last: datetime) -> Iterator[Advisory]:
    region, order = desk.gazetteer.by_id(region_id), products.Order(last)
    yield products.brief(desk, region, order)
    yield products.brief(desk, region, replace(order, as_of=last + LATER))
    yield products.brief(desk, region, replace(order, variant=Edition.CARRY, clearance=Tlp.GREEN))
    yield products.weekly(desk, [region], order)


def _last_word(incident: Incident) -> datetime:
    return end_of_day(max(account.known_at for account in incident.accounts).date())
