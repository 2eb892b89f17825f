"""One toll for one incident, out of all that its sentences say.

The first figure of the text holds; the headline's only until the text gives one. A revision takes
its place; a more exact one refines it; others ("three more", attackers beside civilians) are added
to it; "several children" never lowers it. What sides of a fight each say is weighed in `boasts`.
Every figure that was used is evidence.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisory.extraction.counts.feared import beside_feared, is_feared
from advisory.extraction.counts.people import FIGHTERS
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll
from advisory.extraction.fields.boasts import (
    are_sides,
    is_a_boast,
    is_another_account,
    is_lower,
    is_rival,
    outweighs_a_boast,
    with_lower,
    with_rival,
)
from advisory.extraction.fields.figure import Figure, even_share
from advisory.extraction.fields.held import ONE_SIDE, is_denied, is_superseded, tolls_of
from advisory.extraction.fields.pointing import are_the_living, told_before
from advisory.extraction.fields.survivors import died_of_wounds, survivors
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.words import toll_span
from advisory.model.value import Count
from advisory.model.vocabulary import Qualifier

_FAR_MORE = 100
_SOME_OF = {"ft", "fx"}  # tags of "two of those"
_THE_TWO = "tn"  # tags of "the two"
_CASUALTIES, _FIGURE = "c", "F"  # the tags of "casualties" and of "put the figure at"
_HE, _THE, _OTHER = "H", "t", "o"  # tags of "he", "the" and "other"
_ONE = Count.exactly(1)


def figure(tellings: Sequence[Telling], harm: str) -> Figure | None:
    """Return the toll of an incident, or None where nobody gives one."""
    best: Figure | None = None
    some = 0
    every = list(tolls_of(tellings, harm))
    held = [one for one in every if not (is_denied(*one) or is_superseded(*one))]
    titled = _of_title(every)
    for telling, told in held or every:
        sentence = telling.sentence
        toll = told_before(tellings, sentence, told)
        new = Figure(
            toll.count,
            tuple(part for part in toll.parts if part.who != "person"),
            (toll_span(sentence, toll),),
            sentence.number,
            sentence.is_headline,
            toll.is_revision,
            (telling, toll),
        )
        is_further = died_of_wounds(tellings, sentence, toll)
        is_further = is_further or are_the_living(tellings, sentence, toll)
        is_further = is_further or _is_somebody_else(best, new, sentence, toll)
        is_of_more = toll.is_revision and best and _is_of_more(best, new, sentence)
        # "Seven died. Four were soldiers. Three civilians also died": the rest of the seven.
        is_rest = bool(some and best and some + new.count.low == best.count.low)
        is_rest = is_rest or _is_of_the_whole(best, new, toll, titled)
        is_rest = is_rest or _makes_up(best, new, sentence, toll)
        known = best
        if not (best and (is_of_more or is_rest or _is_shared_out(best, sentence, harm))):
            best = _beside_feared(best, new, toll) or (
                _next(best, new, toll, is_further=is_further) if best else new
            )
        is_part = known is best and new.count.low < best.count.low
        some = some + new.count.low if is_part else 0
    if best is None:
        return _none_hurt(tellings, harm)
    if harm == "injured":
        best = survivors(tellings, best)
    best = even_share(tellings, best)
    is_of_many = len(every) == 1 and _are_of_many(*every[0])
    if is_of_many and not any(tolls_of(tellings, "injured")):
        return replace(best, count=Count.hedged(best.count.low, Qualifier.AT_LEAST))
    return best


def alive(hurt: Figure | None, killed: Figure | None) -> Figure | None:
    """Return who was hurt, unless the one who was is the one dead: "in hospital, where he died"."""
    if hurt is None or killed is None or not (hurt.count == killed.count == _ONE):
        return hurt
    (telling, toll), died = hurt.told or (None, None), killed.told
    if telling is None or toll is None or died is None:
        return hurt
    words = _words(telling, toll)
    is_later = _words(*died)[-1].start > words[-1].start
    is_brought = words[0].tag == _THE and " " in words[-1].word  # "the man was taken to hospital"
    is_the_one = is_brought and not (words[0].value or words[1].tag == _OTHER)
    is_he = _HE in {words[0].tag, _words(*died)[0].tag}
    return None if is_later and (is_the_one or is_he) else hurt


def _of_title(every: Sequence[tuple[Telling, Toll]]) -> int:
    """Return how many a headline counts in all, of whatever people; 0 where it does not."""
    tolls = (toll for telling, toll in every if telling.sentence.is_headline)
    whole = (one for one in tolls if {part.who for part in one.parts} <= {"person"})
    return max((one.count.low for one in whole), default=0)


def _is_of_the_whole(best: Figure | None, new: Figure, toll: Toll, titled: int) -> bool:
    """Whether "another man" is one of all the dead whom the headline counts, and the text, too."""
    is_part = best is not None and new.count.low < best.count.low == titled
    is_part = is_part and not (best and are_sides(best, new))  # "two rebels also died"
    return is_part and toll.is_others and not (toll.is_revision or toll.has_lingered)


def _makes_up(best: Figure | None, new: Figure, sentence: Sentence, toll: Toll) -> bool:
    """Whether a sentence only says how a toll came about: "first 11; six more bodies" of 17."""
    if best is None or not toll.is_others or best.sentence == sentence.number:
        return False
    rest, start = best.count.low - new.count.low, sentence.tokens[toll.first].start
    whole = sentence.whole or sentence
    is_written = str(rest) in [one.strip(",.;") for one in whole.page.between(whole.start, start)]
    return is_written or any(w.value == (rest, rest) for w in whole.words if w.start < start)


def _are_of_many(telling: Telling, toll: Toll) -> bool:
    """Whether "two of those wounded have died": nobody says how many died at once."""
    told = letters(telling.sentence.tokens[toll.first : toll.first + 3])
    return toll.has_lingered and told[1:] in _SOME_OF


def _is_of_more(best: Figure, new: Figure, sentence: Sentence) -> bool:
    """Whether a toll adds up what went before: "which brought to 61 those killed since June"."""
    return best.sentence == new.sentence and sentence.has("aggregate")


def _is_shared_out(best: Figure, sentence: Sentence, harm: str) -> bool:
    """Whether a sentence only says how those told before died: "twelve at once and two later"."""
    counts = [toll.count.low for toll in sentence.tolls if toll.harm == harm]
    is_sum = len(counts) > 1 and sum(counts) == best.count.low
    return is_sum and best.sentence != sentence.number


def _is_somebody_else(best: Figure | None, new: Figure, sentence: Sentence, toll: Toll) -> bool:
    """Whether one sentence brings in one after another: "a nurse was killed and a driver died"."""
    if best is None or best.sentence != new.sentence:
        return False
    if best.told is not None and best.told[1].is_half:
        return True
    if new.count != best.count:
        return False
    before = next(each for each in sentence.tolls if each.harm == toll.harm)
    pair = [sentence.tokens[each.first : each.first + 2] for each in (before, toll)]
    tags = [letters(each) for each in pair]
    return before is not toll and tags == ["dp", "dp"] and pair[0][1].word != pair[1][1].word


def _next(best: Figure, new: Figure, toll: Toll, *, is_further: bool) -> Figure:
    is_of_a_war = toll.is_revision and new.count.low > _FAR_MORE * max(best.count.low, 1)
    if is_of_a_war or (best.is_final and best.sentence == new.sentence):
        return best
    if toll.is_revision or _is_better(best, new, toll):
        # "A third officer" of five who are dead makes six.
        is_one_more = toll.is_revision and toll.is_others and best.count.low >= new.count.low
        return replace(new, count=best.count.plus(_ONE)) if is_one_more else new
    is_same = not is_further and new.count == best.count and not _is_of_another(best, new, toll)
    if is_same or not (new.count.low and best.count.low):  # a nought overrules nothing
        return new if not best.count.low and new.count.low else best
    if is_further or _is_on_top(best, new, toll):
        count = best.count.plus(new.count)
        parts = (*best.parts, *new.parts)
        return Figure(count, parts, (*best.spans, *new.spans), new.sentence, best.is_headline)
    if not best.is_firm and new.is_firm and new.count.low >= best.count.low:
        return new
    return _beside(best, new, toll)


def _beside(best: Figure, new: Figure, toll: Toll) -> Figure:
    """Return what is known beside another account of the same dead."""
    if is_lower(best, new, toll):
        return with_lower(best, new)
    return with_rival(best, new) if is_rival(best, new) else best


def _beside_feared(best: Figure | None, new: Figure, toll: Toll) -> Figure | None:
    """Return a figure of the surely dead and of those feared dead, whichever is told first.

    None where neither or both are feared, and where the text says more than its headline.
    """
    if best is None or is_feared(new.count) == is_feared(best.count):
        return None
    if best.is_headline and not (new.is_headline or is_feared(best.count)):
        return None
    is_new = is_feared(best.count)
    known, feared = (new, best) if is_new else (best, new)
    is_on_top = best.is_of_others if is_new else toll.is_others
    count = beside_feared(known.count, feared.count, is_on_top=is_on_top)
    return replace(known, count=count, spans=(*best.spans, *new.spans), told=None)


def _is_better(best: Figure, new: Figure, toll: Toll) -> bool:
    """Whether a figure takes the place of one before: a headline's, or what a side boasts of."""
    is_more = new.count.low > best.count.low  # "the number of the dead is three"
    is_its_whole = toll.is_whole and (is_more or best.sentence == new.sentence)
    is_put = new.told is not None and letters(_words(*new.told))[:1] == _FIGURE
    is_beside = is_put and best.count.high is not None  # "the mayor put the figure at 14"
    is_its_whole = is_its_whole and not (is_beside or is_another_account(best, new))
    is_of_the_body = best.is_headline and not new.is_headline and new.is_firm
    has_company = best.count == _ONE and len(toll.parts) > 1  # "and his driver"
    is_of_all = (best.is_of_others or has_company) and not toll.is_others and is_more
    return is_its_whole or is_of_the_body or is_of_all or outweighs_a_boast(best, new, toll)


def _is_of_another(best: Figure, new: Figure, toll: Toll) -> bool:
    """Whether both have the same number by chance: "one soldier dead, one attacker dead".

    "A guard was also killed" beside the mayor, whom nobody has told on top of another.
    """
    kinds, others = {part.who for part in best.parts}, {part.who for part in new.parts}
    if new.told and _THE_TWO in letters(_words(*new.told)):
        return False  # "killing the three" of whom it has told
    if best.sentence == new.sentence:
        return bool(kinds | others) and not kinds & others
    if toll.is_others and not best.is_of_others:
        return new.told is None or not new.told[0].has_date
    return others == {"attacker"} and are_sides(best, new) and not is_a_boast(best, new)


def _words(telling: Telling, toll: Toll) -> Sequence[Token]:
    return telling.sentence.tokens[toll.first : toll.last + 1]


def _is_on_top(best: Figure, new: Figure, toll: Toll) -> bool:
    """Whether these are further people: "others", the same sentence, or the other side."""
    if toll.is_whole or is_a_boast(best, new):
        return False
    if toll.is_others:  # a toll that "rose to 19" has them: "seven more bodies were found"
        return not best.is_final
    if best.sentence == new.sentence:
        return not is_another_account(best, new)
    return are_sides(best, new)


def _none_hurt(tellings: Sequence[Telling], harm: str) -> Figure | None:
    """Read "no casualties": nought for both; it never overrules a figure.

    Where nobody died, nobody says that nobody was wounded; where nobody was hurt, nobody died.
    """
    for telling, toll in tolls_of(tellings, "injured" if harm == "killed" else ""):
        if toll.count.high == 0 and FIGHTERS.isdisjoint(part.who for part in toll.parts):
            where = (toll_span(telling.sentence, toll),)
            return Figure(toll.count, (), where, telling.sentence.number, is_headline=False)
    for sentence in (telling.sentence for telling in tellings):
        is_of_deaths = harm == "injured" and any(one.harm == "killed" for one in sentence.tolls)
        is_of_deaths = is_of_deaths and _CASUALTIES not in letters(sentence.tokens)
        is_silent = is_of_deaths or sentence.has(ONE_SIDE)
        for hit in () if is_silent else sentence.cues_of("no_toll"):
            where = ((hit.start, hit.end),)
            return Figure(Count.exactly(0), (), where, sentence.number, is_headline=False)
    return None
