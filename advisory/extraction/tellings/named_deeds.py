"""Where a piece of a sentence begins with the name of a deed: "the kidnapping of a doctor in Ber".

Of "police look into the murder of a lawyer in Gao and the kidnapping of a doctor in Ber" both are
only named. Whoever claims a first one, or is blamed for it, did the second as well.
"""

from collections.abc import Sequence

from advisory.extraction.counts.tags import letters
from advisory.extraction.counts.tokens import Token
from advisory.extraction.places.place_found import PlaceFound
from advisory.extraction.sentence import Sentence
from advisory.extraction.text.scan import NOUNS, Hit
from advisory.extraction.words import words_between

_LEADING, _THE, _FOR = "rtf", "t", "r"  # the tags of "in", "the" and "of"; of "the"; of "for"
_OWNED = frozenset({"responsibility", "blame"})


def are_claimed(left: Sentence, deed: Hit) -> bool:
    """Whether somebody claims what is told before a deed that is only named, or is blamed."""
    return deed.form in NOUNS and not _OWNED.isdisjoint(left.cues)


def behind_for(left: Sentence, words: Sequence[Token]) -> Sequence[Token]:
    """Return the words of what is claimed, too: "for a raid in Gao and for a blast in Ber"."""
    is_led = letters(words[:1]) == _FOR and not _OWNED.isdisjoint(left.cues)
    return words[1:] if is_led else words


def is_name(deed: Hit, before: Sequence[Token]) -> bool:
    """Whether a deed is named with nothing before it but an article: "the burning of a church"."""
    led = letters(before)
    return not led.strip(_LEADING) and (deed.form in NOUNS or led.endswith(_THE))


def is_mere_name(left: Sentence, deed: Hit, place: PlaceFound | None) -> bool:
    """Whether a piece is no clause but a deed with its place: "a suicide attack in Kabul"."""
    if place is None or place.end < left.end - 1 or deed.form not in NOUNS:
        return False
    between = letters(words_between(left, deed.end, place.start))
    return bool(between) and not between.strip(_LEADING)
