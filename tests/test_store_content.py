from datetime import date

import pytest

from advisory.errors import BrokenStore, UnknownName, UserError
from advisory.model.advice import Advisory, Edition, Product, Profile
from advisory.model.decision import Anchor, Decision, Verb
from advisory.model.marking import Tlp
from advisory.model.text import Reading
from advisory.model.value import Span
from advisory.store.store import Store
from tests.builders_store import EVENING, NOON, a_report, a_store


def a_decision(name="d1", recorded_at=NOON, **fields) -> Decision:
    return Decision(name, Verb.REJECT, "the desk", "a film", recorded_at, **fields)


def an_advisory(edition=1, **fields) -> Advisory:
    return Advisory(
        id=f"ML-8-{edition}",
        product=Product.BRIEFING,
        series="ML-8",
        edition=edition,
        profile=Profile.NGO,
        as_of=NOON,
        deck="",
        parts=(),
        sources=(),
        tlp=Tlp.GREEN,
        valid_until=date(2025, 3, 18),
        replay_id="a1",
        method="",
        **{"title": "Kidal Region", "variant": Edition.DESK, **fields},
    )


def test_a_decision_comes_back_as_it_was_taken(tmp_path):
    anchor = Anchor("r1", Span(3, 7, "hits"), "drone_strike")
    with a_store(tmp_path) as store:
        assert store.add_decision(a_decision(anchors=(anchor,)))
        assert store.decisions() == (a_decision(anchors=(anchor,)),)


def test_the_same_decision_is_kept_once_and_another_one_under_its_id_refused(tmp_path):
    with a_store(tmp_path) as store:
        store.add_decision(a_decision())
        assert not store.add_decision(a_decision())
        with pytest.raises(UserError, match="taken by another decision"):
            store.add_decision(a_decision(field="killed"))


def test_decisions_come_in_the_order_in_which_they_were_taken(tmp_path):
    with a_store(tmp_path) as store:
        store.add_decision(a_decision("b", EVENING))
        store.add_decision(a_decision("c", NOON))
        store.add_decision(a_decision("a", NOON))
        assert [decision.id for decision in store.decisions()] == ["a", "c", "b"]


def test_readings_belong_to_the_reader_that_made_them(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report("r1")], NOON)
        store.put_readings("reader 1", [Reading("r1", "en", readable=True)])
        store.put_readings("reader 2", [Reading("r1", "fr", readable=False)])
        assert store.readings("reader 1") == {"r1": Reading("r1", "en", readable=True)}
        assert store.readings("reader 3") == {}


def test_a_reading_of_a_report_that_is_not_here_is_refused(tmp_path):
    with a_store(tmp_path) as store, pytest.raises(BrokenStore, match="FOREIGN KEY"):
        store.put_readings("reader", [Reading("r9", "en", readable=True)])


def test_a_rule_base_comes_back_file_by_file(tmp_path):
    with a_store(tmp_path) as store:
        store.replays.keep_rule_base("ab12", {"levels.yaml": "levels: []"})
        assert store.replays.rule_base("ab12") == {"levels.yaml": "levels: []"}
        with pytest.raises(UnknownName):
            store.replays.rule_base("cd34")


def test_an_item_leaves_quarantine_when_it_is_taken_in_after_all(tmp_path):
    with a_store(tmp_path) as store:
        store.quarantine.add("b.txt", "The file is empty.", NOON)
        store.quarantine.add("a.txt", "The file is binary.", NOON)
        store.quarantine.remove(["b.txt"])
        assert [item.item for item in store.quarantine.all()] == ["a.txt"]


def test_the_newest_edition_of_a_series_is_that_of_each_clearance(tmp_path):
    with a_store(tmp_path) as store:
        store.advisories.add([an_advisory(1)], Tlp.GREEN)
        store.advisories.add([an_advisory(2)], Tlp.GREEN)
        store.advisories.add([an_advisory(3)], Tlp.RED)
        newest = [(one.record.edition, one.clearance) for one in store.advisories.newest()]
        assert newest == [(2, Tlp.GREEN), (3, Tlp.RED)]
        assert len(store.advisories.all("ML-8")) == 3


def test_an_edition_comes_back_with_all_its_variants_and_the_same_hash(tmp_path):
    variants = (an_advisory(), an_advisory(variant=Edition.CARRY))
    with a_store(tmp_path) as store:
        added = store.advisories.add(variants, Tlp.GREEN, "the desk")
        assert store.advisories.named("ML-8-1") == (added,)
        assert added.variant(Profile.NGO, Edition.CARRY) == variants[1]
        assert added.variant(Profile.MEDIA, Edition.DESK) is None


def test_the_hash_of_an_edition_covers_every_variant_and_its_clearance(tmp_path):
    with a_store(tmp_path) as store:
        hashes = {
            store.advisories.add([an_advisory(1)], Tlp.GREEN).hash,
            store.advisories.add([an_advisory(1)], Tlp.RED).hash,
            store.advisories.add([an_advisory(2)] * 2, Tlp.RED).hash,
        }
        assert len(hashes) == 3


def test_an_edition_is_never_edited(tmp_path):
    with a_store(tmp_path) as store:
        first = store.advisories.add([an_advisory()], Tlp.GREEN)
        assert store.advisories.add([an_advisory()], Tlp.GREEN) == first
        with pytest.raises(UserError, match="draft the next one"):
            store.advisories.add([an_advisory(title="Another")], Tlp.GREEN)


def test_the_past_of_a_store_has_what_it_had_learnt_by_then_and_no_more(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report("r1"), a_report("r2")], NOON)
        store.add_decision(a_decision())
        store.audit.append(NOON, "one", "sign", {})
        then = int(store.generation)
        store.add_reports([a_report("r1", published="2025-03-10"), a_report("r3")], NOON)
        store.add_reports([a_report("r1", title="Calm")], NOON)
        store.add_decision(a_decision("d2"))
        store.audit.append(EVENING, "two", "release", {})
    with Store.open_past(tmp_path / "store.sqlite", then) as past:
        assert past.reports() == (a_report("r1"), a_report("r2"))
        assert past.decisions() == (a_decision(),)
        assert [row.by for row in past.audit.rows()] == ["one"]
    with Store.open_past(tmp_path / "store.sqlite", 1) as past:
        assert [report.id for report in past.reports()] == ["r1"]


def test_the_past_of_a_store_cannot_be_changed(tmp_path):
    with a_store(tmp_path) as store:
        store.add_reports([a_report("r1")], NOON)
    with Store.open_past(tmp_path / "store.sqlite", 1) as past, pytest.raises(BrokenStore):
        past.add_reports([a_report("r2")], NOON)
