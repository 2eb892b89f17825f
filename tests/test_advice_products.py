"""Briefing, alert and bulletin: lengths, numbers, grades, front page, and what may be carried."""

import re
from dataclasses import replace
from datetime import date

import pytest

from advisory.advice.alert import alert, grade_of
from advisory.advice.brief import brief
from advisory.advice.edition import every_statement
from advisory.advice.guide import Guide
from advisory.advice.lint import lint
from advisory.advice.weekly import weekly
from advisory.advice.words import joined, say, word_count
from advisory.model.advice import (
    Audience,
    Edition,
    FrontGroup,
    Grade,
    Profile,
    Provenance,
    Slot,
)
from advisory.model.assessment import Inside, State
from advisory.model.marking import Tlp
from advisory.model.time import Week
from advisory.model.value import Count
from advisory.model.vocabulary import Hazard
from advisory.rulebook.house import House
from tests.builders_advice import (
    KIDAL_REGION,
    at_least,
    catalogue,
    coverage,
    dossier,
    incident,
    kidal_dossier,
    kidal_strikes,
    on,
    phones_cut,
    rulebook,
    strike_of_unknown_toll,
    texts,
    tinzaouaten_strike,
    town_held,
)


def briefing(file=None, profile=Profile.CORPORATE, variant=Edition.DESK, book=None):
    guide = Guide(profile, book or catalogue(), rulebook())
    return brief(file or kidal_dossier(), guide, variant)


def alerted(one=None, file=None, profile=Profile.NGO, variant=Edition.DESK):
    one = one or kidal_strikes()
    guide = Guide(profile, catalogue(), rulebook())
    return alert(one, file or kidal_dossier(), guide, variant)


def bulletin(*files, variant=Edition.DESK):
    guide = Guide(Profile.NGO, catalogue(), rulebook())
    return weekly(files, Week(2023, 45), guide, variant)


def at_week_end(**fields):
    return kidal_dossier(as_of="2023-11-12T23:59:59", **fields)


def gao(**fields):
    region = replace(KIDAL_REGION, id="ML-7", name="Gao Region", path=("ML", "ML-7"))
    return dossier(region=region, as_of="2023-11-12T23:59:59", **fields)


def unread_gao(**fields):
    return gao(level=None, hazards={}, coverage=coverage(0, 0, None), **fields)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("briefing-kidal-corporate.txt", briefing),
        ("briefing-kidal-ngo.txt", lambda: briefing(profile=Profile.NGO)),
        ("alert-kidal-ngo.txt", alerted),
        ("bulletin.txt", lambda: bulletin(at_week_end(conditions=(phones_cut(),)), unread_gao())),
        ("carry-kidal.txt", lambda: briefing(variant=Edition.CARRY)),
    ],
)
def test_a_product_reads_as_the_desk_would_write_it(golden, name, made):
    golden(f"advice/{name}", texts(every_statement(made())))


def test_the_briefing_of_kidal_keeps_to_its_lengths():
    [part] = briefing().parts
    assert 70 <= word_count(part.situation) <= 125
    assert 25 <= word_count(call.statement for call in part.outlook) <= 50
    assert 25 <= word_count(part.background) <= 100


def test_an_alert_has_its_title_in_the_present_tense():
    assert alerted().title == (
        "Mali: Drone strikes kill at least 12 in Kidal, Kidal Region, on 7 November 2023"
    )


@pytest.mark.parametrize(
    ("one", "as_of"),
    [
        (kidal_strikes(), "2023-11-08T23:59:59"),
        (tinzaouaten_strike(), "2024-08-27T23:59:59"),
        (strike_of_unknown_toll(), "2024-06-06T23:59:59"),
        (incident(injured=Count.exactly(4)), "2023-11-08T23:59:59"),
        (incident(killed=at_least(3), type="clash"), "2023-11-08T23:59:59"),
    ],
)
def test_title_and_deck_keep_to_their_lengths(one, as_of):
    made = alerted(one, dossier(one, as_of=as_of))
    assert 9 <= len(made.title.split()) <= 16
    assert 15 <= len(made.deck.split()) <= 25


def test_neither_title_nor_deck_states_as_fact_what_one_party_claims():
    made = alerted(tinzaouaten_strike(), dossier(tinzaouaten_strike(), as_of="2024-08-27T23:59:59"))
    assert "21" not in made.title
    assert "according to CSP-DPA, a party to the fighting; not confirmed" in made.deck


def test_a_second_edition_is_an_update_of_the_same_series():
    first = alerted()
    second = alerted(file=kidal_dossier(previous=first))
    assert (second.series, second.edition) == (first.series, 2)
    assert second.title.endswith("/update 1")


def test_an_incident_that_was_merged_goes_on_in_its_old_series():
    merged = replace(kidal_strikes(), id="i-new", aliases=("i-kidal",))
    second = alerted(merged, kidal_dossier(previous=alerted()))
    assert (second.series, second.edition) == ("alert-i-kidal", 2)


@pytest.mark.parametrize(
    ("one", "grade"),
    [
        (kidal_strikes(), Grade.WARNING),
        (incident(killed=at_least(60)), Grade.CRITICAL),
        (incident(hazard=Hazard.KIDNAPPING, targets=("aid_worker",)), Grade.WARNING),
        (incident(hazard=Hazard.VIOLENT_CRIME, killed=Count.exactly(1)), Grade.ADVISORY),
        (incident(hazard=Hazard.VIOLENT_CRIME), None),
    ],
)
def test_an_alert_is_as_loud_as_the_rules_say(one, grade):
    assert grade_of(one, dossier(one, level=4, previous_level=4), catalogue()) is grade


def test_a_raised_level_is_worth_an_alert():
    one = incident(hazard=Hazard.VIOLENT_CRIME)
    file = dossier(one, level=4, previous_level=3)
    assert grade_of(one, file, catalogue()) is Grade.ADVISORY


def test_the_front_page_puts_what_we_cannot_see_before_what_changed():
    made = bulletin(at_week_end(), unread_gao())
    assert [line.group for line in made.front] == [FrontGroup.UNKNOWN, FrontGroup.CHANGED]


def test_a_region_whose_level_moved_comes_first():
    before = bulletin(at_week_end(level=4, floors=()), unread_gao())
    made = bulletin(at_week_end(previous=before), unread_gao(previous=before))
    assert made.front[0].group is FrontGroup.MOVED
    assert made.parts[0].region.name == "Kidal Region"


def test_a_region_without_news_is_a_line():
    before = bulletin(at_week_end())
    [part] = bulletin(at_week_end(previous=before)).parts
    assert part.situation == ()
    assert part.bottom_line is not None


def test_a_stale_region_says_so_on_the_first_page():
    before = bulletin(at_week_end())
    made = bulletin(at_week_end(previous=before, state=State.STALE))
    assert made.front[0].group is FrontGroup.STALE
    assert "Do not use it for a travel decision." in str(made.parts[0].bottom_line)


def test_every_bottom_line_fits_into_sixty_words():
    made = bulletin(at_week_end(), unread_gao(standing_level=4, planning_level=4))
    assert all(len(str(part.bottom_line).split()) <= 60 for part in made.parts)


def test_a_bulletin_says_where_inside_a_region_it_is_worse():
    inside = Inside(high=1, divisions=4, unknown=3, worst=(("Cercle of Ansongo", 4),))
    file = replace(gao(level=2, level_name="Low", planning_level=2), inside=inside)
    whole = bulletin(file)
    told = "1 of 4 districts inside at 4 or more, worst Cercle of Ansongo 4"
    assert told in str(whole.parts[0].bottom_line)
    assert told in str(whole.front[0].statement)


def test_a_bulletin_needs_a_region():
    with pytest.raises(ValueError, match="at least one region"):
        bulletin()


def test_new_and_lifted_measures_are_told():
    before = briefing(kidal_dossier(level=4, floors=()))
    [part] = briefing(kidal_dossier(previous=before)).parts
    assert "MOV-4" in part.new_measures
    assert "ESC-2" in {r.measure for r in part.lifted}


def test_a_changed_toll_is_told_with_what_it_was():
    before = briefing(dossier(incident(killed=at_least(9))))
    [part] = briefing(dossier(incident(killed=at_least(12)), previous=before)).parts
    assert "at least 12 killed; was: Drone strikes: at least 9 killed" in str(part.changes[0])


def test_nothing_new_is_said_with_what_was_read():
    before = briefing()
    [part] = briefing(kidal_dossier(previous=before)).parts
    assert [str(s) for s in part.changes] == ["Nothing changed. Read of it so far: 2 reports."]


def test_a_source_that_no_list_knows_is_cited_by_its_own_name():
    file = kidal_dossier()
    unlisted = {n: replace(one, source="A blog") for n, one in file.reports.items()}
    sources = briefing(replace(file, reports=unlisted)).sources
    assert {line.name for line in sources} == {"A blog"}


def test_a_state_that_is_to_end_says_when():
    cut = replace(phones_cut(), until=date(2023, 12, 1))
    [part] = briefing(kidal_dossier(conditions=(cut,))).parts
    assert str(part.access[0]).endswith("; until 1 December 2023, unless prolonged.")


def test_who_holds_the_towns_is_asked_only_where_they_are_fought_over():
    peace = replace(KIDAL_REGION, id="PE-LIM", name="Lima", path=("PE", "PE-LIM"), country="PE")
    [part] = briefing(dossier(region=peace)).parts
    assert not any("who holds" in str(said) for said in part.background)


def test_the_strictest_marking_of_what_was_used_marks_the_product():
    assert briefing(kidal_dossier(tlp=Tlp.AMBER)).tlp is Tlp.AMBER


def test_sources_are_numbered_in_the_order_they_are_cited():
    assert [(line.number, line.report) for line in briefing().sources] == [(1, "r1"), (2, "r2")]


@pytest.mark.parametrize("made", [briefing, alerted, lambda **k: bulletin(at_week_end(), **k)])
def test_the_carry_edition_tells_nothing_but_what_to_do(made):
    found = made(variant=Edition.CARRY)
    printed = " ".join(map(str, every_statement(found))) + found.title + found.deck
    assert not re.search("FAMa|CSP|Armed Forces|Permanent|mayor|attributed|killed", printed)
    assert found.sources == ()
    assert {r.audience for p in found.parts for r in p.recommendations} == {Audience.TRAVELLER}
    assert "+00 000 000 000" in printed


@pytest.mark.parametrize("profile", list(Profile))
@pytest.mark.parametrize("level", [1, 2, 3, 4, 5, None])
def test_our_own_products_pass_the_lint(level, profile):
    everything = dict.fromkeys(Hazard, 99.0)
    made = kidal_dossier(
        level=level, hazards=everything, conditions=(phones_cut(), town_held("2023-11-02"))
    )
    assert lint(briefing(made, profile)) == []
    assert lint(alerted(file=made, profile=profile)) == []
    assert lint(bulletin(made, unread_gao())) == []


def spoilt(statement):
    made = briefing()
    return replace(made, parts=(replace(made.parts[0], situation=(statement,)),))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("We counted 14 dead.", "a number or date without a source"),
        ("It was quiet on Tuesday.", "a number or date without a source"),
        ("They left in November.", "a number or date without a source"),
        ("A column left Gao at dawn.", 'the name "Gao" without a source'),
        ("The regime fled.", '"regime" takes sides'),
        ("A strike is possible.", '"possible" is used 1 times'),
        ("Likely, with high confidence.", "likelihood and confidence in one sentence"),
    ],
)
def test_the_lint_finds_what_may_not_leave(words, found):
    assert any(found in str(finding) for finding in lint(spoilt(say(words))))


def test_a_loaded_word_may_stand_in_a_quotation():
    quote = Slot("\u201cterrorists\u201d", Provenance.EVIDENCE, "r1")
    assert lint(spoilt(say("The speaker said {words} fled.", words=quote))) == []


def test_two_sentences_joined_are_not_a_name():
    both = joined([say("Figures may change."), say("Nothing else is known.")])
    assert lint(spoilt(both)) == []


def test_the_lint_finds_measures_that_contradict_each_other():
    four, five = briefing(kidal_dossier(level=4, floors=())), briefing()
    both = (*five.parts[0].recommendations, *four.parts[0].recommendations)
    made = replace(five, parts=(replace(five.parts[0], recommendations=both),))
    assert any("MOV-4 and ESC-2 contradict each other" in str(finding) for finding in lint(made))


def test_a_missing_house_fact_blocks_approval():
    made = briefing(book=replace(catalogue(), house=House()))
    assert "line" in made.missing_house
    assert any('the house fact "line" is not set' in str(finding) for finding in lint(made))


def test_a_carry_edition_may_not_rest_on_amber_reports():
    made = briefing(kidal_dossier(tlp=Tlp.AMBER), variant=Edition.CARRY)
    assert any("rests on TLP:AMBER reports" in str(finding) for finding in lint(made))


def test_the_same_dossier_gives_the_same_advisory():
    assert briefing() == briefing()


def test_an_incident_told_on_another_day_is_in_the_list_too():
    other = incident(id="i-other", date=on("2023-11-05"))
    [part] = briefing(dossier(kidal_strikes(), other)).parts
    assert [line.incident for line in part.incidents] == ["i-kidal", "i-other"]
