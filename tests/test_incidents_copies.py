"""Whose voice a report is when it does not say that it copies."""

from hypothesis import given
from hypothesis import strategies as st

from advisory.incidents.copies import origins_of
from advisory.model.text import Report, Source

WORDS = [f"word{number}" for number in range(60)]
STORY = " ".join(WORDS)
SHORT = "Gunmen killed two people in Gao."


def origins(*reports, sources=()):
    return origins_of(reports, {source.id: source for source in sources})


def report(id_, text=STORY, day=7, **more):
    return Report(id_, text, source=more.pop("source", id_), published=f"2023-11-{day:02d}", **more)


def test_papers_that_print_one_story_are_the_voice_of_the_first():
    agency, paper, site = report("agency", day=6), report("paper"), report("site")
    assert set(origins(agency, paper, site).values()) == {"agency"}


def test_a_dateline_before_and_a_sentence_behind_leave_it_a_copy():
    paper = report("paper", f"GAO, Mali. {STORY} More on page three.", day=8)
    assert origins(report("agency"), paper)["paper"] == "agency"


def test_a_story_told_in_other_words_is_a_voice_of_its_own():
    other = " ".join(reversed(WORDS))
    assert origins(report("agency"), report("paper", other, day=8))["paper"] == "paper"


def test_two_short_texts_are_one_only_word_for_word():
    first, same = report("a", SHORT), report("b", SHORT.upper(), day=8)
    other = report("c", SHORT.replace("two", "three"), day=8)
    assert origins(first, same, other) == {"a": "a", "b": "a", "c": "c"}


def test_what_a_report_says_it_copies_from_holds_for_its_copies_too():
    first = report("paper", day=6, origin="agency")
    assert origins(first, report("site"))["site"] == "agency"


def test_the_origin_is_the_owner_and_not_the_source():
    source = Source("wire-fr", "The Wire", "wire house")
    assert origins(report("r1", source="wire-fr"), sources=[source]) == {"r1": "wire house"}


def test_a_report_without_a_date_has_no_origin():
    assert origins(Report("r1", STORY)) == {}


def test_two_hundred_copies_are_one_voice():
    copies = [report(f"r{number:03}") for number in range(200)]
    assert set(origins(*copies).values()) == {"r000"}


texts = st.sampled_from([STORY, f"{STORY} and more", " ".join(WORDS[20:]), SHORT, SHORT.upper()])


@given(st.lists(st.tuples(texts, st.integers(1, 9)), max_size=8), st.integers(1, 9), st.randoms())
def test_what_is_read_later_changes_no_earlier_voice_and_order_changes_nothing(told, day, chance):
    reports = [report(f"r{n}", text, when) for n, (text, when) in enumerate(told)]
    by_then = [one for one in reports if int(one.published[-2:]) <= day]
    known = {one.id: origins(*reports)[one.id] for one in by_then}
    chance.shuffle(by_then)
    assert origins(*by_then) == known
