"""Who "captured the central town of Ber" took a town, and arrested nobody.

"Captured" and "seized" are words for people, arms and towns alike: what is meant stands behind
them. With a kind of settlement and its name there they tell that the town changed hands, and who
holds it now; with a base or a post that it was stormed. "Recaptured" is a word for towns, and for
prisoners who had escaped.
"""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_FARTHEST, _MOST_WORDS = 60, 4


class TownsTaken:
    """Sees towns taken by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        self._begun = classes["capturing_words"]
        kinds = "|".join(classes["taken_kinds"])
        self._object = Pattern(
            rf"^((?:\s+[A-Za-z-]+){{0,{_MOST_WORDS}}}\s+(?:{kinds}))\s+of\s+[A-Z]"
        )
        self._again, self._having = (
            classes["recapturing_words"],
            grammar.words("have_plural", "have"),
        )
        self._people = frozenset(word for words in grammar.victims.values() for word in words)
        self._counted = self._people.union(grammar.numbers)
        helping = ("be", "be_plural", "have", "have_plural", "adverb")
        self._helping = grammar.words(*helping)
        posts = "|".join(classes["taken_posts"])
        self._post = Pattern(rf"^(?:\s+[A-Za-z-]+){{0,{_MOST_WORDS}}}?\s+(?:{posts})\b")
        parting = ("preposition", "subordinate", "relative", "of")
        self._parting = grammar.words(*parting)

    def hits(self, page: Page, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits of a page, a verb that takes a town as a trigger and a state of it."""
        if any(words in page.lower for words in self._again):
            hits = [hit for hit in hits if not self._is_of_people(page, hit)]
        if not any(words in page.lower for words in self._begun):
            return list(hits)
        verbs = [
            hit
            for hit in hits
            if hit.kind == "triggers" and page.lower.startswith(self._begun, self._at(page, hit))
        ]
        taken = {hit.start: end for hit in verbs for end in self._ends(page, hit)}
        posts = {hit.start for hit in verbs if self._takes_a_post(page, hit)} - taken.keys()
        if not taken and not posts:
            return list(hits)
        kept = (hit for hit in hits if hit.kind != "conditions" or hit.start not in posts)
        return [new for hit in kept for new in self._told(_stormed(hit, posts), taken)]

    def _takes_a_post(self, page: Page, hit: Hit) -> bool:
        """Whether a verb takes a base or a post: "captured the last junta base in"."""
        end = self._end(page, hit)
        found = self._post.first(page.named[end : end + _FARTHEST])
        return found is not None and self._parting.isdisjoint(found.text[: found.end].split())

    def _told(self, hit: Hit, taken: dict[int, int]) -> Iterator[Hit]:
        end = taken.get(hit.start)
        if end is None or hit.kind != "triggers":
            yield hit
        elif end:
            yield Hit(hit.start, end, "triggers", "town_seized", "strong", "phrase")
            yield Hit(hit.start, end, "conditions", "control", "in_force")
            taken[hit.start] = 0  # once, whatever else the word means

    def _at(self, page: Page, hit: Hit) -> int:
        """Return where the verb itself begins: "overrun" of "had overrun"."""
        first = page.words_of(hit)[0]
        return hit.start + (len(first) + 1) * (first in self._having)

    def _end(self, page: Page, hit: Hit) -> int:
        at = self._at(page, hit)
        return at + len(page.behind(at, _FARTHEST)[0])

    def _ends(self, page: Page, hit: Hit) -> Iterator[int]:
        end = self._end(page, hit)
        found = self._object.first(page.named[end : end + _FARTHEST])
        if found and self._parting.isdisjoint((found.group(1) or "").split()):
            yield end + found.span(1)[1]

    def _is_of_people(self, page: Page, hit: Hit) -> bool:
        """Whether who had fled is taken again: "recaptured 11 inmates", "six were recaptured"."""
        if not page.lower.startswith(self._again, hit.start):
            return False
        before = page.before(hit.start, _FARTHEST)
        subject = [*dropwhile(self._helping.__contains__, reversed(before))]
        if len(subject) < len(before):  # "prisoners who got away have been recaptured"
            who = [word.strip(".,;") for word in subject[: 2 * _MOST_WORDS]]
            return bool(who) and (who[0].isdigit() or not self._counted.isdisjoint(who))
        behind = page.behind(hit.end, _FARTHEST)[:_MOST_WORDS]
        near = takewhile(lambda word: word not in self._parting, behind)
        return any(word.strip(".,;") in self._people for word in near)


def _stormed(hit: Hit, posts: set[int]) -> Hit:
    """Return a verb that takes a post as an assault, whatever else the word means."""
    if hit.kind != "triggers" or hit.start not in posts:
        return hit
    return Hit(hit.start, hit.end, "triggers", "ground_assault", "strong", "verb")
