"""Words for people that only say more of the next word, or only where something lies.

"A police informer" is no policeman, and no police stand in "the 7th police district" or in a
village "under Kowa police station". Nor did a deed befall whom it only made answer it: "prompting
the army to send troops".
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from advisory.extraction.actors.actor_found import ActorFound, is_group
from advisory.extraction.actors.bodies import RULE as UNKNOWN_BODY
from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.rulebook.lexicon import Grammar

_BEFORE, _BEHIND = 60, 30
_LONGEST_ASIDE = 40  # characters: ", a little known West African "
_MARKS = ".,;:\"'"


class AttributeReader:
    """Sees such words by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        limits, under = any_of(classes["limits_words"]), any_of(classes["under_words"])
        posts = any_of(classes["posts_of_the_law"])
        self._limits = Pattern(rf"^\s+(?:(?:{posts})\s+)?(?:{limits})\b", classes["limits_words"])
        self._under = Pattern(
            rf"\b(?:{under})\s+(?:the\s+)?(?:[A-Z][\w'-]*\s+){{1,3}}$", classes["under_words"]
        )
        making, sending = any_of(classes["making_them"]), any_of(classes["sending_help"])
        self._made = Pattern(rf"\b(?:{making})\s+(?:[\w'-]+\s+){{0,3}}$", classes["making_them"])
        self._to_send = Pattern(rf"^(?:\s+[\w'-]+){{0,3}}\s+to\s+(?:{sending})\b")
        self._sending = Pattern(
            rf"\b(?:{making})\s+[^,;.]{{1,40}}\s+to\s+(?:{sending})\s+(?:[\w'-]+\s+){{0,2}}$",
            classes["making_them"],
        )
        self._kinds = grammar.words("kind_of_people")
        self._asides = tuple(f", {word} " for word in classes["article"])

    def is_one(self, page: Page, begin: int, start: int, end: int) -> bool:
        """Whether the words between two offsets of a sentence that begins at `begin` are such."""
        behind = page.lower[end : end + _BEHIND]
        words = behind.split(maxsplit=1)
        before = page.lower[max(begin, start - _BEFORE) : start]
        is_made = self._made.is_in(before) and self._to_send.is_in(behind)
        return (
            is_made
            or self._sending.is_in(before)
            or (bool(words) and words[0].strip(_MARKS) in self._kinds)
            or self._limits.is_in(behind)
            or self._under.is_in(page.named[max(begin, start - _BEFORE) : start])
        )

    def without(self, page: Page, actors: Sequence[ActorFound]) -> Iterator[ActorFound]:
        """Leave out a name that only says more of the next: the first of "Maoist Shining Path".

        So does a name written out before a known one in brackets: "Support Group for Islam (JNIM)",
        and what is said of a group behind its name: "JNIM, a militant group,".
        """
        before: ActorFound | None = None
        for first, second in zip_longest(actors, actors[1:]):
            is_first_of_two = second is not None and _says_more(page, first, second)
            if not (is_first_of_two or (before and self._is_said_of(page, before, first))):
                yield first
            before = first

    def _is_said_of(self, page: Page, group: ActorFound, other: ActorFound) -> bool:
        """Whether unnamed people are the group named before: "JNIM, a Sahelian militant group,"."""
        if not other.is_unnamed or not is_group(group):
            return False
        between = page.lower[group.end : other.start]
        is_aside = between.startswith(self._asides) and len(between) <= _LONGEST_ASIDE
        return is_aside and "," not in between[1:] and page.lower.startswith(",", other.end)


def _says_more(page: Page, first: ActorFound, second: ActorFound) -> bool:
    """Whether nothing but a bracket parts two names."""
    return (
        not second.is_unnamed
        and (not first.is_unnamed or is_group(second))  # "the militant group JNIM"
        and second.rule != UNKNOWN_BODY
        and first.id != second.id
        and first.end < second.start
        and not page.lower[first.end : second.start].strip(' "(\n')
    )
