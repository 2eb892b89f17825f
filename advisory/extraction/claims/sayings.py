"""The verbs of saying of a sentence that say something, and with which of them a speaker goes on.

"Claimed the lives of", "was reported" and "neither confirmed nor denied it" say nothing; "said,
adding that" is one saying.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import is_doing, words_before, words_behind, words_between
from advisory.model.vocabulary import Stance

OWNING_UP, CITING = "responsibility", "cite"
"""The cues of owning up to a deed, and of citing somebody."""
REJECTING = frozenset({"deny_part", "deny_all"})
"""The cues of denying a deed."""
STANCES = {
    "say": Stance.ASSERTED,
    "cite": Stance.ASSERTED,
    "claim": Stance.CLAIMED,
    "confirm": Stance.CONFIRMED,
    "deny": Stance.DENIED,
}
"""The stance that each class of verbs of saying takes."""
_OWNING = frozenset({OWNING_UP, "blame"})
_NOT, _OWN, _LONGEST_DENIAL = "!", "sxH", 8  # "not"; "it", "its"; words
_OF_A_NAME = frozenset("dtwW")  # of "an indefinite curfew"
_CLOSE = 20  # characters: "that its fighters"
_KILLING = "K"  # the tag of "killing", "claimed the lives of"
_BEING, _BY = "bB", "y"
_HELD = "control"  # a town is taken, and not declared
_HELPING = "aA"  # "has", "later"
_NEW_CLAUSE = frozenset("R;hx")  # "who", a semicolon, "as", "that"
_FEW = 3  # words before "declared" with "not"


def sayings(sentence: Sentence) -> Iterator[tuple[Hit, Hit]]:
    """Yield the verbs of saying, each with the one that it goes on with: itself for most."""
    last: tuple[Hit, Hit] | None = None
    for cue in sentence.of("cues"):
        if cue.id in _OWNING and last is None:
            last = cue, cue
        if cue.id not in STANCES or _is_unsaid(sentence, cue) or _is_harm(sentence, cue):
            continue
        if not is_passive(sentence, cue) or is_by(sentence, cue):
            verb = last[1] if last and _goes_on(sentence, last[0], cue) else cue
            last = cue, verb
            yield last


def _is_unsaid(sentence: Sentence, cue: Hit) -> bool:
    """Whether it is a name, "United States", or not said: "neither confirmed nor denied it"."""
    page = sentence.page
    if page.plain[cue.start].isupper() and cue.start > sentence.start and not page.is_shouted:
        return page.plain[cue.start - 1] != '"'
    told = [one for one in sentence.cues_of(*REJECTING) if one.start > cue.end]
    lasting = (one for one in sentence.of("conditions") if one.id != _HELD)
    told += [one for one in lasting if _is_declared(sentence, cue, one)]
    if any(one.start - cue.end <= _CLOSE for one in told):
        return True  # "said it was not involved", "declared a state of emergency"
    if cue.id == CITING and is_by(sentence, cue):
        return True  # "according to a diplomat quoted by the agency"
    return any(word.tag in _NOT for word in words_before(sentence, cue.start)[-_FEW:])


def _is_declared(sentence: Sentence, cue: Hit, condition: Hit) -> bool:
    """Whether what lasts is what was declared, and nothing said of it: "its men took the town"."""
    between = words_between(sentence, cue.end, condition.start)
    return condition.end > cue.start and _OF_A_NAME.issuperset(letters(between))


def denies_own(sentence: Sentence, cue: Hit) -> bool:
    """Whether it denies an own deed by saying so: "said its troops had not shelled the town"."""
    behind = words_behind(sentence, cue.end)[:_LONGEST_DENIAL]
    no = next((i for i, word in enumerate(behind) if word.tag in _NOT), 0)
    if not no or not any(word.tag in _OWN for word in behind[:no]) or no + 1 >= len(behind):
        return False
    start = behind[no + 1].start
    return any(hit.start == start for hit in (*sentence.of("triggers"), *sentence.of("harm")))


def _is_harm(sentence: Sentence, cue: Hit) -> bool:
    """Whether it begins a phrase for deaths: "claimed the lives of"."""
    return any(one.tag == _KILLING for one in words_behind(sentence, cue.start)[:1])


def is_passive(sentence: Sentence, cue: Hit) -> bool:
    """Whether who stands before does not say it: "fire between the two was reported"."""
    before, verb = words_before(sentence, cue.start)[-1:], words_behind(sentence, cue.start)[:1]
    is_said = bool(before and verb) and before[0].tag in _BEING
    return is_said and not is_doing(sentence, verb[0])


def is_by(sentence: Sentence, cue: Hit) -> bool:
    """Whether "by" leads on to who says it: "was confirmed by the governor"."""
    return any(one.tag == _BY for one in words_behind(sentence, cue.end)[:1])


def _goes_on(sentence: Sentence, verb: Hit, cue: Hit) -> bool:
    """Whether a verb of saying goes on with another: "said, adding that", "said in a statement".

    Who "claimed the raid in a message to reporters, adding that" adds it, not the reporters; what
    follows "according to" is somebody else's word.
    """
    is_near = 0 <= cue.start - verb.end <= len(" , ")
    if is_near and sentence.page.plain[verb.end : cue.start].strip() in {"", ","}:
        return True
    if cue.id == CITING:
        return False
    before = words_before(sentence, cue.start)[-1:]
    verbs = words_behind(sentence, cue.start)[:1]
    is_behind_comma = any(word.tag == "," for word in before)
    return is_behind_comma and any(is_doing(sentence, word) for word in verbs)


def blame_before(sentence: Sentence, cue: Hit | Token) -> Hit | None:
    """Return the blame of who goes on to speak: "the mayor blamed the rebels for it and said"."""
    words = words_before(sentence, cue.start)
    while words and words[-1].tag in _HELPING:
        words = words[:-1]
    if not words or words[-1].tag != "&":
        return None
    blames = (one for one in sentence.cues_of("blame") if one.end <= words[-1].start)
    return next((one for one in blames if _is_one_clause(words, one)), None)


def _is_one_clause(words: Sequence[Token], blame: Hit) -> bool:
    """Whether nobody else does anything between a blame and where its sentence goes on."""
    between = (one.tag for one in words if one.start >= blame.end)
    return not _NEW_CLAUSE.intersection(between)
