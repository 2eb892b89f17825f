"""Statements with their citations: the ids of reports become the numbers a reader sees."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from advisory.errors import RenderingFailed
from advisory.model.advice import FrontLine, Slot, SourceLine, Statement
from advisory.rendering.texts import unbroken
from advisory.rendering.views import CitationView, FrontGroupView, PieceView, StatementView


def own(text: str) -> StatementView:
    """Return a statement of our own words, which cites nothing.

    >>> own("No report was read.").text
    'No report was read.'
    """
    return StatementView((PieceView(unbroken(text), "own"),), ())


@dataclass(frozen=True, slots=True)
class Citer:
    """Knows the number of each report; in the edition to be carried it cites nothing."""

    numbers: Mapping[str, CitationView]
    silent: bool

    @classmethod
    def of(cls, sources: Iterable[SourceLine], *, carried: bool) -> "Citer":
        """Return the citer of a list of sources."""
        return cls(
            {line.report: CitationView(str(line.number), line.name) for line in sources}, carried
        )

    def citation(self, report: str) -> CitationView:
        """Return the citation of one report.

        Raises:
            RenderingFailed: If the report is not in the list of sources.
        """
        if report not in self.numbers:
            raise RenderingFailed(f'report "{report}" is cited, but is not among the sources')
        return self.numbers[report]

    def statement(self, statement: Statement) -> StatementView:
        """Return a statement whose reports are numbers."""
        cited = () if self.silent else dict.fromkeys(statement.reports)
        return StatementView(
            tuple(_piece(part) for part in statement.parts),
            tuple(self.citation(report) for report in cited),
        )

    def statements(self, statements: Iterable[Statement]) -> tuple[StatementView, ...]:
        """Return several statements, in order."""
        return tuple(self.statement(statement) for statement in statements)


def front_view(title: str, lines: Iterable[FrontLine], citer: Citer) -> FrontGroupView:
    """Return one group of the first page of a bulletin."""
    return FrontGroupView(title, citer.statements(line.statement for line in lines))


def _piece(part: str | Slot) -> PieceView:
    if isinstance(part, Slot):
        return PieceView(unbroken(part.text), part.provenance.value)
    return PieceView(unbroken(part), "own")
