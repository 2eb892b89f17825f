"""A colon behind who speaks says it: "Army spokesman: 14 rebels killed"; so does a dash before.

So tickers and posts name their source, and what they tell is its word as much as behind "said".
The name of an armed group before a colon may be what is spoken of, "Boko Haram: six killed", unless
it says "we" or counts its enemy's dead, "RSF: 41 troops killed"; behind a dash it speaks.
"""

from collections.abc import Collection, Iterator

from advisory.extraction.text.page import Page
from advisory.extraction.text.scan import Hit

_SAY, _COLON, _CITE, _DASH = "say", ": ", "cite", " - "
_REACH, _MOST_WORDS = 60, 4  # characters and words beside who speaks: "A top Houthi spokesman"


def with_colons(
    page: Page, hits: list[Hit], forces: Collection[str], we: frozenset[str], enemy: frozenset[str]
) -> list[Hit]:
    """Return the hits of a page with such marks as cues.

    `forces` are the armies and the police, `we` the words with which somebody speaks of himself,
    `enemy` those for whom an armed group fights.
    """
    if _COLON not in page.plain and _DASH not in page.plain:
        return hits
    said = {
        mark.start: mark
        for hit in hits
        if hit.kind in {"speakers", "actors"}
        for mark in _marks(
            page, hit, is_source=hit.kind == "speakers" or hit.id in forces, we=we, enemy=enemy
        )
    }
    return sorted((*hits, *said.values()), key=lambda hit: (hit.start, -hit.end)) if said else hits


def _marks(
    page: Page, voice: Hit, *, is_source: bool, we: frozenset[str], enemy: frozenset[str]
) -> Iterator[Hit]:
    """Yield the colon behind who opens a sentence and the dash before who ends a line."""
    before = page.plain[max(0, voice.start - _REACH) : voice.start]
    if page.plain.startswith(_COLON, voice.end):
        opening = before.replace("\n", ". ").rpartition(". ")[2].split()
        told = page.behind(voice.end + len(_COLON), _REACH)
        is_own_word = {word.strip('"') for word in told[:1]} & we or enemy.intersection(told)
        if len(opening) <= _MOST_WORDS and (is_source or is_own_word):
            yield Hit(voice.end, voice.end + 1, "cues", _SAY)
    line, _, name = before.rpartition(_DASH)
    is_last = not page.plain[voice.end : voice.end + _REACH].partition("\n")[0].strip(" .")
    if is_last and line and len(name.split()) < _MOST_WORDS and "\n" not in name:
        dash = voice.start - len(name) - len(_DASH) + 1
        yield Hit(dash, dash + 1, "cues", _CITE)
