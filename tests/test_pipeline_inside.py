"""How the divisions of a region stand beside its own level (decision 8)."""

import pytest

from advisory.model.assessment import Inside
from advisory.model.time import parse_as_of
from advisory.pipeline.answers import look_up
from advisory.pipeline.ingest import ingest
from advisory.pipeline.inside import inside_at
from advisory.pipeline.known import known
from advisory.store.lookup import Lookup, snapshot_path
from tests.builders_seeds import NOW, FewNames, desk_with, only_stored

DAY = parse_as_of("2023-11-15")


@pytest.fixture(scope="module")
def desk(gazetteer, tmp_path_factory):
    return only_stored(gazetteer, "kidal", tmp_path_factory.mktemp("inside"))


@pytest.fixture(scope="module")
def view(desk):
    with desk.open_store() as store:
        return known(desk, store)


def test_a_country_has_its_regions_and_names_the_worst(desk, view):
    found = inside_at(desk.gazetteer.region("Mali"), desk, view, DAY)
    assert found == Inside(high=1, divisions=11, unknown=10, worst=(("Kidal", 5),))


def test_an_informal_region_has_its_members(desk, view):
    found = inside_at(desk.gazetteer.region("northern Mali"), desk, view, DAY)
    assert found.worst == (("Kidal", 5),)
    assert found.unknown == found.divisions - 1


@pytest.mark.parametrize("name", ["Kidal Region", "Kidal town", "Malawi"])
def test_where_nothing_inside_has_a_level_nothing_is_said(desk, view, name):
    assert inside_at(desk.gazetteer.region(name), desk, view, DAY) is None


def test_the_divisions_of_an_admin1_are_its_districts(gazetteer):
    kidal = gazetteer.region("ML-8")
    found = gazetteer.divisions(kidal)
    assert found
    assert all(one.path[:2] == kidal.path for one in found)


UCDP = (
    "id,year,type_of_violence,source_article,where_prec,where_coordinates,adm_1,latitude,longitude,"
    "country,date_prec,date_start,date_end,best,high,low,side_a,side_b,dyad_name\n"
    "1,2023,1,A paper,1,Kidal town,Kidal region,18.4411,1.4078,Mali,1,2023-11-07,2023-11-07,"
    "3,3,3,Government of Mali,Rebels,Government of Mali - Rebels\n"
)


def test_places_that_only_a_table_names_are_not_laid_out_yet_answer_when_asked(gazetteer, tmp_path):
    table = tmp_path / "ged.csv"
    table.write_text(UCDP, encoding="utf-8")
    desk = desk_with(FewNames(gazetteer), tmp_path / "rows.db")
    ingest(desk, [table], NOW)
    town = gazetteer.region("Kidal town")
    with Lookup.open(snapshot_path(desk.store_path, "TLP:CLEAR")) as laid:
        day = NOW.date().isoformat()
        assert laid.answer("ML-8", day)
        assert laid.answer(town.id, day) is None
    [answer] = look_up(desk, [town], DAY, None)
    assert '"incidents": 1' in answer.body


def test_the_look_up_says_it(desk):
    [answer] = look_up(desk, [desk.gazetteer.region("Mali")], DAY, None)
    assert "Inside  1 of 11 regions inside at 4 or more: Kidal 5; no level for 10" in answer.screen
