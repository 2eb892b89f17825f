"""Who denies, in whatever words stand between, to have had a part in what was done.

"Denied in a video that his men were involved", "denied on Telegram that it was behind the attack".
The words of a part taken would else own up to it. Nor does where it was denied part the word
from what it denies: "denied in a statement that its planes had bombed the town".
"""

from collections.abc import Sequence

from advisory.extraction.text.page import Page
from advisory.extraction.text.patterns import Pattern, any_of
from advisory.extraction.text.scan import Hit
from advisory.rulebook.lexicon import Grammar

_DENY, _DENY_ALL, _DENY_PART, _CUES = "deny", "deny_all", "deny_part", "cues"
_DENYING = frozenset({_DENY, _DENY_ALL})
_FAR = 90  # characters


class DenialReader:
    """Sees such denials by the small words of one language."""

    def __init__(self, grammar: Grammar) -> None:
        classes = grammar.classes
        that, where = any_of(classes["reported_words"]), any_of(classes["preposition"])
        self._aside = Pattern(
            rf'^ (?:{where}) [^.;,"]{{1,30}}? (?:{that})\b', classes["reported_words"]
        )
        self._weekdays = frozenset(grammar.weekdays)
        who = any_of((*classes["oneself"], *classes["ones_own"]))
        self._of_a_part = Pattern(
            rf'^(?:[^.;"]{{0,40}}? (?:{that}))? (?:{who})(?: \w+){{0,4}}? '
            rf"(?:{any_of(classes['having_part'])})\b",
            classes["having_part"],
        )

    def hits(self, page: Page, hits: Sequence[Hit]) -> list[Hit]:
        """Return the hits of a page, such a denial as one cue with all of its words."""
        cues = dict.fromkeys([hit for hit in hits if hit.id in _DENYING])
        found = [one for one in (self._whole(page, cue) for cue in cues) if one]
        if not found:
            return list(hits)
        kept = (hit for hit in hits if not (hit.kind == _CUES and _is_within(hit, found)))
        return sorted((*kept, *found), key=lambda hit: (hit.start, -hit.end))

    def _whole(self, page: Page, cue: Hit) -> Hit | None:
        behind = page.lower[cue.end : cue.end + _FAR]
        if part := self._of_a_part.first(behind):
            return cue._replace(end=cue.end + part.end, id=_DENY_PART)
        aside = self._aside.first(behind) if cue.id == _DENY else None
        is_dated = aside and not self._weekdays.isdisjoint(behind[: aside.end].split())
        return None if aside is None or is_dated else cue._replace(end=cue.end + aside.end)


def _is_within(hit: Hit, found: Sequence[Hit]) -> bool:
    return any(one.start <= hit.start and hit.end <= one.end for one in found)
