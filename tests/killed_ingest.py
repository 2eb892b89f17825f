"""Ingests that are killed and begun again: `python -m tests.killed_ingest REPORTS STORES CACHE N`.

First the reports are taken in unbroken, and the calls into the store and the disk are counted. Then
N times a run is killed (SIGKILL, so nothing is cleaned up) at one of these calls, drawn by a fixed
seed, and begun again. Printed is one line of JSON: how each first run ended, and every digest.
Each run is a process of its own; what they share is loaded once.
"""

import json
import os
import signal
import sys
from itertools import count
from pathlib import Path
from random import Random

from advisory.gazetteer.gazetteer import Gazetteer
from advisory.pipeline import snapshots
from advisory.pipeline.desk import Desk
from advisory.pipeline.ingest import ingest
from advisory.resources import folder
from tests.builders_hands import NOW
from tests.builders_seeds import FewNames, desk_with

WATCHED = ("/advisory/store/", "/advisory/files.py", "/advisory/pipeline/ingest.py")


def main() -> None:
    reports, stores, cache = map(Path, sys.argv[1:4])
    gazetteer = FewNames(Gazetteer.open([folder("rules")], cache))
    snapshots.DAYS_AHEAD = 0  # what is written matters here, not how far it looks
    first = desk_with(gazetteer, stores / "unbroken.db")
    first.check()
    assert first.reader
    calls = stores / "calls"
    run(first, reports, note=calls)
    total, draw = int(calls.read_text()), Random(20231107)  # noqa: S311 - where to kill is no secret
    ends, digests = [], [digest(first)]
    for number in range(int(sys.argv[4])):
        desk = desk_with(gazetteer, stores / f"{number}.db")
        desk.__dict__.update({**first.__dict__, "store_path": desk.store_path})
        ends.append(run(desk, reports, last=draw.randint(1, total)))
        run(desk, reports)
        digests.append(digest(desk))
    sys.stdout.write(json.dumps({"ends": ends, "digests": digests}))


def run(desk: Desk, reports: Path, *, last: int = 0, note: Path | None = None) -> int:
    """Take the reports in, in a process of its own; return how it ended, minus 9 if killed."""
    child = os.fork()
    if child == 0:
        numbers = count(1)
        sys.setprofile(lambda frame, event, _: step(frame, event, numbers, last))
        ingest(desk, [reports], NOW)
        sys.setprofile(None)
        if note:
            note.write_text(str(next(numbers) - 1))
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def step(frame, event, numbers, last) -> None:
    """Count a call into what writes, and C calls out of it; at the last one there is no more."""
    is_watched = any(part in frame.f_code.co_filename for part in WATCHED)
    if is_watched and event in {"call", "c_call"} and next(numbers) == last:
        os.kill(os.getpid(), signal.SIGKILL)


def digest(desk: Desk) -> str:
    with desk.open_store() as store:
        return store.digest


if __name__ == "__main__":
    main()
