"""One message over SMTP: each fault ends in the truth, and nothing is said in the clear."""

from datetime import UTC, datetime
from functools import partial

import pytest
from aiosmtpd.smtp import AuthResult

from advisory.delivery import smtp
from advisory.delivery.smtp import Server, post
from advisory.errors import UserError
from advisory.model.delivery import Outcome
from tests.builders_delivery import (
    AUTHORITY,
    SENDER,
    certificate,
    free_port,
    mail_server,
    scripted_server,
    speaks_tls,
)

READER = "a@reader.example"
MESSAGE = b"Subject: x\r\n\r\nbody\r\n"
CANARY = "canary-secret"


def to(port, **fields):
    """Post to a server on this machine, in the clear unless told otherwise."""
    options = {"host": "127.0.0.1", "plaintext": True, "timeout_seconds": 2.0, **fields}
    return post(Server(port=port, **options), SENDER, READER, MESSAGE)


def over_tls(port, **fields):
    return to(port, plaintext=False, host=fields.pop("host", "localhost"), **fields)


@pytest.mark.parametrize(
    ("step", "answer", "outcome", "reached"),
    [
        ("connect", None, Outcome.DEFERRED, False),
        ("connect", "421 busy", Outcome.DEFERRED, False),
        ("connect", "554 go away", Outcome.DEFERRED, False),
        ("EHLO", None, Outcome.DEFERRED, False),
        ("EHLO", "421 busy", Outcome.DEFERRED, False),
        ("MAIL", None, Outcome.DEFERRED, True),
        ("MAIL", "451 later", Outcome.DEFERRED, False),
        ("MAIL", "530 log in first", Outcome.DEFERRED, False),
        ("RCPT", None, Outcome.DEFERRED, True),
        ("RCPT", "450 greylisted", Outcome.DEFERRED, True),
        ("RCPT", "550 nobody here", Outcome.BOUNCED, True),
        ("RCPT", "gibberish", Outcome.DEFERRED, True),
        ("DATA", None, Outcome.DEFERRED, True),
        ("DATA", "451 later", Outcome.DEFERRED, True),
        ("DATA", "554 no", Outcome.BOUNCED, True),
        ("DATA", "250 what", Outcome.DEFERRED, True),
        ("dot", None, Outcome.AMBIGUOUS, True),
        ("dot", "250 taken", Outcome.SENT, True),
        ("dot", "451 later", Outcome.DEFERRED, True),
        ("dot", "452 full", Outcome.DEFERRED, True),
        ("dot", "552 too large", Outcome.BOUNCED, True),
        ("dot", "gibberish", Outcome.AMBIGUOUS, True),
        ("dot", "354 go on", Outcome.AMBIGUOUS, True),
    ],
)
def test_what_the_server_does_decides_the_outcome(step, answer, outcome, reached):
    with scripted_server({step: answer}) as (port, _):
        verdict = to(port)
    assert (verdict.outcome, verdict.reached) == (outcome, reached)


def test_a_server_that_never_answers_the_message_leaves_it_in_doubt():
    with scripted_server({"dot": "250-one line of many"}) as (port, _):
        verdict = to(port, timeout_seconds=0.3)
    assert verdict.outcome is Outcome.AMBIGUOUS


def test_a_server_that_never_answers_before_the_message_defers_it():
    with scripted_server({"RCPT": "250-one line of many"}) as (port, _):
        verdict = to(port, timeout_seconds=0.3)
    assert verdict.outcome is Outcome.DEFERRED


def test_where_no_server_is_the_message_is_deferred():
    assert to(free_port()).outcome is Outcome.DEFERRED


def test_what_the_server_says_cannot_move_the_cursor():
    with scripted_server({"RCPT": "550 \x1b[2J\x07no"}) as (port, _):
        assert to(port).reason == "550 [2J no"


def test_a_dot_on_its_own_line_ends_no_message():
    with scripted_server({}) as (port, heard):
        server = Server("127.0.0.1", port, plaintext=True)
        post(server, SENDER, READER, b"Subject: x\r\n\r\n.\r\nRCPT TO:<b@evil.example>\n.\n")
    assert sum(line.startswith("rcpt") for line in heard) == 1


def trust_the_authority(monkeypatch, folder):
    AUTHORITY.cert_pem.write_to_path(folder / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "authority.pem"))


def test_an_encrypted_line_to_a_proven_server_takes_the_message(monkeypatch, tmp_path):
    trust_the_authority(monkeypatch, tmp_path)
    with mail_server(tls_context=speaks_tls(certificate()), require_starttls=True) as inbox:
        assert over_tls(inbox.port).outcome is Outcome.SENT
    assert inbox.readers == [READER]


def test_tls_from_the_first_byte_takes_the_message(monkeypatch, tmp_path):
    trust_the_authority(monkeypatch, tmp_path)
    with mail_server(ssl_context=speaks_tls(certificate())) as inbox:
        monkeypatch.setattr(smtp, "IMPLICIT_TLS_PORT", inbox.port)
        assert over_tls(inbox.port).outcome is Outcome.SENT


@pytest.mark.parametrize(
    ("shown", "trusted"),
    [
        (certificate(), False),
        (certificate(not_after=datetime(2020, 1, 1, tzinfo=UTC)), True),
        (certificate("mail.example"), True),
    ],
    ids=["of an unknown authority", "expired", "another host's"],
)
def test_a_server_that_does_not_prove_its_name_hears_nothing(monkeypatch, tmp_path, shown, trusted):
    if trusted:
        trust_the_authority(monkeypatch, tmp_path)
    with mail_server(tls_context=speaks_tls(shown)) as inbox:
        verdict = over_tls(inbox.port, user="u", password=CANARY)
    assert (verdict.outcome, verdict.reached, inbox.taken) == (Outcome.DEFERRED, False, [])
    assert "certificate verify failed" in verdict.reason


def test_where_a_thief_takes_starttls_away_nothing_is_said():
    with scripted_server({"EHLO": "250-hello\r\n250 AUTH PLAIN"}) as (port, heard):
        verdict = over_tls(port, user="u", password=CANARY)
    assert (verdict.outcome, verdict.reached) == (Outcome.DEFERRED, False)
    assert all(line.startswith(("ehlo", "quit")) for line in heard)


def test_a_login_that_is_refused_defers_and_tells_no_password(monkeypatch, tmp_path):
    trust_the_authority(monkeypatch, tmp_path)
    refuse = partial(AuthResult, success=False, handled=False)
    with mail_server(
        tls_context=speaks_tls(certificate()), authenticator=lambda *_: refuse()
    ) as inbox:
        verdict = over_tls(inbox.port, user="u", password=CANARY)
    assert (verdict.outcome, verdict.reached) == (Outcome.DEFERRED, False)
    assert verdict.reason.startswith("localhost: 535")
    assert CANARY not in verdict.reason


def test_a_password_is_never_shown():
    assert CANARY not in repr(Server("mail.desk.example", user="u", password=CANARY))


@pytest.mark.parametrize("host", ["mail.desk.example", "10.0.0.1", "::", "127.0.0.1.evil.example"])
def test_in_the_clear_means_to_this_machine(host):
    with pytest.raises(UserError, match="--plaintext is for this machine alone"):
        Server(host, plaintext=True)


def test_a_user_without_a_password_is_told_where_to_put_it():
    with pytest.raises(UserError, match="ADVISORY_SMTP_PASSWORD"):
        Server("mail.desk.example", user="u")
