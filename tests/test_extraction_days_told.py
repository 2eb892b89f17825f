"""Days that a report tells by another day it has told."""

from datetime import date

import pytest

from advisory.model.value import DateRange
from advisory.model.vocabulary import DatePrecision
from tests.builders_extraction import mentions, only

PUBLISHED = "2024-05-10"


def day_of(text: str, published: str = PUBLISHED) -> str:
    """Return the first day of the only incident told."""
    date = only(text, published).date
    assert date is not None
    return str(date.first)


@pytest.mark.parametrize(
    ("second", "day"),
    [
        ("The day before, gunmen had killed two traders in Ansongo.", "2024-05-05"),
        ("A day earlier, gunmen killed two traders in Ansongo.", "2024-05-05"),
        ("Two days earlier gunmen had killed two traders in Ansongo.", "2024-05-04"),
        ("The next day, gunmen killed two traders in Ansongo.", "2024-05-07"),
        ("Two days later, gunmen killed two traders in Ansongo.", "2024-05-08"),
        ("The previous Friday, gunmen killed two traders in Ansongo.", "2024-05-03"),
        ("The Friday before, gunmen killed two traders in Ansongo.", "2024-05-03"),
        ("A week earlier, gunmen killed two traders in Ansongo.", "2024-04-26"),
        ("Another attack in Ansongo the same day left two traders dead.", "2024-05-06"),
    ],
)
def test_a_day_is_told_by_the_one_told_before_it(second: str, day: str):
    text = f"A bomb exploded in Gao on 6 May, killing three people. {second}"
    dates = [mention.date for mention in mentions(text, PUBLISHED)]
    days = {date.first.isoformat() for date in dates if date and date.first}
    assert days == {"2024-05-06", day}


def test_without_such_a_day_it_is_told_by_publication():
    text = "Gunmen killed two traders in Ansongo two days earlier."
    assert day_of(text) == "2024-05-08"


def test_the_day_on_which_something_reopened_is_not_that_of_the_disaster():
    mention = only("A storm killed three people in Gao. The airport reopened on Friday.")
    assert mention.date is None


def test_a_standstill_on_a_day_lasts_till_no_day():
    mention = only("A general strike brought Gao to a standstill on 8 May.", PUBLISHED)
    assert mention.date
    assert str(mention.date.first) == "2024-05-08"


@pytest.mark.parametrize(
    "end",
    ["The hostages were released on 8 May.", "The two were killed on 8 May."],
)
def test_the_day_on_which_captivity_ended_is_not_that_of_the_abduction(end: str):
    mention = only(f"Gunmen abducted two traders in Ansongo. {end}", PUBLISHED)
    assert mention.type == "kidnapping"
    assert mention.date is None


def test_the_day_before_is_that_of_the_deed_and_the_day_of_the_news_is_of_who_tells_it():
    text = (
        "Police in Gao said on 8 May that two guards had been shot dead the day before by thieves."
    )
    assert day_of(text) == "2024-05-07"


def test_the_day_on_which_police_spoke_is_not_lent_to_the_deed():
    text = "A couple were shot dead in Gao, police said on Sunday. Robbery may be the motive."
    assert only(text).date is None


def test_since_when_others_have_died_is_no_day_of_an_accident():
    text = (
        "A bus crash near Gao killed six people. At least 40 have died on this road since Monday."
    )
    assert only(text).date is None


@pytest.mark.parametrize(
    "later",
    [
        "The number of people killed in a bomb attack in Gao rose to nine on Wednesday.",
        "The death toll from a bomb attack in Gao rose on Wednesday to nine.",
        "One more body was found on Wednesday, raising the toll of the bomb attack in Gao to nine.",
        "Two more bodies were found in Gao on Wednesday, bringing the number of the dead to nine.",
    ],
)
def test_the_day_on_which_a_toll_rose_is_not_that_of_the_deed(later: str):
    mention = only(later, PUBLISHED)
    assert (mention.date, mention.killed and mention.killed.low) == (None, 9)


def test_a_toll_of_a_day_is_of_its_deed():
    text = "A bomb in Gao killed seven people and the toll rose to nine in Wednesday's attack."
    assert day_of(text) == "2024-05-08"


def test_one_of_the_wounded_who_died_on_a_day_is_no_deed_of_that_day():
    assert mentions("One of the wounded died on Wednesday in Gao.", PUBLISHED) == ()


def test_who_died_of_a_deed_is_no_dead_of_an_arrest_for_it():
    text = "Police arrested two men in Gao on Wednesday. One of the wounded had died on Tuesday."
    assert only(text, PUBLISHED).killed is None


@pytest.mark.parametrize(
    "how",
    [
        "Gunmen broke into the compound on Sunday.",
        "The clinic is run by a charity. Bandits arrived on motorcycles on Sunday.",
    ],
)
def test_how_the_armed_came_says_when_it_was(how: str):
    assert day_of(f"Eight people were abducted from a clinic in Gao. {how}") == "2024-05-05"


def test_how_the_armed_came_says_where_it_was():
    text = (
        "Rebels killed nine people in an attack on a village in northern Mali. Militants arrived "
        "in Ansongo on Sunday night."
    )
    mention = only(text, PUBLISHED)
    assert mention.place is not None
    assert mention.place.name == "Ansongo"


def test_when_somebody_unarmed_came_is_no_day_of_the_deed():
    text = "Gunmen shot dead an engineer in Gao. The engineer had arrived in Gao on Sunday."
    assert only(text, PUBLISHED).date is None


@pytest.mark.parametrize(
    "text",
    [
        "Thousands attended the funeral on Wednesday of those killed in the drone strike in Gao.",
        "Victims of the bomb attack in Gao were buried on Wednesday.",
    ],
)
def test_the_day_of_a_funeral_is_not_that_of_the_deed(text: str):
    assert only(text, PUBLISHED).date is None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen opened fire at a funeral on Wednesday in Gao, killing two people.",
        "At a funeral on Wednesday in Gao gunmen opened fire, killing two people.",
    ],
)
def test_the_day_of_a_funeral_that_was_attacked_is_that_of_the_deed(text: str):
    assert day_of(text) == "2024-05-08"


def test_whom_a_lawmaker_told_on_another_day_parts_no_deed():
    text = (
        "Gunmen stormed a mosque in Gao on Sunday, killing 27 people and kidnapping around 60, a "
        "local lawmaker told AFP on Monday."
    )
    mention = only(text, PUBLISHED)
    assert mention.killed is not None
    assert mention.abducted is not None
    assert (mention.killed.low, mention.abducted.low) == (27, 60)


def test_the_day_on_which_the_wounded_died_is_not_that_of_the_deed():
    mention = only("Two soldiers wounded in an ambush near Gao died on Wednesday.", PUBLISHED)
    assert mention.date is None
    assert mention.killed is not None
    assert (mention.killed.low, mention.injured) == (2, None)


def test_a_day_on_which_something_was_done_about_it_gives_way_to_its_own():
    text = (
        "Schools in Gao were closed on Monday after a bomb attack. "
        "The bomb went off on Saturday, killing two people."
    )
    assert str(only(text).date.first) == "2026-11-07"


@pytest.mark.parametrize(
    "text",
    [
        "The African Union condemned on Saturday the killing of 20 people in Gao.",
        "On Saturday, the African Union condemned the killing of 20 people in Gao.",
        "The president on Saturday strongly condemned a raid on Gao that killed 20 people.",
        "The bishop prayed on Saturday for the victims of a raid that killed 20 people in Gao.",
        "The president on Saturday declared three days of mourning after gunmen killed six in Gao.",
    ],
)
def test_what_somebody_reacts_to_on_a_day_was_done_by_then(text: str):
    told = only(text).date
    assert (str(told.first), str(told.last)) == ("2026-11-04", "2026-11-07")
    assert told.precision is DatePrecision.VAGUE


def test_who_had_been_hurt_before_died_on_another_day():
    text = (
        "A nurse who had been shot in the raid on Ansongo died on 8 May, bringing the toll to six."
    )
    assert only(text, PUBLISHED).date is None


@pytest.mark.parametrize(
    ("denial", "day"),
    [
        ("The group denied on Monday that it was behind the raid that left two dead on Sunday", 5),
        ("The group denied on Monday that it was behind the raid that killed two on Sunday", 5),
    ],
)
def test_the_day_of_a_denial_is_not_that_of_the_deed(denial: str, day: int):
    assert day_of(f"{denial} in Ansongo.") == f"2024-05-{day:02}"


def test_a_deed_denied_on_a_day_was_on_none_that_is_told():
    text = "The group denied on Monday that it was behind the raid in Ansongo that killed two."
    assert only(text, PUBLISHED).date is None


@pytest.mark.parametrize(
    "text",
    [
        "Nine teachers who were arrested on Monday in Gao were released on Wednesday.",
        "Police in Gao freed on Wednesday nine teachers who had been arrested on Monday.",
    ],
)
def test_the_day_on_which_somebody_was_let_go_is_not_that_of_his_arrest(text: str):
    assert day_of(text) == "2024-05-06"


def test_the_day_of_a_curfew_is_not_that_of_the_killing_in_its_headline():
    text = (
        "Gao: curfew after killing of trader\n\nThe mayor of Gao has imposed a curfew from 9 p.m. "
        "to 5 a.m. from Friday 10 May.\n\nIt follows the killing of a trader, who was shot dead in "
        "Gao on Wednesday night."
    )
    assert day_of(text) == "2024-05-08"


def test_the_day_on_which_the_wounded_were_visited_is_not_that_of_the_deed():
    text = "The mayor on Friday visited the wounded of this week's bombing in Gao that killed nine."
    assert day_of(text) == "2024-05-06"


def test_days_counted_after_an_earlier_deed_tell_the_day_of_the_news():
    text = "The attack on Gao came a day after a mine killed two soldiers near Ber on 6 May."
    dates = {m.place.name: m.date and str(m.date.first) for m in mentions(text, PUBLISHED)}
    assert dates == {"Gao": "2024-05-07", "Ber": "2024-05-06"}


def test_what_a_deed_came_to_is_told_behind_the_day_before_it():
    mention = only("Gunmen attacked Gao a day after the president came, killing seven.", PUBLISHED)
    assert mention.killed.low == 7


def test_earlier_in_the_day_is_the_day_just_told():
    text = "The army said on Monday that it had killed a rebel chief in Gao earlier in the day."
    assert only(text).date.first == date(2026, 11, 9)


def days_of(text: str, published: str = PUBLISHED) -> tuple[str, str]:
    """Return the first and the last day of the only incident told, as day of the month."""
    date = only(text, published).date
    assert date is not None
    return str(date.first)[-2:], str(date.last)[-2:]


@pytest.mark.parametrize(
    ("when", "first", "last"),
    [
        ("on Monday and Tuesday", "06", "07"),
        ("on Monday night and in the early hours of Tuesday", "06", "07"),
        ("between Monday night and the dawn of Tuesday", "06", "07"),
        ("between Sunday and Tuesday", "05", "07"),
        ("between Wednesday night and yesterday evening", "08", "09"),
        ("late on Monday and early on Tuesday", "06", "07"),
        ("from Monday evening until Tuesday morning", "06", "07"),
        ("from 9pm on Monday to 03:00 on Tuesday", "06", "07"),
        ("overnight into Tuesday", "06", "07"),
        ("overnight from Monday to Tuesday", "06", "07"),
        ("in the night from Monday to Tuesday", "06", "07"),
        ("throughout the night into May 7", "06", "07"),
        ("on Sunday night through Monday morning", "05", "06"),
        ("on Monday, and continued sporadically into Tuesday", "06", "07"),
        ("on Monday and raged until noon on Wednesday", "06", "08"),
        ("on Monday near the market and resumed on Tuesday", "06", "07"),
    ],
)
def test_what_is_told_from_one_day_to_another_has_both(when: str, first: str, last: str):
    text = f"Militiamen fought soldiers in the town of Gao {when}."
    assert days_of(text) == (first, last)


def test_a_span_of_weekdays_told_on_the_first_of_them_is_of_the_week_before():
    text = "Shelling killed three people in Gao on the night of Monday to Tuesday."
    assert days_of(text, "2024-05-13") == ("06", "07")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("A bomb killed four people in Gao on Monday and the search ended on Tuesday.", "06", "06"),
        ("A clinic in Gao was shelled on Monday and on Tuesday remained empty.", "06", "06"),
        ("Two people in Gao were shot dead on Monday and buried on Tuesday.", "06", "06"),
        (
            "A bomb in Gao killed two on Monday, officials said on Tuesday and Wednesday.",
            "06",
            "06",
        ),
        ("A bomb in Gao killed six on Sunday and rescue work continued into Monday.", "05", "05"),
    ],
)
def test_days_of_two_things_are_no_span(text: str, first: str, last: str):
    assert days_of(text) == (first, last)


@pytest.mark.parametrize(
    "said",
    [
        "officials told AFP on Wednesday",
        "a spokesman said by telephone on Wednesday",
        "the governor told reporters in Bamako on Wednesday",
        "the army said in a communique issued on Wednesday",
        "residents told this agency on Wednesday",
        "local radio reported late on Wednesday",
        "the ministry announced in a statement yesterday",
    ],
)
class TestTheDayOnWhichItWasTold:
    """Who tells a deed on a later day."""

    def test_it_is_no_day_of_the_deed(self, said: str):
        assert only(f"Gunmen killed six people in Gao, {said}.", PUBLISHED).date is None

    def test_no_other_day_is_counted_from_it(self, said: str):
        text = (
            f"Gunmen killed six people in Gao on Sunday, {said}. The following day they attacked "
            "a police post in Ansongo, wounding two officers."
        )
        days = [one.date.first.day for one in mentions(text, PUBLISHED) if one.date]
        assert days == [5, 6]


@pytest.mark.parametrize("before", ["evening", "night", "morning"])
def test_an_evening_before_is_of_the_day_before(before: str):
    text = "A bomb in Gao killed three people on 6 May. Gunmen shot dead two traders in Ansongo "
    days = {
        one.date and str(one.date.first)
        for one in mentions(f"{text}the {before} before.", PUBLISHED)
    }
    assert days == {"2024-05-05", "2024-05-06"}


@pytest.mark.parametrize(
    "how",
    [
        "The men came at about 6pm on Monday and left by the river.",
        '"They shot from the bank at around 18:00 on Monday," said a fisherman.',
        "A neighbour saw them on Monday at around 2am.",
        "The market was full when it began on Monday shortly before noon.",
        "The men came at about 6pm on Monday. They had been seen at around noon on Sunday.",
    ],
)
def test_the_only_day_that_is_told_with_its_hour_is_that_of_the_deed(how: str):
    text = f"Gunmen on motorcycles killed two traders in Gao, police said on Wednesday.\n\n{how}"
    assert days_of(text) == ("06", "06")


@pytest.mark.parametrize(
    "below",
    [
        "They came from the hills on Monday evening and left by the river.",
        "Residents said the men had entered the village on Monday night.",
        "The market was at its fullest on Monday when they rode in.",
        "It was Monday afternoon and people were at prayer.",
        "The raiders crossed the river on Monday. The governor visited the village on Tuesday.",
    ],
)
def test_the_earliest_day_below_is_near_that_of_a_deed_without_one(below: str):
    text = f"Gunmen killed six people in Gao, police said on Wednesday.\n\n{below}"
    told = only(text, PUBLISHED).date
    assert told == DateRange(date(2024, 5, 6), date(2024, 5, 6), DatePrecision.VAGUE)


@pytest.mark.parametrize(
    "other",
    [
        "The dead were buried on Monday.",
        "A curfew was imposed on Monday.",
        "The road was closed on Monday.",
        "They had been seen in the hills on Monday.",
        "One of the wounded died on Monday.",
        "The army said on Monday that it was in pursuit.",
        "Union leaders will meet on Monday.",
        "Elsewhere, a lorry overturned on Monday.",
    ],
)
def test_what_came_of_a_deed_tells_no_day_of_it(other: str):
    told = mentions(f"Gunmen killed six people in Gao, police said.\n\n{other}", PUBLISHED)
    assert told[0].date is None


@pytest.mark.parametrize(
    "other",
    [
        "A curfew has been in force from 6pm on Monday.",
        "The airport reopened at 8am on Monday.",
        "A suspect was arrested at around 6am on Monday.",
        "The two were buried at noon on Monday.",
        "Union leaders will meet at 10am on Monday.",
        "The police said at 10am on Monday that nobody had been held.",
        "One of the wounded died in hospital at 10am on Monday.",
    ],
)
def test_the_hour_of_something_else_is_no_day_of_the_deed(other: str):
    text = f"Gunmen on motorcycles killed two traders in Gao, police said.\n\n{other}"
    told = [one for one in mentions(text, PUBLISHED) if one.type != "arrest"]
    assert [one.date for one in told] == [None]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (
            "Schools have been shut since 3 May, when gunmen killed five pupils in Gao.",
            "2024-05-03",
        ),
        ("The road is closed since 7 May, when gunmen attacked a bus near Gao.", "2024-05-07"),
        ("Nobody has worked since Tuesday, when a mine collapsed in Gao.", "2024-05-07"),
        ("Since 2 May, when rebels seized Gao, nobody has crossed the river.", "2024-05-02"),
        ("Gao was attacked twice since 4 May, when gangs killed 40 people.", "2024-05-04"),
    ],
)
def test_a_deed_told_behind_when_was_on_the_day_since_which_something_else_has_been(
    text: str, day: str
):
    date = only(text, PUBLISHED).date
    assert date is not None
    assert (str(date.first), date.precision) == (day, DatePrecision.DAY)


def test_what_has_been_done_since_a_day_goes_on_from_there():
    date = only("Clashes near Anefis have killed 30 soldiers since 2 May.", PUBLISHED).date
    assert date is not None
    assert date.precision is DatePrecision.SINCE


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 12 people in Gao, the deadliest attack since May 2023, when 30 died.",
        "Twelve people were killed in a raid on Gao, the worst since 4 March, when 30 were killed.",
        "The raid on Gao, in which 12 died, was the deadliest since March, when rebels killed 30.",
    ],
)
def test_the_deadliest_since_a_day_neither_was_then_nor_killed_who_died_then(text: str):
    told = only(text, PUBLISHED)
    assert told.killed is not None
    assert (told.killed.low, told.date) == (12, None)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Fourteen people have died in floods in Gao since Sunday, police said on Wednesday.",
            5,
            8,
        ),
        (
            "Since Sunday, floods have killed 14 people in Gao, the governor said on Wednesday.",
            5,
            8,
        ),
        ("Floods in Gao have killed 14 people since Sunday.", 5, 10),
        ("Nine have died of methanol poisoning in Gao since Saturday, police say.", 4, 10),
        (
            "Measles has killed nine in Gao since the beginning of May, it was said on Tuesday.",
            1,
            7,
        ),
        ("Drivers in Gao have been on strike since Monday over the dearth of fuel.", 6, 10),
    ],
)
def test_what_is_counted_since_a_day_was_on_the_days_up_to_that_on_which_it_is_told(
    text: str, first: int, last: int
):
    told = only(text, PUBLISHED).date
    assert told is not None
    assert (told.first, told.last) == (date(2024, 5, first), date(2024, 5, last))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Gunmen killed six people in Gao on Monday. Rebels have held the town since Friday.", 6),
        ("A bus crash killed four in Gao on Tuesday. Ten have died on that road since Sunday.", 7),
    ],
)
def test_since_when_something_else_goes_on_is_no_day_of_a_deed(text: str, day: int):
    told = [one.date for one in mentions(text, PUBLISHED) if not one.background]
    assert told[0] == DateRange(date(2024, 5, day), date(2024, 5, day))


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        ("from late Sunday until a truce was reached around noon on Monday", 5, 6),
        ("from about eleven on Sunday night until elders met at eight the next morning", 5, 6),
        ("from dawn on Monday till soldiers arrived late on Tuesday", 6, 7),
        ("on Monday near the market and carried on into Tuesday", 6, 7),
    ],
)
def test_what_ran_from_a_day_until_something_happened_was_on_both(span: str, first: int, last: int):
    text = f"Two armed groups fought each other in Gao {span}, killing nine people."
    told = only(text, PUBLISHED).date
    assert told is not None
    assert (told.first, told.last) == (date(2024, 5, first), date(2024, 5, last))


def test_what_holds_from_a_day_until_further_notice_does_not_end_on_that_of_its_reason():
    text = (
        "The governor ordered a curfew in Gao from Tuesday until further notice after a grenade "
        "exploded in a bar on Monday."
    )
    assert day_of(text) == "2024-05-06"


@pytest.mark.parametrize(
    "when",
    ["An hour later, and 12 km away,", "Shortly before the attack,", "At about the same time,"],
)
def test_what_came_just_before_or_after_was_on_the_same_day(when: str):
    text = (
        "Gunmen killed six people in Gao on Sunday. No one had claimed it as of Monday night.\n\n"
        f"{when} men set fire to two lorries in Ansongo."
    )
    told = {one.type: one.date for one in mentions(text, PUBLISHED)}
    assert told["arson"] is not None
    assert told["arson"].first == date(2024, 5, 5)


@pytest.mark.parametrize("where", ["on state television", "in parliament", "on national radio"])
def test_where_somebody_spoke_on_a_day_it_is_no_day_of_the_deed(where: str):
    text = (
        f"Gunmen killed six people in Gao, the minister said {where} on Wednesday. They came from "
        "the hills at around 6pm on Monday."
    )
    assert day_of(text) == "2024-05-06"


def test_those_who_took_power_say_so_on_the_day():
    text = "Army officers said on state television on Monday that they had seized power in Gao."
    assert day_of(text) == "2024-05-06"


@pytest.mark.parametrize(
    "below",
    [
        "It was raining on Monday near Ansongo when they rode in.",
        "They were stopped on Monday evening at a roadblock in Ansongo.",
        "The shots were heard on Monday at noon outside Ansongo, a driver said.",
    ],
)
def test_the_town_told_with_the_day_below_is_that_of_a_deed_somewhere_in_the_country(below: str):
    told = only(
        f"Gunmen killed six people in Mali, the army said on Wednesday.\n\n{below}", PUBLISHED
    )
    assert told.place is not None
    assert told.place.name == "Ansongo"


@pytest.mark.parametrize(
    "below",
    [
        "The governor spoke in Ansongo on Monday.",
        "The dead were buried on Monday in Ansongo.",
        "In Ansongo, a lorry overturned on Monday.",
        "They had left Ansongo on Monday.",
        "A curfew was imposed in Ansongo on Monday.",
    ],
)
def test_the_town_of_what_came_of_it_is_not_that_of_a_deed_in_a_known_town(below: str):
    told = mentions(f"Gunmen killed six people in Gao, police said.\n\n{below}", PUBLISHED)
    assert told[0].place is not None
    assert told[0].place.name == "Gao"


def test_the_day_of_a_deed_that_somebody_is_held_for_is_not_that_of_the_arrest():
    text = "Soldiers detained two men accused of the bombing that killed seven in Gao on Monday."
    told = [one for one in mentions(text, PUBLISHED) if one.type == "arrest"]
    assert [one.date for one in told] == [None]


def test_the_day_on_which_others_died_in_what_came_before_is_not_that_of_the_answer():
    text = (
        "Niger's army said on Wednesday it had killed 40 rebels in an operation launched after an "
        "ambush near Gao. Eleven soldiers died in the ambush on Tuesday, a security source said."
    )
    told = {one.type: one.date for one in mentions(text, PUBLISHED)}
    assert told["armed_clash"] is None
