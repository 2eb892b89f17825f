"""What a run works with: where things lie, and each thing opened when it is first asked for.

A desk is built once by a command and handed down. It holds no state of its own: the same files give
the same desk.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from advisory import files, resources
from advisory.errors import Problem, RejectedFile, UnknownName
from advisory.extraction.reader import Reader, version_of
from advisory.gazetteer.gazetteer import Gazetteer
from advisory.gazetteer.imported import FILE as IMPORTED
from advisory.gazetteer.imported import Imported
from advisory.incidents.history import History
from advisory.intake.row_reader import RowReader
from advisory.model.assessment import Region
from advisory.model.text import Source
from advisory.rulebook.book import Rulebook
from advisory.rulebook.catalogue import Catalogue, load_catalogue
from advisory.rulebook.folders import folder_texts, merged
from advisory.rulebook.lexicon import Lexicon, load_lexicon
from advisory.rulebook.load import load_rulebook
from advisory.store.store import Store

Progress = Callable[[float], None]


@dataclass(frozen=True)
class Desk:
    """A store, the folders of rules and templates (shipped first), and a cache.

    With `sample` the shipped house facts are used, each marked SAMPLE: for the demo alone.
    `imported` is what the user has imported from dumps of GeoNames. Place names are read from
    `place_folders` where they are given, else from those of the rules.
    """

    store_path: Path
    rule_folders: tuple[Path, ...]
    template_folders: tuple[Path, ...]
    cache: Path
    progress: Progress | None = None
    sample: bool = False
    imported: Imported = field(default_factory=lambda: Imported(None))
    place_folders: tuple[Path, ...] = ()

    @cached_property
    def rulebook(self) -> Rulebook:
        """The merged rule base, read and checked whole."""
        return load_rulebook(self.rule_folders)

    @cached_property
    def catalogue(self) -> Catalogue:
        """Measures, matrix, outlook, alerts, conflicts, house facts."""
        return load_catalogue(self.rule_folders, sample=self.sample)

    def rule_texts(self) -> dict[str, str]:
        """Return relative path -> text for every file of the merged rule base."""
        return folder_texts(merged(self.rule_folders))

    @cached_property
    def lexicon(self) -> Lexicon:
        """The words of the language that is read."""
        return load_lexicon(self.rule_folders)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The compiled gazetteer, built at the first use."""
        return Gazetteer.open(
            self.place_folders or self.rule_folders, self.cache, self.progress, self.imported
        )

    @cached_property
    def reader(self) -> Reader:
        """The reader of this lexicon, rule base and gazetteer."""
        return Reader(self.lexicon, self.rulebook, self.gazetteer)

    @property
    def reader_version(self) -> str:
        """The version of what that reader reads: a look-up reads nothing, and makes none."""
        return version_of(self.lexicon, self.gazetteer)

    @cached_property
    def history(self) -> History:
        """What was told so far came to: one clearance after another asks for much the same."""
        return History(
            families={name: kind.family for name, kind in self.rulebook.types.items()},
            sides={actor.name: actor.side for actor in self.lexicon.actors.values() if actor.side},
        )

    @cached_property
    def row_reader(self) -> RowReader:
        """What says what the row of a table says."""
        return RowReader(self.rulebook.types, self.lexicon.actors, self.gazetteer)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Every source of sources.yaml under its id."""
        return {
            name: Source(
                id=name,
                name=entry.name,
                owner=entry.owner,
                kind=entry.kind,
                reliability=entry.reliability,
                tlp=entry.kind.default_tlp if entry.tlp is None else entry.tlp,
                party=entry.party,
            )
            for name, entry in self.rulebook.sources.items()
        }

    def regions(self, ids: Iterable[str]) -> Iterator[Region]:
        """Yield the regions of these ids; one that only an older gazetteer had is left out."""
        for region_id in ids:
            with suppress(UnknownName):
                yield self.gazetteer.by_id(region_id)

    def with_rules(self, folder: Path) -> "Desk":
        """Return the same desk with the whole rule base of one folder, and its own place names."""
        places = self.place_folders or self.rule_folders
        return replace(self, rule_folders=(folder,), place_folders=places)

    def check(self) -> None:
        """Read all rules, so that nothing is written where one of them is wrong.

        Raises:
            RejectedFile: With every problem of every file.
        """
        problems: list[Problem] = []
        for read in ("rulebook", "catalogue", "lexicon"):
            try:
                getattr(self, read)
            except RejectedFile as error:
                problems += error.problems
        if problems:
            raise RejectedFile(list(dict.fromkeys(problems)))

    def open_store(self, *, create: bool = False) -> Store:
        """Open the store; a context manager.

        Raises:
            BrokenStore: If it is missing, damaged, or of a newer version.
        """
        return Store.open(self.store_path, create=create)


def desk_at(
    store: Path,
    *,
    rules: Sequence[Path] = (),
    templates: Sequence[Path] = (),
    progress: Progress | None = None,
    sample: bool = False,
) -> Desk:
    """Return the desk of a store, with the user's own folders over the shipped ones."""
    return Desk(
        store_path=store,
        rule_folders=(resources.folder("rules"), *rules),
        template_folders=(resources.folder("templates"), *templates),
        cache=files.cache_folder(),
        progress=progress,
        sample=sample,
        imported=Imported(files.data_folder() / IMPORTED),
    )
