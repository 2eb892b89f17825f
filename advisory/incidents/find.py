"""Finding an incident by an id, an older id, or the beginning of either.

An incident may get a new id when an earlier report of it comes in; the ids that its other mentions
would have given it stay good in every command (decision 2).
"""

from collections.abc import Iterable

from advisory.errors import AmbiguousName, UnknownName
from advisory.model.incident import Incident


def by_id(incidents: Iterable[Incident], wanted: str) -> Incident:
    """Return the incident with this id or alias, or the only one whose id or alias begins so.

    Raises:
        UnknownName: If there is none; the nearest ids are named.
        AmbiguousName: If several begin so.
    """
    known = {name: incident for incident in incidents for name in (incident.id, *incident.aliases)}
    if wanted in known:
        return known[wanted]
    fitting = {known[name].id: known[name] for name in known if wanted and name.startswith(wanted)}
    if not fitting:
        raise UnknownName("incident", wanted, sorted(known))
    if len(fitting) > 1:
        raise AmbiguousName("incident", wanted, sorted(fitting))
    return fitting.popitem()[1]
