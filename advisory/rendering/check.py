"""Checks templates before a reader does: every file parsed, every sample printed.

A template may use one name, `advisory`, and the fields of the views. What it asks for beyond that
is found here, with file, line and the nearest field there is; all problems at once. Whether the
result is well said or well set is for a person to judge.
"""

import traceback
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError, meta

from advisory.errors import Problem, did_you_mean, nearest
from advisory.model.advice import Advisory
from advisory.rendering import views
from advisory.rendering.environment import environment
from advisory.rendering.render import FAMILIES, Format
from advisory.rendering.viewing import view_of
from advisory.rulebook.book import LevelEntry
from advisory.rulebook.folders import merged

GIVEN = "advisory"
"""The one name a template of a product receives."""

OF_BACKTESTS = "backtest"
"""The one name that the templates of `advisory backtest` receive."""

PRINTED = (Format.TEXT, Format.MARKDOWN, Format.HTML)


def check_templates(
    folders: Sequence[Path], samples: Sequence[Advisory], *, levels: Sequence[LevelEntry] = ()
) -> list[Problem]:
    """Return all that is wrong in the templates, in file order; an empty list means all is well.

    Args:
        folders: Template folders, the shipped one first, the user's after it.
        samples: Advisories to print; each is printed by the templates of all three products.
        levels: The levels of the rule base.
    """
    files = merged(folders, "**/*.j2")
    wrong = [problem for name, path in files.items() for problem in _read(name, path, folders)]
    lacking = [
        Problem(f"templates/{name}", 1, "there is no such template", "Reinstall the package.")
        for name in (f"{family}.{form}.j2" for family in FAMILIES.values() for form in PRINTED)
        if name not in files
    ]
    if wrong or lacking:
        return _sorted(wrong + lacking)
    return _sorted(
        problem
        for sample in samples
        for family in FAMILIES.values()
        for form in PRINTED
        for problem in _print(view_of(sample, levels), f"{family}.{form}.j2", folders)
    )


def fields_of_views() -> tuple[str, ...]:
    """Return the name of every field and property that a template can ask for."""
    shapes = [shape for shape in vars(views).values() if is_dataclass(shape)]
    named = {field.name for shape in shapes for field in fields(shape)}
    computed = {
        name
        for shape in shapes
        for name, member in vars(shape).items()
        if isinstance(member, property)
    }
    return tuple(sorted(named | computed))


def _read(name: str, path: Path, folders: Sequence[Path]) -> list[Problem]:
    room = environment(folders, html=".html." in name)
    try:
        parsed = room.parse(path.read_text("utf-8"), name)
    except TemplateSyntaxError as error:
        return [Problem(str(path), error.lineno, str(error.message))]
    return [
        Problem(str(path), 1, f'"{unknown}" is not given to a template', f'Only "{GIVEN}" is.')
        for unknown in sorted(meta.find_undeclared_variables(parsed) - {GIVEN, OF_BACKTESTS})
    ]


def _print(view: views.AdvisoryView, name: str, folders: Sequence[Path]) -> list[Problem]:
    room = environment(folders, html=".html." in name)
    try:
        room.get_template(name).render(advisory=view)
    except TemplateError as error:
        return [_problem(name, error)]
    return []


def _problem(name: str, error: TemplateError) -> Problem:
    frames = traceback.extract_tb(error.__traceback__)
    [*_, (path, line)] = [
        (name, 1),
        *(
            (frame.filename, frame.lineno or 1)
            for frame in frames
            if frame.filename.endswith(".j2")
        ),
    ]
    message = str(error.message or type(error).__name__)
    asked = message.rpartition("no attribute ")[2].strip("'\"") if "no attribute" in message else ""
    return Problem(path, line, message, did_you_mean(nearest(asked, fields_of_views())).strip())


def _sorted(problems: Iterable[Problem]) -> list[Problem]:
    return sorted(set(problems), key=lambda problem: (problem.path, problem.line, problem.what))
