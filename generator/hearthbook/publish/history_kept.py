"""What is kept of git's history between builds: the commits, what they changed, and what is told of it.

All of it can be made again; whatever is missing or not whole is.
"""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from pydantic import TypeAdapter, ValidationError

from hearthbook.history.log import Done, Row, log
from hearthbook.history.renames import with_renames
from hearthbook.history.versions import NO_HISTORY, History, read_history
from hearthbook.ingest.content import FOLDER as CONTENT
from hearthbook.ingest.folder import FOLDER as COMMUNITIES
from hearthbook.model.changes import Commit
from hearthbook.publish.history_packed import DAMAGED, spread_out, squeezed
from hearthbook.publish.store import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.store import Store

FOLDERS: Final = (COMMUNITIES, CONTENT)
MOST: Final = 20_000
"""Commits that are looked into, the newest; older ones are only counted."""
_HISTORY: Final = TypeAdapter(History)
_TABLE: Final = "history"
_COMMITS: Final = "commits"
_FORM: Final = 1


class Kept:
    """The part of a store that holds history; without a store it holds it for this build only."""

    def __init__(self, store: Store | None) -> None:
        """Use a store, or none."""
        self._store = store
        self._here: dict[str, bytes] = {}

    def get(self, kind: str, name: str) -> bytes:
        """What was kept under a name; empty where nothing was."""
        if not self._store:
            return self._here.get(f"{kind}/{name}", b"")
        with suppress(OSError):
            return (self._store.folder / "past" / kind / name).read_bytes()
        return b""

    def put(self, kind: str, name: str, data: bytes) -> None:
        """Keeps something under a name that can be a file's; what cannot be written only costs time."""
        if not self._store:
            self._here[f"{kind}/{name}"] = data
            return
        with suppress(OSError):
            write_whole(self._store.folder / "past" / kind / name, data)

    def drop_others(self, kind: str, names: set[str]) -> None:
        """Keeps nothing else of a kind."""
        if not self._store:
            return
        with suppress(OSError):
            for path in (self._store.folder / "past" / kind).iterdir():
                if path.name not in names:
                    path.unlink(missing_ok=True)

    def table(self, name: str) -> dict[str, Any]:
        """A table that was kept; empty where there is none."""
        with suppress(*DAMAGED):
            found = json.loads(self.get("tables", name) or b"{}")
            return found if isinstance(found, dict) else {}
        return {}

    def keep(self, name: str, table: dict[str, Any]) -> None:
        """Keeps a table of JSON values."""
        self.put("tables", name, json.dumps(table, separators=(",", ":")).encode())

    def history(self, root: Path) -> History:
        """What git knows of an archive's files; what was counted before is not counted again."""
        known = NO_HISTORY
        with suppress(ValidationError):
            known = _HISTORY.validate_python(self._store.table(_TABLE)) if self._store else NO_HISTORY
        read: list[tuple[tuple[Done, ...], bool]] = []
        found = read_history(root, FOLDERS, known, lambda *each: read.append(each))
        for done, afresh in read:
            before = () if afresh else self._done(known.head)
            if before is not None:
                self._keep_done(found.head, (*done, *before)[:MOST])
        if self._store and found is not known and found.head:
            self._store.keep(_TABLE, _HISTORY.dump_python(found, mode="json"))
        return found

    def done(self, root: Path, history: History) -> tuple[Done, ...]:
        """The newest commits, newest first; none of a clone that has only a part of the past."""
        if history.shallow or not history.head:
            return ()
        found = self._done(history.head)
        if found is None:
            found = with_renames(root, log(root, FOLDERS))[:MOST]
            self._keep_done(history.head, found)
        return found

    def _done(self, head: str) -> tuple[Done, ...] | None:
        with suppress(*DAMAGED, OverflowError):
            form, until, rows = spread_out(self.get(_COMMITS, _COMMITS))
            if (form, until) == (_FORM, head):
                return tuple(map(_done_of, rows))
        return None

    def _keep_done(self, head: str, done: tuple[Done, ...]) -> None:
        self.put(_COMMITS, _COMMITS, squeezed([_FORM, head, list(map(_row, done))]))


def file_name(path: str) -> str:
    """A name under which what belongs to a path can be kept."""
    return blake2b(path.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _row(done: Done) -> list[Any]:
    commit = done.commit
    rows = [list(row) for row in done.rows]
    return [commit.id, int(commit.when.timestamp()), commit.author, commit.email, commit.subject, rows]


def _done_of(row: list[Any]) -> Done:
    name, when, author, email, subject, rows = row
    made = datetime.fromtimestamp(when, UTC)
    commit = Commit(id=str(name), when=made, author=str(author), email=str(email), subject=str(subject))
    return Done(commit, tuple(Row(*map(str, each)) for each in rows))
