"""What holds for every set of accounts: order, repetition, pieces and time change nothing."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.incidents.history import History, incident_versions
from advisory.incidents.reasons import why_same
from advisory.incidents.resolve import resolve
from advisory.incidents.similarity import points
from advisory.incidents.traits import traits_of
from advisory.model.decision import Verb
from advisory.model.marking import SourceKind
from advisory.model.vocabulary import Status
from tests.builders_incidents import (
    ANEFIS,
    FAMILIES,
    KIDAL,
    KIDAL_REGION,
    MALI,
    SCHOOL,
    account,
    actor,
    at,
    at_least,
    decision,
    exactly,
    on,
    several,
    town,
    undo,
)

SUBURB = town("Suburb", 18.46, 1.43)
MONTH, THREE_DAYS = on("2023-11-01", "2023-11-30"), on("2023-11-06", "2023-11-08")
DATES = [None, "2023-11-07", "2023-11-08", THREE_DAYS, MONTH]
HOURS = [f"2023-11-{day:02d}T{hour:02d}:00" for day in (7, 8, 9) for hour in (6, 18)]

traits = st.fixed_dictionaries(
    {
        "type_": st.sampled_from(["drone_strike", "airstrike", "clash"]),
        "place": st.sampled_from([None, KIDAL, KIDAL, KIDAL_REGION, MALI, SCHOOL, ANEFIS, SUBURB]),
        "date": st.sampled_from(DATES),
        "killed": st.sampled_from([None, exactly(3), exactly(12), at_least(12), several()]),
        "actors": st.sampled_from([(), (actor("the army"),), (actor("the rebels"),)]),
        "status": st.sampled_from(list(Status)),
    }
)
told_by = st.fixed_dictionaries(
    {
        "known": st.sampled_from(HOURS),
        "grade": st.sampled_from("ACEF"),
        "owner": st.sampled_from(["wire", "paper", "site", "unknown"]),
        "origin": st.sampled_from(["wire", "agency"]),
        "kind": st.sampled_from([SourceKind.PUBLISHED] * 4 + [SourceKind.DATASET]),
    }
)
report = st.tuples(told_by, st.lists(traits, min_size=1, max_size=2))


@st.composite
def accounts_of_reports(draw):
    told = draw(st.lists(report, min_size=1, max_size=7))
    return [
        account(f"r{number}", **by, **mention, start=10 * place)
        for number, (by, mentions) in enumerate(told)
        for place, mention in enumerate(mentions)
    ]


@st.composite
def decisions_about(draw, accounts):
    return [_draw_decision(draw, accounts, n) for n in range(draw(st.integers(0, 4)))]


def _draw_decision(draw, accounts, number):
    verb = draw(
        st.sampled_from([Verb.MUST_LINK, Verb.CANNOT_LINK, Verb.SET, Verb.REJECT, Verb.UNDO])
    )
    recorded, id_ = draw(st.sampled_from(HOURS)), f"d{number}"
    if verb is Verb.UNDO:
        target = decision(verb, id_=f"d{max(0, number - 1)}")
        return undo(target, id_=id_, recorded=recorded)
    size = 2 if verb in {Verb.MUST_LINK, Verb.CANNOT_LINK} else 1
    about = [draw(st.sampled_from(accounts)) for _ in range(size)]
    day = {"field": "date", "value": '{"first": "2023-11-07", "last": "2023-11-07"}'}
    more = day if verb is Verb.SET else {}
    return decision(verb, *about, id_=id_, recorded=recorded, **more)


def on_examples(test):
    """Ask it of some examples that nobody chose, and of many where proofs are run."""

    @pytest.mark.parametrize("count", [75, pytest.param(300, marks=pytest.mark.prove)])
    def asked(count):
        settings(deadline=None, max_examples=count)(given(st.data())(test))()

    return asked


@settings(deadline=None)
@given(st.data())
def test_order_repetition_and_pieces_change_nothing(data):
    accounts = data.draw(accounts_of_reports())
    decisions = data.draw(decisions_about(accounts))
    shuffled = data.draw(st.permutations(accounts + accounts[:2]))
    straight = resolve(accounts, decisions, families=FAMILIES)
    assert resolve(shuffled, reversed(decisions), families=FAMILIES) == straight


@settings(deadline=None)
@given(accounts_of_reports())
def test_every_account_is_in_exactly_one_incident(accounts):
    found = [a for i in resolve(accounts, families=FAMILIES) for a in i.accounts]
    assert sorted(a.mention.id for a in found) == sorted(a.mention.id for a in accounts)


@settings(deadline=None)
@given(accounts_of_reports())
def test_without_a_persons_word_no_two_accounts_of_one_incident_exclude_each_other(accounts):
    for incident in resolve(accounts, families=FAMILIES):
        for one, other in combinations(incident.accounts, 2):
            dates = [a.mention.date for a in (one, other) if a.mention.date is not None]
            days = {date.first for date in dates if date.first == date.last}
            assert len(days) <= 1
            assert one.mention.report != other.mention.report


@settings(deadline=None)
@given(accounts_of_reports())
def test_best_lies_between_low_and_high(accounts):
    for incident in resolve(accounts, families=FAMILIES):
        if incident.killed is not None:
            assert incident.killed_low <= incident.killed.best <= incident.killed_high


@settings(deadline=None)
@given(accounts_of_reports())
def test_no_account_is_more_like_another_than_like_itself(accounts):
    compared = [traits_of(account, FAMILIES) for account in accounts]
    for one in compared:
        for other in compared:
            assert points(one, other) == points(other, one) <= points(one, one) <= 105


@settings(deadline=None)
@given(accounts_of_reports())
def test_the_explanation_is_the_same_whichever_comes_first(accounts):
    compared = [traits_of(account, FAMILIES) for account in accounts]
    for one, other in combinations(compared, 2):
        assert why_same(one, other) == why_same(other, one)


@on_examples
def test_what_is_known_at_an_instant_is_what_resolve_makes_of_what_was_known(data):
    accounts = data.draw(accounts_of_reports())
    decisions = data.draw(decisions_about(accounts))
    versions = incident_versions(accounts, decisions, families=FAMILIES)
    for instant in map(at, HOURS):
        known = [account for account in accounts if account.known_at <= instant]
        expected = {i.id: i for i in resolve(known, decisions, families=FAMILIES)}
        assert {v.incident.id: v.incident for v in versions if v.is_known(instant)} == expected


@on_examples
def test_in_any_pieces_and_any_order_the_history_is_that_of_the_whole(data):
    accounts = data.draw(accounts_of_reports())
    decisions = data.draw(decisions_about(accounts))
    whole = incident_versions(accounts, decisions, families=FAMILIES)
    history, told = History(FAMILIES, {}), data.draw(st.permutations(accounts))
    while told:
        cut = data.draw(st.integers(1, len(told)))
        known = data.draw(st.integers(0, len(decisions)))
        history.learn(told[:cut], decisions[:known])
        told = told[cut:]
    history.learn((), decisions)
    assert history.versions == whole
    now = {v.incident.id: v.incident for v in history.versions if v.known_until is None}
    assert now == {i.id: i for i in resolve(accounts, decisions, families=FAMILIES)}


@on_examples
def test_what_changes_or_leaves_is_as_if_it_had_never_been(data):
    accounts = data.draw(accounts_of_reports())
    others = data.draw(accounts_of_reports())
    decisions = data.draw(decisions_about(accounts))
    history = History(FAMILIES, {})
    history.of(others, data.draw(decisions_about(others)))
    expected = incident_versions(accounts, decisions, families=FAMILIES)
    assert history.of(accounts, decisions) == expected


@given(accounts_of_reports())
def test_only_what_a_new_report_touches_is_worked_out_again(accounts):
    history = History(FAMILIES, {})
    history.learn(accounts)
    elsewhere = account("new", place=town("Far", 10.0, 1.0, country="NE", admin1="NE-1"))
    [version] = history.learn([elsewhere])
    assert version.incident.accounts == (elsewhere,)
