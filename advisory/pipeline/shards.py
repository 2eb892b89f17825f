"""Many lines through one pure function: on all cores of this machine, or on Spark.

Lines go to the workers in small batches and come back in their order; never more than a few batches
are under way, so memory stays flat however long the stream is. Where the system can fork, workers
share what the first process has loaded. Few lines are not worth a second process.
"""

import gc
import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from functools import partial
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from advisory.errors import AdvisoryError, UserError

if TYPE_CHECKING:
    from pyspark import RDD
    from pyspark.sql import SparkSession

_BATCH = 16  # lines: large enough to hide the way to a worker, small enough for a slow pipe
_SELDOM = 100_000  # objects made and kept between two looks for cycles: a few megabytes
_AHEAD = 3  # batches under way for each worker

Line = TypeVar("Line")
Answer = TypeVar("Answer")


def cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_order(
    answer: Callable[[Line], Answer], lines: Iterable[Line], jobs: int
) -> Iterator[Answer]:
    """Return the answer to each line, in the order of the lines, by so many processes.

    `answer` must be a function of a module, or a `partial` of one: it is sent to the workers.
    """
    batches = _batches(lines)
    first = next(batches, [])
    yield from map(answer, first)  # loads what the workers then share
    if len(first) < _BATCH:
        return
    settle()
    if jobs == 1:
        yield from (answer(line) for batch in batches for line in batch)
        return
    fork = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    with ProcessPoolExecutor(jobs, multiprocessing.get_context(fork)) as pool:
        yield from _pooled(pool, partial(_each, answer), batches, _AHEAD * jobs)


def settle() -> None:
    """Keep what is loaded out of the collector's way, and let it look for cycles seldom.

    Rules and names stay: no worker copies their pages, no collection walks them. A reading makes no
    cycles, yet looking for them every 700 objects took a tenth of its time.
    """
    gc.freeze()
    gc.set_threshold(_SELDOM)


def _batches(lines: Iterable[Line]) -> Iterator[list[Line]]:
    lines = iter(lines)
    while batch := list(islice(lines, _BATCH)):
        yield batch


def _each(answer: Callable[[Line], Answer], batch: list[Line]) -> list[Answer]:
    return list(map(answer, batch))


def _pooled(
    pool: ProcessPoolExecutor,
    work: Callable[[list[Line]], list[Answer]],
    batches: Iterable[list[Line]],
    most: int,
) -> Iterator[Answer]:
    """Keep so many batches under way, and give back the oldest first."""
    under_way: deque[Future[list[Answer]]] = deque()
    for batch in batches:
        if len(under_way) == most:
            yield from under_way.popleft().result()
        under_way.append(pool.submit(work, batch))
    while under_way:
        yield from under_way.popleft().result()


def on_spark(answer: Callable[[str], Answer], path: str) -> Iterator[Answer]:
    """Return the answer to each line of a JSONL file or folder, or to each row of a Parquet one.

    The session is the one that the user's Spark settings make; its workers need this package.

    Raises:
        UserError: If pyspark is not installed.
        AdvisoryError: If Spark fails.
    """
    try:
        from py4j.protocol import Py4JError  # noqa: PLC0415 - comes with it
        from pyspark.errors import PySparkException  # noqa: PLC0415
        from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra, and slow to import
    except ImportError:
        raise UserError(
            "--runner spark needs pyspark, which is not installed: pip install advisory[spark]"
        ) from None
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers run what runs here
    session = SparkSession.builder.appName("advisory").getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    try:
        answers = _rows(session, path).mapPartitions(partial(map, answer))
        yield from answers.toLocalIterator(prefetchPartitions=True)
    except (Py4JError, PySparkException) as error:
        raise AdvisoryError(f"Spark could not read {path}: {_cause(str(error))}") from None
    finally:
        session.stop()


def _cause(message: str) -> str:
    """Return the line of a Java stack that says what went wrong: the last cause."""
    lines = [line for line in message.splitlines() if line and not line.startswith("\t")]
    causes = [line for line in lines if line.startswith("Caused by: ")]
    return (causes or lines or [message])[-1].removeprefix("Caused by: ")


def _rows(session: "SparkSession", path: str) -> "RDD[str]":
    """Return the lines, files in the order of their names, or the rows in Spark's own order."""
    folder = Path(path)
    if path.endswith(".parquet") or (folder.is_dir() and any(folder.glob("*.parquet"))):
        rows = session.read.parquet(path).selectExpr("to_json(struct(*))")
        return rows.rdd.map(itemgetter(0))
    parts = sorted(str(file) for file in folder.glob("[!._]*")) if folder.is_dir() else [path]
    return session.sparkContext.textFile(",".join(parts))
