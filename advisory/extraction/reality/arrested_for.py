"""Where an arrest goes on to say what it was for: "arrested on Friday for the murder of a priest".

The day, the place and the dead told from there on are of the deed.
"""

from advisory.extraction.groups import BY_THE_LAW, VIOLENT
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import is_in_passive
from advisory.rulebook.lexicon import Grammar

_MOST_WORDS = 6
_SCOPE, _CLOSE, _WORDS_OF_A_VERB = 80, 30, 3


class ArrestedFor:
    """Finds it by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.words
        self._relative, self._there = words("relative"), words("relative_of_places")
        self._suspecting = words("suspecting")
        self._for = tuple(f" {words} " for words in grammar.classes["arrested_for"])

    def is_behind(self, sentence: Sentence, arrest: Hit, start: int) -> bool:
        """Whether what is told at an offset is of the deed that an arrest is for."""
        deeds = (hit for hit in sentence.of("triggers") if hit.id in VIOLENT)
        return any(
            arrest.end <= deed.start and self._begin(sentence, arrest, deed) < start
            for deed in deeds
        )

    def _begin(self, sentence: Sentence, arrest: Hit, deed: Hit) -> int:
        """Return where "for" stands a few words before a deed, else the end of the sentence."""
        between = sentence.page.lower[arrest.end : deed.start]
        at = max(between.rfind(words) for words in self._for)
        is_near = at >= 0 and len(between[at:].split()) <= _MOST_WORDS
        return arrest.end + at if is_near else sentence.end

    def is_charge(self, sentence: Sentence, trigger: Hit | None, start: int) -> bool:
        """Whether an arrest only names the deed: "accused of an attack in which six died".

        Or its place: "arrested in Gao, where six died". What follows in "men suspected of it were
        arrested on Monday" and "two who were arrested on Monday" is of the arrest.
        """
        if trigger is None or trigger.id not in BY_THE_LAW:
            return bool(trigger and self.is_suspects(sentence, trigger, start))
        is_own = trigger.end <= start and is_in_passive(sentence, trigger)
        own = trigger.end if is_own else sentence.start
        before = sentence.page.lower[max(own, start - _CLOSE) : start].replace(",", " ").split()
        is_relative = bool(self._relative & set(before[-_WORDS_OF_A_VERB:]))
        there = sentence.page.between(trigger.end, start)
        return (
            is_relative
            or self.is_behind(sentence, trigger, start)
            or not self._there.isdisjoint(there)
            or any(
                0 <= start - cue.end <= 2 * _SCOPE and not cue.end <= trigger.start < start
                for cue in sentence.cues_of("court")
            )
        )

    def is_suspects(self, sentence: Sentence, trigger: Hit, start: int) -> bool:
        """Whether it is told of a deed that who was killed is suspected of, not of his death."""
        suspected = (
            cue.end
            for cue in sentence.cues_of("court")
            if trigger.id not in BY_THE_LAW
            and trigger.end <= cue.start < cue.end <= start
            and sentence.page.phrase(cue) in self._suspecting
        )
        deeds = [
            h.start for h in sentence.of("triggers") if h.id in VIOLENT and h.grade == "strong"
        ]
        return any(end <= deed for end in suspected for deed in deeds)
