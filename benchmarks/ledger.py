"""A ledger of the grammar: how often each rule and each entry of the lexicon was right and wrong.

usage: ledger.py FOLDER [SET ...]

The folder holds `score.py` and sets in JSONL (see extraction.py). A value that the reader gave is
right where its incident was paired with one of the gold and that one has the value; the rule or
entry that read it, as its evidence names it, is booked accordingly: triggers by the words that
fired, tolls by their word of harm, places and dates by rule, those who did it by entry. What fired
less than five times is left out; the worst stand first, and all under 70 in 100 are marked.

Not booked is what a set cannot say: a category that it codes nowhere (one that keeps no arrests
would make each arrest read wrong), an actor whom it names nowhere ("gunmen" where it names groups
alone, or an army by another name), a village where it holds the province alone and the report does
not say whose village it is, and what is paired with an incident that the gold calls optional. An
open count ("several", "more than five") is right where the gold's figure lies in it.
"""

import argparse
import importlib.util
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from extraction import MUC, reader

from advisory.extraction.output import to_json
from advisory.extraction.reader import Reader
from advisory.model.incident import Mention
from advisory.model.text import Report
from advisory.model.value import Actor, Evidence
from advisory.model.vocabulary import ActorRole
from advisory.resources import folder
from advisory.rulebook.lexicon import load_lexicon

LEAST, WORST, ALIGNED = 5, 0.7, 0.999
HARMS = ("killed", "killing", "died", "injured", "injuring", "deaths", "bodies", "toll")
Document = Mapping[str, Any]
Booking = tuple[str, bool]  # the rule or entry, and whether it was right


def scorer(path: Path) -> ModuleType:
    """Return the caller's own score.py as a module."""
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None:
        sys.exit(f"{path} is not there: give the folder that holds the benchmark sets.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@dataclass(frozen=True, slots=True)
class Scheme:
    """What the gold of a set can say: the categories it codes, and the actors it names."""

    categories: frozenset[str]
    names: tuple[list[str], ...]

    @classmethod
    def of(cls, score: ModuleType, documents: Iterable[Document]) -> "Scheme":
        """Return the scheme that the incidents of a set were coded by."""
        gold = [one for document in documents for one in document["gold"]]
        named = {tuple(n) for one in gold for n, _ in score.items(one.get("perpetrators"))}
        categories = frozenset(category for one in gold for category in one["type"])
        return cls(categories, tuple(list(names) for names in sorted(named)))


class Ledger:
    """Books what a reader makes of a set, by the rules of a scorer."""

    def __init__(self, score: ModuleType, read: Reader, harms: Iterable[str]) -> None:
        self._score = score
        self._read = read
        self._harms = sorted(harms, key=lambda words: (-len(words), words))

    def of(self, gold: Path) -> Counter[Booking]:
        """Return how often each rule was right and wrong on one set."""
        lines = gold.read_text(encoding="utf-8").splitlines()
        documents = [json.loads(line) for line in lines]
        scheme = Scheme.of(self._score, documents)
        books: Counter[Booking] = Counter()
        for document in documents:
            for mention, one, mate in self._pairs(document):
                if mate is None or not mate.get("optional"):
                    books.update(self._of_one(scheme, mention, one, mate))
        return books

    def _of_one(
        self, scheme: Scheme, mention: Mention, one: Document, mate: Document | None
    ) -> Iterator[Booking]:
        """Yield what is booked of one incident that was read."""
        said = {p.field: p for p in mention.evidence if p.field != "actors"}
        doers = [p for p in mention.evidence if p.field == "actors" and _is_doer(p, mention)]
        for proof in (*said.values(), *doers):
            if proof.field == "actors":
                known = self._score.items(mate.get("perpetrators")) if mate else []
                right = self._is_named(proof, mention, [n for n, _ in known]) if known else None
                words = proof.spans[0].text
                can_be = any(self._score.same_actor(words, names) for names in scheme.names)
            else:
                right = self._is_right(proof, one, mate)
                can_be = proof.field != "type" or one["type"] in scheme.categories
            if right is not None and (right or can_be):
                yield f"{proof.field:8} {proof.rule} {self._words(proof)}", right

    def _is_named(self, proof: Evidence, mention: Mention, named: Iterable[Sequence[str]]) -> bool:
        """Whether the words for an actor, or its name in the lexicon, are the gold's."""
        ours = {proof.spans[0].text, *(actor.name for actor in _mine(proof, mention))}
        same = self._score.same_actor
        return any(same(words, names) for words in ours for names in named)

    def _pairs(
        self, document: Document
    ) -> Iterator[tuple[Mention, dict[str, Any], Document | None]]:
        """Yield each incident that was read with the one of the gold it belongs to, or None."""
        score, gold = self._score, document["gold"]
        read = self._made(document)
        similar = [[score.similarity(g, one) for _, one in read] for g in gold]
        matched = score.hungarian([[s[0] for s in row] for row in similar]) if gold and read else []
        mate = {p: gold[g] for g, p in matched if sum(similar[g][p][1:]) >= ALIGNED}
        for number, (mention, one) in enumerate(read):
            yield mention, one, mate.get(number)

    def _made(self, document: Document) -> list[tuple[Mention, dict[str, Any]]]:
        published = document.get("published") or document.get("published_outside_text")
        reading = self._read.read(Report(document["id"], document["text"], published=published))
        told = [m for m in reading.mentions if not m.background and not m.aggregate]
        made = [{**one, "type": one["category"]} for one in to_json(reading)["incidents"]]
        is_muc = str(document.get("source", "")).startswith("muc")
        both = zip(told, made, strict=True)
        return [(m, one) for m, one in both if not is_muc or one["type"] in MUC]

    def _words(self, proof: Evidence) -> str:
        text = " ".join(proof.spans[0].text.lower().split())
        if proof.field == "type":
            return text
        if proof.field in {"killed", "injured"}:
            return next((words for words in self._harms if words in text), "")
        return ""

    def _is_right(self, proof: Evidence, one: Document, gold: Document | None) -> bool | None:
        """Whether a value is that of the gold; None where the gold does not say."""
        score, field, right = self._score, proof.field, None
        if gold is None:
            return False if field == "type" else None
        if field == "type" and gold["type"]:
            right = one["type"] in gold["type"]
        elif field == "place" and gold.get("place"):
            right = self._is_place_right(one, gold)
        elif field == "date" and gold.get("dates"):
            right = score.date_score(gold, one)[1]
        elif field in {"killed", "injured"} and gold.get(f"{field}_known"):
            right = self._is_count_right(one, gold, field)
        return right

    def _is_count_right(self, one: Document, gold: Document, field: str) -> bool:
        """Whether a count is the gold's; "several" and "more than five", where it lies in them."""
        ours, best = self._score.rng(one, field), gold[field]
        if ours is not None and ours[1] is None and best is not None:
            return bool(self._score.overlap((best, best), ours))
        return bool(self._score.point(ours) == best)

    def _is_place_right(self, one: Document, gold: Document) -> bool | None:
        """Whether the place is the gold's; None where that is a province, and ours has none."""
        _, finest, upper = self._score.place_score(gold, one)
        only_province = gold["place"] == gold.get("admin1")
        if not only_province or finest:
            return bool(finest)
        return bool(upper) if one.get("admin1") else None


def _is_doer(proof: Evidence, mention: Mention) -> bool:
    """Whether an actor is one of those who did it, whom alone the sets name."""
    mine = _mine(proof, mention)
    return not mine or any(actor.role is ActorRole.PERPETRATOR for actor in mine)


def _mine(proof: Evidence, mention: Mention) -> list[Actor]:
    """Return the actors that an evidence is of."""
    known = {proof.rule.rpartition("/")[2], proof.spans[0].text}
    return [actor for actor in mention.actors if known & {actor.id, actor.name}]


def printed(books: Counter[Booking]) -> Iterator[str]:
    """Yield one line for each rule that fired often enough, the worst first."""
    names = {name for name, _ in books}
    rows = [(books[name, True], books[name, False], name) for name in names]
    often = [row for row in rows if row[0] + row[1] >= LEAST]
    for right, wrong, name in sorted(often, key=lambda r: (r[0] / (r[0] + r[1]), r[2])):
        share = right / (right + wrong)
        yield f"{'!' if share < WORST else ' '} {share:5.2f} {right:6d} {wrong:6d}  {name}"


def main() -> None:
    """Print the ledger of each set."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sets", nargs="*")
    options = parser.parse_args()
    score = scorer(options.folder / "score.py")
    names = options.sets or sorted(path.stem for path in options.folder.glob("*.jsonl"))
    grammar = load_lexicon([folder("rules")]).grammar
    harms = {words for name in HARMS for words in grammar.classes[name]}
    books = Ledger(score, reader(), harms)
    for name in names:
        print(f"== {name}\n  share  right  wrong  field, rule or entry, words")
        print("\n".join(printed(books.of(options.folder / f"{name}.jsonl"))))


if __name__ == "__main__":
    main()
