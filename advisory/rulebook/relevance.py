"""The stated score by which a mention is news or only talk, relevance.yaml.

Each term is a sign that the reader knows by name; how many points it gives or takes, and why, an
analyst says. Points are whole numbers set by hand for a reason, none was fitted to a data set.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """What one sign counts for, and the reason that is said aloud."""

    points: int
    why: str


@dataclass(frozen=True, slots=True)
class Weights:
    """What a mention needs to be news, and what each sign adds or takes away."""

    least: int
    place: Term
    day: Term
    count: Term
    doer: Term
    weapon: Term
    central: Term
    retold: Term
    plural: Term
    history: Term
    only_history: Term
    long_past: Term
    long_ago: Term
    of_a_year: Term
    faint: Term
    vague_victims: Term
    bare: Term
    unsupported: Term
    mentioned: Term
    named: Term
    quoted: Term
    of_a_war: Term
    undated: Term
    message: Term
