"""The finer type that a weapon, a target or a person named makes of what a sentence tells.

An attack with rockets is a rocket attack, a bomb at a judge or "targeting Moussa Keita's car" an
attempt on a life. Which type refines which, by what, stands in the lexicon.
"""

from collections.abc import Iterator

from advisory.extraction.counts.tags import letters
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_between
from advisory.rulebook.lexicon import Lexicon, Refinement

_AIRSTRIKE, _WEAK = "airstrike", "weak"
_WHO, _FEW, _BEING = "R", 3, frozenset("bB")  # tags of "who", words, tags of "was"
_AIMED, _PERSON = 45, 80  # characters from "targeting" to who was meant, to the end of a name


class Refiner:
    """Refines types by the trigger entries of one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._triggers = lexicon.triggers
        self._refining = [(name, e, e.refines) for name, e in self._triggers.items() if e.refines]
        self._strikes = lexicon.grammar.words("strike_words")
        self._aimed = tuple(f" {word} " for word in lexicon.grammar.classes["strikes_at"])
        goods = "|".join(lexicon.grammar.classes["belongings"])
        going = "|".join(lexicon.grammar.classes["going_off"])
        # "targeting Moussa Keita in Gao", "Moussa Keita's car": two words at least.
        self._person = Pattern(
            rf"^\s+([A-Z][a-z'-]+(?:\s+[A-Z][a-z-]+){{1,3}})"
            rf"(?:'s\s+(?:{goods})\b|,|\s+(?:in|{going})\b)"
        )

    def refined(self, trigger: Hit, sentence: Sentence) -> str:
        """Return the highest type that refines one in its sentence, or that type."""
        kind = _AIRSTRIKE if self._is_of_a_state(trigger, sentence) else trigger.id
        if not any(map(sentence.of, ("weapons", "targets", "aims"))):
            return kind
        finer = [
            (entry.rank, name)
            for name, entry, refinement in self._refining
            if kind in refinement.of
            and not _is_ruled_out(refinement, sentence)
            and (
                _refines(name, refinement, sentence, trigger) or self._is_at_person(name, sentence)
            )
        ]
        return max(finer, default=(0, kind))[1]

    def of_target(self, kind: str, target: str, sentence: Sentence) -> str:
        """Return the highest type that whom it befell refines one to, or that type."""
        finer = [
            (entry.rank, name)
            for name, entry, refinement in self._refining
            if kind in refinement.of
            and target in refinement.targets
            and not (refinement.after or _is_ruled_out(refinement, sentence))
        ]
        return max(finer, default=(0, kind))[1]

    def _is_of_a_state(self, trigger: Hit, sentence: Sentence) -> bool:
        """Whether "a strike" came from the air: a country's, or one "on" something that killed."""
        strikes = [
            hit
            for hit in (sentence.of("triggers") if trigger.grade == _WEAK else ())
            if sentence.page.phrase(hit) in self._strikes
        ]
        if any(sentence.page.lower.startswith(self._aimed, hit.end) for hit in strikes):
            return True
        ends = {hit.start - 1 for hit in strikes}
        toponyms = sentence.findings.toponyms if strikes else ()
        return any(one.is_demonym and one.span.end in ends for one in toponyms)

    def _is_at_person(self, name: str, sentence: Sentence) -> bool:
        """Whether an aim has a person by name behind it: "targeting Moussa Keita's car"."""
        if sentence.page.is_shouted:  # there any word may be a name
            return False
        for aim in (hit for hit in sentence.of("aims") if hit.id == name):
            found = self._person.first(
                sentence.page.plain[aim.end : min(sentence.end, aim.end + _PERSON)]
            )
            if found:
                start, end = (aim.end + offset for offset in found.span(1))
                return not _is_known(sentence, start, end)
        return False


def _is_known(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name is that of a place, an actor or a building."""
    known = [(one.start, one.end) for one in sentence.places if not one.is_demonym]
    known += [(one.start, one.end) for one in sentence.actors]
    known += [(hit.start, hit.end) for hit in (*sentence.of("targets"), *sentence.of("weapons"))]
    return any(first < end and start < last for first, last in known)


def _is_ruled_out(refinement: Refinement, sentence: Sentence) -> bool:
    if not refinement.unless:
        return False
    words = f" {sentence.page.phrases[sentence.start : sentence.end]} "
    return any(f" {word} " in words for word in refinement.unless)


def _weapons(sentence: Sentence, trigger: Hit) -> Iterator[Hit]:
    """Yield the weapons of a sentence, not those of whom it befell: "at a man who threw a bomb"."""
    for hit in sentence.of("weapons"):
        _, who, what = letters(words_between(sentence, trigger.end, hit.start)).rpartition(_WHO)
        is_theirs = bool(who) and len(what) <= _FEW and _BEING.isdisjoint(what)
        if not is_theirs:
            yield hit


def _refines(name: str, refinement: Refinement, sentence: Sentence, trigger: Hit) -> bool:
    """Whether a weapon or a target of a sentence makes it a finer type."""
    if any(hit.id in refinement.weapons for hit in _weapons(sentence, trigger)):
        return True
    targets = [hit for hit in sentence.of("targets") if hit.id in refinement.targets]
    if not refinement.after:
        return bool(targets)
    aims = [hit.end for hit in sentence.of("aims") if hit.id == name]
    return any(0 <= hit.start - end <= _AIMED for hit in targets for end in aims)
