"""Hears of changes on the disk from the system itself, or by looking again and again."""

from __future__ import annotations

import errno
import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.polling import PollingObserver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from watchdog.observers.api import BaseObserver, ObservedWatch

_READING: Final = frozenset({"opened", "closed_no_write"})
_SPENT: Final = frozenset({errno.ENOSPC, errno.EMFILE})
"""How a system says that it watches as much as it can."""
_PERIOD: Final = 0.5
"""Seconds between two looks, where the system cannot tell."""


class _Ear(FileSystemEventHandler):
    """Passes on what happens in one folder: everything below it, or only to some names in it."""

    def __init__(
        self, folder: str, changed: Callable[[str, str], None], names: frozenset[str] | None
    ) -> None:
        self.folder = folder
        self.names = names
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Hears one event; what is only read, and what is hidden, does not count."""
        if event.event_type in _READING or (
            event.is_directory and event.event_type in {"modified", "attrib"}
        ):
            return
        for path in (os.fsdecode(event.src_path), os.fsdecode(event.dest_path)):
            parts = Path(os.path.relpath(path, self.folder) if path else "..").parts or ("..",)
            if not any(part.startswith(".") for part in parts) and self._wanted(parts[0]):
                self._changed(path, event.event_type)

    def _wanted(self, name: str) -> bool:
        return self.names is None or name in self.names


@dataclass(frozen=True, slots=True)
class _Watch:
    """A folder that is being watched."""

    ear: _Ear
    handle: ObservedWatch
    inode: int


class Watcher:
    """Follows files and folders, also while they are replaced, taken away and put back."""

    def __init__(self, changed: Callable[[], None], warn: Callable[[str], None]) -> None:
        """Start; `changed` is called, from another thread, whenever something happens."""
        self._changed = changed
        self._warn = warn
        self._lock = threading.Lock()
        self._touched: set[str] = set()
        self._replaced: set[str] = set()
        self._watches: dict[tuple[str, bool], _Watch] = {}
        self._observer: BaseObserver = Observer()
        self._observer.start()

    def follow(self, paths: Iterable[Path]) -> None:
        """Watches these files, and folders with all below them, and nothing else.

        A path that is not there is heard of when it appears, if the folder it
        would be in is there.
        """
        wanted: dict[tuple[str, bool], frozenset[str] | None] = {}
        for path in sorted(paths):
            around = (str(path.parent), False)
            wanted[around] = (wanted.get(around) or frozenset()) | {path.name}
            if path.is_dir():
                # of a link, the system tells nothing about what it leads to
                wanted[str(path.resolve()), True] = None
        with self._lock:
            replaced, self._replaced = self._replaced, set()
        for key, watch in list(self._watches.items()):
            if key not in wanted or key[0] in replaced or watch.inode != _inode(key[0]):
                del self._watches[key]
                self._observer.unschedule(watch.handle)
        for key, names in wanted.items():
            self._watch(key, names)

    def taken(self) -> frozenset[str]:
        """What was touched since this was last asked."""
        with self._lock:
            touched, self._touched = self._touched, set()
        return frozenset(touched)

    def close(self) -> None:
        """Watches no more."""
        self._observer.stop()
        self._observer.join()

    def _watch(self, key: tuple[str, bool], names: frozenset[str] | None) -> None:
        if key in self._watches:
            self._watches[key].ear.names = names
            return
        folder, deep = key
        ear = _Ear(folder, self._hear, names)
        try:
            handle = self._observer.schedule(ear, folder, recursive=deep)
        except OSError as problem:
            if problem.errno not in _SPENT or isinstance(self._observer, PollingObserver):
                # it went away just now, and what is around it tells when it is back
                return
            self._look_instead(problem)
            handle = self._observer.schedule(ear, folder, recursive=deep)
        self._watches[key] = _Watch(ear, handle, _inode(folder))

    def _look_instead(self, problem: OSError) -> None:
        self._warn(
            f"{problem.strerror}: looking for changes twice a second instead, which takes a bit longer"
        )
        self._observer.stop()
        self._observer = PollingObserver(timeout=_PERIOD)
        self._observer.start()
        for (folder, deep), watch in list(self._watches.items()):
            handle = self._observer.schedule(watch.ear, folder, recursive=deep)
            self._watches[folder, deep] = _Watch(watch.ear, handle, watch.inode)

    def _hear(self, path: str, kind: str) -> None:
        with self._lock:
            self._touched.add(path)
            if kind in {"created", "deleted", "moved"}:
                # a folder that was put back needs to be watched anew
                self._replaced.add(path)
        self._changed()


def _inode(folder: str) -> int:
    try:
        return Path(folder).stat().st_ino
    except OSError:
        return 0
