"""Who tells of a deed of their own: "the army said it had killed ten", "that its jets had struck".

The one who speaks is the one who did it where the verb of violence follows on the verb of saying,
with "it" or "its men" as its subject and nobody else named between. It is their word alone, so the
role is one that somebody ascribes: they themselves.
"""

from collections.abc import Sequence

from advisory.extraction.actors.actors import ActorFound
from advisory.extraction.roles.deeds import Deed
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_FARTHEST = 80  # characters between the verb of saying and the deed


class OwnDeedReader:
    """Sees by the small words of one language whether a speaker tells of an own deed."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        own = rf"(?:{any_of(classes['ones_own'])})(?:\s+[\w-]+){{1,3}}?"
        helping = any_of((*classes["have"], *classes["have_plural"], *classes["adverb"]))
        self._own = Pattern(
            rf"^((?:\s+[\w-]+){{0,7}}?)\s+(?:{any_of(classes['oneself'])}|{own})"
            rf"(?:\s+(?:{helping}|\w+ly))*\s*$"
        )
        to, have = any_of(classes["infinitive"]), any_of(classes["have_plural"])
        self._having = Pattern(rf"^\s+(?:{to})\s+(?:{have})\s+(?:\w+ly\s+)?$")
        self._turns = grammar.words("subordinate", "relative", "of")
        self._being, self._suffered = grammar.words("be", "be_plural"), classes["suffering"]
        self._warding_off = Pattern(
            rf"^(?:{any_of(classes['downing_words'])})(?:\s+[\w,-]+){{0,4}}?\s+(?:{any_of(classes['sent_against'])})\b"
        )

    def is_own(
        self, page: Page, verb: Hit, deeds: Sequence[Deed], actors: Sequence[ActorFound]
    ) -> bool:
        """Whether the deed after a verb of saying is one of whoever says it."""
        deed = next((deed for deed in deeds if deed.start >= verb.end), None)
        if deed is None or deed.start - verb.end > _FARTHEST:
            return False
        if page.lower.startswith(self._suffered, deed.start):
            return False  # "said its positions had come under attack"
        if self._warding_off.is_in(page.lower[deed.start : deed.start + _FARTHEST]):
            return False  # "said it had shot down 40 drones": they came to strike
        between = page.lower[verb.end : deed.start].replace('"', " ")
        if self._having.is_in(between):
            return True  # "claimed to have killed"
        found = self._own.first(between)
        if found is None or not self._being.isdisjoint(between.split()):
            return False  # "said its soldiers were killed"
        before = found.group(1) or ""
        subject = verb.end + len(before)
        is_other = any(verb.end <= actor.start < subject for actor in actors)
        return not is_other and self._turns.isdisjoint(before.split())
