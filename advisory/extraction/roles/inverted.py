"""Where who speaks stands behind the verb: "rebels killed nine, said the governor".

Behind a comma or a quotation mark the verb's subject follows it, unless what follows has a verb of
its own: "the army, which lost four men, said the rebels had fired".
"""

from collections.abc import Sequence
from itertools import pairwise

from advisory.extraction.counts.tokens import Token
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_between

_OPENING = (",", '"')
_LONGEST = 120  # characters of a subject: "army spokesman Colonel Issa Ba"
_VERBS, _LEAD = frozenset("vkKEiIbBaAmlM!"), "r"
_SUBJECTS = frozenset("dtpPwW")  # how a subject begins: an article, a word for people, a name


def is_inverted(sentence: Sentence, verb: Hit | Token) -> bool:
    """Whether the subject of a verb of saying is what follows it."""
    before = sentence.page.plain[max(sentence.start, verb.start - 2) : verb.start].rstrip(" ")
    if not before.endswith(_OPENING):
        return False
    last = min(sentence.end, verb.end + _LONGEST)
    comma = sentence.page.plain.find(",", verb.end, last)
    end = comma if comma > 0 else last
    behind = words_between(sentence, verb.end, end)
    return bool(behind) and is_subject(sentence, behind)


def is_subject(sentence: Sentence, words: Sequence[Token]) -> bool:
    """Whether words are a subject: nothing but a noun and what describes it, no clause."""
    if words[0].tag not in _SUBJECTS:
        return False
    start, end = words[0].start, words[-1].end
    told = (*sentence.of("triggers"), *sentence.of("harm"))
    pairs = pairwise(words)  # "the union on Thursday" has no verb
    has_verb = any(one.tag in _VERBS and before.tag != _LEAD for before, one in pairs)
    return not has_verb and not any(start <= hit.start < end for hit in told)
