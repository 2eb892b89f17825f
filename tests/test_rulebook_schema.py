"""The schemas in rules/schema are those of the types, and the shipped files are valid by them."""

import re
from datetime import date

import pytest
import yaml
from jsonschema import Draft202012Validator

from advisory.resources import folder
from advisory.rulebook.schema import schema_files, schemas

RULES = folder("rules")
WHOLE = ["levels", "hazards", "types", "event_types", "sources"]


def as_json(value):
    """What an editor makes of YAML: days and numbers as keys are text."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def errors(kind, path):
    text = as_json(yaml.safe_load(path.read_text(encoding="utf-8")))
    return [error.message for error in Draft202012Validator(schemas()[kind]).iter_errors(text)]


def test_the_files_in_rules_schema_are_current():
    found = {path.name: path.read_text(encoding="utf-8") for path in RULES.glob("schema/*.json")}
    assert found == schema_files()


@pytest.mark.parametrize("kind", schemas())
def test_a_schema_is_a_schema(kind):
    Draft202012Validator.check_schema(schemas()[kind])


@pytest.mark.parametrize("kind", WHOLE)
def test_a_shipped_file_is_valid_by_its_schema(kind):
    assert errors(kind, RULES / f"{kind}.yaml") == []


def test_every_shipped_rule_is_valid_by_the_schema_of_its_kind():
    wrong = {}
    for path in RULES.glob("hazards/*/*.yaml"):
        [kind] = re.findall(r"^kind: (\w+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
        if found := errors(kind, path):
            wrong[path.name] = found
    assert wrong == {}


def test_a_slip_in_a_key_is_no_longer_valid(tmp_path):
    text = (RULES / "sources.yaml").read_text(encoding="utf-8").replace("owner:", "ower:")
    (tmp_path / "sources.yaml").write_text(text, encoding="utf-8")
    assert errors("sources", tmp_path / "sources.yaml") != []
