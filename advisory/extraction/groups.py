"""Which types of incident go together, and which only say of another more exactly what it was."""

BLASTS = frozenset(
    {"bombing", "ied_explosion", "mine_explosion", "suicide_bombing", "car_bombing"}
    | {"grenade_attack"}
)
FROM_AFAR = frozenset({"airstrike", "drone_strike", "shelling", "rocket_attack", "missile_strike"})
ARMED = frozenset(
    {"armed_attack", "ambush", "convoy_attack", "mass_shooting", "vehicle_attack"}
    | {"armed_clash", "ground_assault", "communal_clash", "gang_violence"}
)
FOUGHT = frozenset({"armed_clash", "communal_clash", "protest", "riot"})
"""What is one incident though it is told in the plural: "clashes", "protests"."""
LASTING = frozenset(
    {"blockade", "epidemic_outbreak", "flood", "heatwave", "volcanic_eruption", "wildfire"}
)
"""What may go on for weeks."""
COUNTED = LASTING | {"poisoning", "strike_action"}
"""What is told of the days "since Sunday", up to that on which it is told."""
MISHAPS = frozenset(
    {"aircraft_accident", "building_collapse", "ferry_accident", "fire_accident"}
    | {"industrial_accident", "rail_accident", "road_accident"}
)
"""What people die of by nobody's hand: "bodies found after a boat sinking"."""
KILLINGS = frozenset({"murder", "assassination", "massacre"})
ABDUCTIONS = frozenset({"kidnapping", "hostage_taking"})
TAKEN = ABDUCTIONS | {"hijacking", "carjacking", "piracy"}
POWERS = frozenset({"coup", "coup_attempt", "mutiny"})
DISPERSED = "protest_dispersed"  # told of who shot at a crowd only where the state did
PEOPLES = frozenset({"communal_clash"})  # its word names those who did it
LYNCHING = "mob_violence"  # what a crowd does, often to who has done something before
RELEASED = "hostage_released"  # the end of what began with an abduction
CAPTIVITY = TAKEN | {RELEASED}
UNLESS_KILLED = TAKEN | {"armed_robbery"}
"""What names an attack in which nobody was killed: else the dead weigh more."""
DEEDS = frozenset({"arson", "sabotage", "looting", "armed_robbery", "cattle_raid", "carjacking"})
ARRESTS = frozenset({"arrest", "mass_arrest", "weapons_seized"})
TAKING_PEOPLE = ABDUCTIONS | {"arrest", "mass_arrest"}
BY_THE_LAW = ARRESTS | {"surrender", "detention_of_foreigner", "plot_foiled"}
"""What the authorities do about a deed."""
ANSWERS = ARRESTS | {"protest", "riot", "strike_action", "curfew_imposed", "emergency_declared"}
"""What people do about a deed that somebody else has done: they march, the police arrest."""
WALKOUTS = frozenset({"protest", "strike_action"})
"""What people do over those who were taken: it takes nobody."""
GATHERED = WALKOUTS | {"blockade", "riot", "prison_break"}
"""What unarmed people do together: they take part in it."""
ANSWERING = ANSWERS | {"arson"}
"""What a crowd does, too, after somebody's death."""
GROUP_OF = dict.fromkeys(ARMED | KILLINGS, "armed") | dict.fromkeys(BLASTS, "blast")
GROUP_OF |= dict.fromkeys(FROM_AFAR, "afar")
VIOLENT = frozenset(GROUP_OF) | TAKEN | DEEDS
"""The types that somebody does to somebody or something."""
MORE_EXACT = {
    "armed": ARMED
    | KILLINGS
    | BLASTS
    | FROM_AFAR
    | TAKEN
    | {"prison_break", "riot", "mob_violence", "protest_dispersed", "armed_robbery"},
    "blast": BLASTS | FROM_AFAR | {"bomb_defused"},
    "afar": FROM_AFAR,
    "protest": frozenset({"protest", "riot", "mob_violence"}),
    "arrest": frozenset({"arrest", "mass_arrest"}),
    "weapons_seized": frozenset({"weapons_seized", "bomb_defused"}),
    "town_seized": frozenset({"town_seized", "town_retaken"}),
    RELEASED: CAPTIVITY,
    "looting": frozenset({"looting", "arson"}),
    "armed_robbery": frozenset(
        {"armed_robbery", "cattle_raid", "carjacking", "hijacking", "banditry"}
    ),
}

# The families of types.yaml.
VIOLENT_FAMILIES = frozenset(
    {"air", "indirect_fire", "armed", "control", "explosion", "killing", "arson", "robbery"}
    | {"sabotage", "abduction", "hijacking", "crowd", "sexual_violence"}
)
AFTERMATH = frozenset({"arrest", "weapons", "surrender", "defusal"})
CLASH = "armed_clash"
ANY_ATTACK = frozenset({"armed_attack", "ground_assault", "banditry"})
GENERIC = ANY_ATTACK | {"murder"}
"""What may be said first of any violence: an attack, and who was killed."""
