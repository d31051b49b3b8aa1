"""How often each file was changed and when last, in one pass over git's log.

There may be no git, no repository and no commit: then nothing is known, and that is no
mistake. A shallow clone knows a part of the past only, which would make calendars count
backwards; it is told from a whole one, and its numbers are not used.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from hearthbook.history.log import ask, log
from hearthbook.history.renames import with_renames

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from hearthbook.history.log import Done, Row

    Heard = Callable[[tuple[Done, ...], bool], None]

_FORM: Final = 2
"""Which form of this table this is; a table of another form is not gone on with."""
UNKNOWN: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands where the day of the last change is not known; no file holds the day it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """How far a file has come."""

    commits: int
    """How many commits changed it."""
    last: datetime
    """When the last one was made, in UTC."""
    mark: str = field(default="", compare=False)
    """A digest of all of them, its names before included; not the same for two pasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What git knows of an archive."""

    head: str = ""
    """The commit that everything is counted up to; empty where there is none."""
    files: Mapping[str, Version] = field(default_factory=dict)
    """Path from the project folder -> how far it has come."""
    shallow: bool = False
    """Whether only a part of the past is there."""
    log: str = ""
    """A file that changes with each commit, for those who watch; empty without git."""
    form: int = 0
    """The form of this table."""

    def of(self, names: Iterable[str]) -> Version | None:
        """How far some files have come together; None where git knows none of them."""
        found = [self.files[name] for name in names if name in self.files]
        if not found:
            return None
        commits = sum(version.commits for version in found)
        return Version(commits=commits, last=max(version.last for version in found))


NO_HISTORY: Final = History()


def read_history(
    root: Path, folders: tuple[str, ...], known: History = NO_HISTORY, heard: Heard | None = None
) -> History:
    """The history of some folders of the project folder; `known` saves counting what was counted before.

    `heard` is given the commits that were read, newest first, and whether these are all there are.
    """
    facts = ask(root, "rev-parse", "HEAD", "--is-shallow-repository", "--git-path", "logs/HEAD").split("\n")
    if len(facts) < 3:  # noqa: PLR2004 - one line for each thing asked
        return NO_HISTORY
    head, shallow, path = facts[0], facts[1] == "true", str((root / facts[2]).resolve())
    if shallow:
        return History(head=head, shallow=True, log=path)
    same = known.log == path and known.form == _FORM
    if head == known.head and same:
        return known
    since = known.head if known.head and same and _continues(root, known.head) else ""
    done = with_renames(root, log(root, folders, since))
    if heard:
        heard(done, not since)
    return History(head=head, files=_counted(done, known.files if since else {}), log=path, form=_FORM)


def _continues(root: Path, commit: str) -> bool:
    """Whether all that came after a commit follows it in one line.

    Where branches were merged, older commits may have come among those that were counted.
    """
    if ask(root, "merge-base", "HEAD", commit).strip() != commit:
        return False
    return not ask(root, "rev-list", "--merges", "--max-count=1", f"{commit}..HEAD").strip()


def _counted(done: tuple[Done, ...], before: Mapping[str, Version]) -> dict[str, Version]:
    """The files with the commits that changed them, merges aside, on top of what was known before."""
    found = dict(before)
    for commit, rows in reversed(done):
        earlier = {row.was: found.get(row.was) for row in rows if row.was}
        for row in rows:
            old, parent = found.get(row.path), earlier.get(row.was)
            found[row.path] = Version(
                commits=(old.commits if old else 0) + 1,
                last=max(commit.when, old.last) if old else commit.when,
                mark=_mark(row, commit.id, old, parent),
            )
    return found


def _mark(row: Row, commit: str, *before: Version | None) -> str:
    marks = (version.mark if version else "" for version in before)
    text = "\0".join((commit, row.old, row.new, row.was, *marks))
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
