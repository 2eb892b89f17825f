"""What people decide lies over what was read, and can be taken back."""

from dataclasses import replace

import pytest

from advisory.errors import UnknownName
from advisory.incidents.added import with_added
from advisory.incidents.hands import attach
from advisory.incidents.resolve import resolve
from advisory.model.decision import Anchor, Decision, Verb
from advisory.model.text import Reading
from advisory.model.value import Span
from tests.builders_incidents import (
    FAMILIES,
    account,
    at,
    at_least,
    claim_of_official,
    decision,
    exactly,
    keep_apart,
    parts,
    tie,
    undo,
)

AT_LEAST_14 = '{"low": 14, "high": null, "qualifier": "at_least"}'


def incidents(*accounts, decisions=()):
    return resolve(accounts, decisions, families=FAMILIES)


def set_killed(of, value=AT_LEAST_14, **more):
    return decision(Verb.SET, of, field="killed", value=value, **more)


def test_a_value_that_a_person_set_outweighs_every_other():
    read, other = account("r1", killed=exactly(3)), account("r2", killed=exactly(4))
    [incident] = incidents(read, other, decisions=[set_killed(read)])
    assert incident.killed == at_least(14)


def test_a_value_can_be_set_to_unknown():
    read = account("r1", killed=exactly(3))
    [incident] = incidents(read, decisions=[set_killed(read, "null")])
    assert incident.killed is None


def test_a_day_set_by_a_person_makes_two_incidents_one():
    first, second = account("r1"), account("r2", date="2023-11-08")
    day = '{"first": "2023-11-07", "last": "2023-11-07", "precision": "day"}'
    mended = decision(Verb.SET, second, field="date", value=day)
    assert len(incidents(first, second, decisions=[mended])) == 1


def test_a_place_set_by_a_person_needs_no_gazetteer():
    read = account("r1")
    place = '{"name": "Gao", "country": "ML", "precision": 5, "regions": ["ML", "ML-7", "x"]}'
    [incident] = incidents(read, decisions=[decision(Verb.SET, read, field="place", value=place)])
    assert incident.place.name == "Gao"


def test_a_mention_that_a_person_rejected_forms_no_incident():
    read = account("r1")
    assert incidents(read, decisions=[decision(Verb.REJECT, read)]) == ()


def test_what_was_undone_is_as_if_it_had_not_been():
    read = account("r1")
    rejected = decision(Verb.REJECT, read)
    assert len(incidents(read, decisions=[rejected, undo(rejected)])) == 1


def test_the_undo_of_an_undo_brings_it_back():
    read = account("r1")
    rejected = decision(Verb.REJECT, read)
    once = undo(rejected)
    twice = undo(once, id_="u2", recorded="2023-11-11T08:00")
    assert incidents(read, decisions=[twice, rejected, once]) == ()


def test_of_two_decisions_that_contradict_the_newer_holds():
    first, second = account("r1"), account("r2")
    tied = tie(first, second, id_="d2", recorded="2023-11-10T08:00")
    assert len(incidents(first, second, decisions=[keep_apart(first, second), tied])) == 1


def test_whoever_is_tied_to_one_end_is_kept_from_the_other():
    first, second, third = account("r1"), account("r2", date="2023-11-08"), account("r3")
    decisions = [tie(first, second), keep_apart(second, third, id_="d2")]
    found = incidents(first, second, third, decisions=decisions)
    assert [incident.reports for incident in found] == [("r1", "r2"), ("r3",)]


def test_a_decision_finds_its_mention_again_by_overlap():
    read = account("r1", start=10)
    moved = Anchor("r1", Span(12, 20, "strikes!"), "airstrike")
    hands = attach([_about(decision(Verb.REJECT), moved)], [read])
    assert list(hands.mends) == [read.mention.id]


def test_a_decision_that_finds_nothing_is_an_orphan():
    lost = _about(decision(Verb.REJECT), Anchor("r9", Span(0, 1, "x"), "clash"))
    hands = attach([lost], [account("r1")])
    assert (hands.orphans, dict(hands.mends)) == ((lost,), {})


def test_a_field_that_cannot_be_set_is_named_with_the_nearest():
    read = account("r1")
    wrong = decision(Verb.SET, read, field="kiled", value="1")
    with pytest.raises(UnknownName, match='Did you mean "killed"'):
        incidents(read, decisions=[wrong])


def test_a_decision_about_levels_is_passed_over():
    standing = decision(Verb.STANDING, region="ML-8", level=4)
    assert len(incidents(account("r1"), decisions=[standing])) == 1


def _about(of, *anchors):
    return replace(of, anchors=anchors)


def test_one_decision_mends_every_account_it_is_about():
    first, second = account("r1", killed=exactly(3)), account("r2", killed=exactly(4))
    mended = decision(Verb.SET, first, second, field="killed", value=AT_LEAST_14)
    [incident] = incidents(first, second, decisions=[mended])
    assert [one.mention.killed for one in incident.accounts] == [at_least(14), at_least(14)]


def test_the_proof_of_a_set_value_stands_in_the_report_it_proves():
    first, second = account("r1"), account("r2", start=40)
    mended = decision(Verb.SET, first, second, field="killed", value=AT_LEAST_14)
    [incident] = incidents(first, second, decisions=[mended])
    spans = [one.mention.evidence[-1].spans for one in incident.accounts]
    assert spans == [(first.mention.trigger,), (second.mention.trigger,)]


def test_a_decision_that_lost_one_of_its_mentions_mends_the_others():
    read, lost = account("r1", killed=exactly(3)), account("r9")
    mended = decision(Verb.SET, lost, read, field="killed", value=AT_LEAST_14)
    assert attach([mended], [read]).orphans == ()
    [incident] = incidents(read, decisions=[mended])
    assert incident.killed == at_least(14)


def test_one_decision_keeps_a_report_from_all_the_others():
    first, second, third = account("r1"), account("r2"), account("r3")
    apart = decision(Verb.CANNOT_LINK, second, first, third)
    found = incidents(first, second, third, decisions=[apart])
    assert [incident.reports for incident in found] == [("r1", "r3"), ("r2",)]


def test_who_is_kept_apart_must_be_found_or_nothing_is_kept_apart():
    first, second, lost = account("r1"), account("r2"), account("r9")
    apart = decision(Verb.CANNOT_LINK, lost, first, second)
    assert attach([apart], [first, second]).orphans == (apart,)
    assert len(incidents(first, second, decisions=[apart])) == 1


def test_unknown_by_hand_outweighs_what_somebody_claimed():
    claimed = claim_of_official("killed", "a mayor", exactly(14))
    read = account("r1", killed=exactly(3), claims=(claimed,))
    [incident] = incidents(read, decisions=[set_killed(read, "null")])
    assert (incident.killed, incident.killed_high) == (None, None)


def test_no_part_stays_larger_than_a_total_that_a_person_gave():
    read = account("r1", killed=exactly(30), killed_parts=parts(child=exactly(11)))
    three = '{"low": 3, "high": 3, "qualifier": "exact"}'
    [incident] = incidents(read, decisions=[set_killed(read, three)])
    assert incident.killed_parts == ()


def test_an_incident_told_by_hand_is_there_until_a_reader_finds_it():
    kind = '{"type": "clash", "category": "clash", "hazard": "ground_combat"}'
    words = Span(0, 20, "des tirs à Kidal hie")
    added = Decision(
        "d1", Verb.ADD, "the desk", "called", at("2023-11-08T08:00"),
        (Anchor("r1", words, "clash"),), "type", kind,
    )  # fmt: skip
    unread = Reading("r1", "fr", readable=False)
    [by_hand] = with_added({"r1": unread}, [added])["r1"].mentions
    assert (by_hand.type, by_hand.trigger) == ("clash", words)
    read = Reading("r1", "fr", readable=True, mentions=(account("r1", "clash").mention,))
    assert with_added({"r1": read}, [added])["r1"] == read
