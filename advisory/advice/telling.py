"""One incident with what is needed to put it into words, each value in its slot."""

from collections.abc import Sequence
from dataclasses import dataclass

from advisory.advice.claims import name_slot
from advisory.advice.words import capital, listed, say, with_article
from advisory.model.advice import Provenance, Slot, Statement
from advisory.model.incident import Incident
from advisory.model.value import Actor, Claim, Count
from advisory.model.vocabulary import Hazard, Status
from advisory.model.wording import count_words
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import Catalogue
from advisory.rulebook.conflicts import Conflicts

_UNCOUNTED = frozenset({"shelling"})
_TAILS = (" of ", " on ", " made ", " broken ")  # what follows the chief word of a type's noun


@dataclass(frozen=True, slots=True)
class Telling:
    """One incident with what is needed to put it into words."""

    incident: Incident
    nouns: tuple[str, ...]
    conflicts: Conflicts

    @property
    def is_plural(self) -> bool:
        """Whether the reports speak of several: the trigger ends as the plural noun does."""
        last = _head(self.nouns[-1]).casefold()
        triggers = (a.mention.trigger.text.casefold() for a in self.incident.accounts)
        return len(self.nouns) > 1 and any(trigger.endswith(last) for trigger in triggers)

    @property
    def what(self) -> Slot:
        """The type as a noun, with its article where it is one."""
        noun = self.nouns[-1] if self.is_plural else _indefinite(self.nouns[0])
        return Slot(capital(noun), Provenance.RULEBOOK, f"types.{self.incident.type}")

    @property
    def _noun(self) -> str:
        return self.nouns[-1] if self.is_plural else self.nouns[0]

    @property
    def bare(self) -> Slot:
        """The type as a noun without an article, for a title."""
        return Slot(capital(self._noun), Provenance.RULEBOOK, f"types.{self.incident.type}")

    @property
    def to_come(self) -> str:
        """How a title or a list tells what has not happened: "{what} warning", of nature."""
        is_off = self.incident.status is Status.CALLED_OFF
        if self.incident.hazard is Hazard.NATURAL_HAZARD:
            return "{what} warning lifted" if is_off else "{what} warning"
        return "{what} called off" if is_off else "{what} announced"

    @property
    def head(self) -> Slot:
        """The word that the noun is about, as "strikes" in "the strikes"."""
        return Slot(_head(self._noun), Provenance.RULEBOOK, f"types.{self.incident.type}")

    def name(self, name: str, actor_id: str | None, report: str) -> Slot:
        """Return an actor's or speaker's name in its slot."""
        return name_slot(name, actor_id, self.incident, self.conflicts, report)

    def parties(self, spoken: Sequence[tuple[str, Claim]]) -> tuple[Slot, ...]:
        """Return the parties that speak, each once; a vague "rebels" gives way to a known name."""
        names = [(c.speaker, r) for r, c in spoken if c.speaker]
        slots = {s.text: s for s in (self.name(name, None, report) for name, report in names)}
        given = {name for name, _ in names}
        known = [slot for text, slot in slots.items() if text not in given]
        if known or slots:
            return tuple(known or slots.values())
        return (Slot("one side", Provenance.COMPUTED, "claim without a speaker"),)

    def naming(
        self, words: str, named: Sequence[tuple[str, Actor]], last: str = "and"
    ) -> Statement:
        """Return a sentence whose {names} are these actors."""
        slots = {f"name{n}": self.name(a.name, a.id, r) for n, (r, a) in enumerate(named)}
        names = listed([f"{with_article(s.text)}{{{n}}}" for n, s in slots.items()], last)
        return say(
            words.replace("{names}", names),
            [report for report, _ in named],
            what=self.head,
            **slots,
        )

    def report_of(self, field: str) -> str:
        """Return the first report whose value of a field is the incident's."""
        value = getattr(self.incident, field)
        same = (a.mention for a in self.incident.accounts if getattr(a.mention, field) == value)
        return next((mention.report for mention in same), self.incident.reports[0])

    def count(self, field: str) -> Slot:
        """Return a count of the incident with its hedge."""
        value: Count = getattr(self.incident, field)
        return Slot(count_words(value), Provenance.EVIDENCE, self.report_of(field))


def _head(noun: str) -> str:
    """Return the chief word: "seizure" of "seizure of a town", "strikes" of "drone strikes"."""
    for tail in _TAILS:
        noun = noun.partition(tail)[0]
    return noun.split()[-1]


def _indefinite(noun: str) -> str:
    if noun in _UNCOUNTED:
        return noun
    return f"{'an' if noun[:1].casefold() in 'aeio' else 'a'} {noun}"


def telling(incident: Incident, rulebook: Rulebook, catalogue: Catalogue) -> Telling:
    """Return an incident ready to be told; a type the rule base lacks is told by its own words."""
    entry = rulebook.types.get(incident.type)
    nouns = entry.noun if entry and entry.noun else (incident.type.replace("_", " "),)
    return Telling(incident, nouns, catalogue.conflicts)
