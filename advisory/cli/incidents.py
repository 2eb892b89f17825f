"""`advisory incidents`, `incident` and `conditions`: what is known, with every party's claim."""

from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show_json, show_wrapped
from advisory.model.marking import Tlp
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import Known, known
from advisory.rendering.screen import incident_line

RegionArgument = Annotated[
    str | None, typer.Argument(metavar="[REGION]", help="A name or a code; without one, all.")
]


def incidents(
    region: RegionArgument = None,
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    as_json: options.JsonOption = False,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """List the incidents of a region as they were known, latest first.

    Example: advisory incidents Kidal --as-of 2023-11-15
    """
    from advisory.incidents.output import to_json  # noqa: PLC0415

    at, instant = desk(store, rules), options.as_of_instant(as_of)
    where = at.gazetteer.region(region) if region else None
    found = [
        incident
        for incident in _known(at, options.clearance(tlp)).incidents(instant)
        if where is None or where.holds(incident.place)
    ]
    if as_json:
        show_json([to_json(incident) for incident in found])
        return
    if not found:
        options.note(
            "No incident is known there and then. Silence is not calm: advisory risk REGION"
        )
    show_wrapped(f"{one.id}  {incident_line(one, at.rulebook)}" for one in found)


def incident(
    incident_id: Annotated[str, typer.Argument(metavar="ID", help="An id, or its beginning.")],
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    as_json: options.JsonOption = False,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Show one incident with its claims ledger: who says what, and why it is believed so far.

    Example: advisory incident i3f2a
    """
    from advisory.incidents.find import by_id  # noqa: PLC0415
    from advisory.incidents.mended import mended_of  # noqa: PLC0415
    from advisory.incidents.output import ledger_json, ledger_lines  # noqa: PLC0415

    at, instant = desk(store, rules), options.as_of_instant(as_of)
    view = _known(at, options.clearance(tlp))
    found = by_id(view.incidents(instant), incident_id)
    read = {m.id: m for name in found.reports for m in view.readings[name].mentions}
    mended = tuple(mended_of(found, read, view.knowledge.decisions))
    if as_json:
        show_json(ledger_json(found, mended))
        return
    show_wrapped([f"{found.id}  {incident_line(found, at.rulebook)}"])
    show_wrapped(ledger_lines(found, mended))


def conditions(
    region: RegionArgument = None,
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    as_json: options.JsonOption = False,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """List the states that last: curfews, closures, cut phones, who holds a town.

    Example: advisory conditions Kidal --as-of 2023-11-15
    """
    from advisory.incidents.condition_output import line, to_json  # noqa: PLC0415

    at, instant = desk(store, rules), options.as_of_instant(as_of)
    where = at.gazetteer.region(region) if region else None
    view = _known(at, options.clearance(tlp))
    rows = [
        to_json(condition, instant, lambda report: view.reports[report].source)
        for condition in view.conditions(instant)
        if where is None or condition.holds_in(where)
    ]
    if as_json:
        show_json(rows)
        return
    if not rows:
        options.note("No condition is known there and then. Silence is not calm.")
    show_wrapped(map(line, rows))


def _known(at: Desk, clearance: Tlp | None) -> Known:
    with at.open_store() as store:
        return known(at, store, clearance)
