"""From the bytes of a file to its characters, without guessing.

A text is UTF-8. Only a page or a mail may say that it is something else, and then it must be that.
What is binary, too large, or neither is refused with the way to mend it: a wrong guess would put
wrong letters into the words that prove an incident.
"""

from pathlib import Path

from advisory.errors import RejectedReport

MAX_FILE = 20_000_000


def read_limited(path: Path) -> bytes:
    """Return the bytes of a file of at most 20 MB that looks like text.

    Raises:
        RejectedReport: If it is larger, empty or binary.
        OSError: If it cannot be read.
    """
    with path.open("rb") as stream:
        data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise RejectedReport(
            f"The file is over {MAX_FILE // 1_000_000} MB. Split it, or use JSONL."
        )
    if not data.strip():
        raise RejectedReport("The file is empty.")
    if b"\0" in data:
        raise RejectedReport("The file is binary, or UTF-16 text. Save it as UTF-8 text.")
    return data


def decoded(data: bytes, charset: str | None = None) -> str:
    r"""Return the text of these bytes; line ends become "\n".

    Args:
        data: The bytes.
        charset: What a page or a mail says of itself; web names ("latin1" means windows-1252).

    Raises:
        RejectedReport: If the bytes are not in that encoding, or there is no such encoding.

    >>> decoded("Ségou".encode("latin-1"), "iso-8859-1")
    'Ségou'
    """
    encoding = _encoding(charset or "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        name = charset or "UTF-8"
        raise RejectedReport(f"Line {line} is not {name} text. Save the file as UTF-8.") from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _encoding(charset: str) -> str:
    # What calls itself ASCII and is not is UTF-8 nowadays.
    if charset.casefold() in {"utf-8", "utf8", "us-ascii", "ascii"}:
        return "utf-8-sig"
    from resiliparse.parse.encoding import map_encoding_to_html5  # noqa: PLC0415 - heavy

    name = map_encoding_to_html5(charset, fallback_utf8=False)
    if name is None:
        raise RejectedReport(f"It names the encoding {charset[:40]!a}, which is none.")
    return str(name)
