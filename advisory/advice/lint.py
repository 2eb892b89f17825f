"""Read a product as a strict editor would: what may not leave the house worded like this.

Every digit, date and name outside a slot is a fact without a source (decision 14). Words that take
sides stand in quotations only. "Possible" has no band, so it is counted. Likelihood and confidence
are two things and never share a sentence. Measures that contradict each other, missing house facts
and a carry edition that says too much block approval.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import re2  # type: ignore[import-untyped] # the wheel carries no stubs

from advisory.advice.edition import every_statement
from advisory.advice.wording import likelihood_words, loaded_words, possible_words
from advisory.model.advice import Advisory, Audience, Edition, Provenance, RegionPart, Statement
from advisory.model.marking import Tlp

_DIGIT = re2.compile(r"[0-9]")
_DATE_WORD = re2.compile(
    r"\b(January|February|March|April|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|May [0-9]{1,4}|[0-9]{1,2} May)\b"
)
_NAME = re2.compile(r"[^.:!?\s]\s+([A-Z][\p{L}-]+)")  # a capital inside a sentence
_SLOT = "_"
_OWN = frozenset({"UTC", "UNKNOWN", "STALE"})


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend: in which edition, what is wrong, how to mend it."""

    where: str
    what: str
    cure: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"\n    {self.cure}" if self.cure else "")


def lint(advisory: Advisory) -> list[Finding]:
    """Return everything that keeps a product from being approved; empty when it may go."""
    found = [
        *(finding for s in every_statement(advisory) for finding in _in_statement(s)),
        *(finding for part in advisory.parts for finding in _in_part(part)),
        *_possible(advisory),
        *_house(advisory),
        *(_carry(advisory) if advisory.variant is Edition.CARRY else ()),
    ]
    return [Finding(advisory.id, what, cure) for what, cure in dict.fromkeys(found)]


def _in_statement(statement: Statement) -> Iterator[tuple[str, str]]:
    text, own = str(statement), _own_words(statement)
    if _DIGIT.search(own) or _DATE_WORD.search(own):
        yield f'a number or date without a source in "{text}"', "Put it into a slot."
    for name in _NAME.findall(own):
        if name not in _OWN:
            yield f'the name "{name}" without a source in "{text}"', "Put it into a slot."
    for word in loaded_words(text):
        yield f'"{word}" takes sides in "{text}"', "Quote it with its speaker, or say it plainly."
    if likelihood_words(text) and "confidence" in text.casefold():
        yield f'likelihood and confidence in one sentence: "{text}"', "Make it two."


def _own_words(statement: Statement) -> str:
    """Return the statement with each slot as a mark, and the full stop a slot may end with."""
    return "".join(
        part if isinstance(part, str) else f"{_SLOT}{'.' if part.text.endswith('.') else ''}"
        for part in statement.parts
    )


def _in_part(part: RegionPart) -> Iterator[tuple[str, str]]:
    codes = {recommendation.measure for recommendation in part.recommendations}
    for recommendation in part.recommendations:
        for other in sorted(codes & set(recommendation.forbids)):
            what = f"{recommendation.measure} and {other} contradict each other"
            yield f"{what} in {part.region.name}", "Keep the stricter one."


def _possible(advisory: Advisory) -> Iterator[tuple[str, str]]:
    uses = sum(possible_words(str(statement)) for statement in every_statement(advisory))
    if uses:
        yield f'"possible" is used {uses} times: it has no band', "Take a word of ICD 203."


def _house(advisory: Advisory) -> Iterator[tuple[str, str]]:
    for key in advisory.missing_house:
        yield f'the house fact "{key}" is not set', f"Set {key} in house.yaml in your rules folder."


def _carry(advisory: Advisory) -> Iterator[tuple[str, str]]:
    if advisory.tlp >= Tlp.AMBER:
        what = f"a carry edition rests on {advisory.tlp} reports"
        yield what, "Make it for the clearance GREEN."
    if advisory.sources or any(s.reports for s in every_statement(advisory)):
        yield "a carry edition names its reports", "Cut it with `advice.carry`."
    for part in advisory.parts:
        if any(r.audience is not Audience.TRAVELLER for r in part.recommendations):
            yield "a carry edition has the manager's measures", "Cut it with `advice.carry`."
        slots = (slot for r in part.recommendations for slot in r.statement.slots)
        if any(slot.provenance is Provenance.EVIDENCE for slot in slots):
            yield "a carry edition quotes a report", "Cut it with `advice.carry`."
