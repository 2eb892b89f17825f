"""What a security desk reads of wars: who speaks for a state, where it was, what came of it."""

import pytest

from advisory.model.vocabulary import ActorRole, Stance
from tests.builders_extraction import only


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Three fighters who had crossed from Niger were killed near Gao on Monday.", "Gao"),
        ("A bomb killed two people from Kidal in Ansongo on Monday.", "Ansongo"),
        ("Gunmen abducted two people from Anefis in the Kidal region on Monday.", "Anefis"),
        ("Bamako said gunmen had attacked Ber on Monday, killing two.", "Ber"),
    ],
)
def test_a_place_that_somebody_left_or_that_speaks_is_not_where_it_was(text: str, place: str):
    found = only(text).place
    assert found is not None
    assert found.name == place


def test_a_capital_that_speaks_is_its_government():
    made = only("Bamako said a missile had killed four people in Kidal on Monday.").claims
    assert [(c.field, c.stance, c.speaker) for c in made] == [("killed", Stance.ASSERTED, "Bamako")]


def test_a_capital_that_is_accused_is_its_army():
    found = only("Niamey accused Bamako of shelling a camp near Ber on Monday, killing nine men.")
    doers = [(a.name, a.attributed) for a in found.actors if a.role is ActorRole.PERPETRATOR]
    assert doers == [("Malian Armed Forces", True)]


def test_a_capital_that_tells_of_its_own_deed_claims_it():
    made = only("Bamako said it had killed five rebels in an air strike near Ber on Monday.").claims
    assert {(c.field, c.stance) for c in made if c.speaker == "Bamako"} >= {
        ("killed", Stance.CLAIMED),
        ("perpetrators", Stance.CLAIMED),
    }
