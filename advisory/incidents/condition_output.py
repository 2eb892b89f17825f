"""A lasting state as JSON and as a line: since when, until when, who says so, and how long ago.

A state that holds by the last word of it, of which nobody has spoken for more than 14 days, may be
over: its status is unknown since that word. What was lifted stays lifted.
"""

from collections.abc import Callable
from datetime import date, datetime

from advisory.model.exchange import Json, condition_json
from advisory.model.incident import Condition
from advisory.model.vocabulary import ConditionKind, ConditionState
from advisory.model.wording import counted, short_day

SILENT_DAYS = 14


def to_json(condition: Condition, as_of: datetime, source_of: Callable[[str], str | None]) -> Json:
    """Return one entry of `advisory conditions --json`.

    `source_of` names the source of a report; `status` is the state, or unknown after 14 days
    without a word, and `unknown_since` the day of that last word.
    """
    days = (as_of - condition.last_word).days
    lost = condition.state is ConditionState.IN_FORCE and days > SILENT_DAYS
    last = condition.last_word.date().isoformat()
    said = (source_of(report) or "no source" for report in condition.reports)
    return {
        **condition_json(condition),
        "since": condition.since.isoformat() if condition.since else None,
        "until": condition.until.isoformat() if condition.until else None,
        "last_word": last,
        "status": ConditionState.UNKNOWN.value if lost else condition.state.value,
        "unknown_since": last if lost else None,
        "silent_days": days,
        "said_by": list(dict.fromkeys(said)),
        "reports": list(condition.reports),
    }


def line(told: Json) -> str:
    """Return the entry as a terminal shows it.

    >>> told = {"kind": "control", "subject": "the army", "place": "Kidal", "state": "in_force"}
    >>> told |= {"since": "2023-11-14", "until": None, "said_by": ["wire"], "unknown_since": None}
    >>> line(told)
    'control, Kidal: held by the army since 14 Nov 2023; said by wire'
    """
    state, subject = told["state"].replace("_", " "), told["subject"]
    if told["kind"] == ConditionKind.CONTROL.value and subject:
        state = f"{'held' if state == 'in force' else 'was held'} by {subject}"
    elif subject:
        state = f"{state} ({subject})"
    is_over = told["state"] == ConditionState.LIFTED.value
    words = ("from", "to") if is_over else ("since", "until")
    since = f" {words[0]} {_day(told['since'])}" if told["since"] else ""
    ends = words[1] if since or not is_over else "on"
    until = f" {ends} {_day(told['until'])}" if told["until"] else ""
    place = told["place"] or told.get("country") or "place not given"
    silent = ""
    if told["unknown_since"]:
        days = counted(told["silent_days"], "day")
        silent = f"; no word for {days}: status unknown since {_day(told['unknown_since'])}"
    kind = told["kind"].replace("_", " ")
    return f"{kind}, {place}: {state}{since}{until}; said by {', '.join(told['said_by'])}{silent}"


def _day(told: str) -> str:
    return short_day(date.fromisoformat(told))
