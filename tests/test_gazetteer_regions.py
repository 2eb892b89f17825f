"""A query means one region, by the order of decision 16; else the choices are named."""

import pytest

from advisory.errors import AmbiguousName, UnknownName
from advisory.gazetteer.folding import fold


@pytest.mark.parametrize(
    ("query", "region"),
    [
        ("ML-8", "ML-8"),
        ("ML", "ML"),
        ("MLI", "ML"),
        ("Mali", "ML"),
        ("Kidal", "ML-8"),  # admin1 outranks the town
        ("kidal region", "ML-8"),
        ("Kidal town", "geonames:2455290"),
        ("Kidal, Mali", "ML-8"),
        ("Ménaka", "ML-9"),
        ("menaka", "ML-9"),
        ("Timbuktu", "ML-6"),
        ("Tinzaouaten", "overlay:ml-tinzaouaten"),
        ("North Kivu", "CD-NK"),
        ("Ivory Coast", "CI"),
        ("Georgia", "GE"),  # a country outranks a state
        ("Donbas", "informal:donbas"),
        ("Springfield, Illinois", "geonames:4250542"),
        ("London", "geonames:2643743"),  # a capital among its homonyms
    ],
)
def test_a_query_finds_its_region(gazetteer, query, region):
    assert gazetteer.region(query).id == region


def test_a_town_lies_in_its_admin1_and_country(gazetteer):
    assert gazetteer.region("Kidal town").path == ("ML", "ML-8", "geonames:2455290")


def test_an_informal_region_lies_in_the_one_country_of_its_members(gazetteer):
    paths = [gazetteer.region(name).path for name in ("Mindanao", "Darien Gap")]
    assert paths == [("PH", "informal:mindanao"), ("informal:darien-gap",)]


def test_an_id_leads_back_to_its_region(gazetteer):
    for region_id in ("ML", "ML-8", "geonames:2455290", "overlay:ml-ber", "informal:northern-ml"):
        assert gazetteer.by_id(region_id).id == region_id


@pytest.mark.parametrize(
    ("query", "members"),
    [
        ("northern Ethiopia", "ET-AF ET-AM ET-TI"),
        ("western Sudan", "SD-DC SD-DE SD-DN SD-DS SD-DW"),
        ("northern Mozambique", "MZ-A MZ-N MZ-P MZ-Q MZ-T"),
        ("western Niger", "NE-3 NE-5 NE-6 NE-8"),
        ("central Somalia", "SO-GA SO-HI"),
    ],
)
def test_a_direction_is_a_third_or_two_halves_of_a_country_in_degrees(gazetteer, query, members):
    assert " ".join(gazetteer.region(query).members) == members


def test_usage_in_regions_yaml_is_over_the_rule_of_thirds(gazetteer):
    northern = gazetteer.region("northern Mali")
    assert northern.members == ("ML-10", "ML-6", "ML-7", "ML-8", "ML-9")
    assert (northern.id, northern.country) == ("informal:northern-ml", "ML")


def test_an_island_far_off_is_not_all_the_south_of_its_country(gazetteer):
    assert {"ES-AN", "ES-CN", "ES-MC"} <= set(gazetteer.region("southern Spain").members)


def test_a_direction_in_which_nothing_lies_is_the_unit_furthest_that_way(gazetteer):
    assert gazetteer.region("northwestern Pakistan").members == ("PK-KP",)


def test_an_unknown_name_is_answered_with_the_nearest(gazetteer):
    with pytest.raises(UnknownName, match='Did you mean "Kidal"'):
        gazetteer.region("Kidall")


def test_an_unknown_id_is_refused(gazetteer):
    with pytest.raises(UnknownName):
        gazetteer.by_id("ML-99")


def test_an_ambiguous_name_lists_its_choices_with_their_ids(gazetteer):
    with pytest.raises(AmbiguousName) as caught:
        gazetteer.region("Gaza")
    assert "Gaza, Palestine (PS-GZA)" in caught.value.choices
    assert "Gaza, Mozambique (MZ-G)" in caught.value.choices


def test_names_for_look_ups_are_folded_and_hold_regions_and_villages_of_our_own(gazetteer):
    names = {(folded, rank, region) for folded, rank, region, _ in gazetteer.names()}
    assert {("mali", 0, "ML"), ("kidal", 1, "ML-8"), ("anefis", 4, "overlay:ml-anefis")} <= names
    assert all(name == fold(name) for name, *_ in names)
