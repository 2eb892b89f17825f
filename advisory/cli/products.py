"""`advisory brief`, `alert` and `weekly`: draft a product and write it down."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.errors import UserError
from advisory.files import write_whole
from advisory.model.advice import Advisory, Edition, Profile, Progress
from advisory.model.delivery import Document
from advisory.pipeline import products
from advisory.pipeline.desk import Desk

ProfileOption = Annotated[Profile, typer.Option("--profile", help="Whom it advises.")]
EditionOption = Annotated[
    Edition, typer.Option("--edition", help="For the desk, or to be carried through a checkpoint.")
]
FormatOption = Annotated[
    str, typer.Option("--format", help="txt, md, html, pdf or eml.", show_default=True)
]
OutOption = Annotated[
    Path | None, typer.Option("--out", help="A file, or a folder; without it, standard output.")
]


def brief(
    regions: Annotated[list[str], typer.Argument(metavar="REGION...", help="Names or codes.")],
    profile: ProfileOption = Profile.NGO,
    edition: EditionOption = Edition.DESK,
    form: FormatOption = "txt",
    out: OutOption = None,
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
    templates: options.TemplatesOption = None,
) -> None:
    """Draft the security briefing of each region: situation, outlook, recommendations.

    Example: advisory brief Kidal --as-of 2023-11-08 --format pdf --out kidal.pdf
    """
    at, order = desk(store, rules, templates), _order(as_of, profile, edition, tlp)
    for region in [at.gazetteer.region(name) for name in regions]:
        _write(at, products.brief(at, region, order), form, out)


def alert(
    incident: Annotated[str, typer.Argument(metavar="INCIDENT", help="An id, or its beginning.")],
    profile: ProfileOption = Profile.NGO,
    edition: EditionOption = Edition.DESK,
    form: FormatOption = "txt",
    out: OutOption = None,
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
    templates: options.TemplatesOption = None,
) -> None:
    """Draft an alert on one incident: what happened, what to do now, until when.

    Example: advisory alert i3f2a --as-of 2023-11-07T20:00:00Z --profile corporate
    """
    at, order = desk(store, rules, templates), _order(as_of, profile, edition, tlp)
    _write(at, products.alert(at, incident, order), form, out)


def weekly(
    regions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[REGION...]", help="Names or codes; none: all in the news."),
    ] = None,
    profile: ProfileOption = Profile.NGO,
    edition: EditionOption = Edition.DESK,
    form: FormatOption = "txt",
    out: OutOption = None,
    as_of: options.AsOfOption = None,
    tlp: options.TlpOption = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
    templates: options.TemplatesOption = None,
) -> None:
    """Draft the bulletin of a week, on Monday of the one before, one page first, then each region.

    Example: advisory weekly Kidal --as-of 2023-11-19 --format eml --out week46.eml
    """
    at, order = desk(store, rules, templates), _order(as_of, profile, edition, tlp)
    found = [at.gazetteer.region(name) for name in regions or ()]
    _write(at, products.weekly(at, found, order), form, out)


def _order(
    as_of: str | None, profile: Profile, edition: Edition, tlp: str | None
) -> products.Order:
    instant, clearance = options.as_of_instant(as_of), options.clearance(tlp)
    return products.Order(instant, profile, edition, clearance, options.person())


def _write(at: Desk, advisory: Advisory, form: str, out: Path | None) -> None:
    made = products.document(at, advisory, form)
    if out is None:
        _to_stdout(made)
        options.note(_progress(advisory))
        return
    is_folder = out.is_dir() or not out.suffix
    path = out / made.name if is_folder else out
    write_whole(path, made.content)
    options.note(f"wrote {path}\n{_progress(advisory)}")


def _progress(advisory: Advisory) -> str:
    if advisory.progress in {Progress.RELEASED, Progress.SUPERSEDED}:
        return f"{advisory.id}: {advisory.progress}"
    sign = f"advisory approve {advisory.id} --by NAME"
    return f"{advisory.id}: {advisory.progress}, not released. To sign: {sign}"


def _to_stdout(made: Document) -> None:
    if made.media_type == "application/pdf" and sys.stdout.isatty():
        raise UserError("A PDF is not for the terminal. Say where it goes: --out briefing.pdf")
    sys.stdout.buffer.write(made.content)
    sys.stdout.buffer.flush()
