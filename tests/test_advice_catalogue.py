"""The catalogue: shipped whole, checked whole, every problem of every file at once."""

import shutil
from itertools import pairwise

import pytest

from advisory.advice.wording import loaded_words
from advisory.errors import RejectedFile
from advisory.model.advice import Profile, help_of
from advisory.model.vocabulary import Hazard
from advisory.resources import folder
from advisory.rulebook.calls import Likelihood
from advisory.rulebook.catalogue import load_catalogue
from tests.builders_advice import catalogue


@pytest.fixture
def rules(tmp_path):
    """A copy of the shipped catalogue that a test may spoil."""
    for name in ("measures", "outlook", "alerts"):
        shutil.copytree(folder("rules") / name, tmp_path / name)
    for name in ("matrix.yaml", "conflicts.yaml", "house.example.yaml"):
        shutil.copy(folder("rules") / name, tmp_path / name)
    return tmp_path


def spoil(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(rules):
    with pytest.raises(RejectedFile) as caught:
        load_catalogue([rules])
    return str(caught.value)


def test_at_least_forty_measures_are_shipped():
    assert len(catalogue().measures) >= 40


def test_every_measure_is_called_for_by_something():
    matrix = catalogue().matrix
    rows = [matrix.every, *matrix.hazards.values()]
    rows += [row for cells in matrix.profiles.values() for row in cells.values()]
    called = {code for row in rows for codes in row.values() for code in codes}
    called |= {code for codes in matrix.situations.values() for code in codes}
    assert set(catalogue().measures) - called == set()


@pytest.mark.parametrize("hazard", list(Hazard))
@pytest.mark.parametrize("profile", [Profile.NGO, Profile.CORPORATE])
def test_a_higher_level_never_calls_for_less(hazard, profile):
    codes = [set(catalogue().matrix.codes(hazard, level, profile)) for level in (2, 3, 4, 5)]
    assert all(low < high for low, high in pairwise(codes))


def test_no_measure_uses_a_word_that_takes_sides():
    words = [text for m in catalogue().measures.values() for text in m.text.values()]
    assert [text for text in words if loaded_words(text)] == []


def test_no_measure_names_an_armed_actor():
    names = [p.name for c in catalogue().conflicts.conflicts.values() for p in c.parties]
    short = {name.rpartition("(")[2].strip("()") for name in names}
    words = " ".join(text for m in catalogue().measures.values() for text in m.text.values())
    assert [name for name in sorted(short) if name in words] == []


def test_the_bands_of_the_likelihood_words_meet_each_other():
    bands = [word.band for word in Likelihood]
    assert all(low[1] == high[0] for low, high in pairwise(bands))


def test_the_sample_house_is_read_only_when_asked_for():
    assert load_catalogue([folder("rules")]).house.line is None
    assert catalogue().house.sample


def test_a_house_of_ones_own_wins_over_the_sample(rules):
    (rules / "house.yaml").write_text("line: +99 1\n", encoding="utf-8")
    house = load_catalogue([rules], sample=True).house
    assert (house.line, house.sample, house.medevac) == ("+99 1", False, None)


def test_a_file_of_ones_own_lies_over_the_shipped_one(rules):
    spoil(rules / "measures" / "contact.yaml", "Report safe to", "Ring")
    merged = load_catalogue([folder("rules"), rules])
    assert merged.measures["HDC-1"].wording(Profile.NGO).startswith("Ring {line}")


def test_all_problems_of_all_files_are_told_at_once(rules):
    spoil(rules / "measures" / "contact.yaml", "audience: traveller", "audience: traveler")
    spoil(rules / "outlook" / "coup.yaml", "likelihood: very likely", "likelihood: probable")
    found = problems(rules)
    assert 'measures/contact.yaml:3: "traveler" is not allowed here' in found
    assert 'Did you mean "traveller"?' in found
    assert 'outlook/coup.yaml:4: "probable" is not allowed here' in found


@pytest.mark.parametrize(
    ("file", "good", "bad", "found"),
    [
        ("matrix", "2: [AVO-1]", "2: [AVO-7]", 'no measure "AVO-7"\n    Did you mean "AVO-1"'),
        ("matrix", "    5: [CRS-2, CRS-3]\n", "", "air_and_shelling has no cell for level 5"),
        (
            "measures/contact",
            "needs_house: [line, check_in_times]",
            "",
            '"{check_in_times}" cannot be filled\n    Name it in needs_house.',
        ),
        ("outlook/coup", "are {likelihood}.", "will come.", "the sentence has no {likelihood}"),
        ("outlook/coup", "by {horizon} are", "are", "the sentence has no {horizon}"),
    ],
)
def test_what_does_not_fit_together_is_found(rules, file, good, bad, found):
    spoil(rules / f"{file}.yaml", good, bad)
    assert found in problems(rules)


def test_a_missing_file_is_named(rules):
    (rules / "conflicts.yaml").unlink()
    assert "conflicts.yaml:1: the file is missing" in problems(rules)


@pytest.mark.parametrize("name", ["Advisory", "RegionPart", "LevelBox", "Recommendation", "Slot"])
def test_every_field_that_a_template_prints_has_its_help(name):
    from advisory.model import advice  # noqa: PLC0415 - looked up by name

    assert [field for field, text in help_of(getattr(advice, name)).items() if not text] == []
