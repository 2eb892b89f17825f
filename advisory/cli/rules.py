"""`advisory rules`: check a rule base, test it, read a rule aloud, see what a change moves."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from advisory import files
from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show, show_body, show_json, show_wrapped
from advisory.cli.rule_lines import diff_json, diff_lines, rule_lines, winners
from advisory.errors import RejectedFile, UnknownName, UserError
from advisory.model.wording import counted
from advisory.pipeline.desk import Desk

rules = typer.Typer(
    no_args_is_help=True, help="The rule base: check, test, explain, compare, describe."
)

SHIPPED = "shipped"
_RULE_BASE = 'A folder of rules, "shipped", or the hash of a rule base in the store.'
_HASH = frozenset("0123456789abcdef")


@rules.command()
def check(rules: options.RulesOption = None) -> None:
    """Read the whole rule base and print everything that is wrong with it.

    Example: advisory rules check --rules my-rules
    """
    from advisory.rulebook.findings import findings, notes  # noqa: PLC0415 - needs the parser

    at = desk(None, rules)
    at.check()
    book = at.rulebook
    if found := findings(at.rule_folders, book):
        raise RejectedFile(found)
    kinds = {"weight": book.weights, "floor": book.floors, "combination": book.combinations}
    held = [counted(len(those), kind) for kind, those in kinds.items()]
    held += [counted(len(book.types), "type")]
    show(f"{len(book.winners)} files are right: {', '.join(held)}.")
    show_wrapped((*winners(at.rule_folders), *(f"note: {one}" for one in notes(book))))


@rules.command()
def test(rules: options.RulesOption = None) -> None:
    """Run the examples inside the rules.

    Example: advisory rules test
    """
    from advisory.assessment.rule_tests import run_rule_tests  # noqa: PLC0415 - needs the engine

    results = run_rule_tests(desk(None, rules).rulebook)
    failed = [result for result in results if not result.passed]
    for result in failed:
        show(str(result))
    show(f"{len(results) - len(failed)} passed, {len(failed)} failed")
    if failed:
        sys.exit(1)


@rules.command()
def explain(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="Its id or the end of it: curfew.")],
    as_of: options.AsOfOption = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Say a rule in words: what it asks and gives, its numbers of the day, where it fires.

    Example: advisory rules explain mass-casualty-strike --as-of 2023-11-08
    """
    from advisory.pipeline.trials import firing, rule_named  # noqa: PLC0415 - needs the engine

    at, instant = desk(store, rules), options.as_of_instant(as_of)
    found = rule_named(at.rulebook, rule)
    fires = firing(at, found, instant, None) if at.store_path.exists() else None
    show_wrapped(rule_lines(found, instant.date(), fires))


@rules.command()
def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=_RULE_BASE)],
    new: Annotated[str, typer.Argument(metavar="NEW", help=_RULE_BASE)],
    as_of: options.AsOfOption = None,
    store: options.StoreOption = None,
    as_json: options.JsonOption = False,
) -> None:
    """Print what changed between two rule bases, and which regions' levels that moves.

    A folder lies over the shipped one; a hash, or its beginning, is that of a rule base that gave
    levels of this store. It is no failure that levels move: the exit code is 0.
    Example: advisory rules diff shipped my-rules --as-of 2023-11-15
    """
    from advisory.pipeline.differences import changes, compared  # noqa: PLC0415 - needs the engine

    before, after = (_with(name, store) for name in (old, new))
    changed = changes(before.rulebook, after.rulebook)
    moved = compared(before, after, options.as_of_instant(as_of), None)
    if as_json:
        show_json(diff_json(changed, moved))
        return
    show_wrapped(diff_lines(changed, moved))


@rules.command()
def schema(
    kind: Annotated[str | None, typer.Argument(metavar="[KIND]", help="weight, floor ...")] = None,
    out: Annotated[Path | None, typer.Option("--out", help="Write each into this folder.")] = None,
) -> None:
    """Print the JSON schemas of the files of a rule base, for an editor; or write them.

    Example: advisory rules schema floor
    """
    from advisory.rulebook.schema import schema_files  # noqa: PLC0415 - only here

    known = schema_files()
    names = [name.removesuffix(".json") for name in known]
    if kind is not None and kind not in names:
        raise UnknownName("kind of file", kind, names)
    for name in [kind] if kind else names:
        if out is None:
            show_body(known[f"{name}.json"].rstrip("\n"))
        else:
            files.write_whole(out / f"{name}.json", known[f"{name}.json"])
            show(str(out / f"{name}.json"))


def _with(name: str, store: Path | None) -> Desk:
    """Return the desk with the rules that are named."""
    from advisory.pipeline.last_good import with_stored  # noqa: PLC0415 - only here

    folder = Path(name)
    if name == SHIPPED or folder.is_dir():
        return desk(store, only=[] if name == SHIPPED else [folder])
    if _HASH.issuperset(name):
        return with_stored(desk(store, only=[]), name)
    raise UserError(f'{name} is no folder of rules and no hash; name one, or "{SHIPPED}".')
