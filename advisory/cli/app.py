"""The command line as a whole: which command lives in which module, and what an error looks like.

A look-up must start in the blink of an eye, so only the module of the command that was asked for is
imported; the table below says where it is. Data goes to stdout, everything else to stderr. Exit
codes: 0 done, 1 failed, 2 wrong use, 3 insufficient or stale data, 4 not signed, 5 partly done.
"""

import sys
from collections.abc import Iterable
from importlib import import_module

import typer

from advisory.cli.output import plain
from advisory.errors import AdvisoryError

HELP = """Travel-security advisories from news reports, each sentence with its source.

To begin: advisory demo, then advisory risk Kidal --as-of 2023-11-08 --store demo/store.db.

Exit codes: 0 done, 1 failed, 2 wrong use, 3 insufficient or stale data,
4 not signed, 5 partly done.
"""

COMMANDS = {
    "demo": "demo",
    "ingest": "ingest",
    "quarantine": "ingest",
    "store": "store",
    "extract": "read",
    "places": "read",
    "incidents": "incidents",
    "incident": "incidents",
    "conditions": "incidents",
    "add": "hands",
    "correct": "hands",
    "merge": "hands",
    "split": "hands",
    "reject": "hands",
    "undo": "hands",
    "standing": "levels",
    "override": "levels",
    "risk": "risk",
    "explain": "explain",
    "replay": "explain",
    "brief": "products",
    "alert": "products",
    "weekly": "products",
    "review": "review",
    "approve": "signing",
    "audit": "signing",
    "lint": "lint",
    "subscribers": "subscribers",
    "send": "delivery",
    "rules": "rules",
    "backtest": "backtest",
    "templates": "templates",
    "gazetteer": "gazetteer",
}


def main() -> None:
    """Run the command that was asked for; print an error as one message and leave with its code."""
    asked = sys.argv[1] if len(sys.argv) > 1 else ""
    app = build([asked] if asked in COMMANDS else COMMANDS)
    try:
        app()
    except AdvisoryError as error:
        print(plain(f"advisory: {error}"), file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


def build(commands: Iterable[str] = COMMANDS) -> typer.Typer:
    """Return the Typer application with these commands, importing only their modules."""
    app = typer.Typer(
        name="advisory", no_args_is_help=True, pretty_exceptions_enable=False, help=HELP
    )
    app.callback()(root)
    for name in commands:
        command = getattr(import_module(f"advisory.cli.{COMMANDS[name]}"), name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name)
        else:
            app.command(name)(command)
    return app


def root() -> None:
    """Stand above all commands, so that a single one keeps its name."""
