"""What text and Markdown need beyond a template: folded lines, and escapes.

A template writes each paragraph on one line. `folded` breaks it at 78 columns and hangs the rest
under the first word after its number, bullet or label. `markdown_escaped` takes away every meaning
that CommonMark, GitHub or a link finder would see in a text: it stays exactly what it says.
"""

from textwrap import TextWrapper

import re2

from advisory.rendering.texts import NO_BREAK

COLUMNS = 78

_HANG = re2.compile(r"^ *(?:(?:[-+=*]|\d{1,3}\.) +|[A-Z][A-Za-z ]{1,18}  +)?")
_EMPTY_LINES = re2.compile(r"\n{3,}")

_MARKUP = re2.compile(r"[\\`*_\[\]<>|~&#$^{}]")
_LINK = re2.compile(r"([.:])([\pL\pN/])")
_LEADING = re2.compile(r"^( *)([-+=])")
_LEADING_NUMBER = re2.compile(r"^( *\d{1,9})([.)])")


def folded(text: str) -> str:
    """Return the text with long lines broken and never more than one empty line.

    >>> print(folded("1. " + "stay under cover, " * 6))
    1. stay under cover, stay under cover, stay under cover, stay under cover,
       stay under cover, stay under cover,
    <BLANKLINE>
    """
    lines = (line.rstrip() for line in text.strip("\n").split("\n"))
    whole = "\n".join(_fold(line) for line in lines) + "\n"
    return str(_EMPTY_LINES.sub("\n\n", whole)).replace(NO_BREAK, " ")


def markdown_escaped(text: str) -> str:
    r"""Return Markdown that shows the text and does nothing else.

    A dot or colon inside a word is escaped, so that no link finder sees an address; "@" is
    written out, since no escape stops a finder of mail addresses.

    >>> print(markdown_escaped("<b> [x](http://a.org) *now*"))
    \<b\> \[x\](http\://a\.org) \*now\*
    """
    escaped = str(_MARKUP.sub(r"\\\g<0>", text))
    escaped = str(_LINK.sub(r"\\\1\2", escaped))
    escaped = str(_LEADING.sub(r"\1\\\2", escaped))
    return str(_LEADING_NUMBER.sub(r"\1\\\2", escaped)).replace("@", " (at) ")


def _fold(line: str) -> str:
    hang = _HANG.match(line).end()
    wrapper = TextWrapper(
        COLUMNS, subsequent_indent=" " * hang, break_on_hyphens=False, drop_whitespace=True
    )
    start = line[:hang]
    rest = wrapper.wrap("x" * hang + line[hang:])
    return "\n".join([start + rest[0][hang:], *rest[1:]]) if rest else start.rstrip()
