"""Who says what: authors, speakers, and a toll that only one party to the fight gives.

A claim keeps its claimant. A toll told by nobody but one party is printed as that party's word; a
higher figure follows the headline with its speaker; a word that takes sides stands in quotation
marks, because it is then the speaker's.
"""

from advisory.advice.dossier import day_of
from advisory.advice.wording import quoted_if_loaded
from advisory.model.advice import ClaimLine, Provenance, Slot
from advisory.model.incident import Incident
from advisory.model.value import Actor, Claim, Count, named_first
from advisory.model.vocabulary import ActorRole, Stance
from advisory.rulebook.conflicts import Conflicts, Party

AUTHOR_FIELDS = frozenset({"perpetrator", "perpetrators", "author", "responsibility"})
_OWNED = AUTHOR_FIELDS | {"type"}  # "claimed that its fighters attacked": claimed by it


def party_of(name: str, actor_id: str | None, parties: tuple[Party, ...]) -> Party | None:
    """Return the party to a conflict that a name means: by id, by any of its names."""
    called = name.casefold()
    return next((p for p in parties if actor_id == p.actor or called in _names(p)), None)


def _names(party: Party) -> frozenset[str]:
    long = party.name.rpartition(" (")[0]
    names = (party.name, long, short_name(party.name), *party.aliases)
    return frozenset(name.casefold() for name in names if name)


def short_name(name: str) -> str:
    """Return the acronym behind a name, or the name.

    >>> short_name("Malian Armed Forces (FAMa)")
    'FAMa'
    """
    _, bracket, last = name.rpartition(" (")
    return last.removesuffix(")") if bracket and last.endswith(")") else name


def name_slot(
    name: str, actor_id: str | None, incident: Incident, conflicts: Conflicts, report: str
) -> Slot:
    """Return an actor's or speaker's name as it is printed: long name and acronym where known."""
    country = incident.place.country if incident.place else None
    party = party_of(name, actor_id, conflicts.parties(country, day_of(incident)))
    return Slot(quoted_if_loaded(party.name if party else name), Provenance.EVIDENCE, report)


def actors(incident: Incident, role: ActorRole) -> tuple[tuple[str, Actor], ...]:
    """Return the actors of one role, each once, with the first report that names them."""
    found: dict[str, tuple[str, Actor]] = {}
    for account in incident.accounts:
        for actor in account.mention.actors:
            if actor.role is role:
                found.setdefault(actor.id or actor.name, (account.mention.report, actor))
    for actor in incident.actors:
        if actor.role is role:
            found.setdefault(actor.id or actor.name, (incident.reports[0], actor))
    told = named_first(actor for _, actor in found.values())
    return tuple(one for one in found.values() if one[1] in told)


def claimants(incident: Incident) -> frozenset[str]:
    """Return the names of those who claim to have done it, or that it was done as they say."""
    return frozenset(
        claim.speaker
        for _, claim in incident.claims
        if claim.field in _OWNED and claim.stance is Stance.CLAIMED and claim.speaker
    )


def deniers(incident: Incident, *, part: bool = False) -> tuple[tuple[str, str], ...]:
    """Return (report, speaker) of those who deny it, or their part in it alone, each once."""
    denied = (
        (report, claim.speaker)
        for report, claim in incident.claims
        if claim.stance is Stance.DENIED and claim.speaker
        if part == (claim.field in AUTHOR_FIELDS)
    )
    return tuple({speaker: (report, speaker) for report, speaker in denied}.values())


def higher_figure(incident: Incident) -> tuple[str, Claim, Count] | None:
    """Return (report, claim, count) of the highest number of killed above the headline."""
    headline = incident.killed.best if incident.killed else -1
    above = [
        (report, claim, claim.count)
        for report, claim in incident.claims
        if claim.field == "killed" and claim.count and claim.count.best > headline
    ]
    return max(above, key=lambda found: found[2].best, default=None)


def claim_lines(incidents: tuple[Incident, ...], conflicts: Conflicts) -> tuple[ClaimLine, ...]:
    """Return the rows of the claims table, in the order of incidents and of what was known.

    What one report says twice, with an actor's long name and its acronym, is one row.
    """
    lines = (
        ClaimLine(
            incident=incident.id,
            field=claim.field,
            value=_value_slot(incident, report, claim, conflicts),
            speaker=quoted_if_loaded(claim.speaker) if claim.speaker else "speaker not named",
            stance=claim.stance.value,
            report=report,
        )
        for incident in incidents
        for report, claim in incident.claims
        if not _is_said_better(incident, report, claim)
    )
    return tuple(dict.fromkeys(lines))


def _value_slot(incident: Incident, report: str, claim: Claim, conflicts: Conflicts) -> Slot:
    words = _one_line(claim.value)
    if claim.field in AUTHOR_FIELDS:
        return name_slot(words, None, incident, conflicts, report)
    return Slot(quoted_if_loaded(words), Provenance.EVIDENCE, report)


def _is_said_better(incident: Incident, report: str, claim: Claim) -> bool:
    """Whether a claim of the bare event is told in the same report by a claim of what it was."""
    return claim.field == "type" and any(
        other.field != "type" and (told, other.speaker) == (report, claim.speaker)
        for told, other in incident.claims
    )


def _one_line(text: str) -> str:
    return " ".join(text.split()).rstrip(".,;:")
