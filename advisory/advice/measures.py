"""Which measures a region calls for, worded for one profile: at most six to the traveller.

Hazards that matter call for codes by the matrix, situations add theirs. Movement has two slots,
the *rule* and the *exception* (decision 13): in each the measure that restricts most wins. A
measure drops what it forbids, so no two that contradict each other can print. What is too much for
a traveller goes to the manager, who tells it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from advisory.advice.dossier import Dossier
from advisory.advice.escort import hits_slot, parties_slot, situations
from advisory.advice.guide import Guide
from advisory.advice.words import from_file, region_slot
from advisory.model.advice import (
    Audience,
    MovementSlot,
    Profile,
    Provenance,
    Recommendation,
    Slot,
    Statement,
)
from advisory.model.vocabulary import NOT_HAPPENED, Hazard
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import Catalogue
from advisory.rulebook.catalogue_checks import placeholders
from advisory.rulebook.measures import Measure

MOST_TO_TRAVELLERS = 6
MOST: Mapping[Audience, int] = {Audience.TRAVELLER: MOST_TO_TRAVELLERS}
MATTERS_FROM_LEVEL = 2
CAUTION_LEVEL = 3
SHOWN_DAYS = 30
MISSING = "[not set in house.yaml: "


def hazard_levels(
    dossier: Dossier, rulebook: Rulebook, leading: Hazard | None = None
) -> tuple[tuple[Hazard, int], ...]:
    """Return the hazards that matter with the level each asks for, highest first.

    A hazard's own level is what its score or its floors give, and at least 2 where it showed itself
    in the last 30 days. The highest ones, and the `leading` one that a product is about, answer for
    the region: they are taken at the level to plan by, whatever holds it up. None exceeds it.
    """
    plan = plan_or_caution(dossier)
    own = {hazard: min(level, plan) for hazard, level in _own_levels(dossier, rulebook).items()}
    top = max(own.values(), default=0)
    levels = {
        hazard: plan if level == top or hazard is leading else level
        for hazard, level in own.items()
    }
    matter = [(h, level) for h, level in levels.items() if level >= MATTERS_FROM_LEVEL]
    return tuple(sorted(matter, key=lambda found: (-found[1], list(Hazard).index(found[0]))))


def plan_or_caution(dossier: Dossier) -> int:
    """Return the level whose measures apply, 1 to 5.

    Where no level can be given and none was ever held, but something did happen, the measures of
    level 3 apply: an unknown danger is no reason to go without any. Where something is announced
    or warned of, those of level 2 apply at least. It is no level and is not printed as one.
    """
    if dossier.plan is not None:
        is_ahead = any(dossier.is_to_come(one) for one in dossier.recent(SHOWN_DAYS))
        return max(dossier.plan, MATTERS_FROM_LEVEL * is_ahead)
    return CAUTION_LEVEL if _shown(dossier) else 1


def _shown(dossier: Dossier) -> set[Hazard]:
    recent = dossier.recent(SHOWN_DAYS)
    return {i.hazard for i in recent if i.status not in NOT_HAPPENED or dossier.is_to_come(i)}


def _own_levels(dossier: Dossier, rulebook: Rulebook) -> dict[Hazard, int]:
    steps = [(entry.from_score, entry.level) for entry in rulebook.scale.levels]
    levels = {
        score.hazard: max((level for least, level in steps if score.score >= least), default=1)
        for score in dossier.assessment.hazards
        if score.score > 0
    }
    for shown in _shown(dossier):
        levels[shown] = max(MATTERS_FROM_LEVEL, levels.get(shown, 1))
    hazard_of = {rule.id: Hazard(rule.hazard) for rule in rulebook.holding}
    for floor in dossier.assessment.floors:
        if hazard := hazard_of.get(floor.rule):
            levels[hazard] = max(floor.level, levels.get(hazard, 1))
    return levels


def chosen(
    hazards: Sequence[tuple[Hazard, int]],
    plan: int,
    profile: Profile,
    catalogue: Catalogue,
    extra: Iterable[str] = (),
) -> tuple[Measure, ...]:
    """Return the measures that print together, in printing order.

    Args:
        hazards: Each hazard that matters with its level.
        plan: The level to plan by, 1 to 5.
        profile: For whom.
        catalogue: Measures and matrix.
        extra: Codes that a situation adds.
    """
    matrix = catalogue.matrix
    codes = [*extra, *matrix.always(plan)]
    codes += [code for hazard, level in hazards for code in matrix.codes(hazard, level, profile)]
    measures = (catalogue.measures[code] for code in dict.fromkeys(codes))
    fitting = [m for m in measures if m.serves(profile) and m.from_level <= plan]
    return tuple(sorted(_compatible(_slots_filled(fitting)), key=lambda m: (m.order, m.code)))


def _slots_filled(measures: list[Measure]) -> list[Measure]:
    kept = [measure for measure in measures if measure.slot is None]
    for slot in MovementSlot:
        rivals = [measure for measure in measures if measure.slot is slot]
        kept += sorted(rivals, key=lambda m: (-m.restricts, m.code))[:1]
    return kept


def _compatible(measures: list[Measure]) -> list[Measure]:
    """Keep who forbids before who is forbidden; of two that forbid each other, the stricter."""
    kept: list[Measure] = []
    left = sorted(measures, key=_strictest_first)
    while left:
        free = (m for m in left if not any(m.code in other.forbids for other in left))
        chosen_one = next(free, left[0])
        kept.append(chosen_one)
        left = [m for m in left if m is not chosen_one and not contradict(m, chosen_one)]
    return kept


def _strictest_first(measure: Measure) -> tuple[int, int, int, str]:
    return (-measure.restricts, -measure.from_level, measure.order, measure.code)


def contradict(one: Measure, other: Measure) -> bool:
    """Whether two measures may not print together."""
    return one.code in other.forbids or other.code in one.forbids


def recommendations(
    dossier: Dossier,
    guide: Guide,
    valid_until: date,
    most: Mapping[Audience, int] = MOST,
    *,
    leading: Hazard | None = None,
) -> tuple[Recommendation, ...]:
    """Return the advice for one region and profile: travellers first, then manager, director.

    `most` caps what an audience gets; what a traveller gets too much goes to the manager. No
    measure outlives `valid_until`. `leading` is the hazard that the product is about.
    """
    hazards = hazard_levels(dossier, guide.rulebook, leading)
    plan = plan_or_caution(dossier)
    extra = [
        code
        for situation in situations(dossier, guide.catalogue.conflicts)
        for code in guide.catalogue.matrix.situations.get(situation, ())
    ]
    measures = chosen(hazards, plan, guide.profile, guide.catalogue, extra)
    pen = _Pen(dossier, guide, valid_until, _because(hazards, dossier.plan, guide.rulebook))
    spoken = _to_travellers(measures)
    written = [pen.write(measure, relayed=measure not in spoken) for measure in measures]
    mine = {a: [r for r in written if r.audience is a][: most.get(a)] for a in Audience}
    return tuple(recommendation for group in mine.values() for recommendation in group)


def _to_travellers(measures: Sequence[Measure]) -> list[Measure]:
    mine = [m for m in measures if m.audience is Audience.TRAVELLER]
    first = sorted(mine, key=lambda m: (m.slot is None, m.order, m.code))
    return first[:MOST_TO_TRAVELLERS]


def _because(hazards: Sequence[tuple[Hazard, int]], plan: int | None, rulebook: Rulebook) -> str:
    entries = [(rulebook.hazards.get(hazard), hazard) for hazard, _ in hazards]
    names = [entry.name if entry else hazard.value.replace("_", " ") for entry, hazard in entries]
    level = "no level" if plan is None else f"level {plan}"
    return f"{level}: {', '.join(names)}" if names else level


@dataclass(frozen=True, slots=True)
class _Pen:
    """Writes measures out for one region and profile."""

    dossier: Dossier
    guide: Guide
    valid_until: date
    because: str

    def write(self, measure: Measure, *, relayed: bool) -> Recommendation:
        to_manager = relayed and measure.audience is Audience.TRAVELLER
        words = measure.wording(self.guide.profile)
        text = f"Tell travellers: {words}" if to_manager else words
        expires = self.dossier.day + timedelta(days=measure.expiry_days)
        return Recommendation(
            measure=measure.code,
            audience=Audience.MANAGER if to_manager else measure.audience,
            owner=measure.owner,
            statement=from_file(text, Provenance.CATALOGUE, measure.code, dict(self._slots(words))),
            expires=min(expires, self.valid_until),
            because=self.because,
            slot=measure.slot,
            precondition=measure.precondition,
            contraindication=measure.contraindication,
            forbids=measure.forbids,
        )

    def _slots(self, text: str) -> Iterator[tuple[str, Slot]]:
        region = self.dossier.region
        for name in placeholders(text):
            if name == "region":
                yield name, region_slot(region)
            elif name == "parties":
                yield name, parties_slot(self.dossier, self.guide.catalogue.conflicts)
            elif name == "hits":
                yield name, hits_slot(self.dossier, self.guide.catalogue.conflicts)
            else:
                fact = self.guide.catalogue.house.fact(name) or f"{MISSING}{name}]"
                yield name, Slot(fact, Provenance.HOUSE, f"house.{name}")


def missing_house(statements: Iterable[Statement]) -> tuple[str, ...]:
    """Return the keys of the house facts that statements need and nobody set, sorted."""
    keys = {
        slot.ref.removeprefix("house.")
        for statement in statements
        for slot in statement.slots
        if slot.provenance is Provenance.HOUSE and slot.text.startswith(MISSING)
    }
    return tuple(sorted(keys))
