"""How many were killed and injured, as one sentence tells it.

Each word of harm takes the people it speaks of: those after it where it is active ("killing six"),
those before it where it is passive ("six were killed"). An active word whose object is nobody who
can be counted ("the blast destroyed the bunker") counts nobody, never its subject. An unknown
number stays unknown; "no casualties" is a nought; a number of houses is none. Who can be counted is
found by `people`, whom a word of harm takes by `harmed`, the toll as a whole by `whole`; how the
tolls of several sentences make one figure is decided in `figures`.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from advisory.extraction.counts.coordination import coordinated
from advisory.extraction.counts.harmed import (
    HARMING,
    all_aboard,
    object_of,
    object_start,
    subject_of,
    told_by_another,
    with_company,
)
from advisory.extraction.counts.labelled import labelled
from advisory.extraction.counts.one_more import as_of_them, counted_on, one_more
from advisory.extraction.counts.people import People, people_in
from advisory.extraction.counts.real_harm import (
    dead_since,
    is_adjective,
    is_of_both,
    is_of_it,
    is_of_wounds,
    is_partial,
    is_put_at,
    is_unreal,
    were_before,
    with_wounds,
)
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.counts.toll import Toll, most_killed
from advisory.extraction.counts.whole import COUNTED, of_figure, of_toll, parts_of, reckoned
from advisory.model.value import Count, Part
from advisory.model.vocabulary import Qualifier

_KILLING = "kKEG"
_TELLING = frozenset(f"{HARMING}TUDJQLF")  # the tags without which nobody is hurt
_BESIDE_HARM = "DJca/vwf?"  # tags of what stands between "no" and "deaths": "damage or reported"
_FAR_TOO = 3  # words: "were killed, too"
_SAVING, _AFTER_LIVES = "~", 4  # "saved 40 lives", "40 lives were saved"
_OBJECT = "dtwWnNqpPozZxOH@s"  # what the object of an active verb may begin with
_ONE = Count.exactly(1)
_BEING, _WHO_THEY_ARE = frozenset("bB"), "dwWpP,aA"
_NUMBERS, _BEEN = frozenset("nN"), "aAbB"
_SOMEBODY = Count(1, None, Qualifier.VAGUE)  # injuries without a number may all be one person's


def tolls(tokens: Sequence[Token]) -> list[Toll]:
    """Return every toll of a sentence in its order; `harm` is `killed` or `injured`."""
    if _TELLING.isdisjoint([token.tag for token in tokens]):
        return []
    people = [one for one in coordinated(tokens, people_in(tokens)) if not were_before(tokens, one)]
    found: list[Toll] = []
    for at in [at for at, token in enumerate(tokens) if token.tag in _TELLING]:
        hurt = with_wounds(tokens, people, at) if tokens[at].tag in "IJ" else None
        own = [_hurt(tokens, hurt, at, "injured")] if hurt else _told(tokens, people, at, found)
        found.extend(one_more(tokens, people, toll) for toll in own)
    found = counted_on(found)
    bodies = list(of_bodies(tokens, people))
    most = most_killed(found)
    if most is None:
        return [*bodies, *found]
    more = (one for one in bodies if one.count.low > most and not one.is_others)
    return [*found, *(replace(one, is_whole=True) for one in more)]  # "six dead, and now 9 bodies"


def _told(
    tokens: Sequence[Token], people: Sequence[People], at: int, before: Sequence[Toll]
) -> Iterable[Toll]:
    """Return the tolls that one word tells, after those `before` it."""
    tag = tokens[at].tag
    if label := labelled(tokens, people, at):
        return (label,)
    if tag in "TU" or is_put_at(tokens, at):
        return of_toll(tokens, people, at)
    if tag in HARMING:
        return _of_harm(tokens, people, at, before)
    if tag in "DJ":
        return _of_deaths(tokens, people, at)
    if tag == "F":
        return of_figure(tokens, people, at, before[-1:])
    lost = all_aboard(tokens, people) if tag == "L" else None
    return (_hurt(tokens, lost, at, "killed"),) if lost else ()


def _of_harm(
    tokens: Sequence[Token], people: Sequence[People], at: int, before: Sequence[Toll]
) -> Iterator[Toll]:
    if is_unreal(tokens, at) or is_adjective(tokens, at) or is_of_both(tokens, at):
        return
    harm = "killed" if tokens[at].tag in _KILLING else "injured"
    if any(toll.harm == harm and toll.last in {at - 1, at} for toll in before):
        return  # "the toll is five killed"
    who_is_hurt = object_of if _is_active(tokens, people, at) else subject_of
    subject = with_company(tokens, people, at, who_is_hurt(tokens, people, at))
    same = [toll for toll in before if toll.harm == harm]
    if subject is None or _is_known(tokens, subject, same, at) or is_partial(tokens, subject, at):
        return
    is_by_chance = tokens[at].value and not _are_people(tokens, subject, at)
    if is_by_chance or (harm == "injured" and _are_dead(tokens, subject, before, at)):
        return
    if subject.first and tokens[subject.first - 1].tag == "S":
        yield from reckoned(tokens, people, subject, at, harm)
        return
    if harm == "injured" and (death := dead_since(tokens, subject, at)):
        is_one = tokens[subject.first].tag == "O"  # "a fifth man wounded there has died"
        last = [_hurt(tokens, subject, death, "killed")] if is_one else []
        is_at_once = tokens[at].value is not None and death == at + 1  # "hit by a bullet died"
        yield from last or _of_the_wounded(subject, at, death, is_at_once=is_at_once)
        return
    is_others = subject.is_others and bool(same or not before)  # not "one died, another was hurt"
    for one in told_by_another(tokens, people, subject):
        yield Toll(harm, one.count, parts_of(one), one.first, one.end - 1, is_half=True)
    toll = _hurt(tokens, replace(subject, is_others=is_others), at, harm)
    yield as_of_them(tokens, subject, at, before, toll)


def _are_people(tokens: Sequence[Token], subject: People, at: int) -> bool:
    """Whether words for people stand beside a word of harm: not "neutralised a gang".

    Whoever was "hit by a stone" may stand further off: "a resident in his fifties was".
    """
    if tokens[at].tag == "i":
        return any(one.who or one.tag in _NUMBERS for one in tokens[subject.first : subject.end])
    last, first = tokens[subject.end - 1], min(subject.end, at + 1)
    between = letters(tokens[first : max(subject.first, at)])
    return not between.strip(_BEEN) and (bool(last.who) or last.tag in _NUMBERS)


def _are_dead(tokens: Sequence[Token], group: People, before: Sequence[Toll], at: int) -> bool:
    """Whether they only died of it: "the mayor was shot dead, hit by eight bullets"."""
    killed = (toll for toll in before if toll.harm == "killed")
    return " " in tokens[at].word and any(one.first == group.first for one in killed)


def _hurt(tokens: Sequence[Token], subject: People, at: int, harm: str) -> Toll:
    """Return who came to harm; "a third man has died of his wounds" counts those before, too."""
    first, last = min(subject.first, at), max(subject.end - 1, at)
    opening, is_later = tokens[subject.first], is_of_wounds(tokens, subject, at)
    is_one_more = is_later or is_of_it(tokens, subject, at)
    if is_one_more and opening.tag == "O" and opening.value:
        count = Count.exactly(opening.value[0])
        return Toll(harm, count, (), first, last, is_others=True, is_revision=True, is_whole=True)
    parts = parts_of(subject)
    has_lingered = is_later and opening.tag in "qnNtd"
    is_also = opening.tag != "H" and any(
        one.tag == "a" and one.value for one in tokens[subject.end : at + _FAR_TOO]
    )
    is_others = subject.is_others or is_also
    is_now = "^" in letters(tokens[max(0, subject.first - 2) : subject.first])  # "now say nine"
    return Toll(
        harm, subject.count, parts, first, last, is_others, is_now, has_lingered=has_lingered
    )


def _is_known(tokens: Sequence[Token], subject: People, same: Sequence[Toll], at: int) -> bool:
    """Whether others count them, as "he" always is: "four died in a massacre of monks".

    Who were "wounded in Gao and flown to hospital" are the same.
    """
    goes_on = same and letters(tokens[:at]).rstrip(_BEEN).endswith("&")
    if goes_on and subject.is_named and subject.end < at:
        return True
    is_name = tokens[at].word.endswith(" of") and tokens[subject.first].tag == "P"
    if is_name and any(t.tag in _KILLING for t in (*tokens[:at], *tokens[at + 1 :])):
        return True
    is_he = tokens[subject.first].tag == "H" and bool(same)
    behind = tokens[subject.end : subject.end + 1]
    is_of_them = letters(tokens[subject.end - 2 : subject.end + 1]) == "fti"  # "of the wounded"
    is_some = (
        (tokens[subject.end - 1].tag in _NUMBERS or is_of_them)
        and same[:1]
        and same[0].harm == "injured"
    )
    is_of_them = letters(behind) in {"u", "j"}
    are_hurt = same and "i" in letters(tokens[same[-1].last + 1 : subject.first])
    of_those = is_some or (is_of_them and not are_hurt)  # "eight died, five were hurt, one of whom"
    if of_those and any(toll.count.low > subject.count.low for toll in same):
        return True  # "wounding nine, two of whom were in a critical condition", "one is"
    return is_he or any(toll.first <= subject.first <= toll.last for toll in same)


def _of_the_wounded(subject: People, at: int, death: int, *, is_at_once: bool) -> Iterator[Toll]:
    """Yield how many were hurt and live, where that is told, and how many are dead since."""
    parts = (Part(subject.who, subject.count),)
    if subject.whole:
        alive = Count.exactly(max(0, subject.whole.low - subject.count.low))
        yield Toll("injured", alive, (), subject.first, at)
    where = subject.first, death
    yield Toll("killed", subject.count, parts, *where, has_lingered=not is_at_once)


def _is_active(tokens: Sequence[Token], people: Sequence[People], at: int) -> bool:
    if tokens[at].tag in "KIG":
        return True
    is_being = not _BEING.isdisjoint(letters(tokens[max(0, at - 3) : at]))
    before = letters(tokens[:at]) if is_being else ""  # "men believed to be bandits killed six"
    is_called = "Mb" in before[:-1] and not before.rpartition("Mb")[2].strip(_WHO_THEY_ARE)
    if tokens[at].tag == "E" or (is_being and not is_called):
        return False
    step = object_start(tokens, at)
    if step >= len(tokens) or tokens[step].tag not in _OBJECT:
        return False
    subject = next((group for group in people if group.end == at), None)
    is_counted = subject is not None and tokens[subject.first].tag in COUNTED
    if subject is not None and subject.who == "attacker":
        return True
    after = object_of(tokens, people, at)
    if after is None:
        return _is_of_things(tokens, step) or (not is_counted and tokens[step].tag in "dtoOs")
    return not (is_counted and (after.is_named or after.who != "attacker") and _ends(tokens, after))


def _is_of_things(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is killed is nobody: "killed two sheep"."""
    end = next((i for i in range(at, len(tokens)) if tokens[i].tag not in "qnNwW"), at)
    return at < end < len(tokens) and tokens[end].tag == "g"


def _ends(tokens: Sequence[Token], group: People) -> bool:
    """Whether a sentence or clause ends after a group, or its own word of harm follows."""
    return group.end == len(tokens) or tokens[group.end].tag in ";iIkE"


def _of_deaths(tokens: Sequence[Token], people: Sequence[People], at: int) -> Iterator[Toll]:
    """Read "five deaths", "no injuries", "no deaths or injuries": the number stands before."""
    harm = "killed" if tokens[at].tag == "D" else "injured"
    no = next((n for n in range(at - 1, -1, -1) if tokens[n].tag not in _BESIDE_HARM), -1)
    if no >= 0 and tokens[no].tag == "z":
        yield Toll(harm, Count.exactly(0), (), no, at)
        return
    is_to_death = at > 0 and tokens[at - 1].tag == "M"  # "beat a goldsmith to death"
    for group in people:
        is_told = tokens[group.first].tag in COUNTED or is_to_death
        is_verb = group.count == _ONE and tokens[at].word.endswith("s")  # "one lives in Gao"
        if group.end in {at, at - 1} and is_told and not is_verb:
            beside = tokens[max(0, group.first - 1) : at + _AFTER_LIVES]
            if not any(token.tag == _SAVING for token in beside):
                yield Toll(harm, group.count, (Part(group.who, group.count),), group.first, at)
            return
    if harm == "injured" and _is_caused(tokens, at):
        yield Toll(harm, _SOMEBODY, (), at, at)


def _is_caused(tokens: Sequence[Token], at: int) -> bool:
    """Whether injuries are what something did: "caused damage and injuries", "led to injuries"."""
    step = at - 1
    while step >= 0 and tokens[step].tag in "w&gDc":
        step -= 1
    return step >= 0 and tokens[step].tag == "v" and not is_unreal(tokens, step + 1)


def of_bodies(tokens: Sequence[Token], people: Sequence[People]) -> Iterator[Toll]:
    """Read "two bodies", "the body of a woman", "a dead body was found"; "his body" is nobody new.

    Where a sentence has another toll they count only if they are more.
    """
    for at, token in enumerate(tokens):
        if token.tag != "Q" or letters(tokens[at + 1 : at + 2]) in {"p", "P"}:  # "body guards"
            continue
        group = _in_bodies(tokens, people, at)
        if group is not None:
            first, last = min(group.first, at), max(group.end - 1, at)
            parts = (Part(group.who, group.count),)
            yield Toll("killed", group.count, parts, first, last, is_others=group.is_others)


def _in_bodies(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    if at + 1 < len(tokens) and tokens[at + 1].tag == "f":
        begin = at + 2
        while begin < len(tokens) and tokens[begin].tag == "a":
            begin += 1  # "the bodies of all nine"
        return next((group for group in people if group.first == begin), None)
    for group in people:
        if group.end in {at, at - 1} and tokens[group.first].tag in COUNTED:
            return group
    phrase = tokens[max(0, at - 3) : at]
    is_found = any(token.tag == "v" for token in tokens[at : at + 4])
    if is_found and any(token.tag == "d" for token in phrase):
        return People(at, at + 1, Count.exactly(1), "person")
    return None
