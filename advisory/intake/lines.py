"""JSONL: one report a line, read line by line, so that a file may be larger than the memory.

A line is an object with `id` and `text`, and perhaps `title`, `published`, `source`, `url`,
`language`, `tlp` and `origin`; what else it holds is left alone. Each line stands for itself: a
bad one is refused under its number, the rest goes on.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from advisory.errors import RejectedReport
from advisory.intake.characters import decoded
from advisory.intake.draft import PARTICULARS, Draft

MAX_LINE = 5_000_000


def numbered_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield the lines that are not blank, with their numbers; of a line over 5 MB its beginning.

    Raises:
        OSError: If the file cannot be read.
    """
    with path.open("rb") as stream:
        number = 0
        while line := stream.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE and not line.endswith(b"\n"):
                _skip_rest(stream)
            if line.strip():
                yield number, line


def _skip_rest(stream: BinaryIO) -> None:
    while (rest := stream.readline(MAX_LINE)) and not rest.endswith(b"\n"):
        pass


def read_line(line: bytes) -> Draft:
    r"""Return the draft of one line.

    Raises:
        RejectedReport: With what is wrong with it.

    >>> read_line(b'{"id": 7, "text": "Calm."}').id
    '7'
    """
    if len(line) > MAX_LINE:
        raise RejectedReport(f"The line is over {MAX_LINE // 1_000_000} MB. Split the text.")
    written = _object(decoded(line))
    text = written.get("text")
    if not isinstance(text, str):
        raise RejectedReport('The line has no "text". Write {"id": "...", "text": "..."}.')
    problems: list[str] = []
    values = {key: _word(key, written.get(key), problems) for key in PARTICULARS}
    if problems:
        raise RejectedReport("\n".join(problems))
    return Draft(text=text, **values)


def _object(text: str) -> dict[str, object]:
    try:
        written = json.loads(text, object_pairs_hook=_without_repeats)
    except RecursionError:
        raise RejectedReport("The line is nested too deeply.") from None
    except json.JSONDecodeError as error:
        raise RejectedReport(f"Not JSON: {error.msg}, at character {error.pos + 1}.") from None
    except ValueError as error:
        raise RejectedReport(f"Not JSON: {error}.") from None
    if not isinstance(written, dict):
        raise RejectedReport('The line is no object. Write {"id": "...", "text": "..."}.')
    return written


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    written: dict[str, object] = {}
    for key, value in pairs:
        if key in written:
            raise ValueError(f"the key {key[:60]!a} is repeated")
        written[key] = value
    return written


def _word(key: str, value: object, problems: list[str]) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if key == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    problems.append(f'Its "{key}" is {type(value).__name__}, not text.')
    return None
