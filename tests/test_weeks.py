"""Several reports of a week, read and resolved: what an analyst finds in the list of incidents."""

import pytest

from advisory.incidents.resolve import resolve
from advisory.model.incident import Incident
from advisory.model.marking import Reliability
from advisory.model.text import Report, Source
from advisory.pipeline.known import accounts
from tests.builders_shipped import rulebook, table

CASES = table("weeks.yaml")


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_incidents_of_a_week_are_those_that_happened(case, reader):
    reports = {
        str(number): Report(str(number), text, f"wire-{number}", published)
        for number, (published, text) in enumerate(case["reports"])
    }
    sources = {
        name: Source(name, name, name, reliability=Reliability.B)
        for name in (f"wire-{number}" for number in reports)
    }
    readings = [reader.read(report) for report in reports.values()]
    families = {name: kind.family for name, kind in rulebook().types.items()}
    told = resolve(tuple(accounts(readings, reports, sources)), families=families)
    assert sorted(map(line, told)) == sorted(case["incidents"])


def line(incident: Incident) -> str:
    """Return type, place, first day, killed and doers of an incident."""
    place, days = incident.place, incident.date
    doers = (a.name for a in incident.actors if a.role.value == "perpetrator")
    return ", ".join(
        str(word)
        for word in (
            incident.type,
            place.name if place else "nowhere",
            days.first if days else "some day",
            "unknown" if incident.killed is None else incident.killed.best,
            *doers,
        )
    )
