"""A rule base that the store keeps, in force again: the last good one, or any that is named.

When the rules in a user's folder are broken, the last good rule base stays in force. It is the one
that the levels lying ready in a snapshot were made with; the store keeps the files of each.
Look-ups go on with it and name it; whatever decides, drafts or takes in is refused until the rules
are mended. Place names are still read from the folders themselves, since they are no rules.
"""

from pathlib import Path

from advisory.errors import UnknownName
from advisory.files import write_whole
from advisory.model.marking import Tlp
from advisory.pipeline.desk import Desk
from advisory.rulebook.folders import folder_texts, merged, texts_hash
from advisory.store.lookup import Lookup, snapshot_path


def last_good(desk: Desk) -> Desk | None:
    """Return the same desk with the rule base of its snapshot; None where there is none."""
    name = rule_base_in_force(desk.store_path)
    if name is None or not desk.store_path.exists():
        return None
    try:
        return with_stored(desk, name)
    except UnknownName:
        return None


def with_stored(desk: Desk, name: str) -> Desk:
    """Return the same desk with the kept rule base whose hash begins so.

    The files are written into the cache folder, under their hash.

    Raises:
        UnknownName: If the store keeps none that does.
    """
    with desk.open_store() as store:
        texts = store.replays.rule_base_beginning(name)
    folder = desk.cache / "rule-bases" / name
    if not folder.is_dir() or texts_hash(folder_texts(merged([folder]))) != texts_hash(texts):
        for file, text in texts.items():
            write_whole(folder / file, text)
    return desk.with_rules(folder)


def rule_base_in_force(store: Path) -> str | None:
    """Return the beginning of the hash of the rule base that the snapshot was made with."""
    for clearance in reversed(Tlp):
        path = snapshot_path(store, str(clearance))
        if path.exists():
            with Lookup.open(path) as lookup:
                return lookup.meta["rule_base"].partition("-")[0]
    return None
