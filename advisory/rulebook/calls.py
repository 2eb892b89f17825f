"""Forecasts and alert grades: the shapes of outlook/*.yaml and alerts/*.yaml.

A **call** is a forecast with a likelihood word of ICD 203, a horizon, and the test that will decide
it, written before the outcome is known. An **alert rule** says what makes an alert how loud; the
loudest rule that holds gives the grade, and where none holds nothing is proposed.
"""

from dataclasses import dataclass
from enum import StrEnum

from advisory.model.advice import Grade
from advisory.model.vocabulary import ConditionKind, Hazard
from advisory.rulebook.book import computed


class Likelihood(StrEnum):
    """The likelihood words, with their bands in per cent.

    Source: Intelligence Community Directive 203, Analytic Standards, first row of its table.
    """

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    ROUGHLY_EVEN_CHANCE = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"

    @property
    def band(self) -> tuple[int, int]:
        """The lower and upper end of the word, in per cent.

        >>> Likelihood.LIKELY.band
        (55, 80)
        """
        ends = (1, 5, 20, 45, 55, 80, 95, 99)
        place = list(Likelihood).index(self)
        return ends[place], ends[place + 1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One forecast in outlook/<hazard>.yaml: when it is made, how likely, by when, how tested.

    Made where the level to plan by is at least `from_level` and, within `within_days`, an incident
    of this hazard (and of `types`, where given) happened or the `condition` is in force. The
    sentence must use {likelihood} and {horizon} and may use {place}, {region}; the resolver may use
    {place}, {region}, {since}, {horizon}. `resolved_by` is the hazard whose incidents make it come
    true, where that is another one.
    """

    from_level: int
    within_days: int
    likelihood: Likelihood
    horizon_days: int
    sentence: str
    resolver: str
    because: str
    types: tuple[str, ...] = ()
    condition: ConditionKind | None = None
    resolved_by: Hazard | None = None
    id: str = computed()
    hazard: str = computed()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertRule:
    """One file under alerts/: what makes an alert this loud; all conditions given must hold."""

    title: str
    grade: Grade
    hazards: tuple[Hazard, ...] = ()
    killed_at_least: int | None = None
    place_kinds: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    level_raised: bool = False
    credibility_at_most: int = 6
    because: str
    references: tuple[str, ...]
    id: str = computed()
