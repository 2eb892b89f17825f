"""What a person mends: a field, two incidents that are one, one that are two, one that never was.

Each act becomes an append-only decision on the words that were read, never on an incident's id
(decision 4): so it survives a second ingest and a changed reader. One decision is about every
account of the incident, so one `undo` takes it back. What a decision is about and how it lies over
what was read is in `incidents.hands`; here a person's words become one.
"""

from collections.abc import Mapping, Sequence

from advisory.errors import AmbiguousName, UnknownName, UserError
from advisory.incidents.find import by_id
from advisory.incidents.hands import undone
from advisory.model.decision import Anchor, Decision, Verb
from advisory.model.incident import Account, Incident
from advisory.model.time import end_of_day
from advisory.pipeline.deciding import Act, Change, Done, carry_out
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import Known

SEVERAL = 2


def correct(desk: Desk, incident_id: str, given: Mapping[str, str], act: Act) -> Done:
    """Set fields of an incident; `given` is field -> JSON, as `values.values` returns it.

    Raises:
        UnknownName: If there is no such incident.
    """

    def change(act: Act, view: Known) -> list[Decision]:
        anchors = anchors_of(_found(view, incident_id, act).accounts)
        return [
            act.decision(Verb.SET, anchors=anchors, field=field, value=value)
            for field, value in given.items()
        ]

    return _carried_out(desk, act, change)


def merge(desk: Desk, incident_ids: Sequence[str], act: Act) -> Done:
    """Make incidents one.

    Raises:
        UserError: If they are not at least two.
    """

    def change(act: Act, view: Known) -> list[Decision]:
        incidents = dict.fromkeys(_found(view, one, act) for one in incident_ids)
        if len(incidents) < SEVERAL:
            raise UserError("Name at least two different incidents to merge.")
        anchors = tuple(anchor for one in incidents for anchor in anchors_of(one.accounts[:1]))
        return [act.decision(Verb.MUST_LINK, anchors=anchors)]

    return _carried_out(desk, act, change)


def split(desk: Desk, incident_id: str, report: str, act: Act) -> Done:
    """Take what one report tells out of an incident.

    Raises:
        UnknownName: If the incident is not told in that report; those that tell it are named.
        UserError: If it is told in no other.
    """

    def change(act: Act, view: Known) -> list[Decision]:
        incident = _found(view, incident_id, act)
        wanted = _report_of(incident, report)
        own = [a for a in incident.accounts if a.mention.report == wanted]
        others = [a for a in incident.accounts if a.mention.report != wanted]
        if not others:
            raise UserError(f"Only {wanted} tells of {incident.id}: there is nothing to split.")
        return [
            act.decision(Verb.CANNOT_LINK, anchors=anchors_of([account, *others]))
            for account in own
        ]

    return _carried_out(desk, act, change)


def reject(desk: Desk, incident_id: str, act: Act) -> Done:
    """Say that what was read is no incident.

    Raises:
        UnknownName: If there is no such incident.
    """

    def change(act: Act, view: Known) -> list[Decision]:
        anchors = anchors_of(_found(view, incident_id, act).accounts)
        return [act.decision(Verb.REJECT, anchors=anchors)]

    return _carried_out(desk, act, change)


def undo(desk: Desk, decision_id: str, act: Act) -> Done:
    """Take a decision back, by its id or the beginning of it.

    Raises:
        UnknownName: If there is no such decision.
        AmbiguousName: If several begin so.
        UserError: If it was taken back before, or is a report added by hand.
    """
    with desk.open_store() as store:
        decisions = store.decisions()
        wanted = _decision(decisions, decision_id)
        if wanted.verb is Verb.ADD:
            raise UserError(
                f"{wanted.id} is what was heard, and that stays. If it is no incident: "
                "advisory reject INCIDENT"
            )
        _refuse_undone(decisions, wanted)
        region = [desk.gazetteer.by_id(wanted.region)] if wanted.region else []
        return carry_out(
            desk, store, act, lambda act, _: [act.decision(Verb.UNDO, undoes=wanted.id)], region
        )


def anchors_of(told: Sequence[Account]) -> tuple[Anchor, ...]:
    """Return what a decision about these accounts hangs on."""
    return tuple(Anchor(a.mention.report, a.mention.trigger, a.mention.type) for a in told)


def _carried_out(desk: Desk, act: Act, change: Change) -> Done:
    with desk.open_store() as store:
        return carry_out(desk, store, act, change)


def _found(view: Known, incident_id: str, act: Act) -> Incident:
    return by_id(view.incidents(end_of_day(act.at.date())), incident_id)


def _report_of(incident: Incident, report: str) -> str:
    fitting = [one for one in incident.reports if one == report] or [
        one for one in incident.reports if one.startswith(report)
    ]
    if len(fitting) > 1:
        raise AmbiguousName("report", report, fitting)
    if not fitting:
        told = "".join(f"\n    {one}" for one in incident.reports)
        raise UserError(f'No report "{report}" tells of {incident.id}. These do:{told}')
    return fitting[0]


def _decision(decisions: Sequence[Decision], wanted: str) -> Decision:
    named = {d.id: d for d in decisions}
    fitting = [wanted] if wanted in named else [name for name in named if name.startswith(wanted)]
    if not fitting or not wanted:
        raise UnknownName("decision", wanted, tuple(named))
    if len(fitting) > 1:
        raise AmbiguousName("decision", wanted, fitting)
    return named[fitting[0]]


def _refuse_undone(decisions: Sequence[Decision], wanted: Decision) -> None:
    if wanted.id in undone(decisions):
        first = next(d for d in decisions if d.verb is Verb.UNDO and d.undoes == wanted.id)
        raise UserError(
            f"{wanted.id} was taken back by {first.by} before. To bring it back: "
            f"advisory undo {first.id}"
        )
