"""Where a deed is told to have set off what people did about it, which is an incident of its own.

"Gunmen killed six in Gao, prompting protests in Mopti" is a killing in Gao with its dead, and a
protest in Mopti in which nobody died, on a day that nobody tells.
"""

from collections.abc import Sequence
from dataclasses import replace

from advisory.extraction.groups import ARRESTS, FOUGHT, KILLINGS
from advisory.extraction.places.place_found import are_apart, is_town
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_BLOODLESS = frozenset({"protest", "strike_action"})
_SET_OFF = _BLOODLESS | FOUGHT
_OF_SOMEBODY = KILLINGS | ARRESTS
_WORDS_BEFORE, _VERB = 3, "verb"  # "days of angry"


class SettingOff:
    """Finds what set off what by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        leads = (*grammar.classes["setting_off"], *grammar.classes["has_caused"])
        self._leads = tuple(f" {words} " for words in leads)

    def parted(self, sentence: Sentence, deeds: Sequence[Hit]) -> tuple[Sentence, Sentence] | None:
        """Return the piece with the deed and the one with what it set off, else None."""
        for answer in deeds:
            is_other = answer.id != deeds[0].id and answer.form != _VERB
            cut = (
                self._lead(sentence.page, deeds[0].end, answer.start)
                if is_other and answer.id in _SET_OFF
                else None
            )
            if cut:
                first, second = _apart(sentence, sentence.start, cut[0]), _answer(sentence, cut[1])
                is_apart = answer.id in _BLOODLESS or _is_another(deeds)
                if is_apart or _are_elsewhere(first, second):
                    return first, second
        return None

    def _lead(self, page: Page, start: int, end: int) -> tuple[int, int] | None:
        """Return where "sparking" begins and ends, near before what it set off."""
        lower = page.lower[start:end].replace("\n", " ")
        found = ((lower.rfind(lead), lead) for lead in self._leads)
        near = ((at, at + len(lead)) for at, lead in found if at >= 0)
        told = [(at, to) for at, to in near if len(lower[to:].split()) <= _WORDS_BEFORE]
        return (start + min(told)[0], start + min(told)[1]) if told else None


def _answer(sentence: Sentence, start: int) -> Sentence:
    """Return the rest of a sentence as one of its own, whose day and place are not those before."""
    piece = _apart(sentence, start, sentence.end)
    return replace(piece, begin=sentence.start, is_earlier=True)


def _is_another(deeds: Sequence[Hit]) -> bool:
    """Whether what set off a fight was no fight: somebody's murder or arrest."""
    return any(hit.id in _OF_SOMEBODY for hit in deeds if hit.start == deeds[0].start)


def _are_elsewhere(first: Sentence, second: Sentence) -> bool:
    """Whether a fight was in another town: else it may be how the deed went on."""
    one, other = ([p for p in each.places if p.is_led and is_town(p)] for each in (first, second))
    return bool(one and other) and all(are_apart(a, b) for a in one for b in other)


def _apart(sentence: Sentence, start: int, end: int) -> Sentence:
    """Return a piece that has nothing of the day told in the other."""
    return replace(sentence.piece(start, end), whole=None)
