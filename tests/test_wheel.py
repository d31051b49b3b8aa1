"""What is installed is what is tested: the wheel is complete and works far from the checkout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

import pytest

from tests.recorded import ANSWERS, record
from tests.wheels import PIP_WHEEL, make_wheel, run
from tests.wheels import installed as installed_in

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.slow


class Installed(NamedTuple):
    """A fresh environment that holds Hearthbook from the wheel."""

    python: Path
    hearthbook: Path


def _names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return sorted(archive.namelist())


def _under(names: Iterable[str], folder: str) -> list[str]:
    return [name for name in names if name.startswith(folder)]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    return make_wheel(folder)


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment that has the wheel, and borrows only the dependencies."""
    home = tmp_path_factory.mktemp("installed")
    python = installed_in(wheel, home)
    return Installed(python, python.with_name("hearthbook"))


def test_the_wheel_holds_the_theme(wheel: Path) -> None:
    assert _under(_names(wheel), "hearthbook/_data/themes/hearth/pages/")


def test_the_wheel_holds_the_starter_files(wheel: Path) -> None:
    assert _under(_names(wheel), "hearthbook/_data/starter/")


def test_the_wheel_tells_type_checkers_that_it_is_annotated(wheel: Path) -> None:
    assert "hearthbook/py.typed" in _names(wheel)


def test_the_wheel_holds_nothing_beside_the_package(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in _names(wheel)}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"hearthbook"}


def test_a_wheel_made_from_the_sdist_holds_the_same_files(
    wheel: Path, project_root: Path, tmp_path: Path
) -> None:
    run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=project_root)
    sdist = next(tmp_path.glob("hearthbook-*.tar.gz"))
    run(sys.executable, *PIP_WHEEL, "--wheel-dir", tmp_path, sdist, cwd=tmp_path)
    assert _names(next(tmp_path.glob("hearthbook-*.whl"))) == _names(wheel)


def test_the_installed_program_does_not_see_the_checkout(installed: Installed, tmp_path: Path) -> None:
    place = run(installed.python, "-c", "import hearthbook; print(hearthbook.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.python.parents[1])


def test_the_installed_program_builds_a_new_archive(installed: Installed, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    run(installed.hearthbook, "init", archive, cwd=tmp_path)
    run(installed.hearthbook, "check", cwd=archive)
    run(installed.hearthbook, "build", cwd=archive)
    assert list((archive / "site").glob("*/start-here/index.html"))


def test_a_founder_goes_from_an_empty_folder_to_pages(installed: Installed, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    recording, ends = record(installed.hearthbook.parent, empty)
    assert ends == [0, 0, 0, 0], recording.text
    assert "A thought: the outcome goes on to another aim" in recording.text
    assert "new    communities/sunday-pages.yml" in recording.text
    page = empty / "our-handbooks" / "site" / "sunday-pages" / "start-here" / "index.html"
    words = " ".join(page.read_text(encoding="utf-8").split())
    assert "Finish a page every week and read it aloud, within four weeks" in words
    assert len([kind for kind, _ in recording.events if kind == "i"]) == len(ANSWERS)


def test_the_program_runs_as_a_module_too(installed: Installed, tmp_path: Path) -> None:
    run(installed.python, "-m", "hearthbook", "init", tmp_path / "ours", "--forge", "none", cwd=tmp_path)
    assert (tmp_path / "ours" / "communities" / "first-circle.yml").is_file()


def test_the_installed_program_brings_every_blueprint(installed: Installed, tmp_path: Path) -> None:
    run(installed.hearthbook, "init", "ours", "--blueprint", "peer-support", "--name", "Lamp", cwd=tmp_path)
    assert (tmp_path / "ours" / "communities" / "lamp.yml").is_file()
