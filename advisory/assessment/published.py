"""What is said of a region at an instant: the level, where it comes from, and who set what."""

from dataclasses import dataclass
from datetime import date

from advisory.assessment.calm import Held
from advisory.model.assessment import Basis, Signed, State
from advisory.model.decision import Decision


@dataclass(frozen=True, slots=True)
class Published:
    """What is said of a region at an instant, and by whom."""

    level: int | None
    state: State
    basis: Basis | None
    provisional: bool
    computed: int | None
    last_read: date | None
    standing: Decision | None
    override: Decision | None
    signed: Signed | None

    @property
    def standing_level(self) -> int | None:
        """The level of the standing, if there is one."""
        return self.standing.level if self.standing else None


def basis_of(found: Held | None, level: int | None) -> tuple[Basis | None, bool]:
    """Return where a level comes from, and whether it is provisional."""
    if found is None or level is None:
        return None, False
    if level > found.level:
        return Basis.STANDING, False
    return (Basis.CARRIED if found.carried else Basis.COMPUTED), found.provisional
