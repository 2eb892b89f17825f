"""Plain text and Markdown with front matter.

A .txt file may begin with header lines (`Published: 2023-11-07`, `Source: gazette`, ...), then a
blank line. The first line of what it tells is the title where a blank line follows it. A .md file
begins with YAML front matter, read as strictly as the rule base; the text below it is kept as it
stands.
"""

from dataclasses import replace

from advisory.errors import RejectedReport
from advisory.intake.characters import decoded
from advisory.intake.draft import PARTICULARS, Draft
from advisory.intake.printed import printed_date
from advisory.rulebook.reader import read_text
from advisory.rulebook.shape import built

MAX_TITLE = 300
MAX_FRONT = 10_000


def read_plain(content: bytes) -> Draft:
    r"""Return the draft of a .txt file.

    >>> draft = read_plain(b"Source: gazette\n\nCalm in Kita\n\nThe market was open.\n")
    >>> draft.source, draft.title, draft.text
    ('gazette', 'Calm in Kita', 'Calm in Kita\n\nThe market was open.')
    """
    headers, text = _headers(decoded(content).strip("\n"))
    return Draft(text=text, **{"title": _title(text), **headers})


def _title(text: str) -> str | None:
    """Return the first line of what is told, where a blank line follows it."""
    rest = text
    while rest:
        line, _, rest = rest.partition("\n")
        if not _is_furniture(line):
            return line if rest.startswith("\n") and len(line) <= MAX_TITLE else None
    return None


def _is_furniture(line: str) -> bool:
    """Whether a line is what a page copied whole has above its story: links, a star, the day."""
    is_link = line.casefold().startswith("skip to ")
    return is_link or not any(map(str.isalnum, line)) or printed_date(line) is not None


def _headers(text: str) -> tuple[dict[str, str | None], str]:
    head, blank, rest = text.partition("\n\n")
    headers: dict[str, str | None] = {}
    for line in head.split("\n"):
        key, colon, value = line.partition(":")
        if not colon or key.casefold() not in PARTICULARS or not blank:
            return {}, text
        headers[key.casefold()] = value.strip()
    return headers, rest.strip("\n")


def read_markdown(content: bytes, name: str) -> Draft:
    r"""Return the draft of a .md file; `name` is its path, for messages.

    Raises:
        RejectedReport: If it has no front matter.
        RejectedFile: With all problems of the front matter.

    >>> draft = read_markdown(b"---\nid: r1\n---\nCalm.\n", "r1.md")
    >>> draft.id, draft.text
    ('r1', 'Calm.')
    """
    opening, *lines = decoded(content).split("\n")
    if opening.rstrip() != "---" or "---" not in (line.rstrip() for line in lines):
        raise RejectedReport(
            "It has no front matter. Begin the file with a line ---, then for example "
            "published: 2023-11-07 and source: gazette, then a line ---; or save it as .txt."
        )
    end = next(number for number, line in enumerate(lines) if line.rstrip() == "---")
    # The blank line stands for the opening one, so that problems name the line in the file.
    head = "\n".join(["", *lines[:end]])
    if len(head) > MAX_FRONT:
        raise RejectedReport(f"Its front matter is over {MAX_FRONT:,} characters. Shorten it.")
    node = read_text(head, name)
    front = Draft() if node.is_null else built(Draft, node)
    return replace(front, text="\n".join(lines[end + 1 :]).strip("\n"))
