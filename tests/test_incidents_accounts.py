"""Who tells a mention, whom they copy, and how an incident is found again."""

import pytest

from advisory.errors import AmbiguousName, UnknownName
from advisory.incidents.accounts import account_of
from advisory.incidents.find import by_id
from advisory.incidents.resolve import resolve
from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.model.text import Report, Source
from tests.builders_incidents import FAMILIES, account, at, mention

WIRE = Source("wire", "The Wire", "wire house", SourceKind.WIRE, Reliability.B, Tlp.GREEN)


def test_an_account_knows_its_source_its_owner_and_since_when():
    told = account_of(mention(), Report("r1", "text", "wire", "2023-11-07T18:24:00Z"), WIRE)
    assert (told.source, told.owner, told.origin) == ("wire", "wire house", "wire house")
    assert (told.reliability, told.known_at) == (Reliability.B, at("2023-11-07T18:24"))


def test_the_origin_is_what_the_report_says_it_copies_from():
    report = Report("r1", "text", "wire", "2023-11-07", origin="agency")
    assert account_of(mention(), report, WIRE).origin == "agency"


def test_the_stricter_marking_holds():
    strict = Report("r1", "text", "wire", "2023-11-07", tlp=Tlp.AMBER)
    assert account_of(mention(), strict, WIRE).tlp is Tlp.AMBER
    assert account_of(mention(), Report("r1", "text", "wire", "2023-11-07"), WIRE).tlp is Tlp.GREEN


def test_without_a_source_the_owner_is_unknown_and_cannot_be_judged():
    told = account_of(mention(), Report("r1", "text", published="2023-11-07"))
    assert (told.owner, told.reliability) == ("unknown", Reliability.F)


def test_a_source_that_nobody_listed_is_its_own_owner_and_cannot_be_judged():
    told = account_of(mention(), Report("r1", "text", "new site", "2023-11-07"))
    assert (told.owner, told.reliability) == ("new site", Reliability.F)


def test_a_report_without_a_date_gives_no_account():
    assert account_of(mention(), Report("r1", "text", "wire"), WIRE) is None


def test_an_incident_is_found_by_its_id_an_older_id_and_the_beginning_of_either():
    [incident] = resolve([account("r1"), account("r2")], families=FAMILIES)
    [alias] = incident.aliases
    for wanted in (incident.id, alias, incident.id[:9], alias[:9]):
        assert by_id([incident], wanted) == incident


def test_a_beginning_that_fits_two_incidents_lists_them():
    found = resolve([account("r1"), account("r2", "clash")], families=FAMILIES)
    with pytest.raises(AmbiguousName, match="more than one incident"):
        by_id(found, "i")


def test_an_id_that_nothing_has_is_refused():
    with pytest.raises(UnknownName, match='no incident "x"'):
        by_id(resolve([account("r1")], families=FAMILIES), "x")
