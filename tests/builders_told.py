"""Told incidents: stories with gold, read by the real reader, resolved, and scored by B-cubed.

The element of the score is a **telling**: a mention that the reader found, whose words overlap
those that the gold gives to an incident. B-cubed (Bagga and Baldwin 1998): for each telling the
share of its incident that is truly of one thing (precision), and the share of that thing's
tellings which its incident holds (recall); both averaged over all tellings. What the reader did
not find is no telling; it is counted apart, as missed.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from advisory.extraction.reader import Reader
from advisory.incidents.resolve import resolve
from advisory.model.incident import Incident, Mention
from advisory.model.text import Report, Source
from advisory.pipeline.known import accounts
from tests.builders_shipped import table

CASES = Path(__file__).parent / "cases"
BLIND, KNOWN = CASES / "told_incidents_blind.yaml", CASES / "told_incidents.yaml"
BLIND_SECOND = CASES / "told_incidents_blind_second.yaml"

Gold = tuple[str, int, int, str]  # report, start, end, incident


@dataclass(frozen=True)
class Story:
    """Reports that must not be confused, and which of their words tell which incident."""

    name: str
    reports: tuple[Report, ...]
    sources: Mapping[str, Source]
    gold: tuple[Gold, ...]


@dataclass
class Outcome:
    """What became of the stories: telling -> its incident and its gold; and what was missed."""

    found: dict[str, str] = field(default_factory=dict)
    true: dict[str, str] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)
    incidents: dict[str, Incident] = field(default_factory=dict)

    def add(self, other: "Outcome") -> None:
        self.found |= other.found
        self.true |= other.true
        self.missed += other.missed
        self.unasked += other.unasked
        self.incidents |= other.incidents


def stories_of(path: Path) -> tuple[Story, ...]:
    written = table(path)
    return tuple(_story(one) for one in written["stories"])


def _story(written: Mapping) -> Story:
    reports = tuple(
        Report(one["id"], one["text"], one["source"], _instant(one["published"]))
        for one in written["reports"]
    )
    sources = {
        one["source"]: Source(one["source"], one["source"], one.get("owner", one["source"]))
        for one in written["reports"]
    }
    texts = {report.id: report.text for report in reports}
    gold = tuple(
        _gold(texts[told["report"]], told, f"{written['name']}: {name}")
        for name, tellings in written["incidents"].items()
        for told in tellings
    )
    return Story(written["name"], reports, sources, gold)


def _instant(written) -> str:
    return written if isinstance(written, str) else written.isoformat()


def _gold(text: str, told: Mapping, incident: str) -> Gold:
    start = text.index(told["words"])
    return told["report"], start, start + len(told["words"]), incident


def outcome(story: Story, reader: Reader, families: Mapping[str, str], sides=None) -> Outcome:
    """Read the reports of a story and resolve what they tell."""
    readings = [reader.read(report) for report in story.reports]
    reports = {report.id: report for report in story.reports}
    told = tuple(accounts(readings, reports, story.sources))
    home = {
        account.mention.id: incident
        for incident in resolve(told, families=families, sides=sides or {})
        for account in incident.accounts
    }
    mentions = [mention for reading in readings for mention in reading.mentions]
    return _matched(story, [m for m in mentions if m.id in home], home)


def _matched(story: Story, mentions: Iterable[Mention], home: Mapping[str, Incident]) -> Outcome:
    result, hit = Outcome(), set()
    for mention in mentions:
        gold = _gold_of(mention, story.gold)
        if gold is None:
            result.unasked.append(f"{mention.report}: {mention.type} {mention.trigger.text!r}")
            continue
        hit.add(gold)
        result.true[mention.id] = gold[3]
        result.found[mention.id] = home[mention.id].id
        result.incidents[home[mention.id].id] = home[mention.id]
    texts = {report.id: report.text for report in story.reports}
    result.missed = [f"{g[0]}: {texts[g[0]][g[1] : g[2]]}" for g in story.gold if g not in hit]
    return result


def _gold_of(mention: Mention, gold: Sequence[Gold]) -> Gold | None:
    """The telling that holds the trigger; where none does, the one that holds its figures."""
    figures = [
        span
        for proof in mention.evidence
        if proof.field in {"killed", "injured"}
        for span in proof.spans
    ]
    for span in (mention.trigger, *figures):
        for one in gold:
            if one[0] == mention.report and one[1] < span.end and span.start < one[2]:
                return one
    return None


def b_cubed(found: Mapping[str, str], true: Mapping[str, str]) -> tuple[float, float]:
    """Precision and recall of a grouping against the true one, over the same elements.

    >>> b_cubed({"a": "1", "b": "1", "c": "2"}, {"a": "x", "b": "x", "c": "x"})[0]
    1.0
    """
    ours, theirs = _members(found), _members(true)
    common = {one: len(ours[found[one]] & theirs[true[one]]) for one in true}
    precision = sum(common[one] / len(ours[found[one]]) for one in true) / len(true)
    recall = sum(common[one] / len(theirs[true[one]]) for one in true) / len(true)
    return precision, recall


def _members(groups: Mapping[str, str]) -> dict[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for one, group in groups.items():
        members[group].add(one)
    return members
