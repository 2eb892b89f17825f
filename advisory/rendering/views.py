"""What a template receives: one name, `advisory`, with everything resolved and written out.

Dates are words, levels have their number, name, colour and steps, citations their numbers, and
recommendations are already sorted by reader. A template chooses order and emphasis; it never
counts, compares or formats. All three products are printed from the same record, so they share
one view. Each field carries its help, read by `advisory.model.advice.help_of` and printed in
templates/README.md.
"""

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class CitationView:
    """A pointer to one line of the sources."""

    number: Annotated[str, "the number in the list of sources"]
    name: Annotated[str, "who published it"]

    @property
    def mark(self) -> str:
        """The citation as it is printed, `[1]`."""
        return f"[{self.number}]"


@dataclass(frozen=True, slots=True)
class PieceView:
    """Some words of a statement."""

    text: Annotated[str, "the words"]
    origin: Annotated[str, "own, evidence, gazetteer, computed, rulebook, catalogue or house"]

    @property
    def is_own(self) -> bool:
        """Whether the words are the project's own, and not filled in."""
        return self.origin == "own"


@dataclass(frozen=True, slots=True)
class StatementView:
    """One or more sentences with their citations."""

    pieces: Annotated[tuple[PieceView, ...], "own words and filled-in words in turn"]
    citations: Annotated[tuple[CitationView, ...], "the sources behind it; empty when carried"]

    @property
    def text(self) -> str:
        """All its words, without citations."""
        return "".join(piece.text for piece in self.pieces).strip()

    @property
    def cited(self) -> str:
        """All its words and the citations, `Twelve people were killed. [1] [2]`."""
        return " ".join((self.text, *(citation.mark for citation in self.citations)))


@dataclass(frozen=True, slots=True)
class LevelView:
    """A risk level: number, name, colour and steps say the same, so that no one need see all."""

    number: Annotated[str, "1 to 5, or ?"]
    name: Annotated[str, "EXTREME, or UNKNOWN"]
    colour: Annotated[str, "#rrggbb of the level"]
    ink: Annotated[str, "#rrggbb that can be read on the colour"]
    steps: Annotated[tuple[bool, ...], "five steps, true up to the level"]
    ladder: Annotated[str, "the steps in characters, ####-"]
    meaning: Annotated[str, "the travel decision the level means"]
    state: Annotated[str, "current, stale or unknown"]
    flags: Annotated[tuple[str, ...], "STALE, PROVISIONAL"]
    change: Annotated[str, "up from 4 HIGH"]
    direction: Annotated[str, "up, down, steady or none"]
    confidence: Annotated[str, "high, moderate or low"]
    basis: Annotated[str, "computed, carried, standing, override; may be empty"]
    planning: Annotated[str, "what to plan by while stale or unknown; may be empty"]
    signed: Annotated[str, "who signed which level when; may be empty"]
    reasons: Annotated[tuple[StatementView, ...], "why this level, heaviest first"]
    would_change: Annotated[tuple[str, ...], "what would raise or lower it"]

    @property
    def headline(self) -> str:
        """Number, name and flags in a line, `5 EXTREME, PROVISIONAL`."""
        return ", ".join((f"{self.number} {self.name}", *self.flags))


@dataclass(frozen=True, slots=True)
class IncidentView:
    """One incident in a list."""

    date: Annotated[str, "local date"]
    place: Annotated[str, "place as printed"]
    statement: Annotated[StatementView, "what, toll, as attributed"]
    grade: Annotated[str, "reliability and credibility, B2"]
    hazard: Annotated[str, "name of the hazard"]


@dataclass(frozen=True, slots=True)
class ClaimView:
    """Who says what of one field."""

    field: Annotated[str, "killed, injured, perpetrator"]
    value: Annotated[str, "the claim in the report's words"]
    speaker: Annotated[str, "who says it"]
    stance: Annotated[str, "asserted, claimed, denied, blamed, confirmed, unverified, revised"]
    citation: Annotated[CitationView, "the source that carries it"]


@dataclass(frozen=True, slots=True)
class ClaimsView:
    """The claims about one incident."""

    incident: Annotated[str, "date and place of the incident"]
    rows: Annotated[tuple[ClaimView, ...], "one for each claim"]


@dataclass(frozen=True, slots=True)
class ForecastView:
    """One call of the outlook."""

    statement: Annotated[StatementView, "the call as a sentence"]
    likelihood: Annotated[str, "the likelihood word"]
    band: Annotated[str, "its band, 55 to 80 %"]
    horizon: Annotated[str, "the last day it speaks of"]
    resolver: Annotated[str, "the test that will decide it"]


@dataclass(frozen=True, slots=True)
class RecommendationView:
    """One measure for one reader."""

    number: Annotated[str, "its number in the list, from 1"]
    kind: Annotated[str, "rule, exception or measure"]
    statement: Annotated[StatementView, "the advice, in the imperative"]
    conditions: Annotated[tuple[str, ...], "what must be so, and when not to do it"]
    terms: Annotated[str, "its owner, its last day, where they are not the usual ones; else empty"]
    is_new: Annotated[bool, "whether the last edition did not have it"]

    @property
    def is_exception(self) -> bool:
        """Whether it is the exception from the rule of movement."""
        return self.kind == "exception"

    @property
    def is_rule(self) -> bool:
        """Whether it is the rule of movement."""
        return self.kind == "rule"


@dataclass(frozen=True, slots=True)
class MeasuresView:
    """The measures for one reader; a measure prints its own terms only where they differ."""

    items: Annotated[tuple[RecommendationView, ...], "the measures, most protective first"]
    usual_terms: Annotated[str, "owner and last day of most of them; may be empty"]


@dataclass(frozen=True, slots=True)
class RegionView:
    """One region inside an advisory."""

    name: Annotated[str, "the region with its country"]
    level: Annotated[LevelView, "its level and why"]
    bottom_line: Annotated[StatementView, "level, reason, what to do; else what the level means"]
    situation: Annotated[tuple[StatementView, ...], "what happened, most telling first"]
    changes: Annotated[tuple[StatementView, ...], "what is new since the last edition"]
    incidents: Annotated[tuple[IncidentView, ...], "incidents, newest first"]
    claims: Annotated[tuple[ClaimsView, ...], "who says what, by incident; empty when carried"]
    access: Annotated[tuple[StatementView, ...], "roads, phones, airports, who holds the town"]
    outlook: Annotated[tuple[ForecastView, ...], "calls with likelihood and horizon"]
    calls: Annotated[tuple[StatementView, ...], "how the last edition's calls came out"]
    for_travellers: Annotated[MeasuresView, "what a traveller does"]
    for_managers: Annotated[MeasuresView, "what a manager does"]
    for_directors: Annotated[MeasuresView, "what a director decides"]
    lifted: Annotated[tuple[StatementView, ...], "advice of the last edition that ended"]
    background: Annotated[tuple[StatementView, ...], "what was known before"]
    gaps: Annotated[tuple[str, ...], "what we could not see"]
    seen: Annotated[str, "what was read"]


@dataclass(frozen=True, slots=True)
class FrontGroupView:
    """Regions of the first page that stand together: those that moved, those unread, and so on."""

    title: Annotated[str, "Moved, Provisional, Stale, Unknown, Changed, Unchanged"]
    lines: Annotated[tuple[StatementView, ...], "one for each region"]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One report in the list of sources."""

    number: Annotated[str, "the number that citations print"]
    name: Annotated[str, "who published it"]
    grade: Annotated[str, "reliability, letter and words"]
    published: Annotated[str, "when, as the report says"]
    title: Annotated[str, "its title"]
    link: Annotated[str | None, "an http or https address, else none"]


@dataclass(frozen=True, slots=True)
class DefinitionView:
    """One level of the scale."""

    number: Annotated[str, "1 to 5"]
    name: Annotated[str, "EXTREME"]
    colour: Annotated[str, "#rrggbb"]
    ink: Annotated[str, "#rrggbb that can be read on the colour"]
    meaning: Annotated[str, "the travel decision it means"]


@dataclass(frozen=True, slots=True)
class AdvisoryView:
    """One edition of one product, ready to be set."""

    product: Annotated[str, "Security alert, Region briefing, Weekly bulletin"]
    grade: Annotated[str, "WARNING; empty but for an alert"]
    title: Annotated[str, "the headline"]
    lead: Annotated[StatementView, "one or two sentences under it; may have no words"]
    place: Annotated[str, "the region, or how many regions"]
    notices: Annotated[tuple[str, ...], "unsigned, superseded, sample; must stand first"]
    marks: Annotated[tuple[str, ...], "the notices in a word each: DRAFT, SAMPLE"]
    signed: Annotated[str, "who signed; empty for a draft"]
    tlp: Annotated[str, "TLP:GREEN"]
    tlp_ink: Annotated[str, "#rrggbb of the label, on black"]
    as_of: Annotated[str, "8 November 2023, 23:59 UTC"]
    created: Annotated[str, "the as-of for machines, RFC 3339"]
    valid_until: Annotated[str, "10 November 2023"]
    period: Annotated[str, "13 to 19 November 2023; empty but for a bulletin"]
    edition: Annotated[str, "Edition 2"]
    readers: Annotated[str, "for whom: humanitarian organisations"]
    is_carried: Annotated[bool, "the edition for a pocket: no sources, claims or methods"]
    front: Annotated[
        tuple[FrontGroupView, ...], "first page of a bulletin of several regions; else empty"
    ]
    regions: Annotated[tuple[RegionView, ...], "one for an alert or briefing"]
    left_out: Annotated[str, "regions that a mail had no room for; empty elsewhere"]
    sources: Annotated[tuple[SourceView, ...], "the reports cited, by number"]
    definitions: Annotated[tuple[DefinitionView, ...], "the levels and what they mean"]
    method: Annotated[str, "how the level is made and read"]
    replay_id: Annotated[str, "id by which it can be computed again"]
    language: Annotated[str, "ISO 639-1"]
