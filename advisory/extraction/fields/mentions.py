"""A gathered incident becomes a `Mention`: every value with the words that prove it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from advisory.extraction.claims.claims import claims
from advisory.extraction.claims.status import is_said, is_told, status
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.naming import Namer
from advisory.extraction.composing.setting import Setting, day_of, town_of
from advisory.extraction.dates.dates import DateFound
from advisory.extraction.fields.abducted import taken
from advisory.extraction.fields.all_lost import all_lost
from advisory.extraction.fields.around import AroundReader
from advisory.extraction.fields.countries import in_country
from advisory.extraction.fields.doers import called, doing, strongest
from advisory.extraction.fields.figure import Figure, bombers, is_summed
from advisory.extraction.fields.figures import alive, figure
from advisory.extraction.fields.freed import FREED, Freed, claims_of, freed
from advisory.extraction.fields.kinds import MISHAP, UNKNOWN, by_its_cause, by_what_was_hit
from advisory.extraction.fields.targets import FOREIGNER, Target, TargetReader, target_codes
from advisory.extraction.fields.to_come import is_announced, is_to_come
from advisory.extraction.fields.unsaid import Unsaid
from advisory.extraction.fields.weapons import WeaponReader
from advisory.extraction.groups import ANY_ATTACK, CAPTIVITY, FOUGHT, VIOLENT, WALKOUTS
from advisory.extraction.places.place_found import BY_NAME, PlaceFound
from advisory.extraction.roles.roles import Part
from advisory.extraction.roles.strikers import Strikers
from advisory.extraction.tellings.refine import Refiner
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.page import Page, proof
from advisory.extraction.text.scan import Hit
from advisory.model.identity import mention_id
from advisory.model.incident import Mention
from advisory.model.value import Claim, Evidence, Span
from advisory.model.vocabulary import Category, Hazard, Stance, Status
from advisory.rulebook.book import IncidentType
from advisory.rulebook.lexicon import Lexicon

_RULE = "counts/people"
_NOBODYS = frozenset({Hazard.NATURAL_HAZARD, Hazard.EPIDEMIC, Hazard.TRANSPORT_ACCIDENT})
"""What nobody does, whoever acts in the same sentence."""
_UNMEANT = frozenset({Category.DISASTER, Category.ACCIDENT})
STORM = "storm"
_IN_HAND = frozenset({"firearm", "knife"})
_LONGEST_NAME, _MARKS = 24, ",.;:\"'"
MOST_KILLED_AT_ONCE = 5_000
"""Above it a toll is that of a war, a massacre of long ago or a film, not of one new incident."""


class MentionMaker:
    """Makes mentions by the types of the rule base."""

    def __init__(self, types: Mapping[str, IncidentType], lexicon: Lexicon) -> None:
        ranks = {name: entry.rank for name, entry in lexicon.triggers.items()}
        self._namer = Namer(types, ranks)
        self._types = types
        self._language = lexicon.language
        self._hit = TargetReader(lexicon)
        self._with = WeaponReader(lexicon.grammar)
        self._refiner = Refiner(lexicon)
        self._around = AroundReader(lexicon.grammar)
        self._unsaid = Unsaid(lexicon.grammar)
        self._strikers = Strikers(lexicon.grammar)
        self._own_weapons = {name: entry.weapons for name, entry in lexicon.triggers.items()}

    def mention(self, page: Page, report: str, draft: Draft, setting: Setting) -> Mention:
        """Return what the report says of one incident."""
        named = self._namer.named_by(draft)
        values = self._values(draft, named, setting)
        codes = target_codes(page, values.targets, values.actors, str(named.type))
        type_ = _type(draft, named, values, codes)
        if FOREIGNER in codes:
            type_ = self._refiner.of_target(type_, FOREIGNER, named.sentence)
        doers = self._unsaid.parts(values.actors, draft, type_, setting.stories)
        values = replace(values, actors=doers)
        named_arms = () if type_ in {MISHAP, UNKNOWN} else self._named_weapons(named)
        kind = self._types[type_]
        if kind.category in _UNMEANT:  # nobody did it, whoever speaks of it
            values = replace(values, actors=(), called=())
        told = claims(page, draft.tellings, has_parties=kind.hazard not in _NOBODYS)
        made = [*told, *claims_of(page, values.freed)]
        announced = is_to_come(draft, values.day, killed=bool(values.killed))
        trigger = Span.of(page.text, *_anchor(draft, named))
        return Mention(
            id=mention_id(report, trigger, type_),
            report=report,
            type=type_,
            category=kind.category,
            hazard=kind.hazard,
            trigger=trigger,
            place=self._around.placed(page, values.place) if values.place else None,
            date=values.day.value if values.day else None,
            killed=values.killed.count if values.killed else None,
            injured=values.injured.count if values.injured else None,
            abducted=values.abducted.count if values.abducted else None,
            freed=values.freed.figure.count if values.freed else None,
            freed_on=values.freed.day.value if values.freed and values.freed.day else None,
            killed_parts=values.killed.parts if values.killed else (),
            injured_parts=values.injured.parts if values.injured else (),
            actors=tuple(dict.fromkeys(part.actor for part in values.actors)),
            targets=codes,
            weapons=tuple(dict.fromkeys((*named_arms, *(hit.id for hit in values.weapons)))),
            status=_status(draft, made, values.killed, announced=announced),
            claims=tuple(made),
            background=draft.is_background,
            aggregate=_is_aggregate(type_, kind, draft) or _is_a_whole_war(kind, values.killed),
            conflicts=_conflicts(draft),
            evidence=tuple(self._evidence(draft, named, values, is_armed=bool(named_arms))),
        )

    def _values(self, draft: Draft, named: Telling, setting: Setting) -> "_Values":
        """Return what is chosen for an incident of all that its tellings say."""
        kind, place = str(named.type), in_country(town_of(draft, setting), setting, draft)
        parts = () if self._types[kind].hazard in _NOBODYS else tuple(doing(draft, kind))
        killed, hurt = _killed(draft, named), figure(draft.tellings, "injured")
        abducted = None if kind in WALKOUTS else taken(draft.tellings)
        free = freed(draft.tellings, abducted) if kind in CAPTIVITY else None
        return _Values(
            place=place,
            day=day_of(draft, setting),
            killed=killed,
            injured=alive(hurt, killed),
            abducted=abducted or (free and free.taken),
            freed=free,
            actors=tuple(strongest(parts)),
            called=tuple(called(parts)),
            targets=tuple(self._hit.targets(draft, place.place.country if place else None)),
            weapons=tuple(self._with.weapons(draft, kind)),
        )

    def _named_weapons(self, named: Telling) -> tuple[str, ...]:
        """Return the weapons that a type names, or else the words that told of it."""
        of = named.trigger.id if named.trigger else ""
        return self._own_weapons.get(str(named.type), ()) or self._own_weapons.get(of, ())

    def _evidence(
        self, draft: Draft, named: Telling, values: "_Values", *, is_armed: bool
    ) -> Iterator[Evidence]:
        page = named.page
        if named.trigger:
            rule = named.trigger.rule(self._language)
            yield proof(page, "type", rule, _with_name(draft, named))
            if is_armed:
                yield proof(page, "weapons", rule, _trigger(named))
        if is_announced(draft):
            yield from self._strikers.proofs(named.sentence, named.trigger)
        yield from _proofs(page, draft, values)
        for target in values.targets:
            yield proof(page, "targets", target.rule, (target.start, target.end))
        for hit in values.weapons:
            yield proof(page, "weapons", hit.rule(self._language), (hit.start, hit.end))


@dataclass(frozen=True, slots=True)
class _Values:
    """What was chosen for one incident, with where it stands."""

    place: PlaceFound | None
    day: DateFound | None
    killed: Figure | None
    injured: Figure | None
    abducted: Figure | None
    freed: Freed | None
    actors: tuple[Part, ...]
    called: tuple[Part, ...]
    targets: tuple[Target, ...]
    weapons: tuple[Hit, ...]


def _status(
    draft: Draft, made: Sequence[Claim], killed: Figure | None, *, announced: bool
) -> Status:
    """Return what may be said of the whole; who denies other dead than those told disputes none."""
    told = is_told(draft.tellings)
    known = {killed.count, None} if told and killed else set()
    of_it = [c for c in made if not known or c.stance is not Stance.DENIED or c.count in known]
    said = any(c.stance is Stance.DENIED for c in of_it) and is_said(draft.tellings)
    return status(of_it, announced=announced, told=told, said=said)


def _type(draft: Draft, named: Telling, values: _Values, codes: Sequence[str]) -> str:
    hurt = [toll for toll in (values.killed, values.injured) if toll]
    is_deadly = any(toll.count.low for toll in hurt)
    killed = values.killed.count.low if values.killed else 0
    was_hurt = named.type == "murder" and is_deadly and not killed  # "was shot and wounded"
    arms = {hit.id for hit in values.weapons}
    is_raid = named.type == "arson" and killed and (ANY_ATTACK & named.types or _IN_HAND & arms)
    if was_hurt or is_raid:  # "attacked the village, burning huts and killing nine"
        return "armed_attack"
    type_ = by_what_was_hit(str(named.type), codes, hurt, values.actors, is_faint=named.is_weak)
    return by_its_cause(type_, draft.tellings, arms, values.actors, is_deadly=is_deadly)


def _proofs(page: Page, draft: Draft, values: _Values) -> Iterator[Evidence]:
    if place := values.place:
        yield proof(page, "place", place.rule, *place.spans)
    if day := values.day:
        yield proof(page, "date", day.rule, (day.start, day.end))
    if values.place and (region := _region_words(draft, values.place)):
        yield proof(page, "admin1", region.rule, (region.start, region.end))
    yield from _figures(page, values)
    for part in dict.fromkeys((*values.actors, *values.called)):
        yield proof(page, "actors", part.found.rule, (part.found.start, part.found.end))


def _figures(page: Page, values: _Values) -> Iterator[Evidence]:
    figures = {"killed": values.killed, "injured": values.injured, "abducted": values.abducted}
    if free := values.freed:
        figures[FREED] = free.figure
    for name, toll in figures.items():
        if toll:
            yield proof(page, name, _RULE, *toll.spans)
    if free and (day := free.day):
        yield proof(page, "freed_on", day.rule, (day.start, day.end))


def _region_words(draft: Draft, place: PlaceFound) -> PlaceFound | None:
    """Return where the report itself names the region that the place lies in."""
    for telling in draft.tellings:
        for found in telling.sentence.places:
            is_region = found.place.kind == "admin1" and found.place.admin1 == place.place.admin1
            if is_region and found.rule == BY_NAME:
                return found
    return None


def _with_name(draft: Draft, named: Telling) -> tuple[int, int]:
    """Return the words that name the type, with the name of a storm: "Cyclone Ado"."""
    storms = [one for one in draft.tellings if one.type == named.type == STORM]
    for telling in sorted(storms, key=lambda one: one.sentence.is_headline):
        start, end = _trigger(telling)
        name = named.page.plain[end : end + _LONGEST_NAME].split(maxsplit=1)[:1]
        is_told = not telling.sentence.is_headline or _ends_a_line(named.page, start, end)
        bare = name[0].strip(_MARKS) if name else ""
        if is_told and bare[:1].isupper() and named.page.plain[end] == " ":
            return start, end + 1 + len(name[0].rstrip(_MARKS))
    return _trigger(named)


def _ends_a_line(page: Page, start: int, end: int) -> bool:
    """Whether a word behind a small one is the last but one: "effects of Typhoon Ado"."""
    lead = page.plain[max(0, start - _LONGEST_NAME) : start].split()[-1:]
    is_last = len(page.plain[end : end + 2 * _LONGEST_NAME].partition("\n")[0].split()) == 1
    return bool(lead) and lead[0].islower() and is_last


def _trigger(named: Telling) -> tuple[int, int]:
    hit = named.trigger or named.sentence
    return hit.start, hit.end


def _anchor(draft: Draft, named: Telling) -> tuple[int, int]:
    """Return the words that an id is made of: of several incidents of one word, their place."""
    own = draft.first.own
    return (own.place.start, own.place.end) if own else _trigger(named)


def _killed(draft: Draft, named: Telling) -> Figure | None:
    told = figure(draft.tellings, "killed") or all_lost(draft.tellings)
    words = named.trigger.id if named.trigger else ""  # of a bomb at a leader too
    is_known = told is not None and told.count.low and not told.is_of_others
    is_bomber = "suicide_bombing" in (named.type, words) and not is_known
    return (bombers(draft.tellings) or told) if is_bomber else told


def _is_aggregate(type_: str, kind: IncidentType, draft: Draft) -> bool:
    """Whether the figures are a campaign's: over many incidents, with no place or day of one.

    Those of an outbreak since it began are its own, and so are those of a battle of days; the dead
    of "attacks in Plateau since January" are of many, and so are those who "have been killed since
    the vote".
    """
    first = draft.first.sentence
    if kind.hazard is Hazard.EPIDEMIC:
        return False
    is_of_many = draft.first.is_of_many or is_summed(first)
    is_of_many = is_of_many and type_ in VIOLENT - FOUGHT and first.has_toll
    is_of_none = draft.is_old and not any(place.is_led for place in first.places)
    return draft.is_aggregate or (first.has("aggregate") and (is_of_many or is_of_none))


def _is_a_whole_war(kind: IncidentType, killed: Figure | None) -> bool:
    """Whether more died than in any single attack: only nature and disease kill so many at once."""
    by_nature = kind.hazard in {Hazard.NATURAL_HAZARD, Hazard.EPIDEMIC}
    return killed is not None and killed.count.low > MOST_KILLED_AT_ONCE and not by_nature


def _conflicts(draft: Draft) -> tuple[str, ...]:
    found = [
        f"date: {date.conflict}"
        for telling in draft.tellings
        for date in telling.dates
        if date.conflict
    ]
    return tuple(dict.fromkeys(found))
