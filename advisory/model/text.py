"""What was published, by whom, and what a reading of it found.

A report is a text with a source. A reading is all that the reader found in one report: mentions
of incidents, conditions, the regions it names, and what could not be read or placed.
"""

from dataclasses import dataclass
from datetime import datetime

from advisory.model.calling_off import Cancellation
from advisory.model.incident import ConditionMention, Mention
from advisory.model.marking import Reliability, SourceKind, Tlp
from advisory.model.time import known_at
from advisory.model.value import Place, Span


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a report.

    `owner` is who can decide what the source prints: several sources of one owner are one voice.
    `party` names the actor a source speaks for, where it does (an army's portal).
    """

    id: str
    name: str
    owner: str
    kind: SourceKind = SourceKind.UNKNOWN
    reliability: Reliability = Reliability.F
    tlp: Tlp = Tlp.AMBER_STRICT
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One published text, as it was taken in.

    `published` is YYYY-MM, YYYY-MM-DD or RFC 3339; None means the report carries no date: it is
    kept and flagged, and nothing is scored from it. `origin` is the agency or witness the report
    says it copies from. `text` is never changed after intake: every span counts into it. `table` is
    the dataset where the report is a row of a table of coded events: it needs no reading.
    """

    id: str
    text: str
    source: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    tlp: Tlp = Tlp.CLEAR
    origin: str | None = None
    table: str | None = None

    @property
    def known_at(self) -> datetime | None:
        """The instant from which a level may use this report; None without a date."""
        return known_at(self.published) if self.published else None


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text, with the place it means.

    A place without regions is unlocated. A demonym ("Malian") is evidence for a country and never
    the place of an incident.
    """

    span: Span
    place: Place
    is_demonym: bool = False


@dataclass(frozen=True, slots=True)
class Unlocated:
    """A place name that no gazetteer could place; it stays visible and becomes a gap.

    `regions` are the ids of the regions it probably lies in, by the rest of the text.
    """

    name: str
    regions: tuple[str, ...] = ()


UNDETERMINED = "und"
"""The language of a text that is in none we know (ISO 639-2)."""


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one report.

    `readable` is False for a text in a language the reader does not know: such a report is heard,
    not read. `cancellations` are its words that something announced is off. `regions` are the ids
    of every region the text names or places something in, with all that contain them; they make
    coverage.
    """

    report: str
    language: str
    readable: bool
    mentions: tuple[Mention, ...] = ()
    conditions: tuple[ConditionMention, ...] = ()
    regions: tuple[str, ...] = ()
    unlocated: tuple[Unlocated, ...] = ()
    cancellations: tuple[Cancellation, ...] = ()


@dataclass(frozen=True, slots=True)
class Heard:
    """That a report was there: all that coverage and gaps need to know of it.

    `owner` is the owner of its source; reports without a source have the owner `unknown` together.
    `language` is None where nobody could tell. `unlocated` are the names that no gazetteer placed.
    """

    report: str
    owner: str
    kind: SourceKind
    known_at: datetime
    readable: bool
    regions: tuple[str, ...]
    language: str | None = None
    reliability: Reliability = Reliability.F
    unlocated: tuple[Unlocated, ...] = ()
