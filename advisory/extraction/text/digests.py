"""What parts the incidents of a digest: headings, and paragraphs that begin with a day or a place.

A digest names a state, a country or a day on a line of its own and tells below it what happened
there or then; or each of its paragraphs begins with them: "Monday 16 November - Gao: ...". One such
line is any article's, but for a label over the whole page; two are a list. Whether a heading names
a place is asked later, of the gazetteer. A day on a single line is when the digest was written.
"""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from advisory.extraction.text.blocks import Block, BlockKind
from advisory.extraction.text.page import Page
from advisory.extraction.text.paragraphs import BULLETS
from advisory.extraction.text.patterns import Found, Pattern, any_of
from advisory.rulebook.lexicon import Grammar

_BARE = frozenset({BlockKind.LABEL, BlockKind.BYLINE})
_MAY_HEAD = _BARE | {BlockKind.DATELINE, BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.BODY}
_LONGEST_HEAD, _LEAST_TOLD, _LEAST, _MOST_WORDS = 60, 40, 2, 6
_LONGEST_OWN = 100  # characters of what a paragraph begins with
_STOPS = (".", "!", "?", '"')
_NUMBER = r"^\W*(?:(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)] )?"
_NAME = r"[A-Z][A-Za-z'-]*(?: [A-Za-z'-]+){0,3}"
_NAMES = rf"{_NAME}(?: ?[,(/] ?{_NAME}\)?){{0,3}}"
_CAPITALS = r"[A-Z][A-Za-z'-]{2,}(?: (?:[a-z]{1,3}-)?[A-Z][A-Za-z'-]+){0,2}"
_OF_DAY = r"(?:hrs?|h|z|utc|gmt|lt|local|[ap]\.?m\b\.?)"
# "8:10 p.m. - ", "0615 SIERRA to BASE: "; not the year of "2026: a review".
_CLOCK = Pattern(
    rf"(?i)^\W*(?:(?:\d{{1,2}}[:.]\d\d|(?:0\d|1[0-8])[0-5]\d) ?{_OF_DAY}?(?: ?[:,-] | )"
    rf"|[12]\d[0-5]\d ?{_OF_DAY} ?[:,-]? )"
)
_MOST_ABOVE = 4  # heads, of more none is spoken of any more


Span = tuple[int, int]


class Heads(NamedTuple):
    """The heads that a paragraph stands under, by offsets, the nearest first.

    `own` is what it begins with itself, or its dateline, `days` are those that are a day.
    """

    own: Span | None
    above: tuple[Span, ...] = ()
    days: tuple[Span, ...] = ()
    is_dateline: bool = False


class Openings:
    """How lines and paragraphs begin with a day or a place, in one language."""

    def __init__(self, grammar: Grammar) -> None:
        weekday = f"(?:{any_of((*grammar.weekdays, *grammar.weekdays_short))})"
        day = grammar.heading_day.replace("{weekday}", weekday)
        when = f"(?i:{day.replace('{month}', f'(?:{any_of(grammar.months)})')})"
        place = rf"(?:(?:,? | ?[,/|-] )\(?{_NAMES}\)?(?: ?: | - )| ?: | - )"
        self._tells_day = Pattern(rf"\b{when}")
        self._is_day = Pattern(rf"{_NUMBER}{when}:?$")
        self._dated = Pattern(rf"{_NUMBER}{when}{place}")
        self._placed = Pattern(rf"{_NUMBER}{_NAMES}(?:,? \(?{when}\)?)?(?: ?: | - )")
        self._stopped = Pattern(rf"{_NUMBER}{_CAPITALS}(?:, {_CAPITALS})?\. ")
        self._short = frozenset(grammar.abbreviations)
        self._small = frozenset(grammar.name_words["in_headings"])

    def is_day(self, page: Page, block: Block) -> bool:
        """Whether a line is a day."""
        return self._is_day.is_in(page.plain[block.start : block.end])

    def tells_day(self, page: Page, block: Block) -> bool:
        """Whether a line tells a day: "Radio log of 22 November"."""
        return self._tells_day.is_in(page.plain[block.start : block.end])

    def may_head(self, page: Page, block: Block) -> bool:
        """Whether a line may be a heading: a day, or a name and no more."""
        if block.end - block.start > _LONGEST_HEAD or block.kind not in _MAY_HEAD:
            return False
        if block.kind is BlockKind.DATELINE:
            return self.is_day(page, block)
        words = page.plain[block.start : block.end].split()
        is_name = all(w[0].isupper() or not w[0].isalpha() or w in self._small for w in words)
        return is_name and len(words) <= _MOST_WORDS and not words[-1].endswith(_STOPS)

    def own_head(self, page: Page, block: Block) -> Span | None:
        """Return the day or the place with which a paragraph begins."""
        words = page.plain[block.start : min(block.end, block.start + _LONGEST_OWN)]
        found = None
        if ": " in words or " - " in words:
            found = self._dated.first(words) or self._placed.first(words)
        found = found or self._stop(words)
        return (block.start, block.start + found.end) if found else None

    def _stop(self, words: str) -> Found | None:
        """Return a bare name and its full stop: "Houla. A UN post was hit", but not "Dr. Ba"."""
        stop = words.find(". ", 0, _LONGEST_HEAD)
        is_short = stop < 0 or words[:stop].rpartition(" ")[2].lower() in self._short
        return None if is_short else self._stopped.first(words)


def with_heads(
    page: Page, blocks: Sequence[Block], openings: Openings
) -> tuple[Sequence[Block], dict[int, Heads]]:
    r"""Return the stretches with the headings of a digest marked, and the heads of its paragraphs.

    >>> from advisory.resources import folder
    >>> from advisory.rulebook.lexicon import load_lexicon
    >>> openings = Openings(load_lexicon([folder("rules")]).grammar)
    >>> page = Page.of("Mali\nA bus hit a mine near the old ferry, five died.\nNiger\nA truck "
    ...     "turned over on a road to the mines, two died.")
    >>> at = [0, 5, 53, 59]
    >>> kinds = [BlockKind.LABEL, BlockKind.BODY] * 2
    >>> ends = [4, 52, 58, len(page.text)]
    >>> blocks, heads = with_heads(page, [Block(*one) for one in zip(at, ends, kinds)], openings)
    >>> [block.kind.value for block in blocks], heads[59].above
    (['heading', 'body', 'heading', 'body'], ((53, 58), (0, 4)))
    """
    if page.is_shouted:
        return blocks, {}  # in capitals any words may be a name
    groups = list(_headings(page, blocks, openings))
    is_headed = len(groups) >= _LEAST or _is_on_top(blocks, groups)
    heads = frozenset(at for group in groups for at in group) if is_headed else ()
    own = _of_towns(page, dict(_own_heads(page, blocks, openings)))
    is_list = len(own) >= _LEAST and 2 * len(own) >= sum(_is_told(page, one) for one in blocks)
    own = {at: head for at, head in own.items() if is_list or (head[0] == at and len(own) > 1)}
    if not (heads or own):
        return blocks, dict(_logged(page, blocks, openings))
    marked = [
        block._replace(kind=BlockKind.HEADING)
        if block.start in heads and block.kind in _BARE
        else block
        for block in blocks
    ]
    days = frozenset(b.start for b in marked if b.start in heads and openings.is_day(page, b))
    return marked, dict(_under(marked, heads, days if len(days) >= _LEAST else (), own))


def _is_on_top(blocks: Sequence[Block], groups: Sequence[Sequence[int]]) -> bool:
    """Whether the only heading is the label over the whole page: "Kenya"."""
    label = blocks[0] if blocks and blocks[0].kind is BlockKind.LABEL else None
    return label is not None and [[label.start]] == groups


def _logged(page: Page, blocks: Sequence[Block], openings: Openings) -> Iterator[tuple[int, Heads]]:
    """Yield where lines begin that begin with a clock, below a line that tells the day of a log."""
    day: Span | None = None
    for block in blocks:
        words = page.plain[block.start : block.end]
        if _CLOCK.is_in(words):
            if day:
                yield block.start, Heads(None, (day,), (day,))
        elif len(words) <= _LONGEST_HEAD and not words.endswith(_STOPS):
            day = (block.start, block.end) if openings.tells_day(page, block) else day


def _of_towns(page: Page, own: dict[int, Span]) -> dict[int, Span]:
    """Return the heads without the datelines of one newsroom: its releases may tell one story."""
    datelines = {at: head for at, head in own.items() if head[0] < at}
    towns = {page.plain[slice(*head)].partition(",")[0] for head in datelines.values()}
    return own if len(towns) > 1 else {at: own[at] for at in own if at not in datelines}


def _headings(page: Page, blocks: Sequence[Block], openings: Openings) -> Iterator[list[int]]:
    """Yield where the lines begin, a mere name or a day each, that stand above a paragraph."""
    above: list[int] = []
    for block in blocks:
        if openings.may_head(page, block):
            above.append(block.start)
            continue
        if above and _is_told(page, block):
            yield above[-_MOST_ABOVE:]
        above = []


def _is_told(page: Page, block: Block) -> bool:
    """Whether it is a paragraph, or an item of a list that has no full stop."""
    words = page.plain[block.start : block.end]
    is_item = page.text[block.start] in BULLETS or words.startswith("- ")
    is_whole = len(words) >= _LEAST_TOLD and words.endswith(_STOPS)
    return block.kind is BlockKind.BODY and (is_whole or is_item)


def _own_heads(
    page: Page, blocks: Sequence[Block], openings: Openings
) -> Iterator[tuple[int, Span]]:
    """Yield where paragraphs begin that begin with a day or a name, with the words that are it."""
    dateline: Span | None = None
    for block in blocks:
        if block.kind is BlockKind.BODY and block.end - block.start >= _LEAST_TOLD:
            own = openings.own_head(page, block) or (None if block.gap else dateline)
            if own:
                yield block.start, own
        dateline = (block.start, block.end) if block.kind is BlockKind.DATELINE else None


def _under(
    blocks: Sequence[Block], heads: Container[int], days: Container[int], own: dict[int, Span]
) -> Iterator[tuple[int, Heads]]:
    above: list[Span] = []
    for block in blocks:
        if block.start in heads:
            above = [(block.start, block.end), *above[: _MOST_ABOVE - 1]]
        if above or block.start in own:
            dated = tuple(head for head in above if head[0] in days)[:1]
            start = own.get(block.start)
            is_dateline = start is not None and start[0] < block.start
            yield block.start, Heads(start, tuple(above), dated, is_dateline)
