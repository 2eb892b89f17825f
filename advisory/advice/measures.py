"""Which measures a region calls for, worded for one profile: at most six to the traveller.

Hazards that matter call for codes by the matrix, situations add theirs. Movement has two slots,
the *rule* and the *exception* (decision 13): in each the measure that restricts most wins. A measure
drops what it forbids, the stricter one first, so no two that contradict each other can print. What
is too much for a traveller goes to the manager, who tells it.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from advisory.advice.dossier import Dossier
from advisory.advice.escort import parties_slot, situations
from advisory.advice.words import from_file
from advisory.model.advice import (
    Audience,
    MovementSlot,
    Profile,
    Provenance,
    Recommendation,
    Slot,
    Statement,
)
from advisory.model.vocabulary import Hazard
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import Catalogue
from advisory.rulebook.catalogue_checks import placeholders
from advisory.rulebook.measures import Measure

MOST_TO_TRAVELLERS = 6
MATTERS_FROM_LEVEL = 2
MISSING = "[not set in house.yaml: "
_NO_LEVEL = 1


def hazard_levels(dossier: Dossier, rulebook: Rulebook) -> tuple[tuple[Hazard, int], ...]:
    """Return the hazards that matter with the level each asks for, highest first.

    A hazard's own level is what its score or its floors give. The leading hazards answer for the
    region: they are taken at the level to plan by, whatever holds it up. Nobody exceeds that level.
    """
    plan = dossier.plan or _NO_LEVEL
    own = {hazard: min(level, plan) for hazard, level in _own_levels(dossier, rulebook).items()}
    top = max(own.values(), default=0)
    levels = {hazard: plan if level == top else level for hazard, level in own.items()}
    matter = [(h, level) for h, level in levels.items() if level >= MATTERS_FROM_LEVEL]
    return tuple(sorted(matter, key=lambda found: (-found[1], list(Hazard).index(found[0]))))


def _own_levels(dossier: Dossier, rulebook: Rulebook) -> dict[Hazard, int]:
    steps = [(entry.from_score, entry.level) for entry in rulebook.scale.levels]
    levels = {
        score.hazard: max((level for least, level in steps if score.score >= least), default=1)
        for score in dossier.assessment.hazards
        if score.score > 0
    }
    hazard_of = {rule.id: Hazard(rule.hazard) for rule in rulebook.floors}
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
    kept: list[Measure] = []
    for measure in sorted(measures, key=_strictest_first):
        if not any(contradict(measure, other) for other in kept):
            kept.append(measure)
    return kept


def _strictest_first(measure: Measure) -> tuple[int, int, int, str]:
    return (-measure.restricts, -measure.from_level, measure.order, measure.code)


def contradict(one: Measure, other: Measure) -> bool:
    """Whether two measures may not print together."""
    return one.code in other.forbids or other.code in one.forbids


def recommendations(
    dossier: Dossier,
    profile: Profile,
    catalogue: Catalogue,
    rulebook: Rulebook,
    valid_until: date,
) -> tuple[Recommendation, ...]:
    """Return the advice for one region and profile: travellers first, then manager, director."""
    hazards = hazard_levels(dossier, rulebook)
    plan = dossier.plan or _NO_LEVEL
    extra = [
        code
        for situation in situations(dossier, catalogue.conflicts)
        for code in catalogue.matrix.situations.get(situation, ())
    ]
    measures = chosen(hazards, plan, profile, catalogue, extra)
    because = _because(hazards, plan, rulebook)
    spoken = {measure.code for measure in _to_travellers(measures)}
    written = [
        _written(m, dossier, profile, catalogue, valid_until, because, m.code in spoken)
        for m in measures
    ]
    return tuple(sorted(written, key=lambda r: list(Audience).index(r.audience)))


def _to_travellers(measures: Sequence[Measure]) -> list[Measure]:
    mine = [m for m in measures if m.audience is Audience.TRAVELLER]
    first = sorted(mine, key=lambda m: (m.slot is None, m.order, m.code))
    return first[:MOST_TO_TRAVELLERS]


def _because(hazards: Sequence[tuple[Hazard, int]], plan: int, rulebook: Rulebook) -> str:
    names = [
        f"{rulebook.hazards[h].name if h in rulebook.hazards else h.value.replace('_', ' ')} {n}"
        for h, n in hazards
    ]
    return f"level {plan}: {', '.join(names)}" if names else f"level {plan}"


def _written(
    measure: Measure,
    dossier: Dossier,
    profile: Profile,
    catalogue: Catalogue,
    valid_until: date,
    because: str,
    spoken: bool,  # noqa: FBT001 - private, one caller
) -> Recommendation:
    text = measure.wording(profile)
    relayed = measure.audience is Audience.TRAVELLER and not spoken
    statement = from_file(
        f"Tell travellers: {text}" if relayed else text,
        Provenance.CATALOGUE,
        measure.code,
        dict(_slots(text, dossier, catalogue)),
    )
    return Recommendation(
        measure=measure.code,
        audience=Audience.MANAGER if relayed else measure.audience,
        owner=measure.owner,
        statement=statement,
        expires=min(dossier.day + timedelta(days=measure.expiry_days), valid_until),
        because=because,
        slot=measure.slot,
        precondition=measure.precondition,
        contraindication=measure.contraindication,
        forbids=measure.forbids,
    )


def _slots(text: str, dossier: Dossier, catalogue: Catalogue) -> Iterator[tuple[str, Slot]]:
    for name in placeholders(text):
        if name == "region":
            yield name, Slot(dossier.region.full_name, Provenance.GAZETTEER, dossier.region.id)
        elif name == "parties":
            yield name, parties_slot(dossier, catalogue.conflicts)
        else:
            fact = catalogue.house.fact(name) or f"{MISSING}{name}]"
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
