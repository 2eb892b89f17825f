"""The two sides of a fight, known or not: "clashes between farmers and Hill herders".

Whoever stands between "between" and "and" is a side, and so is whoever somebody "clashed with". No
lexicon need know them: people by any word for people, and a people by its name beside them.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.counts.tokens import Token
from advisory.extraction.roles.deeds import OPEN
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import fold
from advisory.extraction.text.scan import Hit
from advisory.extraction.words import words_behind
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

SIDE = "actors/side"
"""The rule that finds whom only the fight makes a side."""
FIGHTS = frozenset({"armed_clash", "communal_clash"})
"""What nobody does alone: "herders clashed"."""
TWO_SIDED = FIGHTS | frozenset(
    {"gang_violence", "ground_assault", "town_seized", "town_retaken", "withdrawal"}
)
"""What two sides fight over."""
_FARTHEST, _LONGEST = 12, 9  # words from the fight to "between", and of a side
_HARM = frozenset("kKiI")  # tags: "killed between five and nine"
_ENDS = frozenset(",;:.\"'()[]rvkKEiIbBaAmlhxRX")  # tags


class FacingReader:
    """Reads the sides of a fight by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.words
        self._between, self._facing = words("parting", "pitting"), words("facing")
        self._and, self._the = words("and", "facing"), words("definite", "article")
        self._of, self._past = words("of"), grammar.classes["past_endings"]
        self._said_of = words("people_modifiers")
        self._forces = words("in_uniform", "force_marks", "army_words")
        self._people = words("anyone", "in_uniform", "armed_bands", "bands", "peoples_words")
        self._people = self._people.union(*grammar.victims.values())

    def sides(
        self, sentence: Sentence, trigger: Hit | None, actors: Sequence[ActorFound]
    ) -> Iterator[ActorFound]:
        """Yield the sides of a fight that the lexicon does not know."""
        if trigger is None or trigger.id not in FIGHTS:
            return
        known = [one for one in actors if one.rule not in OPEN]
        sides = [side for side in self._phrases(sentence, trigger) if side]
        are_people = any(self._is_people(side[-1]) for side in sides)
        for side in sides:
            start, end = side[0].start, side[-1].end
            is_name = are_people and all(sentence.page.plain[w.start].isupper() for w in side)
            if not (is_name or self._is_people(side[-1])) or any(
                one.start < end and start < one.end for one in known
            ):
                continue
            name = sentence.page.plain[start:end]
            kind = ActorKind.UNIDENTIFIED
            if not self._forces.isdisjoint(word.word for word in side):
                kind = ActorKind.STATE_FORCE
            yield ActorFound(start, end, f"named:{fold(name)}", name, kind, SIDE, is_unnamed=True)

    def _phrases(self, sentence: Sentence, trigger: Hit) -> Iterator[list[Token]]:
        """Yield the words of each side, none where nobody stands there."""
        behind = words_behind(sentence, trigger.start)
        behind = behind[: next((at for at, w in enumerate(behind) if w.tag in _HARM), None)]
        near = [at for at, one in enumerate(behind[:_FARTHEST]) if one.word in self._between]
        if near:
            first = self._side(behind[near[0] + 1 :])
            yield self._plain(first)
            rest = behind[near[0] + 1 + len(first) :]
            if rest and rest[0].word in self._and:
                yield self._plain(self._side(rest[1:]))
            return
        after = words_behind(sentence, trigger.end)
        if after and after[0].word in self._facing:
            yield self._plain(self._side(after[1:]))

    def _side(self, words: Sequence[Token]) -> list[Token]:
        """Return the words up to what ends a side."""
        side: list[Token] = []
        for word in words[:_LONGEST]:
            is_end = word.tag in _ENDS or word.word in self._and or word.word in self._facing
            is_verb = word.word.endswith(self._past) and word.word not in self._said_of
            if (is_end and word.word not in self._said_of) or (side and is_verb):
                break
            side.append(word)
        return side

    def _plain(self, side: list[Token]) -> list[Token]:
        """Return a side up to its word for people: "militias" of "the militias of two clans"."""
        while side and side[0].word in self._the:
            side = side[1:]
        of = next((at for at, one in enumerate(side) if one.word in self._of), len(side))
        return side[:of]

    def _is_people(self, word: Token) -> bool:
        return word.word in self._people
