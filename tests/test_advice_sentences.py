"""What happened, in words: hedges kept, claimants kept, unknown said."""

from dataclasses import replace
from datetime import date

import pytest

from advisory.advice.lines import incident_line
from advisory.advice.long_names import first_mentions
from advisory.advice.sentences import opening, situation
from advisory.advice.telling import telling
from advisory.advice.words import date_words, word_count
from advisory.model.advice import Provenance
from advisory.model.value import Actor, Claim, Count, DateRange, Evidence, Part, Span
from advisory.model.vocabulary import (
    ActorKind,
    ActorRole,
    Category,
    DatePrecision,
    Hazard,
    Qualifier,
    SpeakerKind,
    Stance,
    Status,
)
from advisory.model.wording import count_words
from tests.builders_advice import (
    FAMA,
    account,
    at_least,
    catalogue,
    dossier,
    incident,
    kidal_strikes,
    mention,
    on,
    rulebook,
    strike_of_unknown_toll,
    texts,
    tinzaouaten_strike,
)


def told(one):
    return telling(one, rulebook(), catalogue())


def sentences(one, today="2023-11-08"):
    return [str(s) for s in situation(told(one), date.fromisoformat(today))]


@pytest.mark.parametrize(
    ("name", "one", "today"),
    [
        ("kidal-strikes.txt", kidal_strikes(), "2023-11-08"),
        ("tinzaouaten-strike.txt", tinzaouaten_strike(), "2024-08-27"),
        ("unknown-toll.txt", strike_of_unknown_toll(), "2024-06-06"),
    ],
)
def test_the_situation_reads_as_the_desk_would_write_it(golden, name, one, today):
    found = first_mentions(situation(told(one), date.fromisoformat(today)))
    golden(f"advice/{name}", texts(found))


def test_who_was_abducted_is_told_in_the_words_of_the_report():
    who = Evidence("targets", (Span(10, 27, "Danish geologists"),), "targets/from_abroad")
    taken = {"category": Category.KIDNAPPING, "hazard": Hazard.KIDNAPPING, "type": "kidnapping"}
    one = incident(account(mention(evidence=(who,), **taken)), **taken)
    assert 'Taken, in the words of the report: "Danish geologists".' in sentences(one)


def test_how_many_were_abducted_is_said():
    taken = {"category": Category.KIDNAPPING, "hazard": Hazard.KIDNAPPING, "type": "kidnapping"}
    assert "At least 12 people were abducted." in sentences(
        incident(abducted=at_least(12), **taken)
    )


def test_who_is_free_again_is_said_with_the_day_and_by_whose_word():
    taken = {"category": Category.KIDNAPPING, "hazard": Hazard.KIDNAPPING, "type": "kidnapping"}
    five, day = Count.exactly(5), DateRange(date(2023, 11, 9), date(2023, 11, 9))
    word = Claim("freed", "five", Stance.ASSERTED, "governor", SpeakerKind.OFFICIAL, five)
    account_ = account(mention(freed=five, freed_on=day, claims=(word,), **taken))
    one = incident(account_, abducted=Count.exactly(8), freed=five, freed_on=day, **taken)
    told_ = "5 people are reported freed since, on 9 November 2023, by the word of a governor."
    assert told_ in sentences(one)


def test_one_who_was_abducted_is_one_person():
    raid = incident(killed=at_least(3), abducted=Count.exactly(1))
    assert "1 person was abducted." in sentences(raid)


def test_the_first_sentence_says_what_where_when_and_how_many():
    assert str(opening(told(kidal_strikes()), date(2023, 11, 8))) == (
        "Drone strikes hit Kidal, Kidal Region, Mali, on 7 November 2023, "
        "killing at least 12 people and injuring 20 others."
    )


def test_every_number_in_the_first_sentence_is_evidence():
    numbers = [
        s
        for s in opening(told(kidal_strikes()), date(2023, 11, 8)).slots
        if any(map(str.isdigit, s.text))
    ]
    assert {slot.provenance for slot in numbers} == {Provenance.EVIDENCE}


def test_a_higher_figure_follows_with_its_speaker():
    assert "A mayor said at least 14 were killed." in sentences(kidal_strikes())


def test_a_toll_of_one_party_is_its_word_and_not_in_the_first_sentence():
    first, second, *_ = sentences(tinzaouaten_strike(), "2024-08-27")
    assert "21" not in first
    assert second.endswith("(CSP-DPA), a party to the fighting; not confirmed.")


def test_two_names_of_one_side_are_still_its_word_alone():
    one = tinzaouaten_strike()
    [told_by] = one.accounts
    [claim] = told_by.mention.claims
    vague = replace(claim, speaker="rebels")
    mentions = replace(told_by.mention, claims=(vague, claim))
    both = replace(one, accounts=(replace(told_by, mention=mentions),), status=Status.CONFIRMED)
    first, second, *_ = sentences(both, "2024-08-27")
    assert "21" not in first
    assert "(CSP-DPA), a party to the fighting; not confirmed." in second
    assert "rebels" not in second


def test_a_party_without_a_name_is_one_side():
    one = tinzaouaten_strike()
    [told_by] = one.accounts
    claim = replace(told_by.mention.claims[0], speaker=None)
    nameless = replace(told_by, mention=replace(told_by.mention, claims=(claim,)))
    found = sentences(replace(one, accounts=(nameless,)), "2024-08-27")
    assert "according to one side, a party to the fighting; not confirmed." in found[1]


def test_dozens_are_dozens_of_people():
    one = incident(injured=Count(24, None, Qualifier.VAGUE))
    assert sentences(one)[0].endswith("injuring dozens of people.")


def test_a_region_is_told_apart_from_its_town():
    town = replace(incident().place, admin1_name="Kidal")
    assert "hit Kidal, Kidal Region, Mali, on" in sentences(incident(place=town))[0]


def test_a_region_is_not_hit_as_a_whole():
    wide = replace(incident().place, admin1_name="Kidal", kind="admin1")
    assert "reported in Kidal Region, Mali, on" in sentences(incident(place=wide))[0]


def test_the_children_a_party_counts_stay_its_word():
    assert "The same party counts 11 children among them." in sentences(tinzaouaten_strike())


def test_what_two_parties_each_say_they_killed_stays_apart():
    army = Claim("killed", "killed 40 militants", Stance.CLAIMED, "the army", SpeakerKind.PARTY,
                 Count.exactly(40))  # fmt: skip
    rebels = Claim("killed", "killed 33 soldiers", Stance.CLAIMED, "Hill Front", SpeakerKind.PARTY,
                   Count.exactly(33))  # fmt: skip
    told = mention("r6", "attack", killed=Count.exactly(40), claims=(army, rebels))
    found = sentences(incident(account(told), killed=Count.exactly(40)))
    assert "killing" not in found[0]
    assert (
        'The parties to the fighting differ. The army: "killed 40 militants". '
        'The Hill Front: "killed 33 soldiers". None of it is confirmed.'
    ) in found


def test_who_denies_a_part_in_it_does_not_deny_that_it_happened():
    claim = Claim("perpetrators", "Hill Front", Stance.DENIED, "Hill Front", SpeakerKind.PARTY)
    found = sentences(incident(account(mention("r6", claims=(claim,)))))
    assert "The Hill Front denied any part in it." in found
    assert not any(sentence.startswith("Denied by") for sentence in found)


def test_a_second_party_that_gives_the_same_figure_ends_the_single_word():
    one = tinzaouaten_strike()
    claim = Claim("killed", "21", Stance.ASSERTED, "a doctor", SpeakerKind.MEDICAL, at_least(21))
    doctor = account(mention("r7", killed=at_least(21), claims=(claim,)))
    both = replace(one, accounts=(*one.accounts, doctor))
    assert "killing at least 21 people" in sentences(both)[0]


def test_an_unknown_toll_is_never_a_number():
    found = sentences(strike_of_unknown_toll(), "2024-06-06")
    assert "The toll is not known." in found
    assert not any("0 " in sentence or "killing" in sentence for sentence in found)


def test_a_toll_of_nobody_is_told_apart_from_an_unknown_one():
    found = sentences(incident(killed=Count.exactly(0)))
    assert "Nobody was killed, by the reports." in found
    assert "The toll is not known." not in found


def test_a_closed_border_has_no_toll_to_be_unknown():
    one = incident(hazard=Hazard.MOVEMENT_RESTRICTION, category=Category.OTHER, type="curfew_order")
    assert "The toll is not known." not in sentences(one)


def test_missing_figures_of_the_injured_are_said():
    assert "No figure for the injured was given." in sentences(incident(killed=at_least(3)))


def test_figures_settle_after_a_week():
    young, old = sentences(kidal_strikes(), "2023-11-13"), sentences(kidal_strikes(), "2023-11-14")
    assert young[-1] == "Figures may change."
    assert "Figures may change." not in old


def test_who_claims_it_is_not_attributed():
    claim = Claim("perpetrator", "we did it", Stance.CLAIMED, FAMA.name, SpeakerKind.PARTY)
    one = incident(account(mention(actors=(FAMA,), claims=(claim,))), actors=(FAMA,))
    assert any(s.startswith("The strikes are claimed by") for s in sentences(one))


def test_who_says_that_its_fighters_did_it_claims_it():
    claim = Claim("type", "attacked", Stance.CLAIMED, FAMA.name, SpeakerKind.PARTY)
    one = incident(account(mention(actors=(FAMA,), claims=(claim,))), actors=(FAMA,))
    assert any(s.startswith("The strikes are claimed by") for s in sentences(one))


def test_a_denial_follows_with_its_speaker():
    claim = Claim("type", "no strike", Stance.DENIED, FAMA.name, SpeakerKind.PARTY)
    one = incident(account(mention(actors=(FAMA,), claims=(claim,))), actors=(FAMA,))
    assert "Denied by the Malian Armed Forces (FAMa)." in sentences(one)


def test_a_loaded_word_stands_in_quotation_marks():
    claim = Claim("killed", "30", Stance.ASSERTED, "a junta spokesman", SpeakerKind.OFFICIAL)
    claim = replace(claim, count=Count.exactly(30))
    one = incident(account(mention(killed=at_least(3), claims=(claim,))), killed=at_least(3))
    assert "\u201ca junta spokesman\u201d said 30 were killed." in sentences(one)


def test_what_happened_this_week_is_told_before_what_is_announced():
    march = incident(id="i-march", status=Status.ANNOUNCED, date=on("2023-11-10"))
    assert [one.id for one in dossier(march, kidal_strikes()).recent(7)] == ["i-kidal", "i-march"]


def test_what_is_announced_has_not_happened():
    one = incident(type="march", category=Category.PROTEST, status=Status.ANNOUNCED)
    on_its_day = sentences(one, "2023-11-07")[0]
    assert on_its_day.startswith("A march is announced in Kidal")
    assert sentences(one)[0].startswith("A march was announced in Kidal")


def test_nature_is_warned_of():
    one = incident(type="march", hazard=Hazard.NATURAL_HAZARD, status=Status.ANNOUNCED)
    assert sentences(one, "2023-11-07")[0].startswith("A march is warned of in Kidal")


def test_a_place_nobody_knows_stays_visible_as_not_located():
    lost = replace(incident().place, name="Tagharost", country_name=None, regions=())
    assert (
        "Tagharost (not located)" in sentences(incident(place=replace(lost, admin1_name=None)))[0]
    )


def test_long_names_stand_at_their_first_mention_only():
    first, second = first_mentions([opening(told(kidal_strikes()), date(2023, 11, 8))] * 2)
    assert "Kidal, Kidal Region, Mali, on" in str(first)
    assert "hit Kidal on 7 November 2023, killing" in str(second)


def test_the_situation_of_kidal_keeps_to_its_length():
    assert 70 <= word_count(situation(told(kidal_strikes()), date(2023, 11, 8))) <= 125


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.exactly(20), "20"),
        (at_least(12), "at least 12"),
        (Count(130, None, Qualifier.MORE_THAN), "more than 130"),
        (Count(0, 20, Qualifier.UP_TO), "up to 20"),
        (Count(18, 22, Qualifier.ABOUT), "about 18"),
        (Count(10, 15, Qualifier.BETWEEN), "between 10 and 15"),
        (Count(2, None, Qualifier.VAGUE), "several"),
        (Count(24, None, Qualifier.VAGUE), "dozens"),
    ],
)
def test_a_count_keeps_its_hedge(count, words):
    assert count_words(count) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (on("2023-11-07"), "on 7 November 2023"),
        (
            DateRange(date(2023, 10, 30), date(2023, 11, 2)),
            "between 30 October and 2 November 2023",
        ),
        (DateRange(date(2024, 6, 1), None, DatePrecision.SINCE), "since 1 June 2024"),
        (DateRange(date(2024, 6, 1), date(2024, 6, 30), DatePrecision.MONTH), "in June 2024"),
        (None, "on a date not given"),
    ],
)
def test_a_date_is_no_more_exact_than_it_was_told(when, words):
    assert date_words(when) == words


def test_one_more_who_was_hurt_is_one_other():
    one = incident(killed=Count.exactly(1), injured=Count.exactly(1))
    assert sentences(one)[0].endswith("killing 1 person and injuring 1 other.")


@pytest.mark.parametrize(
    ("role", "kind", "word"),
    [
        (ActorRole.PERPETRATOR, ActorKind.STATE_FORCE, "fighters"),
        (ActorRole.TARGET, ActorKind.ARMED_GROUP, "fighters"),
        (ActorRole.PERPETRATOR, ActorKind.ARMED_GROUP, "attackers"),
    ],
)
def test_armed_men_among_the_dead_are_attackers_only_where_they_attacked(role, kind, word):
    doer = Actor("Hill Front", id="x", kind=kind, role=role)
    one = incident(killed_parts=(Part("attacker", at_least(4)),), actors=(doer,))
    assert f"At least 4 {word} are reported among the dead." in sentences(one)


@pytest.mark.parametrize(
    ("status", "end"),
    [
        (Status.DISPUTED, "disputed."),
        (Status.DENIED, "denied."),
        (Status.UNVERIFIED, "not verified."),
    ],
)
def test_what_somebody_denies_is_no_plain_fact_in_a_list(status, end):
    one = replace(strike_of_unknown_toll(), status=status)
    assert str(incident_line(one, catalogue(), rulebook()).statement).endswith(f"; {end}")


def test_at_least_one_is_one_other():
    one = replace(kidal_strikes(), injured=at_least(1))
    assert "injuring at least 1 other" in str(opening(told(one), date(2023, 11, 8)))
    assert "others" not in str(opening(told(one), date(2023, 11, 8)))
