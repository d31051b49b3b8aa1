"""Whether git keeps files that must stay with the hosts."""

from __future__ import annotations

import subprocess
from shlex import quote
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import error, printable
from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.findings import Finding

PRIVATE: Final = "members"
"""The folder of who takes part, below the project's."""
_PATIENCE: Final = 10
"""Seconds; git answers in a hundredth of one."""


def tracked(root: Path) -> tuple[str, ...]:
    """The files below `members/` that git tracks in a project, by their paths from its folder.

    Empty where there is nothing to ask about: no such folder and no repository here, no git,
    or a folder that git does not know. Asks git once.
    """
    if not (root / PRIVATE).is_dir() and not (root / ".git").exists():
        return ()
    question = ("git", "-C", str(root), "ls-files", "-z", "--", PRIVATE)
    try:
        answer = subprocess.run(question, capture_output=True, check=False, timeout=_PATIENCE)  # noqa: S603 - no shell, and no words of others
    except (OSError, subprocess.TimeoutExpired):
        return ()
    if answer.returncode:
        return ()
    return tuple(sorted(filter(None, answer.stdout.decode("utf-8", "replace").split("\0"))))


def tracked_members(root: Path) -> tuple[Finding, ...]:
    """An error for each file about members that git tracks, because whoever has the repository reads it."""
    fact = "git tracks this file, which says who is a member"
    rest = f"and write /{PRIVATE}/ into .gitignore"
    return tuple(
        error("HB022", Place(file=printable(file)), fact, f"run `git rm --cached {quote(file)}`, {rest}")
        for file in tracked(root)
    )
