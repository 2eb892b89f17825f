"""Which days of a sentence are not of its deed: of what came after it, or of who tells it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.extraction.dates.dates import DateFound, is_a_day, loose
from advisory.extraction.dates.days import DayJudge
from advisory.extraction.days_of_speech import is_of_reaction, is_of_telling, is_within_telling
from advisory.extraction.groups import DISPERSED, VIOLENT
from advisory.extraction.reality.reality import Reality
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.judges import Judges
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_before, words_behind, words_between
from advisory.model.vocabulary import DatePrecision

_BODY, _OF, _UNKNOWN = "Q", "f", frozenset("dnqN")  # the tags of "bodies", "of" and "three"
_MOURNING, _BURIED, _NEXT = "mourning", "buried", 4  # characters: "funeral on"
_DIED, _ANOTHER = "E", "O"  # the tags of "died" and of "a third"
_PREPOSITION, _ARTICLES, _SUBORDINATE = "r", "dt", "h"  # tags
_RISE, _RIGHT_BEHIND, _ITS_VERB = "^", 12, 2  # characters: "rose to 15 people late on Monday"
_HARMING = "kKiIED"  # tags of "killed", "died"
_COUNTED = "TUkiD"  # their number stands before: "to five the number killed on Monday"
_ATTACKER, _WHOSE = "attacker", frozenset("Rj")  # tags of "who" and "of whom"
_A_WEEK, _SOON = timedelta(days=7), timedelta(days=3)
_DONE = VIOLENT | {DISPERSED}


def belongs(by: Judges, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
    """Whether what stands at an offset is told of a deed, not of somebody that it names."""
    if trigger is None:
        return not by.days.is_of_somebody(sentence.page, sentence.start, start)
    return by.reality.belongs(sentence, trigger, start)


def later_days(days: DayJudge, sentence: Sentence, trigger: Hit | None) -> tuple[DateFound, ...]:
    """Return the days on which bodies were found, or one more of the wounded died.

    Or on which somebody "will appear in court".
    """
    may_be_ahead = not sentence.is_announced
    return tuple(
        found
        for found in sentence.dates
        if days.is_later(sentence.page, trigger, found)
        or _is_of_answer_to_it(days, sentence, trigger, found)
        or (may_be_ahead and days.is_ahead(sentence.page, trigger, found))
        or _is_of_one_more(sentence, trigger, found)
        or _is_of_a_rise(sentence, found)
        or _is_of_the_last(sentence, trigger, found)
        or _is_of_mourning(sentence, trigger, found)
    )


def _is_of_answer_to_it(
    days: DayJudge, sentence: Sentence, trigger: Hit | None, found: DateFound
) -> bool:
    """Whether all that was done on a day is an answer: "on Monday shut schools after the raid"."""
    words = words_between(sentence, found.end, trigger.start) if trigger else ()
    after = next((word for word in reversed(words) if word.tag == _SUBORDINATE), None)
    if after is None or any(word.tag in _HARMING for word in words):
        return False
    return days.is_later(sentence.page, trigger, found._replace(end=after.start - 1))


def _is_of_one_more(sentence: Sentence, trigger: Hit | None, found: DateFound) -> bool:
    """Whether a day is that on which one more died: "a third victim of the raid died on".

    Or more bodies were found: "seven more bodies were found on". The toll "has risen to eight after
    a woman died on".
    """
    tokens, first = sentence.tokens, trigger.start if trigger else sentence.start - 1
    risen = next((t.last for t in sentence.tolls if t.is_revision and t.is_whole), len(tokens))
    later = (toll for toll in sentence.tolls if _is_later(tokens, risen, toll))
    more = (tokens[toll.last] for toll in later)  # "a ninth in hospital on Monday; five were hurt"
    starts = (one.start for one in more if first < one.start or one.tag == _ANOTHER)
    return finds_more(sentence) or any(start <= found.start for start in starts)


def _is_later(tokens: Sequence[Token], risen: int, toll: Toll) -> bool:
    """Whether they died after the others: of wounds, or as "a ninth in hospital"."""
    is_one_more = (toll.is_others and toll.is_revision) or tokens[toll.last].tag == _ANOTHER
    return toll.has_lingered or is_one_more or _died_since(tokens, risen, toll)


def _died_since(tokens: Sequence[Token], risen: int, toll: Toll) -> bool:
    """Whether one died behind what a toll has risen to: "to eight after a woman died"."""
    between = letters(tokens[risen : toll.first])
    return toll.last > risen and _SUBORDINATE in between and tokens[toll.last].tag == _DIED


def on_its_side(sentence: Sentence, trigger: Hit | None) -> Sequence[DateFound]:
    """Return the dates of a sentence, without those beyond a semicolon where it has others."""
    if trigger is None or len(sentence.dates) == 1:
        return sentence.dates
    plain = sentence.page.plain
    near = [
        found
        for found in sentence.dates
        if ";" not in plain[min(found.end, trigger.end) : max(found.start, trigger.start)]
    ]
    return near or sentence.dates


def loosened(
    by: Judges, sentence: Sentence, trigger: Hit | None, told: Sequence[DateFound]
) -> list[DateFound]:
    """Return days, those of a reaction or of what was done about it as giving way to others.

    What was "condemned on Saturday" was done by then, some day of those right before.
    """
    return [
        loose(_up_to(found))
        if is_of_reaction(sentence, found)
        else loose(found)
        if _is_of_answer(by.reality, sentence, trigger, found)
        or (len(told) > 1 and by.days.is_of_what_followed(sentence.page, trigger, found))
        else found
        for found in told
    ]


def _up_to(found: DateFound) -> DateFound:
    """Return the few days up to one."""
    value = found.value
    if value is None or value.first is None:
        return found
    begun = replace(value, first=value.first - _SOON, precision=DatePrecision.VAGUE)
    return found._replace(value=begun)


def _is_of_answer(
    reality: Reality, sentence: Sentence, trigger: Hit | None, found: DateFound
) -> bool:
    """Whether a day is rather that of what was done about it: "shut on Monday after an attack"."""
    if trigger is None or found.end > trigger.start:
        return False
    if reality.is_after(sentence.page, found.end, trigger):
        return True
    return (
        trigger.form in NOUNS
        and letters(words_between(sentence, found.end, trigger.start))[:1] == _SUBORDINATE
    )


def of_what_is_named(
    reality: Reality, sentence: Sentence, trigger: Hit | None, told: list[DateFound]
) -> list[DateFound]:
    """Return the days beside a deed that is named: "resigned on Monday over the fire in May".

    They stand behind it in its clause, or right before, "Tuesday's attack in which".
    """
    page = sentence.page
    if trigger is None or not reality.is_described(page, trigger):
        return told
    own = [
        one
        for one in told
        if 0 < trigger.start - one.end <= len("'s ")
        or (one.start > trigger.end and not reality.is_broken(page, trigger.end, one.start))
    ]
    return own or told


def finds_more(sentence: Sentence) -> bool:
    """Whether it tells that more bodies were found, of those who died before.

    Or only what a deed told before came to: "put the toll at 26".
    """
    tokens = sentence.tokens
    is_whole = any(toll.is_whole for toll in sentence.tolls)
    if is_whole and not (sentence.places or sentence.own_dates):
        return True
    return any(toll.is_others and tokens[toll.last].tag == _BODY for toll in sentence.tolls)


def are_known_dead(sentence: Sentence, trigger: Hit | None) -> bool | None:
    """Whether bodies found are of what was told before: not "of three men in Gao"; None of others.

    "Two bodies were recovered" says neither whose nor where; fighters found dead fell in a fight or
    a strike.
    """
    if trigger is None or not is_of_bodies(sentence, trigger):
        return None
    words = letters(words_behind(sentence, trigger.start))
    behind = words[words.find(_BODY) + 1 :]
    if not behind.startswith(_OF):
        return None if sentence.places else True
    if {part.who for toll in sentence.tolls for part in toll.parts} == {_ATTACKER}:
        led = (one.start for one in sentence.places if one.is_led and one.place.is_located)
        told = (letters(words_between(sentence, trigger.end, start)) for start in led)
        return None if any(_WHOSE.isdisjoint(tags) for tags in told) else True
    return False if sentence.places and behind[1:2] in _UNKNOWN else None


def is_of_bodies(sentence: Sentence, trigger: Hit | None) -> bool:
    """Whether it tells that bodies were found, which is not yet that somebody was murdered."""
    found = words_between(sentence, trigger.start, trigger.end) if trigger else ()
    return _BODY in letters(found)


def _is_of_a_rise(sentence: Sentence, found: DateFound) -> bool:
    """Whether a day is that on which a toll rose: "rose to nine on Wednesday"."""
    tokens, plain = sentence.tokens, sentence.page.plain
    risen = (toll for toll in sentence.tolls if toll.is_revision)
    ends = (
        tokens[at].end
        for toll in risen
        for at in range(toll.first, toll.last + 1)
        if tokens[at].tag == _RISE or (at == toll.last and tokens[at].tag not in _COUNTED)
    )
    is_right_behind = any(0 <= found.start - end <= _RIGHT_BEHIND for end in ends)
    return is_right_behind and not plain.startswith("'s ", found.end)


def _is_of_the_last(sentence: Sentence, trigger: Hit | None, found: DateFound) -> bool:
    """Whether a day is that of the last who died: "on Friday, raising the toll of the raid to".

    Or on which those missing since "were confirmed dead on Friday, bringing the toll to".
    """
    tokens, plain = sentence.tokens, sentence.page.plain
    if trigger is None or plain.startswith("'s ", found.end):
        return False
    sums = (
        token.start
        for toll in sentence.tolls
        if toll.is_revision
        for token in tokens[max(0, toll.first - _ITS_VERB) : toll.first]
    )
    is_of_them = is_of_bodies(sentence, trigger) or any(
        token.tag == _DIED and trigger.end <= token.start and 0 < found.start - token.end <= 1
        for token in tokens
    )
    return any(found.end <= at and (is_of_them or at < trigger.start) for at in sums)


def _is_of_mourning(sentence: Sentence, trigger: Hit | None, found: DateFound) -> bool:
    """Whether a day is that of a burial: "the funeral on Friday of those killed in a raid".

    "On Sunday buried five who were killed" is, too, and "his body was handed over on Sunday". In
    "shot two at a funeral on Friday" it is that of the deed.
    """
    if sentence.page.plain.startswith("'s ", found.end):
        return False
    last = trigger.start if trigger else sentence.end
    starts = [one.start for one in sentence.dates]
    return any(
        (
            0 <= found.start - cue.end <= _NEXT
            or 0 <= cue.start - found.end <= 1 > sum(0 <= at - cue.end <= _NEXT for at in starts)
        )
        and (cue.end <= last or cue.id == _BURIED)
        for cue in sentence.cues_of(_MOURNING, _BURIED)
        if not _is_led(sentence, cue.start)
    )


def _is_led(sentence: Sentence, start: int) -> bool:
    """Whether a preposition stands before a word, or before its article: "at a funeral"."""
    return letters(words_before(sentence, start)).rstrip(_ARTICLES)[-1:] == _PREPOSITION


def without_days_of_telling(
    reality: Reality, sentence: Sentence, trigger: Hit | None, told: Sequence[DateFound]
) -> list[DateFound]:
    """Leave out the days on which somebody spoke or accused before a deed that has its own."""
    if trigger is None:
        return list(told)
    end = trigger.end
    behind = (one.start for one in told if one.start >= end)
    has_own = any(not reality.is_broken(sentence.page, end, start) for start in behind)
    before = [one for one in told if one.end <= trigger.start]
    spoken = [
        one
        for one in before
        if (has_own and is_of_telling(sentence, one)) or is_within_telling(sentence, one)
    ]
    return [one for one in told if one not in spoken]


def recent_days(
    sentence: Sentence, trigger: Hit | None, later: Sequence[DateFound]
) -> tuple[DateFound, ...]:
    """Return the only day of a sentence, of somebody in it, where it is one of the last week."""
    published = sentence.findings.published
    if trigger is None or trigger.id not in _DONE or not sentence.has_killed or published is None:
        return ()
    days = [found for found in sentence.own_dates if found not in later]
    if len(days) != 1 or not is_a_day(days[0]) or days[0].start < trigger.end:
        return ()
    value = days[0].value
    is_recent = value and value.first and published.first - _A_WEEK <= value.first
    return (loose(days[0]),) if is_recent else ()
