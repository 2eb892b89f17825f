"""What the claims of an incident allow to say of the whole of it.

Announced, disputed, denied, confirmed, unverified, one party's claim, or reported: the first that
holds. Who denies only to have done it denies nothing of the whole.
"""

from collections.abc import Iterable, Sequence

from advisory.extraction.claims.own_side import claims_killing, teller_of
from advisory.extraction.claims.sayings import STANCES
from advisory.extraction.claims.speakers import accuser, heard
from advisory.extraction.tellings.tellings import Telling
from advisory.model.value import Claim
from advisory.model.vocabulary import SpeakerKind, Stance, Status

_CLAIMING = frozenset({SpeakerKind.PARTY})


def is_told(tellings: Sequence[Telling]) -> bool:
    """Whether the report tells it itself, and no more than adds what somebody says of it.

    The first sentence of the body decides: a headline leaves out whose word it is, and what comes
    later only goes on. A deed of which one side accuses the other is not told.
    """
    body = [t for t in tellings if t.type and not t.sentence.is_headline]
    if not body:
        return False
    sentence, tolls = body[0].sentence, body[0].tolls
    if not STANCES.keys().isdisjoint(sentence.cues):
        voices = heard(sentence, body[0].trigger)
        return any(voices) and any(teller_of(body[0], one, voices) is None for one in tolls)
    return not any(accuser(sentence, one) or claims_killing(sentence, one) for one in tolls)


def is_said(tellings: Sequence[Telling]) -> bool:
    """Whether somebody tells it who is no side: what another denies is then disputed."""
    typed = (t for t in tellings if t.type and not t.sentence.has("deny"))
    return any(v.stance is Stance.ASSERTED for t in typed for v in heard(t.sentence, t.trigger))


def status(
    made: Iterable[Claim], *, announced: bool, told: bool = False, said: bool = False
) -> Status:
    """Return what the claims allow to say of the whole.

    Announced beats all; a denial makes it disputed where the report tells it, or somebody else
    says or claims it or its dead; two parties who confirm, or an official who does, make it
    confirmed; a lone party's word leaves it claimed, unless the report tells it itself.

    >>> status([], announced=False)
    <Status.REPORTED: 'reported'>
    """
    known = list(made)
    stances = {claim.stance for claim in known if claim.field in {"type", "control"}}
    speakers = {
        claim.speaker_kind
        for claim in known
        if claim.field in {"killed", "injured", "type", "control"}
    }
    if announced:
        return Status.ANNOUNCED
    tolls = {claim.stance for claim in known if claim.field in {"killed", "injured"}}
    if Stance.DENIED in stances or tolls == {Stance.DENIED}:
        is_told = told or said or (stances | tolls) - {Stance.DENIED, Stance.UNVERIFIED}
        return Status.DISPUTED if is_told else Status.DENIED
    if Stance.CONFIRMED in stances:
        return Status.CONFIRMED
    if Stance.UNVERIFIED in stances:
        return Status.UNVERIFIED
    if speakers and speakers <= _CLAIMING and not told:
        return Status.CLAIMED
    return Status.REPORTED
