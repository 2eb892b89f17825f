"""Who of those taken gets free: let go, rescued, or by escaping.

"Were freed" speaks of its subject, "freed five women" of its object; in a headline "pupils freed"
is the former. Gunmen who "kidnapped two and escaped" are no captives.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from advisory.extraction.counts.harmed import object_of, subject_of
from advisory.extraction.counts.people import FIGHTERS, People, people_in
from advisory.extraction.counts.tokens import Token
from advisory.extraction.groups import CAPTIVITY, RELEASED, TAKEN
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import is_in_passive
from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier

_HELPING, _JOINT = "bBaA", "&"
_LED, _SAID_OF_THEM, _TAKEN_WORD = "txdav", "vw", "v"


def people_freed(sentence: Sentence, hit: Hit) -> People | None:
    """Return who gets free by the words of a release, None where nobody is told."""
    words = sentence.words
    inside = [n for n, word in enumerate(words) if hit.start <= word.start < hit.end]
    if not inside:
        return None
    groups = [one for one in people_in(words) if one.who not in FIGHTERS]
    verb = next((n for n in inside if words[n].tag not in _HELPING), inside[0])
    is_passive = is_in_passive(sentence, hit)
    goes_on = any(word.tag in _JOINT for word in words[verb + 1 : verb + 2])
    is_passive = is_passive or goes_on  # "escaped and rejoined their parents" frees no parents
    people = None if is_passive else object_of(words, groups, _last_of_object(words, verb))
    if people is None and (is_passive or words[verb - 1].tag not in _JOINT):
        people = subject_of(words, groups, verb)
    return people and with_number(words, people)


def _last_of_object(words: Sequence[Token], verb: int) -> int:
    """Return what stands before whom a verb frees: "the kidnapped" of "freed the kidnapped two"."""
    step = verb + 1
    while step < len(words) and words[step].tag in _LED:
        step += 1
    return step - 1 if words[step - 1].tag == _TAKEN_WORD else verb


def with_number(words: Sequence[Token], people: People) -> People:
    """Return people with the number before "abducted": "four abducted oil workers"."""
    step = people.first - 1
    while step > 0 and words[step].tag in _SAID_OF_THEM:
        step -= 1
    low, high = words[step].value or (0, 0)
    is_counted = step >= 0 and words[step].tag == "n" and low and low == high
    if not is_counted or people.count.qualifier is not Qualifier.VAGUE:
        return people
    return replace(people, first=step, count=Count.exactly(low))


def releases(sentence: Sentence, kind: str | None) -> Iterator[tuple[Hit, People]]:
    """Yield each release of a sentence about captives, with who gets free."""
    if kind not in CAPTIVITY:
        return
    near = {hit.id for hit in sentence.of("near")}
    for hit in sentence.of("triggers"):
        is_meant = hit.grade != "beside" or RELEASED in near or kind in TAKEN
        people = people_freed(sentence, hit) if hit.id == RELEASED and is_meant else None
        if people is not None and people.count.low:
            yield hit, people


def gets_free(sentence: Sentence, hit: Hit) -> bool:
    """Whether a captive "escaped", and not who took somebody "and escaped"."""
    return people_freed(sentence, hit) is not None
