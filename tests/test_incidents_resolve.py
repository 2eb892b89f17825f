"""Which reports tell of one incident: told stories of two to six reports."""

from dataclasses import replace

from advisory.incidents.resolve import resolve
from advisory.model.marking import SourceKind
from advisory.model.value import Evidence, Place, Span
from advisory.model.vocabulary import DatePrecision, Precision, Stance, Status
from tests.builders_incidents import (
    ANEFIS,
    FAMILIES,
    GAO,
    KIDAL,
    KIDAL_REGION,
    MALI,
    SCHOOL,
    account,
    actor,
    at_least,
    claim,
    claim_of_official,
    exactly,
    keep_apart,
    on,
    several,
    tie,
    town,
)


def incidents(*accounts, decisions=()):
    return resolve(accounts, decisions, families=FAMILIES)


def reports(*accounts, decisions=()):
    """The reports behind each incident, in order."""
    return [incident.reports for incident in incidents(*accounts, decisions=decisions)]


def called(name):
    """The proof of a place: the report's own words."""
    return (Evidence("place", (Span(0, len(name), name),), "gazetteer"),)


def test_a_place_nobody_found_is_the_one_that_another_report_calls_the_same():
    by_its_region = account("r1", place=town("Kostyantynivka"), evidence=called("Kostiantynivka"))
    alone = account("r2", place=Place("Kostiantynivka", kind="unlocated"))
    assert reports(by_its_region, alone) == [("r1", "r2")]
    [why] = incidents(by_its_region, alone)[0].why_same
    assert "Kostiantynivka and Kostyantynivka are called alike" in why


def test_a_town_goes_by_the_name_of_the_reports_and_never_by_that_of_its_airport():
    written = account("r1", place=town("Kostyantynivka"), evidence=called("Kostiantynivka"))
    [incident] = incidents(written)
    assert incident.place.name == "Kostiantynivka"
    proof = replace(called("Ba International Airport")[0], rule="gazetteer/feature")
    [incident] = incidents(account("r1", place=town("Kostyantynivka"), evidence=(proof,)))
    assert incident.place.name == "Kostyantynivka"


def test_schools_that_close_after_the_attack_on_a_city_tell_of_no_second_attack():
    city = replace(KIDAL, kind="seat")
    taken = account("r1", "kidnapping", place=city, abducted=exactly(9))
    assert reports(taken, account("r2", "armed_attack", place=city, date=None)) == [("r1", "r2")]
    of_its_day = account("r2", "armed_attack", place=city)
    assert reports(taken, of_its_day) == [("r1",), ("r2",)]


def storm(report, words, **more):
    proof = (Evidence("type", (Span(0, len(words), words),), "lexicon/en/triggers/storm"),)
    return account(report, "storm", evidence=proof, **more)


def test_a_storm_is_known_by_its_name_wherever_in_its_country_it_is_told():
    landed = storm("r1", "Cyclone Ado", place=KIDAL_REGION, killed=at_least(9))
    counted = storm("r2", "Cyclone Ado", place=MALI, date=None, killed=exactly(16))
    assert reports(landed, counted) == [("r1", "r2")]


def test_storms_of_two_names_are_two_storms():
    one = storm("r1", "Cyclone Ado", killed=exactly(9))
    assert reports(one, storm("r2", "Cyclone Bea", killed=exactly(9))) == [("r1",), ("r2",)]


def test_the_name_of_a_storm_may_stand_in_quotes():
    one, other = storm("r1", "Cyclone Ado"), storm("r2", 'Cyclone "Ado"', place=MALI, date=None)
    assert reports(one, other) == [("r1", "r2")]


def test_in_the_philippines_one_storm_has_two_names():
    here = replace(KIDAL_REGION, country="PH", regions=("PH", "PH-41"), admin1="PH-41")
    one = storm("r1", "Typhoon Ado", place=here, killed=exactly(19))
    other = storm("r2", "Typhoon Bea", place=here, killed=exactly(19))
    assert reports(one, other) == [("r1", "r2")]


def test_as_many_captives_of_one_day_taken_near_each_other_are_the_same():
    near = town("Tessalit", 18.35, 1.40)
    one = account("r1", "kidnapping", abducted=exactly(8))
    assert reports(one, account("r2", "kidnapping", place=near, abducted=exactly(8))) == [
        ("r1", "r2")
    ]
    assert reports(one, account("r2", "kidnapping", place=near, abducted=exactly(2))) == [
        ("r1",),
        ("r2",),
    ]


def test_a_raid_that_killed_and_took_people_is_told_as_either():
    both = account("r1", "kidnapping", place=KIDAL_REGION, killed=at_least(13), abducted=several())
    killed = account("r2", "attack", killed=at_least(13))
    assert reports(both, killed) == [("r1", "r2")]


def raid(report="r1", type_="attack", by="JNIM", **more):
    return account(report, type_, actors=(actor(by),), **more)


def test_what_one_paper_calls_burning_and_another_an_attack_is_one_raid_of_one_group():
    burned, attacked = raid("r1", "arson", killed=exactly(1)), raid("r2", killed=at_least(1))
    assert reports(burned, attacked) == [("r1", "r2")]
    [why] = incidents(burned, attacked)[0].why_same
    assert "arson and attack: two words for one raid by whom both name" in why
    assert incidents(burned, attacked)[0].type == "attack"


def test_a_raid_by_another_group_or_with_another_toll_is_another():
    burned = raid("r1", "arson", killed=exactly(1))
    by_others, deadlier = raid("r2", by="CSP", killed=exactly(1)), raid("r3", killed=exactly(9))
    assert reports(burned, by_others) == [("r1",), ("r2",)]
    assert reports(burned, deadlier) == [("r1",), ("r3",)]


def test_two_towns_of_one_name_in_two_regions_stay_two_towns():
    one = account("r1", place=town("San Isidro"), evidence=called("San Isidro"))
    south = replace(town("San Isidro", 16.2, 0.0, admin1="ML-7"), regions=("ML", "ML-7", "town:2"))
    other = account("r2", place=south, evidence=called("San Isidro"))
    assert reports(one, other) == [("r1",), ("r2",)]


def test_two_rows_of_one_name_in_one_region_are_one_town():
    one = account("r1", place=town("Birnin Sofo", 10.1, 6.1), evidence=called("Birnin"))
    other = account("r2", place=town("Birnin", 10.5, 6.8), evidence=called("Birnin"))
    assert reports(one, other) == [("r1", "r2")]


def test_a_name_nobody_found_is_not_the_town_of_that_name_abroad():
    here = account("r1", place=town("Ber"), evidence=called("Ber"))
    unknown = Place("Ber", "BF", "Burkina Faso", kind="unlocated", regions=("BF",))
    assert reports(here, account("r2", place=unknown)) == [("r1",), ("r2",)]


def test_two_names_nobody_found_in_one_region_are_two_places():
    around = {"country": "ML", "admin1": "ML-8", "regions": ("ML", "ML-8"), "kind": "unlocated"}
    one, other = (Place(n, precision=Precision.DISTRICT, **around) for n in ("Tamo", "Kowa"))
    assert reports(account("r1", place=one), account("r2", place=other)) == [("r1",), ("r2",)]


def test_the_seventh_of_november_is_one_incident_with_at_least_12_dead_and_a_mayors_14_beside_it():
    first = account("alert", killed=at_least(12), injured=exactly(20))
    mayor = account(
        "wire",
        known="2023-11-07T20:00",
        killed=at_least(14),
        claims=(claim_of_official("killed", "a mayor", at_least(14)),),
    )
    [incident] = incidents(first, mayor)
    assert (incident.killed, incident.injured) == (at_least(12), exactly(20))
    assert (incident.killed_low, incident.killed_high) == (12, 14)
    assert [claim.speaker for _, claim in incident.claims] == ["a mayor"]


def test_two_strikes_a_day_apart_in_one_town_stay_two():
    seventh = account("r1", date="2023-11-07")
    eighth = account("r2", date="2023-11-08", known="2023-11-08T18:00")
    assert reports(seventh, eighth) == [("r1",), ("r2",)]


def test_a_vague_report_between_two_strikes_does_not_make_them_one():
    seventh = account("r1", date="2023-11-07")
    vague = account("r2", date=on("2023-11-06", "2023-11-09"), known="2023-11-09T18:00")
    eighth = account("r3", date="2023-11-08", known="2023-11-08T18:00")
    assert reports(seventh, vague, eighth) == [("r1", "r2"), ("r3",)]


def test_a_vague_report_joins_the_strike_whose_toll_it_gives():
    seventh = account("r1", date="2023-11-07", killed=exactly(2))
    eighth = account("r2", date="2023-11-08", known="2023-11-08T18:00", killed=exactly(30))
    vague = account("r3", date=on("2023-11-07", "2023-11-08"), killed=exactly(30))
    assert reports(seventh, eighth, vague) == [("r1",), ("r3", "r2")]


def test_two_towns_on_one_day_stay_two_however_alike_the_rest():
    kidal = account("r1", place=KIDAL, killed=exactly(12))
    anefis = account("r2", place=ANEFIS, killed=exactly(12))
    assert reports(kidal, anefis) == [("r1",), ("r2",)]


def test_two_towns_a_few_kilometres_apart_are_one_only_with_the_same_toll():
    suburb = town("Suburb", 18.46, 1.43)
    assert reports(account("r1"), account("r2", place=suburb)) == [("r1",), ("r2",)]
    with_toll = account("r1", killed=exactly(7)), account("r2", place=suburb, killed=exactly(7))
    assert reports(*with_toll) == [("r1", "r2")]


def test_a_report_that_names_only_the_region_joins_the_town_and_the_town_is_kept():
    [incident] = incidents(account("r1", place=KIDAL_REGION), account("r2", place=KIDAL))
    assert incident.place == KIDAL


def test_a_site_in_the_town_is_the_finest_place_that_agrees():
    [incident] = incidents(account("r1", place=KIDAL), account("r2", place=SCHOOL))
    assert incident.place == SCHOOL


def test_a_report_that_names_only_the_country_needs_the_same_toll_to_join():
    strike = account("r1", killed=exactly(21))
    assert len(incidents(strike, account("r2", place=MALI))) == 2
    assert len(incidents(strike, account("r2", place=MALI, killed=exactly(21)))) == 1


def test_a_region_cannot_bridge_two_towns_in_it():
    stories = account("r1", place=KIDAL), account("r2", place=KIDAL_REGION), account("r3", "attack")
    north = account("r4", place=ANEFIS)
    assert sorted(map(len, reports(*stories, north))) == [1, 1, 2]


def test_another_family_of_types_is_another_incident():
    assert reports(account("r1", "drone_strike"), account("r2", "clash")) == [("r1",), ("r2",)]


def test_types_of_one_family_are_one_incident_of_the_finer_type():
    [incident] = incidents(account("r1", "airstrike"), account("r2", "drone_strike"))
    assert incident.type == "drone_strike"


def test_an_undated_report_of_the_next_days_is_of_the_strike_and_gives_no_date():
    undated = account("r2", date=None, known="2023-11-09T18:00")
    [incident] = incidents(account("r1"), undated)
    assert incident.date == on("2023-11-07")


def test_an_undated_report_months_later_is_something_else():
    assert len(incidents(account("r1"), account("r2", date=None, known="2024-02-01T18:00"))) == 2


def test_ranges_that_overlap_leave_the_days_that_both_allow():
    [incident] = incidents(
        account("r1", date=on("2023-11-06", "2023-11-07")),
        account("r2", date=on("2023-11-07", "2023-11-08")),
    )
    assert (incident.date.first, incident.date.last) == (on("2023-11-07").first,) * 2


def test_same_town_and_day_are_two_when_toll_and_actors_both_contradict():
    market = account("r1", killed=exactly(40), actors=(actor("one group"),))
    road = account("r2", killed=exactly(2), actors=(actor("another group"),))
    assert len(incidents(market, road)) == 2


def test_a_toll_that_rises_over_days_stays_one_incident():
    evening = account("r1", killed=exactly(3))
    morning = account("r2", killed=exactly(12), known="2023-11-08T06:00")
    noon = account("r3", killed=exactly(21), known="2023-11-08T12:00")
    assert reports(evening, morning, noon) == [("r1", "r2", "r3")]


def test_a_district_and_the_town_that_it_is_called_after_are_one_place():
    district = replace(town("Kidal"), kind="admin2", precision=Precision.DISTRICT, latitude=None)
    district = replace(district, longitude=None, regions=("ML", "ML-8", "ML-8-1"))
    assert reports(account("r1", place=district), account("r2")) == [("r1", "r2")]


def test_an_outbreak_that_began_on_a_day_goes_on_to_the_day_of_its_report():
    since = replace(on("2023-11-01"), precision=DatePrecision.SINCE)
    begun = account("r1", "epidemic", date=since, killed=exactly(9))
    later = account("r2", "epidemic", date=None, known="2023-11-10T06:00", killed=exactly(14))
    assert reports(begun, later) == [("r1", "r2")]


def test_the_dead_of_an_accident_who_are_said_to_have_become_more_are_of_the_one_told():
    sank = account("r1", "ferry", killed=at_least(40))
    rose = claim("killed", "the Red Cross", Stance.REVISED, count=exactly(58))
    more = account("r2", "ferry", place=MALI, date=None, killed=exactly(58), claims=(rose,))
    assert reports(sank, more) == [("r1", "r2")]
    fewer = replace(more, mention=replace(more.mention, claims=()))
    assert len(reports(sank, fewer)) == 2


def test_two_incidents_of_one_report_are_never_merged():
    morning, evening = account("r1", start=0), account("r1", start=50)
    assert len(incidents(morning, evening)) == 2
    assert len(incidents(morning, evening, account("r2"))) == 2


def test_rows_of_a_dataset_are_incidents_of_their_own_and_a_report_joins_one():
    first, second = (account(row, kind=SourceKind.DATASET) for row in ("row1", "row2"))
    assert reports(first, second) == [("row1",), ("row2",)]
    assert reports(first, second, account("r3")) == [("r3", "row1"), ("row2",)]


def test_background_and_totals_form_no_incident():
    assert incidents(account("r1", background=True), account("r2", aggregate=True)) == ()


def test_reports_without_a_place_stay_alone():
    assert len(incidents(account("r1", place=None), account("r2", place=None))) == 2


def test_an_unlocated_place_of_one_name_is_one_place_and_stays_unlocated():
    base = Place("the base in the north", "ML")
    [incident] = incidents(account("r1", place=base), account("r2", place=base))
    assert incident.place == base
    assert len(incidents(account("r1", place=base), account("r2", place=GAO))) == 2


def test_an_announced_protest_that_took_place_is_one_incident():
    announced = account("r1", "protest", status=Status.ANNOUNCED, known="2023-11-05T18:00")
    [incident] = incidents(announced, account("r2", "protest"))
    assert incident.status is Status.REPORTED


def test_the_id_is_that_of_the_first_account_and_the_others_stay_good():
    first, later = account("r1"), account("r2", known="2023-11-08T18:00")
    [alone], [together] = incidents(later), incidents(first, later)
    assert together.id != alone.id
    assert together.aliases == (alone.id,)


def test_the_reason_why_two_reports_are_one_can_be_read():
    [incident] = incidents(account("r1", killed=at_least(12)), account("r2", killed=at_least(14)))
    [why] = incident.why_same
    assert why.startswith("r2 and r1 tell of the same: both in Kidal; both can be of 2023-11-07;")
    assert why.endswith("at least 12 and at least 14 killed fit together")


def test_a_person_ties_two_incidents_and_all_their_reports_come_along():
    first, second, other = account("r1"), account("r2"), account("r3", date="2023-11-08")
    assert reports(first, second, other) == [("r1", "r2"), ("r3",)]
    assert reports(first, second, other, decisions=[tie(second, other)]) == [("r1", "r2", "r3")]


def test_a_person_keeps_two_reports_apart_and_a_third_joins_the_first():
    first, second, third = account("r1"), account("r2"), account("r3")
    kept = keep_apart(first, second)
    assert reports(first, second, third, decisions=[kept]) == [("r1", "r3"), ("r2",)]


def test_a_thousand_reports_of_a_year_are_one_incident_for_each_day():
    days = [f"2023-{1 + n // 28 % 12:02d}-{1 + n % 28:02d}" for n in range(1000)]
    told = [account(f"r{n:04}", date=day, known=f"{day}T20:00") for n, day in enumerate(days)]
    assert len(incidents(*told)) == 336


class TestABombing:
    """The word says that something blew up, not by what it was brought."""

    def told(self, bombed, struck):
        there = {"place": KIDAL, "date": "2023-11-07"}
        one = account("r1", type_="bombing", **there, **bombed)
        other = account("r2", type_="airstrike", **there, **struck)
        return resolve([one, other], families={**FAMILIES, "bombing": "explosion"})

    def test_is_the_air_strike_of_its_town_and_day_where_the_figures_fit(self):
        [one] = self.told({"killed": exactly(1)}, {"killed": exactly(1)})
        assert "bombing may come from afar" in one.why_same[0]

    def test_is_another_thing_where_they_do_not(self):
        assert len(self.told({"killed": exactly(9)}, {"killed": exactly(1)})) == 2


def test_who_owns_up_to_the_attack_told_in_a_town_speaks_of_that_one():
    told = account("r1", killed=exactly(12), actors=())
    claimed = account("r2", date=None, status=Status.CLAIMED, actors=(actor("JNIM"),))
    assert reports(told, claimed) == [("r1", "r2")]


def test_a_toll_that_says_what_it_was_before_is_of_that_incident():
    site = replace(KIDAL, precision=Precision.DISTRICT)
    told = account("r1", "attack", killed=exactly(6))
    again = account(
        "r2", "attack", place=site, date=None, killed=exactly(8),
        claims=(
            claim("killed", "residents", count=exactly(6)),
            claim("killed", "residents", Stance.REVISED, count=exactly(8)),
        ),
    )  # fmt: skip
    assert reports(told, again) == [("r1", "r2")]


def test_a_factory_fire_is_one_incident_whether_it_is_called_a_fire_or_an_accident():
    fire = account("r1", "fire", killed=exactly(12))
    accident = account("r2", "industrial", killed=exactly(12))
    storm_there = account("r3", "storm", killed=exactly(12))
    assert reports(fire, accident, storm_there) == [("r1", "r2"), ("r3",)]
