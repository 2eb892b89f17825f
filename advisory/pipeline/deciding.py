"""How every act of a person goes: look, decide, look again, lay the answers out once.

An act is one transaction: all its decisions are kept or none. What it did is the difference between
what was known before and after it: the incidents that went or came, and the levels of the regions
they lie in. The snapshots are written once, at the end.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from advisory.assessment.assess import assess
from advisory.errors import UserError
from advisory.model.assessment import Assessment, Region
from advisory.model.decision import Decision, Verb
from advisory.model.identity import decision_id
from advisory.model.incident import Incident
from advisory.model.time import end_of_day
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import Known, known
from advisory.pipeline.snapshots import write_snapshots
from advisory.store.store import Store

LONGEST_NAME, LONGEST_REASON = 80, 1_000
SECOND, MOMENT = timedelta(seconds=1), timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Act:
    """Who decides, why, and when it is recorded. The name is recorded, not authenticated."""

    by: str
    because: str
    at: datetime

    def decision(self, verb: Verb, **said: Any) -> Decision:  # noqa: ANN401 - fields of Decision
        """Return the decision that this act makes."""
        unnamed = Decision("", verb, self.by, self.because, self.at, **said)
        return replace(unnamed, id=decision_id(unnamed))


Change = Callable[[Act, Known], Sequence[Decision]]
"""What an act decides, given who acts when and what is known."""


@dataclass(frozen=True, slots=True)
class Done:
    """What an act did: its decisions, the incidents that went and came, levels before and after."""

    decisions: tuple[Decision, ...]
    went: tuple[Incident, ...]
    came: tuple[Incident, ...]
    levels: tuple[tuple[Assessment, Assessment], ...]


def act_of(by: str, because: str, at: datetime) -> Act:
    """Return an act with a name and a reason on it.

    Raises:
        UserError: If one of them is missing, too long, or no plain text.
    """
    words = {"--by": (by, LONGEST_NAME), "--because": (because, LONGEST_REASON)}
    problems = [problem for name, said in words.items() if (problem := _problem(name, *said))]
    if problems:
        raise UserError("\n".join(problems))
    return Act(by.strip(), because.strip(), at)


def _problem(name: str, text: str, longest: int) -> str:
    if not text.strip():
        return f"{name} says nothing: a decision carries who decided and why."
    if len(text) > longest or not text.isprintable():
        return f"{name} is no plain text of at most {longest} characters."
    return ""


def carry_out(
    desk: Desk,
    store: Store,
    act: Act,
    change: Change,
    regions: Iterable[Region] = (),
) -> Done:
    """Carry an act out; return what it did.

    Args:
        desk: The rules and the gazetteer.
        store: An open store.
        act: Who, why, when.
        change: What is decided, given the act and what is known; it may also take reports in.
        regions: Regions whose levels are told beside those of the incidents that changed.
    """
    as_of = end_of_day(act.at.date())
    before = known(desk, store)
    with store.writing():
        decisions = tuple(change(_in_turn(store, act), before))
        for decision in decisions:
            store.add_decision(decision)
        after = known(desk, store)
    write_snapshots(desk, store, act.at)
    were, are = before.incidents(as_of), after.incidents(as_of)
    went = tuple(incident for incident in were if incident not in set(are))
    came = tuple(incident for incident in are if incident not in set(were))
    places = [incident.place for incident in (*went, *came)]
    divisions = [place.division for place in places if place]
    concerned = tuple(dict.fromkeys([*regions, *desk.regions(filter(None, divisions))]))
    levels = zip(
        assess(concerned, as_of, before.knowledge, desk.rulebook),
        assess(concerned, as_of, after.knowledge, desk.rulebook),
        strict=True,
    )
    return Done(decisions, went, came, tuple(levels))


def _in_turn(store: Store, act: Act) -> Act:
    """Of two acts in one second the later is later, by a microsecond."""
    same = [d.recorded_at for d in store.decisions() if d.recorded_at - act.at < SECOND]
    last = max(same, default=None)
    return act if last is None or last < act.at else replace(act, at=last + MOMENT)
