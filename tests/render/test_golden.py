"""Whole pages as they are, for people to review when words or templates change."""

from __future__ import annotations

import difflib
import os
import shutil
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.ingest.archive import load_archive
from hearthbook.publish.cells import cells
from hearthbook.render.cell import render_cell
from tests.render import support

if TYPE_CHECKING:
    from pathlib import Path

GOLDEN: Final = support.ROOT / "tests/golden"
EXAMPLES: Final = ("hard-talks", "repair-table-east", "sunday-pages", "ruhige-morgen", "ibra-wa-hikaya")
"""A full one, one that extends a base, and one of ten lines."""
MINIMAL: Final = "minimal"
REMEDY: Final = "run `make bless` and read the diff"
SHOWN: Final = 40


@cache
def _pages(root: Path, slug: str) -> dict[str, str]:
    """Path below golden/ -> Markdown, for each page of a community."""
    cell = next(cell for cell in cells(load_archive(root)) if cell.slug == slug)
    return {page.path: page.markdown for page in render_cell(cell, support.theme())}


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The pages of three examples and of the smallest community."""
    root = tmp_path_factory.mktemp("minimal")
    (root / "communities").mkdir()
    shutil.copy(GOLDEN / f"{MINIMAL}.yml", root / "communities")
    pages = _pages(root, MINIMAL)
    for slug in EXAMPLES:
        pages |= _pages(support.ROOT, slug)
    if os.environ.get("HEARTHBOOK_BLESS") == "1":
        _bless(pages)
    return pages


def _bless(pages: dict[str, str]) -> None:
    for slug in (*EXAMPLES, MINIMAL):
        shutil.rmtree(GOLDEN / slug, ignore_errors=True)
    for path, markdown in pages.items():
        (GOLDEN / path).parent.mkdir(parents=True, exist_ok=True)
        (GOLDEN / path).write_text(markdown, encoding="utf-8")


def _expected_paths() -> list[str]:
    shown = [path for slug in EXAMPLES for path in _pages(support.ROOT, slug)]
    full = EXAMPLES[0]
    kinds = [path.removeprefix(f"{full}/") for path in shown if path.startswith(f"{full}/")]
    minimal = [kind for kind in kinds if not kind.startswith("articles/") or kind == "articles/index.md"]
    return [*shown, *(f"{MINIMAL}/{kind}" for kind in minimal)]


@pytest.mark.parametrize("path", _expected_paths())
def test_a_page_is_as_it_was_when_somebody_last_read_it(path: str, rendered: dict[str, str]) -> None:
    file = GOLDEN / path
    kept = file.read_text(encoding="utf-8") if file.is_file() else ""
    diff = difflib.unified_diff(
        kept.splitlines(), rendered[path].splitlines(), f"golden/{path}", "rendered", lineterm=""
    )
    lines = list(diff)
    if lines or not file.is_file():
        rest = f"... and {len(lines) - SHOWN} lines more" if len(lines) > SHOWN else ""
        pytest.fail("\n".join([*lines[:SHOWN], rest, REMEDY]), pytrace=False)


def test_no_page_is_kept_that_is_no_longer_made(rendered: dict[str, str]) -> None:
    kept = {
        file.relative_to(GOLDEN).as_posix() for file in GOLDEN.rglob("*.md") if file.parent.name != "comments"
    }
    assert sorted(kept - rendered.keys()) == [], REMEDY


def test_no_page_is_made_that_nobody_has_read(rendered: dict[str, str]) -> None:
    assert sorted(rendered.keys() - set(_expected_paths())) == []
