"""Whether git keeps what says who is a member."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from hearthbook.history.tracked import tracked, tracked_members
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project below the root of a repository, with a file about members that git does not know."""
    project = tmp_path / "project"
    (project / "members").mkdir(parents=True)
    (project / "members" / "oak.csv").write_text("name\nAda\n", encoding="utf-8")
    return project


@needs_git
def test_a_file_that_git_tracks_is_told_with_the_cure(root: Path) -> None:
    git(root.parent, "init", "-q")
    assert tracked_members(root) == ()
    (root / "members" / "the grove.csv").write_text("name\n", encoding="utf-8")
    git(root, "add", "--", "members")
    assert [str(each) for each in tracked_members(root)] == [
        (
            "members/oak.csv:1:1 HB022 git tracks this file, which says who is a member; "
            "run `git rm --cached members/oak.csv`, and write /members/ into .gitignore"
        ),
        (
            "members/the grove.csv:1:1 HB022 git tracks this file, which says who is a member; "
            "run `git rm --cached 'members/the grove.csv'`, and write /members/ into .gitignore"
        ),
    ]
    git(root, "rm", "-q", "--cached", "-r", "members")
    assert tracked_members(root) == ()


@needs_git
def test_a_file_that_was_deleted_but_is_still_tracked_is_told_as_well(root: Path) -> None:
    git(root, "init", "-q")
    git(root, "add", "members")
    shutil.rmtree(root / "members")
    assert tracked(root) == ("members/oak.csv",)


def test_without_git_or_outside_of_a_repository_there_is_nothing_to_tell(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(root.parent))
    assert tracked(root) == ()
    monkeypatch.setenv("PATH", "")
    assert tracked(root) == ()


def test_git_is_asked_once_and_only_where_there_is_something_to_ask_about(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def run(question: object, **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(question)
        return subprocess.CompletedProcess([], 0, b"", b"")

    monkeypatch.setattr("hearthbook.history.tracked.subprocess.run", run)
    tracked(root)
    assert len(asked) == 1
    (root / "members" / "oak.csv").unlink()
    (root / "members").rmdir()
    tracked(root)
    assert len(asked) == 1
