"""Who tells of a deed of their own: "the army said it had killed ten", "that its jets had struck".

The one who speaks is the one who did it where the verb of violence follows on the verb of saying,
or goes before it, with "it" or "its men" as its subject and nobody else named between. It is their
word alone, so the role is one that somebody ascribes: they themselves.
"""

from collections.abc import Sequence

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.dates.days import SPEECH
from advisory.extraction.roles.done_to import Deed
from advisory.extraction.roles.governments import state_beside
from advisory.extraction.roles.warding_off import WardingOff
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.model.vocabulary import FIGHTING
from advisory.rulebook.lexicon import Grammar

_CITING, _BESIDE = "cite", 20  # characters between who speaks and the verb
_FARTHEST = 80  # characters between the verb of saying and the deed


class OwnDeedReader:
    """Sees by the small words of one language whether a speaker tells of an own deed."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._owners = grammar.words("ones_own")
        own = rf"(?:{any_of(classes['ones_own'])})(?:\s+[\w-]+){{1,3}}?"
        helping = any_of((*classes["have"], *classes["have_plural"], *classes["adverb"]))
        self._own = Pattern(
            rf"^((?:\s+[\w-]+){{0,7}}?)\s+(?:{any_of(classes['oneself'])}|{own})"
            rf"(?:\s+(?:{helping}|\w+ly))*\s*$"
        )
        having = any_of(classes["having"])
        to, have = any_of(classes["infinitive"]), any_of(classes["have_plural"])
        self._having = Pattern(
            rf"^(?:\s+(?:{to}))?\s+(?:{have})\s+(?:\w+ly\s+)?$|^(?:\s+\w+)?\s+(?:{having})\s+$"
        )
        self._turns = grammar.words("subordinate", "relative", "of")
        self._being, self._suffered = grammar.words("be", "be_plural"), classes["suffering"]
        self._warding_off = WardingOff(grammar)

    def is_of_a_side(self, sentence: Sentence, deed: Deed) -> bool:
        """Whether who fights tells of a deed of its own: "Ruritania says it struck a depot"."""
        for cue in sentence.cues_of(*SPEECH):
            end = _end_of_side(sentence, cue)
            is_after = cue.start > deed.end
            if end is not None and (
                self.is_own_first(sentence.page, sentence.start, (deed,))
                if is_after
                else self.is_own(sentence.page, end, (deed,), sentence.actors)
            ):
                return True
        return False

    def is_own(
        self, page: Page, said: int, deeds: Sequence[Deed], actors: Sequence[ActorFound]
    ) -> bool:
        """Whether the deed after a verb of saying, or who is cited, is one of whoever says it."""
        deed = next((deed for deed in deeds if deed.start >= said), None)
        if deed is None or deed.start - said > _FARTHEST:
            return False
        if page.lower.startswith(self._suffered, deed.start):
            return False  # "said its positions had come under attack"
        if self._warding_off.end(page, deed.start):
            return False  # "said it had shot down 40 drones": they came to strike
        between = _unmarked(page, said, deed.start)
        if self._having.is_in(between):
            return True  # "claimed to have killed"
        found = self._own.first(between)
        if found is None or not self._being.isdisjoint(between.split()):
            return False  # "said its soldiers were killed"
        before = found.group(1) or ""
        subject = said + len(before)
        is_other = any(said <= actor.start < subject for actor in actors)
        return not is_other and self._turns.isdisjoint(before.split())

    def is_own_noun(self, sentence: Sentence, said: int) -> bool:
        """Whether who has said it names a deed as an own one: "that nine died in its attack"."""
        for deed in sentence.of("triggers"):
            if deed.start > said and deed.form in NOUNS:
                owner = sentence.page.between(said, deed.start)[-1:]
                named = (a for a in sentence.actors if not a.is_unnamed and a.start >= said)
                if not self._owners.isdisjoint(owner):
                    return not any(one.start < deed.start for one in named)
        return False

    def is_own_first(self, page: Page, start: int, deeds: Sequence[Deed]) -> bool:
        """Whether a sentence begins with a deed of who says it: "Its men shelled it, it said"."""
        deed = next(iter(deeds), None)
        if deed is None or deed.start - start > _FARTHEST:
            return False
        found = self._own.first(f" {_unmarked(page, start, deed.start)}")
        is_done_to = not self._being.isdisjoint(page.between(start, deed.end))
        return found is not None and not found.group(1) and not is_done_to


def _end_of_side(sentence: Sentence, cue: Hit) -> int | None:
    """Return where ends who says or is cited, with the verb, where it is a force or a state."""
    after = cue.id == _CITING
    if state := state_beside(sentence, cue, after=after):
        return state.span.end if after else cue.end
    for one in sentence.actors:
        gap = one.start - cue.end if after else cue.start - one.end
        if one.kind in FIGHTING and 0 <= gap <= _BESIDE:
            return one.end if after else cue.end
    return None


def _unmarked(page: Page, start: int, end: int) -> str:
    return page.lower[start:end].replace('"', " ").replace(",", " ")
