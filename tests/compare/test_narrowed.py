"""What is read to compare two versions is what can differ, and it is told as if all were read."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from hearthbook.compare.archives import compare_archives
from hearthbook.compare.narrowed import read_both, touched
from hearthbook.model.archive import Defaults
from tests.compare.village import VILLAGE, compared, english, spoken

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the village."""
    shutil.copytree(VILLAGE, tmp_path / "new")
    return tmp_path / "new"


def _edit(root: Path, stem: str, old: str, new: str) -> None:
    path = root / f"communities/{stem}.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def test_nothing_is_read_where_nothing_differs(root: Path) -> None:
    assert touched(VILLAGE, root) == frozenset()


def test_a_community_is_read_with_what_it_extends(root: Path) -> None:
    _edit(root, "ash", "Ash Circle", "Ash Ring")
    assert touched(VILLAGE, root) == {"ash", "_trees"}


def test_whoever_extends_a_file_is_read_with_it(root: Path) -> None:
    _edit(root, "_trees", "as we found it", "clean")
    assert touched(VILLAGE, root) == {"ash", "elm", "yew", "_trees"}


def test_an_article_makes_its_community_be_read(root: Path) -> None:
    (root / "content/oak").mkdir(parents=True)
    (root / "content/oak/knife.md").write_text("Hold it.\n", encoding="utf-8")
    assert touched(VILLAGE, root) == {"oak"}


@pytest.mark.parametrize(
    ("stem", "old", "new"),
    [
        ("oak", "cap: 50", "cap: 80"),
        ("_trees", "as we found it", "clean"),
        ("_trees", "norms:", "nroms:"),
        ("ash", "extends: _trees", "extends: _tree"),
        ("elm", "Elm Circle", "Elm Ring"),
    ],
)
def test_what_is_told_is_what_would_be_told_of_all(root: Path, stem: str, old: str, new: str) -> None:
    _edit(root, stem, old, new)
    both = read_both(VILLAGE, root, Defaults())
    assert compare_archives(*both, spoken, english()) == compared(VILLAGE, root)
