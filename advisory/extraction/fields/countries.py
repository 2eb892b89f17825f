"""The country or the region of a place nobody knows, and of what is told without a place."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from advisory.extraction.composing.drafts import Draft
from advisory.extraction.composing.setting import Setting
from advisory.extraction.places.place_found import BY_NAME, SEA, PlaceFound, as_country, unlocated
from advisory.extraction.sentence import Sentence
from advisory.model.text import Toponym
from advisory.model.vocabulary import Precision

_REGIONS, _SITE, _COUNTRY = frozenset({"admin1", "admin2"}), "site", "country"
_LEAST, _MOST = 3, 0.6  # names of one country, and their share of all


def in_country(found: PlaceFound | None, setting: Setting, draft: Draft) -> PlaceFound | None:
    """Return the place; one nobody can place lies in the region named beside it.

    Or where its heading in a digest says, in the one country the report speaks of, in that of what
    it told of its kind before, or in the one that most of its places lie in.
    """
    if found is not None and (found.place.is_located or found.rule == SEA):
        return found
    sentence = draft.first.sentence
    if found is None:
        town = sentence.under.dateline
        own = as_country(town) if town else None
        return country_of(setting.toponyms) or own or _leading(setting.toponyms, sentence)
    around = _beside(draft, setting.toponyms) or sentence.under.region
    around = around or _one_country(draft, setting.toponyms)
    around = around or _told_before(draft) or _leading(setting.toponyms, sentence)
    if around is None:
        return found
    region = around.place
    if region.kind in _REGIONS:
        is_site = found.place.kind == _SITE
        return found._replace(place=unlocated(found.place.name, region, is_site=is_site))
    named = replace(found.place, country=region.country, country_name=region.country_name)
    precision = max(region.precision, Precision.COUNTRY)
    return found._replace(place=replace(named, precision=precision, regions=region.regions[:1]))


def _beside(draft: Draft, toponyms: Sequence[Toponym]) -> PlaceFound | None:
    """Return the region named beside it: "in the region of Gao ... in the village of Kowa".

    Not one of a country that nothing else in a report on another is of: "Sud" is a region of many.
    """
    named = (
        one
        for telling in draft.tellings
        for one in telling.sentence.places
        if one.is_led and one.place.is_located and one.place.kind in _REGIONS
        if not (one.is_demonym or one.is_whence or telling.sentence.is_headline)
    )
    return next((one for one in named if _is_at_home(one, toponyms)), None)


def _is_at_home(found: PlaceFound, toponyms: Sequence[Toponym]) -> bool:
    """Whether something else that a report names lies in the country of a region, or nothing."""
    others = [one.place.country for one in toponyms if one.place.name != found.place.name]
    named = [country for country in others if country]
    return not named or found.place.country in named


def _one_country(draft: Draft, toponyms: Sequence[Toponym]) -> PlaceFound | None:
    """Return the one country a report speaks of: not that of a single town it names by the way.

    "Two were shot in the port ... One of them is said to have lived in Gao."
    """
    around = country_of(toponyms)
    located = [one for one in toponyms if one.place.country]
    if around is None or len(located) > 1 or located[0].place.kind == _COUNTRY:
        return around
    told = [t.sentence for t in draft.tellings if t.sentence.is_headline or t.sentence.is_lead]
    is_told = around.start < min((one.start for one in told), default=around.end)
    return around if is_told or any(o.begin <= around.start < o.end for o in told) else None


def _told_before(draft: Draft) -> PlaceFound | None:
    """Return the country of the incident of its family told before: of "the state capital"."""
    place = draft.before.place if draft.before else None
    return as_country(place) if place and place.place.country else None


def _leading(toponyms: Sequence[Toponym], sentence: Sentence) -> PlaceFound | None:
    """Return the country of most places that a report names, where none beside it lies elsewhere.

    A report on Ruritania may name once whither people fled.
    """
    located = [one for one in toponyms if one.place.country]
    beside = {o.place.country for o in located if sentence.begin <= o.span.start < sentence.end}
    [(most, number), *_] = Counter(one.place.country for one in located).most_common(1) or [("", 0)]
    if number < _LEAST or number < _MOST * len(located) or not beside <= {most}:
        return None
    return country_of(one for one in located if one.place.country == most)


def country_of(toponyms: Iterable[Toponym]) -> PlaceFound | None:
    """Return the first word for the one country that all places of a report lie in, or None."""
    located = [one for one in toponyms if one.place.country]
    if len({one.place.country for one in located}) != 1:
        return None
    first = next((one for one in located if one.place.kind == _COUNTRY), located[0])
    where = (first.span.start, first.span.end)
    found = PlaceFound(*where, first.place, BY_NAME, is_led=False, is_demonym=first.is_demonym)
    return found if first.place.kind == _COUNTRY else as_country(found)
