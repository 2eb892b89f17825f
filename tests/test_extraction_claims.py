"""Whose word it is: several speakers in a sentence, two sides of a fight, who denies what."""

import pytest

from advisory.model.vocabulary import ActorRole, Stance, Status
from tests.builders_extraction import mentions, only


def said(text: str, field: str = "killed") -> list[tuple[str | None, Stance, str]]:
    return [(c.speaker, c.stance, c.value) for c in only(text).claims if c.field == field]


def test_each_toll_is_the_word_of_who_spoke_last_before_it():
    text = (
        "Rebels attacked an army base in Gao on Monday. The army said it killed 40 militants; "
        "JNIM said it killed 33 soldiers."
    )
    assert said(text) == [
        ("army", Stance.CLAIMED, "killed 40 militants"),
        ("JNIM", Stance.CLAIMED, "killed 33 soldiers"),
    ]


def test_a_force_that_tells_of_its_own_dead_is_an_office():
    text = "Rebels attacked a base in Gao on Monday. The army said that nine soldiers were killed."
    assert said(text) == [("army", Stance.ASSERTED, "nine soldiers were killed")]


def test_a_toll_before_both_verbs_is_the_word_of_the_first_speaker_after_it():
    text = (
        "Nine people died in a blast in Gao on Monday, the mayor said, and residents said so too."
    )
    assert said(text) == [("mayor", Stance.ASSERTED, "Nine people died")]


def test_what_two_sides_say_that_they_killed_is_not_added_up():
    text = (
        "Rebels attacked an army base in Gao on Monday. The army said it killed 40 militants. "
        "JNIM said it killed 33 soldiers."
    )
    killed = only(text).killed
    assert killed is not None
    assert (killed.low, killed.high) == (40, 40)


def test_who_else_puts_the_toll_lower_lowers_the_least_and_corrects_nobody():
    text = (
        "At least 17 people were killed in a bomb attack in Gao on Monday, the mayor said. "
        "The army put the toll at 14."
    )
    assert said(text) == [
        ("mayor", Stance.ASSERTED, "At least 17 people were killed"),
        ("army", Stance.CLAIMED, "toll at 14"),
    ]
    killed = only(text).killed
    assert killed is not None
    assert (killed.low, killed.high) == (14, None)


@pytest.mark.parametrize(
    ("told", "low", "high"),
    [
        ("Officials said 12 people were killed. Residents put the toll at 30.", 12, 30),
        ("Officials said 12 people were killed. Residents counted 19 bodies.", 12, 19),
        ("Officials said 12 people were killed, but a nurse said 19 had died.", 12, 19),
        ("Officials said 12 died. Diplomats spoke of more than 20 dead.", 12, None),
        ("Officials said 12 died. JNIM put the number of people killed at 20.", 12, 20),
        ("Twelve people died. The rebels owned up to it and said 20 had been killed.", 12, 20),
        ("Officials said 12 traders died. The army said it killed 20 rebels.", 12, 32),
    ],
)
def test_a_second_account_of_more_dead_opens_the_toll_upwards(told, low, high):
    killed = only(f"Rebels attacked the town of Gao on Monday. {told}").killed
    assert killed is not None
    assert (killed.low, killed.high) == (low, high)


@pytest.mark.parametrize(
    "told",
    [
        "A nurse said three of them were children.",
        "A doctor said his hospital had received five bodies.",
        "The UN says that 3,000 people have been killed in the region this year.",
        "In March, officials said, 40 people were killed in a similar attack.",
        "The mayor said that 200 people had fled.",
        "Officials said that the man, aged about 35, had died.",
    ],
)
def test_a_count_of_some_or_of_others_opens_no_toll(told):
    text = f"Rebels attacked the town of Gao on Monday. Police said 12 people were killed. {told}"
    killed = mentions(text)[0].killed
    assert killed is not None
    assert (killed.low, killed.high) == (12, 12)


def test_a_toll_that_rose_is_a_revision():
    text = "A bomb killed 17 people in Gao on Monday. The death toll later rose to 21."
    assert said(text) == [(None, Stance.REVISED, "death toll later rose to 21")]


def test_who_denies_involvement_denies_who_did_it_and_not_that_it_happened():
    text = "A bomb killed six people in Gao on Monday. JNIM denied involvement."
    assert said(text, "perpetrators") == [("JNIM", Stance.DENIED, "JNIM")]
    assert only(text).status.value == "reported"


@pytest.mark.parametrize(
    "friend", ["allied with Islamic State", "linked to Islamic State", "loyal to Islamic State"]
)
def test_whose_friend_a_claimant_is_claims_nothing(friend: str):
    text = f"A bomb killed six in Gao on Monday. JNIM, a militia {friend}, claimed responsibility."
    assert said(text, "perpetrators") == [("JNIM", Stance.CLAIMED, "JNIM")]


@pytest.mark.parametrize(
    ("text", "army"),
    [
        ("A Malian missile hit a house in Gao on Monday, killing three people.",
         "Malian Armed Forces"),
        ("Malian airstrikes killed three people in Gao on Monday.", "Malian Armed Forces"),
    ],
)  # fmt: skip
def test_a_demonym_before_a_weapon_of_war_names_the_army_that_fired_it(text: str, army: str):
    assert [a.name for a in only(text).actors if a.role is ActorRole.PERPETRATOR] == [army]


def test_a_demonym_before_a_verb_names_no_army():
    assert only("A Malian killed three people in Gao on Monday.").actors == ()


def test_a_pronoun_before_a_weapon_names_no_army():
    text = "They gave us rockets, a fighter said after an attack killed three people in Gao."
    assert only(text).actors == ()


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed six people in Gao on Monday, the governor said.",
        "A bomb killed six people in Gao on Monday, a police officer told journalists.",
    ],
)
def test_who_tells_of_an_attack_and_who_is_told_are_no_targets(text: str):
    assert only(text).targets == ()


def test_a_bomber_who_kills_himself_and_others_is_counted_with_them():
    killed = only(
        "A suicide bomber blew up a bus in Gao on Monday, killing himself and six passengers."
    ).killed
    assert killed is not None
    assert killed.low == 7


def test_what_one_side_denies_and_others_count_is_disputed():
    text = (
        "Residents said that nine people were killed in a massacre in Gao on Monday. "
        "JNIM denied killing civilians."
    )
    assert only(text).status.value == "disputed"


@pytest.mark.parametrize(
    "text",
    [
        "Al-Shabaab on Sunday claimed an attack on a hall in Gao on Friday that killed 12 people.",
        "Al-Shabaab claimed Friday's deadly ambush near Gao, in which 12 people were killed.",
    ],
)
def test_who_claims_an_attack_owns_up_to_it_and_gives_no_toll(text: str):
    mention = only(text)
    [claim] = mention.claims
    assert (claim.field, claim.speaker, claim.stance) == (
        "perpetrators",
        "Al-Shabaab",
        Stance.CLAIMED,
    )
    assert mention.status is Status.REPORTED


def test_who_claims_that_an_attack_killed_tells_of_it():
    mention = only("Al-Shabaab claimed that an attack by the army killed 12 people in Gao.")
    assert {c.field for c in mention.claims if c.stance is Stance.CLAIMED} == {"killed", "type"}


def test_what_the_report_tells_itself_is_no_mere_claim_of_whoever_adds_a_toll():
    text = "Gunmen killed eight officers near Gao on Monday. Al-Shabaab said it killed 12."
    mention = only(text)
    assert mention.status is Status.REPORTED
    assert mention.killed.low == 8
    assert said(text) == [("Al-Shabaab", Stance.CLAIMED, "killed 12")]


def test_a_toll_beside_a_claim_of_responsibility_is_the_word_of_whoever_claims():
    text = (
        "Gunmen killed eight officers near Gao on Monday. "
        "Al-Shabaab claimed responsibility, saying it killed 12."
    )
    assert said(text) == [("Al-Shabaab", Stance.CLAIMED, "killed 12")]


def test_who_has_claimed_such_attacks_did_not_claim_this_one():
    text = (
        "Four people were injured when a roadside bomb hit a bus near Gao on Monday. "
        "JNIM has claimed several such attacks this year."
    )
    mention = only(text, "2024-08-26")
    assert (mention.actors, str(mention.date.first)) == ((), "2024-08-26")


def test_the_dead_of_the_strike_that_an_attack_answers_are_not_its_own():
    text = (
        "Hezbollah fired rockets at a base near Safed on Thursday in response to a strike that "
        "killed three of its fighters."
    )
    assert only(text).killed is None


def test_who_denies_a_massacre_is_not_told_to_have_done_it():
    text = "The M23 rebel group has denied carrying out a massacre that killed 20 people in Goma."
    assert not [a for a in only(text).actors if a.role is ActorRole.PERPETRATOR]


def test_who_did_it_does_not_say_what_somebody_unknown_says():
    text = "Gunmen killed a priest and kidnapped another in Kaduna on Sunday, the diocese said."
    assert said(text) == [("diocese", Stance.ASSERTED, "killed a priest")]
    assert only(text).status is Status.REPORTED


def test_the_group_that_speaks_is_a_party():
    text = "Al-Shabaab attacked a base near Gao on Monday, killing 12 soldiers, the group said."
    [(_, stance, _)] = said(text)
    assert stance is Stance.CLAIMED


def test_a_toll_put_anew_in_a_sentence_is_the_whole_of_it():
    text = (
        "A report that 12 people had died in Friday's attack in Gao was wrong; "
        "police now put the toll at nine."
    )
    assert only(text).killed.low == 9


def test_whom_no_list_knows_is_heard_and_not_the_doer_before_the_comma():
    mention = only("Gunmen abducted a trader in Gao overnight, teachers said on Monday.")
    assert mention.status is Status.REPORTED
    assert mention.claims == ()


def test_what_a_report_tells_and_a_party_denies_is_disputed():
    mention = only("JNIM shelled a hospital in Gao on Monday. JNIM denied attacking the hospital.")
    assert mention.status is Status.DISPUTED


def test_who_is_accused_of_what_hurts_nobody_is_not_blamed_for_the_attack():
    text = (
        "JNIM shelled a hospital in Gao on Monday and accused the army of using it as a barracks."
    )
    assert not any(actor.name == "army" and actor.attributed for actor in only(text).actors)


def test_whose_rebels_are_blamed_is_not_blamed():
    text = "A drone strike blamed on Mali's JNIM killed four people in Gao on Monday."
    assert [actor.name for actor in only(text).actors] == ["JNIM"]


def test_who_is_taken_at_least_so_many_is_no_doer_of_what_follows():
    text = "Gunmen kidnapped at least 38 villagers and killed five others in Gao on Monday."
    assert [actor.name for actor in only(text).actors] == ["gunmen"]


def test_the_day_of_a_claim_of_responsibility_is_not_that_of_the_attack():
    text = (
        "JNIM claimed responsibility on Saturday for a blast in Gao that killed four a day earlier."
    )
    day = only(text).date
    assert day is not None
    assert str(day.first) == "2026-11-06"


def test_who_denies_one_thing_and_says_another_does_not_deny_the_other():
    text = (
        "Five people were shot dead by police in Gao on Monday. "
        "Police denied using live rounds and said that six officers were injured."
    )
    assert only(text).status is not Status.DENIED


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("JNIM fighters killed four farmers near Gao on Monday, said the governor.", "governor"),
        ('"The rebels killed nine people in Gao on Monday," said Awa Keita, a local official.',
         "official"),
        ("JNIM fighters killed four soldiers near Gao on Monday, said police.", "police"),
        ("Rebels killed four people in Gao on Monday, said Awa Ba, who runs a clinic.", "Awa Ba"),
    ],
)  # fmt: skip
def test_who_stands_behind_said_speaks_and_who_did_it_does_not(text, voice):
    assert {speaker for speaker, _, _ in said(text)} <= {voice}
    assert only(text).status is Status.REPORTED


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("A bomb killed six people in Gao on Monday, the opposition said.", "opposition"),
        ("A bomb killed six people in Gao on Monday, according to a local youth leader.",
         "local youth leader"),
        ("A shopkeeper in Gao said a bomb killed six people there on Monday.", "shopkeeper"),
        ("Fishermen near the army base in Gao said a bomb killed six people.", "Fishermen"),
        ("Residents near the army base in Gao said a bomb killed six people.", "Residents"),
        ("In a message on Monday the union said a bomb had killed six people in Gao.", "union"),
        ("A bomb killed six people in Gao, according to a nurse who saw soldiers fire.", "nurse"),
    ],
)  # fmt: skip
def test_whom_no_list_knows_speaks_by_the_words_of_the_report(text, voice):
    assert {speaker for speaker, _, _ in said(text)} == {voice}


def test_he_said_is_of_who_spoke_last():
    text = "Rebels attacked Gao on Monday, the mayor said. He said nine people were killed."
    assert said(text) == [("mayor", Stance.ASSERTED, "nine people were killed")]


def test_it_said_is_of_the_only_party_of_whose_deed_was_told():
    text = "JNIM raided a camp near Gao on Monday. It said 12 soldiers were killed."
    assert said(text) == [("JNIM", Stance.CLAIMED, "12 soldiers were killed")]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were reported killed in a blast in Gao on Monday.",
        "Earlier reports spoke of nine people killed in a blast in Gao on Monday.",
    ],
)
def test_who_is_only_spoken_of_says_nothing(text: str):
    assert {"Nine people", "Earlier"}.isdisjoint(speaker for speaker, _, _ in said(text))


def test_who_stands_behind_said_with_a_verb_of_its_own_is_spoken_of():
    text = "JNIM, which has a camp nearby, said rebels had killed nine soldiers in Gao on Monday."
    assert {speaker for speaker, _, _ in said(text)} == {"JNIM"}


def test_what_names_who_speaks_is_no_target():
    text = "JNIM killed four soldiers near Gao on Monday, said army spokesman Colonel Issa Ba."
    assert only(text).type == "attack_on_forces"
    assert only(text).targets == ("military",)


def test_who_goes_on_saying_is_who_said_it_before():
    text = "Rebels shelled Gao on Monday, police said, adding that two people were killed."
    assert {speaker for speaker, _, _ in said(text)} == {"police"}


def test_a_party_whom_no_list_knows_speaks_for_itself():
    text = "Police shot dead two protesters in Gao on Monday, opposition party Sahel First said."
    assert {speaker for speaker, _, _ in said(text)} == {"opposition party Sahel First"}


def test_another_states_force_is_not_the_one_army_that_is_named():
    text = "Malian forces shelled a town near Gao on Monday, Niger's air force said."
    assert {speaker for speaker, _, _ in said(text, "type")} == {"Nigerien Armed Forces"}


def test_whom_a_party_lost_did_not_do_what_follows():
    text = "JNIM said it lost two men and killed nine soldiers near Gao on Monday."
    assert "two men" not in [actor.name for actor in only(text).actors]


def test_who_says_so_in_a_statement_is_who_stands_before_said():
    text = "Gunmen killed a priest in Gao on Sunday evening, the diocese said in a statement."
    assert {speaker for speaker, _, _ in said(text)} == {"diocese"}
    assert only(text).status is Status.REPORTED


def test_whom_somebody_accuses_of_killing_so_many_has_killed_them_by_that_word_alone():
    text = (
        "The opposition accused the army on Monday of executing 14 herders near Gao on 3 November."
    )
    assert said(text) == [("opposition", Stance.ASSERTED, "executing 14 herders")]


def test_the_dead_of_an_attack_of_which_somebody_is_accused_are_the_reports_own_word():
    text = "The mayor accused JNIM of the attack that killed nine people in Gao on Monday."
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Police on Monday accused JNIM of killing two traders in Gao the day before.", "08"),
        ("Niger accused JNIM on Monday of kidnapping two traders in Gao three days earlier.", "06"),
        ("JNIM on Monday denied that it had killed two traders in Gao on Friday.", "06"),
    ],
)
def test_the_day_of_an_accusation_is_not_that_of_the_deed(text: str, day: str):
    date = only(text).date
    assert date is not None
    assert str(date.first) == f"2026-11-{day}"


def test_last_tuesday_said_on_a_tuesday_is_a_week_ago():
    date = only("Gunmen killed two traders in Gao last Tuesday, police said.").date
    assert date is not None
    assert str(date.first) == "2026-11-03"


def test_a_denied_deed_of_which_others_count_the_dead_is_disputed():
    mention = only(
        "The Malian army denied that its jets had bombed a school in Gao on Friday. "
        "Teachers said 20 people died in the strike."
    )
    assert (mention.type, mention.status) == ("airstrike", Status.DISPUTED)
    assert [c.speaker for c in mention.claims if c.stance is Stance.DENIED] == [
        "Malian Armed Forces"
    ]
    assert not [a for a in mention.actors if a.role is ActorRole.PERPETRATOR]


def test_who_denies_that_others_did_it_tells_of_nothing():
    assert mentions("The mayor denied that rebels had shelled Gao on Friday.") == ()


def test_the_dead_whom_one_denies_are_not_added_to_those_whom_another_counts():
    text = (
        "JNIM denied on Monday that it had killed farmers in Gao; "
        "a report by the UN mission said 14 villagers died there."
    )
    mention = only(text)
    assert mention.killed is not None
    assert mention.killed.low == 14
    assert "14 villagers" not in [actor.name for actor in mention.actors]


def test_who_holds_a_group_responsible_blames_it_and_the_group_denies_it_by_its_name():
    text = (
        "A bomb killed nine people in Gao on Friday. "
        "The authorities hold JNIM responsible, but the group denied involvement."
    )
    assert said(text, "perpetrators") == [
        ("authorities", Stance.BLAMED, "JNIM"),
        ("JNIM", Stance.DENIED, "the group"),
    ]


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ("The government called the report baseless.", "type"),
        ("The army said the claims were false.", "type"),
        ("The government dismissed the charge.", "perpetrators"),
        ("JNIM said it had nothing to do with the attack.", "perpetrators"),
    ],
)
def test_what_is_called_baseless_is_denied(answer: str, field: str):
    text = f"Residents said that JNIM killed nine farmers in Gao on Friday. {answer}"
    assert [c.field for c in only(text).claims if c.stance is Stance.DENIED] == [field]


def test_none_of_its_men_were_killed_is_a_nought():
    text = "A bomb killed nine people in Gao on Friday. JNIM said none of its men were killed."
    claim = next(c for c in only(text).claims if c.speaker == "JNIM")
    assert claim.count is not None
    assert (claim.count.low, claim.count.high) == (0, 0)


def test_troops_of_another_people_are_not_those_of_the_army_that_speaks():
    text = "Mali's army said Nigerien troops had fired on a boat near Gao on Friday, killing a man."
    assert [a.name for a in only(text).actors if a.role is ActorRole.PERPETRATOR] == [
        "Nigerien Armed Forces"
    ]


def test_a_day_begins_no_name_of_a_group():
    text = (
        "JNIM attacked a base in Gao on Friday. In a message on Sunday the group said it killed 12."
    )
    assert {actor.name for one in mentions(text) for actor in one.actors} == {"JNIM"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("A nurse who fled the village said nine people were killed in Gao on Friday.", "nurse"),
        ("A trader reached by telephone said nine people were killed in Gao on Friday.", "trader"),
        ("Awa Ba, whose shop burned down, said nine people were killed in Gao.", "Awa Ba"),
        ("Teachers counted nine people killed in a raid on Gao on Friday.", "Teachers"),
    ],
)
def test_what_says_more_of_who_speaks_is_no_voice(text: str, voice: str):
    assert {speaker for speaker, _, _ in said(text)} == {voice}


def test_who_blames_behind_said_is_who_said_it():
    text = "A drone hit a bus in Gao on Friday, wounding nine people, Issa Ba said, blaming JNIM."
    assert said(text, "perpetrators") == [("Issa Ba", Stance.BLAMED, "JNIM")]


def test_a_state_whose_name_holds_a_verb_of_saying_says_nothing_by_it():
    text = "The United States rejects allegations that its forces killed nine fishermen in Gao."
    assert {(speaker, stance) for speaker, stance, _ in said(text)} == {
        ("United States", Stance.DENIED)
    }


def test_who_neither_confirms_nor_denies_says_nothing():
    text = (
        "Nine people were killed in a raid on Gao on Friday. The army has not confirmed the raid."
    )
    assert only(text).claims == ()


def test_who_says_that_its_troops_have_not_done_it_denies_it():
    text = (
        "Residents said nine people were killed when shells hit a market in Gao on Friday. "
        "The army said its troops had not shelled the market."
    )
    mention = only(text)
    assert mention.status is Status.DISPUTED
    assert [(c.field, c.speaker) for c in mention.claims if c.stance is Stance.DENIED] == [
        ("type", "army")
    ]


def test_whose_claim_is_dismissed_claims_it():
    text = (
        "The army dismissed as false a claim by JNIM that it killed 20 soldiers in Gao on Friday."
    )
    assert said(text) == [("JNIM", Stance.CLAIMED, "killed 20 soldiers")]


def test_what_somebody_calls_lies_is_denied_with_its_dead():
    text = "The army described as lies a report that it killed six men in Gao on Friday."
    assert said(text) == [("army", Stance.DENIED, "killed six men")]


@pytest.mark.parametrize(
    ("answer", "field"),
    [
        ("JNIM denied it.", "type"),
        ("The mayor blamed JNIM, which denied it.", "perpetrators"),
        ("JNIM said it was not involved.", "perpetrators"),
        ("JNIM denied on Telegram that it was behind the raid.", "perpetrators"),
        ("JNIM denied reports that it was behind the raid.", "perpetrators"),
        ("A JNIM leader denied in a video that his men were involved.", "perpetrators"),
        ("JNIM denied accusations that its men had taken part.", "perpetrators"),
        ("JNIM denied in a statement that its men had attacked the town.", "type"),
        ("Residents accused JNIM of killing them, a charge JNIM rejected.", "perpetrators"),
    ],
)
def test_who_denies_it_denies_what_was_told(answer: str, field: str):
    text = f"Gunmen killed nine farmers in Gao on Friday. {answer}"
    denied = [(c.field, c.speaker) for c in only(text).claims if c.stance is Stance.DENIED]
    assert denied == [(field, "JNIM")]


@pytest.mark.parametrize(
    "denial",
    ["a charge the army rejected", "a claim rejected by the army", "which the army disputes"],
)
def test_a_denial_may_end_the_sentence(denial: str):
    text = f"Residents said the army had killed six herders in Gossi on Tuesday, {denial}."
    assert [c.speaker for c in only(text).claims if c.stance is Stance.DENIED] == ["army"]


def test_rebels_with_a_spokesman_are_not_the_group_that_he_names():
    text = "The rebel spokesman accused JNIM fighters of killing six herders in Gossi on Tuesday."
    assert said(text, "perpetrators") == [("rebel", Stance.BLAMED, "JNIM")]


def test_whom_somebody_holds_responsible_is_blamed():
    text = "Witnesses held ISWAP fighters responsible for the killing of eight farmers in Gossi."
    assert said(text, "perpetrators") == [("Witnesses", Stance.BLAMED, "ISWAP")]


def test_who_claims_to_have_killed_has_done_it_by_that_word():
    mention = only("JNIM claimed to have killed nine soldiers in Gao on Friday.")
    assert [(a.name, a.attributed) for a in mention.actors if a.role is ActorRole.PERPETRATOR] == [
        ("JNIM", True)
    ]


def test_a_force_in_no_list_that_tells_of_its_own_deed_is_a_party():
    text = "Hill Defence Forces said they killed nine rebels in Gao on Friday."
    assert {stance for _, stance, _ in said(text)} == {Stance.CLAIMED}


def test_bodies_are_counted_beside_the_wounded():
    mention = only(
        "A bomb went off in Gao on Friday and the clinic received five bodies and 17 wounded."
    )
    assert mention.killed is not None
    assert (mention.killed.low, mention.injured and mention.injured.low) == (5, 17)


def test_who_is_accused_of_carrying_it_out_is_blamed():
    text = (
        "Nine people were killed in an air strike on Gao on Friday, teachers said, "
        "accusing the army of having carried it out."
    )
    assert said(text, "perpetrators") == [("teachers", Stance.BLAMED, "army")]


@pytest.mark.parametrize(
    ("text", "speaker", "stance"),
    [
        (
            "No group has claimed responsibility, but the governor blamed JNIM.",
            "governor",
            "blamed",
        ),
        ("Nobody claimed responsibility; officials attributed it to JNIM.", "officials", "blamed"),
        ("Police suspect that JNIM carried out the attack.", "Police", "blamed"),
        ("The attack was claimed by JNIM.", "JNIM", "claimed"),
        ("Responsibility for the attack was claimed by JNIM.", "JNIM", "claimed"),
    ],
)
def test_only_who_owns_up_to_it_claims_it_and_whom_others_name_is_blamed(
    text: str, speaker: str, stance: str
):
    mention = only(f"A bomb killed six people in Gao on Monday. {text}")
    made = [(c.speaker, c.stance.value) for c in mention.claims if c.field == "perpetrators"]
    assert (made, [actor.attributed for actor in mention.actors]) == ([(speaker, stance)], [True])


def test_a_claim_beside_blame_keeps_each_in_its_own_mouth():
    text = (
        "A bomb killed six people in Gao on Monday. JNIM claimed the attack, which the government "
        "had blamed on Islamic State."
    )
    assert said(text, "perpetrators") == [
        ("JNIM", Stance.CLAIMED, "JNIM"),
        ("government", Stance.BLAMED, "Islamic State"),
    ]


def test_who_denies_what_it_was_blamed_for_denies_to_have_done_it():
    text = (
        "A bomb killed six people in Gao on Monday. The governor blamed JNIM for the attack, "
        "which the group denied."
    )
    assert said(text, "perpetrators")[1] == ("JNIM", Stance.DENIED, "the group")
    assert only(text).status.value == "reported"


def test_who_speaks_last_tells_the_dead_of_a_relative_clause():
    text = (
        "JNIM said it was not involved in Friday's attack on a bus near Gao, "
        "in which two traders were killed, police said."
    )
    assert said(text) == [("police", Stance.ASSERTED, "two traders were killed")]
    assert said(text, "perpetrators") == [("JNIM", Stance.DENIED, "JNIM")]


def test_whose_spokesman_speaks_is_the_party():
    text = "A bomb killed nine people in Gao on Friday. A JNIM spokesman said two soldiers died."
    assert ("JNIM", Stance.CLAIMED, "two soldiers died") in said(text)


def test_they_accused_is_of_who_spoke_last():
    text = "Nine people died in an attack in Gao on Friday, traders said. They blamed JNIM for it."
    assert said(text, "perpetrators") == [("traders", Stance.BLAMED, "JNIM")]


def test_a_toll_that_one_side_denies_leaves_the_deed_disputed():
    text = "The army rejects allegations that its troops killed nine fishermen in Gao on Friday."
    assert only(text).status is Status.DISPUTED


def test_a_day_told_before_a_deed_as_its_own_is_not_that_of_speech():
    text = "JNIM has not said that it was behind Friday's grenade attack in Gao, which hurt eight."
    date = only(text).date
    assert date is not None
    assert str(date.first) == "2026-11-06"


def test_the_day_of_the_dead_is_that_of_the_ambush_in_which_they_died():
    text = "The mayor blamed JNIM for an ambush in which four traders died in Gao on Friday."
    date = only(text).date
    assert date is not None
    assert str(date.first) == "2026-11-06"


@pytest.mark.parametrize(
    "text",
    [
        "Niger shelled a house in Gao on Friday, killing three people.",
        "Residents said Niger shelled a house in Gao on Friday, killing three people.",
    ],
)
def test_a_state_that_is_the_subject_of_a_deed_did_it(text: str):
    assert [a.name for a in only(text).actors if a.role is ActorRole.PERPETRATOR] == [
        "Nigerien Armed Forces"
    ]


def test_a_state_in_which_something_was_done_did_not_do_it():
    text = "Gunmen in northern Niger shelled a house in Gao on Friday, killing three people."
    assert "Nigerien Armed Forces" not in [actor.name for actor in only(text).actors]


def test_what_prosecutors_say_is_told():
    text = "Three people were killed in an attack in Gao on Friday, prosecutors said."
    assert said(text) == [("prosecutors", Stance.ASSERTED, "Three people were killed")]


@pytest.mark.parametrize(
    "text",
    [
        "An exchange of fire between the police and JNIM was reported in Gao on Monday.",
        "Two JNIM men were arrested in Gao on Monday over a blast that claimed the lives of two.",
    ],
)
def test_who_stands_before_a_passive_or_claims_lives_says_nothing(text: str):
    mention = only(text)
    assert (mention.claims, mention.status) == ((), Status.REPORTED)


def test_whom_by_leads_after_a_verb_of_saying_says_it():
    text = "Two farmers were killed in Gao on Monday, it was confirmed by the governor."
    assert said(text) == [("governor", Stance.CONFIRMED, "Two farmers were killed")]


def test_who_declares_a_curfew_tells_no_toll():
    text = "The government declared a curfew in Gao after six traders were shot dead on Monday."
    assert said(text) == []


def test_what_a_clause_behind_a_deed_confirms_is_not_the_deed():
    text = "Rioters burned a market in Gao on Monday, after the court confirmed the results."
    assert only(text).status is Status.REPORTED


def test_the_media_wing_of_an_army_is_that_army():
    text = "Four bandits were killed in Gao on Monday, the army's media wing said."
    assert said(text) == [("army", Stance.CLAIMED, "Four bandits were killed")]


def test_who_has_no_information_about_an_attack_claims_none():
    text = "JNIM killed six fishermen near Gao. The army said it had no information of any attack."
    assert not any(c.speaker == "army" for c in only(text).claims)


def test_what_an_official_says_beside_a_party_is_the_word_of_the_official():
    text = "A local official and a rebel leader said nine people were killed in Gao on Monday."
    assert said(text) == [("official", Stance.ASSERTED, "nine people were killed")]


def test_what_an_office_denies_and_somebody_beside_the_fight_tells_is_disputed():
    text = (
        "The coastguard opened fire on a rescue ship off Gao on Sunday, a charity said. "
        "The army denied that shots had been fired at the ship."
    )
    assert only(text).status is Status.DISPUTED
    text = "The army denied that shots had been fired at a ship off Gao on Sunday."
    assert {one.status for one in mentions(text)} <= {Status.DENIED}


@pytest.mark.parametrize(
    "end",
    ["and said the shop had had letters.", "and later said that the shop had had letters."],
)
def test_who_blames_somebody_and_goes_on_to_speak_is_the_speaker(end):
    text = f"A bomb killed a girl in Gao on Monday. The mayor blamed JNIM for the blast {end}"
    blamed = [(c.speaker, c.stance) for c in only(text).claims if c.field == "perpetrators"]
    assert blamed == [("mayor", Stance.BLAMED)]


def test_who_owns_up_and_goes_on_to_speak_speaks():
    text = (
        "A bomb killed nine in Gao on Monday. JNIM claimed responsibility and said it would go on."
    )
    owned = [(c.speaker, c.stance) for c in only(text).claims if c.field == "perpetrators"]
    assert owned == [("JNIM", Stance.CLAIMED)]


def test_it_is_who_spoke_last_though_of_another_deed():
    text = (
        "Warplanes bombed a camp near Gao on Monday, killing five people, the health ministry "
        "said.\n\nThe Malian army said it had attacked a base for drones. It said several rebels "
        "had been killed."
    )
    said = [c.speaker for c in mentions(text)[0].claims if "several rebels" in c.value]
    assert said == ["Malian Armed Forces"]


def test_who_denies_what_a_side_said_beside_the_deed_disputes_no_deed():
    text = (
        "A car bomb killed five people in Gao on Monday. The army said that the rebels hid weapons "
        "in the town. The rebels denied it."
    )
    assert only(text).status is Status.REPORTED


@pytest.mark.parametrize(
    ("text", "toll", "claimed"),
    [
        (
            "Two soldiers and, according to the army, 15 attackers were killed in Gao on Monday.",
            17,
            "15 attackers were killed",
        ),
        (
            "Five farmers and, the army said, at least two raiders were killed in Gao on Monday.",
            7,
            "at least two raiders were killed",
        ),
        (
            "Nine people died in a clash in Gao on Monday, while the army claimed 30 rebels dead.",
            9,
            "30 rebels dead",
        ),
    ],
)
def test_whom_somebody_else_tells_of_behind_a_toll_are_no_word_of_his(
    text: str, toll: int, claimed: str
):
    killed = only(text).killed
    assert killed is not None
    assert killed.low == toll
    assert said(text) == [("army", Stance.CLAIMED, claimed)]


def test_who_speaks_behind_a_whole_sentence_still_tells_it():
    text = "Two soldiers and 15 attackers were killed in Gao on Monday, residents and police said."
    assert [speaker for speaker, _, _ in said(text)] == ["police"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("JNIM: 41 soldiers killed in Gao ambush", Status.CLAIMED),
        ("JNIM: Six killed in Gao ambush", Status.REPORTED),
        ("JNIM: 14 fighters killed in Gao air strike", Status.REPORTED),
    ],
)
def test_an_armed_group_before_a_colon_claims_the_dead_of_its_enemy(text: str, status: Status):
    assert only(text).status is status


@pytest.mark.parametrize(
    ("text", "harm", "figures"),
    [
        ("Nine people died in a clash in Gao on Monday; the mayor put the figure at 14.",
         "killed", ["14"]),
        ("A bomb wounded nine people in Gao on Monday, while doctors put the number at 14.",
         "injured", ["14"]),
        ("A clash in Gao killed nine and uprooted 400 people; the UN put the figure at 700.",
         "killed", []),
    ],
)  # fmt: skip
def test_the_figure_is_of_those_whom_the_sentence_counted_last(
    text: str, harm: str, figures: list[str]
):
    assert [value.rpartition(" ")[2] for _, _, value in said(text, harm)] == figures


@pytest.mark.parametrize(
    ("second", "low"),
    [
        ("A doctor said the toll was 52.", 31),
        ("The toll was 52, according to a doctor.", 31),
        ("The toll has since risen to 52, a doctor said.", 52),
    ],
)
def test_what_a_second_source_counts_stands_beside_the_account_of_the_report(second: str, low: int):
    text = f"Gunmen killed 31 people in Gao on Monday. {second}"
    killed = only(text).killed
    assert killed is not None
    assert killed.low == low
    assert [speaker for speaker, _, _ in said(text)] == ["doctor"]


def test_an_army_that_tells_whom_rebels_killed_does_not_boast():
    text = "Rebels killed 12 farmers near Gao on Monday, the army said. A charity counted 19 dead."
    killed = only(text).killed
    assert killed is not None
    assert killed.low == 12


def test_who_denies_dead_of_its_own_disputes_nothing_that_is_told():
    text = "Twelve soldiers were killed near Gao on Monday. JNIM denied that five of its men died."
    assert said(text) == [("JNIM", Stance.DENIED, "five of its men died")]
    assert only(text).status is Status.REPORTED


def test_any_of_somebodys_men_are_no_number():
    text = "The army said 30 rebels died in a raid on Gao; JNIM denied that any of its men died."
    killed = only(text).killed
    assert killed is not None
    assert (killed.low, killed.high) == (30, 30)
