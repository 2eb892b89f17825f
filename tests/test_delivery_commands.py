"""`advisory send` and `advisory subscribers`, as a person at the terminal meets them."""

import json
import re

import pytest
from typer.testing import CliRunner

from advisory.cli import options
from advisory.cli.app import build
from advisory.errors import NotSigned, UserError
from tests.builders_delivery import (
    NOW,
    ThreeRegions,
    a_desk,
    mail_server,
    scripted_server,
    subscriber,
    three,
)


@pytest.fixture
def run(monkeypatch):
    """Run a command in process, at noon, with the gazetteer of three regions."""
    monkeypatch.setattr(
        "advisory.pipeline.desk.Gazetteer.open", lambda *_arguments, **_options: ThreeRegions()
    )
    monkeypatch.setattr(options, "now", lambda: NOW)
    monkeypatch.setenv("ADVISORY_SMTP_PASSWORD", "canary-secret")

    def command(desk, *arguments):
        words = [*arguments, "--store", str(desk.store_path)]
        return CliRunner().invoke(build([arguments[0]]), words)

    return command


def sending(port, *more):
    return (
        "send",
        "--send",
        "--from",
        "desk@desk.example",
        "--plaintext",
        "--port",
        str(port),
        *more,
    )


def test_without_send_it_says_who_would_get_what_and_sends_nothing(run, tmp_path):
    desk = a_desk(tmp_path, subscriber(), subscriber("b@reader.example", ["ML-BKO"]))
    result = run(desk, "send")
    assert result.stdout.splitlines() == [
        "alert-1-1  TLP:GREEN, released",
        "  due                    a@reader.example",
        "  not their region       b@reader.example",
    ]
    assert "Dry run: 1 mail would go out" in result.stderr
    assert result.exit_code == 0


def test_where_nobody_subscribes_it_says_so(run, tmp_path):
    result = run(a_desk(tmp_path), "send")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nobody subscribes" in result.stderr


def test_with_send_it_sends_and_says_so(run, tmp_path):
    desk = a_desk(tmp_path, *three())
    with mail_server() as inbox:
        result = run(desk, *sending(inbox.port))
    assert (result.exit_code, len(inbox.taken)) == (0, 3)
    assert result.stdout.splitlines()[0] == "sent                   a@reader.example  alert-1-1"
    assert result.stderr == "3 sent.\n"


def test_where_mail_was_refused_it_says_why_and_leaves_with_5(run, tmp_path):
    desk = a_desk(tmp_path, subscriber())
    with scripted_server({"RCPT": "550 nobody here"}) as (port, _):
        result = run(desk, *sending(port))
    assert result.exit_code == 5
    assert result.stdout.split() == [
        "bounced",
        "a@reader.example",
        "alert-1-1",
        "550",
        "nobody",
        "here",
    ]


def test_what_is_in_doubt_tells_a_person_what_to_do(run, tmp_path):
    desk = a_desk(tmp_path, subscriber())
    with scripted_server({"dot": None}) as (port, _):
        first = run(desk, *sending(port))
    assert first.exit_code == 5
    assert "advisory send EDITION --again ADDRESS --send" in first.stderr
    with mail_server() as inbox:
        run(desk, *sending(inbox.port))
        assert inbox.taken == []
        again = run(desk, *sending(inbox.port, "alert-1-1", "--again", "a@reader.example"))
    assert (again.exit_code, inbox.readers) == (0, ["a@reader.example"])


def test_again_is_never_a_dry_run(run, tmp_path):
    result = run(a_desk(tmp_path, subscriber()), "send", "--again", "a@reader.example")
    assert isinstance(result.exception, UserError)


def test_a_draft_leaves_with_4(run, tmp_path):
    result = run(a_desk(tmp_path, subscriber(), released_at=None), "send", "alert-1-1")
    assert isinstance(result.exception, NotSigned)
    assert result.exception.exit_code == 4


def test_who_sends_must_be_said(run, tmp_path):
    result = run(a_desk(tmp_path, subscriber()), "send", "--send")
    assert isinstance(result.exception, UserError)
    assert "ADVISORY_FROM" in str(result.exception)


def test_the_password_is_printed_nowhere(run, tmp_path):
    desk = a_desk(tmp_path, subscriber())
    with scripted_server({"EHLO": "250-x\r\n250 AUTH PLAIN", "AUTH": "535 no"}) as (port, _):
        result = run(desk, *sending(port, "--user", "u"))
    assert result.exit_code == 5
    assert "535 no" in result.stdout
    assert "canary-secret" not in result.output


def test_a_subscriber_is_added_listed_and_removed(run, tmp_path):
    desk = a_desk(tmp_path)
    run(desk, "subscribers", "add", "a@reader.example", "--region", "ML-8", "--tlp", "amber")
    listed = json.loads(run(desk, "subscribers", "list", "--json").stdout)
    run(desk, "subscribers", "remove", "A@reader.example")
    assert run(desk, "subscribers", "list").stdout == ""
    [one] = listed
    assert (one["address"], one["regions"], one["tlp"]) == ("a@reader.example", ["ML-8"], "AMBER")


def test_a_list_of_two_addresses_is_no_subscriber(run, tmp_path):
    words = ("subscribers", "add", "a@b.example,c@d.example", "--region", "ML-8")
    result = run(a_desk(tmp_path), *words)
    assert isinstance(result.exception, UserError)


def test_every_command_has_an_example():
    for words in (
        ["send"],
        ["subscribers", "add"],
        ["subscribers", "list"],
        ["subscribers", "remove"],
    ):
        help_text = CliRunner().invoke(build([words[0]]), [*words, "--help"]).stdout
        assert "Example: advisory " + " ".join(words) in re.sub(r"\s+", " ", help_text)
