"""Who "they" are: "Gunmen stopped two buses. They took away twenty passengers".

A sentence that begins with "they" and a verb of violence goes on with who acted before: the only
one in its paragraph so far that fights, wherever the paragraph names no second.
"""

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.vocabulary import FIGHTING

_THEY = frozenset("sH")  # tags of "they", "he"
_BETWEEN = frozenset("aA")  # "they then", "they have"
_WORDS = 3


def named_before(sentence: Sentence, trigger: Hit | None) -> ActorFound | None:
    """Return who the pronoun before a deed means, None where nobody or several could be meant."""
    if trigger is None or trigger.form in NOUNS or sentence.begin == sentence.start:
        return None
    before = [word for word in sentence.words if word.end <= trigger.start]
    if not before or len(before) > _WORDS or before[0].tag not in _THEY:
        return None
    if not _BETWEEN.issuperset(word.tag for word in before[1:]):
        return None
    told = sentence.findings.actors_in(sentence.begin, sentence.start)
    fighting = {actor.id: actor for actor in told if actor.kind in FIGHTING}
    return next(iter(fighting.values())) if len(fighting) == 1 else None
