"""What the levels that were shown follow from: so that each can be worked out again, years later.

A level is found by its replay id; it leads to the as-of, the clearance, the generation of the store
and the versions of rule base and reader. Every rule base that ever gave a level is kept whole.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from advisory.errors import UnknownName
from advisory.model.assessment import Region
from advisory.model.marking import Tlp
from advisory.store.codec import decode, encode
from advisory.store.database import Database


@dataclass(frozen=True, slots=True)
class KeptAssessment:
    """What a level that was shown follows from: all that working it out again needs.

    `rule_base` and `reader` are versions, `generation` what the store knew. With `signed_before`
    only releases of editions with an earlier as-of count.
    """

    replay_id: str
    region: Region
    as_of: datetime
    clearance: Tlp
    signed_before: datetime | None
    rule_base: str
    reader: str
    generation: int


@dataclass(frozen=True, slots=True)
class Replays:
    """The levels that were shown from one store, and their rule bases."""

    database: Database

    def keep_rule_base(self, rule_base: str, files: Mapping[str, str]) -> None:
        """Keep the files of a rule base (relative path -> text) under its hash."""
        self.database.write(
            "INSERT OR IGNORE INTO rule_bases (hash, files) VALUES (?, ?)",
            (rule_base, encode(dict(files))),
        )

    def has_rule_base(self, rule_base: str) -> bool:
        """Whether a rule base is kept already."""
        query = "SELECT 1 FROM rule_bases WHERE hash = ?"
        return self.database.row(query, (rule_base,)) is not None

    def rule_base(self, rule_base: str) -> dict[str, str]:
        """Return the files of a rule base that gave a level once.

        Raises:
            UnknownName: If it was never kept.
        """
        row = self.database.row("SELECT files FROM rule_bases WHERE hash = ?", (rule_base,))
        if row is None:
            known = [found[0] for found in self.database.rows("SELECT hash FROM rule_bases")]
            raise UnknownName("rule base", rule_base, known)
        return decode(row[0], dict[str, str])

    def rule_base_beginning(self, name: str) -> dict[str, str]:
        """Return the files of the rule base whose hash begins so.

        Raises:
            UnknownName: If none does.
        """
        query = "SELECT hash FROM rule_bases WHERE substr(hash, 1, ?) = ?"
        row = self.database.row(query, (len(name), name))
        return self.rule_base(row[0] if row else name)

    def keep(self, kept: Iterable[KeptAssessment]) -> None:
        """Keep what levels follow from; their rule base must be kept before. Again is no harm."""
        new = [one for one in kept if not self._has_assessment(one.replay_id)]
        if new:  # a look-up that was made before waits for no other command
            rows = [_assessment_row(one) for one in new]
            self.database.write_all(
                "INSERT OR IGNORE INTO assessments (replay_id, region, as_of, clearance, "
                "signed_before, rule_base, reader, generation) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
            )

    def _has_assessment(self, replay_id: str) -> bool:
        query = "SELECT 1 FROM assessments WHERE replay_id = ?"
        return self.database.row(query, (replay_id,)) is not None

    def assessment(self, replay_id: str) -> KeptAssessment:
        """Return what the level of a replay id follows from.

        Raises:
            UnknownName: If it was never kept.
        """
        query = (
            "SELECT replay_id, region, as_of, clearance, signed_before, rule_base, reader, "
            "generation FROM assessments WHERE replay_id = ?"
        )
        row = self.database.row(query, (replay_id,))
        if row is None:
            known = [found[0] for found in self.database.rows("SELECT replay_id FROM assessments")]
            raise UnknownName("assessment", replay_id, known)
        name, region, as_of, clearance, before, *versions = row
        return KeptAssessment(
            name,
            decode(region, Region),
            datetime.fromisoformat(as_of),
            Tlp(clearance),
            datetime.fromisoformat(before) if before else None,
            *versions,
        )


def _assessment_row(kept: KeptAssessment) -> tuple[object, ...]:
    return (
        kept.replay_id,
        encode(kept.region),
        kept.as_of.isoformat(),
        int(kept.clearance),
        kept.signed_before.isoformat() if kept.signed_before else None,
        kept.rule_base,
        kept.reader,
        kept.generation,
    )
