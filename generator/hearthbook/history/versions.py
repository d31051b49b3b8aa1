"""How often each file was changed and when last, in one pass over git's log.

There may be no git, no repository and no commit: then nothing is known, and that is no
mistake. A shallow clone knows a part of the past only, which would make calendars count
backwards; it is told from a whole one, and its numbers are not used.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping  # noqa: TC003 - pydantic reads it
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_PATIENCE: Final = 60
"""Seconds after which git is not waited for."""
_SAFE: Final = ("-c", "core.fsmonitor=false", "-c", "log.showSignature=false", "-c", "core.quotePath=false")
"""Nothing that a repository's own settings say is run."""
_COMMIT: Final = "\x01"
UNKNOWN: Final = datetime(2026, 1, 1, tzinfo=UTC)
"""Stands where the day of the last change is not known; no file holds the day it was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """How far a file has come."""

    commits: int
    """How many commits changed it."""
    last: datetime
    """When the last one was made, in UTC."""


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

    def of(self, names: Iterable[str]) -> Version | None:
        """How far some files have come together; None where git knows none of them."""
        found = [self.files[name] for name in names if name in self.files]
        if not found:
            return None
        commits = sum(version.commits for version in found)
        return Version(commits=commits, last=max(version.last for version in found))


NO_HISTORY: Final = History()


def read_history(root: Path, folders: tuple[str, ...], known: History = NO_HISTORY) -> History:
    """The history of some folders of the project folder; `known` saves counting what was counted before."""
    facts = _git(root, "rev-parse", "HEAD", "--is-shallow-repository", "--git-path", "logs/HEAD").split("\n")
    if len(facts) < 3:  # noqa: PLR2004 - one line for each thing asked
        return NO_HISTORY
    head, shallow, log = facts[0], facts[1] == "true", str((root / facts[2]).resolve())
    if shallow:
        return History(head=head, shallow=True, log=log)
    if head == known.head and known.log == log:
        return known
    since = known.head if known.head and _is_ancestor(root, known.head) else ""
    before = known.files if since else {}
    return History(head=head, files=_counted(root, folders, since, before), log=log)


def _is_ancestor(root: Path, commit: str) -> bool:
    return _git(root, "merge-base", "HEAD", commit).strip() == commit


def _counted(
    root: Path, folders: tuple[str, ...], since: str, before: Mapping[str, Version]
) -> dict[str, Version]:
    """The files with the commits that changed them, merges aside, on top of what was known before."""
    span = f"{since}..HEAD" if since else "HEAD"
    shown = ("--no-renames", "--name-only", "-z", "--relative", f"--format={_COMMIT}%ct")
    told = _git(root, "log", "--no-merges", *shown, span, "--", *folders)
    found = dict(before)
    for commit in told.split(_COMMIT)[1:]:
        when, *names = (part.strip("\n") for part in commit.split("\0"))
        made = datetime.fromtimestamp(int(when), UTC)
        for name in filter(None, names):
            old = found.get(name)
            last = max(made, old.last) if old else made
            found[name] = Version(commits=(old.commits if old else 0) + 1, last=last)
    return found


def _git(root: Path, *arguments: str) -> str:
    """What git prints; empty where there is no git, no repository here, or an answer that takes too long."""
    try:
        done = subprocess.run(  # noqa: S603 - the arguments are ours
            ["git", *_SAFE, "--no-pager", "--no-optional-locks", *arguments],  # noqa: S607 - as the user has it
            cwd=root,
            capture_output=True,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", errors="surrogateescape").rstrip("\n")
