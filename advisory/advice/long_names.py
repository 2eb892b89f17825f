"""Long names, and how they are shortened where they stood before.

A place has its region and country, and an actor its long name, at first mention only.
"""

from collections.abc import Iterable

from advisory.model.advice import Provenance, Slot, Statement


def first_mentions(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """Return the statements with long names at their first mention only.

    "Kidal, Kidal Region, Mali" becomes "Kidal" and "Malian Armed Forces (FAMa)" "FAMa" where they
    stood before.
    """
    known: dict[str, str] = {}
    return tuple(Statement(_shortened(s.parts, known), s.reports) for s in statements)


def _shortened(parts: tuple[str | Slot, ...], known: dict[str, str]) -> tuple[str | Slot, ...]:
    short: list[str | Slot] = []
    for before, part in zip((None, *parts), parts, strict=False):
        if isinstance(part, str):
            is_cut = isinstance(before, Slot) and short[-1] != before
            # The comma that closed the long name goes with it: "Kidal, Mali, on" and "Kidal on".
            short.append(part.removeprefix(",") if is_cut and part == ", " else part)
        else:
            name = _short(part, known)
            if name != part and short and isinstance(short[-1], str):
                short[-1] = short[-1].removesuffix("the ")  # "the Armed Forces (AF)", then "AF"
            short.append(name)
    return tuple(short)


def _short(slot: Slot, known: dict[str, str]) -> Slot:
    short = _short_text(slot)
    is_known = slot.text in known
    known[slot.text] = short
    return Slot(short, slot.provenance, slot.ref) if is_known else slot


def _short_text(slot: Slot) -> str:
    text = slot.text
    if slot.provenance is Provenance.GAZETTEER and ", " in text:
        return text.split(", ")[0]
    if slot.provenance is Provenance.EVIDENCE and text.endswith(")") and " (" in text:
        return text.rpartition(" (")[2].removesuffix(")")
    return text


def acronyms_only(statement: Statement) -> Statement:
    """Return a statement with every long name shortened: for a line that has no room."""
    long = {slot.text: _short_text(slot) for slot in statement.slots}
    return Statement(_shortened(statement.parts, long), statement.reports)
