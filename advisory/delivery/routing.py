"""Who gets what, and why: a pure decision for each edition and each subscriber.

A subscriber of a region reads what is written on it, on anything inside it, and on anything it lies
in: what holds for Mali holds in Kidal, while an alert on Bamako is no matter of a reader in Kidal.
A product goes up to the subscriber's marking, never TLP:RED, only when it is released, only in its
newest edition, and only once. Where a series exists for several clearances, a reader gets the
newest, and of these the fullest, that may be read. Nothing is sent here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from advisory.delivery.addresses import same_reader
from advisory.model.advice import Advisory, Progress
from advisory.model.delivery import DeliveryKey, Outcome, Subscriber
from advisory.model.marking import Tlp

Paths = tuple[tuple[str, ...], ...]
"""Where regions lie: for each of them the ids of all that contain it, itself last."""


class Reason(StrEnum):
    """Why a subscriber gets an edition, or does not."""

    DUE = "due"
    DEFERRED_BEFORE = "deferred before"
    ALREADY_SENT = "already sent"
    IN_DOUBT = "in doubt"
    BOUNCED = "bounced"
    MUTED = "muted"
    NOT_THEIR_REGION = "not their region"
    NOT_WRITTEN_FOR_THEM = "not written for them"
    NOT_RELEASED = "not released"
    SUPERSEDED = "superseded"
    NEVER_BY_MAIL = "never by mail"
    ABOVE_THEIR_MARKING = "above their marking"
    ANOTHER_CLEARANCE = "another clearance"

    @property
    def sends(self) -> bool:
        """Whether a message goes out."""
        return self in {Reason.DUE, Reason.DEFERRED_BEFORE}


_BY_OUTCOME = {
    None: Reason.DUE,
    Outcome.QUEUED: Reason.DUE,
    Outcome.DEFERRED: Reason.DEFERRED_BEFORE,
    Outcome.SENT: Reason.ALREADY_SENT,
    Outcome.BOUNCED: Reason.BOUNCED,
    Outcome.SENDING: Reason.IN_DOUBT,
    Outcome.AMBIGUOUS: Reason.IN_DOUBT,
}


@dataclass(frozen=True, slots=True)
class Issue:
    """An edition as it may go out: its signed variants for one clearance, and where it speaks of.

    The variants bear the progress and the signatures that the edition has; one that a later
    release of its series has taken the place of bears `superseded`.
    """

    variants: tuple[Advisory, ...]
    clearance: Tlp
    paths: Paths
    released_at: datetime | None = None

    @property
    def record(self) -> Advisory:
        """The first variant: id, series, number, as-of and progress are those of all."""
        return self.variants[0]

    @property
    def name(self) -> str:
        """The edition and its clearance: what is delivered at most once to each reader."""
        return f"{self.record.id} {self.clearance}"

    def key(self, subscriber: Subscriber) -> DeliveryKey:
        """The delivery of this edition to a subscriber."""
        return DeliveryKey(self.record.series, self.name, same_reader(subscriber.address))

    @property
    def is_released(self) -> bool:
        """Whether it may leave the house."""
        return self.record.progress is Progress.RELEASED

    @property
    def waits(self) -> bool:
        """Whether a signature is missing."""
        return self.record.progress in {Progress.DRAFT, Progress.REVIEWED}

    def variant_for(self, subscriber: Subscriber) -> Advisory | None:
        """The variant a subscriber reads, or None: what nobody signed is not made up here."""
        wanted = (subscriber.language, subscriber.profile, subscriber.edition)
        return next(
            (a for a in self.variants if (a.language, a.profile, a.variant) == wanted), None
        )


@dataclass(frozen=True, slots=True)
class Reader:
    """A subscriber, and where the regions lie that they read about."""

    subscriber: Subscriber
    paths: Paths


@dataclass(frozen=True, slots=True)
class Route:
    """What was decided for one edition and one subscriber."""

    issue: Issue
    subscriber: Subscriber
    reason: Reason

    @property
    def key(self) -> DeliveryKey:
        """The delivery that this is about."""
        return self.issue.key(self.subscriber)


def routes(
    issues: Sequence[Issue], readers: Iterable[Reader], ledger: Mapping[DeliveryKey, Outcome]
) -> tuple[Route, ...]:
    """Return the decision for each edition and each subscriber, by edition, then address.

    Args:
        issues: The editions, with the others of their series that are released.
        readers: Every subscriber.
        ledger: What became of the deliveries so far.
    """
    released = tuple(issue for issue in issues if issue.is_released)
    return tuple(
        Route(issue, reader.subscriber, _reason(issue, reader, released, ledger))
        for issue in sorted(issues, key=_in_order)
        for reader in sorted(readers, key=lambda reader: reader.subscriber.address)
    )


def concerns(one: Paths, other: Paths) -> bool:
    """Whether some region of the one is, contains, or lies in some region of the other.

    >>> mali, kidal, bamako = (("ML",),), (("ML", "ML-8"),), (("ML", "ML-BKO"),)
    >>> concerns(kidal, mali), concerns(mali, kidal), concerns(kidal, bamako)
    (True, True, False)
    """
    return any(a[-1] in b or b[-1] in a for a in one for b in other)


def _reason(
    issue: Issue,
    reader: Reader,
    released: Sequence[Issue],
    ledger: Mapping[DeliveryKey, Outcome],
) -> Reason:
    subscriber = reader.subscriber
    refusals = (
        (issue.waits, Reason.NOT_RELEASED),
        (not concerns(reader.paths, issue.paths), Reason.NOT_THEIR_REGION),
        (subscriber.muted, Reason.MUTED),
        (not issue.is_released, Reason.SUPERSEDED),
        (_marking(issue, subscriber) is Tlp.RED, Reason.NEVER_BY_MAIL),
        (_marking(issue, subscriber) > subscriber.tlp, Reason.ABOVE_THEIR_MARKING),
        (issue is not _best(issue, subscriber, released), Reason.ANOTHER_CLEARANCE),
        (issue.variant_for(subscriber) is None, Reason.NOT_WRITTEN_FOR_THEM),
    )
    refused = next((reason for holds, reason in refusals if holds), None)
    return refused or _BY_OUTCOME[ledger.get(issue.key(subscriber))]


def _marking(issue: Issue, subscriber: Subscriber) -> Tlp:
    """Return the marking of the variant a subscriber reads; the strictest where there is none."""
    variant = issue.variant_for(subscriber)
    return variant.tlp if variant else max(each.tlp for each in issue.variants)


def _best(issue: Issue, subscriber: Subscriber, released: Sequence[Issue]) -> Issue | None:
    """Return the edition of this series that a subscriber reads: the newest, then the fullest."""
    readable = (
        other
        for other in released
        if other.record.series == issue.record.series
        and _marking(other, subscriber) <= min(subscriber.tlp, Tlp.AMBER_STRICT)
    )
    return max(readable, key=lambda other: (other.record.as_of, other.clearance), default=None)


def _in_order(issue: Issue) -> tuple[str, int, Tlp]:
    return issue.record.series, issue.record.edition, issue.clearance
