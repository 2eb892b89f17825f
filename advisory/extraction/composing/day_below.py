"""The day of news whose own sentences tell none, as the report below tells it.

"Armed men boarded a tanker off Lagos, its owner said on Monday": only below stands that it "was
attacked on Saturday evening". What came of it, an arrest, a burial or a visit, came later: so the
earliest of these days is its own. Told with its hour it is a fact, else near enough.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.dates.dates import DateFound, vague
from advisory.extraction.dates.days import DATED_SPEECH, is_said_on
from advisory.extraction.findings import Findings
from advisory.extraction.groups import ANSWERS, BY_THE_LAW, CAPTIVITY, RELEASED, TAKEN, VIOLENT
from advisory.extraction.places.finer import ROUGH
from advisory.extraction.places.place_found import PlaceFound, are_apart, finest
from advisory.extraction.text.blocks import BlockKind
from advisory.extraction.text.scan import Hit
from advisory.model.vocabulary import DatePrecision

_A_WEEK = timedelta(days=7)
_FOLLOWING = BY_THE_LAW | CAPTIVITY | ANSWERS | {"announce", "mourning", "buried"}
"""What has a day of its own: an arrest for a deed, a release, a march, a burial."""
_LAST = BY_THE_LAW | {RELEASED}
"""What ends a story: some other day of it may be earlier."""
_OF_BOTH = frozenset({"fire_accident", "riot"})  # a fire may be arson, and rioters shoot
_COUNTRY = "country"
_DEAD = frozenset({"killed", "died"})  # classes of harm
_REACH = 1_000  # characters: a few paragraphs
_LEAD = 20  # characters: "In the village of "
_RELATIVE = "/relative"  # the rule that reads "today"
_ENDS = (". ", "; ", "\n")


class Below(NamedTuple):
    """A day and its sentence."""

    found: DateFound
    start: int
    end: int


def told_below(draft: Draft, findings: Findings) -> Below | None:
    """Return the day on which it most likely was, of those that the body tells; not in a digest."""
    if findings.heads:
        return None
    own = [each.sentence for each in draft.tellings if each.type]
    told = [
        one
        for one in _late_days(findings)
        if one.found.start - draft.first.sentence.end <= _REACH
        and not any(each.start < one.end and one.start < each.end for each in own)
        and _may_be_of(draft, one, findings)
    ]
    with_hour = [one for one in told if _has_hour(one, findings)]
    if len({one.found.value for one in with_hour}) == 1:
        return with_hour[0]
    if draft.first.type in _LAST and len({one.found.value for one in told}) > 1:
        return None
    likely = min(told, key=_first_day, default=None)
    return likely._replace(found=vague(likely.found)) if likely else None


def place_below(below: Below, known: PlaceFound | None, findings: Findings) -> PlaceFound | None:
    """Return the town that the sentence of its day tells, where only its country is known."""
    there = [
        one
        for one in findings.places(below.start, below.end, ())
        if one.is_led and one.place.is_located and one.place.kind not in ROUGH | {_COUNTRY}
        if known is None or known.place.country == one.place.country
    ]
    return finest(there, (below.found.start, below.found.end)) or known


def _late_days(findings: Findings) -> Iterator[Below]:
    """Yield the days of the last week that the body tells."""
    plain, published = findings.page.plain, findings.published
    for block in findings.blocks if published else ():
        told = findings.dates(block.start, block.end) if block.kind is BlockKind.BODY else ()
        for found in told:
            is_late = published and timedelta(0) <= published.last - _first(found) <= _A_WEEK
            is_now = (
                found.rule.endswith(_RELATIVE) and published and _first(found) == published.last
            )
            if is_late and not is_now and _is_firm(found):
                start = max(plain.rfind(e, block.start, found.start) + len(e) for e in _ENDS)
                ends = (plain.find(end, found.end, block.end) for end in _ENDS)
                last = min((end for end in ends if end >= 0), default=block.end)
                yield Below(found, max(start, block.start), last)


def _is_firm(found: DateFound) -> bool:
    is_day = found.value is not None and found.value.precision is DatePrecision.DAY
    return is_day and not (found.is_since or found.is_limit)


def _may_be_of(draft: Draft, told: Below, findings: Findings) -> bool:
    """Whether a day is neither of who speaks, nor of what came of it, nor of another deed."""
    found, by, page = told.found, draft.first.by, findings.page
    hits = findings.hits_in(told.start, told.end)
    said = [hit for hit in hits if hit.id in DATED_SPEECH]
    return not (
        _is_of_another(draft, told, hits, findings)
        or any(hit.kind == "conditions" and _is_beside(draft, hit, found) for hit in hits)
        or is_said_on(page, found, said, findings.by.ways_to_tell)
        or by.days.is_ahead(page, None, found)
        or (not said and by.days.is_of_before(page, told.start, found))
        or by.another.is_apart(page, told.start)
        or _is_elsewhere(draft, told, findings)
    )


def _is_of_another(draft: Draft, told: Below, hits: Sequence[Hit], findings: Findings) -> bool:
    """Whether its sentence tells of another deed: of its outcome, of more dead, of another kind."""
    kind = draft.first.type or ""
    following = _FOLLOWING - next((each for each in (BY_THE_LAW, TAKEN) if kind in each), {kind})
    is_in_lead = draft.first.sentence.is_headline and told.found.start < findings.lead[1]
    deeds = [hit for hit in hits if hit.kind == "triggers" and hit.grade == "strong"]
    is_other = deeds and all((d.id in VIOLENT) != (kind in VIOLENT) for d in deeds)
    is_other = is_other and _OF_BOTH.isdisjoint((kind, *[deed.id for deed in deeds]))
    return bool(
        is_other
        or any(hit.id in following and hit.grade != "beside" for hit in hits)
        or (not is_in_lead and any(hit.id in _DEAD for hit in hits))
    )


def _is_beside(draft: Draft, hit: Hit, found: DateFound) -> bool:
    """Whether a day is told of a state: "the road was shut on Monday"."""
    start, end = min(hit.end, found.end), max(hit.start, found.start)
    return not draft.first.by.reality.is_broken(draft.first.page, start, end)


def _is_elsewhere(draft: Draft, told: Below, findings: Findings) -> bool:
    """Whether its sentence leads to another town: "In Ansongo men shot the mayor on Monday"."""
    here = draft.place
    places = findings.places(told.start, told.start + _LEAD, ()) if here else ()
    return any(here and one.is_led and are_apart(one, here) for one in places)


def _has_hour(told: Below, findings: Findings) -> bool:
    return findings.by.dates.has_hour(findings.page.lower, told.found)


def _first_day(told: Below) -> date:
    return _first(told.found)


def _first(found: DateFound) -> date:
    return found.value.first if found.value and found.value.first else date.min
