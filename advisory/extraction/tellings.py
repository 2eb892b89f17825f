"""What one sentence tells of one incident.

In go a sentence and what was found in it; out comes a `Telling`, or nothing: the words may be
about something that might happen, a drill, a film, a trial or the past. A sentence has one telling
for its strongest trigger; the other triggers only refine it. Which tellings are one incident is
decided in `compose`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from advisory.extraction.counts import Toll
from advisory.extraction.dates import DateFound
from advisory.extraction.page import Page
from advisory.extraction.reality import Reality
from advisory.extraction.roles import Part, RoleReader
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.model.vocabulary import Qualifier
from advisory.rulebook.lexicon import Lexicon, Refinement

_BLASTS = frozenset(
    {
        "bombing",
        "ied_explosion",
        "mine_explosion",
        "suicide_bombing",
        "car_bombing",
        "grenade_attack",
    }
)
_FROM_AFAR = frozenset({"airstrike", "drone_strike", "shelling", "rocket_attack", "missile_strike"})
_ARMED = frozenset(
    {
        "armed_attack",
        "ambush",
        "convoy_attack",
        "armed_clash",
        "mass_shooting",
        "ground_assault",
        "communal_clash",
        "gang_violence",
    }
)
_KILLINGS = frozenset({"murder", "assassination", "massacre"})
_TAKEN = frozenset({"kidnapping", "hostage_taking", "hijacking", "carjacking", "piracy"})
_AIMED = 45  # characters from "targeting" to who was meant
_GROUP_OF = dict.fromkeys(_ARMED | _KILLINGS, "armed") | dict.fromkeys(_BLASTS, "blast")
_GROUP_OF |= dict.fromkeys(_FROM_AFAR, "afar")
_MORE_EXACT = {
    "armed": _ARMED
    | _KILLINGS
    | _BLASTS
    | _FROM_AFAR
    | _TAKEN
    | {"prison_break", "riot", "mob_violence"},
    "blast": _BLASTS | _FROM_AFAR | {"bomb_defused"},
    "afar": _FROM_AFAR,
    "protest": frozenset({"protest", "riot", "mob_violence"}),
    "arrest": frozenset({"arrest", "mass_arrest"}),
    "town_seized": frozenset({"town_seized", "town_retaken"}),
    "armed_robbery": frozenset({"armed_robbery", "carjacking", "hijacking", "banditry"}),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence about one incident.

    `is_anaphor` says it speaks of one already told, `is_history` of what went before the news.
    `dates` and `tolls` are those told of the trigger itself.
    """

    sentence: Sentence
    trigger: Hit | None
    type: str | None
    is_anaphor: bool
    is_weak: bool
    parts: tuple[Part, ...] = ()
    dates: tuple[DateFound, ...] = ()
    tolls: tuple[Toll, ...] = ()
    is_history: bool = False
    types: frozenset[str] = field(default_factory=frozenset)


class TellingReader:
    """Reads tellings by the trigger entries and the small words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._triggers = lexicon.triggers
        self._refining = [(name, e, e.refines) for name, e in self._triggers.items() if e.refines]
        self._roles = RoleReader(lexicon.grammar)
        self._reality = Reality(lexicon.grammar)

    def telling(self, page: Page, sentence: Sentence) -> Telling | None:
        """Return what a sentence tells, or None where it tells of nothing that happened."""
        triggers = self._real_triggers(page, sentence)
        has_toll = any(toll.count.low or toll.count.high for toll in sentence.tolls)
        if sentence.has("retold") or (sentence.has("unreal") and not has_toll):
            return None
        main = [hit for hit in triggers if not self._reality.is_relative(page, sentence, hit)]
        triggers = main or triggers
        strong = [hit for hit in triggers if hit.grade != "weak"]
        chosen = strong or (triggers if has_toll or sentence.has("no_toll") else [])
        told = [h for h in chosen if not self._reality.is_reference(page, sentence.start, h)]
        is_counted = any(toll.count.qualifier is not Qualifier.VAGUE for toll in sentence.tolls)
        trigger = self._main(told or chosen) if told or (chosen and is_counted) else None
        cues = [hit for hit in sentence.hits if hit.kind == "cues"]
        parts = self._roles.parts(page, sentence.start, trigger, sentence.actors, cues)
        belongs = partial(self._reality.belongs, page, sentence, trigger)
        is_charge = partial(self._reality.is_charge, page, sentence, trigger)
        return Telling(
            sentence,
            trigger,
            self._refined(trigger.id, sentence) if trigger else None,
            is_anaphor=not trigger or self._reality.is_anaphor(page, sentence.start, trigger),
            is_weak=not strong,
            parts=tuple(parts),
            dates=tuple(
                found
                for found in sentence.dates
                if belongs(found.start) and not is_charge(found.start)
            ),
            tolls=tuple(t for t in sentence.tolls if not is_charge(sentence.tokens[t.first].start)),
            is_history=any(cue.id == "background" and belongs(cue.start) for cue in cues),
            types=frozenset(hit.id for hit in strong),
        )

    def _main(self, triggers: Sequence[Hit]) -> Hit:
        """Return the trigger that names what happened.

        The first one does, with those that only say it more exactly: of a word like "attacked" the
        bomb, the raid from the air or the abduction; never the loot or the arrests after it.
        """
        acts = [hit for hit in triggers if hit.id != "protest" or hit.form != "verb"]
        first = min(acts or triggers, key=lambda hit: (hit.start, -self._triggers[hit.id].rank))
        rivals = [
            hit
            for hit in triggers
            if hit.id in _MORE_EXACT.get(_GROUP_OF.get(first.id, first.id), frozenset({first.id}))
        ]
        return max([first, *rivals], key=lambda hit: (self._triggers[hit.id].rank, -hit.start))

    def _real_triggers(self, page: Page, sentence: Sentence) -> list[Hit]:
        near = {hit.id for hit in sentence.hits if hit.kind == "near"}
        return [
            hit
            for hit in sentence.hits
            if hit.kind == "triggers"
            and (hit.grade != "beside" or hit.id in near)
            and not self._reality.is_unreal(page, sentence, hit)
        ]

    def _refined(self, kind: str, sentence: Sentence) -> str:
        finer = [
            (entry.rank, name)
            for name, entry, refinement in self._refining
            if kind in refinement.of
            and entry.rank > self._triggers[kind].rank
            and _refines(name, refinement, sentence)
        ]
        return max(finer, default=(0, kind))[1]


def _refines(name: str, refinement: Refinement, sentence: Sentence) -> bool:
    """Whether a weapon or a target of a sentence makes it a finer type."""
    if any(hit.kind == "weapons" and hit.id in refinement.weapons for hit in sentence.hits):
        return True
    targets = [h for h in sentence.hits if h.kind == "targets" and h.id in refinement.targets]
    if not refinement.after:
        return bool(targets)
    aims = [hit.end for hit in sentence.hits if hit.kind == "aims" and hit.id == name]
    return any(0 <= hit.start - end <= _AIMED for hit in targets for end in aims)
