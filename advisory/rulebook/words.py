"""The first gate before a rule's condition: only known words, plain numbers and quoted texts.

Comments, semicolons, dots, arithmetic, functions, letters that only look like Latin ones: all of
that is more than a condition needs, and is refused here word by word, before any parser sees it.
What a text in quotes says is free, but for a backslash and characters that cannot be seen.
"""

import re
from collections.abc import Iterator

from advisory.errors import did_you_mean, nearest
from advisory.rulebook.columns import COLUMNS

MAX_LENGTH = 2_000
MAX_DEPTH = 50
SHOWN = 50
"""How many characters of what was found a problem shows."""

GRAMMAR = ("and", "or", "not", "in", "between", "like", "is", "null", "true", "false")

# Fixed patterns over at most MAX_LENGTH characters of our own configuration.
_TOKEN = re.compile(
    r"(?P<blank>[ \n]+)"
    r"|(?P<text>'(?:[^'\\]|'')*')"
    r"|(?P<word>\w+)"
    r"|(?P<sign><>|<=|>=|[=<>(),])"
    r"|(?P<wrong>.)",
    re.DOTALL,
)
_NUMBER = re.compile(r"[0-9]{1,9}")

_CURES = {
    ";": "write one condition alone, without a semicolon",
    "-": "comments, minus and negative numbers are not allowed",
    "/": "comments and arithmetic are not allowed",
    "*": "arithmetic is not allowed",
    "+": "arithmetic is not allowed",
    "!": "write <> for not equal",
    "\\": "a backslash is not allowed",
    ".": "write whole numbers, and columns by their name alone",
    '"': "write texts in single quotes, columns without any",
    "'": "a text must end with a single quote, and hold no backslash",
    "\t": "write blanks, not tabs",
}


def problems_of_words(when: str) -> list[str]:
    """Return what must not stand in a condition, a sentence each: wrong signs first, alone.

    >>> problems_of_words("killed >= 3; drop table x")
    ['the character ";" is not allowed: write one condition alone, without a semicolon']
    """
    if len(when) > MAX_LENGTH:
        return [f"the condition has {len(when):,} characters; at most {MAX_LENGTH:,} are allowed"]
    if not when.strip():
        return ["the condition is empty"]
    tokens = [(match.lastgroup or "", match.group()) for match in _TOKEN.finditer(when)]
    signs = [problem for kind, text in tokens for problem in _problems_of_sign(kind, text)]
    words = [problem for kind, text in tokens for problem in _problems_of_word(kind, text)]
    return list(dict.fromkeys(signs or words)) or _problems_of_depth(tokens)


def _problems_of_sign(kind: str, text: str) -> Iterator[str]:
    if kind == "wrong":
        cure = _CURES.get(
            text, "outside quotes only plain letters, digits and = < > ( ) , may stand"
        )
        yield f"the character {_shown(text)} is not allowed: {cure}"
    elif kind == "text" and not text.isprintable():
        yield f"the text {_shown(text)} holds a character that cannot be seen"


def _problems_of_word(kind: str, text: str) -> Iterator[str]:
    if kind == "word" and not text.isascii():
        yield f"the word {_shown(text)} holds a letter that only looks like a plain one"
    elif kind == "word" and text[0].isdigit() and not _NUMBER.fullmatch(text):
        yield f'"{text[:SHOWN]}" is not a number: write digits alone, nine at most'
    elif kind == "word" and not text[0].isdigit() and not _is_known(text):
        yield f'there is no column "{text[:SHOWN]}".{_nearest_column(text)}'


def _is_known(word: str) -> bool:
    return word in COLUMNS or word.lower() in GRAMMAR


def _nearest_column(word: str) -> str:
    near = nearest(word[:SHOWN], list(COLUMNS))
    return did_you_mean(near) or f" Allowed: {', '.join(COLUMNS)}"


def _problems_of_depth(tokens: list[tuple[str, str]]) -> list[str]:
    """Count how deep brackets and `not` stand inside each other: a parser goes down for either."""
    before: list[int] = []  # for each open bracket, how many `not` stand right before it
    run = deepest = negated = 0
    for text in (text for kind, text in tokens if kind != "blank"):
        if text == "(":
            before.append(run)
        elif text == ")" and not before:
            return ['a bracket ")" closes nothing']
        elif text == ")":
            before.pop()
        run = run + 1 if text.lower() == "not" else 0
        deepest, negated = max(deepest, len(before)), max(negated, sum(before) + run)
    if before:
        return ['a bracket "(" is not closed']
    if deepest > MAX_DEPTH:
        return [f"the brackets are {deepest} deep; at most {MAX_DEPTH} are allowed"]
    if negated > MAX_DEPTH:
        return [f'"not" is {negated} deep; at most {MAX_DEPTH} are allowed']
    return []


def _shown(text: str) -> str:
    short = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
    return f'"{short}"' if short.isprintable() else ascii(short)
