"""Armed bodies that no lexicon knows: "the Blue Dawn Brigade", "the Sand River Battalion".

A new group has a name before anybody enters it anywhere. Its name ends in a word for such a body
and has a capital of its own before it, or behind it after "of". It is an actor only where the
sentence says that it did it, is blamed for it or claims it: a brigade that is hit, or speaks, stays
what it was.
"""

from collections.abc import Iterator, Sequence

from advisory.extraction.actors.actor_found import ActorFound
from advisory.extraction.text.page import Page, fold
from advisory.extraction.text.patterns import Pattern
from advisory.model.vocabulary import ActorKind
from advisory.rulebook.lexicon import Grammar

RULE = "actors/body"
_OF_A_STATE = 2  # words: "the Ruritanian army", but "the Hill People's Army"
_CAPITAL = r"[A-Z](?:[\w.'-]*\w)?"
_WORD = r"[A-Z0-9](?:[\w.'-]*\w)?"


class BodyReader:
    """Reads the names of unknown bodies by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes, words = grammar.classes, grammar.words
        heads = (*classes["body_words"], *classes["force_words"])
        self._heads = frozenset(heads)
        self._forces, self._armies = words("force_words", "force_marks"), words("army_words")
        self._endings = (*classes["past_endings"][:1], *classes["doing_endings"])
        plain = ("no", "nobody", "definite", "article", "demonstrative", "other", "another")
        self._plain = self._heads.union(*(classes[name] for name in plain))
        self._plain |= words("people_modifiers").union(grammar.numbers)
        self._plain |= words("preposition").union(grammar.weekdays, grammar.months)
        self._plain |= words("of", "bands").union(grammar.vague_numbers)
        of = "|".join((*classes["of"], *classes["definite"], *classes["in_names"]))
        small = "|".join((of, *classes["and"]))
        own = "|".join(head.capitalize() for head in heads)
        lead = rf"(?:{_WORD}\s+(?:(?:{of})\s+){{0,2}}){{1,5}}(?:{'|'.join(heads)}|{own})\b"
        tail = rf"\s+(?:(?:{small})\s+){{1,2}}{_CAPITAL}"
        more = rf"(?:\s+(?:(?:{small})\s+){{0,2}}{_CAPITAL}){{0,4}}"
        self._name = Pattern(rf"{lead}(?:{tail}{more})?|\b(?:{own}){tail}{more}")
        # Where all words have capitals nothing shows where a name ends.
        self._shouted = Pattern(rf"{lead}(?:{tail})?")

    def bodies(self, page: Page, start: int, end: int) -> Iterator[ActorFound]:
        """Return the bodies named between two offsets."""
        if self._heads.isdisjoint(page.words(start, end)):
            return
        pattern = self._shouted if page.is_shouted else self._name
        for match in pattern.all(page.named[start:end].replace('"', " ")):
            name = self._without_lead(match.text[match.start : match.end], page)
            last = start + match.end
            first = last - len(name)
            words = name.lower().split()
            if not self._plain.issuperset(words):
                shown = " ".join(page.plain[first:last].replace('"', " ").split())
                key = f"named:{fold(shown)}"
                yield ActorFound(first, last, key, shown, self._kind(words), RULE)

    def _without_lead(self, name: str, page: Page) -> str:
        """Return a name without what leads it: the first of "No Hill Brigade", "Hit Hill Brigade".

        Only in a text all in capitals may a verb look like a name.
        """
        first, _, rest = name.partition(" ")
        while rest.strip() and self._leads(first.lower(), page):
            name = rest.lstrip()
            first, _, rest = name.partition(" ")
        return name

    def _leads(self, word: str, page: Page) -> bool:
        is_verb = page.is_shouted and word.endswith(self._endings)
        return is_verb or (word in self._plain and word not in self._heads)

    def _kind(self, words: Sequence[str]) -> ActorKind:
        is_army = len(words) <= _OF_A_STATE and words[-1] in self._armies
        is_force = is_army or words[0][0].isdigit() or not self._forces.isdisjoint(words)
        return ActorKind.STATE_FORCE if is_force else ActorKind.ARMED_GROUP
