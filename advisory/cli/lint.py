"""`advisory lint`: what keeps an edition from being signed."""

import sys
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show, show_lines
from advisory.model.marking import Tlp
from advisory.model.wording import counted
from advisory.pipeline import products
from advisory.pipeline.desk import Desk
from advisory.pipeline.editions import edition_named, findings
from advisory.store.products import KeptEdition


def lint(
    name: Annotated[str, typer.Argument(metavar="EDITION|REGION", help="An edition or a region.")],
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Read an edition, or a fresh briefing of a region, as a strict editor would.

    Example: advisory lint Kidal --as-of 2023-11-08
    """
    kept = _edition(desk(store, rules), name, as_of, options.clearance(tlp))
    found = findings(kept)
    show_lines(line for finding in found for line in str(finding).split("\n"))
    if found:
        sys.exit(1)
    show(f"{kept.id}: nothing to mend in {counted(len(kept.variants), 'variant')}.")


def _edition(at: Desk, name: str, as_of: str | None, clearance: Tlp | None) -> KeptEdition:
    with at.open_store() as store:
        if name in store.advisories.ids():
            return edition_named(store, name, clearance)
    order = products.Order(options.as_of_instant(as_of), clearance=clearance)
    advisory = products.brief(at, at.gazetteer.region(name), order)
    with at.open_store() as store:
        return edition_named(store, advisory.id, order.kept_for)
