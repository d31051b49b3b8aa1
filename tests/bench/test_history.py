"""The archive with a past that is measured: always the same one, with edits as people make them."""

from __future__ import annotations

import subprocess
from random import Random
from typing import TYPE_CHECKING

from bench.archive import write_archive
from bench.history import edited, measure, section, write_history

if TYPE_CHECKING:
    from pathlib import Path


def _head(root: Path) -> str:
    write_archive(root, 4)
    write_history(root, 12)
    return subprocess.run(
        ["git", "-C", str(root), "rev-parse", "HEAD"],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_the_same_number_gives_the_same_commits(tmp_path: Path) -> None:
    assert _head(tmp_path / "one") == _head(tmp_path / "other")


def test_an_edit_changes_a_line_or_adds_an_answer() -> None:
    text = "faq:\n  - q: Where?\n    a: Here we sit beside windows every evening.\n"
    for seed in range(20):
        lines = edited(text, Random(seed)).split("\n")
        assert len(lines) in {4, 6}


def test_what_was_measured_is_told_in_a_table() -> None:
    found = measure(3, 10)
    assert found.events >= 3
    assert "| nothing changed |" in section(found)
