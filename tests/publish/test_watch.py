"""Every change of what is followed is heard, and nothing else."""

from __future__ import annotations

import errno
import shutil
import threading
from typing import TYPE_CHECKING, Never

import pytest
from watchdog.observers import Observer

from hearthbook.publish.watch import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PATIENCE = 20


class Heard:
    """A watcher, and what it heard."""

    def __init__(self) -> None:
        self.warned: list[str] = []
        self._more = threading.Semaphore(0)
        self.watcher = Watcher(self._more.release, self.warned.append)

    def until(self, path: Path, change: Callable[[], object]) -> frozenset[str]:
        """Everything that was touched, up to a change of this path."""
        change()
        touched: frozenset[str] = frozenset()
        while str(path) not in touched:
            assert self._more.acquire(timeout=PATIENCE), f"only {sorted(touched)} was heard"
            touched |= self.watcher.taken()
        return touched

    def quiet(self, folder: Path) -> frozenset[str]:
        """Everything that was touched in a folder until now."""
        last = folder / "last"
        return self.until(last, last.touch) - {str(last)}


@pytest.fixture
def heard(tmp_path: Path) -> Iterator[Heard]:
    """Follows a folder and a file."""
    (tmp_path / "archive/folder/deep").mkdir(parents=True)
    (tmp_path / "archive/file.yml").touch()
    heard = Heard()
    heard.watcher.follow([tmp_path / "archive/folder", tmp_path / "archive/file.yml"])
    yield heard
    heard.watcher.close()


@pytest.fixture
def archive(tmp_path: Path, heard: Heard) -> Path:
    """Where the folder and the file are."""
    del heard
    return tmp_path / "archive"


@pytest.mark.parametrize("name", ["file.yml", "folder/new.md", "folder/deep/new.md", "folder/newer/new.md"])
def test_what_is_written_is_heard(name: str, heard: Heard, archive: Path) -> None:
    path = archive / name

    def write() -> None:
        path.parent.mkdir(exist_ok=True)
        path.write_text("new", encoding="utf-8")

    assert str(path) in heard.until(path, write)


def test_what_is_taken_away_is_heard(heard: Heard, archive: Path) -> None:
    path = archive / "folder/old.md"
    path.touch()
    heard.quiet(archive / "folder")
    assert heard.until(path, path.unlink)


def test_a_file_is_heard_again_after_another_has_replaced_it(heard: Heard, archive: Path) -> None:
    file, fresh = archive / "file.yml", archive / "file.yml~"
    for text in ("one", "two"):
        fresh.write_text(text, encoding="utf-8")
        assert heard.until(file, lambda: fresh.replace(file))


def test_neighbours_and_hidden_files_are_not_heard(heard: Heard, archive: Path) -> None:
    (archive / "neighbour.yml").touch()
    (archive / "folder/.file.swp").touch()
    (archive / "folder/.git").mkdir()
    (archive / "folder/.git/index").touch()
    touched = heard.until(archive / "file.yml", (archive / "file.yml").touch)
    assert touched | heard.quiet(archive / "folder") == {str(archive / "file.yml")}


def test_reading_is_not_heard(heard: Heard, archive: Path) -> None:
    read = archive / "folder/read.md"
    read.touch()
    heard.quiet(archive / "folder")
    read.read_bytes()
    assert str(read) not in heard.quiet(archive / "folder/deep")


def test_a_folder_that_was_taken_away_and_put_back_is_followed_again(heard: Heard, archive: Path) -> None:
    folder = archive / "folder"
    heard.until(folder, lambda: shutil.rmtree(folder))
    heard.until(folder, folder.mkdir)
    heard.watcher.follow([folder, archive / "file.yml"])
    assert heard.until(folder / "new.md", (folder / "new.md").touch)


def test_a_link_is_followed_to_where_it_leads(heard: Heard, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (archive / "link").symlink_to(tmp_path / "elsewhere")
    heard.watcher.follow([archive / "link"])
    new = tmp_path / "elsewhere/new.md"
    assert heard.until(new, new.touch)


def test_what_is_followed_no_more_is_not_heard(heard: Heard, archive: Path) -> None:
    heard.watcher.follow([archive / "file.yml"])
    (archive / "folder/new.md").touch()
    assert heard.until(archive / "file.yml", (archive / "file.yml").touch) == {str(archive / "file.yml")}


def test_where_the_system_watches_as_much_as_it_can_the_disk_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spent(*_: object, **__: object) -> Never:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "schedule", spent)
    heard = Heard()
    try:
        heard.watcher.follow([tmp_path / "file.yml"])
        assert heard.until(tmp_path / "file.yml", (tmp_path / "file.yml").touch)
    finally:
        heard.watcher.close()
    assert heard.warned == [
        "inotify watch limit reached: looking for changes twice a second instead, which takes a bit longer"
    ]
