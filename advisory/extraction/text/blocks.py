"""What each stretch of a page is: headline, dateline, byline, caption, body, biography, teaser ...

A page is captured with its navigation, the author's life, a caption and teasers of other stories.
Only headline and body tell the news. A stretch is judged by its shape together with a cue of the
lexicon, never by a word alone: a one-word cue once threw away two real sentences. After the end
of the article, that is after a biography, a notice of the publisher or a wide gap, a title with a
cut-off paragraph is a teaser, and so is all that follows.
"""

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from advisory.extraction.text.page import Page
from advisory.extraction.text.paragraphs import paragraphs
from advisory.extraction.text.patterns import Pattern
from advisory.extraction.text.scan import Hit

_DATELINE_LINE = Pattern(
    r"(?i)^\W*(?:\d{1,2} [a-z]{3,9}\.?,? \d{4}|[a-z]{3,9}\.? \d{1,2},? \d{4}|\d{4}-\d\d-\d\d)"
    r"(?:\W+\d{1,2}:\d\d.{0,12})?\W*$"
)
# "NAIROBI, Kenya (Sept. 25, 2011)" on a line of its own.
_DATELINE_TOWN = Pattern(
    r"^[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,2}(?:, [A-Z][A-Za-z. ]{1,30})?"
    r" \((?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?\)\W*$"
)
# "Published 13 May 2026, 08:12 | Updated 10:40": when the page was written, not what happened.
_STAMP = Pattern(r"(?i)^\W*(?:first |last )?(?:published|updated|posted|modified)\b[^.!?]*\d")
_DATELINE_HEAD = Pattern(
    r"^(?:\d{1,2} [A-Z][a-z]{2,8} \d{4}|[A-Z][A-Za-z.'-]*(?:[ /][A-Z][A-Za-z.'-]*){0,3})"
    r"(?:,? \(?[A-Z][A-Za-z. ]{1,30}\)?)?"
    r"(?:,? \(?\w{0,9}\.? ?\d{0,2},? ?\w{0,9}\.? ?\d{0,4}\)?)?"
    r"(?: \([^)]{1,60}\)\.?)? ?(?:--?-?|:)+ (?:\[[^\]]{1,60}\] ?)*"
)
# "KATHMANDU, Sept 8: ", "GAO/BER: ": a colon ends it behind a day or towns in capitals.
_DATELINE_COLON = Pattern(
    r"^(?:[A-Z]{4,20}(?:[ /][A-Z]{3,20}){0,2}: )|^[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){0,2}, ?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?(?: \([^)]{1,30}\))?: "
)
# "Jakarta. Mount Semeru erupted", "Daraa (a network). Three children": below a headline alone.
_DATELINE_STOP = Pattern(
    r"^[A-Z][A-Za-z'-]{4,}(?: [A-Z][A-Za-z'-]+){0,2}(?: \([^)]{1,40}\))?\. [A-Z]"
)
_BYLINE = Pattern(r"^(?:[Bb]y )?[A-Z][a-z'-]+(?: [A-Z][a-z.'-]*){1,3}$")
# "By our staff in Gao", "By JANE DOE and John Roe, Lagos": who wrote it sits somewhere.
_WRITTEN_BY = Pattern(r"^(?i:by) (?:[A-Z]|an? |our |staff|the )")
_FIGURE = Pattern(r"^[A-Za-z ]{3,30}: \d")  # "Deaths: 14" on a line of its own
_ENDS = (".", "!", "?", '."', '?"', ".)", '!"')
_LONG_LINE, _SHORT_LINE, _LONGEST_BIOGRAPHY = 150, 70, 700
_OPENING, _STOPS = " ([|-", frozenset(".!?)\"'")
# A line that says of something that it was done is no label, however short: "Gao airport shut".
_TOLD, _NEWS_OF = "told", frozenset({"triggers", "conditions"})
_SAID = frozenset({"", "verb", "phrase", "beside"})
_MOST_ALIKE = 4  # paragraphs: of more no name has more votes
_WORDS_OF_A_TITLE, _WORDS_OF_A_BYLINE, _LONGEST_DATELINE = 4, 5, 120


class BlockKind(StrEnum):
    """What a stretch of a page is for."""

    HEADLINE = "headline"
    DATELINE = "dateline"
    BYLINE = "byline"
    CAPTION = "caption"
    LABEL = "label"
    HEADING = "heading"
    BODY = "body"
    BIOGRAPHY = "biography"
    BOILERPLATE = "boilerplate"
    TEASER = "teaser"


NEWS = frozenset({BlockKind.HEADLINE, BlockKind.BODY})
_MARKED = frozenset({BlockKind.DATELINE, BlockKind.HEADING})
_NAMING = NEWS | _MARKED
_MAY_TEASE = NEWS | {BlockKind.LABEL}
_TEASING = _MAY_TEASE | {BlockKind.BYLINE}
_AFTER_THE_END = frozenset({BlockKind.BIOGRAPHY, BlockKind.BOILERPLATE})


class Block(NamedTuple):
    """A stretch of the page by offsets, with what it is; `gap` are the line breaks before it."""

    start: int
    end: int
    kind: BlockKind = BlockKind.BODY
    gap: int = 1


def blocks(page: Page, hits: Sequence[Hit]) -> tuple[Block, ...]:
    """Return the stretches of a page in its order, each with its kind."""
    cues = [hit for hit in hits if hit.kind == "cues"]
    told = [hit.start for hit in hits if hit.kind in _NEWS_OF and hit.form in _SAID]
    starts = [cue.start for cue in cues]
    days = frozenset(hit.start for hit in hits if hit.id == "weekday")
    judged: list[Block] = []
    has_news = has_body = False
    stretches = [Block(start, end, gap=gap) for start, end, gap in paragraphs(page)]
    is_alone = sum(stretch.end - stretch.start >= _SHORT_LINE for stretch in stretches) <= 1
    for stretch in stretches:
        inside = cues[bisect_left(starts, stretch.start) : bisect_left(starts, stretch.end)]
        for piece in _parted(page, stretch, inside, is_alone=is_alone) if inside else (stretch,):
            own = [cue for cue in inside if piece.start <= cue.start and cue.end <= piece.end]
            seen = {cue.id: cue.end - cue.start for cue in own}
            below = has_news and not has_body
            for part in _without_dateline(page, piece, days, is_first=below):
                if bisect_left(told, part.start) < bisect_left(told, part.end):
                    seen[_TOLD] = 0
                kind = _kind(page, part, seen, has_news=has_news)
                has_news = has_news or kind in NEWS
                has_body = has_body or kind is BlockKind.BODY
                judged.append(Block(part.start, part.end, kind, part.gap))
    ends = frozenset(cue.start for cue in cues if cue.id == "end_of_article")
    return tuple(_with_teasers(page, judged, ends))


def news_alone(source: str, blocks: Iterable[Block]) -> str:
    """Return a text with blanks for all that is neither news nor heads it, offset by offset.

    Of paragraphs that are the same word for word the first few are left: the places of a thousand
    are those of four.

    >>> news_alone("Menu. A raid.", [Block(6, 13)])
    '      A raid.'
    """
    pieces, at = [], 0
    times: dict[str, int] = {}
    for block in blocks:
        if block.kind in _NAMING:
            words = source[block.start : block.end]
            times[words] = times.get(words, 0) + 1
            if times[words] <= _MOST_ALIKE:
                pieces += [_blank(source[at : block.start]), words]
                at = block.end
    return "".join(pieces)


def _blank(piece: str) -> str:
    return "\n".join(" " * len(line) for line in piece.split("\n"))


def _parted(page: Page, block: Block, cues: Iterable[Hit], *, is_alone: bool) -> Iterator[Block]:
    """Cut off what begins after a sentence and is none of it: "Read also: ", "Photo: an agency".

    A credit in a paragraph among others says that it is a caption; one in the only paragraph of a
    feed's entry is of the picture beside it.
    """
    cuts = (cue.start for cue in cues if _begins_furniture(page, cue, is_alone=is_alone))
    ends = ((block.start + len(page.plain[block.start : at].rstrip(_OPENING)), at) for at in cuts)
    end, cut = next(((e, at) for e, at in ends if page.plain[e - 1] in _STOPS), (block.start, 0))
    if end <= block.start:
        yield block
        return
    yield Block(block.start, end, block.kind, block.gap)
    yield Block(cut, block.end, block.kind, 0)


def _begins_furniture(page: Page, cue: Hit, *, is_alone: bool) -> bool:
    is_notice = cue.id in {"caption", "boilerplate"}
    return (is_notice and is_alone) or (
        cue.id == "teasing" and page.plain[cue.end : cue.end + 1] == ":"
    )


def _without_dateline(
    page: Page, block: Block, days: Container[int], *, is_first: bool
) -> Iterator[Block]:
    """Split off "Harare - " or "BOGOTA, 5 JUL 89 (AFP) -- [TEXT] ": where the newsroom sits.

    Before a word or two it is a title: "Weekly Report - Sahel"; after a day goes what was then.
    """
    words = page.plain[block.start : block.start + _LONGEST_DATELINE]
    head = _DATELINE_HEAD.first(words) if "- " in words else None
    if not head or ": " in words[: head.end]:
        is_told = ": " in words and page.plain[block.start : block.end].rstrip().endswith(_ENDS)
        head = _DATELINE_COLON.first(words) if is_told else None  # not "RELATED: Nine killed"
    if head is None and is_first and (stop := _DATELINE_STOP.first(words)):
        head = stop._replace(end=stop.end - 1)
    cut = block.start + head.end if head else block.end
    if not head or _opens_an_aside(words, head.end) or cut >= block.end or block.start in days:
        yield block
    elif len(page.plain[cut : min(block.end, cut + _SHORT_LINE)].split()) < _WORDS_OF_A_TITLE:
        yield block._replace(kind=BlockKind.HEADING)
    else:
        yield Block(block.start, cut, BlockKind.DATELINE, block.gap)
        yield Block(cut, block.end, gap=0)


def _opens_an_aside(words: str, end: int) -> bool:
    """Whether another dash closes what the first opened: "Six people - two of them boys - were"."""
    return words[:end].rstrip(" -").rpartition(" ")[2].islower() and "- " in words[end:]


def _kind(page: Page, block: Block, seen: dict[str, int], *, has_news: bool) -> BlockKind:
    if block.kind in _MARKED:
        return block.kind
    words = page.plain[block.start : block.end]
    is_sentence = words.endswith(_ENDS)
    if len(words) >= _SHORT_LINE and not seen and is_sentence:
        return BlockKind.BODY  # most paragraphs
    return _of_cues(words, seen, has_news=has_news) or _of_shape(
        words, seen, is_sentence=is_sentence, has_news=has_news
    )


def _of_cues(words: str, seen: dict[str, int], *, has_news: bool) -> BlockKind | None:
    """Return what a date or a cue makes of a stretch; a biography stands after news."""
    if len(words) < _SHORT_LINE and _is_dateline(words):
        return BlockKind.DATELINE
    if "teasing" in seen and words[seen["teasing"] : seen["teasing"] + 1] == ":":
        return BlockKind.TEASER
    if "caption" in seen and len(words) < 2 * _LONG_LINE:
        return BlockKind.CAPTION
    if has_news and "biography" in seen and len(words) < _LONGEST_BIOGRAPHY:
        return BlockKind.BIOGRAPHY
    return BlockKind.BOILERPLATE if "boilerplate" in seen else None


def _of_shape(words: str, seen: dict[str, int], *, is_sentence: bool, has_news: bool) -> BlockKind:
    if _is_label(words, seen, is_sentence=is_sentence):
        return BlockKind.LABEL
    is_long = _TOLD in seen or len(words.split()) >= _WORDS_OF_A_TITLE
    if len(words) < _SHORT_LINE and _WRITTEN_BY.is_in(words) and not (is_sentence or _TOLD in seen):
        return BlockKind.BYLINE
    if is_long and len(words) < _LONG_LINE and not (is_sentence or has_news):
        return BlockKind.HEADLINE
    if words.count(" ") < _WORDS_OF_A_BYLINE and _BYLINE.is_in(words):
        return BlockKind.BYLINE
    is_short = len(words.split()) < _WORDS_OF_A_TITLE and not _FIGURE.is_in(words)
    return BlockKind.LABEL if is_short and not is_sentence else BlockKind.BODY


def _is_dateline(words: str) -> bool:
    is_stamp = not words.endswith(_ENDS) and _STAMP.is_in(words)
    return is_stamp or _DATELINE_LINE.is_in(words) or _DATELINE_TOWN.is_in(words)


def _is_label(words: str, seen: dict[str, int], *, is_sentence: bool) -> bool:
    """Whether navigation words are most of a short line that is no sentence."""
    if is_sentence or len(words) > _SHORT_LINE:
        return False
    cue = max(seen.get("navigation", 0), seen.get("end_of_article", 0))
    return 2 * cue > len(words) or not any(map(str.isalpha, words))


def _with_teasers(page: Page, judged: Sequence[Block], ends: Container[int]) -> Iterator[Block]:
    """Turn titles and cut-off paragraphs after the end of the article into teasers."""
    body_seen = ended = in_teasers = False
    for number, block in enumerate(judged):
        if body_seen and not in_teasers and block.kind in _MAY_TEASE:
            in_teasers = _begins_teasers(page, block, judged[number + 1 : number + 2], ended=ended)
        if in_teasers and block.kind in _TEASING:
            yield Block(block.start, block.end, BlockKind.TEASER, block.gap)
            continue
        body_seen = body_seen or block.kind is BlockKind.BODY
        is_end = block.kind is BlockKind.LABEL and block.start in ends
        ended = body_seen and (ended or is_end or block.kind in _AFTER_THE_END)
        yield block


def _begins_teasers(page: Page, block: Block, following: Sequence[Block], *, ended: bool) -> bool:
    """Whether a stretch is a title, after the article's end or with a cut-off paragraph behind."""
    if block.end - block.start >= _LONG_LINE:
        return False
    words = page.plain[block.start : block.end]
    if words.endswith(_ENDS):
        return False
    if ended and len(words.split()) >= _WORDS_OF_A_TITLE:
        return True
    return any(page.plain[b.start : b.end].endswith("..") for b in following)
