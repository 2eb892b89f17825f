"""Who takes part in a march, a strike, a blockade, a riot or a jailbreak: whoever people are.

No lexicon of armed men knows them: "nurses", "lorry drivers", "residents". They are the last word
for people before what they did ("teachers sat down"), the one it is led to ("a march by students"),
or stand inside it ("the pilots' strike"). They are no perpetrators: they took part.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.composing.drafts import Draft
from advisory.extraction.counts.tokens import Token
from advisory.extraction.groups import GATHERED
from advisory.extraction.roles.roles import ACTING, Part
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.words import toll_span, words_before, words_behind
from advisory.model.value import UNNAMED, Actor
from advisory.model.vocabulary import ActorKind, ActorRole
from advisory.rulebook.lexicon import Grammar

_RULE = "actors/gathered"
_FARTHEST, _NEXT = 24, 5  # words before what they did, and behind it
_VIOLENT = frozenset({"blockade", "riot"})
_MARKS, _HARM = frozenset(";:.()"), frozenset("kKiI")  # tags


class Marchers:
    """Finds who took part by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        words = grammar.words
        self._people = words("anyone", "who_gather") - frozenset(grammar.victims["person"])
        self._led, self._of = words("by_words", "of"), words("of")
        self._no_subject = words("before_no_subject", "of") - words("when")
        self._many = words("collectives") | frozenset(grammar.vague_numbers)
        self._said_of = words("people_modifiers", "trades")
        self._small = words("article", "definite") | frozenset(grammar.numbers)

    def parts(self, known: Sequence[Part], draft: Draft, kind: str) -> tuple[Part, ...]:
        """Return the parts `known`, and where nobody in them acts that of who gathered."""
        if kind not in GATHERED:
            return tuple(known)
        if any(part.actor.role in ACTING for part in known):
            return tuple(map(_taking_part, known)) if kind not in _VIOLENT else tuple(known)
        told = [one for one in draft.tellings if one.trigger and one.type in GATHERED]
        told.sort(key=lambda one: one.sentence.is_headline)
        found = (part for one in told for part in self._parts_of(one))
        return (*known, *islice(found, 1))

    def _parts_of(self, telling: Telling) -> Iterator[Part]:
        sentence, trigger = telling.sentence, telling.trigger
        if trigger is None:
            return
        behind = words_behind(sentence, trigger.start)
        inside = [word for word in behind if word.start < trigger.end]
        after = behind[len(inside) :][:_NEXT]
        before = words_before(sentence, trigger.start)[-_FARTHEST:]
        hurt = [toll_span(sentence, toll) for toll in sentence.tolls]
        before = [w for w in before if not any(a <= w.start < b for a, b in hurt)]
        for words in (self._inside(inside), self._after(after), self._before(before)):
            if words:
                yield self._part(sentence, words)

    def _inside(self, words: Sequence[Token]) -> Sequence[Token]:
        at = next((at for at, one in enumerate(words) if self._is_people(one)), None)
        return () if at is None else self._whole(words, at)

    def _after(self, words: Sequence[Token]) -> Sequence[Token]:
        """Return whom "by" or "of" leads to, or a comma: "In protest, truckers cut the road"."""
        led = next((at for at, one in enumerate(words) if one.word in self._led), len(words))
        led = 0 if words and words[0].word == "," else led
        at = next((at for at in range(led, len(words)) if self._is_people(words[at])), None)
        return () if at is None else self._whole(words, at)

    def _before(self, words: Sequence[Token]) -> Sequence[Token]:
        """Return the last people before, whom no small word makes an aim."""
        for at in range(len(words) - 1, -1, -1):
            if words[at].tag in _MARKS or words[at].tag in _HARM:
                return ()
            if self._is_people(words[at]):
                whole = self._whole(words, at)
                if not self._is_aim(words[: at + 1 - len(whole)]):
                    return whole
        return ()

    def _is_aim(self, lead: Sequence[Token]) -> bool:
        """Whether a small word makes them one: "over two miners", but "a group of miners"."""
        while lead and (lead[-1].word in self._small or lead[-1].value or lead[-1].qualifier):
            lead = lead[:-1]
        before = [one.word for one in lead[-2:]]
        is_some = before[-1:] and before[-1] in self._of and before[0] in self._many
        return bool(before) and not is_some and before[-1] in self._no_subject

    def _whole(self, words: Sequence[Token], at: int) -> Sequence[Token]:
        start = at
        while start and words[start - 1].word in self._said_of:
            start -= 1
        return words[start : at + 1]

    def _is_people(self, word: Token) -> bool:
        return word.word.removesuffix("'s").rstrip("'") in self._people

    def _part(self, sentence: Sentence, words: Sequence[Token]) -> Part:
        start, end = words[0].start, words[-1].end
        name = sentence.page.lower[start:end].removesuffix("'s").rstrip("'")
        kind, id_ = ActorKind.CIVILIANS, f"{UNNAMED}gathered"
        found = ActorFound(start, end, id_, name, kind, _RULE, is_unnamed=True)
        return Part(found, Actor(name, ActorRole.PARTY, kind, id_))


def _taking_part(part: Part) -> Part:
    """Return the part of unarmed people as that of who takes part."""
    is_unarmed = part.is_doer and part.actor.kind in {ActorKind.CIVILIANS, ActorKind.UNIDENTIFIED}
    taking = replace(part.actor, role=ActorRole.PARTY, kind=ActorKind.CIVILIANS)
    return replace(part, actor=taking) if is_unarmed else part
