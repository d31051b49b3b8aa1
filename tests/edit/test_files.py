"""Files are written in one move, and only those that are still as they were read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from hearthbook.edit.files import read_bytes, write
from hearthbook.model.edits import Edit
from tests.edit.given import START, planned, put

if TYPE_CHECKING:
    from pathlib import Path

OAK = "communities/oak.yml"
BEFORE = f"{START}tagine: One\n".encode()


@pytest.fixture
def oak(tmp_path: Path) -> Path:
    """A community's file."""
    return put(tmp_path, BEFORE)


def test_a_file_is_written_with_its_own_permissions(tmp_path: Path, oak: Path) -> None:
    oak.chmod(0o640)
    assert write(tmp_path, OAK, BEFORE, b"name: Elm\n") == ""
    assert (oak.read_bytes(), oak.stat().st_mode & 0o777) == (b"name: Elm\n", 0o640)
    assert [path.name for path in oak.parent.iterdir()] == ["oak.yml"]


def test_a_file_that_has_changed_meanwhile_is_left_alone(tmp_path: Path, oak: Path) -> None:
    oak.write_bytes(b"name: Ash\n")
    assert write(tmp_path, OAK, BEFORE, b"name: Elm\n") == "the file has changed meanwhile; run it again"
    assert oak.read_bytes() == b"name: Ash\n"
    assert [path.name for path in oak.parent.iterdir()] == ["oak.yml"]


def test_a_read_only_file_is_left_alone(tmp_path: Path, oak: Path) -> None:
    oak.chmod(0o444)
    made = planned(tmp_path)
    assert made.drafts == ()
    assert {one.why for one in made.left} == {"the file is read-only"}
    assert write(tmp_path, OAK, BEFORE, b"") == "the file is read-only"
    assert oak.read_bytes() == BEFORE


def test_a_link_is_left_alone(tmp_path: Path, oak: Path) -> None:
    target = oak.rename(tmp_path / "elsewhere.yml")
    oak.symlink_to(target)
    assert read_bytes(tmp_path, OAK) == "the file is a symbolic link"
    assert write(tmp_path, OAK, BEFORE, b"") == "the file is a symbolic link"
    assert target.read_bytes() == BEFORE


def test_a_file_that_is_gone_stays_gone(tmp_path: Path, oak: Path) -> None:
    oak.unlink()
    assert "No such file" in write(tmp_path, OAK, BEFORE, b"")
    assert not list(oak.parent.iterdir())


@pytest.mark.parametrize(
    "file", ["mkdocs.yml", "content/oak/a.md", "communities/../mkdocs.yml", "communities/a/b.yml"]
)
def test_other_files_are_never_written(tmp_path: Path, oak: Path, file: str) -> None:
    del oak
    put(tmp_path, BEFORE, file)
    edit = Edit(kind="key", file=file, line=5, old="tagine", new=("tagline",))
    made = planned(tmp_path, [edit])
    assert {one.why for one in made.left} == {"only files in communities/ are changed"}
    assert write(tmp_path, file, BEFORE, b"") == "only files in communities/ are changed"


def test_a_folder_that_is_a_link_is_left_alone(tmp_path: Path, oak: Path) -> None:
    folder = oak.parent.rename(tmp_path / "elsewhere")
    oak.parent.symlink_to(folder)
    assert read_bytes(tmp_path, OAK) == "only files in communities/ are changed"


@pytest.mark.parametrize(
    "edit",
    [
        Edit(kind="key", file=OAK, line=99, old="tagine", new=("tagline",)),
        Edit(kind="key", file=OAK, line=5, column=2, old="agine", new=("agline",)),
        Edit(kind="key", file=OAK, line=5, old="tagnie", new=("tagline",)),
        Edit(kind="key", file=OAK, line=5, old="tagine", new=("name",)),
        Edit(kind="key", file=OAK, line=5, old="tagine", new=("a: b",)),
        Edit(kind="text", file=OAK, line=5, column=9, old="One", new=("a: b",)),
        Edit(kind="order", file=OAK, line=5, old="people", new=("a", "b")),
    ],
    ids=["line", "column", "other-key", "taken", "no-key", "no-text", "no-people"],
)
def test_an_edit_that_does_not_fit_changes_nothing(tmp_path: Path, oak: Path, edit: Edit) -> None:
    del oak
    made = planned(tmp_path, [edit])
    assert made.drafts == ()
    assert [one.edit for one in made.left] == [edit]
