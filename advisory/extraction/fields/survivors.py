"""Who of the wounded lives: "four were wounded, one of whom died" leaves three.

Nobody is counted twice: who died of wounds is of the killed alone, as in the codebook of the Global
Terrorism Database, whose wounded are those who live. The words that tell of their death prove the
number of the living, too.
"""

from collections.abc import Sequence

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.toll import Toll
from advisory.extraction.fields.figure import Figure, recounted
from advisory.extraction.fields.held import tolls_of
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.surfaces import HOSPITALS
from advisory.extraction.words import toll_span
from advisory.model.value import Count

_OF_THE, _HURT = "ft", "i"  # tags of "of the passengers wounded"
_ADVERB = "a"  # the tag of "later"


def died_of_wounds(tellings: Sequence[Telling], sentence: Sentence, toll: Toll) -> bool:
    """Whether they died after others, on top of whom they count: "one of the wounded has died"."""
    return _are_of_them(tellings, sentence, toll) or (
        toll.has_lingered and _were_hurt(tellings, sentence, toll)
    )


def survivors(tellings: Sequence[Telling], hurt: Figure) -> Figure:
    """Return the wounded without those of them who are told behind to have died."""
    later = [
        (telling.sentence, toll)
        for telling, toll in tolls_of(tellings, "killed")
        if telling.sentence.number >= hurt.sentence
        and _are_of_them(tellings, telling.sentence, toll)
    ]
    dead, known = sum(toll.count.low for _, toll in later), hurt.count
    if not dead or known.low <= dead:
        return hurt
    count = Count(known.low - dead, known.high and known.high - dead, known.qualifier)
    return recounted(hurt, count, [toll_span(*one) for one in later])


def _are_of_them(tellings: Sequence[Telling], sentence: Sentence, toll: Toll) -> bool:
    """Whether "one of them has died" is of the wounded, of whom the text has spoken last."""
    if not toll.is_of_them:
        return False
    if toll.has_lingered:
        return True
    told = [telling for telling in tellings if telling.sentence.number < sentence.number]
    before = [one for telling in told for one in telling.tolls]
    if not before or before[-1].harm != "injured" or before[-1].count.low <= toll.count.low:
        return False
    return before[-2:-1] == [] or before[-2].harm == "injured" or _is_later(sentence, toll)


def _is_later(sentence: Sentence, toll: Toll) -> bool:
    """Whether they did not die at once: "two of them later died", "died in hospital"."""
    words = letters(sentence.tokens[toll.first : toll.last])
    return _ADVERB in words or any(hit.id == HOSPITALS for hit in sentence.hits)


def _were_hurt(tellings: Sequence[Telling], sentence: Sentence, toll: Toll) -> bool:
    """Whether at least as many are told to have been wounded as then died of it."""
    return _are_some(sentence, toll) or any(
        hurt.count.low >= toll.count.low
        for where, hurt in tolls_of(tellings, "injured")
        if where.sentence.number <= sentence.number
    )


def _are_some(sentence: Sentence, toll: Toll) -> bool:
    """Whether they are of the wounded: "two of the injured died", on top of who died at once."""
    _, of, hurt = letters(sentence.tokens[toll.first : toll.last]).partition(_OF_THE)
    return bool(of) and _HURT in hurt
