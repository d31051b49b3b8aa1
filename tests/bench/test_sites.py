"""The sites that are measured: a sentence that can be changed, and folders ready for each tool."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.process import CommandError
from bench.site import Line, Site
from bench.yardsticks import YARDSTICKS, Yardstick, yardstick_site

BUILD = """
import pathlib
page = pathlib.Path("site/oak/norms/index.html")
page.parent.mkdir(parents=True, exist_ok=True)
page.write_text(pathlib.Path("norms.md").read_text())
"""


@pytest.fixture
def line(tmp_path: Path) -> Line:
    path = tmp_path / "norms.md"
    path.write_text("We ask first.\n\nWe ask first.\n", encoding="utf-8")
    return Line(path, "We ask first.")


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A folder as `hearthbook render` leaves it."""
    root = tmp_path / "plain"
    for name in ("index.md", "oak/index.md", "oak/norms.md", "oak/articles/index.md"):
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("# Oak\n\nWe ask first.\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("plugins: []\n", encoding="utf-8")
    return root


def test_a_sentence_is_changed_once_and_differs_each_time(line: Line) -> None:
    first, second = line.change(), line.change()
    assert first != second
    assert line.path.read_text(encoding="utf-8") == f"{second}\n\nWe ask first.\n"


def test_a_sentence_that_is_not_there_cannot_be_changed(line: Line) -> None:
    line.text = "We never ask."
    with pytest.raises(CommandError, match="does not hold"):
        line.change()


def test_a_build_that_leaves_a_change_out_does_not_count(line: Line) -> None:
    build = [sys.executable, "-c", BUILD]
    site = Site(tool="Builder", folder=line.path.parent, build=build, slug="oak", line=line)
    site.build_with(line.change())
    with pytest.raises(CommandError, match="without `We forgot`"):
        site.build_with("We forgot")


@pytest.mark.parametrize("yardstick", YARDSTICKS, ids=lambda yardstick: yardstick.program)
def test_each_tool_gets_a_folder_of_its_own_with_the_sentence_in_it(
    plain: Path, tmp_path: Path, yardstick: Yardstick
) -> None:
    line = Line(plain / "docs" / "oak" / "norms.md", "We ask first.")
    site = yardstick_site(yardstick, Path("tool"), plain, tmp_path / "room", line)
    site.line.change()
    settings = site.folder / "mkdocs.yml"
    assert ("[search]" in settings.read_text(encoding="utf-8")) == (
        yardstick.program in {"mkdocs", "properdocs"}
    )
    assert site.slug == "oak"
    assert "We ask first." in line.path.read_text(encoding="utf-8")


def test_hugo_finds_sections_under_its_own_name_for_them(plain: Path, tmp_path: Path) -> None:
    hugo = next(each for each in YARDSTICKS if each.program == "hugo")
    line = Line(plain / "docs" / "oak" / "norms.md", "We ask first.")
    site = yardstick_site(hugo, Path("hugo"), plain, tmp_path / "room", line)
    pages = sorted(path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*.md"))
    assert pages == [
        "content/_index.md",
        "content/oak/_index.md",
        "content/oak/articles/_index.md",
        "content/oak/norms.md",
    ]
