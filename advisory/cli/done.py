"""How an act of a person is told: what was decided, what became of it, which levels moved."""

from advisory.cli.output import show_lines
from advisory.incidents.mended import in_words, set_words
from advisory.model.assessment import Assessment, State
from advisory.model.decision import Decision, Verb
from advisory.model.incident import Incident
from advisory.model.naming import region_words
from advisory.model.wording import short_day
from advisory.pipeline.deciding import Done
from advisory.pipeline.desk import Desk
from advisory.rendering.screen import incident_line


def tell(desk: Desk, done: Done) -> None:
    """Print each decision with its id, the incidents as they are now, the levels that moved."""
    show_lines(f"{decision.id}  {_said(decision, done)}" for decision in done.decisions)
    show_lines(f"{one.id}  {incident_line(one, desk.rulebook)}" for one in done.came)
    gone = _gone(done)
    show_lines(f"{one.id}  is no incident of its own any more" for one in gone)
    show_lines(_nothing(done))
    show_lines(_moved(before, after) for before, after in done.levels)


def _said(decision: Decision, done: Done) -> str:
    if decision.verb is Verb.SET:
        return f"{decision.field}: {set_words(decision)}{_was(decision, done)}"
    says = {
        Verb.ADD: f"taken down by {decision.by}",
        Verb.MUST_LINK: f"{len(decision.anchors)} incidents are one",
        Verb.CANNOT_LINK: f"{decision.anchors[0].report} tells of another"
        if decision.anchors
        else "",
        Verb.REJECT: "is no incident",
        Verb.UNDO: f"takes {decision.undoes} back",
        Verb.STANDING: f"standing level {decision.level} from {_days(decision, 'review by')}",
        Verb.OVERRIDE: f"level {decision.level} from {_days(decision, 'until')}",
    }
    return says[decision.verb]


def _days(decision: Decision, until: str) -> str:
    first, last = decision.valid_from, decision.valid_until
    end = f", {until} {short_day(last)}" if last else ""
    return f"{short_day(first) if first else 'now'}{end}"


def _was(decision: Decision, done: Done) -> str:
    """Say the value before, of the incident that the decision is about."""
    about = {anchor.report for anchor in decision.anchors}
    before = [one for one in done.went if about & set(one.reports)]
    return f" (was {in_words(getattr(before[0], decision.field or ''))})" if before else ""


def _gone(done: Done) -> list[Incident]:
    now = {name for one in done.came for name in (one.id, *one.aliases)}
    return [one for one in done.went if one.id not in now]


def _nothing(done: Done) -> list[str]:
    if done.went or done.came:
        return []
    if any(decision.verb is Verb.ADD for decision in done.decisions):
        return ["No incident is read in it; it counts as heard. If it tells one, say --type."]
    is_about_reading = any(decision.anchors for decision in done.decisions)
    return ["No incident is another for it."] if is_about_reading else []


def _moved(before: Assessment, after: Assessment) -> str:
    was, now = _level(before), _level(after)
    change = f"{now}, unchanged" if was == now else f"{was} -> {now}"
    return f"{region_words(after.region, full=True)}: {change}"


def _level(assessment: Assessment) -> str:
    if assessment.level is None:
        plan = assessment.planning_level
        return f"UNKNOWN, plan as {plan}" if plan else "UNKNOWN"
    flags = ["provisional"] * assessment.provisional
    flags += ["stale"] * (assessment.state is State.STALE)
    return " ".join([f"{assessment.level} {assessment.level_name.upper()}", *flags])
