"""What a clearance may not see changes nothing in what it gets (decision 11)."""

import pytest

from advisory import resources
from advisory.intake.intake import take_in
from advisory.model.marking import Tlp
from advisory.model.time import parse_as_of
from advisory.pipeline import products
from advisory.pipeline.answers import look_up
from advisory.pipeline.ingest import take_all
from tests.builders_seeds import NOW, desk_with

AS_OF = parse_as_of("2025-04-15")
SEEDS = resources.folder("seeds")


@pytest.fixture(scope="module")
def desks(gazetteer, tmp_path_factory):
    """A desk with the RED report in its store, and one without."""

    def desk_of(name, *scenarios):
        desk = desk_with(gazetteer, tmp_path_factory.mktemp(name) / "store.db")
        paths = [SEEDS / scenario for scenario in scenarios]
        with desk.open_store(create=True) as store:
            take_all(store, take_in(paths, sources=desk.rulebook.sources, now=NOW), NOW)
        return desk

    return desk_of("with", "kidal", "red-strike"), desk_of("without", "kidal")


def printed(desk, region, clearance):
    order = products.Order(AS_OF, clearance=clearance)
    drafted = products.brief(desk, desk.gazetteer.region(region), order)
    return products.document(desk, drafted, "txt").content


@pytest.mark.parametrize("region", ["Kherson", "Kidal", "Ukraine"])
def test_a_briefing_for_green_is_the_same_bytes_with_and_without_a_red_report(desks, region):
    with_red, without = desks
    assert printed(with_red, region, Tlp.GREEN) == printed(without, region, Tlp.GREEN)


def test_a_look_up_for_green_is_the_same_with_and_without_a_red_report(desks):
    answers = [
        look_up(desk, [desk.gazetteer.region("Kherson")], AS_OF, Tlp.GREEN) for desk in desks
    ]
    assert answers[0] == answers[1]


def test_who_may_see_the_red_report_gets_another_briefing_marked_red(desks):
    told = printed(desks[0], "Kherson", Tlp.RED).decode()
    assert "Shelling" in told
    assert told.startswith("TLP:RED")
