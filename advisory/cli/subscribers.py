"""`advisory subscribers`: who reads what."""

from textwrap import fill
from typing import Annotated

import typer

from advisory.cli import options
from advisory.cli.desks import desk
from advisory.cli.output import show, show_json
from advisory.delivery.addresses import mail_address, same_reader
from advisory.delivery.subscribers import as_entry, joined, without, write_subscribers
from advisory.errors import UserError
from advisory.model.advice import Edition, Profile
from advisory.model.delivery import Subscriber
from advisory.model.naming import region_words
from advisory.pipeline import routing
from advisory.pipeline.desk import Desk

subscribers = typer.Typer(no_args_is_help=True, help="Who reads what.")

AddressArgument = Annotated[str, typer.Argument(metavar="ADDRESS", help="name@host")]


@subscribers.callback()
def root() -> None:
    """Say who reads what: a file beside the store, subscribers.yaml, that you may mend by hand."""


@subscribers.command()
def add(
    address: AddressArgument,
    region: Annotated[
        list[str], typer.Option("--region", help="What they read about; may be repeated.")
    ],
    tlp: Annotated[
        str | None, typer.Option("--tlp", help="The strictest marking they may read; else CLEAR.")
    ] = None,
    profile: Annotated[
        Profile | None, typer.Option("--profile", help="Whom it advises; else ngo.")
    ] = None,
    language: Annotated[
        str | None, typer.Option("--lang", help="The language they read; else en.")
    ] = None,
    edition: Annotated[
        Edition | None, typer.Option("--edition", help="For the desk, or to be carried; else desk.")
    ] = None,
    attach_pdf: Annotated[
        bool | None,
        typer.Option("--attach-pdf/--no-pdf", help="The PDF with each mail; else none."),
    ] = None,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Add a subscriber; or regions to one who is there, whose other options stay unless given.

    They get what is released on these regions, on what lies inside them, and on what they lie in.
    Example: advisory subscribers add a@reader.example --region Kidal --tlp GREEN
    """
    at = desk(store, rules)
    reader = _address(address)
    every = joined(
        routing.subscribers(at),
        reader,
        [at.gazetteer.region(name).id for name in region],
        tlp=options.clearance(tlp),
        profile=profile,
        language=language,
        edition=edition,
        attach_pdf=attach_pdf,
    )
    write_subscribers(routing.subscribers_path(at), every)
    [kept] = (each for each in every if same_reader(each.address) == same_reader(reader))
    options.note(f"{kept.address} reads about {_regions(at, kept)}, up to {kept.tlp}.")


@subscribers.command("list")
def list_(
    as_json: options.JsonOption = False,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """List the subscribers by address.

    Example: advisory subscribers list
    """
    at = desk(store, rules)
    every = routing.subscribers(at)
    if as_json:
        show_json([as_entry(each) for each in every])
        return
    for each in every:
        show(f"{each.address}  {each.tlp}{_rarely(each)}")
        show(fill(_regions(at, each), 80, initial_indent="    ", subsequent_indent="    "))


@subscribers.command()
def remove(
    address: AddressArgument,
    store: options.StoreOption = None,
    rules: options.RulesOption = None,
) -> None:
    """Take a subscriber off the list; what they were sent stays on record.

    Example: advisory subscribers remove a@reader.example
    """
    at = desk(store, rules)
    left = without(routing.subscribers(at), address)
    write_subscribers(routing.subscribers_path(at), left)
    options.note(f"{address} is off the list.")


def _address(text: str) -> str:
    try:
        return mail_address(text)
    except ValueError as error:
        raise UserError(f"{error}.") from None


def _regions(at: Desk, subscriber: Subscriber) -> str:
    return "; ".join(
        region_words(at.gazetteer.by_id(region), full=True) for region in subscriber.regions
    )


def _rarely(subscriber: Subscriber) -> str:
    """Return what differs from the most common subscriber."""
    said = (
        (subscriber.profile is not Profile.NGO, f"profile {subscriber.profile}"),
        (subscriber.language != "en", f"language {subscriber.language}"),
        (subscriber.edition is Edition.CARRY, "carry edition"),
        (subscriber.attach_pdf, "with the PDF"),
        (subscriber.muted, "MUTED"),
    )
    return "".join(f"  {words}" for holds, words in said if holds)
