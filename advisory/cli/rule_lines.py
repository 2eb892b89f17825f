"""Rules on the screen: one read aloud, two rule bases compared, which file of an overlay won."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from advisory.assessment.output import region_json, shown_instant
from advisory.model.assessment import Assessment
from advisory.model.naming import region_words
from advisory.model.wording import counted
from advisory.pipeline.differences import Moved
from advisory.pipeline.trials import Firing
from advisory.rulebook.book import FloorRule, Rule, RuleStatus
from advisory.rulebook.columns import COLUMNS
from advisory.rulebook.folders import merged
from advisory.rulebook.telling import columns_read, conditions_of, gives, in_words, numbers_of

MOST_SHOWN = 20
DIFF_SCHEMA = "advisory.rules-diff/1"


def rule_lines(rule: Rule, day: date, fires: Sequence[Firing] | None) -> Iterator[str]:
    """Yield a rule in words; `fires` is what it speaks of, None where there is no store."""
    yield f"{rule.title}  ({rule.kind}, {rule.status})"
    yield f"{rule.id}  from {rule.path}"
    yield from _asks(rule)
    yield gives(rule, day)
    yield f"It says: {rule.because}"
    yield f"Numbers on {day}:"
    yield from (f"  {line}" for line in numbers_of(rule, day))
    if columns := columns_read(rule):
        yield "It reads:"
        yield from (f"  {name}: {COLUMNS[name].meaning}" for name in columns)
    yield f"Reviewed {rule.reviewed}; after: {'; '.join(rule.references)}"
    yield from _fires(fires, day)


def diff_lines(changed: Sequence[str], moved: Sequence[Moved]) -> Iterator[str]:
    """Yield what changed between two rule bases and what that moves."""
    yield f"{counted(len(changed), 'change')} of the rules:" if changed else "The rules are alike."
    yield from (f"  {line}" for line in changed)
    levels = [one for one in moved if one.level_moves]
    scores = [one for one in moved if one.by and not one.level_moves]
    yield f"{counted(len(moved), 'region')}: {len(levels)} get another level, {_rest(scores)}."
    for one in (*levels, *scores):
        name = region_words(one.region, full=True)
        yield f"  {name}: {_level(one.before)} -> {_level(one.after)}"
        yield from (f"    {rule}: {was} -> {now}" for rule, was, now in one.by)


def diff_json(changed: Sequence[str], moved: Sequence[Moved]) -> dict[str, Any]:
    """Return the same as data: every region that has another level, other floors or points."""
    return {
        "schema": DIFF_SCHEMA,
        "as_of": shown_instant(moved[0].before.as_of) if moved else None,
        "changes": list(changed),
        "compared": len(moved),
        "regions": [
            {
                "region": region_json(one.region),
                "level_before": one.before.level,
                "level_after": one.after.level,
                "score_before": round(one.before.score, 2),
                "score_after": round(one.after.score, 2),
                "rules": [{"rule": r, "before": was, "after": now} for r, was, now in one.by],
            }
            for one in moved
            if one.level_moves or one.by
        ],
    }


def winners(folders: Sequence[Path]) -> Iterator[str]:
    """Yield for each file of a user's own folder what it does to the shipped one."""
    shipped, *own = folders
    theirs = merged([shipped])
    for name, path in merged(own).items():
        folder = str(path).removesuffix(f"/{name}")
        if name not in theirs:
            yield f"{name}: added by {folder}"
        elif _is_off(path):
            yield f"{name}: switched off by {folder}"
        else:
            yield f"{name}: {folder} wins over the shipped one"


def _is_off(path: Path) -> bool:
    return path.read_text(encoding="utf-8").strip() == f"status: {RuleStatus.OFF}"


def _asks(rule: Rule) -> Iterator[str]:
    if isinstance(rule, FloorRule) and rule.condition:
        yield f"It is about a state that lasts: {rule.condition.value.replace('_', ' ')}."
        return
    parts = conditions_of(rule)
    yield "It is about incidents of which" if len(parts) == 1 else "It asks together for"
    for name, when in parts:
        if name:
            yield f"  {name}{', of which' if when else ', a state that lasts'}"
        yield from (f"  {'  ' if name else ''}- {line}" for line in in_words(when or "") if when)


def _fires(fires: Sequence[Firing] | None, day: date) -> Iterator[str]:
    if fires is None:
        yield "There is no store to look into: name one with --store."
        return
    counts = [one for one in fires if one.counts]
    yield f"In the store, on {day}, it counts {len(counts) or 'nothing'}{':' if counts else '.'}"
    for one in counts[:MOST_SHOWN]:
        yield f"  {one.id}  {one.because}{f'  ({one.part})' if one.part else ''}"
    if len(counts) > MOST_SHOWN:
        yield f"  and {len(counts) - MOST_SHOWN} more"
    if rest := len(fires) - len(counts):
        yield f"It matches {rest} that do not count on this day: too old, or not believed."


def _level(assessment: Assessment) -> str:
    level = "" if assessment.level is None else f"{assessment.level} "
    return f"{level}{assessment.level_name} (score {assessment.score:.1f})"


def _rest(scores: Sequence[Moved]) -> str:
    return f"{len(scores)} other points or floors at the same level"
