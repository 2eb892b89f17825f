"""`advisory explain` and `replay`: every point of a level, and the same level again."""

from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.explain_lines import explain_lines
from advisory.cli.output import show_body, show_json, show_wrapped
from advisory.pipeline.answers import assessed
from advisory.pipeline.inside import inside_at
from advisory.pipeline.replays import keep, replayed


def explain(
    region: Annotated[str, typer.Argument(metavar="REGION", help="A name or a code.")],
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    as_json: options.JsonOption = False,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Print every contribution to a level, the floors that hold, and what would change it.

    Example: advisory explain Kidal --as-of 2023-11-15
    """
    from advisory.assessment.arithmetic import arithmetic  # noqa: PLC0415 - needs the engine
    from advisory.assessment.explain import explanation  # noqa: PLC0415
    from advisory.assessment.weeks import week_json, weeks_read  # noqa: PLC0415

    at, instant = desk(store, rules, is_look_up=True), options.as_of_instant(as_of)
    where = at.gazetteer.region(region)
    with at.open_store() as opened:
        clearance = options.clearance(tlp)
        view, (assessment,) = assessed(at, opened, [where], instant, clearance)
        keep(at, opened, [assessment], clearance)
    versions, parts = view.knowledge.versions, inside_at(where, at, view, instant)
    weeks = weeks_read(where, view.knowledge.heard, instant)
    if as_json:
        made = explanation(assessment, versions, at.rulebook, parts)
        show_json({**made, "coverage": [week_json(week) for week in weeks]})
        return
    total = arithmetic(assessment, versions, at.rulebook)
    incidents = {incident.id: incident for incident in view.incidents(instant)}
    show_wrapped(explain_lines(assessment, total, incidents, parts))
    show_wrapped(f"  read {week.line}" for week in weeks)


def replay(
    replay_id: Annotated[
        str, typer.Argument(metavar="ID", help="As risk --json and briefings say.")
    ],
    store: options.StoreOption = None,
) -> None:
    """Work a level out again with the rules of its day, and print the same JSON byte for byte.

    Example: advisory replay a1f0c9d2e3b4a596
    """
    show_body(replayed(desk(store), replay_id))
