"""Those whom a telling asks about what stands in its sentence."""

from typing import NamedTuple

from advisory.extraction.dates.days import DayJudge
from advisory.extraction.reality.another import Another
from advisory.extraction.reality.passing import Passing
from advisory.extraction.reality.reality import Reality
from advisory.extraction.reality.substance import Substance
from advisory.extraction.roles.roles import RoleReader


class Judges(NamedTuple):
    """Those who know the small words of one language that a telling asks about."""

    roles: RoleReader
    reality: Reality
    another: Another
    days: DayJudge
    substance: Substance
    passing: Passing
