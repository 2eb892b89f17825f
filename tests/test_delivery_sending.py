"""The whole road of `advisory send --send`: each reader once, whatever happens on the way."""

from datetime import timedelta

import pytest

from advisory.delivery.routing import Reason
from advisory.delivery.smtp import Verdict
from advisory.errors import NotSigned, UnknownName, UserError
from advisory.model.advice import Edition, Profile
from advisory.model.delivery import Document, Outcome
from advisory.model.marking import Tlp
from advisory.pipeline import delivery, routing
from advisory.store.outbox import only_sender
from tests.builders_delivery import (
    NOW,
    a_desk,
    edition,
    kept,
    ledger,
    mail_server,
    outcomes,
    planned,
    sent_from,
    subscriber,
    three,
)

READERS = ["a@reader.example", "b@reader.example", "c@reader.example"]


class Killed(BaseException):
    """The end of the process, as far as the store can tell."""


def dying(hand, *, at, taken):
    """A hand that dies over its n-th message: after the server took it, or before."""
    given = []

    def post(recipient, message):
        given.append(recipient)
        if len(given) == at and not taken:
            raise Killed
        verdict = hand(recipient, message)
        if len(given) == at:
            raise Killed
        return verdict

    return post


def answering(*verdicts):
    """A hand that gives these verdicts in turn, and says which readers it was given."""
    left, given = list(verdicts), []

    def post(recipient, _message):
        given.append(recipient)
        return left.pop(0)

    return post, given


def test_three_subscribers_get_three_mails_each_to_one_reader(tmp_path):
    desk = a_desk(tmp_path, *three())
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
    assert sorted(envelope for envelope, _ in inbox.taken) == [[reader] for reader in READERS]
    assert sorted(mail["To"] for mail in inbox.mails) == READERS


def test_the_same_command_again_sends_nothing(tmp_path):
    desk = a_desk(tmp_path, *three())
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
        again = sent_from(desk, inbox.hand())
    assert (again, inbox.readers) == ([], READERS)


@pytest.mark.parametrize("done", [0, 1, 2, 3])
def test_killed_between_two_mails_and_run_again_each_still_gets_one(tmp_path, done):
    desk = a_desk(tmp_path, *three())
    with mail_server() as inbox:
        sent_from(desk, inbox.hand(), stop_after=done)
        sent_from(desk, inbox.hand())
    assert inbox.readers == READERS


@pytest.mark.parametrize(("taken", "arrived"), [(True, READERS), (False, READERS[::2])])
def test_killed_over_a_mail_it_is_in_doubt_and_nobody_sends_it_again(tmp_path, taken, arrived):
    desk = a_desk(tmp_path, *three())
    with mail_server() as inbox:
        with pytest.raises(Killed):
            sent_from(desk, dying(inbox.hand(), at=2, taken=taken))
        sent_from(desk, inbox.hand())
        sent_from(desk, inbox.hand())
    assert inbox.readers == arrived
    assert ledger(desk) == dict(zip(READERS, ["sent", "ambiguous", "sent"], strict=True))


def test_what_is_in_doubt_goes_again_by_a_persons_word_as_the_same_message(tmp_path):
    desk = a_desk(tmp_path, subscriber())
    with mail_server() as inbox:
        with pytest.raises(Killed):
            sent_from(desk, dying(inbox.hand(), at=1, taken=True))
        with delivery.sending(desk, lambda: NOW) as store:
            plan = routing.plan(desk, store, NOW)
            delivery.let_send_again(store, plan, ["A@reader.example"], NOW)
        sent_from(desk, inbox.hand())
    first, second = inbox.taken
    assert first == second


def test_a_persons_word_for_what_is_not_stuck_is_refused(tmp_path):
    desk = a_desk(tmp_path, subscriber())
    plan = planned(desk)
    with desk.open_store() as store, pytest.raises(UnknownName):
        delivery.let_send_again(store, plan, ["a@reader.example"], NOW)


def test_two_runs_at_once_one_wins_and_the_other_sends_nothing(tmp_path):
    desk = a_desk(tmp_path, *three())
    with mail_server() as inbox:
        with only_sender(desk.store_path), pytest.raises(UserError, match="Another run"):
            sent_from(desk, inbox.hand())
        assert inbox.taken == []
        sent_from(desk, inbox.hand())
    assert inbox.readers == READERS


def test_one_readers_fault_is_no_matter_of_the_others(tmp_path):
    desk = a_desk(tmp_path, *three())
    hand, _ = answering(
        Verdict(Outcome.BOUNCED, "550 nobody"),
        Verdict(Outcome.DEFERRED, "451"),
        Verdict(Outcome.SENT),
    )
    done = sent_from(desk, hand)
    assert outcomes(done) == dict(zip(READERS, ["bounced", "deferred", "sent"], strict=True))


def test_the_next_run_tries_what_was_deferred_and_nothing_else(tmp_path):
    desk = a_desk(tmp_path, *three())
    hand, given = answering(
        Verdict(Outcome.BOUNCED), Verdict(Outcome.DEFERRED), *[Verdict(Outcome.SENT)] * 2
    )
    sent_from(desk, hand)
    sent_from(desk, hand)
    assert given == [*READERS, "b@reader.example"]


def test_where_the_server_is_down_the_rest_stays_queued(tmp_path):
    desk = a_desk(tmp_path, *(subscriber(f"{n}@reader.example") for n in range(5)))
    hand, given = answering(*[Verdict(Outcome.DEFERRED, "no route", reached=False)] * 5)
    done = sent_from(desk, hand)
    assert len(given) == delivery.GIVE_UP_AFTER
    assert [each.outcome.value for each in done] == ["deferred"] * 3 + ["queued"] * 2


def test_the_message_lies_whole_in_the_outbox_before_it_is_handed_over(tmp_path):
    desk = a_desk(tmp_path, subscriber())
    seen = []

    def hand(_recipient, message):
        with desk.open_store() as store:
            [key] = store.outbox.ledger()
            seen.append((store.outbox.delivery(key), message))
        return Verdict(Outcome.SENT)

    sent_from(desk, hand)
    [(delivered, message)] = seen
    assert delivered.outcome is Outcome.SENDING
    assert delivered.message == message
    assert delivered.message_id.encode() in message


def test_a_mail_says_that_it_is_signed_and_is_dated_by_its_release(tmp_path):
    desk = a_desk(tmp_path, subscriber())
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
    [mail] = inbox.mails
    assert "NOT SIGNED" not in mail["Subject"]
    assert mail["Date"].datetime == NOW
    assert "one (24 Nov 2026" in mail.get_body(("plain",)).get_content()


def test_a_mail_has_a_text_and_a_page_and_the_pdf_only_for_who_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(delivery, "document", lambda *_: a_pdf())
    desk = a_desk(tmp_path, subscriber(), subscriber("b@reader.example", attach_pdf=True))
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
    kinds = {
        mail["To"]: [part.get_content_type() for part in mail.walk() if not part.is_multipart()]
        for mail in inbox.mails
    }
    assert kinds == {
        "a@reader.example": ["text/plain", "text/html"],
        "b@reader.example": ["text/plain", "text/html", "application/pdf"],
    }


def a_pdf():
    return Document("alert.pdf", "application/pdf", b"%PDF-")


def test_a_draft_that_is_named_is_refused(tmp_path):
    desk = a_desk(tmp_path, subscriber(), released_at=None)
    with pytest.raises(NotSigned, match="alert-1-1 was not sent: it is not released"):
        planned(desk, "alert-1-1")


def test_where_nothing_but_drafts_is_there_it_is_refused(tmp_path):
    desk = a_desk(tmp_path, subscriber(), released_at=None)
    with pytest.raises(NotSigned, match="Waiting for a signature: 1 draft"):
        planned(desk)


def test_an_edition_that_was_changed_after_its_release_is_not_released(tmp_path):
    desk = a_desk(tmp_path, subscriber())
    with desk.open_store() as store:
        store.database.write("DROP TRIGGER advisories_unchanged")
        store.database.write("UPDATE advisories SET body = replace(body, 'at least 12', 'no')")
    with pytest.raises(NotSigned):
        planned(desk, "alert-1-1")


def test_an_edition_nobody_wrote_is_unknown(tmp_path):
    with pytest.raises(UnknownName, match='Did you mean "alert-1-1"'):
        planned(a_desk(tmp_path, subscriber()), "alert-1-2")


def test_what_was_released_long_ago_goes_out_only_when_it_is_named(tmp_path):
    desk = a_desk(tmp_path, subscriber(), released_at=NOW - timedelta(days=8))
    assert planned(desk) == []
    assert [route.reason for route in planned(desk, "alert-1-1")] == [Reason.DUE]


def test_a_worse_alert_of_the_same_series_goes_out_too(tmp_path):
    desk = a_desk(tmp_path, subscriber())
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
        with desk.open_store() as store:
            kept(store, edition(2), released_at=NOW)
        sent_from(desk, inbox.hand())
    assert len({mail["Message-ID"] for mail in inbox.mails}) == 2


def test_each_reader_gets_the_variant_that_was_written_for_them(tmp_path):
    desk = a_desk(tmp_path, subscriber(profile=Profile.MEDIA), released_at=None)
    variants = [edition(2, profile=profile) for profile in (Profile.NGO, Profile.MEDIA)]
    with desk.open_store() as store:
        kept(store, *variants)
    [route] = planned(desk)
    assert route.issue.variant_for(route.subscriber).profile is Profile.MEDIA


def test_two_clearances_of_one_edition_are_one_mail_to_each_reader(tmp_path):
    desk = a_desk(tmp_path, subscriber(tlp=Tlp.AMBER), editions=[edition(tlp=Tlp.AMBER)])
    with desk.open_store() as store:
        kept(store, edition(tlp=Tlp.CLEAR), clearance=Tlp.CLEAR)
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
    [mail] = inbox.mails
    assert mail["Subject"].startswith("[TLP:AMBER]")


HOSTILE = [
    "Kabul\r\nBcc: evil@evil.example",
    "Kabul =?utf-8?B?DQpCY2M6IGV2aWxAZXZpbC5leGFtcGxl?=",
    "Kabul\u2028To: evil@evil.example",
    "Kabul\x00\r\n\r\nRCPT TO:<evil@evil.example>\r\n.\r\n",
]


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_of_a_report_adds_a_header_or_a_reader(tmp_path, title):
    hostile = edition(title=title, deck=title, headline=None)
    desk = a_desk(tmp_path, subscriber(), editions=[hostile])
    plain = a_desk(tmp_path / "plain", subscriber())
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
        sent_from(plain, inbox.hand())
    found, expected = inbox.mails
    assert found.keys() == expected.keys()
    assert inbox.readers == ["a@reader.example"] * 2
    assert found["To"] == "a@reader.example"


def test_a_carried_edition_goes_to_who_asked_for_it_and_to_nobody_else(tmp_path):
    readers = subscriber(), subscriber("b@reader.example", edition=Edition.CARRY)
    desk = a_desk(tmp_path, *readers, released_at=None)
    with desk.open_store() as store:
        kept(store, edition(2), edition(2, variant=Edition.CARRY))
    with mail_server() as inbox:
        sent_from(desk, inbox.hand())
    carried = {mail["To"]: "Travel notes" in mail["Subject"] for mail in inbox.mails}
    assert carried == {"a@reader.example": False, "b@reader.example": True}
