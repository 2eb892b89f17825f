"""Whether a gathered incident is one thing that happened, or only talk of such things.

"The bombings must stop", "many judges have been murdered", "a wave of kidnappings": such sentences
name no day, no place, nobody in particular. Each sign that a draft bears gives or takes the points
that relevance.yaml states for it, with the reason; what stays below the least is background to the
news. `terms` lists them one by one, so an analyst can see why something was refused.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.messages import is_message
from advisory.extraction.composing.past import (
    is_history,
    is_long_ago,
    is_of_a_war,
    is_of_a_year,
    is_years_old,
    lasts,
)
from advisory.extraction.dates.days import SPEECH
from advisory.extraction.groups import ARRESTS, BLASTS, FOUGHT, FROM_AFAR, VIOLENT
from advisory.extraction.tellings.getting_free import releases
from advisory.extraction.tellings.tellings import Telling
from advisory.extraction.words import is_in_passive
from advisory.model.vocabulary import DatePrecision, Qualifier
from advisory.rulebook.relevance import Term, Weights

_NOBODYS = 1_000_000
_DOZENS = 12  # "dozens" are somebody's count; "several" and a bare plural are nobody's
# Who and what is attacked for what it is, unlike markets, bridges and ministers.
_ARMED_OR_RISKED = frozenset(
    {"military", "police", "peacekeeper", "aid_worker", "foreigner", "convoy", "embassy"}
    | {"school", "hospital", "church_mosque"}
)
_NAMING_ARMS = frozenset({"grenade_attack", "ied_explosion", "mine_explosion", "car_bombing"})
# Two sides that clash and mines that go off are news on any day.
_UNDATED = VIOLENT - FOUGHT - {"ied_explosion", "mine_explosion", "grenade_attack"}
_AT_SEA = frozenset({"piracy"})
_TOLD_OF = frozenset({"no_toll", "responsibility", "blame", "unverified"})
_TO_THE_DAY = frozenset({DatePrecision.HOUR, DatePrecision.DAY, DatePrecision.RANGE})

Typed = Sequence[Telling]
Sign = Callable[[Draft, Typed], bool]


class Relevance:
    """Weighs drafts by the stated points of one language."""

    def __init__(self, weights: Weights) -> None:
        self._least = weights.least
        self._terms = {name: getattr(weights, name) for name in _SIGNS}
        self._steps = tuple(_steps(weights))

    def terms(self, draft: Draft) -> Mapping[str, Term]:
        """Return the signs that a draft bears, each with its points and its reason."""
        typed = [telling for telling in draft.tellings if telling.type]
        return {name: term for name, term in self._terms.items() if _SIGNS[name](draft, typed)}

    def is_news(self, draft: Draft) -> bool:
        """Whether a draft is one incident and not talk of many, or of none.

        Signs are looked for until no other can turn the answer: a place takes the whole text.
        """
        typed = [telling for telling in draft.tellings if telling.type]
        known = 0
        for name, points, lost, gained in self._steps:
            if known + lost >= self._least or known + gained < self._least:
                return known + lost >= self._least
            known += points * _SIGNS[name](draft, typed)
        return known >= self._least


def _steps(weights: Weights) -> Iterator[tuple[str, int, int, int]]:
    """Yield each sign with its points, and what it and those after it can take and add."""
    points = {name: getattr(weights, name).points for name in _SIGNS}
    open_ = list(points.values())
    for at, (name, own) in enumerate(points.items()):
        rest = open_[at:]
        yield name, own, sum(p for p in rest if p < 0), sum(p for p in rest if p > 0)


def _has_place(_: Draft, typed: Typed) -> bool:
    """Whether it is told where, more finely than by the country."""
    places = (telling.place for telling in typed)
    return any(p is not None and p.is_led and p.place.kind != "country" for p in places)


def _has_day(_: Draft, typed: Typed) -> bool:
    """Whether it is told with its day; one in the sentences around it may be another's."""
    dates = (found.value for telling in typed for found in telling.dates)
    return any(value is not None and value.precision in _TO_THE_DAY for value in dates)


def _has_count(_: Draft, typed: Typed) -> bool:
    """Whether somebody counts the dead, hurt, taken or arrested; not "thousands were captured"."""
    tolls = [toll.count for t in typed for toll in t.sentence.tolls]
    free = (people.count for t in typed for _, people in releases(t.sentence, t.type))
    counts = (count for count in (*tolls, *free, *(t.taken for t in typed)) if count and count.best)
    least = _NOBODYS if typed[0].type == "arrest" else _DOZENS
    return any(c.qualifier is not Qualifier.VAGUE or c.low >= least for c in counts)


def _has_doer(draft: Draft, typed: Typed) -> bool:
    return any(telling.has_doer for telling in typed if _is_a_deed(draft, telling))


def _has_weapon(draft: Draft, typed: Typed) -> bool:
    told = (telling for telling in typed if _is_a_deed(draft, telling))
    return any(telling.type == "bomb_defused" or telling.sentence.of("weapons") for telling in told)


def _is_a_deed(draft: Draft, telling: Telling) -> bool:
    """Whether it tells of a deed, or the report begins with it: not "the rebels plant bombs"."""
    return not telling.is_habit or _is_central(draft, [telling])


def _is_central(draft: Draft, typed: Typed) -> bool:
    """Whether it is told in the headline or the lead, or says what the dead of the lead died of."""
    dead = (t for t in draft.tellings if t.type is None and t.sentence.has_killed)
    return any(t.sentence.is_headline or t.sentence.is_lead for t in (*typed, *dead))


def _is_bare(draft: Draft, typed: Typed) -> bool:
    """Whether its sentences have a word of violence and nothing else, and no toll."""
    is_costly = any(toll.count.low for telling in draft.tellings for toll in telling.tolls)
    return not is_costly and all(telling.is_bare for telling in typed)


def _is_retold(_: Draft, typed: Typed) -> bool:
    """Whether two sentences tell of it, each as of one thing; arrests for it tell none of it."""
    own = typed if typed[0].type in ARRESTS else [t for t in typed if t.type not in ARRESTS]
    return sum(not (t.is_of_many or t.is_bare or t.is_quoted) for t in own) > 1


def _is_plural(draft: Draft, typed: Typed) -> bool:
    """Whether it is never told but as a plural: "the bombings", "murders and abductions".

    What a report begins with is its news, if it says more of it: "clashes in Bentia".
    """
    return all(t.is_of_many and not _is_told_first(draft, t) for t in typed)


def _is_told_first(draft: Draft, telling: Telling) -> bool:
    signs = (_has_place, _has_day, _has_count)
    is_all = telling.type not in VIOLENT - FOUGHT or telling.sentence.findings.is_brief
    return _is_central(draft, [telling]) and (is_all or any(one(draft, [telling]) for one in signs))


def _is_only_history(draft: Draft, typed: Typed) -> bool:
    """Whether it is told in no sentence but of the past: "over the years", "a wave of attacks".

    What went on "since late May", and the news itself with its day or its dead, is not.
    """
    is_dated = _has_day(draft, [telling for telling in typed if not telling.is_of_many])
    is_told = _is_central(draft, typed) and (is_dated or _has_count(draft, typed))
    return all(telling.is_history for telling in typed) and not (is_told or lasts(typed))


def _is_undated(draft: Draft, typed: Typed) -> bool:
    """Whether no word says when violence was done, nor by whom, nor what came of it where.

    A message that names a force, an armed group or who was hit where needs no day.
    """
    findings = typed[0].sentence.findings
    if findings.published is None or findings.dateline_day:
        return False
    if any(not is_years_old(found, findings.published) for found in draft.dates):
        return False
    if _is_of_these_days(typed):
        return False
    is_news = any(
        t.sentence.is_headline
        or typed[0].type not in _UNDATED
        or (t.trigger and t.trigger.form == "phrase" and _is_central(draft, [t]))
        for t in typed
    )
    if is_news or _is_faint(draft, typed):
        return False
    told_of = any(t.sentence.actors or _TOLD_OF & t.sentence.cues for t in draft.tellings)
    is_counted = _has_count(draft, typed) and _has_place(draft, typed)
    is_said = any(SPEECH & t.sentence.cues for t in typed) or _is_central(draft, typed)
    is_known = told_of or is_counted or (is_said and _is_suffered(draft, typed))
    return not (is_known or _has_doer(draft, typed) or _is_all_told(draft, typed))


def _is_of_these_days(typed: Typed) -> bool:
    """Whether its dead were buried, or one more of them died, on a day that is told."""
    return any(telling.later_days for telling in typed)


def _is_faint(_: Draft, typed: Typed) -> bool:
    """Whether nothing names an act: "were killed", "was hit"."""
    return all(telling.is_weak for telling in typed)


def _has_vague_victims(draft: Draft, typed: Typed) -> bool:
    is_told = any(toll.count.low for t in typed for toll in t.sentence.tolls)
    return is_told and not (_has_count(draft, typed) or any(t.has_known_victims for t in typed))


def _is_unsupported(draft: Draft, typed: Typed) -> bool:
    """Whether a word of violence has no day, no toll, no weapon and nobody who did it.

    Two sides that clash need no name, nor does who boards a ship. The day on a dateline is that of
    all the news below it.
    """
    is_violent = all(telling.type in VIOLENT - FOUGHT - _AT_SEA for telling in typed)
    if not is_violent or _is_of_these_days(typed) or typed[0].sentence.findings.dateline_day:
        return False
    return not any(
        has(draft, typed)
        for has in (_has_weapon, _has_count, _has_party, _has_day, _is_suffered, _has_doer)
    )


def _is_mentioned(draft: Draft, typed: Typed) -> bool:
    """Whether a deed is only named, outside the lead: "who ordered the murder of the poet"."""
    return not any(
        has(draft, typed) for has in (_is_central, _has_weapon, _has_day, _has_doer, _has_place)
    ) and all(telling.is_named for telling in typed)


def _is_named(draft: Draft, typed: Typed) -> bool:
    """Whether a report begins with it and is news of another: "the widow of a man who was shot"."""
    return _is_central(draft, typed) and all(telling.is_named for telling in typed)


def _has_party(_: Draft, typed: Typed) -> bool:
    """Whether a force, an armed group or one of their aims stands beside it."""
    return any(
        telling.sentence.actors
        or any(hit.id in _ARMED_OR_RISKED for hit in telling.sentence.of("targets"))
        or telling.sentence.has("no_toll")
        or (
            telling.trigger
            and telling.trigger.id in BLASTS | FROM_AFAR
            and (telling.trigger.form == "phrase" or telling.trigger.id in _NAMING_ARMS)
        )
        for telling in typed
    )


def _is_suffered(_: Draft, typed: Typed) -> bool:
    """Whether it was done to somebody or something at a place: "was ambushed near Gao"."""
    return any(
        telling.trigger and is_in_passive(telling.sentence, telling.trigger)
        for telling in typed
        if telling.place and telling.place.place.kind != "country"
    )


def _is_all_told(_: Draft, typed: Typed) -> bool:
    """Whether a text of one paragraph tells that it was done there: "A missile hit the airport".

    What an article says so is its background; an alert says nothing else.
    """
    told = (t for t in typed if t.sentence.findings.is_brief and not t.sentence.has("deny"))
    placed = (t for t in told if t.place and t.place.place.kind != "country")
    return any(t.trigger and t.by.passing.is_done(t.sentence, t.trigger) for t in placed)


# From the cheapest to see to the dearest.
_SIGNS: Mapping[str, Sign] = {
    "message": lambda _, typed: is_message(typed[0]),
    "central": _is_central,
    "weapon": _has_weapon,
    "faint": _is_faint,
    "plural": _is_plural,
    "history": is_history,
    "only_history": _is_only_history,
    "count": _has_count,
    "quoted": lambda _, typed: all(telling.is_quoted for telling in typed),
    "bare": _is_bare,
    "retold": _is_retold,
    "vague_victims": _has_vague_victims,
    "day": _has_day,
    "long_past": lambda draft, typed: draft.is_old and not lasts(typed),
    "long_ago": is_long_ago,
    "of_a_year": is_of_a_year,
    "of_a_war": is_of_a_war,
    "undated": _is_undated,
    "doer": _has_doer,
    "unsupported": _is_unsupported,
    "mentioned": _is_mentioned,
    "named": _is_named,
    "place": _has_place,
}
