"""The values that are read out of a text: spans, counts, dates, places, actors, claims.

Each is exactly as sure as the words were: a range keeps its open end, an unlocated place its name,
a claim its speaker.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from advisory.model.vocabulary import (
    ActorKind,
    ActorRole,
    DatePrecision,
    Precision,
    Qualifier,
    SpeakerKind,
    Stance,
)


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A piece of a report's text: code points, half open, with the words themselves.

    >>> Span.of("12 people were killed", 0, 2)
    Span(start=0, end=2, text='12')
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a span that cannot stand in any text."""
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            raise ValueError(f"span {self.start}:{self.end} does not fit the text {self.text!r}")

    @classmethod
    def of(cls, original: str, start: int, end: int) -> "Span":
        """Cut a span out of the text it belongs to."""
        return cls(start, end, original[start:end])


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a field has its value: the words, and the id of the rule or entry that read them."""

    field: str
    spans: tuple[Span, ...]
    rule: str


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, as exact as it was told.

    `low` is the least number the words allow and `high` the most; None is an open end. "At least
    12" is (12, None, at_least), "over 130" (130, None, more_than), "up to 20" (0, 20, up_to),
    "several" (2, None, vague), "no casualties" (0, 0, exact). A number nobody gave is no Count.

    >>> Count(12, None, Qualifier.AT_LEAST).best
    12
    """

    low: int
    high: int | None
    qualifier: Qualifier

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.low < 0 or (self.high is not None and self.high < self.low):
            raise ValueError(f"count from {self.low} to {self.high} runs backwards")

    def plus(self, other: "Count") -> "Count":
        """Return the sum of two counts, as open as the more open of them.

        >>> Count(2, 2, Qualifier.EXACT).plus(Count(3, None, Qualifier.AT_LEAST))
        Count(low=5, high=None, qualifier=<Qualifier.AT_LEAST: 'at_least'>)
        """
        high = None if self.high is None or other.high is None else self.high + other.high
        is_exact = self.qualifier is Qualifier.EXACT
        return Count(self.low + other.low, high, other.qualifier if is_exact else self.qualifier)

    @classmethod
    def exactly(cls, number: int) -> "Count":
        """Return the count that leaves nothing open."""
        return cls(number, number, Qualifier.EXACT)

    @classmethod
    def hedged(cls, number: int, qualifier: Qualifier) -> "Count":
        """Return the count that one number and its hedge allow.

        >>> Count.hedged(20, Qualifier.UP_TO)
        Count(low=0, high=20, qualifier=<Qualifier.UP_TO: 'up_to'>)
        """
        match qualifier:
            case Qualifier.AT_LEAST | Qualifier.MORE_THAN | Qualifier.VAGUE:
                return cls(number, None, qualifier)
            case Qualifier.UP_TO:
                return cls(0, number, qualifier)
            case _:
                return cls(number, number, qualifier)

    @property
    def best(self) -> int:
        """The figure the words support: the number named; for "up to" the upper end."""
        return (
            self.high if self.qualifier is Qualifier.UP_TO and self.high is not None else self.low
        )


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the killed or injured, by who they were: always inside the total, never on top."""

    who: str
    count: Count


@dataclass(frozen=True, slots=True)
class DateRange:
    """The local calendar days on which something happened; None is an open end."""

    first: date | None
    last: date | None
    precision: DatePrecision = DatePrecision.DAY

    @property
    def day(self) -> date | None:
        """The last day it can have happened, or the first where no last is known."""
        return self.last or self.first


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened. An unlocated place has a name and no coordinates.

    `country` is ISO 3166-1 alpha-2, `admin1` ISO 3166-2, coordinates are WGS84 degrees. `regions`
    are the ids of every region it lies in, country first, itself last.
    """

    name: str
    country: str | None = None
    country_name: str | None = None
    admin1: str | None = None
    admin1_name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision = Precision.PLACE
    kind: str = "place"
    geonameid: int | None = None
    regions: tuple[str, ...] = ()

    @property
    def is_located(self) -> bool:
        """Whether it is known in which country this lies."""
        return bool(self.regions)

    @property
    def asked_kind(self) -> str:
        """The kind that rules are asked about.

        A village that nobody knows is a place of the region it is told to lie in; where nobody
        tells that, it is unlocated.

        >>> Place("Ndaba", "ML", admin1="ML-8", kind="unlocated", regions=("ML", "ML-8")).asked_kind
        'place'
        """
        if self.is_located and self.kind != "unlocated":
            return self.kind
        return "place" if self.admin1 else "unlocated"

    @property
    def division(self) -> str | None:
        """The admin1 it lies in, or the country where no more is known."""
        return self.admin1 or self.country


UNNAMED = "gen_"
"""How the lexicon's ids of words begin that name nobody: who "gunmen" are, no one knows."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who takes part, by the name the field knows them by, or in the report's words.

    >>> Actor("two hooded men", ActorRole.PERPETRATOR, id="gen_anyone").is_unnamed
    True
    """

    name: str
    role: ActorRole
    kind: ActorKind = ActorKind.OTHER
    id: str | None = None
    attributed: bool = False

    @property
    def is_unnamed(self) -> bool:
        """Whether it is known by what it is alone: "gunmen"."""
        return (self.id or "").startswith(UNNAMED)


def named_first(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Return who is named, and people without a name only in a role in which nobody is.

    >>> army = Actor("Hill Army", ActorRole.PERPETRATOR)
    >>> named_first([Actor("gunmen", ActorRole.PERPETRATOR, id="gen_gunmen"), army])[0].name
    'Hill Army'
    """
    known = tuple(actors)
    roles = {actor.role for actor in known if not actor.is_unnamed}
    return tuple(a for a in known if not (a.is_unnamed and a.role in roles))


@dataclass(frozen=True, slots=True)
class Claim:
    """One field as one party states it. `value` are the words; `count` the number in them."""

    field: str
    value: str
    stance: Stance
    speaker: str | None = None
    speaker_kind: SpeakerKind = SpeakerKind.UNNAMED
    count: Count | None = None
    spans: tuple[Span, ...] = ()
