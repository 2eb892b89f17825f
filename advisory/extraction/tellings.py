"""What one sentence tells of one incident.

In go a sentence and what was found in it; out comes a `Telling`, or nothing: the words may be
about something that might happen, a drill, a film, a trial or the past. A sentence has one telling
for its strongest trigger; the other triggers only refine it. Which tellings are one incident is
decided in `compose`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from advisory.extraction.dates import DateFound
from advisory.extraction.page import Page
from advisory.extraction.reality import Reality
from advisory.extraction.roles import Part, RoleReader
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.model.vocabulary import Qualifier
from advisory.rulebook.lexicon import Lexicon

_BLASTS = frozenset(
    {"bombing", "ied_explosion", "mine_explosion", "suicide_bombing", "car_bombing"}
)
_FROM_AFAR = frozenset({"airstrike", "drone_strike", "shelling", "rocket_attack"})
_ARMED = frozenset(
    {"armed_attack", "ambush", "convoy_attack", "armed_clash", "mass_shooting", "ground_assault"}
)
_KILLINGS = frozenset({"murder", "assassination"})
_TAKEN = frozenset({"kidnapping", "hijacking", "carjacking", "piracy"})
_GROUP_OF = dict.fromkeys(_ARMED | _KILLINGS, "armed") | dict.fromkeys(_BLASTS, "blast")
_GROUP_OF |= dict.fromkeys(_FROM_AFAR, "afar")
_MORE_EXACT = {
    "armed": _ARMED | _KILLINGS | _BLASTS | _FROM_AFAR | _TAKEN | {"prison_break", "riot"},
    "blast": _BLASTS | _FROM_AFAR | {"bomb_defused"},
    "afar": _FROM_AFAR,
    "protest": frozenset({"protest", "riot"}),
    "armed_robbery": frozenset({"armed_robbery", "carjacking", "hijacking", "banditry"}),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence about one incident.

    `is_anaphor` says it speaks of one already told, `is_apart` and `is_another` of a further one,
    `is_history` of what went before the news; `is_of_many` that it names acts only in the plural:
    "murders and abductions". `dates` are those told of the trigger itself.
    """

    sentence: Sentence
    trigger: Hit | None
    type: str | None
    is_anaphor: bool
    is_weak: bool
    parts: tuple[Part, ...] = ()
    dates: tuple[DateFound, ...] = ()
    is_history: bool = False
    is_of_many: bool = False
    is_apart: bool = False
    is_another: bool = False
    types: frozenset[str] = field(default_factory=frozenset)


class TellingReader:
    """Reads tellings by the trigger entries and the small words of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._triggers = lexicon.triggers
        self._roles = RoleReader(lexicon.grammar)
        self._reality = Reality(lexicon.grammar)

    def telling(self, page: Page, sentence: Sentence) -> Telling | None:
        """Return what a sentence tells, or None where it tells of nothing that happened."""
        triggers = self._real_triggers(page, sentence)
        has_toll = any(toll.count.low or toll.count.high for toll in sentence.tolls)
        if sentence.has("retold") or (sentence.has("unreal") and not has_toll):
            return None
        own = [hit for hit in triggers if not self._reality.is_relative(page, sentence, hit)]
        triggers = own or triggers
        strong = [hit for hit in triggers if hit.grade != "weak"]
        is_harm_by_hand = has_toll and not sentence.has("natural")
        chosen = strong or (_of_harm(triggers, sentence) if is_harm_by_hand else [])
        told = [h for h in chosen if not self._reality.is_reference(page, sentence.start, h)]
        is_counted = any(toll.count.qualifier is not Qualifier.VAGUE for toll in sentence.tolls)
        described = [hit for hit in chosen if self._reality.is_described(page, hit)]
        main = told or (chosen if is_counted else described)
        trigger = self._main(main) if main else None
        cues = [hit for hit in sentence.hits if hit.kind == "cues"]
        parts = self._roles.parts(page, sentence.start, trigger, sentence.actors, cues)
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
                if self._reality.belongs(page, trigger, found.start)
            ),
            is_history=any(
                cue.id == "background" and self._reality.belongs(page, trigger, cue.start)
                for cue in cues
            ),
            is_apart=self._reality.is_apart(page, sentence.start),
            is_another=trigger is not None and self._reality.is_another(page, sentence, trigger),
            is_of_many=_are_plurals(chosen),
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
        weapons = {hit.id for hit in sentence.hits if hit.kind == "weapons"}
        targets = {hit.id for hit in sentence.hits if hit.kind == "targets"}
        finer = [
            (entry.rank, name)
            for name, entry in self._triggers.items()
            if entry.refines
            and kind in entry.refines.of
            and entry.rank > self._triggers[kind].rank
            and (weapons & set(entry.refines.weapons) or targets & set(entry.refines.targets))
        ]
        return max(finer, default=(0, kind))[1]


def _are_plurals(triggers: Sequence[Hit]) -> bool:
    """Whether nothing but plural nouns names what happened; "attacks" is one, though a verb too."""
    plurals = {hit.start for hit in triggers if hit.form == "nouns"}
    return bool(triggers) and all(hit.start in plurals for hit in triggers)


def _of_harm(triggers: Sequence[Hit], sentence: Sentence) -> Sequence[Hit]:
    """Leave out faint words of fighting beside harm: "operations" against who "killed" five."""
    harm = {hit.start for hit in sentence.hits if hit.kind == "harm"}
    kept = [hit for hit in triggers if hit.start in harm or hit.id not in _ARMED]
    return kept or triggers
