"""`advisory store digest`: two stores of the same input have the same."""

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show

store = typer.Typer(no_args_is_help=True, help="The store as a whole.")


@store.callback()
def root() -> None:
    """Look at the store as a whole."""


@store.command()
def digest(store: options.StoreOption = None) -> None:
    """Print the hash of what was taken in and decided: equal for equal input in any order.

    Example: advisory store digest
    """
    with desk(store).open_store() as opened:
        show(opened.digest)
