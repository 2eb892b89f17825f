"""Who tells of its own side's success is a party, though elsewhere an office.

An army that counts its dead, or a town that it lost, is a source; one that counts those whom it
killed, or a town that it took, claims it.
"""

from collections.abc import Sequence

from advisory.extraction.claims.speakers import Speaker, speaker_of_toll, toll_span
from advisory.extraction.counts.counts import Toll
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.model.vocabulary import FIGHTING, ActorKind, SpeakerKind, Stance

_FIRST = 2  # of the first words that are said: "that its"


def whose_toll(telling: Telling, toll: Toll, voices: Sequence[Speaker]) -> Speaker | None:
    """Return whose word a toll is, of those who speak in its sentence."""
    by = speaker_of_toll(telling.sentence, toll, voices)
    return as_party(by) if by and is_own_success(telling, toll, by) else by


def as_party(speaker: Speaker) -> Speaker:
    """Return an office as the party that it is where it tells of its own side's success."""
    return speaker._replace(kind=SpeakerKind.PARTY, stance=Stance.CLAIMED)


def is_own_success(telling: Telling, toll: Toll, by: Speaker) -> bool:
    """Whether a side tells how many attackers it killed: there it is a party, not an office.

    So is a ministry of what "it" or "its troops" did, and any office of what forces of the state
    did: "the government said soldiers killed five gunmen".
    """
    if not any(part.who == "attacker" for part in toll.parts):
        return False
    sentence, (start, end) = telling.sentence, by.span
    is_force = any(a.kind in FIGHTING and a.start < end and start < a.end for a in sentence.actors)
    doers = {part.actor.kind for part in telling.parts if part.is_doer}
    is_of_state = by.kind is SpeakerKind.OFFICIAL and doers == {ActorKind.STATE_FORCE}
    is_its = is_its_own(sentence, by, toll_span(sentence, toll)[0])
    return is_force or is_of_state or (by.kind is SpeakerKind.OFFICIAL and is_its)


def is_its_own(sentence: Sentence, by: Speaker, deed: int) -> bool:
    """Whether a deed is of who tells it: "the ministry said its forces had taken the village"."""
    own = sentence.findings.by.actors.own_words
    return not own.isdisjoint(sentence.page.between(by.verb[1], deed)[:_FIRST])
