"""The wheel carries rules, templates and seeds, and runs the demo from any folder."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def run(*command, cwd=ROOT, env=None):
    done = subprocess.run(  # noqa: S603 - our own commands
        command, cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation")
    run(*pip, "--wheel-dir", str(folder), str(ROOT))
    [built] = folder.glob("advisory-*.whl")
    return built


@pytest.mark.parametrize(
    "name",
    [
        "rules/levels.yaml",
        "rules/lexicon/en/actors.yaml",
        "templates/brief.html.j2",
        "templates/fonts/NotoSans-Regular.ttf",
        "seeds/kidal/expected.yaml",
    ],
)
def test_the_wheel_carries_what_the_program_reads(wheel, name):
    assert f"advisory/_shipped/{name}" in zipfile.ZipFile(wheel).namelist()


def test_the_wheel_carries_licence_and_notice(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)


@pytest.fixture
def cache(gazetteer, gazetteer_cache, tmp_path):
    """A cache of the user's that holds the compiled index, which must be that of the wheel."""
    assert gazetteer  # it is built before the demo begins
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "advisory").symlink_to(gazetteer_cache)
    return tmp_path / "cache"


def walk_the_road(python, folder, cache):
    """Run the demo from an empty folder and return what it printed."""
    env = {**os.environ, "XDG_CACHE_HOME": str(cache), "PYTHONPATH": ""}
    return run(str(python), "-m", "advisory", "demo", "--out", "out", cwd=folder, env=env)


def environment(folder, wheel, *options):
    """Install the wheel in a fresh environment; return its Python."""
    venv.create(folder)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet")
    run(*pip, *options, str(wheel))
    return python


def test_an_installed_wheel_runs_the_demo_from_another_folder(wheel, cache, tmp_path):
    python = environment(tmp_path / "fresh", wheel, "--no-deps")
    # The libraries are those that are installed here; the package itself is the wheel's.
    site = Path(
        run(str(python), "-c", "import site; print(site.getsitepackages()[0])").stdout.strip()
    )
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    done = walk_the_road(python, tmp_path, cache)
    assert "5 EXTREME" in done.stdout
    assert len(list((tmp_path / "out").glob("*.pdf"))) == 3


@pytest.mark.prove
def test_a_wheel_with_its_own_libraries_runs_the_demo(wheel, tmp_path):
    python = environment(tmp_path / "fresh", wheel)
    assert "5 EXTREME" in walk_the_road(python, tmp_path, tmp_path / "cache").stdout
