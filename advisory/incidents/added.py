"""What a person told, where the reader finds nothing in it: a call is a report like any other.

A report that was taken down by hand has an `add` decision. Where a person said of what type the
incident is and the reader finds none in those words, the whole text is the mention's trigger, and
the person its proof. As soon as a later reader finds the incident itself, its mention stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from advisory.incidents.hands import HAND, Kind, field_value
from advisory.model.decision import Decision, Verb
from advisory.model.identity import mention_id
from advisory.model.incident import Mention
from advisory.model.text import Reading
from advisory.model.value import Evidence, Span


def with_added(
    readings: Mapping[str, Reading], decisions: Iterable[Decision]
) -> dict[str, Reading]:
    """Return the readings, with a mention where a person told of an incident nobody else reads."""
    told = dict(readings)
    for decision in decisions:
        for anchor in decision.anchors if decision.verb is Verb.ADD else ():
            reading = told.get(anchor.report)
            if reading and not any(_meets(anchor.span, m.trigger) for m in reading.mentions):
                mentions = (*reading.mentions, _mention(anchor.report, anchor.span, decision))
                told[anchor.report] = replace(reading, mentions=mentions)
    return told


def _mention(report: str, span: Span, decision: Decision) -> Mention:
    kind = field_value("type", decision.value)
    if not isinstance(kind, Kind):
        raise TypeError(f"the decision {decision.id} says no type")
    return Mention(
        id=mention_id(report, span, kind.type),
        report=report,
        type=kind.type,
        category=kind.category,
        hazard=kind.hazard,
        trigger=span,
        evidence=(Evidence("type", (span,), f"{HAND}{decision.id}"),),
    )


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
