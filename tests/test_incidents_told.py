"""Reports of one thing become one incident, and near misses stay apart: the told sets.

The second blind file was written later, by one who had not read advisory/incidents/ either. Its
first run: precision 0.926, recall 0.736 over 36 tellings; the reader missed 4.

First run of the blind half, before anything was mended: precision 1.00, recall 0.71 over 90
tellings that the reader found; it missed 29. What is still parted is mostly a second thing told in
one sentence, and the reader's to mend: then the bounds of recall here go up.
"""

import pytest

from tests import builders_shipped as shipped
from tests.builders_told import BLIND, BLIND_SECOND, KNOWN, Outcome, b_cubed, outcome, stories_of

ALL = (BLIND, KNOWN)


@pytest.fixture(scope="module")
def told(read) -> Outcome:
    return read(*ALL)


@pytest.fixture(scope="module")
def told_second(read) -> Outcome:
    return read(BLIND_SECOND)


@pytest.fixture(scope="module")
def read(reader):
    """Read and resolve the stories of some files."""
    rules, lexicon = shipped.rulebook(), shipped.lexicon()
    families = {name: kind.family for name, kind in rules.types.items()}
    sides = {actor.name: actor.side for actor in lexicon.actors.values() if actor.side}

    def total(*paths) -> Outcome:
        result = Outcome()
        for path in paths:
            for story in stories_of(path):
                result.add(outcome(story, reader, families, sides))
        return result

    return total


def test_at_least_forty_incidents_are_told_by_three_reports_or_more():
    stories = [story for path in ALL for story in stories_of(path)]
    tellers: dict[str, set[str]] = {}
    for story in stories:
        for report, _, _, incident in story.gold:
            tellers.setdefault(incident, set()).add(report)
    assert len(tellers) >= 40
    assert min(map(len, tellers.values())) >= 3


def test_what_became_one_incident_is_one_incident(told):
    precision, _ = b_cubed(told.found, told.true)
    assert precision >= 0.95


def test_what_is_one_incident_became_one(told):
    _, recall = b_cubed(told.found, told.true)
    assert recall >= 0.94


def test_the_second_blind_file_does_not_fall(told_second):
    precision, recall = b_cubed(told_second.found, told_second.true)
    assert precision >= 0.92
    assert recall >= 0.75
    assert len(told_second.missed) <= 4


def test_the_reader_finds_most_tellings(told):
    assert len(told.missed) <= 0.2 * (len(told.true) + len(told.missed))


def test_each_account_of_an_incident_is_there_for_a_stated_reason(told):
    for incident in told.incidents.values():
        assert len(incident.why_same) == len(incident.accounts) - 1 or any(
            " more and " in why for why in incident.why_same
        )


def one_incident(told, *reports):
    homes = {
        incident.id
        for incident in told.incidents.values()
        for report in reports
        if report in incident.reports
    }
    return len(homes) == 1


@pytest.mark.parametrize(
    "reports",
    [
        pytest.param(("bel1", "bel2", "bel4", "bel5"), id="a toll that rises, and a party's own"),
        pytest.param(("dji1", "dji2", "dji3"), id="a toll corrected downwards"),
        pytest.param(("fas1", "fas2", "fas3"), id="each party blames the other"),
        pytest.param(("itu1", "itu2", "itu3"), id="a raid, a massacre, a murder"),
        pytest.param(("pes1", "pes2", "pes3"), id="a claim two days later"),
        pytest.param(("khr1", "khr3"), id="a denial"),
    ],
)
def test_reports_of_one_thing_are_one_incident(told, reports):
    assert one_incident(told, *reports)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("kha1", "kha4", id="two strikes a day apart in one city with one toll"),
        pytest.param("kos1", "kos6", id="two strikes a day apart in one town"),
        pytest.param("til3", "til6", id="two attacks of one day in neighbouring towns"),
        pytest.param("arg1", "arg4", id="two towns of one name"),
        pytest.param("ged1", "ged4", id="an air strike and an ambush in one town on one day"),
        pytest.param("nas1", "nas4", id="a protest, and a riot a week later"),
        pytest.param("flo1", "flo6", id="two floods a week apart"),
    ],
)
def test_near_misses_stay_apart(told, one, other):
    assert not one_incident(told, one, other)
