"""What `git log` tells of some folders, in one pass: the commits, and what each did to which file.

Merges are left out, as git simplifies them: what was merged is told by the commits that were
merged, with their own authors and reasons, and a branch of which nothing was taken is not told.
"""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.history.objects import COMMAND
from hearthbook.model.changes import Commit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PATIENCE: Final = 10
"""Seconds after which git is not waited for where it only looks something up."""
_LONG: Final = 300
"""The same where it goes through all commits."""
_FIELDS: Final = ("%H", "%ct", "%an", "%ae", "%B")
_FORMAT: Final = "--format=" + "".join(f"{field}%x00" for field in _FIELDS)
_SHOWN: Final = (
    *("--raw", "-z", "--no-abbrev", "--no-renames", "--no-merges", "--relative"),
    "--encoding=UTF-8",
)
_FILES: Final = frozenset({"100644", "100755", "100664"})
_SUBJECT: Final = 400
"""Characters of a subject that are kept."""
_LAST: Final = 253_402_300_799
"""The last second of the year 9999; a commit may claim any."""


class Row(NamedTuple):
    """What a commit did to one file."""

    path: str
    """From the project folder."""
    old: str
    """The name of what it held before; empty where it was not there, or was no ordinary file."""
    new: str
    """The name of what it holds; empty where it is gone, or is no ordinary file."""
    was: str = ""
    """Its path before, where the commit gave it another one."""


class Done(NamedTuple):
    """A commit and what it did."""

    commit: Commit
    rows: tuple[Row, ...]


def log(root: Path, folders: tuple[str, ...], since: str = "") -> tuple[Done, ...]:
    """The commits that changed something in these folders, newest first; with `since`, those after it.

    Empty where git does not answer.
    """
    span = f"{since}..HEAD" if since else "HEAD"
    told = ask(root, "log", *_SHOWN, _FORMAT, span, "--", *folders, patience=_LONG)
    # a name that is not UTF-8 is nobody's file here, and no table could keep it
    plain = told.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return tuple(_read(plain.split("\0")))


def _read(parts: list[str]) -> Iterator[Done]:
    """The commits in git's answer; no field can hold what parts them, so none can pretend to be another."""
    # git ends what was asked of each commit with a mark of its own
    at, width = 0, len(_FIELDS) + 1
    while at + width < len(parts):
        name, when, author, email, message, _ = parts[at : at + width]
        at += width
        rows = []
        while at + 1 < len(parts) and parts[at].lstrip("\n").startswith(":"):
            rows.append(_row(parts[at].lstrip("\n"), parts[at + 1]))
            at += 2
        made = datetime.fromtimestamp(min(max(int(when), 0), _LAST), UTC)
        subject = message.strip().partition("\n")[0].strip()[:_SUBJECT]
        commit = Commit(id=name.strip("\n"), when=made, author=author, email=email, subject=subject)
        yield Done(commit, tuple(rows))


def _row(facts: str, path: str) -> Row:
    before, after, old, new, _ = facts[1:].split(" ")
    return Row(path, old if before in _FILES else "", new if after in _FILES else "")


def ask(root: Path, *arguments: str, patience: int = _PATIENCE) -> str:
    """What git prints; empty where there is no git, no repository here, or an answer that takes too long."""
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours
            [*COMMAND, *arguments],
            cwd=root,
            capture_output=True,
            timeout=patience,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="surrogateescape").rstrip("\n")
