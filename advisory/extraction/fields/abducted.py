"""How many people were taken, where somebody was abducted: of a raid beside its dead, too.

The first firm figure of the text holds; the headline's only until the text gives one. "The
kidnapping of 12 pupils" and "twelve pupils abducted from" count as "12 pupils were abducted" does;
"five of the twelve pupils (who were) kidnapped in May" speaks of twelve. Who "has not been seen
since" armed men struck was taken by them.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.counts.coordination import coordinated
from advisory.extraction.counts.harmed import subject_of
from advisory.extraction.counts.people import People, people_in
from advisory.extraction.counts.tags import letters
from advisory.extraction.fields.figure import Figure
from advisory.extraction.groups import ABDUCTIONS, ARMED, KILLINGS
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.seized import people_taken
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import is_in_passive, words_before, words_between
from advisory.model.value import Part
from advisory.model.vocabulary import Qualifier

_BY_HAND = ARMED | ABDUCTIONS | KILLINGS | {"banditry", "armed_robbery", "attack_on_forces"}
_OF_THE, _WHO, _ENDS = "ft", "R", frozenset(",;&hvk")  # tags
_FAR = 5  # words


def taken(tellings: Sequence[Telling]) -> Figure | None:
    """Return how many were abducted, None where nobody says."""
    figures = list(_figures(tellings))
    body = [one for one in figures if not one.is_headline] or figures
    firm = (one for one in body if one.count.qualifier is not Qualifier.VAGUE)
    return next(firm, next(iter(body), None))


def _figures(tellings: Sequence[Telling]) -> Iterator[Figure]:
    is_of_hands = tellings[0].type in _BY_HAND
    for telling in tellings:
        sentence = telling.sentence
        for cue in sentence.cues_of("not_seen_since") if is_of_hands else ():
            at = len(words_before(sentence, cue.start))
            people = subject_of(sentence.words, _groups(sentence), at)
            if people and people.count.low:
                yield _figure(sentence, cue, people)
        for hit in sentence.of("triggers"):
            is_held = hit is telling.trigger and telling.type in ABDUCTIONS  # "detained" by rebels
            is_told = hit.id in ABDUCTIONS and hit.id in {*telling.types, telling.type}
            if is_held or is_told:
                people = people_taken(sentence, hit)
                if people and people.count.low and not _are_some(sentence, hit, people):
                    yield _figure(sentence, hit, people)


def _groups(sentence: Sentence) -> list[People]:
    return list(coordinated(sentence.words, people_in(sentence.words)))


def _are_some(sentence: Sentence, hit: Hit, people: People) -> bool:
    """Whether they are some of those taken, whom nobody counts: "two of the girls abducted"."""
    behind = letters(sentence.words[people.first + 1 : people.first + 3])
    return behind == _OF_THE and people.whole is None and _is_of_all(sentence, hit, people)


def _is_of_all(sentence: Sentence, hit: Hit, people: People) -> bool:
    """Whether it says so of the twelve: "five of the twelve (who were) taken", not "were taken"."""
    between = words_between(sentence, sentence.words[people.end - 1].end, hit.start)
    return not is_in_passive(sentence, hit) or letters(between)[:1] == _WHO


def _company(sentence: Sentence, hit: Hit) -> People | None:
    """Return with whom they were taken: "the driver was abducted with two engineers"."""
    words, company = sentence.words, sentence.findings.by.company
    for group in people_in(words):
        before = words[group.first - 1] if group.first else None
        is_near = hit.end <= words[group.first].start and group.count.low
        if before and is_near and before.word in company and not group.is_named:
            between = words_between(sentence, hit.end, before.start)
            return group if len(between) <= _FAR and _ENDS.isdisjoint(letters(between)) else None
    return None


def _figure(sentence: Sentence, hit: Hit, people: People) -> Figure:
    words = sentence.words
    is_before = words[people.first].start < hit.start  # not "abducted ten of the thirty"
    whole = people.whole if is_before and _is_of_all(sentence, hit, people) else None
    count = whole or people.count
    for part in people.parts[1:] if whole else ():  # "nine of the 14 pupils and a teacher taken"
        count = count.plus(part.count)
    start = min(words[people.first].start, hit.start)
    end = max(words[people.end - 1].end, hit.end)
    company = _company(sentence, hit) if is_before and not whole else None
    parts = people.parts or (Part(people.who, people.count),)
    if company:
        count, end = count.plus(company.count), max(end, words[company.end - 1].end)
        parts += company.parts or (Part(company.who, company.count),)
    kept = tuple(part for part in parts if part.who != "person")
    return Figure(count, kept, ((start, end),), sentence.number, sentence.is_headline)
