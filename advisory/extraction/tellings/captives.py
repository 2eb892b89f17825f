"""An abduction and the release or the death that ends it, told in one sentence: which is the news.

"Twelve pupils abducted in May have been freed" tells in July of the release, "was kidnapped and
freed an hour later" of the abduction. A day or a place behind one is not that of the other. "A
student who had been kidnapped was found dead" tells how his abduction ended.
"""

from collections.abc import Sequence
from datetime import timedelta

from advisory.extraction.counts.tags import letters
from advisory.extraction.groups import ABDUCTIONS, KILLINGS, RELEASED, TAKEN
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.when import is_of_bodies
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import is_in_passive, words_between

_LONG_AGO = timedelta(days=30)
_ANEW = frozenset(";&")  # the tags between two deeds of one subject


def without_taking(
    sentence: Sentence, triggers: list[Hit], own: list[Hit], held: frozenset[str]
) -> list[Hit]:
    """Leave out an abduction of long ago that only says of whom a release is told.

    `own` are those of no relative clause; where they only tell of the release, the abduction of
    which it is the end is the incident, unless it was long ago or they are only said to be "held".
    """
    if _cost_lives(sentence, triggers, own):
        return [hit for hit in triggers if hit.id not in TAKEN]
    release = next((hit for hit in triggers if hit.id == RELEASED), None)
    if release is None:
        return _of_the_dead(sentence, triggers, own) or own or triggers
    kept = triggers if all(hit.id == RELEASED for hit in own) else own
    said = {h.start for h in kept if h not in own and held & set(sentence.page.words_of(h))}
    return [
        hit
        for hit in kept
        if hit.id not in TAKEN or not (hit.start in said or _is_old(sentence, hit, release))
    ]


def _cost_lives(sentence: Sentence, triggers: Sequence[Hit], own: Sequence[Hit]) -> bool:
    """Whether people died as captives were freed: "were freed in a raid that left three dead".

    Who "seized five, freed two and killed three" killed them as captives.
    """
    release = next((hit for hit in sentence.of("triggers") if hit.id == RELEASED), None)
    if release is None or not (is_in_passive(sentence, release) or release in own):
        return False
    taken = [hit for hit in triggers if hit.id in TAKEN and hit.end <= release.start]
    if not taken or len(taken) == len(triggers):
        return False
    between = letters(words_between(sentence, taken[-1].end, release.start))
    dead = (sentence.tokens[toll.first].start for toll in sentence.tolls if toll.harm == "killed")
    return _ANEW.isdisjoint(between) and any(start >= release.end for start in dead)


def _of_the_dead(sentence: Sentence, triggers: list[Hit], own: list[Hit]) -> list[Hit]:
    """Return the abduction of those who are told to have been killed, or found dead.

    Who was shot dead by police in search of "a nun who was kidnapped" was not: she is told later.
    """
    taken = [hit for hit in triggers if hit.id in ABDUCTIONS and hit not in own]
    if not (taken and own) or any(h.id not in KILLINGS and h.grade != "weak" for h in own):
        return []
    is_body = any(is_of_bodies(sentence, hit) for hit in own)
    last = sentence.end if is_body else max(hit.end for hit in own)
    return [hit for hit in taken if hit.end < last and is_in_passive(sentence, hit)]


def _is_old(sentence: Sentence, hit: Hit, release: Hit) -> bool:
    """Whether the day told behind how they were taken is more than a month before the news.

    In one breath of a headline the release is the news: "kidnapped priest freed".
    """
    published = sentence.findings.published
    if sentence.is_headline:
        between = (min(hit.end, release.end), max(hit.start, release.start))
        return "," not in sentence.page.plain[slice(*between)]
    end = release.start if hit.end <= release.start else sentence.end
    return published is not None and any(
        found.value.first < published.first - _LONG_AGO
        for found in sentence.dates
        if hit.end <= found.start < end and found.value and found.value.first
    )


def is_day_of_release(sentence: Sentence, kind: str | None, trigger: Hit | None, day: int) -> bool:
    """Whether a day stands before an abduction that only says who was freed: "freed on Monday"."""
    if kind not in TAKEN or trigger is None:
        return False
    hits = sentence.of("triggers")
    is_of_the_freed = any(hit.start < trigger.start for hit in hits if hit.id == RELEASED)
    return is_of_the_freed and day < trigger.start


def is_of_the_other(sentence: Sentence, kind: str | None, trigger: Hit | None, start: int) -> bool:
    """Whether an offset stands behind the release in an abduction, or behind it before a release.

    "Kidnapped two weeks ago, were freed on Monday" has a day of each; so has the raid that freed
    them.
    """
    if trigger is None:
        return False
    freed = [hit.start for hit in sentence.of("triggers") if hit.id == RELEASED]
    if kind in TAKEN:
        return any(trigger.end <= at < start for at in freed)
    if start > (trigger.start if kind == RELEASED else min(freed, default=0)):
        return False
    taken = (hit.end for hit in sentence.of("triggers") if hit.id in TAKEN)
    held = (hit.end for hit in sentence.of("near") if hit.id == RELEASED)
    return any(end <= start for end in (*taken, *held))
