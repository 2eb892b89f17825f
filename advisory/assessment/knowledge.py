"""All that an assessment may know: incidents and states as they were known, reports, decisions.

The store fills it once, for one clearance. Whatever became known after the as-of is passed over
by the assessment itself, so one knowledge serves every as-of.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from advisory.assessment.hearing import Hearing
from advisory.model.assessment import Signed
from advisory.model.decision import Decision
from advisory.model.incident import ConditionVersion, IncidentVersion
from advisory.model.text import Heard


@dataclass(frozen=True)
class Knowledge:
    """What there is to know, in any order.

    `signed` has for a region id the products released for it.
    """

    versions: tuple[IncidentVersion, ...] = ()
    conditions: tuple[ConditionVersion, ...] = ()
    heard: tuple[Heard, ...] = ()
    decisions: tuple[Decision, ...] = ()
    signed: Mapping[str, tuple[Signed, ...]] = field(default_factory=dict)

    @cached_property
    def hearing(self) -> Hearing:
        """What was heard, in order, found by region."""
        return Hearing(self.heard)
