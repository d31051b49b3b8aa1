"""What git knows of files: how often they were changed and when last; nothing where there is no git."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from hearthbook.history import versions
from hearthbook.history.log import log
from hearthbook.history.versions import NO_HISTORY, History, Version, read_history
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.history.log import Done

FOLDERS = ("communities", "content")


def _commit(root: Path, day: str, **files: str) -> None:
    for name, text in files.items():
        path = root / "communities" / f"{name}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text)
    git(root, "add", "-A")
    git(root, "commit", "-q", "--allow-empty", "-m", "a change", day=day)


@pytest.fixture
def grove(tmp_path: Path) -> Path:
    root = tmp_path / "grove"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    _commit(root, "2026-03-01T10:00:00Z", oak="one", _base="one")
    _commit(root, "2026-03-02T10:00:00+02:00", oak="two")
    return root


def test_each_file_has_its_commits_and_its_last_day(grove: Path) -> None:
    found = read_history(grove, FOLDERS)
    assert found.files == {
        "communities/oak.yml": Version(commits=2, last=datetime(2026, 3, 2, 8, tzinfo=UTC)),
        "communities/_base.yml": Version(commits=1, last=datetime(2026, 3, 1, 10, tzinfo=UTC)),
    }


def test_files_that_are_read_together_are_counted_together(grove: Path) -> None:
    found = read_history(grove, FOLDERS).of(["communities/oak.yml", "communities/_base.yml", "nowhere"])
    assert found == Version(commits=3, last=datetime(2026, 3, 2, 8, tzinfo=UTC))


def test_of_what_git_does_not_know_nothing_is_said(grove: Path) -> None:
    assert read_history(grove, FOLDERS).of(["communities/yew.yml"]) is None


def test_paths_count_from_the_project_folder_within_the_repository(grove: Path) -> None:
    inner = grove / "deep" / "archive"
    (inner / "communities").mkdir(parents=True)
    (inner / "communities" / "elm.yml").write_text("one")
    _commit(grove, "2026-03-03T10:00:00Z")
    assert list(read_history(inner, FOLDERS).files) == ["communities/elm.yml"]


def test_names_with_blanks_and_umlauts_are_read_as_they_are(grove: Path) -> None:
    _commit(grove, "2026-03-03T10:00:00Z", **{"grün und\tblau": "one"})
    assert "communities/grün und\tblau.yml" in read_history(grove, FOLDERS).files


def test_a_folder_without_git_has_no_history(tmp_path: Path) -> None:
    assert read_history(tmp_path, FOLDERS) == NO_HISTORY


def test_a_repository_without_a_commit_has_no_history(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    assert read_history(tmp_path, FOLDERS) == NO_HISTORY


def test_without_the_program_git_there_is_no_history(grove: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert read_history(grove, FOLDERS) == NO_HISTORY


def test_a_shallow_clone_says_so_and_counts_nothing(grove: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{grove}", "shallow")
    found = read_history(tmp_path / "shallow", FOLDERS)
    assert (found.shallow, dict(found.files)) == (True, {})


def test_what_was_counted_before_is_not_counted_again(grove: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_history(grove, FOLDERS)
    _commit(grove, "2026-03-04T10:00:00Z", oak="three")
    asked: list[str] = []

    def heard(root: Path, folders: tuple[str, ...], since: str = "") -> tuple[Done, ...]:
        asked.append(since)
        return log(root, folders, since)

    monkeypatch.setattr(versions, "log", heard)
    after = read_history(grove, FOLDERS, before)
    assert after.files["communities/oak.yml"].commits == 3
    assert asked == [before.head]


def test_a_history_that_was_written_anew_is_counted_anew(grove: Path) -> None:
    before = read_history(grove, FOLDERS)
    git(grove, "reset", "-q", "--hard", "HEAD~1")
    _commit(grove, "2026-03-05T10:00:00Z", oak="other")
    assert read_history(grove, FOLDERS, before) == read_history(grove, FOLDERS)


def test_where_nothing_was_committed_the_same_value_comes_back(grove: Path) -> None:
    before = read_history(grove, FOLDERS)
    assert read_history(grove, FOLDERS, before) is before


def test_nothing_that_the_repository_itself_says_is_run(grove: Path, tmp_path: Path) -> None:
    script = tmp_path / "evil"
    script.write_text(f"#!/bin/sh\ntouch {tmp_path}/run\n")
    script.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "diff.external", "log.showSignature", "gpg.program"):
        git(grove, "config", name, str(script) if name != "log.showSignature" else "true")
    assert read_history(grove, FOLDERS).files
    assert not (tmp_path / "run").exists()


def test_history_is_a_value(grove: Path) -> None:
    assert read_history(grove, FOLDERS) == read_history(grove, FOLDERS) != History()
