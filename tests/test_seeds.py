"""The seeds come out as a careful reader would have them: incidents, conditions, levels."""

from functools import cache

import pytest

from advisory import resources
from advisory.assessment.assess import assess
from advisory.intake.intake import take_in
from advisory.model.exchange import told
from advisory.model.marking import Tlp
from advisory.model.time import parse_as_of
from advisory.model.wording import count_words
from advisory.pipeline.ingest import take_all
from advisory.pipeline.known import known
from tests.builders_seeds import NOW, SCENARIOS, desk_with, expected, only_stored

END = parse_as_of("2026-11-24")


@pytest.fixture(scope="session")
def road(gazetteer, tmp_path_factory):
    """Give for a scenario its desk and, for a clearance, what is known there."""

    @cache
    def desk_of(scenario):
        return only_stored(gazetteer, scenario, tmp_path_factory.mktemp(scenario))

    @cache
    def view(scenario, clearance):
        desk = desk_of(scenario)
        with desk.open_store() as store:
            return desk, known(desk, store, Tlp.named(clearance) if clearance else None)

    return view


def cases(part):
    return [
        pytest.param(scenario, case, id=f"{scenario}: {getattr(case, 'name', case)}")
        for scenario in SCENARIOS
        for case in getattr(expected(scenario), part)
    ]


def found(view, reports):
    """The incidents that are told in any of these reports, named by the end of their ids."""
    return [
        incident
        for incident in view.incidents(END)
        if not reports or any(report in incident.reports for report in reports)
    ]


def in_words(count):
    return count_words(count) if count else "unknown"


def agrees(case, incident):
    """Whether an incident is the one that a case describes, field by field."""
    place, when = incident.place, incident.date
    return all(
        (
            case.type in (None, incident.type),
            case.category in (None, incident.category.value),
            case.place is None or (place is not None and place.name == case.place),
            case.admin1 is None or ((place.admin1 if place else None) or "none") == case.admin1,
            case.country is None or (place is not None and place.country == case.country),
            case.first is None or (when is not None and when.first == case.first),
            case.last is None or (when is not None and when.last == case.last),
            case.killed in (None, in_words(incident.killed)),
            case.injured in (None, in_words(incident.injured)),
            case.killed_high in (None, incident.killed_high),
            case.status in (None, incident.status.value),
            set(case.perpetrators) <= set(told(incident)["perpetrators"]),
        )
    )


@pytest.mark.parametrize(("scenario", "case"), cases("incidents"))
def test_every_expected_incident_is_found_once(road, scenario, case):
    _, view = road(scenario, None)
    candidates = found(view, case.reports)
    matching = [incident for incident in candidates if agrees(case, incident)]
    assert len(matching) == 1, [told(incident) for incident in candidates]
    assert set(matching[0].reports) == set(case.reports)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_nothing_is_an_incident_that_is_none(road, scenario):
    wanted, (_, view) = expected(scenario), road(scenario, None)
    surplus = [
        told(incident)
        for incident in view.incidents(END)
        if not any(agrees(case, incident) for case in wanted.incidents)
        and not any(allowed(case, incident) for case in wanted.optional)
    ]
    assert surplus == []


def allowed(case, incident):
    return all(
        (
            case.type in (None, incident.type),
            case.category in (None, incident.category.value),
            case.place is None or (incident.place and incident.place.name == case.place),
            case.country is None or (incident.place and incident.place.country == case.country),
            set(incident.reports) <= set(case.reports),
        )
    )


@pytest.mark.parametrize(("scenario", "case"), cases("conditions"))
def test_every_expected_condition_is_found(road, scenario, case):
    _, view = road(scenario, None)
    of_kind = [c for c in view.conditions(END) if c.kind == case.kind]
    matching = [
        condition
        for condition in of_kind
        if case.place in (None, condition.place and condition.place.name)
        and case.admin1 in (None, condition.place and condition.place.admin1)
        and case.subject in (None, condition.subject)
        and case.since in (None, condition.since)
        and case.until in (None, condition.until)
    ]
    assert matching, of_kind


@pytest.mark.parametrize(("scenario", "case"), cases("levels") + cases("clearances"))
def test_every_level_is_what_a_careful_reader_gives(road, scenario, case):
    desk, view = road(scenario, case.tlp)
    region = desk.gazetteer.region(case.region)
    [assessment] = assess([region], parse_as_of(case.as_of), view.knowledge, desk.rulebook)
    seen = {
        "read": assessment.coverage.reports,
        "daily": assessment.daily_level,
        "level": "none" if assessment.level is None else str(assessment.level),
        "basis": assessment.basis,
        "state": assessment.state,
        "standing": assessment.standing_level,
        "planning": assessment.planning_level,
        "provisional": assessment.provisional,
        "confidence": assessment.confidence,
        "exit": 0 if assessment.state == "current" else 3,
    }
    asked = {key: getattr(case, key) for key in seen if getattr(case, key) is not None}
    assert {key: seen[key] for key in asked} == asked


def test_taking_the_same_reports_in_again_in_any_pieces_leaves_the_same_store(gazetteer, tmp_path):
    reports = sorted((resources.folder("seeds") / "kidal" / "reports").iterdir())
    digests = []
    for name, pieces in (
        ("whole", [reports]),
        ("pieces", [reports[:2], reports[4:], reports[2:5]]),
        ("backwards", [[report] for report in reversed(reports)]),
        ("twice", [reports, reports]),
    ):
        (tmp_path / name).mkdir()
        desk = desk_with(gazetteer, tmp_path / name / "store.db")
        with desk.open_store(create=True) as store:
            for piece in pieces:
                take_all(store, take_in(piece, sources=desk.rulebook.sources, now=NOW), NOW)
            digests.append(store.digest)
    assert len(set(digests)) == 1
