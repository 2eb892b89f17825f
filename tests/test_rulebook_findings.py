"""What `rules check` finds in rules that load: those that can never speak, or never matter."""

import pytest

from advisory.resources import folder
from advisory.rulebook.findings import findings, notes
from advisory.rulebook.load import load_rulebook
from tests.builders_rulebook import RIOT_RULE, base, put
from tests.builders_shipped import rulebook

WEIGHT = "hazards/civil_unrest/riot.yaml"
FLOOR = RIOT_RULE.replace("kind: weight", "kind: floor").replace(
    "points:\n  2026-11-24: 4\nhalf_life_days:\n  2026-11-24: 21\n",
    "within_days:\n  2026-11-24: 14\nlevel:\n  2026-11-24: 3\n",
)


def found(place, **rules):
    base(place)
    for name, text in rules.items():
        put(place, f"hazards/civil_unrest/{name}.yaml", text)
    return [str(problem) for problem in findings([place], load_rulebook([place]))]


def capped(cap, *, per_killed=None, when="type = 'riot' and killed >= 3"):
    killed = f"per_killed:\n  2026-11-24: {per_killed}\n" if per_killed else ""
    text = RIOT_RULE.replace("half_life", f"{killed}cap:\n  2026-11-24: {cap}\nhalf_life")
    return text.replace("type = 'riot' and killed >= 3", when)


def test_the_shipped_rules_all_speak_and_all_matter():
    assert findings([folder("rules")], rulebook()) == ()
    assert notes(rulebook()) == ()


def test_a_condition_that_contradicts_itself_is_told_with_its_line(tmp_path):
    text = RIOT_RULE.replace("killed >= 3", "killed >= 3 and killed < 2")
    [told] = found(tmp_path, riot=text)
    assert told.startswith(f"{tmp_path}/{WEIGHT}:4: no incident can ever match this condition")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (capped(9), "5: the cap is never reached: nothing is added"),
        (capped(3, per_killed=1), "the cap of 3 lies below the points: 4 are never given"),
        (
            capped(50, per_killed=1, when="type = 'riot' and killed_scored < 5"),
            "the cap is never reached: it needs 46 killed, and when excludes that",
        ),
    ],
)
def test_a_cap_that_is_never_reached_is_told(tmp_path, text, says):
    [told] = found(tmp_path, riot=text)
    assert says.removeprefix("5: ") in told


def test_a_cap_that_can_be_reached_is_none(tmp_path):
    assert found(tmp_path, riot=capped(50, per_killed=1)) == []


def test_a_floor_that_another_one_always_covers_is_told(tmp_path):
    severe = FLOOR.replace("killed >= 3", "killed >= 9").replace(
        "{type: riot, killed: 3}", "{type: riot, killed: 9}"
    )
    [told] = found(tmp_path, any=FLOOR, severe=severe)
    assert "severe.yaml:7: this never matters: hazards/civil_unrest/any holds level 3" in told


def test_of_two_floors_that_say_the_same_the_second_is_told(tmp_path):
    [told] = found(tmp_path, one=FLOOR, two=FLOOR)
    assert "two.yaml" in told


@pytest.mark.parametrize(
    ("change", "to"),
    [
        ("level:\n  2026-11-24: 3", "level:\n  2026-11-24: 4"),
        ("within_days:\n  2026-11-24: 14", "within_days:\n  2026-11-24: 30"),
        ("level:", "scope: country\nlevel:"),
    ],
)
def test_a_floor_that_asks_for_more_holds_longer_or_reaches_farther_matters(tmp_path, change, to):
    severe = FLOOR.replace("killed >= 3", "killed >= 9").replace("killed: 3}", "killed: 9}")
    told = found(
        tmp_path, any=FLOOR, severe=severe.replace(change, to).replace("level: 3", "level: 4")
    )
    assert [line for line in told if "severe.yaml" in line] == []


def test_a_floor_of_another_hazard_covers_nothing_for_it_calls_for_other_measures(tmp_path):
    put(base(tmp_path), "hazards/terrorism/any.yaml", FLOOR)
    assert found(tmp_path, same=FLOOR) == []


def test_two_weights_that_count_the_same_incident_are_noted(tmp_path):
    put(base(tmp_path), WEIGHT, RIOT_RULE)
    put(tmp_path, "hazards/civil_unrest/again.yaml", RIOT_RULE)
    [note] = notes(load_rulebook([tmp_path]))
    assert note.startswith("hazards/civil_unrest/again and hazards/civil_unrest/riot count")
