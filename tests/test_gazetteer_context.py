"""A name nobody knows lies where the names beside it lie, and is never given more than they say."""

import pytest

from advisory.gazetteer.context import Context


def regions_of(gazetteer, text, name):
    toponyms = gazetteer.toponyms(text)
    [lost, *_] = [one for one in toponyms if one.span.text == name]
    assert not lost.place.is_located
    return Context(toponyms, text).regions(lost)


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("Rebels shelled the village of Tamikoro, Kidal, in Mali.", ("ML", "ML-8")),
        ("The village of Tamikoro in Mali was burnt. Gao is in Mali.", ("ML",)),
        ("Troops hold Kidal and Gao. They shelled the village of Tamikoro in Gao.", ("ML", "ML-7")),
        ("Malian troops rested. The village of Tamikoro was burnt.", ("ML",)),
        ("Kidal in Mali is calm. The village of Tamikoro was burnt.", ("ML",)),
        ("The village of Tamikoro was burnt.", ()),
    ],
    ids=[
        "the name behind it",
        "the country in its sentence",
        "the nearest of its sentence",
        "a nationality before it",
        "no admin1 from another sentence",
        "nothing named",
    ],
)
def test_a_lost_name_lies_where_the_names_beside_it_lie(gazetteer, text, regions):
    assert regions_of(gazetteer, text, "Tamikoro") == regions


def test_a_town_that_a_nationality_is_said_of_lies_at_home(gazetteer):
    found = gazetteer.toponyms("Gunmen fired on an arena in the Ecuadoran town of Puerto Lopez.")
    assert [one.place.country for one in found if not one.is_demonym] == ["EC"]


@pytest.mark.parametrize(
    ("name", "country"),
    [("Bor County", "SS"), ("Beni Territory", "CD"), ("Bor", "RS"), ("Beni", "BO")],
)
def test_the_name_of_a_division_says_in_which_countries_it_can_lie(gazetteer, name, country):
    [found] = gazetteer.toponyms(f"Gunmen killed six people in {name} on Monday.")
    assert found.place.country == country
