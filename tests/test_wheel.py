"""What is installed is what is tested: the wheel is complete and works far from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zipfile import ZipFile

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable

pytestmark = pytest.mark.slow

PIP_WHEEL = ("-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps", "--no-index")


class Installed(NamedTuple):
    """A fresh environment that holds Hearthbook from the wheel."""

    python: Path
    hearthbook: Path


def _run(*command: object, cwd: Path) -> str:
    """The output of a command that must succeed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def _names(wheel: Path) -> list[str]:
    with ZipFile(wheel) as archive:
        return sorted(archive.namelist())


def _under(names: Iterable[str], folder: str) -> list[str]:
    return [name for name in names if name.startswith(folder)]


@pytest.fixture(scope="session")
def wheel(project_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, *PIP_WHEEL, "--wheel-dir", folder, project_root, cwd=folder)
    return next(folder.glob("hearthbook-*.whl"))


@pytest.fixture(scope="session")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """An environment that has the wheel, and borrows only the dependencies."""
    home = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "venv", "--without-pip", home / "venv", cwd=home)
    python = home / "venv" / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--quiet", "--python", python)
    _run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=home)
    site = _run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home)
    # A folder named in a .pth file is searched, but .pth files inside it are not read:
    # an editable install of this checkout stays out of sight.
    lenders = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    Path(site.strip(), "dependencies.pth").write_text("\n".join(lenders), encoding="utf-8")
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
    _run(sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", tmp_path, cwd=project_root)
    sdist = next(tmp_path.glob("hearthbook-*.tar.gz"))
    _run(sys.executable, *PIP_WHEEL, "--wheel-dir", tmp_path, sdist, cwd=tmp_path)
    assert _names(next(tmp_path.glob("hearthbook-*.whl"))) == _names(wheel)


def test_the_installed_program_does_not_see_the_checkout(installed: Installed, tmp_path: Path) -> None:
    place = _run(installed.python, "-c", "import hearthbook; print(hearthbook.__file__)", cwd=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.python.parents[1])


def test_the_installed_program_builds_a_new_archive(installed: Installed, tmp_path: Path) -> None:
    archive = tmp_path / "archive"
    _run(installed.hearthbook, "init", archive, cwd=tmp_path)
    _run(installed.hearthbook, "check", cwd=archive)
    _run(installed.hearthbook, "build", cwd=archive)
    assert list((archive / "site").glob("*/start-here/index.html"))
