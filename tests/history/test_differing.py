"""What git is asked, and what is said where it cannot answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.history.differing import commit_of, top_of
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path


def test_a_folder_without_a_repository_is_told_with_the_way_to_begin(tmp_path: Path) -> None:
    with pytest.raises(
        HearthbookError, match="git keeps no history of this folder; say with --project"
    ) as told:
        commit_of(tmp_path, "HEAD")
    assert "git init" in str(told.value)


def test_a_repository_without_a_commit_is_told_how_to_make_one(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    with pytest.raises(HearthbookError, match="there is no commit yet; make a first one: `git add -A`"):
        commit_of(tmp_path, "HEAD")


def test_a_commit_that_is_not_there_is_told_by_its_name(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-q", "--allow-empty", "-m", "first")
    with pytest.raises(HearthbookError, match="git knows no commit `idea`; fetch it first"):
        commit_of(tmp_path, "idea")


def test_without_a_repository_a_project_is_its_own_top(tmp_path: Path) -> None:
    assert top_of(tmp_path) == tmp_path
