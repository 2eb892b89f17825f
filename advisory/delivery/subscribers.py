"""Who reads what: a plain file beside the store, for a person to read and to mend.

    subscribers:
      - address: desk@reader.example
        regions: [ML-8, NE]
        tlp: GREEN
        language: en
        profile: ngo

`address` and `regions` are needed; the rest has the defaults of `model.delivery.Subscriber`.
Regions are ids or names; `advisory subscribers add` writes ids. The file is read strictly and all
its problems are told at once; it is written whole, for its owner's eyes alone. Two entries of one
address are one problem, for nobody could say which of them holds.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import yaml

from advisory.delivery.addresses import mail_address, same_reader
from advisory.errors import AdvisoryError, Problem, RejectedFile, UnknownName
from advisory.files import write_whole
from advisory.model.advice import Edition, Profile
from advisory.model.assessment import Region
from advisory.model.delivery import Subscriber
from advisory.model.marking import Tlp
from advisory.rulebook.reader import Node, read_file
from advisory.rulebook.shape import build

T = TypeVar("T")

FindRegion = Callable[[str], Region]

_HEAD = """\
# Who reads what. Mend it by hand, or with `advisory subscribers`, which writes it anew without
# comments of your own. Keys: address, regions, tlp, language, profile, edition (desk or carry),
# attach_pdf and muted (true or false). This file names people: keep it to yourself.
"""


@dataclass(frozen=True, kw_only=True)
class _Entry:
    address: str
    regions: tuple[str, ...]
    tlp: str = str(Tlp.CLEAR)
    language: str = "en"
    profile: Profile = Profile.NGO
    edition: Edition = Edition.DESK
    attach_pdf: bool = False
    muted: bool = False


@dataclass(frozen=True, kw_only=True)
class _List:
    subscribers: tuple[_Entry, ...] = ()


def read_subscribers(path: Path, region: FindRegion) -> tuple[Subscriber, ...]:
    """Return the subscribers by address; none where there is no file.

    Args:
        path: The file.
        region: Finds a region by its id or name.

    Raises:
        RejectedFile: With every problem of the file.
    """
    if not path.exists():
        return ()
    root, problems = read_file(path), list[Problem]()
    build(_List, root, problems)
    found = [
        (subscriber, node)
        for node in _entries(root)
        if (subscriber := _subscriber(node, region, problems))
    ]
    problems.extend(_repeated(found))
    if problems:
        raise RejectedFile(problems)
    return _by_address(subscriber for subscriber, _ in found)


def write_subscribers(path: Path, subscribers: Iterable[Subscriber]) -> None:
    """Replace the file by these subscribers, readable by its owner alone."""
    entries = [_written(subscriber) for subscriber in _by_address(subscribers)]
    text = yaml.safe_dump({"subscribers": entries}, sort_keys=False, default_flow_style=None)
    write_whole(path, _HEAD + text, mode=0o600)


def joined(
    subscribers: Iterable[Subscriber],
    address: str,
    regions: Iterable[str],
    **said: Any,  # noqa: ANN401 - a field of any type
) -> tuple[Subscriber, ...]:
    """Return the subscribers with one more, or with more regions for one who is there.

    Args:
        subscribers: Those who are there.
        address: Of the one to add.
        regions: Ids of what they read about, beside what they read already.
        said: Other fields; one that is None, or not said, stays as it is.
    """
    kept = {same_reader(s.address): s for s in subscribers}
    before = kept.get(same_reader(address), Subscriber(address, ()))
    more = tuple(sorted({*before.regions, *regions}))
    news = {name: value for name, value in said.items() if value is not None}
    kept[same_reader(address)] = replace(before, regions=more, **news)
    return _by_address(kept.values())


def without(subscribers: Iterable[Subscriber], address: str) -> tuple[Subscriber, ...]:
    """Return the subscribers without one.

    Raises:
        UnknownName: If nobody has this address.
    """
    known = tuple(subscribers)
    left = tuple(s for s in known if same_reader(s.address) != same_reader(address))
    if len(left) == len(known):
        raise UnknownName("subscriber", address, [s.address for s in known])
    return left


def _entries(root: Node) -> list[Node]:
    listed = root.value.get("subscribers") if isinstance(root.value, dict) else None
    return listed.value if listed and isinstance(listed.value, list) else []


def _subscriber(node: Node, region: FindRegion, problems: list[Problem]) -> Subscriber | None:
    """Return the subscriber of one entry, or None with what is wrong in its values noted."""
    entry = build(_Entry, node, [])  # what is wrong in its shape was noted with the whole file
    if entry is None:
        return None
    wrong = list[Problem]()
    address = _read(mail_address, entry.address, node["address"], wrong)
    tlp = _read(Tlp.named, entry.tlp, node["tlp"], wrong) if "tlp" in _keys(node) else Tlp.CLEAR
    regions = _regions(entry, node, region, wrong)
    problems.extend(wrong)
    if address is None or tlp is None or wrong:
        return None
    return Subscriber(
        address=address,
        regions=regions,
        tlp=tlp,
        language=entry.language,
        profile=entry.profile,
        edition=entry.edition,
        attach_pdf=entry.attach_pdf,
        muted=entry.muted,
    )


def _keys(node: Node) -> dict[str, Node]:
    return node.value if isinstance(node.value, dict) else {}


def _read(read: Callable[[str], T], text: str, node: Node, wrong: list[Problem]) -> T | None:
    try:
        return read(text)
    except (ValueError, AdvisoryError) as error:
        wrong.append(node.problem(str(error)))
        return None


def _regions(
    entry: _Entry, node: Node, region: FindRegion, wrong: list[Problem]
) -> tuple[str, ...]:
    if not entry.regions:
        wrong.append(node["regions"].problem("no region is named", "Name one, or remove the entry"))
    found = [_read(region, name, node["regions"], wrong) for name in entry.regions]
    return tuple(sorted({each.id for each in found if each}))


def _repeated(found: Iterable[tuple[Subscriber, Node]]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for subscriber, node in found:
        line = node["address"].line
        there = first.setdefault(same_reader(subscriber.address), line)
        if there != line:
            what = f"{subscriber.address} is repeated; the address stands in line {there} too"
            yield node["address"].problem(what, "Make one entry of the two.")


def as_entry(subscriber: Subscriber) -> dict[str, object]:
    """Return a subscriber with all keys of an entry of the file."""
    return {
        "address": subscriber.address,
        "regions": list(subscriber.regions),
        "tlp": str(subscriber.tlp).removeprefix("TLP:"),
        "language": subscriber.language,
        "profile": subscriber.profile.value,
        "edition": subscriber.edition.value,
        "attach_pdf": subscriber.attach_pdf,
        "muted": subscriber.muted,
    }


def _written(subscriber: Subscriber) -> dict[str, object]:
    """Return an entry with the keys that a person looks for, and the rarer ones where they say."""
    usual = {"edition": Edition.DESK.value, "attach_pdf": False, "muted": False}
    told = as_entry(subscriber)
    return {key: value for key, value in told.items() if key not in usual or value != usual[key]}


def _by_address(subscribers: Iterable[Subscriber]) -> tuple[Subscriber, ...]:
    return tuple(sorted(subscribers, key=lambda subscriber: same_reader(subscriber.address)))
