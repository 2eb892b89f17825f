"""JSON schemas of the YAML files, made from the same types that read them.

An editor that knows the schema completes keys and underlines a slip while it is typed. The schema
says what one file may hold; what must hold between files, and what is in a `when:`, only the loader
knows. rules/schema/ keeps the text of `schemas()`, so that it can be read without the program.
"""

import json
import types
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from inspect import cleandoc
from typing import Any, Union, get_args, get_origin, get_type_hints

from advisory.model.vocabulary import Hazard
from advisory.rulebook.book import (
    CombinationRule,
    FloorRule,
    HazardEntry,
    IncidentType,
    Scale,
    SourceEntry,
    WeightRule,
)
from advisory.rulebook.event_types import EventTypes
from advisory.rulebook.shape import is_required, keys

Schema = dict[str, Any]

FILE_SHAPES: Mapping[str, Any] = {
    "levels": Scale,
    "hazards": Mapping[Hazard, HazardEntry],
    "types": Mapping[str, IncidentType],
    "event_types": EventTypes,
    "sources": Mapping[str, SourceEntry],
    "weight": WeightRule,
    "floor": FloorRule,
    "combination": CombinationRule,
}
"""Kind of file -> the shape it is read into."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_SCALARS: Mapping[Any, Schema] = {
    # Where we keep the text that is written, an editor may see a number: `killed: 12` in a test.
    str: {"type": ["string", "number", "boolean"]},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    date: {"type": "string", "pattern": _DAY},
}
_KEYS: Mapping[Any, Schema] = {
    int: {"pattern": "^[0-9]+$"},
    date: {"pattern": _DAY},
}


def schemas() -> dict[str, Schema]:
    """Return kind of file -> its JSON schema, draft 2020-12.

    >>> sorted(schemas())
    ['combination', 'event_types', 'floor', 'hazards', 'levels', 'sources', 'types', 'weight']
    """
    return {
        name: {"$schema": _DIALECT, "$id": f"advisory:{name}", **_schema(shape)}
        for name, shape in FILE_SHAPES.items()
    }


def schema_files() -> dict[str, str]:
    """Return file name -> text, as rules/schema/ keeps them."""
    return {
        f"{name}.json": json.dumps(schema, indent=2, ensure_ascii=True) + "\n"
        for name, schema in schemas().items()
    }


def _schema(shape: Any) -> Schema:  # noqa: ANN401 - a shape may be any type
    origin, inner = get_origin(shape), get_args(shape)
    if origin in {Union, types.UnionType}:
        real = next(part for part in inner if part is not type(None))
        return {"anyOf": [_schema(real), {"type": "null"}]}
    if origin is tuple:
        return {"type": "array", "items": _schema(inner[0])}
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(*inner)
    if is_dataclass(shape) and isinstance(shape, type):
        return _record(shape)
    if isinstance(shape, type) and issubclass(shape, Enum):
        return {"enum": _members(shape)}
    return dict(_SCALARS[shape])


def _mapping(key: Any, value: Any) -> Schema:  # noqa: ANN401
    named = isinstance(key, type) and issubclass(key, Enum)
    names = {"enum": _members(key)} if named else _KEYS.get(key)
    schema: Schema = {"type": "object", "additionalProperties": _schema(value)}
    return {**schema, "propertyNames": names} if names else schema


def _record(shape: type) -> Schema:
    hints, known = get_type_hints(shape), keys(shape)
    return {
        "type": "object",
        "description": cleandoc(shape.__doc__ or "").partition("\n\n")[0].replace("\n", " "),
        "properties": {name: _schema(hints[name]) for name in known},
        "required": [name for name, key in known.items() if is_required(key)],
        "additionalProperties": False,
    }


def _members(shape: type[Enum]) -> list[str]:
    return [str(m.value) if isinstance(m.value, str) else m.name for m in shape]
