"""One word that reports say of a state that lasts, and the order in which words were known."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from advisory.model.incident import ConditionMention
from advisory.model.vocabulary import ConditionState

Heard = tuple[ConditionMention, datetime, str]
"""A mention, when it was known, and the owner of its source."""


@dataclass(frozen=True, slots=True)
class Word:
    """What one report says of a state, when it was known and who owns its source."""

    mention: ConditionMention
    known_at: datetime
    owner: str = ""

    @property
    def since(self) -> date | None:
        """The first day of the state, where it is told."""
        told = self.mention.since
        return (told.first or told.last) if told else None

    @property
    def until(self) -> date | None:
        """The last day of the state, where it is told."""
        told = self.mention.until
        return told.day if told else None

    @property
    def lifts_around(self) -> bool:
        """Whether it ends a state in a place that may have others inside."""
        mention = self.mention
        return mention.state is ConditionState.LIFTED and bool(
            mention.place and mention.place.regions
        )

    @property
    def end(self) -> date:
        """When a state ended, by a word that it did: at the latest the day this was known."""
        return self.until or self.known_at.date()


def in_order(heard: Iterable[Heard]) -> list[Word]:
    """Return each mention once, in the order in which they were known."""
    words = {mention.id: Word(mention, known_at, owner) for mention, known_at, owner in heard}
    return sorted(words.values(), key=order)


def order(word: Word) -> tuple[datetime, str, int, str]:
    """Sort words by this: when known, then as they stand in their reports."""
    mention = word.mention
    return word.known_at, mention.report, mention.trigger.start, mention.id
