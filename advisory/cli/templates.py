"""`advisory templates check`: every template printed with everything the seeds give."""

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show
from advisory.errors import RejectedFile

templates = typer.Typer(no_args_is_help=True, help="The templates of the products.")


@templates.callback()
def root() -> None:
    """Look after the templates of the products."""


@templates.command()
def check(templates: options.TemplatesOption = None, rules: options.RulesOption = None) -> None:
    """Print every template as text, Markdown and HTML with all the seeds; list what is wrong.

    Example: advisory templates check --templates my-templates
    """
    from advisory.pipeline.samples import check_on_seeds  # noqa: PLC0415

    options.note("Printing every template with all the seeds, about 15 seconds.")
    problems, tried = check_on_seeds(desk(None, rules, templates), options.now())
    if problems:
        raise RejectedFile(problems)
    show(f"The templates are right: each printed {tried} advisories of the seeds.")
