"""The lexicon checks itself: each entry fires on its own sentences and on no other."""

from pathlib import Path

import pytest

from advisory.errors import RejectedFile
from advisory.extraction.text.page import Page, fold
from advisory.extraction.text.scan import Scanner
from advisory.extraction.text.surfaces import surfaces
from advisory.resources import folder
from advisory.rulebook.lexicon import load_lexicon
from tests.builders_extraction import reader, reading
from tests.builders_shipped import lexicon, rulebook

TYPES = rulebook().types


def triggers(grade: str) -> list:
    return [
        pytest.param(kind, sentence, id=f"{kind}: {sentence}")
        for kind, entry in lexicon().triggers.items()
        for sentence in getattr(entry.tests, grade)
    ]


@pytest.mark.parametrize(("kind", "sentence"), triggers("yes"))
def test_a_trigger_fires_on_its_own_sentences(kind: str, sentence: str):
    assert [mention.type for mention in reading(sentence).mentions] == [kind]


@pytest.mark.parametrize(("kind", "sentence"), triggers("no"))
def test_a_trigger_stays_silent_on_its_counter_sentences(kind: str, sentence: str):
    assert kind not in [mention.type for mention in reading(sentence).mentions]


@pytest.mark.parametrize("kind", sorted(lexicon().triggers))
def test_every_trigger_is_a_type_of_the_rule_base(kind: str):
    assert kind in TYPES


@pytest.mark.parametrize("kind", sorted(lexicon().triggers))
def test_every_trigger_has_sentences_of_both_kinds(kind: str):
    tests = lexicon().triggers[kind].tests
    assert tests.yes
    assert tests.no


@pytest.mark.parametrize("kind", sorted(lexicon().conditions))
def test_a_condition_fires_on_its_own_sentences_alone(kind: str):
    entry = lexicon().conditions[kind]
    said = {s: [c.kind for c in reading(s).conditions] for s in entry.tests.yes + entry.tests.no}
    assert all(kind in said[sentence] for sentence in entry.tests.yes)
    assert not any(kind in said[sentence] for sentence in entry.tests.no)


def test_there_are_at_least_250_actors_with_a_name():
    named = [name for name in lexicon().actors if not name.startswith("gen_")]
    assert len(named) >= 250


def test_no_alias_belongs_to_two_actors():
    owners: dict[str, set[str]] = {}
    for name, entry in lexicon().actors.items():
        for alias in (entry.name, *entry.aliases):
            owners.setdefault(fold(alias), set()).add(name)
    assert {alias: sorted(of) for alias, of in owners.items() if len(of) > 1} == {}


def test_a_short_acronym_counts_only_in_capitals():
    scanner = Scanner(lexicon())
    found = [hit.id for hit in scanner.scan(Page.of("The MAF met a maf."))]
    assert found.count("mli_fama") == 1


def test_a_hit_ends_where_a_word_ends():
    scanner = Scanner(lexicon())
    assert [h for h in scanner.scan(Page.of("ambushment")) if h.kind == "triggers"] == []


def test_hyphens_and_curly_quotes_make_no_difference():
    assert fold("Car-bomb") == fold("car bomb")
    assert fold("Jama\u2019at") == "jama'at"


def test_the_version_names_grammar_lexicon_and_places():
    assert reader().version.startswith("reader-")


def written(folder_: Path, name: str, text: str) -> Path:
    target = folder_ / "lexicon" / "xx" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    return folder_


def test_all_problems_of_all_files_come_at_once(tmp_path: Path):
    written(tmp_path, "triggers-a.yaml", "ambush:\n  rnk: 1\n")
    written(tmp_path, "wepons.yaml", "gun: {}\n")
    with pytest.raises(RejectedFile) as caught:
        load_lexicon([tmp_path], "xx")
    assert 'unknown key "rnk"' in str(caught.value)
    assert 'no lexicon file is called "wepons"' in str(caught.value)
    assert 'Did you mean "weapons"?' in str(caught.value)


def test_a_language_without_grammar_is_refused(tmp_path: Path):
    written(tmp_path, "weapons.yaml", "gun: {nouns: [gun]}\n")
    with pytest.raises(RejectedFile, match="Every language needs one"):
        load_lexicon([tmp_path], "xx")


def test_an_entry_in_two_files_is_refused(tmp_path: Path):
    written(tmp_path, "weapons-a.yaml", "gun: {nouns: [gun]}\n")
    written(tmp_path, "weapons-b.yaml", "gun: {nouns: [rifle]}\n")
    with pytest.raises(RejectedFile, match='"gun" is in another file'):
        load_lexicon([tmp_path], "xx")


def test_words_in_braces_stand_for_each_word_of_their_class(tmp_path: Path):
    shipped = folder("rules") / "lexicon" / "en"
    classes = (shipped / "classes.yaml").read_text(encoding="utf-8")
    written(tmp_path, "classes.yaml", classes + 'cab: [taxi, van]\nwheels: ["{cab}", bike]\n')
    words = 'beside: {phrases: ["hit a {|red} {wheels}"]}, near: ["{cab}"]'
    written(tmp_path, "triggers.yaml", f"crash: {{rank: 1, {words}}}\n")
    for name in ("grammar.yaml", "relevance.yaml"):
        written(tmp_path, name, (shipped / name).read_text(encoding="utf-8"))
    entry = load_lexicon([tmp_path], "xx").triggers["crash"]
    ends = ("taxi", "van", "bike", "red taxi", "red van", "red bike")
    assert entry.beside.phrases == tuple(f"hit a {end}" for end in ends)
    assert entry.near == ("taxi", "van")


def test_a_class_of_words_that_nobody_defined_is_a_problem_with_its_line(tmp_path: Path):
    written(tmp_path, "classes.yaml", "vehicle: [taxi]\n")
    written(tmp_path, "triggers.yaml", 'crash:\n  rank: 1\n  near: ["{vehcle}"]\n')
    with pytest.raises(RejectedFile) as caught:
        load_lexicon([tmp_path], "xx")
    assert 'triggers.yaml:3: no class of words is called "vehcle"' in str(caught.value)
    assert 'Did you mean "vehicle"?' in str(caught.value)


def test_a_name_that_ends_inside_a_word_hides_no_other():
    scanner = Scanner(lexicon())
    hits = scanner.scan(Page.of("A trader of ISIS killed nobody; an officer is killed."))
    assert [hit.id for hit in hits if hit.kind == "harm"] == ["killed", "killed"]


@pytest.mark.parametrize(
    "name",
    [
        *("anyone", "in_uniform", "armed_bands", "quarter_kind", "quarter_kind_in_town"),
        *("this_town", "place_kind", "deed_words", "blamed_words", "body_words", "force_words"),
    ],
)
def test_words_without_which_a_pattern_is_not_tried_are_plain_words(name: str):
    phrases = lexicon().grammar.classes[name]
    assert [one for one in phrases if not one.replace(" ", "").replace("-", "").isalnum()] == []


def test_no_pattern_in_braces_makes_the_automaton_large():
    """Two classes of words in one pattern once made 36,000 phrases, and 120 MB."""
    assert sum(1 for _ in surfaces(lexicon())) < 60_000
