"""`advisory rules check | test`: a rule base that is whole, and does what its examples say."""

import sys

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show
from advisory.model.wording import counted

rules = typer.Typer(no_args_is_help=True, help="The rule base: check it, run its own examples.")


@rules.command()
def check(rules: options.RulesOption = None) -> None:
    """Read the whole rule base and print everything that is wrong with it.

    Example: advisory rules check --rules my-rules
    """
    at = desk(None, rules)
    at.check()
    book = at.rulebook
    kinds = {"weight": book.weights, "floor": book.floors, "combination": book.combinations}
    held = [counted(len(found), kind) for kind, found in kinds.items()]
    types = counted(len(book.types), "type")
    show(f"{len(book.winners)} files are right: {', '.join(held)}, {types}.")
    for name, origin in book.winners.items():
        if origin != "rules":
            show(f"{name}: from {origin}")


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
