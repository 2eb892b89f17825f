from dataclasses import replace
from datetime import timedelta

import pytest

from advisory.advice.lint import Finding
from advisory.advice.signoff import (
    flash_refusals,
    lowered,
    missing,
    needed,
    refusals,
    sign_off,
    signed_copy,
    signers,
)
from advisory.model.advice import Edition, Progress
from tests.builders_rendering import alert
from tests.builders_signing import NIGHT, proposal, released, signed

FLASH = released(flash=True)


@pytest.mark.parametrize(
    ("level", "last_signed", "names"),
    [
        (3, None, 1), (1, None, 1), (None, None, 1), (4, None, 2), (5, None, 2),
        (3, 4, 2), (2, 3, 2), (3, 3, 1), (3, 2, 1), (None, 2, 2),
    ],
)  # fmt: skip
def test_two_sign_from_level_4_and_for_anything_lower_than_last_signed(level, last_signed, names):
    last = {} if last_signed is None else {"ML-8": last_signed}
    assert needed(proposal(level, last_signed=last)) == names


def test_one_region_of_a_bulletin_at_level_4_is_enough_to_ask_for_two():
    assert needed(replace(proposal(), levels={"ML-1": 2, "ML-8": 4})) == 2


def test_a_desk_of_one_person_signs_alone_even_at_level_5():
    assert needed(proposal(5, house=1)) == 1
    assert missing(proposal(5, house=1, author="first"), [signed("first")]) == ""


def test_a_region_that_became_unknown_stands_lower_than_it_was_signed():
    assert lowered(proposal(None, last_signed={"ML-8": 2})) == ("ML-8",)


def test_the_same_name_twice_counts_once():
    twice = [signed("Duty Officer"), signed(" duty  officer ", 5)]
    assert len(signers(twice, "h1")) == 1


def test_a_signature_binds_one_content_and_is_lost_with_another():
    entries = [signed("first", content="h1"), released(content="h1")]
    assert sign_off(entries, "h1").progress is Progress.RELEASED
    assert sign_off(entries, "h2").progress is Progress.DRAFT
    assert sign_off(entries, "h2").names == ()


def test_one_name_is_enough_below_level_4():
    assert missing(proposal(3), [signed("first")]) == ""


def test_who_drafted_it_does_not_sign_it_alone():
    mine = proposal(3, author="first")
    words = "a signature of another person than first, who drafted it"
    assert missing(mine, [signed("FIRST")]) == words
    assert missing(mine, [signed("second")]) == ""


def test_who_drafted_it_may_be_one_of_two():
    mine = proposal(4, author="first")
    assert missing(mine, [signed("first"), signed("second")]) == ""


def test_what_is_missing_is_said_with_its_reason():
    low = proposal(3, last_signed={"ML-8": 4})
    assert missing(proposal(4), []) == "2 signatures: level 4 and above takes two"
    assert missing(proposal(3), []) == "1 signature"
    assert missing(low, [signed("first")]) == (
        "one more signature, by another name than first: ML-8 is lower than last signed, "
        "and that takes two"
    )


def test_a_missing_house_fact_and_any_finding_of_the_editor_block():
    finding = Finding("e1", 'the house fact "line" is not set', "Set line in house.yaml.")
    assert refusals(proposal(), [finding]) == (
        'the house fact "line" is not set. Set line in house.yaml.',
    )
    assert refusals(proposal(), []) == ()


@pytest.mark.parametrize(
    ("level", "all_data", "blocked"), [(3, 4, 1), (None, 2, 1), (4, 4, 0), (4, None, 0)]
)
def test_a_level_below_that_of_all_data_blocks(level, all_data, blocked):
    assert len(refusals(proposal(level, all_data={"ML-8": all_data}), [])) == blocked


@pytest.mark.parametrize(
    ("level", "last_signed", "why"),
    [
        (5, 4, ()),
        (3, None, ()),
        (3, 4, ("a FLASH only raises: ML-8 would be lowered",)),
        (4, 4, ("a FLASH only raises: no level is above the one last signed",)),
        (None, None, ("a FLASH only raises: ML-8 is UNKNOWN",)),
    ],
)
def test_a_flash_is_for_raising_a_level_only(level, last_signed, why):
    last = {} if last_signed is None else {"ML-8": last_signed}
    assert flash_refusals(proposal(level, last_signed=last)) == why


def test_a_flash_holds_twelve_hours_and_says_when_its_second_review_is_due():
    entries = [signed("first", flash=True), FLASH]
    due = NIGHT + timedelta(hours=12)
    assert sign_off(entries, "h1", due).progress is Progress.RELEASED
    assert sign_off(entries, "h1", due).review_due == due
    assert sign_off(entries, "h1", due + timedelta(seconds=1)).progress is Progress.REVIEWED


def test_a_second_name_makes_a_flash_a_release_like_any_other():
    entries = [signed("first"), FLASH, signed("second", 90), released("second", 90)]
    state = sign_off(entries, "h1", NIGHT + timedelta(days=9))
    assert (state.progress, state.review_due) == (Progress.RELEASED, None)
    assert str(state) == "released by first and second"


def test_a_released_product_prints_who_released_it_and_when():
    state = sign_off([signed("first"), signed("second", 30), released(minutes=30)], "h1")
    copy = signed_copy(alert(), state)
    assert copy.signatures == ("first (24 Nov 2026 03:00 UTC)", "second (24 Nov 2026 03:30 UTC)")
    assert copy.parts[0].box.signed.endswith("by first and second on 24 November 2026")


def test_one_signature_of_two_does_not_sign_the_level():
    copy = signed_copy(alert(), sign_off([signed("first")], "h1"))
    assert copy.progress is Progress.REVIEWED
    assert copy.parts == alert().parts


def test_the_edition_to_be_carried_is_released_without_a_name_on_it():
    state = sign_off([signed("first"), released()], "h1")
    copy = signed_copy(alert(variant=Edition.CARRY, signatures=()), state)
    assert (copy.progress, copy.signatures) == (Progress.RELEASED, ())
    assert copy.parts == alert().parts
