"""Products tell what was announced and is off: whose word it is, and when it was known."""

from dataclasses import replace
from datetime import UTC, date, datetime

from advisory.advice.lines import incident_line
from advisory.advice.sentences import situation
from advisory.advice.telling import telling
from advisory.model.calling_off import CallingOff, Cancellation
from advisory.model.marking import Reliability
from advisory.model.value import Claim, DateRange, Span
from advisory.model.vocabulary import Hazard, SpeakerKind, Stance, Status
from tests.builders_advice import catalogue, incident, rulebook

DAY, LATER = (DateRange(date(2023, 11, d), date(2023, 11, d)) for d in (20, 27))


def word(speaker="the union", **more):
    claim = Claim("status", "called off", Stance.ASSERTED, speaker, SpeakerKind.UNNAMED)
    off = Cancellation(
        "c1", "r-off", "protest", Span(0, 5, "march"), claims=(claim,) * bool(speaker)
    )
    known = datetime(2023, 11, 18, 12, tzinfo=UTC)
    return CallingOff(off, "wire", "wire", Reliability.C, known, **more)


def march(status=Status.CALLED_OFF, **more):
    fields = {"date": DAY, "killed": None, "injured": None, "callings_off": (word(),), **more}
    return incident(
        type="protest", hazard=Hazard.CIVIL_UNREST, status=status, actors=(), **fields
    )  # fmt: skip


def told(one):
    return [str(s) for s in situation(telling(one, rulebook(), catalogue()), date(2023, 11, 18))]


def test_what_is_off_is_told_with_whose_word_it_is_and_when_it_was_known():
    first = told(march())[0]
    assert first.startswith("A protest announced in Kidal")
    assert first.endswith(
        "for 20 November 2023 was called off, by the word of the union, 18 November 2023."
    )


def test_where_nobody_is_named_the_report_is_cited():
    statement = situation(
        telling(march(callings_off=(word(None),)), rulebook(), catalogue()), date(2023, 11, 18)
    )[0]
    assert str(statement).endswith("was called off, as reported on 18 November 2023.")
    assert statement.reports[-1] == "r-off"


def test_a_line_of_a_list_says_so_too():
    line = incident_line(march(), catalogue(), rulebook())
    assert str(line.statement).startswith("Protest called off, by the word of the union")


def test_what_is_put_off_is_announced_for_its_new_day():
    moved = march(Status.ANNOUNCED, date=LATER, moved_from=DAY)
    line = str(incident_line(moved, catalogue(), rulebook()).statement)
    assert line.startswith("Protest announced; put off from 20 November 2023, by the word of")


def test_a_poor_source_stands_beside_what_is_announced():
    sentences = told(march(Status.ANNOUNCED, callings_off=(word(outweighs=False),)))
    assert "is announced in Kidal" in sentences[0]
    assert sentences[1].startswith(
        "Called off or lifted, by the word of the union, 18 November 2023: a source"
    )


def test_a_lifted_warning_is_called_one():
    storm = replace(march(), type="storm", hazard=Hazard.NATURAL_HAZARD)
    assert "for 20 November 2023: the warning was lifted, by the word" in told(storm)[0]
