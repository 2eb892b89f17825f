"""A level that was shown can be worked out again from what is kept of it: `advisory replay`.

Kept is little: the region, the as-of, the clearance, and which rule base, which reader's readings
and which state of the store it was made from. The store is append-only and knows in which order it
learnt what, so its past can be opened; the rule base is kept as text under its hash. What came
later, a report, a correction, a signature, a changed rule, is not there in a replay. The replay id
is a hash of the answer, so another answer can never pass for it.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from advisory.assessment.assess import assess
from advisory.assessment.output import to_json
from advisory.errors import AdvisoryError, UserError
from advisory.incidents.output import ahead_json
from advisory.intake.row_reader import RowReader
from advisory.model.assessment import Assessment
from advisory.model.marking import Tlp
from advisory.model.vocabulary import Status
from advisory.pipeline.desk import Desk
from advisory.pipeline.known import Known, known_from
from advisory.pipeline.releases import releases
from advisory.rulebook.book import Rulebook
from advisory.rulebook.folders import texts_hash
from advisory.store.replays import KeptAssessment
from advisory.store.store import Store


def keep(
    desk: Desk,
    store: Store,
    made: Iterable[Assessment],
    clearance: Tlp | None,
    signed_before: datetime | None = None,
) -> None:
    """Keep what these assessments follow from, and the rule base that gave them.

    Args:
        desk: The rules and the reader that they were made with.
        store: The store that they were made from, unchanged since.
        made: The assessments.
        clearance: For whom; None sees everything.
        signed_before: As `pipeline.known.known` was given it.

    Raises:
        UserError: If the rules were changed while the command ran.
    """
    rule_base, reader = desk.rulebook.hash, desk.reader_version
    seen, generation = Tlp.RED if clearance is None else clearance, int(store.generation)
    if not store.replays.has_rule_base(rule_base):
        texts = desk.rule_texts()
        if texts_hash(texts) != rule_base:
            raise UserError("The rules were changed while they were used. Repeat the command.")
        store.replays.keep_rule_base(rule_base, texts)
    store.replays.keep(
        KeptAssessment(
            one.replay_id, one.region, one.as_of, seen, signed_before, rule_base, reader, generation
        )
        for one in made
    )


def replayed(desk: Desk, replay_id: str) -> str:
    """Return the JSON of a level that was shown, worked out again, as `risk --json` printed it.

    Raises:
        UnknownName: If it was never kept.
        RejectedFile: If this version of the program cannot read the rules of that day.
        AdvisoryError: If it cannot be worked out again as it was.
    """
    with desk.open_store() as store:
        kept = store.replays.assessment(replay_id)
        texts = store.replays.rule_base(kept.rule_base)
    with TemporaryDirectory() as folder, Store.open_past(desk.store_path, kept.generation) as past:
        _write(texts, Path(folder))
        then = Desk(desk.store_path, (Path(folder),), desk.template_folders, desk.cache)
        rows = RowReader(then.rulebook.types, then.lexicon.actors, desk.gazetteer)
        view = _known_then(then, past, kept, rows)
        [again] = assess([kept.region], kept.as_of, view.knowledge, then.rulebook)
        body = body_of(again, view, then.rulebook)
    if again.replay_id != replay_id:
        raise AdvisoryError(
            f"{replay_id} was made by another version of the program: this one gives "
            f"{again.replay_id} from the same reports and rules. Replay it with that version."
        )
    return body


def body_of(assessment: Assessment, view: Known, rulebook: Rulebook) -> str:
    """Return a level as JSON, as it is kept and printed, with what is announced there, or was.

    That gives no points, so it is no part of the assessment that the replay id is a hash of.
    """
    ahead = view.ahead(assessment.region, assessment.as_of)
    told = to_json(assessment, rulebook.scale)
    for key, status in (("ahead", Status.ANNOUNCED), ("called_off", Status.CALLED_OFF)):
        told[key] = [ahead_json(one) for one in ahead if one.status is status]
    return json.dumps(told, ensure_ascii=False)


def _known_then(desk: Desk, store: Store, kept: KeptAssessment, rows: RowReader) -> Known:
    reports = {report.id: report for report in store.reports(clearance=kept.clearance)}
    found = store.readings(kept.reader)
    # What a row says was never kept: it is worked out again, by the rules of that day.
    found |= {row.id: rows.read(row) for row in reports.values() if row.table}
    if unread := sorted(reports.keys() - found.keys()):
        raise AdvisoryError(f"The readings of that day are gone, of {unread[0]} first of all.")
    return known_from(
        desk,
        reports,
        {name: reading for name, reading in found.items() if name in reports},
        store.decisions(),
        releases(store, kept.clearance, kept.signed_before),
    )


def _write(texts: Mapping[str, str], folder: Path) -> None:
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
