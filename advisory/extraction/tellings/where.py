"""Where a sentence says that what it tells was, among all the places that it names.

Not where somebody speaks of it, nor whence the arrested come, nor where the taken were set free.
"""

from collections.abc import Iterable

from advisory.extraction.dates.days import SPEECH
from advisory.extraction.groups import TAKEN
from advisory.extraction.places.place_found import PlaceFound, are_apart, finest
from advisory.extraction.reality.reality import Reality
from advisory.extraction.roles.governments import seated
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.captives import is_of_the_other
from advisory.extraction.text.scan import Hit

_WORD_BETWEEN = 5  # characters: " in "
_BODY = "Q"  # the tag of "bodies"
_NUMBER, _OF_THEM = "n", "j"  # tags of "three of them"
_LEADING = "rjB"  # what may lead from them to a place: "three of whom were in Gao"
_INCLUDING = "u"
_HEDGE = "q"
_OF_STATE = 2  # words from "Ruritania" to "ministry": "'s interior"
_GIVEN_UP = frozenset({"arrest", "mass_arrest", "surrender"})


def place_told(
    reality: Reality, sentence: Sentence, trigger: Hit | None, kind: str | None
) -> PlaceFound | None:
    """Return the place of what a trigger tells in its sentence, None where that names none."""
    anchor = trigger or sentence
    told = [
        found
        for found in sentence.places
        if not (kind in TAKEN and is_of_the_other(sentence, kind, trigger, found.start))
        and not (trigger and reality.arrests.is_suspects(sentence, trigger, found.start))
        and not reality.is_where_said(sentence, trigger, found.start, found.end)
    ]
    told = [found for found in told if not _is_of_bodies(sentence, trigger, found)] or told
    told = [found for found in told if not _is_parted(sentence, anchor, found)] or told
    told = [found for found in told if not _is_of_some(sentence, found)] or told
    told = _of_release(sentence, trigger, kind, told)
    told = seated(sentence, told)
    told = [found for found in told if not _is_of_speaker(sentence, found, told)]
    if sentence.is_announced:  # a strike in a country, "and a march is planned in" a town
        own = [found for found in told if _is_in_clause(reality, sentence, anchor, found)]
        told = own if any(not found.is_demonym for found in own) else told
        told = [one for one in told if not _is_who_warns(sentence, one)] or told
    here = [found for found in told if not _is_whence(reality, sentence, trigger, found)]
    is_led = any(found.is_led and not found.is_demonym for found in here)
    told_there = finest(here if is_led else told, (anchor.start, anchor.end))
    return told_there or _at_home(sentence, trigger)


def _of_release(
    sentence: Sentence, trigger: Hit | None, kind: str | None, told: list[PlaceFound]
) -> list[PlaceFound]:
    """Leave out where those freed had been taken, if it says where they were freed."""
    if kind in TAKEN:
        return told
    there = [one for one in told if not is_of_the_other(sentence, kind, trigger, one.start)]
    return there if any(one.is_led and not one.is_demonym for one in there) else told


def _is_of_bodies(sentence: Sentence, trigger: Hit | None, found: PlaceFound) -> bool:
    """Whether only bodies were found there: "killed in Kita, after two washed up near Kayes"."""
    if trigger is None:
        return False
    bodies = (word.start for word in sentence.tokens if word.tag == _BODY)
    return any(trigger.end <= at < found.start for at in bodies)


def _is_of_some(sentence: Sentence, found: PlaceFound) -> bool:
    """Whether only some of the dead were there: "twelve died in Mali, three of them in Gao"."""
    words = sentence.words
    at = next((i for i, word in enumerate(words) if word.start >= found.start), 0)
    while at > 0 and words[at - 1].tag in _LEADING:
        at -= 1
    if at < 2 or words[at - 1].tag != _NUMBER or words[at].start >= found.start:  # noqa: PLR2004
        return False
    opens = at - 3 if words[at - 2].tag == _HEDGE else at - 2
    return words[at].tag == _OF_THEM or words[opens].tag == _INCLUDING


def _is_parted(sentence: Sentence, anchor: Hit | Sentence, found: PlaceFound) -> bool:
    """Whether a semicolon stands between a place and what is told."""
    between = slice(min(found.end, anchor.end), max(found.start, anchor.start))
    return ";" in sentence.page.plain[between]


def _at_home(sentence: Sentence, trigger: Hit | None) -> PlaceFound | None:
    """Return the country whose authorities tell of an arrest: "Ruritania's government said it"."""
    if trigger is None or trigger.id not in _GIVEN_UP:
        return None
    offices = [hit.start for hit in sentence.of("speakers") if hit.id == "official"]
    lower = sentence.page.lower
    return next(
        (
            found
            for found in sentence.places
            if found.is_demonym
            and found.place.kind == "country"
            and found.end < trigger.start
            and any(
                start > found.end and len(lower[found.end : start].split()) <= _OF_STATE
                for start in offices
            )
        ),
        None,
    )


def _is_of_speaker(sentence: Sentence, found: PlaceFound, told: Iterable[PlaceFound]) -> bool:
    """Whether somebody there speaks of another place: "the ministry in Ankara said that"."""
    said = (cue.start for cue in sentence.cues_of(*SPEECH))
    if not any(0 < start - found.end <= _WORD_BETWEEN for start in said):
        return False
    held = (hit.end for hit in sentence.of("speakers"))
    is_seat = any(0 < found.start - end <= _WORD_BETWEEN for end in held)
    return is_seat and any(are_apart(one, found) for one in told)


def _is_who_warns(sentence: Sentence, found: PlaceFound) -> bool:
    """Whether those warn who sit there: "forecasters in Athens warned of floods in Thessaly"."""
    behind = sentence.page.between(found.end, sentence.end)[:1]
    return sentence.findings.by.announcing.is_warning_word(behind)


def _is_in_clause(
    reality: Reality, sentence: Sentence, anchor: Hit | Sentence, found: PlaceFound
) -> bool:
    """Whether no clause ends between a place and what is told."""
    own = found if anchor is sentence else anchor
    first, last = min(own.end, found.end), max(own.start, found.start)
    return not reality.is_broken(sentence.page, first, last)


def _is_whence(
    reality: Reality, sentence: Sentence, trigger: Hit | None, found: PlaceFound
) -> bool:
    """Whether a place only says whence the arrested are, or where their crime was."""
    if trigger is None or trigger.id not in _GIVEN_UP:
        return False
    if reality.is_origin(sentence, found.start):
        return True
    courts = sentence.cues_of("court")
    return any(trigger.end <= cue.start < found.start for cue in courts)
