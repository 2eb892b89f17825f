"""A phone call becomes a report of the source "desk", what was said beside it becomes decisions.

The text is read by the same reader as every other. Options set fields of the one incident it tells;
where nobody reads one in it, `--type` says that there is one. A text that tells several incidents
takes no options: they would not know which is meant. The place of an option is written under the
text, so that the region counts as spoken of.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from advisory.errors import RejectedReport, UserError
from advisory.incidents.hands import Kind, field_value
from advisory.intake.draft import Draft, Terms, finished
from advisory.model.decision import Anchor, Decision, Verb
from advisory.model.identity import digest
from advisory.model.text import Reading, Report
from advisory.model.value import Place, Span
from advisory.pipeline.deciding import Act, Done, carry_out
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import Known

SOURCE = "desk"


@dataclass(frozen=True, slots=True)
class Call:
    """What was told: the words, when (None is now), the marking, and field -> JSON beside them."""

    text: str
    at: str | None
    tlp: str
    given: Mapping[str, str]


def add(desk: Desk, call: Call, act: Act) -> Done:
    """Take a call down; return what it did.

    Raises:
        UserError: If the text, the date or the marking is none, or the options fit no incident.
    """
    report = _report(desk, call, act)

    def change(act: Act, _: Known) -> list[Decision]:
        store.add_reports([report], act.at)
        return _decisions(desk.reader.read(report), report, call, act)

    with desk.open_store(create=True) as store:
        return carry_out(desk, store, act, change)


def _report(desk: Desk, call: Call, act: Act) -> Report:
    published = call.at or act.at.isoformat()
    draft = Draft(
        text=call.text.strip() + _place_line(call.given),
        # The same words may be told again on another day.
        id=f"{SOURCE}-{digest(published, call.text)[:12]}",
        published=published,
        source=SOURCE,
        tlp=call.tlp,
    )
    try:
        return finished(draft, Terms(desk.rulebook.sources, act.at))
    except RejectedReport as error:
        raise UserError(str(error)) from None


def _place_line(given: Mapping[str, str]) -> str:
    place = field_value("place", given.get("place"))
    if not isinstance(place, Place):
        return ""
    names = (place.name, place.admin1_name, place.country_name)
    return f"\n\nPlace: {', '.join(dict.fromkeys(name for name in names if name))}."


def _decisions(reading: Reading, report: Report, call: Call, act: Act) -> list[Decision]:
    told = [m for m in reading.mentions if not m.background and not m.aggregate]
    if call.given and len(told) > 1:
        found = "".join(f'\n    {m.type}: "{m.trigger.text}"' for m in told)
        raise UserError(
            f"The text tells {len(told)} incidents; the options fit one. Add them apart, or add "
            f"the text alone and correct each:{found}"
        )
    if told or not call.given:
        anchors = tuple(Anchor(report.id, m.trigger, m.type) for m in told)
        return [_add(report, act), *_sets(anchors, call.given, act)]
    kind = field_value("type", call.given["type"]) if "type" in call.given else None
    if not isinstance(kind, Kind):
        raise UserError(
            "No incident is read in this text. Say what it was: --type, as in types.yaml."
        )
    end = len(call.text.strip())
    anchor = Anchor(report.id, Span.of(report.text, 0, end), kind.type)
    added = _add(report, act, anchors=(anchor,), field="type", value=call.given["type"])
    return [added, *_sets((anchor,), call.given, act)]


def _add(report: Report, act: Act, **said: object) -> Decision:
    if not said:
        said = {"field": "report", "value": report.id}
    return act.decision(Verb.ADD, **said)


def _sets(anchors: Sequence[Anchor], given: Mapping[str, str], act: Act) -> list[Decision]:
    return [
        act.decision(Verb.SET, anchors=tuple(anchors), field=field, value=value)
        for field, value in given.items()
    ]
