"""Finding the themes and the starter files, installed or in a checkout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook import resources
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from pathlib import Path

OURS = '[project]\nname = "hearthbook"\n'


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """An empty program in a folder where a checkout would have it."""
    folder = tmp_path / "generator" / "hearthbook"
    folder.mkdir(parents=True)
    return folder


def _checkout(root: Path, project: str = OURS) -> None:
    (root / "themes").mkdir()
    (root / "generator" / "starter").mkdir()
    (root / "pyproject.toml").write_text(project, encoding="utf-8")


def test_a_checkout_has_its_themes_at_the_root(tmp_path: Path, package: Path) -> None:
    _checkout(tmp_path)
    assert resources.find("themes", package) == tmp_path / "themes"


def test_a_checkout_has_its_starter_files_beside_the_program(tmp_path: Path, package: Path) -> None:
    _checkout(tmp_path)
    assert resources.find("starter", package) == tmp_path / "generator" / "starter"


def test_what_is_installed_comes_before_a_checkout(tmp_path: Path, package: Path) -> None:
    _checkout(tmp_path)
    installed = package / "_data" / "themes"
    installed.mkdir(parents=True)
    assert resources.find("themes", package) == installed


@pytest.mark.parametrize(
    "project",
    ['[project]\nname = "other"\n', "[tool.other]\n", 'project = "hearthbook"\n', "no TOML at all"],
    ids=["another-name", "no-project", "a-word", "damaged"],
)
def test_a_foreign_project_is_not_our_checkout(tmp_path: Path, package: Path, project: str) -> None:
    _checkout(tmp_path, project)
    with pytest.raises(HearthbookError):
        resources.find("themes", package)


def test_a_folder_without_a_project_is_not_our_checkout(tmp_path: Path, package: Path) -> None:
    _checkout(tmp_path)
    (tmp_path / "pyproject.toml").unlink()
    with pytest.raises(HearthbookError):
        resources.find("themes", package)


def test_the_error_names_both_places(tmp_path: Path, package: Path) -> None:
    with pytest.raises(HearthbookError) as caught:
        resources.find("starter", package)
    message = str(caught.value)
    assert str(package / "_data" / "starter") in message
    assert str(tmp_path / "generator" / "starter") in message


def test_this_checkout_has_the_theme_hearth() -> None:
    assert (resources.themes() / "hearth").is_dir()


def test_this_checkout_has_starter_files() -> None:
    assert any(resources.starter().iterdir())
