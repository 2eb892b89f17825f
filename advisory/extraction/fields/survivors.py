"""Who of the wounded lives: "four were wounded, one of whom died" leaves three.

Nobody is counted twice: who died of wounds is of the killed alone, as in the codebook of the Global
Terrorism Database, which counts "confirmed non-fatal injuries".
"""

from collections.abc import Sequence

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.toll import Toll
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.surfaces import HOSPITALS
from advisory.model.value import Count

_ADVERB = "a"  # the tag of "later"


def were_hurt(tellings: Sequence[Telling], sentence: Sentence, toll: Toll) -> bool:
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


def survivors(tellings: Sequence[Telling], hurt: Count, told_in: int) -> Count:
    """Return the wounded, told in a sentence of a number, without those of them who died since."""
    died = [
        toll.count.low
        for telling in tellings
        for toll in telling.tolls
        if toll.harm == "killed"
        and telling.sentence.number >= told_in
        and were_hurt(tellings, telling.sentence, toll)
    ]
    dead = sum(died)
    if not dead or hurt.low <= dead:
        return hurt
    return Count(hurt.low - dead, hurt.high and hurt.high - dead, hurt.qualifier)
