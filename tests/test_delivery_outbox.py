"""The outbox: a row for each delivery, from outcome to outcome, and never back from sent."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advisory.errors import BrokenStore
from advisory.model.delivery import Delivery, DeliveryKey, Outcome
from advisory.store.store import Store
from tests.builders_delivery import NOW

KEYS = [DeliveryKey("alert-1", "alert-1-1 TLP:RED", f"{name}@reader.example") for name in "abc"]
ENDS = [Outcome.SENT, Outcome.DEFERRED, Outcome.BOUNCED, Outcome.AMBIGUOUS]

ACTS = st.one_of(
    st.tuples(st.just("queue"), st.sampled_from(KEYS)),
    st.tuples(st.just("claim"), st.sampled_from(KEYS)),
    st.tuples(st.just("settle"), st.sampled_from(KEYS), st.sampled_from(ENDS)),
    st.tuples(st.just("doubt")),
    st.tuples(st.just("requeue"), st.sampled_from(KEYS)),
)


def queued(key, message=b"m") -> Delivery:
    return Delivery(key, "<id@desk.example>", message, Outcome.QUEUED, NOW)


@pytest.fixture
def outbox(tmp_path):
    with Store.open(tmp_path / "store.db") as store:
        yield store.outbox


def sent(outbox, key):
    outbox.queue([queued(key)])
    outbox.claim(key, NOW)
    outbox.settle(key, Outcome.SENT, "250", NOW)


def expected(known, act, key=None, end=None):
    """What the ledger should say after an act: the whole machine, in a few lines."""
    now = known.get(key)
    if act == "queue":
        return known | {key: now or Outcome.QUEUED}
    if act == "claim" and now in {Outcome.QUEUED, Outcome.DEFERRED}:
        return known | {key: Outcome.SENDING}
    if act == "settle" and now is Outcome.SENDING:
        return known | {key: end}
    if act == "doubt":
        in_doubt = {k: Outcome.AMBIGUOUS for k, was in known.items() if was is Outcome.SENDING}
        return known | in_doubt
    if act == "requeue" and now in {Outcome.AMBIGUOUS, Outcome.BOUNCED}:
        return known | {key: Outcome.QUEUED}
    return known


def do(outbox, act, key=None, end=None):
    match act:
        case "queue":
            outbox.queue([queued(key)])
        case "claim":
            outbox.claim(key, NOW)
        case "settle":
            outbox.settle(key, end, "", NOW)
        case "doubt":
            outbox.doubt(NOW)
        case "requeue":
            outbox.requeue(key, NOW)


@settings(max_examples=30, deadline=None)
@given(acts=st.lists(ACTS, max_size=30))
def test_whatever_is_done_in_whatever_order_a_row_goes_only_where_it_may(tmp_path_factory, acts):
    known = {}
    with Store.open(tmp_path_factory.mktemp("outbox") / "store.db") as store:
        for act in acts:
            do(store.outbox, *act)
            known = expected(known, *act)
        assert store.outbox.ledger() == known


def test_queued_again_the_first_message_stays(outbox):
    outbox.queue([queued(KEYS[0], b"first")])
    outbox.queue([queued(KEYS[0], b"second")])
    assert outbox.delivery(KEYS[0]).message == b"first"


def test_what_was_sent_is_claimed_by_nobody(outbox):
    sent(outbox, KEYS[0])
    assert outbox.claim(KEYS[0], NOW) is False


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE outbox SET outcome = 'queued'",
        "UPDATE outbox SET message = x'00'",
        "UPDATE outbox SET message_id = '<other@desk.example>'",
        "DELETE FROM outbox",
    ],
)
def test_what_was_sent_cannot_be_unsent_behind_our_back(outbox, statement):
    sent(outbox, KEYS[0])
    with pytest.raises(BrokenStore, match=r"sent|never edited"):
        outbox.database.write(statement)


def test_a_delivery_remembers_its_message_and_why_it_failed(outbox):
    outbox.queue([queued(KEYS[0])])
    outbox.claim(KEYS[0], NOW)
    outbox.settle(KEYS[0], Outcome.DEFERRED, "451 later", NOW)
    kept = outbox.delivery(KEYS[0])
    assert (kept.outcome, kept.reason, kept.updated_at) == (Outcome.DEFERRED, "451 later", NOW)
