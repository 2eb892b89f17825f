"""Who fights and "struck an oil depot" has done so with what nobody says.

"Struck" and "hit" are faint words: lightning strikes a depot, too, and firms hit targets. Where a
force or a state did it to a thing that armies strike, or says so of itself, it is a strike.
"""

from collections.abc import Sequence
from itertools import takewhile

from advisory.extraction.counts.tags import letters
from advisory.extraction.roles.done_to import Deed
from advisory.extraction.roles.governments import armies
from advisory.extraction.roles.own_deeds import OwnDeedReader
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_before
from advisory.model.vocabulary import FIGHTING
from advisory.rulebook.lexicon import Grammar

_FIRE = "fire_accident"
_BY_SOMEBODY = frozenset({"yW", "yw"})  # the tags of "by", and a name
_FAINT = "armed_attack"
_HELPING = "aA"  # the tags of "has", "have"
_REACH = 60  # characters from the verb to what it struck


class Strikes:
    """Sees strikes by forces and states by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        self._own_deeds = OwnDeedReader(grammar)
        self._struck = grammar.words("struck_by_armies")
        self._carrying_out = grammar.classes["carrying_out"]
        self._parting = grammar.words("preposition", "subordinate", "relative", "of", "ones_own")

    def told(self, sentence: Sentence, triggers: Sequence[Hit]) -> list[Hit]:
        """Return the faint words that tell of a strike."""
        return [h for h in triggers if h.id == _FAINT and self._is_strike(sentence, h)]

    def _is_strike(self, sentence: Sentence, hit: Hit) -> bool:
        if hit.form in NOUNS:
            deed = self._carried_out(sentence, hit)
            return deed is not None and self._own_deeds.is_of_a_side(sentence, deed)
        deed = Deed(hit.start, hit.end)
        is_done = self._strikes_a_thing(sentence, hit)
        return is_done and (
            _is_by_a_side(sentence, deed) or self._own_deeds.is_of_a_side(sentence, deed)
        )

    def _carried_out(self, sentence: Sentence, hit: Hit) -> Deed | None:
        """Return the verb right before a noun: "said it carried out strikes on"."""
        before = sentence.page.lower[sentence.start : hit.start].rstrip()
        verb = next((verb for verb in self._carrying_out if before.endswith(verb)), None)
        end = sentence.start + len(before)
        return Deed(end - len(verb), end) if verb else None

    def _strikes_a_thing(self, sentence: Sentence, hit: Hit) -> bool:
        behind = (word.strip(",.;") for word in sentence.page.behind(hit.end, _REACH))
        return not self._struck.isdisjoint(takewhile(lambda w: w not in self._parting, behind))


def _is_by_a_side(sentence: Sentence, deed: Deed) -> bool:
    """Whether a force or a state struck it somewhere: "Ruritania had hit a hospital in Gao"."""
    before = [word for word in words_before(sentence, deed.start) if word.tag not in _HELPING]
    end = before[-1].end if before else 0
    is_force = any(one.end == end and one.kind in FIGHTING for one in sentence.actors)
    is_side = is_force or any(armies(sentence, [deed]))
    return is_side and any(place.is_led for place in sentence.places)


def is_of_guns(sentence: Sentence, fire: Hit) -> bool:
    """Whether a fire is somebody's, and burns nothing: "killed by Ruritanian fire in Gao"."""
    whose = words_before(sentence, fire.start)[-2:]
    is_named = bool(whose) and sentence.page.plain[whose[-1].start].isupper()
    return is_named and letters(whose) in _BY_SOMEBODY and not sentence.page.is_shouted


def is_of_flames(sentence: Sentence, hit: Hit) -> bool:
    """Whether a sentence begins with a fire, and nobody fires: "Fire at a depot"."""
    is_first = hit.start == sentence.start
    return is_first and any(h.id == _FIRE and h.start == hit.start for h in sentence.of("triggers"))
