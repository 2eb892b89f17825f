"""The closed lists of words: who says it how, what kind of danger, how exactly placed.

The fine types of incidents are not here: they are an analyst's, in rules/types.yaml, each with
exactly one category and one hazard of these lists.
"""

from enum import IntEnum, StrEnum


class Stance(StrEnum):
    """How a speaker stands to what is said."""

    ASSERTED = "asserted"
    CLAIMED = "claimed"
    DENIED = "denied"
    BLAMED = "blamed"
    CONFIRMED = "confirmed"
    UNVERIFIED = "unverified"
    REVISED = "revised"


class SpeakerKind(StrEnum):
    """Who speaks; a party to the fight is no independent witness."""

    OFFICIAL = "official"
    PARTY = "party"
    MEDICAL = "medical"
    WITNESS = "witness"
    MEDIA = "media"
    ORGANISATION = "organisation"
    UNNAMED = "unnamed"


class Status(StrEnum):
    """What the reports let us say of an incident as a whole."""

    REPORTED = "reported"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    DENIED = "denied"
    UNVERIFIED = "unverified"
    ANNOUNCED = "announced"
    CALLED_OFF = "called_off"


NOT_HAPPENED = frozenset({Status.ANNOUNCED, Status.CALLED_OFF})
"""What was told before its day and has not happened, or will not."""


class Hazard(StrEnum):
    """The fifteen kinds of danger that are scored apart."""

    GROUND_COMBAT = "ground_combat"
    AIR_AND_SHELLING = "air_and_shelling"
    ROAD_ATTACK_AND_MINES = "road_attack_and_mines"
    TERRORISM = "terrorism"
    KIDNAPPING = "kidnapping"
    VIOLENT_CRIME = "violent_crime"
    CIVIL_UNREST = "civil_unrest"
    COUP = "coup"
    MOVEMENT_RESTRICTION = "movement_restriction"
    SUPPLY_AND_ACCESS = "supply_and_access"
    DETENTION = "detention"
    COMMUNICATIONS = "communications"
    NATURAL_HAZARD = "natural_hazard"
    EPIDEMIC = "epidemic"
    TRANSPORT_ACCIDENT = "transport_accident"


class Category(StrEnum):
    """The twenty coarse kinds that scorers of event coding know."""

    ATTACK = "attack"
    BOMBING = "bombing"
    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    CLASH = "clash"
    KIDNAPPING = "kidnapping"
    HIJACKING = "hijacking"
    ARSON = "arson"
    ROBBERY = "robbery"
    SABOTAGE = "sabotage"
    RIOT = "riot"
    PROTEST = "protest"
    STRIKE = "strike"
    ARREST = "arrest"
    SURRENDER = "surrender"
    SEIZURE = "seizure"
    DEFUSAL = "defusal"
    DISASTER = "disaster"
    ACCIDENT = "accident"
    OTHER = "other"


class Precision(IntEnum):
    """How exactly a place is known, finest first; the value is its radius in km."""

    SITE = 1
    PLACE = 5
    AROUND = 20
    DISTRICT = 50
    ADMIN1 = 200
    COUNTRY = 1000


class Qualifier(StrEnum):
    """How a number was hedged."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    UP_TO = "up_to"
    ABOUT = "about"
    BETWEEN = "between"
    VAGUE = "vague"


class DatePrecision(StrEnum):
    """How exactly a date was told."""

    HOUR = "hour"
    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    SINCE = "since"
    VAGUE = "vague"


class ActorRole(StrEnum):
    """What an actor does in an incident; who only speaks is in the claims."""

    PERPETRATOR = "perpetrator"
    PARTY = "party"
    SUPPORTER = "supporter"
    TARGET = "target"


class ActorKind(StrEnum):
    """What an actor is."""

    STATE_FORCE = "state_force"
    ARMED_GROUP = "armed_group"
    PRIVATE_FORCE = "private_force"
    PEACEKEEPERS = "peacekeepers"
    CIVILIANS = "civilians"
    GOVERNMENT = "government"
    CRIMINALS = "criminals"
    UNIDENTIFIED = "unidentified"
    OTHER = "other"


FIGHTING = frozenset(
    {ActorKind.STATE_FORCE, ActorKind.ARMED_GROUP, ActorKind.PRIVATE_FORCE}
    | {ActorKind.CRIMINALS, ActorKind.UNIDENTIFIED}
)
"""What is a party to a fight, also where nobody knows who: gunmen, bandits."""


class ConditionKind(StrEnum):
    """The states that last."""

    CURFEW = "curfew"
    STATE_OF_EMERGENCY = "state_of_emergency"
    ROAD_CLOSED = "road_closed"
    BORDER_CLOSED = "border_closed"
    AIRPORT_CLOSED = "airport_closed"
    TRANSPORT_SUSPENDED = "transport_suspended"
    PHONES_CUT = "phones_cut"
    INTERNET_CUT = "internet_cut"
    SUPPLY_SHORTAGE = "supply_shortage"
    ENTRY_RESTRICTED = "entry_restricted"
    DEPARTURE_ORDERED = "departure_ordered"
    CONTROL = "control"
    DISPLACEMENT = "displacement"


class ConditionState(StrEnum):
    """Whether a lasting state holds."""

    IN_FORCE = "in_force"
    LIFTED = "lifted"
    UNKNOWN = "unknown"
