"""Files of an export are written together or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hearthbook.cli.export_files import put, refuse_file, refuse_files
from hearthbook.errors import HearthbookError


def _all(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_files_are_put_into_folders_that_are_made(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "posts"
    put({folder / "a.txt": b"a", folder / "b.txt": b"b"})
    assert _all(tmp_path) == ["new", "new/posts", "new/posts/a.txt", "new/posts/b.txt"]


@pytest.mark.parametrize("force", [True, False])
def test_a_folder_in_the_place_of_a_file_is_told_whatever_one_insists(tmp_path: Path, *, force: bool) -> None:
    (tmp_path / "b.txt").mkdir()
    said = "b.txt: a folder has this name, where a file should be; give it another name, or write elsewhere"
    with pytest.raises(HearthbookError, match=said):
        refuse_files(tmp_path, (tmp_path / "a.txt", tmp_path / "b.txt"), force=force)


def test_a_link_that_leads_nowhere_is_there_too(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(HearthbookError, match=r"a\.txt is there already"):
        refuse_file(tmp_path / "a.txt", force=False)


def test_a_file_on_the_way_to_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    folder = tmp_path / "notes" / "posts"
    with pytest.raises(HearthbookError, match="notes: this cannot be a folder to write into; name a folder"):
        refuse_files(folder, (folder / "a.txt",), force=True)


@pytest.mark.parametrize("name", ["closed", "closed/new"])
def test_a_closed_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != closed)
    folder = tmp_path / name
    with pytest.raises(HearthbookError, match="closed: this cannot be a folder to write into"):
        refuse_files(folder, (folder / "a.txt",), force=True)


def test_nothing_is_left_of_what_could_not_be_written_whole(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"mine")
    before = _all(tmp_path)
    too_long = tmp_path / "posts" / f"{'b' * 300}.txt"
    with pytest.raises(HearthbookError, match="this file cannot be written: File name too long"):
        put({tmp_path / "a.txt": b"new", tmp_path / "posts" / "b.txt": b"b", too_long: b"c"})
    assert _all(tmp_path) == before
    assert (tmp_path / "a.txt").read_bytes() == b"mine"
