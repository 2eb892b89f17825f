"""The file of the compiled gazetteer: how it is written, opened and found to be whole.

One file holds everything: a head with a check sum and lengths, a table of sections in JSON, and the
sections themselves: columns of numbers, texts, and a marisa trie of names. It is mapped into memory
and read in place. The check sum covers the lengths and every byte behind the head, so a file that
was cut, mixed or changed is never read as an index. What the columns mean is in
`gazetteer.records`.
"""

import json
import mmap
import struct
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from advisory.errors import BrokenIndex
from advisory.files import write_whole

FORMAT: Final = 7  # raise it when a section changes its meaning
_HEAD: Final = struct.Struct("<8sIIQ")  # magic, check sum of the rest, length of table and of rest
_MAGIC: Final = b"ADVGAZET"
_ALIGNMENT: Final = 8


def write_sections(path: Path, version: str, sections: Mapping[str, bytes]) -> None:
    """Write an index file in one step.

    Raises:
        OSError: If the folder cannot be written; an older file stays as it was.
    """
    table: dict[str, tuple[int, int]] = {}
    body = bytearray()
    for name, content in sections.items():
        body.extend(b"\0" * (-len(body) % _ALIGNMENT))
        table[name] = (len(body), len(content))
        body.extend(content)
    described = json.dumps({"version": version, "sections": table}).encode("ascii")
    described += b" " * (-(len(described) + _HEAD.size) % _ALIGNMENT)
    rest = described + body
    lengths = len(described), len(rest)
    write_whole(path, _HEAD.pack(_MAGIC, _check_sum(rest, *lengths), *lengths) + rest)


def open_sections(path: Path, version: str) -> dict[str, memoryview]:
    """Return the sections of an index file, mapped into memory.

    Raises:
        BrokenIndex: If the file is damaged, or of another version than the one asked for.
        OSError: If it cannot be opened.
    """
    with path.open("rb") as stream:
        size = path.stat().st_size
        if size < _HEAD.size:
            raise BrokenIndex(f"{path} is cut off after {size} bytes")
        mapped = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
    magic, total, described, length = _HEAD.unpack(mapped[: _HEAD.size])
    rest = mapped[_HEAD.size :]
    if magic != _MAGIC or length != len(rest) or _check_sum(rest, described, length) != total:
        raise BrokenIndex(f"{path} is damaged: its check sum does not fit")
    head: dict[str, Any] = json.loads(bytes(rest[:described]))
    if head["version"] != version:
        raise BrokenIndex(f"{path} is of version {head['version']}, not {version}")
    body = rest[described:]
    return {name: body[start : start + n] for name, (start, n) in head["sections"].items()}


def _check_sum(rest: bytes | memoryview, described: int, length: int) -> int:
    return zlib.crc32(rest, zlib.crc32(struct.pack("<IQ", described, length)))
