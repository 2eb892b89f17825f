"""`advisory explain` and `replay`: every point of a level, and the same level again."""

from collections.abc import Iterable
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show, show_body, show_json
from advisory.model.assessment import Assessment
from advisory.model.naming import region_words
from advisory.model.wording import short_day
from advisory.pipeline.answers import assessed
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
    from advisory.assessment.explain import explanation  # noqa: PLC0415
    from advisory.assessment.weeks import weeks_read  # noqa: PLC0415

    at, instant = desk(store, rules), options.as_of_instant(as_of)
    where = at.gazetteer.region(region)
    with at.open_store() as opened:
        clearance = options.clearance(tlp)
        view, (assessment,) = assessed(at, opened, [where], instant, clearance)
        keep(at, opened, [assessment], clearance)
    if as_json:
        show_json(explanation(assessment, view.knowledge.versions, view.knowledge.heard))
        return
    weeks = weeks_read(where, view.knowledge.heard, instant)
    for told in _lines(assessment, [week.line for week in weeks]):
        show("\n".join(options.wrapped(line) for line in told.split("\n")))


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


def _lines(assessment: Assessment, weeks: Iterable[str]) -> list[str]:
    level = "UNKNOWN" if assessment.level is None else f"{assessment.level} {assessment.level_name}"
    name = region_words(assessment.region, full=True)
    return [
        f"{name}: {level}, score {assessment.score:.1f} of 100",
        *(
            f"  {one.points:7.2f} = {one.undecayed:.2f} x 2^(-{one.age_days}/{one.half_life_days})"
            f"  {one.rule}  {one.incident}\n           {one.because}"
            for one in assessment.contributions
        ),
        f"  {sum(one.points for one in assessment.contributions):7.2f} points in all",
        *(
            f"  floor {floor.level}"
            f"{f' until {short_day(floor.until)}' if floor.until else ''}"
            f"  {floor.rule}\n           {floor.because}"
            for floor in assessment.floors
        ),
        *(f"  what if: {one}" for one in assessment.counterfactuals),
        *(f"  not seen: {one}" for one in assessment.gaps),
        *(f"  read {week}" for week in weeks),
        f"  replay id {assessment.replay_id}",
    ]
