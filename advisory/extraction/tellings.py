"""What one sentence tells of one incident.

In go a sentence and what was found in it; out comes a `Telling`, or nothing: the words may be
about something that might happen, a drill, a film, a trial or the past. A sentence has one telling
for its strongest trigger; the other triggers only refine it. Which tellings are one incident is
decided in `compose`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from advisory.extraction.actors import ActorFound, Part, parts_of
from advisory.extraction.counts import Toll
from advisory.extraction.dates import DateFound
from advisory.extraction.page import Page
from advisory.extraction.places import PlaceFound
from advisory.extraction.scan import Hit
from advisory.extraction.tokens import Token
from advisory.rulebook.lexicon import TriggerEntry

_SCOPE, _AFTER, _CLOSE = 80, 90, 30
_BREAKS = (
    ";",
    " after ",
    " when ",
    " who ",
    " which ",
    " because ",
    " where ",
    ", and ",
    ", but ",
    " while ",
    " that left ",
    " said ",
)
_SPEECH, _SPEECH_GAP = frozenset({"say", "claim", "confirm", "deny"}), 4
_BY_THE_LAW = frozenset({"arrest", "surrender", "detention_of_foreigner", "weapons_seized"})
_POINTING = ("this was ", "it was ", "this is ")
_LEADS = frozenset({"the", "this", "these", "that", "those", "its", "such"})


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
    "armed": _ARMED | _KILLINGS | _BLASTS | _FROM_AFAR | _TAKEN | {"prison_break"},
    "blast": _BLASTS | _FROM_AFAR | {"bomb_defused"},
    "afar": _FROM_AFAR,
    "protest": frozenset({"protest", "riot"}),
    "armed_robbery": frozenset({"armed_robbery", "carjacking", "hijacking", "banditry"}),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with all that was found in it."""

    start: int
    end: int
    number: int
    is_headline: bool
    is_lead: bool
    paragraph: int
    hits: tuple[Hit, ...]
    tokens: tuple[Token, ...] = ()
    tolls: tuple[Toll, ...] = ()
    dates: tuple[DateFound, ...] = ()
    places: tuple[PlaceFound, ...] = ()
    actors: tuple[ActorFound, ...] = ()
    context_places: tuple[PlaceFound, ...] = ()
    context_dates: tuple[DateFound, ...] = ()

    def is_of_speech(self, found: DateFound) -> bool:
        """Whether a date is that of a statement: "said on Thursday that ..."."""
        return any(
            cue.kind == "cues" and cue.id in _SPEECH and abs(found.start - cue.end) <= _SPEECH_GAP
            for cue in self.hits
        )

    def has(self, cue: str) -> bool:
        """Whether a class of cues stands in it."""
        return any(hit.kind == "cues" and hit.id == cue for hit in self.hits)


@dataclass(frozen=True, slots=True)
class Telling:
    """One sentence about one incident. `is_anaphor` says it speaks of one already told."""

    sentence: Sentence
    trigger: Hit | None
    type: str | None
    is_anaphor: bool
    is_weak: bool
    parts: tuple[Part, ...] = ()
    types: frozenset[str] = field(default_factory=frozenset)


class TellingReader:
    """Reads tellings by the trigger entries of one language."""

    def __init__(self, triggers: Mapping[str, TriggerEntry]) -> None:
        self._triggers = triggers

    def telling(self, page: Page, sentence: Sentence) -> Telling | None:
        """Return what a sentence tells, or None where it tells of nothing that happened."""
        triggers = self._real_triggers(page, sentence)
        has_toll = any(toll.count.low or toll.count.high for toll in sentence.tolls)
        if sentence.has("unreal") and not has_toll:
            return None
        main = [hit for hit in triggers if not _is_relative(page, sentence, hit)]
        triggers = main or triggers
        strong = [hit for hit in triggers if hit.grade != "weak"]
        chosen = strong or ([hit for hit in triggers if has_toll] if has_toll else [])
        if not chosen:
            return Telling(sentence, None, None, is_anaphor=True, is_weak=True)
        trigger = self._main(chosen)
        kind = self._refined(trigger.id, sentence)
        cues = [hit for hit in sentence.hits if hit.kind == "cues"]
        parts = parts_of(page, trigger, (sentence.start, sentence.end), sentence.actors, cues)
        return Telling(
            sentence,
            trigger,
            kind,
            is_anaphor=_is_anaphor(page, sentence.start, trigger),
            is_weak=not strong,
            parts=tuple(parts),
            types=frozenset(hit.id for hit in strong),
        )

    def _main(self, triggers: Sequence[Hit]) -> Hit:
        """Return the trigger that names what happened.

        The first one does, with those that only say it more exactly: of a word like "attacked" the
        bomb, the raid from the air or the abduction; never the loot or the arrests after it.
        """
        first = min(triggers, key=lambda hit: (hit.start, -self._triggers[hit.id].rank))
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
            and not is_unreal(page, sentence, hit)
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


def _is_relative(page: Page, sentence: Sentence, trigger: Hit) -> bool:
    """Whether a trigger only says more of somebody: "the group, who took the town in May"."""
    before = page.lower[max(sentence.start, trigger.start - 40) : trigger.start]
    words = before.replace(",", " ").split()[-3:]
    return "who" in words or "which" in words


def _is_anaphor(page: Page, start: int, trigger: Hit) -> bool:
    before = page.lower[max(start, trigger.start - 30) : trigger.start].split()
    opening = page.lower[start : start + 12]
    return any(word in _LEADS for word in before[-2:]) or opening.startswith(_POINTING)


def is_unreal(page: Page, sentence: Sentence, trigger: Hit) -> bool:
    """Whether a cue makes this trigger a plan, a fear, a denial, a charge or a rule."""
    return any(_makes_unreal(page, cue, trigger) for cue in sentence.hits if cue.kind == "cues")


def _makes_unreal(page: Page, cue: Hit, trigger: Hit) -> bool:
    gap, after = trigger.start - cue.end, cue.start - trigger.end
    match cue.id:
        case "irrealis":
            near = 0 <= gap <= _SCOPE and not _is_month(page, cue)
            return near and not _broken(page, cue.end, trigger.start)
        case "negation":
            return 0 <= gap <= _CLOSE and not _broken(page, cue.end, trigger.start)
        case "court":
            return 0 <= gap <= 2 * _SCOPE and trigger.id not in _BY_THE_LAW
        case "irrealis_after":
            return 0 <= after <= _AFTER and ";" not in page.lower[trigger.end : cue.start]
    return False


def _is_month(page: Page, cue: Hit) -> bool:
    """Whether "may" is the month: in capitals inside a sentence, or beside a number."""
    if page.lower[cue.start : cue.end] != "may":
        return False
    beside = page.lower[max(0, cue.start - 4) : cue.start] + page.lower[cue.end : cue.end + 4]
    return any(map(str.isdigit, beside)) or (not page.is_shouted and page.plain[cue.start] == "M")


def _broken(page: Page, start: int, end: int) -> bool:
    between = f" {page.lower[start:end]} "
    return any(mark in between for mark in _BREAKS)
