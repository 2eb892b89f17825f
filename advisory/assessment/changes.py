"""The days on which something new can raise a level, or was told.

Between two of them points only decay and floors only run out: so a level that was looked at once
need not be looked at again. A version that ends is a change too, for another begins with it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from advisory.assessment.scorable import Match
from advisory.model.incident import ConditionVersion
from advisory.rulebook.book import Rulebook

_DATED = ("points", "per_killed", "cap", "half_life_days", "level", "within_days")


def changes(
    matches: Iterable[Match], conditions: Iterable[ConditionVersion], rulebook: Rulebook
) -> frozenset[date]:
    """Return every day on which something begins that may raise a level."""
    scorables = [match.scorable for match in matches]
    known = [end for one in scorables for end in (one.known_from, one.known_until) if end]
    known += [end for one in conditions for end in (one.known_from, one.known_until) if end]
    begun = [one.happened for one in scorables]
    begun += [one.condition.since for one in conditions if one.condition.since]
    return frozenset([*begun, *(instant.date() for instant in known), *dated(rulebook)])


def dated(rulebook: Rulebook) -> Iterator[date]:
    """Yield every day on which a number of a rule comes into force."""
    for rule in (*rulebook.asked, *rulebook.combinations):
        for name in _DATED:
            yield from getattr(rule, name, None) or ()


def spoken(matches: Iterable[Match], conditions: Iterable[ConditionVersion]) -> Iterator[date]:
    """Yield every day on which something was told that the rules speak of."""
    for match in matches:
        yield from match.scorable.read
    for version in conditions:
        yield version.condition.last_word.date()
