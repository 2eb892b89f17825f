"""Who was hurt is mostly told by what was done for them: taken to hospital, treated there."""

import pytest

from tests.builders_extraction import mentions, only

BLAST = "A bomb exploded in Gao on Monday, killing two. "


@pytest.mark.parametrize(
    ("told", "injured"),
    [
        ("Nineteen others are being treated in Bamako.", 19),
        ("Thirty-one people were treated in hospitals.", 31),
        ("Nine people were treated at the scene.", 9),
        ("The regional hospital said it had treated 31 people.", 31),
        ("Doctors treated 12 people for cuts.", 12),
        ("Another eleven were rushed to hospital.", 11),
        ("Four passengers were airlifted to a hospital in Bamako.", 4),
        ("Six more needed hospital treatment.", 6),
        ("Some 60 people sought treatment.", 60),
        ("Eleven passengers remain in intensive care.", 11),
        ("The ministry counted 23 officers among the injured.", 23),
        ("The governor put the wounded at four.", 4),
        ("The number of the injured stands at 44.", 44),
        ("A passer-by was grazed by a bullet.", 1),
        ("His nephew had a leg amputated.", 1),
        ("Two dozen passengers were bruised.", 24),
    ],
)
def test_who_is_treated_was_hurt(told, injured):
    blast = only(BLAST + told)
    assert (blast.killed.low, blast.injured.low) == (2, injured)


@pytest.mark.parametrize(
    ("told", "injured"),
    [
        ("Six others were taken to the Gao Regional Hospital.", 6),
        ("Twelve people have been admitted to the state teaching hospital.", 12),
        ("Eleven passengers were brought to the Mopti district hospital with fractures.", 11),
        ("A third person, a teacher, is on admission at the Saint Joseph Hospital.", 1),
        ("Three people suffered serious shrapnel wounds.", 3),
        ("Three people sustained head injuries.", 3),
        ("A passer-by had suffered a deep stab wound.", 1),
        ("A young herder is nursing a machete wound.", 1),
        ("Six children were treated for severe burns.", 6),
        ("Some thirty injured people were taken to the teaching hospital.", 30),
        ("One policeman was treated for a head injury.", 1),
    ],
)
def test_who_is_hurt_is_read_whatever_the_hospital_or_the_wound_is_called(told, injured):
    blast = only(BLAST + told)
    assert (blast.killed.low, blast.injured.low) == (2, injured)


@pytest.mark.parametrize(
    "told",
    [
        "The bodies of two men were taken to the Gao Regional Hospital.",
        "The victims were taken to the Gao Regional Hospital.",
        "A man died while being taken to the district hospital.",
        "The minister was taken on a tour of the hospital.",
        "Two nurses were taken from the Gao hospital.",
        "The company suffered heavy losses.",
        "The clinic received a large sum.",
    ],
)
def test_who_is_brought_dead_or_elsewhere_is_nobody_hurt(told):
    assert only(BLAST + told).injured is None


@pytest.mark.parametrize(
    "told",
    [
        "The bodies were taken to the hospital.",
        "The dead were taken to hospital.",
        "It is being treated as a terrorist attack.",
        "The deaths are being treated as murder.",
    ],
)
def test_the_dead_and_what_is_only_treated_as_something_are_nobody_hurt(told):
    assert only(BLAST + told).injured is None


@pytest.mark.parametrize(
    "told",
    [
        "Two men were rushed to hospital, where they died.",
        "Two men were taken to hospital but died on the way.",
        "Two men were rushed to hospital, where they later died.",
    ],
)
def test_who_died_in_hospital_is_one_of_the_dead(told):
    blast = only(f"A bomb exploded in Gao on Monday. {told}")
    assert (blast.killed.low, blast.injured) == (2, None)


@pytest.mark.parametrize(
    "told",
    [
        "Twelve people were wounded; two of the wounded were in a critical condition.",
        "Twelve people were wounded in Gao and flown to hospital.",
        "Twelve people were hurt. Two children were among the injured.",
        "Twelve people were hurt, of whom three needed hospital treatment.",
        "Twelve people were hurt; five of them were airlifted to a hospital in Bamako.",
    ],
)
def test_some_of_the_wounded_are_not_counted_twice(told):
    assert only(f"A bomb exploded in Gao on Monday. {told}").injured.low == 12


def test_who_lives_in_a_town_has_lost_no_life():
    text = "Two soldiers died in fighting in Gao on Monday; one lives in Bamako."
    assert only(text).killed.low == 2


@pytest.mark.parametrize(
    ("told", "injured"),
    [
        ("A neighbour lost three fingers.", 1),
        ("One of the guards had his arm broken.", 1),
        ("A child suffered a fractured arm.", 1),
        ("Two members of a patrol were hit by shrapnel.", 2),
        ("A resident in his fifties was hit in the face by a stone.", 1),
        ("Six bystanders were struck by stray bullets.", 6),
        ("One soldier took a bullet in the thigh.", 1),
        ("Flying glass cut nine people.", 9),
        ("Five people were admitted with bullet wounds.", 5),
        ("A guide escaped with broken ribs.", 1),
        ("Nine others were treated for cuts.", 9),
        ("Fourteen people were rushed for treatment.", 14),
        ("Seven more persons are in hospitals.", 7),
        ("The hospital admitted 14 people.", 14),
    ],
)
def test_whoever_was_hit_or_lost_a_limb_was_hurt(told, injured):
    blast = only(BLAST + told)
    assert (blast.killed.low, blast.injured.low) == (2, injured)


@pytest.mark.parametrize(
    "told",
    [
        "Three cars were hit by bricks.",
        "Twelve houses and a school were hit by shrapnel.",
        "The clinic received 14 bodies.",
        "Residents suffered power cuts.",
        "The army lost a foothold there.",
        "Doctors are still in the hospital.",
    ],
)
def test_things_that_are_hit_are_nobody_hurt(told):
    assert only(BLAST + told).injured is None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three men hit by bullets died in Gao on Monday.", 3),
        ("A girl was hit by a stray bullet in Gao on Monday and died in hospital.", 1),
        ("The mayor was shot dead in Gao on Monday, hit by eight bullets.", 1),
    ],
)
def test_who_dies_of_being_hit_is_not_hurt_as_well(text, killed):
    shooting = only(text)
    assert shooting.killed.low == killed
    assert shooting.injured is None


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were being treated for bullet wounds at a hospital in Gao, a nurse said.",
        "Nine wounded were admitted to the regional hospital in Gao.",
        "Nine injured people were brought to the hospital of Gao, doctors said.",
        "Their driver is responding to treatment in Gao, along with nine who were injured.",
    ],
)
def test_those_who_are_treated_in_another_town_were_hurt_in_what_was_told_before(text: str):
    told = only(f"Gunmen stormed the village of Ansongo on Sunday, killing 14 people.\n\n{text}")
    assert (told.place.name, told.killed.low, told.injured.low) == ("Ansongo", 14, 9)


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were wounded in Ber, a doctor said.",
        "Nine people were wounded at a clinic in Ber.",
        "Rebels shelled a hospital in Ber, wounding nine patients.",
        "On Monday nine people were injured in Ber and taken to hospital.",
    ],
)
def test_those_who_were_hurt_in_another_town_are_told_apart(text: str):
    told = mentions(f"Gunmen stormed the village of Ansongo on Sunday, killing 14.\n\n{text}")
    assert [one.place.name for one in told] == ["Ansongo", "Ber"]


def test_the_words_of_a_death_prove_how_many_of_the_wounded_live():
    text = "A bomb wounded four soldiers in Gao on Tuesday. One of them later died in hospital."
    blast = only(text)
    proof = {one.field: " ".join(span.text for span in one.spans) for one in blast.evidence}
    assert blast.injured.low == 3
    assert "One of them later died" in proof["injured"]
    assert [(part.who, part.count.low) for part in blast.injured_parts] == [("force", 3)]
