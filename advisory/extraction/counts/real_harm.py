"""Whether a word of harm tells that somebody came to harm, and whether it killed only later.

"May have killed" and "vowed to kill" tell nothing, "said to have killed" does; "the killed officer"
only says which. "Two of the seven people wounded have died" is of the killed, and of the wounded no
more. Like `people`, this works on tags alone.
"""

import re
from collections.abc import Sequence

from advisory.extraction.counts.harmed import DETERMINED, clause_start
from advisory.extraction.counts.people import People
from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.model.vocabulary import Qualifier

_BEGIN_NAMES = "WtxdpP"
_DATING = "hwW"  # what may stand behind "a week": after, later, ago
_THEY, _THEY_HAVE = frozenset("wWpP"), frozenset("wWpPaAbB")
_TO_THE_WOUNDS, _WOUNDS = 12, ("ftI", "ftJ", "fI", "fJ")  # words, "of the wounds"
_WHO_HAD_BEEN = frozenset({"Rab", "RAB", "RaB", "RAb"})
_WHO_WAS = frozenset({"Rb", "RB", *_WHO_HAD_BEEN})
_WHERE = frozenset("ry")
_SAID_OF_WOUNDS = frozenset("wW&,")  # tags of "machete and bullet", before "wounds"
_DEAD, _THEN_DEAD = frozenset("kKEQ"), re.compile("[^;hJiI]{0,8}[kEQ]")  # of tags
_AT_A_NUMBER, _FAR_BACK = frozenset({"rn", "rq"}), 7  # "at nine", "at over nine"; words
_THEN_DIED = re.compile(",?[h&][Hs]?[abAB]*E")  # of tags: ", where they later died"
_WERE, _AND_DIED = frozenset("bB"), re.compile("[^;,hnNkKiIJE]{0,8}&[aAbB]*E")  # of tags
_BODIES_OF = "Qf"  # tags
_BOTH = ("k&i", "k/i", "K&I", "K/I")  # tags of "killed and wounded"


def were_before(tokens: Sequence[Token], group: People) -> bool:
    """Whether they were so many before: "rose from four", but not "rose from four to nine"."""
    is_from = tokens[group.first].qualifier == Qualifier.BETWEEN
    return is_from and group.count.qualifier is not Qualifier.BETWEEN


def is_unreal(tokens: Sequence[Token], at: int) -> bool:
    """Whether nobody says that it happened: "may have killed", "not clear if"; "said to have" is.

    "Claimed to have killed six" is told, "vowed to kill six" is not.
    """
    start = clause_start(tokens, at)
    if start > 0 and tokens[start - 1].tag == "C":
        return True
    begin = at
    while begin > 0 and tokens[begin - 1].tag in "aAbB":
        begin -= 1
    for step in range(at - 1, max(-1, min(at - 4, begin - 2)), -1):
        is_told = tokens[step].tag == "M" and tokens[step + 1].tag in "aA"
        if tokens[step].tag == ",":
            return False
        if tokens[step].tag == "M" and tokens[at].tag in "KI" and step < at - 1:
            return False  # "to investigate the killing of two"
        if tokens[step].tag in "M!" and _is_of_another_verb(tokens, step, begin, at):
            continue
        if tokens[step].tag in "m!M" and not is_told:
            return True
    return False


def _is_of_another_verb(tokens: Sequence[Token], to: int, begin: int, at: int) -> bool:
    """Whether "to" or "not" leads another word than the harm, whose own verb begins at `begin`.

    "Men loyal to the Keita clan killed six", "a driver who refused to pay was killed", so was "who
    could not pay".
    """
    if begin < at:
        return to + 1 < begin
    begin = to + 1 + (tokens[to + 1].tag == "b")  # "men believed to be bandits killed six"
    is_name = tokens[begin].tag == "W"  # "men linked to JNIM killed six"
    is_past = tokens[at].tag in "ki" and to < at - 2 + is_name
    return is_past and tokens[begin].tag in _BEGIN_NAMES


def is_adjective(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word of harm only describes: "the killed officer"; not "that killed an officer"."""
    if at == 0 or tokens[at].tag not in "kEi":
        return False
    if "".join(token.tag for token in tokens[max(0, at - 3) : at]) == "nfx":
        return False  # "two of those wounded there"
    is_verb = at + 1 < len(tokens) and tokens[at + 1].tag in "qnNdt"
    return tokens[at - 1].tag in "tf" or (tokens[at - 1].tag == "x" and not is_verb)


def is_of_both(tokens: Sequence[Token], at: int) -> bool:
    """Whether a number is of the dead and the wounded together: "killed and wounded 20"."""
    around = letters(tokens[max(0, at - 2) : at + 3])
    return any(both in around for both in _BOTH)


def is_partial(tokens: Sequence[Token], subject: People, at: int) -> bool:
    """Whether so many fall each time, or none so badly: "nobody was seriously hurt".

    "Six people a week" are of each week, "six people a week after" are six. Nobody says how many
    "any of its men" are. "The bodies of six" were taken to hospital.
    """
    if tokens[at].tag == "i" and letters(tokens[: subject.first]).rstrip("t").endswith(_BODIES_OF):
        return True
    if subject.first and tokens[subject.first - 1].tag == "?":
        return True
    if subject.count.high == 0 and tokens[at].tag in "iI" and " " in tokens[at].word:
        return True
    after = letters(tokens[subject.end : subject.end + 3])
    return after[:2] == "de" and after[2:] not in set(_DATING)


def dead_since(tokens: Sequence[Token], subject: People, at: int) -> int:
    """Return where those wounded died, or 0: "the two who were wounded have died".

    So did who was "taken to hospital, where he died".
    """
    if subject.first < at <= subject.end and tokens[at + 1 : at + 2]:
        after = range(at + 1, len(tokens))  # "three injured passengers have died"
        verb = next((step for step in after if tokens[step].tag not in _THEY_HAVE), 0)
        if tokens[verb].tag == "E" and tokens[at + 1].tag in _THEY:
            return verb
    between = letters(tokens[subject.end : at])
    if between in _WHO_WAS:
        return _died(tokens, at, ";k")
    is_some = tokens[subject.end - 1].tag in "tx" or tokens[subject.first].tag == "O"
    is_where = letters(tokens[at + 1 : at + 2]) in _WHERE  # "wounded in"
    behind = letters(tokens[at + 1 :])
    if then := _THEN_DIED.match(behind) or (between in _WERE and _AND_DIED.match(behind)):
        return at + then.end()
    is_hit = " " in tokens[at].word  # "three men hit by bullets died"
    is_some = is_some or is_where or is_hit or subject.whole is not None
    return _died(tokens, at, ";nNk") if is_some and not between else 0


def _died(tokens: Sequence[Token], at: int, others: str) -> int:
    """Return the "died" that follows, or 0 where others are told of before it."""
    for step in range(at + 1, len(tokens)):
        if tokens[step].tag in others:
            return 0
        if tokens[step].tag == "E":
            return step
    return 0


def is_of_wounds(tokens: Sequence[Token], subject: People, at: int) -> bool:
    """Whether somebody died later: "died of their wounds", "one of the wounded died".

    So did "a woman who had been shot in it".
    """
    behind = letters(tokens[subject.end : min(at, subject.end + len("Rab"))])
    is_hurt = behind in _WHO_HAD_BEEN and " " not in tokens[at].word  # not "was found dead"
    if tokens[at].tag == "E" and (behind[:1] == "i" or is_hurt):
        return True
    after = letters(tokens[at + 1 : at + 5])
    return tokens[at].tag == "E" and after[:1] in {"f", "r", "M"} and bool(set(after) & set("JIi"))


def is_of_it(tokens: Sequence[Token], subject: People, at: int) -> bool:
    """Whether one more died of what is known: "died after it", "a third victim of it died"."""
    between = {token.tag for token in tokens[subject.first : at]}
    later = letters(tokens[at + 1 : at + _TO_THE_WOUNDS])
    is_known = later[:1] == "h" or "f" in between or any(words in later for words in _WOUNDS)
    return tokens[at].tag == "E" and is_known


def is_put_at(tokens: Sequence[Token], at: int) -> bool:
    """Whether "dead" is what somebody counts: "put the enemy's dead at nine", "the hurt at two"."""
    is_dead = tokens[at].tag in "kEi" and letters(tokens[at + 1 : at + 3]) in _AT_A_NUMBER
    return is_dead and "^" in letters(tokens[max(0, at - _FAR_BACK) : at])


def with_wounds(tokens: Sequence[Token], people: Sequence[People], at: int) -> People | None:
    """Return the 26 of "26 people with machete and bullet wounds", unless they are dead.

    Nor are they counted again: "25 people were injured, several with shrapnel wounds".
    """
    step = at - 1
    while step > 0 and tokens[step].tag in _SAID_OF_WOUNDS:
        step -= 1
    hurt = next((one for one in people if one.end == step and tokens[step].tag == "r"), None)
    if hurt is None or tokens[hurt.first].tag not in DETERMINED or tokens[at - 1].tag == ",":
        return None
    before, behind = letters(tokens[: hurt.first]), letters(tokens[at + 1 :])
    are_dead = before[-1:] in _DEAD or before.endswith(_BODIES_OF) or _THEN_DEAD.match(behind)
    is_verb = tokens[at].tag == "I" and step == at - 1  # "held two men for wounding a guard"
    return None if are_dead or is_verb or before.endswith("i,") else hurt
