"""The words of one language, as an analyst writes them: triggers, actors, weapons, cues.

In come the files of `lexicon/<language>/` of all rule folders, a user's file over the shipped one
of the same name; out goes one frozen `Lexicon`. Everything that depends on a language stands in
these files, word endings and months too, so a second language is a second folder. A trigger entry
bears the id of a fine type of types.yaml and carries its own sentences that must and must not fire;
`advisory rules test` and the tests run them. Words may stand for classes of words (`word_classes`).
What they mean in a sentence is not here: that is `extraction`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from advisory.errors import Problem, did_you_mean, nearest
from advisory.model.vocabulary import ConditionKind, SpeakerKind
from advisory.rulebook.book import ActorEntry
from advisory.rulebook.folders import folder_texts, texts_hash
from advisory.rulebook.merge import MergedFiles
from advisory.rulebook.relevance import Weights
from advisory.rulebook.shape import build
from advisory.rulebook.word_classes import Classes, classes_of, without_classes


@dataclass(frozen=True, slots=True)
class Examples:
    """Sentences in which an entry must fire, and sentences in which it must not."""

    yes: tuple[str, ...]
    no: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """Words to look for: whole phrases as they stand, nouns and verbs in all their forms.

    Forms that no ending makes are written out with bars between them: `shoot|shot|shooting`.
    """

    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refinement:
    """When a mention of one of the types `of` is really of this one.

    Either because one of these weapons or targets stands in its sentence. Where words `after` are
    given, a target counts only shortly after one of them: a bomb "targeting" a judge. The words
    `unless` rule it out: mines found in a "dump" were laid nowhere.
    """

    of: tuple[str, ...]
    weapons: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TriggerEntry:
    """How one fine type is told. `weak` words tell it only with a toll, or beside a strong one.

    `beside` words count only in a sentence that has one of the words `near`. The greater `rank`
    names the mention where two types stand in one sentence. `weapons` are those that the type's own
    words already name.
    """

    rank: int
    strong: Words = Words()
    weak: Words = Words()
    beside: Words = Words()
    near: tuple[str, ...] = ()
    refines: Refinement | None = None
    weapons: tuple[str, ...] = ()
    tests: Examples = Examples((), ())


@dataclass(frozen=True, slots=True)
class ConditionEntry:
    """How the begin and the end of one lasting state are told.

    The words `in_force_beside` and `lifted_beside` count only in a sentence that has one of `near`,
    `in_force_said` and `lifted_said` also beside one of `said_of`, which has no other word: it
    stands before what is said of it ("bread is scarce", "families fled the town") or right behind a
    word that ends so ("short of bread").
    """

    hazard: str
    in_force: Words
    lifted: Words = Words()
    in_force_beside: Words = Words()
    lifted_beside: Words = Words()
    in_force_said: Words = Words()
    lifted_said: Words = Words()
    near: tuple[str, ...] = ()
    said_of: tuple[str, ...] = ()
    tests: Examples = Examples((), ())


@dataclass(frozen=True, slots=True)
class DatePattern:
    """One way to write a date.

    `means` says how it is worked out: day, numeric, month, year, weekday, weekend, night, relative,
    day_alone, ago, past, last or this; that_day, day_before, weekday_before and next_day are told
    by the day told before them. The greater `weight` is the more explicit date. In the pattern
    (RE2), `{month}`, `{weekday}` and the like stand for the words of the grammar, each as a named
    group.
    """

    means: str
    weight: int
    pattern: str


@dataclass(frozen=True, slots=True)
class Grammar:
    """The small words and endings of a language, grammar.yaml.

    `noun_endings` and `verb_endings` map an ending to what may stand in its place; the longest that
    fits is taken, and the bare form counts too; `*` is any ending. `classes` are the word classes
    that the count grammar knows by name, `victims` the words for people by who they are.
    `month_parts` are first and last day, `spans` lengths in hours. `name_words` are words inside
    names, by where they stand. `stop_words` tell the language.
    """

    noun_endings: Mapping[str, tuple[str, ...]]
    verb_endings: Mapping[str, tuple[str, ...]]
    adverb_endings: tuple[str, ...]
    heads_before: tuple[str, ...]
    numbers: Mapping[str, int]
    vague_numbers: Mapping[str, int]
    months: Mapping[str, int]
    month_parts: Mapping[str, tuple[int, ...]]
    weekdays: Mapping[str, int]
    weekdays_short: tuple[str, ...]
    relative_days: Mapping[str, int]
    spans: Mapping[str, int]
    since: tuple[str, ...]
    until: tuple[str, ...]
    last_year: tuple[str, ...]
    date_patterns: Mapping[str, DatePattern]
    heading_day: str
    name_words: Mapping[str, tuple[str, ...]]
    classes: Mapping[str, tuple[str, ...]]
    plurals: tuple[str, ...]
    victims: Mapping[str, tuple[str, ...]]
    abbreviations: tuple[str, ...]
    stop_words: tuple[str, ...]

    def words(self, *names: str) -> frozenset[str]:
        """Return all the words of some classes."""
        return frozenset(word for name in names for word in self.classes[name])


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The merged words of one language; `version` is a hash over all its files."""

    language: str
    version: str
    grammar: Grammar
    relevance: Weights
    triggers: Mapping[str, TriggerEntry]
    actors: Mapping[str, ActorEntry]
    weapons: Mapping[str, Words]
    targets: Mapping[str, Words]
    conditions: Mapping[ConditionKind, ConditionEntry]
    cues: Mapping[str, tuple[str, ...]]
    speakers: Mapping[SpeakerKind, tuple[str, ...]]


# One file of each of these in a language, of this shape as a whole.
_WHOLE: Mapping[str, type] = {"grammar": Grammar, "relevance": Weights}
_SHAPES: Mapping[str, Any] = {
    "triggers": Mapping[str, TriggerEntry],
    "actors": Mapping[str, ActorEntry],
    "weapons": Mapping[str, Words],
    "targets": Mapping[str, Words],
    "conditions": Mapping[ConditionKind, ConditionEntry],
    "cues": Mapping[str, tuple[str, ...]],
    "speakers": Mapping[SpeakerKind, tuple[str, ...]],
}
"""What a file holds, by the word its name begins with: each is a field of `Lexicon`."""
_CLASSES = "classes"
_CLASSES_SHAPE: object = Mapping[str, tuple[str, ...]]


def load_lexicon(folders: Sequence[Path], language: str = "en") -> Lexicon:
    """Return the words of one language out of the rule folders, shipped first, the user's after.

    A file's name up to its first hyphen says what it holds: `actors-sahel.yaml` holds actors.

    Raises:
        RejectedFile: With every problem of every file.

    >>> from advisory.resources import folder
    >>> load_lexicon([folder("rules")]).grammar.numbers["twelve"]
    12
    """
    files = MergedFiles.of(folders, f"lexicon/{language}/*.yaml")
    parts: dict[str, dict[object, object]] = {field: {} for field in _SHAPES}
    whole: dict[str, object] = {}
    classes = _classes(files, f"lexicon/{language}/{_CLASSES}.yaml")
    for name, path in files.files.items():
        stem = path.stem.split("-")[0]
        content = _read(files, name, stem, classes)
        if stem in _WHOLE:
            whole[stem] = content
        elif isinstance(content, Mapping):
            _add(parts[stem], content, name, files.problems)
    files.problems.extend(_missing(language, whole))
    files.problems.extend(_unknown_references(parts))
    files.refuse()
    # Each part was built with its shape above; the constructor cannot see that.
    return Lexicon(language, texts_hash(folder_texts(files.files))[:16], **whole, **parts)  # type: ignore[arg-type]


def _missing(language: str, whole: Mapping[str, object]) -> Iterator[Problem]:
    for stem in sorted(_WHOLE.keys() - whole.keys()):
        where = f"lexicon/{language}/{stem}.yaml"
        yield Problem(where, 1, "the file is missing", "Every language needs one.")


def _classes(files: MergedFiles, name: str) -> Classes:
    """Return the classes of words of a language, which may have none."""
    is_right = name in files.files and files.built(name, _CLASSES_SHAPE) is not None
    return classes_of(files.nodes[name], files.problems) if is_right else {}


def _read(files: MergedFiles, name: str, stem: str, classes: Classes) -> object:
    shape = _WHOLE.get(stem) or _SHAPES.get(stem)
    if shape:
        node = files.read(name)
        told = without_classes(node, classes, files.problems) if node else None
        return build(shape, told, files.problems) if told else None
    if stem == _CLASSES:
        return None
    shapes = (*_WHOLE, *_SHAPES, _CLASSES)
    cure = f"{did_you_mean(nearest(stem, list(shapes)))} Allowed: {', '.join(shapes)}".strip()
    files.problems.append(Problem(name, 1, f'no lexicon file is called "{stem}"', cure))
    return None


def _add(
    part: dict[object, object],
    content: Mapping[object, object],
    name: str,
    problems: list[Problem],
) -> None:
    for key, value in content.items():
        if key in part:
            what = f'"{key}" is in another file of the lexicon too'
            problems.append(Problem(name, 1, what, "Keep one of them."))
        part[key] = value


def _unknown_references(parts: Mapping[str, Mapping[object, object]]) -> Iterator[Problem]:
    for key, entry in parts["triggers"].items():
        if isinstance(entry, TriggerEntry) and entry.refines:
            yield from _not_in(key, entry.refines.of, parts["triggers"])
            yield from _not_in(key, entry.refines.weapons, parts["weapons"])
            yield from _not_in(key, entry.refines.targets, parts["targets"])
        if isinstance(entry, TriggerEntry):
            yield from _not_in(key, entry.weapons, parts["weapons"])


def _not_in(key: object, names: Iterable[str], known: Mapping[object, object]) -> Iterator[Problem]:
    choices = [str(choice) for choice in known]
    for name in names:
        if name not in known:
            cure = did_you_mean(nearest(name, choices)).strip()
            yield Problem("lexicon triggers", 1, f'{key} refines by "{name}", no entry', cure)
