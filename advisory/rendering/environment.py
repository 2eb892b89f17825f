"""The room in which a template runs: one name comes in, text comes out, nothing can be reached.

Templates are ours or the user's; report text never becomes one. HTML escapes every value; there is
no way to mark text as safe but the two filters below, which escape it first. Text and Markdown
take values that were cleaned (and for Markdown escaped) before, and a finaliser strips controls a
second time. No globals, few filters, no cache on disk, and a name that is not there is an error.

    isolated   (HTML) a phone number, time, id or foreign words, fenced against reading direction
    unbroken   likelihood words, levels and measures held on one line
    join, upper   as in Jinja
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from advisory.rendering.texts import unbroken

SHIPPED_FILTERS = ("join", "upper")
"""What is left of Jinja's own filters; `safe` is not."""


def environment(folders: Sequence[Path], *, html: bool) -> ImmutableSandboxedEnvironment:
    """Return the environment for HTML or for text; a later folder's file wins over an earlier's.

    One environment serves all calls with the same folders; a changed file is read again.

    >>> room = environment([], html=True)
    >>> room.from_string("{{ advisory }}").render(advisory="<b>")
    '&lt;b&gt;'
    >>> sorted(room.globals)
    []
    """
    return _environment(tuple(folders), html)


@lru_cache(maxsize=8)
def _environment(folders: tuple[Path, ...], html: bool) -> ImmutableSandboxedEnvironment:  # noqa: FBT001 - a key
    room = ImmutableSandboxedEnvironment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in reversed(folders)]),
        undefined=StrictUndefined,
        autoescape=html,
        finalize=None if html else _printable,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    room.globals.clear()
    shipped = {name: room.filters[name] for name in SHIPPED_FILTERS}
    room.filters = {**shipped, "unbroken": unbroken, **({"isolated": isolated} if html else {})}
    return room


def isolated(text: str) -> Markup:
    """Return text that keeps its own direction: inside Arabic, a bare "+00 123" prints reversed.

    >>> isolated("+00 <123>")
    Markup('<bdi dir="ltr">+00 &lt;123&gt;</bdi>')
    """
    return Markup('<bdi dir="ltr">{}</bdi>').format(escape(text))


def _printable(value: object) -> object:
    """Return a value without what steers a terminal; line ends are the template's own."""
    if not isinstance(value, str):
        return value
    return "".join(
        character
        for character in value
        if character == "\n" or character.isprintable() or character == "\u00a0"
    )
