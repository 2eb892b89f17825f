"""What must hold between the entries of levels, hazards, types and sources.

The shape of a file is checked while it is built; here is what one entry must be to another: levels
that rise, every hazard named, an owner that exists. Each problem points at the line that must
change and says how.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from advisory.errors import Problem, did_you_mean, nearest
from advisory.model.assessment import LEVELS, RegionKind
from advisory.model.marking import Credibility, Reliability, SourceKind
from advisory.model.vocabulary import Hazard
from advisory.rulebook.book import HazardEntry, IncidentType, LevelEntry, Scale, SourceEntry
from advisory.rulebook.reader import Node

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_WORDS = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
_HYPHENATED = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_TOP_SCORE = 100


def scale_problems(node: Node, scale: Scale) -> Iterator[Problem]:
    """Yield what is wrong with levels.yaml."""
    tables: tuple[tuple[str, list[str], Mapping[str, float] | Mapping[int, float]], ...] = (
        ("half_points", list(RegionKind), scale.half_points),
        (
            "credibility_factor",
            [str(int(grade)) for grade in Credibility],
            scale.credibility_factor,
        ),
        ("reliability_factor", list(Reliability), scale.reliability_factor),
    )
    for name, wanted, table in tables:
        yield from _table_problems(node[name], wanted, table)
    if scale.horizon_days <= 0:
        yield node["horizon_days"].problem("horizon_days must be 1 or more")
    yield from _level_problems(node["levels"], scale.levels)


def _table_problems(
    node: Node, wanted: list[str], table: Mapping[str, float] | Mapping[int, float]
) -> Iterator[Problem]:
    if [str(key) for key in table] != wanted:
        found = ", ".join(str(key) for key in table)
        yield node.problem(f"the keys are {found}", f"Write each once: {', '.join(wanted)}")
    for key, number in table.items():
        if number <= 0:
            yield node[str(key)].problem(f"{key}: {number:g} is not above 0")


def _level_problems(node: Node, levels: tuple[LevelEntry, ...]) -> Iterator[Problem]:
    found = [entry.level for entry in levels]
    if found != [*LEVELS]:
        yield node.problem(f"the levels are {found}", "Write 1, 2, 3, 4, 5 in this order.")
        return
    items = node.value if isinstance(node.value, list) else []
    for item, entry in zip(items, levels, strict=True):
        yield from _entry_problems(item, entry)
    if levels[0].from_score != 0:
        yield items[0]["from_score"].problem("level 1 must begin at a score of 0")
    for item, (lower, upper) in zip(items[1:], pairwise(levels), strict=True):
        if upper.from_score <= lower.from_score:
            what = f"level {upper.level} must begin above level {lower.level}"
            cure = f"Write more than {lower.from_score:g} and at most {_TOP_SCORE}."
            yield item["from_score"].problem(what, cure)


def _entry_problems(item: Node, entry: LevelEntry) -> Iterator[Problem]:
    if entry.from_score > _TOP_SCORE:
        yield item["from_score"].problem(f"a score ends at {_TOP_SCORE}")
    if not 0 < entry.stale_after_days < entry.unknown_after_days:
        what = "a level is STALE first, UNKNOWN later"
        cure = "Write stale_after_days of 1 or more, and more of unknown_after_days."
        yield item["stale_after_days"].problem(what, cure)
    if entry.review_every_days <= 0:
        yield item["review_every_days"].problem("review_every_days must be 1 or more")
    if not _COLOUR.fullmatch(entry.colour):
        cure = 'Write it in quotes, lower case: "#c00000".'
        yield item["colour"].problem(f'"{entry.colour}" is not a colour', cure)


def hazard_problems(node: Node, hazards: Mapping[Hazard, HazardEntry]) -> Iterator[Problem]:
    """Yield what is wrong with hazards.yaml: each of the fifteen must be there."""
    for hazard in Hazard:
        if hazard not in hazards:
            yield node.problem(f'the hazard "{hazard}" is missing', "Give it a name and covers.")


def type_problems(node: Node, types: Mapping[str, IncidentType]) -> Iterator[Problem]:
    """Yield what is wrong with types.yaml."""
    if not types:
        yield node.problem("there is no type at all")
    for name, entry in types.items():
        if not _WORDS.fullmatch(name):
            yield node[name].problem(f'"{name}" is not a type name', "Write lower_case_words.")
        if len(entry.noun) != len(("singular", "plural")):
            cure = "Write the singular and the plural: [drone strike, drone strikes]"
            yield node[name]["noun"].problem(f"a noun has two forms, not {len(entry.noun)}", cure)
        if entry.unknown_killed < 0:
            yield node[name]["unknown_killed"].problem("unknown_killed must be 0 or more")


def source_problems(node: Node, sources: Mapping[str, SourceEntry]) -> Iterator[Problem]:
    """Yield what is wrong with sources.yaml.

    An owner is the id of a source, or stands behind two sources or more: a name that stands alone
    is a slip of the pen, and would make one owner two voices.
    """
    owners = [entry.owner for entry in sources.values()]
    for name, entry in sources.items():
        if not _HYPHENATED.fullmatch(name):
            cure = "Write lower-case words with hyphens."
            yield node[name].problem(f'"{name}" is not a source id', cure)
        if entry.owner not in sources and owners.count(entry.owner) == 1:
            hint = did_you_mean(
                nearest(entry.owner, [*sources, *owners[: owners.index(entry.owner)]])
            )
            cure = f"{hint} Write the id of a source, its own ({name}) if it has no other owner."
            what = f'the owner "{entry.owner}" is no source and owns nothing else'
            yield node[name]["owner"].problem(what, cure.strip())
        if entry.kind is SourceKind.PARTY and not entry.party:
            yield node[name].problem(
                "a source of kind party needs the key party: whom it speaks for"
            )
    yield from _host_problems(node, sources)


def _host_problems(node: Node, sources: Mapping[str, SourceEntry]) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for name, entry in sources.items():
        for host in entry.hosts:
            if host in seen:
                what = f'the host "{host}" belongs to "{seen[host]}" already'
                yield node[name]["hosts"].problem(what, "Keep it in one place.")
            seen.setdefault(host, name)
