"""What was announced and is off, or on another day, by the word of any report.

A word that something is off is of the announcement of its kind, there or inside what it names, for
that day; a strike also of its trade. One that tells no day is of the one announcement it can be of,
else of the one that its own owner told; a warning lifted in a region is lifted in every place
there. A word never ends what was announced after it: who announces it anew puts it on again. One
source graded E or F does not call off what a better one announced: its word stands beside it, until
another owner's joins it. What is put off to a day is announced for that day, and where it came from
is kept. As with conditions, what was known at an instant never changes by what was read later.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from advisory.gazetteer.folding import fold
from advisory.incidents.whereabouts import Relation, relation
from advisory.model.calling_off import CallingOff
from advisory.model.incident import Account, Incident, IncidentVersion
from advisory.model.marking import Reliability
from advisory.model.value import DateRange, Evidence
from advisory.model.vocabulary import Hazard, Status

_WEAK = frozenset({Reliability.E, Reliability.F})
_STEM = 4  # letters by which the "railway staff" are those of a "rail strike"
_Words = Sequence[CallingOff]


def with_called_off(
    versions: Sequence[IncidentVersion], words: Iterable[CallingOff], families: Mapping[str, str]
) -> tuple[IncidentVersion, ...]:
    """Return the versions, of what was announced with every word that it is off.

    A function of the set of words: order and repetition change nothing.
    """
    told = sorted({word.cancellation.id: word for word in words}.values(), key=_order)
    announced = [v for v in versions if v.incident.status is Status.ANNOUNCED]
    if not (told and announced):
        return tuple(versions)
    of: dict[str, list[CallingOff]] = defaultdict(list)
    moved: dict[str, Incident] = {}
    for word in told:
        known = [v.incident for v in announced if v.is_known(word.known_at)]
        for one in _meant(word, [moved.get(one.id, one) for one in known], families):
            of[one.id].append(word)
            if new := word.cancellation.moved_to:
                moved[one.id] = replace(one, date=new)
    found: list[IncidentVersion] = []
    for version in versions:
        if version.incident.status is Status.ANNOUNCED and version.incident.id in of:
            found += _pieces(version, of[version.incident.id], announced)
        else:
            found.append(version)
    return tuple(sorted(found, key=lambda version: (version.known_from, version.incident.id)))


def _order(word: CallingOff) -> tuple[datetime, str, int, str]:
    cancellation = word.cancellation
    return word.known_at, cancellation.report, cancellation.trigger.start, cancellation.id


def _meant(
    word: CallingOff, known: Iterable[Incident], families: Mapping[str, str]
) -> Sequence[Incident]:
    """Return the incidents that a word is of, among those announced when it was told."""
    may_be = [one for one in known if _may_be_of(word, one, families)]
    own = [one for one in may_be if any(a.owner == word.owner for a in one.accounts)]
    if word.cancellation.place is None:
        may_be = own  # nobody can say where: what its owner told of
    is_one = len(may_be) == 1 or word.cancellation.day is not None
    is_warning = all(one.hazard is Hazard.NATURAL_HAZARD for one in may_be)
    if is_one or (is_warning and word.cancellation.place is not None):
        return may_be
    return own if len(own) == 1 else []


def _may_be_of(word: CallingOff, incident: Incident, families: Mapping[str, str]) -> bool:
    off = word.cancellation
    if off.type is None and incident.hazard is not Hazard.NATURAL_HAZARD:
        return False
    of_kind = families.get(off.type or "", off.type)
    is_kind = of_kind in {None, families.get(incident.type, incident.type)}
    fits = (_is_there, _is_then, _is_trade)
    return is_kind and all(fit(word, incident) for fit in fits)


def _is_there(word: CallingOff, incident: Incident) -> bool:
    """Whether it is announced where the word says, or inside."""
    outer, inner = word.cancellation.place, incident.place
    if outer is None or inner is None:
        return outer is None
    how, _ = relation(outer, inner)
    is_wider = how is Relation.INSIDE and outer.precision >= inner.precision
    return how is Relation.SAME or is_wider


def _is_then(word: CallingOff, incident: Incident) -> bool:
    """Whether it is announced for the day that the word tells, and was not over by then."""
    told, day = word.cancellation.day, incident.date
    if day is None or day.day is None:
        return True
    if told is None or told.first is None:
        return day.day >= word.known_at.date()
    return (day.first or day.day) <= (told.last or told.first) and told.first <= day.day


def _is_trade(word: CallingOff, incident: Incident) -> bool:
    """Whether no other trade strikes: the nurses' strike is not that of the railways."""
    theirs = _stems(e for a in incident.accounts for e in a.mention.evidence)
    ours = _stems(word.cancellation.evidence)
    return not (ours and theirs) or not ours.isdisjoint(theirs)


def _stems(proofs: Iterable[Evidence]) -> set[str]:
    texts = (span.text for proof in proofs if proof.field == "who" for span in proof.spans)
    return {fold(word)[:_STEM] for text in texts for word in text.split()}


def _pieces(
    version: IncidentVersion, words: _Words, announced: Sequence[IncidentVersion]
) -> Iterator[IncidentVersion]:
    """Cut a version where a word of it was told, each piece with the words known by then.

    What was put off to a day for which it is announced anew, as another incident, is off.
    """
    days = [word.cancellation.moved_to for word in words if word.cancellation.moved_to]
    anew = [v for v in announced if any(_is_anew(v.incident, version.incident, d) for d in days)]
    instants = {*(word.known_at for word in words), *(v.known_from for v in anew)}
    cuts = sorted({version.known_from, *filter(version.is_known, instants)})
    for start, until in pairwise((*cuts, version.known_until)):
        if start is None:
            continue
        incident = _by_words(version.incident, [w for w in words if w.known_at <= start])
        if incident.moved_from and any(
            v.is_known(start) and _is_anew(v.incident, version.incident, incident.date)
            for v in anew
        ):
            incident = replace(
                incident, status=Status.CALLED_OFF, date=incident.moved_from, moved_from=None
            )
        yield IncidentVersion(incident, start, until)


def _is_anew(incident: Incident, before: Incident, day: DateRange | None) -> bool:
    """Whether another incident is what was put off to a day."""
    if incident.id == before.id or incident.type != before.type or not (day and incident.date):
        return False
    is_there = relation(incident.place, before.place)[0] in {Relation.SAME, Relation.INSIDE}
    return is_there and incident.date.day == day.day


def _by_words(incident: Incident, words: _Words) -> Incident:
    """Return an announced incident as it stands by these words, oldest first."""
    if not words:
        return incident
    judged: list[CallingOff] = []
    off: CallingOff | None = None
    for told in _in_turn(incident, words):
        if isinstance(told, Account):
            is_anew = off is not None and told.known_at > off.known_at
            if off is not None and is_anew and _outweighs(told.reliability, [off.reliability]):
                off = None
            continue
        before = [a.reliability for a in incident.accounts if a.known_at <= told.known_at]
        is_seconded = any(word.owner != told.owner for word in judged)
        is_enough = _outweighs(told.reliability, before) or is_seconded
        judged.append(replace(told, outweighs=is_enough))
        off = judged[-1] if is_enough else off
    return _moved(replace(incident, callings_off=tuple(judged)), off, judged)


def _in_turn(incident: Incident, words: _Words) -> Sequence[Account | CallingOff]:
    """Return what was told, in the order in which it was known; what is off after what is on."""
    told: list[Account | CallingOff] = [*incident.accounts, *words]
    return sorted(told, key=lambda one: (one.known_at, isinstance(one, CallingOff)))


def _outweighs(word: Reliability, held: Iterable[Reliability]) -> bool:
    return word not in _WEAK or _WEAK.issuperset(held)


def _moved(incident: Incident, off: CallingOff | None, words: _Words) -> Incident:
    """Return it as called off, or for its new day."""
    if off is None:
        return incident
    moves = [w.cancellation.moved_to for w in words if w.outweighs and w.cancellation.moved_to]
    if moves:
        incident = replace(incident, date=moves[-1], moved_from=incident.date)
    is_off = off.cancellation.moved_to is None
    return replace(incident, status=Status.CALLED_OFF) if is_off else incident
