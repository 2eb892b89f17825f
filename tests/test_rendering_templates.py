"""The templates: small, documented, and asking for nothing that is not there."""

import re
from dataclasses import is_dataclass
from pathlib import Path

import pytest
from jinja2.exceptions import SecurityError, TemplateAssertionError, UndefinedError

from advisory.model.advice import Edition, help_of
from advisory.rendering import views
from advisory.rendering.check import check_templates
from advisory.rendering.environment import environment
from tests.builders_rendering import LEVELS, TEMPLATES, alert, briefing, bulletin, unread

SHIPPED = TEMPLATES[0]
SAMPLES = (alert(), briefing(), unread(), bulletin(), alert(variant=Edition.CARRY))
SHAPES = [shape for shape in vars(views).values() if is_dataclass(shape)]


def own(tmp_path: Path, name: str, text: str) -> tuple[Path, ...]:
    (tmp_path / name).write_text(text)
    return (SHIPPED, tmp_path)


def test_the_shipped_templates_print_every_sample():
    assert check_templates(TEMPLATES, SAMPLES, levels=LEVELS) == []


def test_a_name_that_is_not_given_is_found_with_its_file(tmp_path):
    [problem] = check_templates(own(tmp_path, "alert.txt.j2", "{{ event }}"), SAMPLES)
    assert problem.path == str(tmp_path / "alert.txt.j2")
    assert problem.what == '"event" is not given to a template'


def test_a_field_that_is_not_there_is_found_with_line_and_neighbour(tmp_path):
    folders = own(tmp_path, "alert.txt.j2", "Title\n{{ advisory.titel }}")
    [problem] = check_templates(folders, [alert()])
    assert problem.line == 2
    assert problem.cure.startswith('Did you mean "title"')


def test_a_slip_of_syntax_is_found_with_its_line(tmp_path):
    [problem] = check_templates(own(tmp_path, "alert.txt.j2", "x\n{% if %}"), SAMPLES)
    assert problem.line == 2


def test_a_users_template_lies_over_the_shipped_one(tmp_path):
    folders = own(tmp_path, "alert.txt.j2", "ours: {{ advisory.title }}")
    assert (
        environment(folders, html=False)
        .get_template("alert.txt.j2")
        .render(advisory=alert())
        .startswith("ours: Mali")
    )


ESCAPES = (
    "{{ advisory.__class__ }}",
    "{{ ''.__class__.__mro__ }}",
    "{{ '{0.__class__}'.format(advisory) }}",
    "{{ advisory.title.__init__.__globals__ }}",
    "{{ cycler }}",
    "{{ lipsum }}",
    "{{ range(9) }}",
    "{{ advisory|attr('title') }}",
    "{{ advisory.title|safe }}",
)


@pytest.mark.parametrize("template", ESCAPES)
def test_a_template_cannot_leave_its_room(template):
    with pytest.raises((SecurityError, UndefinedError, TemplateAssertionError)):
        environment([], html=True).from_string(template).render(advisory=alert())


def test_no_part_is_longer_than_40_lines():
    long = [p.name for p in SHIPPED.rglob("*.j2") if p.read_text().count("\n") > 40]
    assert long == []


def test_the_print_style_has_nothing_that_is_slow_to_set():
    style = (SHIPPED / "style/print.css").read_text()
    assert not [word for word in ("columns:", "flex", "grid", "http:", "https:") if word in style]


def test_no_print_is_smaller_than_eight_and_a_half_points():
    sizes = re.findall(r"([\d.]+)pt\b", (SHIPPED / "style/print.css").read_text())
    assert min(map(float, sizes)) >= 8.5


def listed() -> str:
    lines = []
    for shape in SHAPES:
        summary = shape.__doc__.splitlines()[0]
        lines += [f"### {shape.__name__}", "", summary, "", "| field | is |", "|---|---|"]
        lines += [f"| `{name}` | {text} |" for name, text in help_of(shape).items()]
        lines += [
            f"| `{name}` | {member.__doc__.splitlines()[0]} |"
            for name, member in vars(shape).items()
            if isinstance(member, property)
        ]
        lines.append("")
    return "\n".join(lines)


def test_every_field_of_a_view_is_in_the_readme(golden):
    path = SHIPPED / "README.md"
    kept, mark, _ = path.read_text().partition("## The fields\n")
    golden(path, f"{kept}{mark}\n{listed()}")


def test_every_field_of_a_view_has_help():
    assert [f"{s.__name__}.{n}" for s in SHAPES for n, text in help_of(s).items() if not text] == []
