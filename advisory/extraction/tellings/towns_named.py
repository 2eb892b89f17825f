"""Who "entered Uvira" or "captured Uvira" holds the town now, by its name alone.

`towns_taken` knows a town by its kind ("the town of"). Here an armed group or an army stands right
before the verb, or somebody says that "it" or "its forces" captured it, and the gazetteer knows
what stands behind it for a town, as it does what "was captured by" them: it is asked for these
words alone, and only where all else is said. Gunmen and bandits who enter a town only come.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.places.names import PlaceNames
from advisory.extraction.text.page import Page, anchors
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.model.value import Span
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Lexicon

_SAYING = frozenset({"say", "claim", "confirm"})
_MOST_SAID = 5  # words of "on Thursday that"
_ASIDE = 50  # characters of ", backed by foreign troops,"
_REACH = 140  # characters from an actor over its people and the verb to the end of a name
_HOLDING = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE})
_TOWNS = frozenset({"place", "seat", "capital"})


class TownsNamed:
    """Sees towns taken by the names of a gazetteer and the small words of one language."""

    def __init__(self, lexicon: Lexicon, names: PlaceNames) -> None:
        classes = lexicon.grammar.classes
        self._names = names
        passing = lexicon.grammar.words("passing_bands")
        self._holders = _SAYING | {
            name
            for name, entry in lexicon.actors.items()
            if entry.kind in _HOLDING and entry.name not in passing
        }
        verbs = (*classes["capturing_words"], *classes["entering_words"])
        self._verbs = anchors(verbs)
        people = any_of((*lexicon.grammar.victims["force"], *lexicon.grammar.victims["attacker"]))
        before = any_of((*classes["have"], *classes["have_plural"]))
        leads = any_of(lexicon.grammar.words("preposition"))
        aside = rf"(?:,[^,.;]{{1,{_ASIDE}}},|\s+(?:{leads})(?:\s+[\w-]+){{1,3}}?)"
        self._taken = Pattern(
            rf"^(?:\s+(?:{people}))?{aside}?(?:\s+(?:{before}))?\s+(?:{any_of(verbs)})"
            rf"\s+([A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?)(?:[,.;]|\s+[a-z])",
            verbs,
        )
        itself = rf"(?:{any_of((*classes['oneself'], *classes['infinitive']))})"
        own = rf"(?:{any_of(classes['ones_own'])})\s+[a-z]+"
        capturing = (*classes["capturing_words"], *classes["recapturing_words"])
        self._own = Pattern(
            rf"^(?:(?:\s+[\w,-]+){{0,{_MOST_SAID}}}?\s+(?:{itself}|{own}))?(?:\s+(?:{before}))?\s+"
            rf"(?:{any_of(capturing)})\s+([A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?)(?:[,.;]|\s+[a-z]|$)",
            capturing,
        )
        being, by = any_of((*classes["be"], *classes["be_plural"])), any_of(classes["by"])
        self._taken_by = Pattern(
            rf"([A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)?)\s+(?:(?:{before})\s+)?((?:{being})\s+"
            rf"(?:{any_of(verbs)}))\s+(?:{by})\s+(?:[a-z]+\s+)?$",
            verbs,
        )

    def hits(self, page: Page, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits of a page, those of towns taken among them."""
        holders = [hit for hit in hits if hit.id in self._holders]
        if not holders or self._verbs.isdisjoint(page.words(0, len(page.lower))):
            return list(hits)
        new = [told for holder in holders for told in self._told(page, holder)]
        return list(hits) if not new else sorted([*hits, *new], key=lambda hit: hit.start)

    def _told(self, page: Page, holder: Hit) -> Iterator[Hit]:
        begin = max(0, holder.start - _REACH)
        taken = self._own if holder.id in _SAYING else self._taken
        if found := taken.first(page.named[holder.end : holder.end + _REACH]):
            first, last = (holder.end + at for at in found.span(1))
            verb = page.lower.rindex(" ", 0, first - 1) + 1, first - 1
        elif holder.id not in _SAYING and (
            found := self._taken_by.first(page.plain[begin : holder.start])
        ):
            first, last = (begin + at for at in found.span(1))
            verb = begin + found.span(2)[0], begin + found.span(2)[1]
        else:
            return
        named = Span.of(page.text, first, last)
        towns = self._names.toponyms(page.text, [named])
        if any(town.span == named and town.place.kind in _TOWNS for town in towns):
            yield Hit(*verb, "triggers", "town_seized", "strong", "phrase")
            yield Hit(*verb, "conditions", "control", "in_force")
