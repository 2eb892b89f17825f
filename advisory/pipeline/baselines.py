"""A level that a person sets for a region: a standing one, or for a time over what is computed.

A **standing** is a least published level: it holds until another takes its place, is printed as
overdue when its review is, and never counts as a reading. An **override** is the level itself until
the end of a day. Neither reaches back: both count from the instant they are recorded.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from advisory.errors import UserError
from advisory.model.assessment import LEVELS, Region
from advisory.model.decision import Decision, Verb
from advisory.pipeline.deciding import Act, Done, carry_out
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import Known

LONGEST_DAYS = 366


def standing(
    desk: Desk, region: Region, level: int, act: Act, *, begin: date | None, review: date | None
) -> Done:
    """Set the least published level of a region.

    Args:
        desk: The store and the rules.
        region: The region.
        level: 1 to 5.
        act: Who, why, when.
        begin: The day from which it holds; None is today.
        review: The day by which it is looked at again; None is what levels.yaml says of the level.

    Raises:
        UserError: With everything that is wrong with the level and the days.
    """
    first = begin or act.at.date()
    problems = _level_problems(level)
    if not problems and review is None:
        review = first + timedelta(days=desk.rulebook.scale.levels[level - 1].review_every_days)
    problems += _day_problems("--review-by", first, review or first)
    _refuse(problems)
    said = {"level": level, "valid_from": first, "valid_until": review}
    return _set(desk, region, act, Verb.STANDING, said)


def override(desk: Desk, region: Region, level: int, act: Act, until: date) -> Done:
    """Set the level of a region until the end of a day.

    Raises:
        UserError: With everything that is wrong with the level and the day.
    """
    first = act.at.date()
    _refuse(_level_problems(level) + _day_problems("--until", first, until))
    said = {"level": level, "valid_from": first, "valid_until": until}
    return _set(desk, region, act, Verb.OVERRIDE, said)


def _set(desk: Desk, region: Region, act: Act, verb: Verb, said: Mapping[str, object]) -> Done:
    def change(act: Act, _: Known) -> list[Decision]:
        return [act.decision(verb, region=region.id, **said)]

    with desk.open_store(create=True) as store:
        return carry_out(desk, store, act, change, [region])


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        raise UserError("\n".join(problems))


def _level_problems(level: int) -> list[str]:
    return [] if level in LEVELS else [f"The level {level} is none; allowed: 1 to 5."]


def _day_problems(option: str, first: date, last: date) -> list[str]:
    if last < first:
        return [f"{option} {last} is before {first}, when it begins."]
    if (last - first).days > LONGEST_DAYS:
        latest = first + timedelta(days=LONGEST_DAYS)
        return [f"{option} {last} is more than {LONGEST_DAYS} days on; the latest is {latest}."]
    return []
