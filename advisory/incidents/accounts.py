"""A mention becomes an account: who tells it, whom they copy, how far they are trusted, since when.

In come a mention, its report and the report's source; out goes an `Account`, or nothing where the
report carries no date, for what is not known at any instant cannot be scored at one. The origin is
what the report itself says it copies from, else the owner of its source. Several sources of one
owner are one voice, and all reports without a source have the owner `unknown` together. A set of
accounts has one canonical order, and everything in this room goes by it.
"""

from collections.abc import Iterable
from datetime import datetime

from advisory.model.incident import Account, Mention
from advisory.model.marking import Reliability, SourceKind
from advisory.model.text import Report, Source

UNKNOWN_OWNER = "unknown"


def account_of(
    mention: Mention, report: Report, source: Source | None = None, *, origin: str | None = None
) -> Account | None:
    """Return the account that this report gives, or None for a report without a date.

    `origin` is whose voice the report was found to be where it does not say (see `copies`). The
    marking is the stricter one of report and source (of what the desk itself took down, the one it
    was given); without a known source the reliability is F: it cannot be judged.
    """
    known_at = report.known_at
    if known_at is None:
        return None
    owner = owner_of(report, source)
    is_ours = source is not None and source.kind is SourceKind.DESK
    return Account(
        mention=mention,
        source=source.id if source else report.source,
        owner=owner,
        origin=report.origin or origin or owner,
        reliability=source.reliability if source else Reliability.F,
        tlp=report.tlp if source is None or is_ours else max(report.tlp, source.tlp),
        known_at=known_at,
        kind=kind_of(report, source),
        party=source.party if source else None,
    )


def owner_of(report: Report, source: Source | None) -> str:
    """Return who can decide what this report prints; an unlisted source is its own owner."""
    return source.owner if source else report.source or UNKNOWN_OWNER


def kind_of(report: Report, source: Source | None) -> SourceKind:
    """Return what kind of source tells a report; the row of a table is always of a dataset."""
    if report.table:
        return SourceKind.DATASET
    return source.kind if source else SourceKind.UNKNOWN


def in_order(accounts: Iterable[Account]) -> tuple[Account, ...]:
    """Return the accounts as a set in canonical order: by (known, report, start, mention).

    The first account is the one that names the incident (decision 2). A mention that comes more
    than once counts once.
    """
    first: dict[str, Account] = {}
    for account in accounts:
        kept = first.setdefault(account.mention.id, account)
        if kept != account:
            # Two readings of one mention: which comes first must not matter.
            first[account.mention.id] = min(kept, account, key=repr)
    return tuple(sorted(first.values(), key=order))


def order(account: Account) -> tuple[datetime, str, int, str]:
    """Return the key of the canonical order."""
    mention = account.mention
    return account.known_at, mention.report, mention.trigger.start, mention.id
