"""Git as tests use it: of the system, whatever the settings of this machine."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

DAY: Final = "2026-03-01T10:00:00Z"
"""When commits are made, unless somebody says otherwise."""
_WHO: Final = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "commit.gpgsign=false")


def git(root: Path, *words: str, day: str = DAY, text: str = "", check: bool = True) -> str:
    """What git says in a folder, given a text as its input."""
    done = subprocess.run(
        ["git", *_WHO, *words],  # noqa: S607 - the system's
        cwd=root,
        check=check,
        capture_output=True,
        text=True,
        input=text,
        env={"PATH": "/usr/bin:/bin", "HOME": str(root), "GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day},
    )
    return done.stdout.strip()
