"""The words that prove a value, cut out of the page they stand on."""

from advisory.extraction.text.page import Page
from advisory.model.value import Evidence, Span


def proof(page: Page, field: str, rule: str, *spans: tuple[int, int]) -> Evidence:
    """Return why a field has its value: the words between each two offsets, and who read them.

    >>> proof(Page.of("Two died."), "killed", "counts/people", (0, 3)).spans
    (Span(start=0, end=3, text='Two'),)
    """
    return Evidence(field, tuple(Span.of(page.text, *span) for span in spans), rule)
