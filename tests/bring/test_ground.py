"""Whether files may be put into a folder, told before any is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hearthbook.bring.ground import refuse_unless_free
from hearthbook.bring.starter import new_archive
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from pathlib import Path


def _files(root: Path) -> list[str]:
    return sorted(path.relative_to(root).as_posix() for path in root.rglob("*"))


@pytest.mark.parametrize("name", ["communities", ".github", "content", "communities/.schema"])
def test_a_file_where_a_folder_should_be_is_told_before_anything_is_written(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).touch()
    before = _files(tmp_path)
    with pytest.raises(HearthbookError) as caught:
        new_archive(tmp_path)
    assert str(caught.value) == (
        f"{tmp_path / name}: a file is where a folder should be; "
        "give it another name, or begin somewhere else"
    )
    assert _files(tmp_path) == before


@pytest.mark.parametrize("target", ["elsewhere", "gone"])
def test_a_link_below_the_folder_is_not_followed(tmp_path: Path, target: str) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "communities").symlink_to(tmp_path / target)
    with pytest.raises(HearthbookError, match="links are not followed; put the folder itself here"):
        new_archive(tmp_path / "ours")
    assert _files(tmp_path / "elsewhere") == []
    assert _files(tmp_path / "ours") == ["communities"]


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "ours").symlink_to(tmp_path / "real")
    new_archive(tmp_path / "ours")
    assert (tmp_path / "real" / "mkdocs.yml").is_file()


def test_a_file_in_the_way_to_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes").touch()
    with pytest.raises(HearthbookError, match="notes: a file is where a folder should be"):
        refuse_unless_free(tmp_path / "notes" / "ours", ["mkdocs.yml"])


def test_a_closed_folder_is_told_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "content"
    closed.mkdir()
    real = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: path != closed and real(path, mode))
    with pytest.raises(HearthbookError, match="content: nothing may be written into this folder; ask whose"):
        new_archive(tmp_path)
    assert _files(tmp_path) == ["content"]


def test_a_closed_folder_in_which_nothing_is_missing_is_no_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new_archive(tmp_path)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert new_archive(tmp_path).written == ()
