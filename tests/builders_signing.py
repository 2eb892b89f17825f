"""Proposals and log entries by hand, and a desk with a scenario in its store and a house."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from advisory import resources
from advisory.advice.signoff import Act, Entry, Proposal
from advisory.intake.intake import take_in
from advisory.model.advice import Edition, Profile
from advisory.model.decision import Decision, Verb
from advisory.model.time import parse_as_of
from advisory.pipeline import products
from advisory.pipeline.desk import Desk
from advisory.pipeline.editions import edition_named
from advisory.pipeline.signing import sign
from tests.builders_seeds import NOW, desk_with

NIGHT = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
FACTS = (
    "line", "desk", "check_in_times", "line_manager", "country_director", "executive", "medevac",
    "surgical_care", "insurer", "legal_contact", "assembly_point", "safer_place", "counselling",
)  # fmt: skip


def proposal(level=3, content="h1", **fields) -> Proposal:
    return Proposal(content=content, levels={"ML-8": level}, **fields)


def signed(by, minutes=0, content="h1", **fields) -> Entry:
    return Entry(Act.SIGNED, by, NIGHT + timedelta(minutes=minutes), content, **fields)


def released(by="first", minutes=0, content="h1", **fields) -> Entry:
    return Entry(Act.RELEASED, by, NIGHT + timedelta(minutes=minutes), content, **fields)


def house(folder: Path, *, signatures=2, without=()) -> Path:
    """A user's rules folder with every house fact set but some."""
    facts = [f"{fact}: our {fact.replace('_', ' ')}" for fact in FACTS if fact not in without]
    folder.mkdir(exist_ok=True)
    (folder / "house.yaml").write_text("\n".join([f"signatures: {signatures}", *facts, ""]))
    return folder


def house_desk(gazetteer, scenario, folder: Path, **facts) -> Desk:
    """A desk in a house with these facts; its store holds the scenario, without any snapshot."""
    rules = (resources.folder("rules"), house(folder / "rules", **facts))
    desk = replace(desk_with(gazetteer, folder / "store.db"), rule_folders=rules)
    desk.__dict__["gazetteer"] = gazetteer
    paths = [resources.folder("seeds") / scenario]
    with desk.open_store(create=True) as store:
        for item in take_in(paths, sources=desk.rulebook.sources, now=NOW, published=None):
            if isinstance(item.value, Decision):
                store.add_decision(item.value)
            else:
                store.add_reports([item.value], NOW)
    return desk


def moved(desk: Desk, folder: Path) -> Desk:
    """The same desk over a copy of its store; what it has read of the rules is shared."""
    shutil.copy(desk.store_path, folder / "store.db")
    copy = replace(desk, store_path=folder / "store.db")
    read = ("gazetteer", "rulebook", "catalogue", "lexicon", "reader")
    copy.__dict__.update({name: getattr(desk, name) for name in read})
    return copy


def override(desk, region, level, day):
    """A person sets a level from this day for nine days."""
    at = parse_as_of(day)
    said = {"region": region, "level": level, "valid_until": at.date() + timedelta(days=9)}
    with desk.open_store() as store:
        store.add_decision(Decision(f"d{day}", Verb.OVERRIDE, "duty", "known here", at, **said))


def brief(desk, region, as_of, profile=Profile.NGO, variant=Edition.DESK, **fields):
    order = products.Order(parse_as_of(as_of), profile, variant, **fields)
    return products.brief(desk, desk.gazetteer.region(region), order)


def sign_as(by, desk, edition, minutes=0, clearance=None, **fields):
    with desk.open_store() as store:
        kept = edition_named(store, edition.id, clearance)
        return sign(desk, store, kept, by, NIGHT + timedelta(minutes=minutes), **fields)
