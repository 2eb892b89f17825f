"""`advisory extract` and `advisory places`: JSONL in, JSONL out, one line a document, in order."""

import sys
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.llm import asking
from advisory.cli.output import show_body
from advisory.errors import UserError
from advisory.extraction.helped import HelpedReader
from advisory.pipeline.lines import Answer, extracted, helped, line_desk, located
from advisory.pipeline.shards import cores, in_order, on_spark


class Runner(StrEnum):
    """Where the lines are read."""

    LOCAL = "local"
    SPARK = "spark"


FileArgument = Annotated[
    str, typer.Argument(metavar="[FILE.jsonl|-]", help="A JSONL file, or - for standard input.")
]
JobsOption = Annotated[
    int | None, typer.Option("--jobs", min=1, max=1024, help="Processes; else one for each core.")
]
RunnerOption = Annotated[
    Runner, typer.Option("--runner", help="spark: FILE is a JSONL or Parquet file or folder.")
]
LlmOption = Annotated[
    str | None,
    typer.Option("--llm", help="Base address of an OpenAI-compatible endpoint; off without it."),
]
ModelOption = Annotated[str, typer.Option("--llm-model", help="The model's name there.")]


def extract(
    file: FileArgument = "-",
    rules: options.RulesOption = None,
    jobs: JobsOption = None,
    runner: RunnerOption = Runner.LOCAL,
    llm: LlmOption = None,
    llm_model: ModelOption = "default",
) -> None:
    """Read incidents and conditions out of texts: {id, text, published?, source?} a line.

    Example: advisory extract reports.jsonl > incidents.jsonl
    """
    own = _checked(rules)
    answer = partial(extracted, own)
    if llm:
        if runner is Runner.SPARK:
            raise UserError("--llm asks one endpoint from one process: leave --runner spark out.")
        reader = HelpedReader(line_desk(own).reader, asking(llm, llm_model), llm_model)
        _print(_answers(file, partial(helped, reader), 1), file)
    elif runner is Runner.SPARK:
        _print(enumerate(on_spark(answer, file), start=1), file)
    else:
        _print(_answers(file, answer, jobs), file)


def places(
    file: FileArgument = "-", rules: options.RulesOption = None, jobs: JobsOption = None
) -> None:
    """Find and resolve the place names in texts: {id, text} a line.

    A name that cannot be located has no point and is left out here; it stays visible in `extract`.
    Example: advisory places reports.jsonl > places.jsonl
    """
    _print(_answers(file, partial(located, _checked(rules)), jobs), file)


def _checked(rules: Path | None) -> Path | None:
    """Return the user's own rules, which must be right before the first line is read."""
    own = options.own_folder(rules, "ADVISORY_RULES")
    if own:
        desk(None, own)
    return own


def _answers(
    file: str, answer: Callable[[bytes], Answer], jobs: int | None
) -> Iterator[tuple[int, Answer]]:
    """Return the number of each line that is not blank, with its answer."""
    numbers: list[int] = []

    def lines() -> Iterator[bytes]:
        for number, line in enumerate(_lines(file), start=1):
            if line.strip():
                numbers.append(number)
                yield line

    for told in in_order(answer, lines(), jobs or cores()):
        yield numbers.pop(0), told


def _lines(file: str) -> Iterator[bytes]:
    if file == "-":
        yield from sys.stdin.buffer
    elif Path(file).is_file():
        with Path(file).open("rb") as stream:
            yield from stream
    else:
        raise UserError(f"There is no file {file}.")


def _print(answers: Iterable[tuple[int, Answer]], file: str) -> None:
    refused = False
    for number, (body, why) in answers:
        if why:
            refused = True
            options.note(f"{file}:{number}: {why}")
        else:
            show_body(body)
    if refused:
        sys.exit(options.PARTLY_DONE)
