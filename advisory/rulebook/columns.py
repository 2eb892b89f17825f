"""The columns that a rule's `when:` may use: one row for each incident as it is known.

`advisory rules schema` prints this table, rules/README.md shows it, and the scoring query has
exactly these columns. NULL is unknown: a comparison with it matches nothing.
"""

from dataclasses import dataclass

from advisory.model.marking import Reliability
from advisory.model.vocabulary import Category, Hazard, Status


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its SQL type and what it holds."""

    sql_type: str
    meaning: str


COLUMNS: dict[str, Column] = {
    "type": Column("VARCHAR", "fine type, as in rules/types.yaml"),
    "category": Column("VARCHAR", "coarse kind, one of twenty"),
    "family": Column("VARCHAR", "family of the type: types of one family may be one incident"),
    "hazard": Column("VARCHAR", "one of the fifteen hazards"),
    "status": Column("VARCHAR", "reported, claimed, confirmed, disputed, denied, ..."),
    "killed": Column("INTEGER", "best figure; NULL when nobody gives one"),
    "killed_low": Column("INTEGER", "least that anybody says"),
    "killed_high": Column("INTEGER", "most that anybody says"),
    "killed_civilians": Column("INTEGER", "civilians and children among the killed"),
    "killed_scored": Column("INTEGER", "killed, or the stated default of the type when unknown"),
    "injured": Column("INTEGER", "best figure; NULL when nobody gives one"),
    "abducted": Column("INTEGER", "best figure; NULL when nobody gives one"),
    "credibility": Column("INTEGER", "1 confirmed to 6 cannot be judged"),
    "reliability": Column("VARCHAR", "A to F, of the best source that tells it"),
    "origins": Column("INTEGER", "independent voices behind it"),
    "country": Column("VARCHAR", "ISO 3166-1 alpha-2"),
    "admin1": Column("VARCHAR", "ISO 3166-2; NULL when not known"),
    "place_kind": Column(
        "VARCHAR", "capital, seat (of an admin1), place, site, admin2, admin1, country, unlocated"
    ),
    "targets": Column(
        "VARCHAR",
        "coded targets with a blank around each: ' aid_worker hotel '; "
        "`foreigner` is who is hit in another country than their own",
    ),
    "weapons": Column("VARCHAR", "weapons, with a blank around each"),
    "announced": Column("BOOLEAN", "true for what is announced and has not happened"),
}

VALUES: dict[str, tuple[str, ...]] = {
    "category": tuple(Category),
    "hazard": tuple(Hazard),
    "status": tuple(Status),
    "reliability": tuple(Reliability),
    "place_kind": (
        "capital",
        "seat",
        "place",
        "site",
        "admin2",
        "admin1",
        "country",
        "unlocated",
    ),
}
"""Every text that a column of a closed list can hold; types and families are in types.yaml."""

NEVER_NULL = frozenset(
    {
        "type",
        "category",
        "hazard",
        "status",
        "credibility",
        "reliability",
        "origins",
        "place_kind",
        "targets",
        "weapons",
        "announced",
    }
)
"""The columns of which every incident has a value."""
