"""What text and Markdown need beyond a template: folded lines, and escapes.

A template writes each paragraph on one line. `folded` breaks it at 78 columns and hangs the rest
under the first word after its number, bullet or label. `markdown_escaped` takes away every meaning
that CommonMark, GitHub or a link finder would see in a text: it stays exactly what it says.
"""

from textwrap import TextWrapper
from typing import Any

import re2  # type: ignore[import-untyped] # has no types

from advisory.rendering.texts import NO_BREAK

COLUMNS = 78

_HANG = re2.compile(r"^ *(?:(?:[-+=*]|\d{1,3}\.|\[\d{1,3}\]) +|[A-Z][A-Za-z ]{1,18}  +)?")
_EMPTY_LINES = re2.compile(r"\n{3,}")

_MARKUP = re2.compile(r"[\\`*_\[\]<>|~&#$^{}]")
_LINK = re2.compile(r"(?i:www)\.|\.\pL|:(?:[\p{Ll}/]|$)")
_ADDRESS = "    http"
_LEADING = re2.compile(r"^( *)([-+=])")
_LEADING_NUMBER = re2.compile(r"^( *\d{1,9})([.)])")


def folded(text: str) -> str:
    """Return the text with long lines broken and never more than one empty line.

    >>> print(folded("1. " + "stay under cover, " * 6))
    1. stay under cover, stay under cover, stay under cover, stay under cover,
       stay under cover, stay under cover,
    <BLANKLINE>
    """
    lines = (_fold(line) for line in tidy(text).split("\n"))
    return "\n".join(lines).replace(NO_BREAK, " ")


def tidy(text: str) -> str:
    """Return the text without blanks at the ends of lines and with at most one empty line in a row.

    A template can then put an empty line before each part and need not know what follows.
    """
    lines = (line.rstrip(" ") for line in text.strip("\n").split("\n"))
    return str(_EMPTY_LINES.sub("\n\n", "\n".join(lines))) + "\n"


def markdown_escaped(text: str) -> str:
    r"""Return Markdown that shows the text and does nothing else.

    A dot or colon that could be part of an address is escaped, so that no link finder sees one;
    "@" is written out, since no escape stops a finder of mail addresses.

    >>> print(markdown_escaped("<b> [x](http://a.org) *now*"))
    \<b\> \[x\](http\://a\.org) \*now\*
    """
    escaped = str(_MARKUP.sub(r"\\\g<0>", text))
    escaped = str(_LINK.sub(_apart, escaped))
    escaped = str(_LEADING.sub(r"\1\\\2", escaped))
    return str(_LEADING_NUMBER.sub(r"\1\\\2", escaped)).replace("@", " (at) ")


def _apart(found: Any) -> str:  # noqa: ANN401 - re2 has no types
    return str(found.group()).replace(".", "\\.").replace(":", "\\:")


def _fold(line: str) -> str:
    if line.startswith(_ADDRESS):
        return line
    hang = _HANG.match(line).end()
    wrapper = TextWrapper(
        COLUMNS, subsequent_indent=" " * hang, break_on_hyphens=False, drop_whitespace=True
    )
    start = line[:hang]
    rest = wrapper.wrap("x" * hang + line[hang:])
    return "\n".join([start + rest[0][hang:], *rest[1:]]) if rest else start.rstrip()
