r"""What leaves for the screen: only what can be seen.

Every command prints through here, errors too, since a report's text, title, source or file name may
be in any of it. What steers a terminal or a reading direction is no text: controls (ESC, and the
C1 codes that some terminals obey), bidirectional marks, halves of characters. Plain lines lose it;
JSON keeps it, escaped, so that nothing is lost and nothing is obeyed.
"""

import json
from collections.abc import Iterable
from textwrap import fill

BASIC_PLANE = 0xFFFF
COLUMNS = 80


def plain(text: str) -> str:
    r"""Return text of lines with nothing in it that steers a screen.

    >>> plain("12\x1b[31m dead\x9b2J\u202e\r\nsaid")
    '12 [31m dead 2J \nsaid'
    """
    if text.isprintable():
        return text
    return "".join(map(_seen, text))


def plain_json(value: object, indent: int | None = None) -> str:
    r"""Return JSON in which every character that steers a screen is an escape.

    >>> plain_json(["é\x9b"])
    '["é\\u009b"]'
    """
    return escaped(json.dumps(value, ensure_ascii=False, indent=indent))


def escaped(text: str) -> str:
    """Return JSON with an escape for every character that steers a screen."""
    if text.isprintable():
        return text
    # In JSON these stand only inside strings, where an escape means the same.
    return "".join(one if one.isprintable() or one == "\n" else _escape(one) for one in text)


def wrapped(line: str) -> str:
    """Return a line broken at 80 columns, what follows set in two deeper.

    >>> print(wrapped("  blocked: " + "a word " * 11))
      blocked: a word a word a word a word a word a word a word a word a word a word
        a word
    """
    indent = len(line) - len(line.lstrip())
    return fill(
        line,
        COLUMNS,
        subsequent_indent=" " * (indent + 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def show(text: str) -> None:
    """Print lines of data, at once, so that notes on the other stream come where they belong."""
    print(plain(text), flush=True)


def show_body(body: str) -> None:
    """Print JSON that was made before, as it was kept."""
    print(escaped(body))


def show_json(value: object, indent: int | None = 1) -> None:
    """Print JSON as data."""
    print(plain_json(value, indent))


def show_lines(lines: Iterable[str]) -> None:
    """Print each as one line of data, whatever line ends it holds."""
    for line in lines:
        print(plain(line.replace("\n", " ")))


def show_wrapped(lines: Iterable[str]) -> None:
    """Print each as a line of data, broken at 80 columns."""
    for line in lines:
        show(wrapped(line))


def _seen(character: str) -> str:
    if character.isprintable() or character in "\n\u00a0":
        return character
    return " " if character < "\u00a0" else ""  # a control stands between words


def _escape(character: str) -> str:
    # json.dumps leaves DEL as it is, and writes what is beyond 16 bits as two escapes.
    code = ord(character)
    return f"\\u{code:04x}" if code <= BASIC_PLANE else json.dumps(character)[1:-1]
