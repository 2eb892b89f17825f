"""The ledger of an incident: what opponents say stands under one another, nothing is averaged."""

from advisory.incidents.output import ledger_json, ledger_lines, side_by_side
from advisory.incidents.resolve import resolve
from advisory.model.vocabulary import Stance
from tests.builders_incidents import FAMILIES, account, at_least, claim, exactly


def one(*accounts):
    [incident] = resolve(accounts, families=FAMILIES)
    return incident


CONTESTED = one(
    account("r1", killed=at_least(12), owner="wire", claims=(claim("status", "the army"),)),
    account(
        "r2",
        killed=exactly(14),
        owner="radio",
        known="2023-11-07T20:00",
        claims=(
            claim("killed", "the mayor", Stance.ASSERTED, count=exactly(14)),
            claim("status", "the rebels", Stance.DENIED),
        ),
    ),
)


def test_opponents_stand_under_one_another_field_by_field():
    said = {
        field: [(row["speaker"], row["stance"]) for row in rows]
        for field, rows in side_by_side(CONTESTED).items()
    }
    assert said == {
        "status": [("the army", "claimed"), ("the rebels", "denied")],
        "killed": [("wire", "asserted"), ("the mayor", "asserted")],
    }


def test_a_figure_that_is_a_speakers_claim_is_not_the_papers_own_as_well():
    speakers = [row["speaker"] for row in side_by_side(CONTESTED)["killed"]]
    assert "radio" not in speakers


def test_what_two_reports_quote_of_one_speaker_is_one_row():
    said = claim("status", "the army")
    both = one(
        account("r1", claims=(said,)),
        account("r2", claims=(said, claim("status", "the rebels"))),
    )
    assert [row["reports"] for row in side_by_side(both)["status"]] == [["r1", "r2"], ["r2"]]


def test_where_one_speaks_alone_there_is_nothing_to_compare():
    assert side_by_side(one(account("r1", killed=exactly(3)))) == {}


def test_the_ledger_shows_least_best_and_most_with_the_rule():
    lines = list(ledger_lines(CONTESTED))
    assert "  killed: best at least 12, least 12, most 14" in lines
    assert ledger_json(CONTESTED)["side_by_side"][0]["field"] == "status"
