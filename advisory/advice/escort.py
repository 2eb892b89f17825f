"""When an escort is ruled out: it would be a party to the fight, or escorted convoys were hit.

Both are read from data: conflicts.yaml says who fights where since when, the incidents say who
acted and what was hit. The desk edition names them; the carry edition never does.
"""

from datetime import timedelta

from advisory.advice.claims import party_of
from advisory.advice.dossier import Dossier, day_of
from advisory.advice.words import date_words, listed, place_words, with_article
from advisory.model.advice import Provenance, Slot
from advisory.model.incident import Incident
from advisory.model.value import Actor
from advisory.model.vocabulary import ConditionKind, ConditionState, Hazard
from advisory.rulebook.conflicts import Conflicts, Party
from advisory.rulebook.measures import Situation

_ACTORS_DAYS = 90
_CONTROL_DAYS = 30


def situations(dossier: Dossier, conflicts: Conflicts) -> tuple[Situation, ...]:
    """Return what calls for measures beside hazard and level."""
    holds = {
        Situation.UNKNOWN: dossier.assessment.level is None,
        Situation.CONTROL_CHANGED: _control_changed(dossier),
        Situation.ESCORT_HIT: bool(escorted_hits(dossier, conflicts)),
        Situation.PARTIES_NAMED: bool(named_parties(dossier, conflicts)),
    }
    return tuple(situation for situation, held in holds.items() if held)


def escorted_hits(dossier: Dossier, conflicts: Conflicts) -> tuple[Incident, ...]:
    """Return the recent attacks on roads whose target was a convoy or what rides with one."""
    return tuple(
        incident
        for incident in dossier.recent(conflicts.escorted_days)
        if incident.hazard is Hazard.ROAD_ATTACK_AND_MINES
        and set(incident.targets) & set(conflicts.escorted_targets)
    )


def hits_slot(dossier: Dossier, conflicts: Conflicts) -> Slot:
    """Return the places and days of the hits, latest first, for "convoys were hit ..."."""
    hits = sorted(escorted_hits(dossier, conflicts), key=day_of, reverse=True)
    places = [f"{place_words(hit.place)} {date_words(hit.date)}" for hit in hits]
    ids = ", ".join(hit.id for hit in hits)
    return Slot("; ".join(places), Provenance.COMPUTED, ids)


def named_parties(dossier: Dossier, conflicts: Conflicts) -> tuple[Party, ...]:
    """Return the parties to a conflict that recent incidents name, in the order of conflicts.yaml.

    A party counts if it fought on the day of the incident or on the day of the as-of.
    """
    found: list[Party] = []
    for incident in dossier.recent(_ACTORS_DAYS):
        country = incident.place.country if incident.place else None
        days = (day_of(incident), dossier.day)
        parties = tuple(p for day in days for p in conflicts.parties(country, day))
        found += [
            p for actor in _acting(incident) if (p := party_of(actor.name, actor.id, parties))
        ]
    return tuple(sorted(dict.fromkeys(found), key=lambda party: party.name))


def _acting(incident: Incident) -> tuple[Actor, ...]:
    told = (actor for account in incident.accounts for actor in account.mention.actors)
    return (*incident.actors, *told)


def parties_slot(dossier: Dossier, conflicts: Conflicts) -> Slot:
    """Return the names of the parties for "no escort by ...", from conflicts.yaml."""
    parties = named_parties(dossier, conflicts)
    names = [f"{with_article(party.name)}{party.name}" for party in parties]
    return Slot(listed(names, "or"), Provenance.RULEBOOK, "conflicts.yaml")


def _control_changed(dossier: Dossier) -> bool:
    first = dossier.day - timedelta(days=_CONTROL_DAYS)
    return any(
        condition.kind is ConditionKind.CONTROL
        and condition.state is ConditionState.IN_FORCE
        and condition.since is not None
        and condition.since > first
        for condition in dossier.conditions
    )
