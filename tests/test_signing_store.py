"""The road of a signature through the store: draft, reviewed, released, and what is in its way."""

import json
import sqlite3
from datetime import timedelta
from functools import cache, partial

import pytest

from advisory.errors import AmbiguousName, NotApproved, UnknownName, UserError
from advisory.model.advice import Edition, Product, Profile, Progress
from advisory.model.marking import Tlp
from advisory.model.time import parse_as_of
from advisory.pipeline import products
from advisory.pipeline.answers import assessed, look_up
from advisory.pipeline.editions import edition_named
from advisory.pipeline.replays import replayed
from advisory.pipeline.review import review
from advisory.pipeline.slips import check, slip_folder
from tests.builders_signing import NIGHT, brief, house_desk, moved, override, sign_as

END = parse_as_of("2026-12-31")


@pytest.fixture(scope="session")
def houses(gazetteer, tmp_path_factory):
    """Give a desk for a scenario and the facts of a house, made once."""

    @cache
    def desk_of(scenario, **facts):
        return house_desk(gazetteer, scenario, tmp_path_factory.mktemp(scenario), **facts)

    return desk_of


@pytest.fixture
def curfew(houses, tmp_path):
    """Lilongwe: level 3 on 12 March 2025, and by hand level 2 on 25 April."""
    desk = moved(houses("capital-curfew"), tmp_path)
    override(desk, "MW-LI", 2, "2025-04-24")
    return desk


@pytest.fixture
def kidal(houses, tmp_path):
    """Kidal: level 5 on 8 November 2023."""
    return moved(houses("kidal"), tmp_path)


curfew_brief = partial(brief, region="MW-LI", as_of="2025-03-12")
calm_brief = partial(brief, region="MW-LI", as_of="2025-04-25")
kidal_brief = partial(brief, region="Kidal", as_of="2023-11-08")


def test_one_name_leaves_level_5_reviewed_and_a_second_one_releases_it(kidal):
    edition = kidal_brief(kidal)
    first = sign_as("first", kidal, edition)
    assert (first.state.progress, first.slip) == (Progress.REVIEWED, None)
    assert first.missing.startswith("one more signature, by another name than first")
    second = sign_as("second", kidal, edition, minutes=30)
    assert (second.state.progress, second.missing) == (Progress.RELEASED, "")


def test_the_same_name_again_changes_nothing(kidal):
    edition = kidal_brief(kidal)
    sign_as("first", kidal, edition)
    assert sign_as("First", kidal, edition, minutes=5).state.progress is Progress.REVIEWED
    with kidal.open_store() as store:
        assert len(store.audit.rows()) == 1


def test_one_name_releases_level_3(curfew):
    assert sign_as("first", curfew, curfew_brief(curfew)).state.progress is Progress.RELEASED


def test_who_drafted_it_cannot_release_it_alone(curfew):
    edition = curfew_brief(curfew, author="first")
    assert sign_as("first", curfew, edition).state.progress is Progress.REVIEWED
    assert sign_as("second", curfew, edition).state.progress is Progress.RELEASED


def test_a_desk_of_one_person_releases_level_5_alone_and_the_page_says_so(houses, tmp_path):
    desk = moved(houses("kidal", signatures=1), tmp_path)
    edition = kidal_brief(desk)
    assert sign_as("first", desk, edition).state.progress is Progress.RELEASED
    page = products.document(desk, kidal_brief(desk), "txt").content.decode()
    assert "first (24 Nov 2026 03:00 UTC) (one" in " ".join(page.split())


def test_a_level_lower_than_last_signed_takes_two(curfew):
    sign_as("first", curfew, curfew_brief(curfew))
    lower = calm_brief(curfew)
    done = sign_as("first", curfew, lower, minutes=5)
    assert done.state.progress is Progress.REVIEWED
    assert done.missing.endswith("MW-LI is lower than last signed, and that takes two")
    assert sign_as("second", curfew, lower, minutes=9).state.progress is Progress.RELEASED


def test_drafting_again_gives_the_same_edition_with_its_signatures(curfew):
    first = curfew_brief(curfew)
    sign_as("first", curfew, first)
    again = curfew_brief(curfew, profile=Profile.MEDIA)
    assert (again.id, again.progress) == (first.id, Progress.RELEASED)
    assert again.signatures == ("first (24 Nov 2026 03:00 UTC)",)


def test_one_signature_binds_every_profile_and_the_edition_to_be_carried(curfew):
    sign_as("first", curfew, curfew_brief(curfew))
    released = [
        curfew_brief(curfew, profile=profile, variant=variant).progress
        for profile in Profile
        for variant in Edition
    ]
    assert released == [Progress.RELEASED] * 10


def test_another_house_fact_makes_the_next_edition_and_nobody_has_signed_it(gazetteer, tmp_path):
    desk = house_desk(gazetteer, "capital-curfew", tmp_path)
    sign_as("first", desk, curfew_brief(desk))
    moved_out = house_desk(gazetteer, "capital-curfew", tmp_path, without=("legal_contact",))
    changed = curfew_brief(moved_out)
    assert (changed.edition, changed.progress, changed.signatures) == (2, Progress.DRAFT, ())


def test_a_word_changed_behind_the_stores_back_loses_the_signatures(curfew):
    edition = curfew_brief(curfew)
    sign_as("first", curfew, edition)
    change_the_text(curfew)
    with curfew.open_store() as store:
        [waiting] = review(curfew, END, NIGHT).drafts
        assert waiting.state.progress is Progress.DRAFT
        problems = check(curfew, store).problems
    assert problems == (f"edition {edition.id} (TLP:RED) is not what was released",)


def change_the_text(desk):
    with sqlite3.connect(desk.store_path) as stranger:
        stranger.execute("DROP TRIGGER advisories_unchanged")
        stranger.execute("UPDATE advisories SET body = replace(body, 'curfew', 'parade')")
    stranger.close()


def test_a_missing_house_fact_blocks_approval_and_writes_nothing(houses, tmp_path):
    desk = moved(houses("kidal", without=("line",)), tmp_path)
    with pytest.raises(NotApproved, match='the house fact "line" is not set'):
        sign_as("first", desk, kidal_brief(desk))
    with desk.open_store() as store:
        assert store.audit.rows() == ()


def test_a_level_below_that_of_all_data_is_refused_until_a_person_overrides(houses, tmp_path):
    desk = moved(houses("red-strike"), tmp_path)
    green = partial(brief, desk, "Kherson", "2025-04-15", clearance=Tlp.GREEN)
    with pytest.raises(NotApproved, match="it says UNKNOWN, but all reports in the store give 4"):
        sign_as("first", desk, green())
    override(desk, "UA-65", 4, "2025-04-14")
    assert sign_as("first", desk, green()).state.progress is Progress.REVIEWED


def test_a_flash_releases_level_5_on_one_name_and_prints_when_it_must_be_reviewed(kidal):
    done = sign_as("first", kidal, kidal_brief(kidal), flash=True)
    assert str(done.state) == "released by first, FLASH until 24 Nov 2026 15:00 UTC"
    page = products.document(kidal, kidal_brief(kidal), "txt").content.decode()
    assert "FLASH: signed by one person. Second review due by 24 November 2026, 15:00 UTC" in (
        " ".join(page.split())
    )
    assert sign_as("second", kidal, kidal_brief(kidal), minutes=90).state.review_due is None


def test_a_flash_that_ran_out_waits_in_the_queue_for_its_second_name(kidal):
    sign_as("first", kidal, kidal_brief(kidal), flash=True)
    [waiting] = review(kidal, END, NIGHT + timedelta(hours=13)).drafts
    assert waiting.state.progress is Progress.REVIEWED
    assert waiting.missing.startswith("one more signature")


def test_a_flash_never_lowers(curfew):
    sign_as("first", curfew, curfew_brief(curfew))
    with pytest.raises(NotApproved, match="a FLASH only raises: MW-LI would be lowered"):
        sign_as("first", curfew, calm_brief(curfew), flash=True)


def test_the_last_edition_is_what_changes_are_told_against_once_it_was_released(curfew):
    assert calm_brief(curfew).parts[0].changes == ()
    sign_as("first", curfew, curfew_brief(curfew))
    changes = [str(change) for change in calm_brief(curfew).parts[0].changes]
    assert "Level: 2 LOW, was 3 MEDIUM." in changes


def test_an_edition_is_superseded_once_a_later_one_is_released(curfew):
    older, later = curfew_brief(curfew), calm_brief(curfew)
    sign_as("first", curfew, older)
    later = calm_brief(curfew)
    sign_as("first", curfew, later)
    sign_as("second", curfew, later)
    assert curfew_brief(curfew).progress is Progress.SUPERSEDED


def test_a_draft_older_than_what_was_released_is_refused(curfew):
    older, later = curfew_brief(curfew), calm_brief(curfew)
    sign_as("first", curfew, later)
    with pytest.raises(NotApproved, match="a later edition of it was released"):
        sign_as("first", curfew, older)


def test_a_look_up_says_who_signed_from_the_instant_of_the_release(curfew):
    sign_as("first", curfew, curfew_brief(curfew))
    region = curfew.gazetteer.region("MW-LI")
    before, after = (
        json.loads(look_up(curfew, [region], as_of, None)[0].body)
        for as_of in (NIGHT - timedelta(seconds=1), END)
    )
    assert (before["signed"], before["last_signed_level"]) == (None, None)
    assert after["signed"]["edition"] == "briefing-MW-LI-1"
    assert (after["last_signed_level"], after["planning_level"]) == (3, 3)


def signed_levels(desk, name, clearance):
    region = desk.gazetteer.region(name)
    with desk.open_store() as store:
        _, [told] = assessed(desk, store, [region], END, clearance)
    return told.last_signed_level


def test_who_may_not_see_a_product_does_not_know_of_its_release(houses, tmp_path):
    desk = moved(houses("red-strike"), tmp_path)
    edition = brief(desk, "Kherson", "2025-04-15")
    sign_as("first", desk, edition)
    sign_as("second", desk, edition)
    known = [signed_levels(desk, "Kherson", seen) for seen in (None, Tlp.RED, Tlp.GREEN)]
    assert known == [4, 4, None]


def test_a_product_from_open_reports_is_signed_for_everybody(curfew):
    sign_as("first", curfew, curfew_brief(curfew))
    assert signed_levels(curfew, "MW-LI", Tlp.CLEAR) == 3


def test_an_edition_of_two_clearances_must_be_named_with_one(curfew):
    edition = curfew_brief(curfew)
    curfew_brief(curfew, clearance=Tlp.CLEAR)
    with curfew.open_store() as store:
        with pytest.raises(AmbiguousName, match="--tlp CLEAR"):
            edition_named(store, edition.id, None)
        with pytest.raises(UnknownName, match='Did you mean "briefing-MW-LI-1"'):
            edition_named(store, "briefing-MW-L1-1", None)


def test_nothing_is_carried_that_rests_on_closed_reports(houses, tmp_path):
    desk = moved(houses("red-strike"), tmp_path)
    with pytest.raises(UserError, match="cannot rest on TLP:RED reports"):
        brief(desk, "Kherson", "2025-04-15", variant=Edition.CARRY)


def test_bulletins_and_alerts_are_kept_and_found_again(kidal):
    order = products.Order(parse_as_of("2023-11-08"))
    region = kidal.gazetteer.region("Kidal")
    strike = products.latest_incident(kidal, region, order)
    for _ in range(2):
        products.weekly(kidal, [region], order)
        products.alert(kidal, strike, order)
    with kidal.open_store() as store:
        kept = [(one.record.product, one.record.edition) for one in store.advisories.all()]
    assert sorted(kept) == [(Product.ALERT, 1), (Product.BULLETIN, 1)]


def test_a_bulletin_without_regions_tells_of_all_in_the_news(kidal):
    bulletin = products.weekly(kidal, [], products.Order(parse_as_of("2023-11-19")))
    assert "ML-8" in [part.region.id for part in bulletin.parts]
    assert bulletin.series == "bulletin-all"


def test_a_region_that_falls_silent_stays_in_the_bulletin_for_a_quarter(kidal):
    quiet = products.weekly(kidal, [], products.Order(parse_as_of("2024-02-11")))
    assert "ML-8" in [part.region.id for part in quiet.parts]


def test_a_bulletin_of_nothing_is_refused(kidal):
    with pytest.raises(UnknownName, match="91 days"):
        products.weekly(kidal, [], products.Order(parse_as_of("2020-02-11")))


def test_a_level_that_a_product_rests_on_is_printed_again_byte_for_byte(curfew):
    edition = curfew_brief(curfew)
    region = curfew.gazetteer.region("MW-LI")
    [answer] = look_up(curfew, [region], edition.as_of, None)
    assert replayed(curfew, edition.replay_id) == answer.body


def test_a_release_leaves_a_slip_that_holds_the_head_of_the_log(curfew):
    done = sign_as("first", curfew, curfew_brief(curfew))
    with curfew.open_store() as store:
        head = store.audit.head
        assert check(curfew, store).problems == ()
    assert json.loads(done.slip.read_text())["audit_head"] == head
    assert done.slip.parent == slip_folder(curfew)


def test_a_log_whose_end_was_cut_off_does_not_agree_with_the_slip(curfew):
    sign_as("first", curfew, curfew_brief(curfew))
    with sqlite3.connect(curfew.store_path) as stranger:
        stranger.execute("DROP TRIGGER audit_stays")
        stranger.execute("DELETE FROM audit WHERE sequence = 2")
    stranger.close()
    with curfew.open_store() as store:
        [problem] = check(curfew, store).problems
    assert "is not in the log: its end was cut off" in problem


def test_a_lost_slip_is_written_anew_by_signing_again(curfew):
    edition = curfew_brief(curfew)
    slip = sign_as("first", curfew, edition).slip
    slip.unlink()
    assert sign_as("second", curfew, edition).slip == slip
    assert slip.exists()


def test_the_queue_names_drafts_with_what_blocks_them_and_what_they_need(houses, tmp_path):
    desk = moved(houses("kidal", without=("line",)), tmp_path)
    kidal_brief(desk)
    [waiting] = review(desk, parse_as_of("2023-11-08"), NIGHT).drafts
    assert waiting.blocked == (
        'the house fact "line" is not set. Set line in house.yaml in your rules folder.',
    )
    assert waiting.missing == "2 signatures: level 4 and above takes two"


def test_the_queue_names_undated_reports_orphans_and_old_levels(kidal):
    with kidal.open_store() as store:
        first = store.reports()[0]
        store.add_reports([type(first)("undated", "Three people were killed.")], NIGHT)
    found = review(kidal, parse_as_of("2023-11-22"), NIGHT)
    assert found.undated == ("undated",)
    assert [one.region.id for one in found.stale if one.region.id == "ML-8"] == ["ML-8"]
