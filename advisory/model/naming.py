"""How regions are named in prose, so that an admin1 is told apart from the town of its name."""

from advisory.model.assessment import Region, RegionKind

# ISO 3166-2 calls their first divisions regions, and many bear the name of their chief town.
_HAVE_REGIONS = frozenset(
    {"BF", "CM", "DJ", "ER", "GH", "GN", "ML", "MR", "NA", "NE", "SN", "TG", "TZ"}
)


def admin1_words(name: str, country: str | None) -> str:
    """Return the name of an admin1, told apart from the town it is named after.

    >>> admin1_words("Kidal", "ML"), admin1_words("Kidal Region", "ML"), admin1_words("Lagos", "NG")
    ('Kidal Region', 'Kidal Region', 'Lagos')
    """
    return f"{name} Region" if country in _HAVE_REGIONS and not name.endswith("Region") else name


def region_words(region: Region, *, full: bool = False) -> str:
    """Return a region as prose names it; `full` adds its country, as at first mention.

    >>> kidal = Region("ML-8", "Kidal", RegionKind.ADMIN1, "ML", "Mali")
    >>> region_words(kidal, full=True)
    'Kidal Region, Mali'
    """
    is_admin1 = region.kind is RegionKind.ADMIN1
    name = admin1_words(region.name, region.country) if is_admin1 else region.name
    apart = full and region.country_name not in (None, region.name)
    return f"{name}, {region.country_name}" if apart else name
