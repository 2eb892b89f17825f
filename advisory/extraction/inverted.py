"""Where who speaks stands behind the verb: "rebels killed nine, said the governor".

Behind a comma or a quotation mark the verb's subject follows it, unless what follows has a verb of
its own: "the army, which lost four men, said the rebels had fired".
"""

from advisory.extraction.page import Page
from advisory.extraction.scan import Hit
from advisory.extraction.sentence import Sentence
from advisory.extraction.tokens import Token

_OPENING = ',"'
_VERBS = frozenset("vkKEiIbBaAmlM!")
_SUBJECTS = frozenset("dtpPwW")  # how a subject begins: an article, a word for people, a name


def is_inverted(page: Page, sentence: Sentence, verb: Hit | Token) -> bool:
    """Whether the subject of a verb of saying is what follows it."""
    before = page.plain[sentence.start : verb.start].rstrip(" ")
    if not before.endswith(tuple(_OPENING)):
        return False
    comma = page.plain.find(",", verb.end, sentence.end)
    end = comma if comma > 0 else sentence.end
    behind = [token for token in sentence.words if verb.end <= token.start < end]
    if not behind or behind[0].tag not in _SUBJECTS:
        return False
    told = (*sentence.of("triggers"), *sentence.of("harm"))
    has_verb = any(token.tag in _VERBS for token in behind)
    return not has_verb and not any(verb.end <= hit.start < end for hit in told)
