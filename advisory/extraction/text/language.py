"""Whether a text is in the language we read, by the share of its smallest words.

Running text of a language holds 30 to 50 in a hundred of its stop words; another language holds
few of them. That is all a reader of one language needs to know; which other language it is, is
only guessed by script. A line or two has few small words, so there every common word counts.
"""

from advisory.extraction.text.page import Page
from advisory.model.text import UNDETERMINED

_LEAST_SHARE = 0.12
_MOST_WORDS = 400
_FEW_WORDS, _A_LINE_OR_TWO = 4, 30


def language_of(
    page: Page, stop_words: frozenset[str], common: frozenset[str], language: str
) -> str:
    """Return the language's own code, or `und` where the text is in another.

    `common` are its words that are no names.

    A text of fewer than four words is believed: nothing can be told from it.
    """
    words = page.lower.split(None, _MOST_WORDS)[:_MOST_WORDS]
    if sum(map(stop_words.__contains__, words)) >= max(_LEAST_SHARE * len(words), _FEW_WORDS):
        return language  # so many without taking any mark off: the usual case
    known = [word.strip(".,;:!?\"'()[]") for word in words]
    letters = [word for word in known if word.isalpha()]
    if len(letters) < _FEW_WORDS:
        return language if page.text.isascii() else UNDETERMINED
    small = stop_words if len(letters) > _A_LINE_OR_TWO else common
    share = sum(map(small.__contains__, letters)) / len(letters)
    return language if share >= _LEAST_SHARE else UNDETERMINED
