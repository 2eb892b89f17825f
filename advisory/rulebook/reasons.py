"""The sentence a rule gives as its reason: a template with a few known placeholders.

A rule's `because:` says aloud why it gives points or holds a level: `{type} in {place} on {date}:
{killed} killed`. Only the words of the two tables below may stand in braces, and nothing but the
bare word: a template reaches no attribute and no format. The assessment fills it; what is unknown
is said in words there and never as a number.
"""

import re
from collections.abc import Iterator, Mapping

from advisory.errors import did_you_mean, nearest

_TOLL = """the best figure, "60 (a party's claim)", or "an unknown number\""""
OF_INCIDENTS: dict[str, str] = {
    "type": 'the noun of the type: "drone strike"; plural where several incidents count',
    "count": "how many incidents count",
    "killed": _TOLL,
    "injured": _TOLL,
    "abducted": _TOLL,
    "place": 'the name of the place, or "an unlocated place"',
    "date": 'the day it happened, as in 7 Nov 2023; "7 Nov 2023 or before" where none is told',
}
OF_CONDITIONS: dict[str, str] = {
    "condition": 'what is in force: "curfew", "airport closed"',
    "subject": "of what: the road, the border, who holds the place",
    "place": 'the name of the place, or "an unlocated place"',
    "since": 'since when, as in 7 Nov 2023, or "an unknown day"',
}
OF_FLOORS: dict[str, str] = {
    "level": "the level it gives, 1 to 5; one origin alone gives 4 at most",
    "until": 'the last day it holds, as in 21 Nov 2023, or "it is lifted"',
}

_BRACES = re.compile(r"\{([^{}]*)\}")


def fill(because: str, words: Mapping[str, str]) -> str:
    """Return the reason with its placeholders filled; one that has no word stays as it is.

    >>> fill("{type} in {place}", {"type": "drone strike", "place": "Kidal"})
    'drone strike in Kidal'
    """
    return _BRACES.sub(lambda match: words.get(match[1], match[0]), because)


def problems_of_reason(because: str, allowed: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the placeholders of a reason, a sentence each.

    >>> list(problems_of_reason("{plce} was hit", OF_INCIDENTS))  # doctest: +ELLIPSIS
    ['there is no placeholder {plce}. Did you mean "place"? Allowed: type, ... date']
    """
    for name in dict.fromkeys(_BRACES.findall(because)):
        if name not in allowed:
            hint = did_you_mean(nearest(name, list(allowed)))
            yield f"there is no placeholder {{{name}}}.{hint} Allowed: {', '.join(allowed)}"
    rest = _BRACES.sub("", because)
    if "{" in rest or "}" in rest:
        yield "a brace stands alone: write placeholders as {place}"
