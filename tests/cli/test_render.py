"""`hearthbook render` writes plain Markdown into a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from hearthbook.cli import main
from tests.publish.sites import TOWN, copy_archive

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result


@pytest.fixture
def town(tmp_path: Path) -> Path:
    """A copy of the small archive."""
    return copy_archive(TOWN, tmp_path / "town")


def _render(root: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["render", "--project", str(root), *options])


def test_it_says_how_many_pages_it_wrote_and_where(town: Path, tmp_path: Path) -> None:
    done = _render(town, "--to", str(tmp_path / "plain"))
    pages = len(list((tmp_path / "plain/docs").rglob("*.md")))
    assert (done.exit_code, done.output) == (0, f"{pages} pages in {tmp_path / 'plain'}\n")


def test_it_needs_a_folder_to_write_to(town: Path) -> None:
    done = _render(town)
    assert done.exit_code == 2
    assert "--to" in done.stderr


def test_a_folder_that_is_not_empty_is_refused(town: Path) -> None:
    done = _render(town, "--to", str(town))
    assert done.exit_code == 1
    assert done.stderr == f"{town}: the folder is not empty; name a new folder, or empty this one\n"


def test_findings_end_it_with_exit_code_1(town: Path, tmp_path: Path) -> None:
    (town / "communities/oak.yml").write_text("name: Oak\n", encoding="utf-8")
    done = _render(town, "--to", str(tmp_path / "plain"))
    assert done.exit_code == 1
    assert "communities/oak.yml:1:1 " in done.stderr
