"""One line of JSON in, one line of JSON out: what `extract` and `places` do with each document.

The functions are pure and belong to a module, so that they can be sent to other processes; each
process loads the rules once.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from advisory.errors import RejectedReport
from advisory.extraction.helped import HelpedReader
from advisory.extraction.output import to_json
from advisory.gazetteer.context import Context
from advisory.model.text import Report, Toponym
from advisory.model.time import known_at
from advisory.pipeline.desk import Desk, desk_at

Json = dict[str, Any]


class Answer(NamedTuple):
    """What a line became: a line of JSON, or nothing and the reason why it was refused."""

    body: str
    refused: str = ""


def extracted(rules: Path | None, line: bytes | str) -> Answer:
    """Return the incidents and conditions of one document: `{id, text, published?, source?}`."""
    try:
        report = _report(_row(line))
    except RejectedReport as error:
        return Answer("", str(error))
    reading = line_desk(rules).reader.read(report, coverage=False)
    return Answer(json.dumps(to_json(reading), ensure_ascii=False))


def helped(reader: HelpedReader, line: bytes | str) -> Answer:
    """Return what `extracted` does, with what a model's quotes added, and what was dropped."""
    try:
        report = _report(_row(line))
    except RejectedReport as error:
        return Answer("", str(error))
    made = reader.help(report, coverage=False)
    asked = {
        "reader": reader.version,
        "prompt": made.prompt,
        "added": made.added,
        "dropped": made.dropped,
    }
    return Answer(json.dumps({**to_json(made.reading), "llm": asked}, ensure_ascii=False))


def located(rules: Path | None, line: bytes | str) -> Answer:
    """Return the place names of one document, `{id, text}`: the located ones, and the others."""
    try:
        row = _row(line)
    except RejectedReport as error:
        return Answer("", str(error))
    found = line_desk(rules).gazetteer.toponyms(row["text"])
    toponyms = [_toponym(one) for one in found if one.place.latitude is not None]
    context = Context(found, row["text"])
    unlocated = [_lost(one, context) for one in found if not one.place.regions]
    told = {"id": row["id"], "toponyms": toponyms, "unlocated": unlocated}
    return Answer(json.dumps(told, ensure_ascii=False))


@cache
def line_desk(rules: Path | None) -> Desk:
    """Return the desk of these rules, made once in a process; it has no store."""
    return desk_at(Path(), rules=[rules] if rules else [])


def _row(line: bytes | str) -> Json:
    text = line.decode("utf-8", "replace") if isinstance(line, bytes) else line
    try:
        row = json.loads(text)
    except (ValueError, RecursionError):
        raise RejectedReport("this line is not JSON") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise RejectedReport('a line needs the keys "id" and "text"')
    return row


def _report(row: Json) -> Report:
    published = row.get("published")
    try:
        if published is not None:
            known_at(published)
    except (ValueError, TypeError) as error:
        raise RejectedReport(f'"published": {error}') from None
    return Report(str(row["id"]), row["text"], source=row.get("source"), published=published)


def _lost(toponym: Toponym, context: Context) -> Json:
    """Return a name that no gazetteer placed, with where the text says that it probably lies."""
    country, admin1 = (*context.regions(toponym), None, None)[:2]
    span = toponym.span
    return {
        "start": span.start,
        "end": span.end,
        "name": span.text,
        "probable_country": country,
        "probable_admin1": admin1,
    }


def _toponym(toponym: Toponym) -> Json:
    place = toponym.place
    return {
        "start": toponym.span.start,
        "end": toponym.span.end,
        "name": place.name,
        "lat": place.latitude,
        "lon": place.longitude,
        "geonameid": place.geonameid,
        "country": place.country,
        "admin1": place.admin1,
    }
