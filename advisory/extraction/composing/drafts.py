"""The tellings of one incident while they are gathered, and where and when they say it was.

A draft is what `compose` fills and `mentions` reads. Its day and its place are those that its own
sentences tell; what the report as a whole lends it where they tell none is in `setting`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from advisory.extraction.composing.days_around import days_around
from advisory.extraction.composing.disasters import is_of_its_path, is_of_what_it_shut, is_share
from advisory.extraction.composing.victims import called, full_surnames, names
from advisory.extraction.counts.toll import Toll
from advisory.extraction.dates.dates import LOOSE, DateFound
from advisory.extraction.days_of_speech import is_of_speech
from advisory.extraction.groups import (
    ABDUCTIONS,
    BY_THE_LAW,
    COUNTED,
    KILLINGS,
    RELEASED,
    TAKEN,
    VIOLENT,
)
from advisory.extraction.places.finer import ROUGH, finer, inside, lies_in
from advisory.extraction.places.place_found import QUARTER, PlaceFound, roughly
from advisory.extraction.sentence import Sentence
from advisory.extraction.tellings.coming_in import comes_in
from advisory.extraction.tellings.tellings import Telling
from advisory.model.vocabulary import DatePrecision

_NOT_TO_THE_DAY = frozenset({DatePrecision.VAGUE, DatePrecision.MONTH})
_COMING = frozenset({"took_place", "moves_in"})
_COUP = "coup"  # those who took power say so on the day
_SOON = 2  # sentences
_ENDS_OF_CAPTIVITY = KILLINGS | {RELEASED}


@dataclass(slots=True, eq=False)
class Draft:
    """The tellings of one incident while they are gathered.

    What they say together is asked after each telling that joins, and a text may tell the same a
    thousand times: each is looked at once.
    """

    tellings: list[Telling]
    is_background: bool = False
    is_old: bool = False
    is_aggregate: bool = False  # a sum over the incidents told after it
    before: "Draft | None" = None  # the last one of its family: "another march" is where it was
    types: set[str] = field(default_factory=set)  # what its typed tellings have a word for
    kinds: set[str] = field(default_factory=set)  # what its tellings are
    killed: int = 0  # the most that any telling gives
    victims: set[str] = field(default_factory=set)  # words of who was killed, as its tellings say
    surnames: set[str] = field(default_factory=set)  # the last words of their names
    names: dict[str, frozenset[str]] = field(default_factory=dict)  # with those before them
    beside: list[Telling] = field(default_factory=list)  # they only say who did it
    _own: "_Own" = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the tellings given."""
        self._own = _Own(self.tellings, is_old=self.is_old)
        for telling in self.tellings:
            self._note(telling)

    @property
    def first(self) -> Telling:
        """The telling that opened it."""
        return self.tellings[0]

    @property
    def dates(self) -> Sequence[DateFound]:
        """The dates that may be the incident's, best first: explicit, then early."""
        return self._own.dates()

    @property
    def is_headline(self) -> bool:
        """Whether so far only a headline tells it."""
        return self._own.is_headline

    @property
    def place(self) -> PlaceFound | None:
        """The place that its own sentences tell: the first in the text, unless one is finer."""
        return self._own.place()

    def keep_apart(self) -> None:
        """Say that what stands below the headline is another incident."""
        self._own.lead = False

    def tells(self, sentence: Sentence) -> bool:
        """Whether it has a telling of this sentence, or of another piece of the same one."""
        return any(telling.sentence.number == sentence.number for telling in self.tellings)

    def add(self, telling: Telling) -> None:
        """Take one more telling of the incident."""
        self.tellings.append(telling)
        self._note(telling)

    def leave_out(self, telling: Telling, tolls: Iterable[Toll]) -> None:
        """Leave out what a telling counts that is of another incident."""
        of_others = telling.of_others.union(tolls)
        if of_others != telling.of_others:
            at = self.tellings.index(telling)
            self.tellings[at] = replace(telling, of_others=of_others)

    def begin_with(self, telling: Telling) -> None:
        """Take the telling of how it began: the abduction of one found dead."""
        self.tellings.insert(0, telling)
        self._own = _Own(self.tellings, is_old=self.is_old)
        self._note(telling)

    def _note(self, telling: Telling) -> None:
        if telling.type:
            self.kinds.add(telling.type)
            self.types |= telling.types
            self.victims |= called(telling.sentence)
            self.surnames |= full_surnames(telling.sentence)
            if telling.type in ABDUCTIONS or telling.killed:
                for name, before in names(telling.sentence).items():
                    self.names[name] = self.names.get(name, frozenset()) | before
        self.killed = max(self.killed, telling.killed or 0)


class _Own:
    """The days and places of a growing list of tellings."""

    def __init__(self, tellings: Sequence[Telling], *, is_old: bool) -> None:
        self._tellings = tellings
        self._is_old = is_old
        self.lead = True  # what a headline does not say, the first sentence below it does
        self._dated = self._dated_around = self._placed = self._placed_around = 0
        self._firm: list[DateFound] = []
        self._vague: list[DateFound] = []
        self._around: list[DateFound] = []
        self._later: set[int] = set()  # where they tell a day of what came after
        self._body: PlaceFound | None = None
        self._finest: PlaceFound | None = None
        self._finest_around: PlaceFound | None = None

    def dates(self) -> Sequence[DateFound]:
        """Return the explicit days, then the vague ones, or those told just before."""
        for telling in self._tellings[self._dated :]:
            for found in telling.dates if self._is_of_it(telling) else ():
                if found.value and self._is_usable(telling, found):
                    is_vague = found.is_since or found.value.precision in _NOT_TO_THE_DAY
                    is_vague = is_vague or found.weight == LOOSE or _is_of_title(telling, found)
                    (self._vague if is_vague else self._firm).append(found)
        self._dated = len(self._tellings)
        if self._firm or self._vague:
            return [*self._firm, *self._vague] if self._vague else self._firm
        if self.is_headline and not self.lead:
            return ()
        for telling in self._tellings[self._dated_around :]:
            self._later.update(found.start for found in telling.later_days)
            is_apart = telling.sentence.is_headline and not self.lead
            around = () if is_apart or _is_of_an_end(telling) else days_around(telling)
            self._around += [one for one in around if one.value and not one.is_limit]
        self._dated_around = len(self._tellings)
        return [one for one in self._around if one.start not in self._later]

    def _is_of_it(self, telling: Telling) -> bool:
        """Whether a telling says when and where it was.

        Arrests for it are of another day, so are the release or the death of those taken and what
        "reopened on Friday". Of the dead of a quake some died there. What is shut or imposed below
        a headline that names why is of its own day, too; so is what a storm shut.
        """
        first = self._tellings[0]
        is_state = telling.type is None and not telling.tolls and telling.sentence.of("conditions")
        is_next = is_state and first.sentence.is_headline and telling.sentence.is_lead
        if is_next or is_share(first, telling) or is_of_what_it_shut(first, telling):
            return False
        if _is_beside_it(telling, self._tellings):
            return False
        is_by_the_law = telling.type in BY_THE_LAW and first.type not in BY_THE_LAW
        is_end = telling.type in _ENDS_OF_CAPTIVITY or telling.is_weak
        is_end = is_end and not comes_in(telling)
        is_its_end = first.type in TAKEN and is_end and telling is not first
        return not (is_by_the_law or is_its_end or _is_of_an_end(telling))

    def _is_usable(self, telling: Telling, found: DateFound) -> bool:
        is_lasting = self._is_old or self._tellings[0].type in COUNTED | ABDUCTIONS
        is_begun = found.is_since and not is_lasting
        is_said = is_of_speech(telling.sentence, found) and self._tellings[0].type != _COUP
        return not (is_begun or found.is_limit or is_said)

    @property
    def is_headline(self) -> bool:
        """Whether all of them are of a headline."""
        return all(telling.sentence.is_headline for telling in self._tellings if telling.type)

    @property
    def _may_look_below(self) -> bool:
        return self.lead and self._tellings[0].sentence.is_headline and self.is_headline

    def place(self) -> PlaceFound | None:
        """Return the first place of the body or a finer one, or the finest told just before."""
        for number, telling in enumerate(self._tellings[self._placed :], self._placed):
            is_told = (telling.type and self._is_of_it(telling)) or not number
            is_told = is_told or comes_in(telling) or _says_where(telling, self._finest)
            is_told = is_told or (not self._finest and _goes_on(self._tellings[0], telling))
            is_told = is_told or self._is_lead(telling)
            is_told = is_told and not (self._finest and is_of_its_path(self._tellings[0], telling))
            if is_told and (there := telling.place):
                there = there._replace(is_led=True) if comes_in(telling) else there
                self._finest = finer(self._finest, there)
                if not self._body and not telling.sentence.is_headline:
                    self._body = there
        self._placed = len(self._tellings)
        if self._finest:
            told = finer(self._body, self._finest)
            told = inside(told, self._body) if told and self._is_of_headline(told) else told
            return inside(told, self._tellings[0].around) if self._may_look_below else told
        for telling in self._tellings[self._placed_around :]:
            if not is_of_what_it_shut(self._tellings[0], telling):
                self._finest_around = finer(self._finest_around, telling.around)
        self._placed_around = len(self._tellings)
        lent = self._finest_around
        if lent is None or not self._tellings[0].sentence.is_earlier:
            return lent
        return lent._replace(place=roughly(lent.place))  # "after gunmen killed six in a camp"

    def _is_lead(self, telling: Telling) -> bool:
        """Whether the lead, which names no deed, says where that was which a headline tells.

        "Ukraine drone attack hits oil terminal": "debris started a fire in Tuapse".
        """
        first, there = self._tellings[0].sentence, telling.place
        is_below = first.is_headline and telling.sentence.is_lead and self._is_of_it(telling)
        is_vague = self._finest is None or self._finest.place.kind == "country"
        is_town = there is not None and there.is_led and there.place.is_located
        return is_below and is_vague and telling.type is None and is_town

    def _is_of_headline(self, place: PlaceFound) -> bool:
        """Whether a headline names a place, and no quarter of a town."""
        sentence = self._tellings[0].sentence
        is_above = sentence.is_headline and place.end <= sentence.end
        return is_above and place.rule != QUARTER


def _is_of_title(telling: Telling, found: DateFound) -> bool:
    """Whether a headline only says "overnight": the night of its edition, or one before."""
    is_range = found.value is not None and found.value.precision is DatePrecision.RANGE
    return telling.sentence.is_headline and is_range


def _says_where(telling: Telling, known: PlaceFound | None) -> bool:
    """Whether it says where in a region known it was: "those killed in Kita had been"."""
    if known is None or not known.place.is_located or known.place.kind not in ROUGH:
        return False
    if telling.type is not None or not telling.is_anaphor:
        return False
    sentence, there = telling.sentence, telling.place
    is_inside = there is not None and lies_in(there.place, known.place)
    is_dated = is_inside and telling.has_date and bool(sentence.of("triggers"))
    return is_dated or bool(sentence.of("harm"))


def _is_beside_it(telling: Telling, tellings: Sequence[Telling]) -> bool:
    """Whether it tells of no deed and no harm: "today some of them are back".

    It does so in another paragraph, or where the day of the deed has been told before it.
    """
    sentence = telling.sentence
    deeds = (hit for hit in sentence.of("triggers") if hit.grade != "beside")
    is_done = any(hit.id in VIOLENT for hit in deeds)
    is_told = is_done or bool(sentence.of("harm")) or not _COMING.isdisjoint(sentence.cues)
    if telling.type is not None or is_told:
        return False
    told = (one.sentence.paragraph for one in tellings if one.type)
    return bool(tellings[0].sentence.context_dates) or sentence.paragraph not in set(told)


def _goes_on(first: Telling, telling: Telling) -> bool:
    """Whether a sentence soon after says of violence how it was done: "were hit when men fired"."""
    is_soon = telling.sentence.number - first.sentence.number <= _SOON
    is_of_it = telling.type is None and telling.has_date and first.type in VIOLENT
    return is_soon and is_of_it and any(h.id in VIOLENT for h in telling.sentence.of("triggers"))


def _is_of_an_end(telling: Telling) -> bool:
    if telling.type is not None:
        return False
    return any(hit.grade == "lifted" for hit in telling.sentence.of("conditions"))
