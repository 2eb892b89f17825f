"""Whether a sentence counts many deeds, and tells the dead of none of them."""

from advisory.extraction.counts.tags import letters
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.reality.remembered import is_new
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS

_OF_THE_SUM = "ftn"  # tags of "of the 188"
_OF_A_DAY = 7  # the weight of a weekday


def is_counted_up(sentence: Sentence) -> bool:
    """Whether it counts many deeds and tells the dead of none: "38 were killed in June alone".

    So does "of the 188 killed, 61 died in raids and 84 in clan fighting".
    """
    if _is_shared_out(sentence):
        return True
    if not sentence.has("statistic"):
        return False
    days = (found for found in sentence.dates if found.weight >= _OF_A_DAY)
    own = (found for found in days if not is_of_speech(sentence, found))
    return not (sentence.has_toll and any(is_new(one, sentence, sentence.start) for one in own))


def _is_shared_out(sentence: Sentence) -> bool:
    """Whether it begins with a sum and says how many of it each of several things killed."""
    if letters(sentence.tokens[:3]) != _OF_THE_SUM or sentence.own_dates:
        return False
    killed = [toll for toll in sentence.tolls if toll.harm == "killed"]
    return len(killed) > 1 and any(hit.form in NOUNS for hit in sentence.of("triggers"))
