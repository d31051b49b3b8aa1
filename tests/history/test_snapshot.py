"""A revision of an archive in a folder: all that belongs to it, nothing that leads out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.history import snapshot as snapshots
from hearthbook.history.snapshot import merge_base, snapshot, split_range
from tests.repository import git

if TYPE_CHECKING:
    from pathlib import Path


def _files(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()
    }


def _commit(root: Path, **files: str) -> None:
    (root / "communities").mkdir(exist_ok=True)
    for name, text in files.items():
        (root / "communities" / f"{name}.yml").write_text(text)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "a change")


def _tree(root: Path, *rows: str) -> None:
    """Commits a tree as no program would write it: `mode kind name path`."""
    tree = git(root, "mktree", text="".join(f"{row}\n" for row in rows))
    commit = git(root, "commit-tree", tree, "-m", "odd")
    git(root, "update-ref", "HEAD", commit)


@pytest.fixture
def grove(tmp_path: Path) -> Path:
    root = tmp_path / "grove"
    root.mkdir()
    git(root, "init", "-q", "-b", "main")
    (root / "mkdocs.yml").write_text("site_name: Grove\n")
    (root / "README.md").write_text("not read")
    _commit(root, oak="one")
    _commit(root, oak="two", elm="one")
    return root


def test_a_revision_is_written_as_it_was(grove: Path) -> None:
    with snapshot(grove, "HEAD~1") as folder:
        assert _files(folder) == {"mkdocs.yml": "site_name: Grove\n", "communities/oak.yml": "one"}


def test_the_folder_is_gone_afterwards(grove: Path) -> None:
    with snapshot(grove, "HEAD") as folder:
        assert _files(folder)["communities/oak.yml"] == "two"
    assert not folder.exists()


def test_an_archive_below_the_repository_is_found(grove: Path) -> None:
    inner = grove / "deep" / "inner"
    (inner / "communities").mkdir(parents=True)
    (inner / "communities" / "yew.yml").write_text("deep")
    _commit(grove)
    with snapshot(inner, "main") as folder:
        assert _files(folder) == {"communities/yew.yml": "deep"}


def test_links_are_left_out(grove: Path) -> None:
    (grove / "communities" / "ash.yml").symlink_to("/etc/hostname")
    _commit(grove)
    with snapshot(grove, "HEAD") as folder:
        assert sorted(_files(folder)) == ["communities/elm.yml", "communities/oak.yml", "mkdocs.yml"]


@pytest.mark.parametrize("rev", ["nowhere", "-h", "--output=x", "", "a\nb", "HEAD:mkdocs.yml"])
def test_what_is_no_revision_is_refused_with_a_remedy(grove: Path, rev: str) -> None:
    with pytest.raises(HearthbookError) as caught, snapshot(grove, rev):
        pass
    assert caught.value.hint


def test_without_git_nobody_can_go_back(tmp_path: Path) -> None:
    with pytest.raises(HearthbookError), snapshot(tmp_path, "HEAD"):
        pass


def test_a_name_that_leads_out_of_the_folder_is_refused(grove: Path) -> None:
    blob = git(grove, "hash-object", "-w", "--stdin", text="x")
    inner = git(grove, "mktree", text=f"100644 blob {blob}\tcommunities\\..\\x.yml\n")
    _tree(grove, f"040000 tree {inner}\tcommunities")
    with pytest.raises(HearthbookError, match="no folder here can hold"), snapshot(grove, "HEAD"):
        pass


def test_a_revision_may_not_fill_the_disk(grove: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "MOST", 10)
    with pytest.raises(HearthbookError, match="more than"), snapshot(grove, "HEAD"):
        pass


def test_a_file_that_is_too_large_is_refused(grove: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(snapshots, "LARGEST", 4)
    with pytest.raises(HearthbookError, match=r"too large, mkdocs\.yml"), snapshot(grove, "HEAD"):
        pass


def test_a_range_has_two_ends() -> None:
    assert split_range("main..topic") == ("main", "topic", False)
    assert split_range("main...topic") == ("main", "topic", True)
    assert split_range("main..") == ("main", "HEAD", False)
    assert split_range("...topic") == ("HEAD", "topic", True)


@pytest.mark.parametrize("text", ["main", "..", "...", "", "a..b..c", "-x..y", "a....b", "x..-y"])
def test_what_is_no_range_is_refused(text: str) -> None:
    with pytest.raises(HearthbookError):
        split_range(text)


def test_two_branches_part_at_a_commit(grove: Path) -> None:
    base = git(grove, "rev-parse", "HEAD")
    git(grove, "checkout", "-q", "-b", "topic")
    _commit(grove, oak="three")
    git(grove, "checkout", "-q", "main")
    _commit(grove, elm="two")
    assert merge_base(grove, "main", "topic") == base
