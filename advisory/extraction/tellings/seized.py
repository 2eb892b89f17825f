"""Who "seized two engineers" abducted them, whatever people they are.

"Seized" is a word for people, arms and towns alike. A few words beside it say that people were
meant ("passengers"); here its own object or subject says so. Whom police or soldiers seize is
arrested, and whom somebody "seized and shot" was shot.
"""

from advisory.extraction.counts.harmed import object_of, subject_of
from advisory.extraction.counts.people import People, people_in
from advisory.extraction.groups import ABDUCTIONS, VIOLENT
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.vocabulary import ActorKind

_OFFICIAL = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.PEACEKEEPERS})
_PEOPLE = "pP"  # tags of words that are people wherever they stand
_GOVERNING = "rf"  # tags of "in", "of": "the house of a trader was seized"
_FIGHTERS = frozenset({"attacker"})


def seizes_people(sentence: Sentence, hit: Hit) -> bool:
    """Whether a word that names an abduction only beside others takes people by itself."""
    if hit.id not in ABDUCTIONS or hit.form in NOUNS:
        return False
    if any(h.grade == "strong" and h.id in VIOLENT - ABDUCTIONS for h in sentence.of("triggers")):
        return False
    if any(actor.kind in _OFFICIAL for actor in sentence.actors):
        return False
    taken = people_taken(sentence, hit)
    return taken is not None and taken.who not in _FIGHTERS


def people_taken(sentence: Sentence, hit: Hit) -> People | None:
    """Return whom a verb of abduction takes: the first of "20 passengers were abducted"."""
    words = sentence.words
    at = next((n for n, word in enumerate(words) if word.start == hit.start), None)
    if at is None:
        return None
    taker = subject_of if sentence.is_passive(hit) else object_of
    people = taker(words, people_in(words), at)
    if people is None or words[people.end - 1].tag not in _PEOPLE:
        return None
    is_governed = people.first > 0 and words[people.first - 1].tag in _GOVERNING
    return None if is_governed else people
