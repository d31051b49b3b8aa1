"""The finished site takes the old one's place in one step, or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearthbook.errors import HearthbookError

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Iterator

_OLD: Final = ".hearthbook-old-"
_NEW: Final = ".hearthbook-new-"


def _blame(site: Path, problem: OSError) -> HearthbookError:
    reason = problem.strerror or str(problem)
    return HearthbookError(
        f"the site cannot be written: {reason}",
        where=str(site),
        hint="free some space or make the folder writable, then build again; the old site is whole",
    )


def _leftovers(site: Path, prefix: str) -> list[Path]:
    """Folders of this site alone: beside `site` there may be a `site-two`."""
    name = re.compile(re.escape(f"{prefix}{site.name}-") + r"[a-z0-9_]{8}")
    return sorted(path for path in site.parent.iterdir() if name.fullmatch(path.name))


@contextlib.contextmanager
def _claimed(folder: Path) -> Iterator[bool]:
    """Whether the folder is ours for the length of the block; a killed build claims nothing."""
    if sys.platform == "win32":
        # there the folder of a build that goes on cannot be removed anyway
        yield True
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        free = True
    except OSError:
        free = False
    try:
        yield free
    finally:
        os.close(handle)


def _recover(site: Path) -> None:
    """Puts an old site back that a killed swap left aside, and clears what it left over.

    What another build is working on right now stays.
    """
    aside = _leftovers(site, _OLD)
    if aside and not site.exists():
        aside.pop().rename(site)
    for leftover in (*aside, *_leftovers(site, _NEW)):
        with contextlib.suppress(FileNotFoundError), _claimed(leftover) as free:
            if free:
                shutil.rmtree(leftover, ignore_errors=True)


def _keep_hidden(site: Path, staging: Path) -> None:
    """Carries over what is not ours, such as site/.gitignore or a site/.git to publish from."""
    if not site.is_dir():
        return
    for path in site.iterdir():
        target = staging / path.name
        if not path.name.startswith(".") or target.exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, target, symlinks=True)
        else:
            shutil.copy2(path, target, follow_symlinks=False)


def _swap(site: Path, staging: Path) -> None:
    old = staging.with_name(staging.name.replace(_NEW, _OLD, 1))
    if site.exists():
        site.rename(old)
    try:
        staging.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def staged(site: Path) -> Iterator[Path]:
    """A folder to build into; it becomes `site` when the block ends without an error.

    It lies beside `site`, on the same disk, so that the swap is two renames; where
    `site` is a link it lies beside the folder that the link leads to. If
    anything fails the old site stays as it was. Raises HearthbookError when the
    disk is full or the folder may not be written.
    """
    site = site.resolve()
    try:
        if site.exists() and not site.is_dir():
            raise HearthbookError(
                "a file stands where the site should go", where=str(site), hint="move it away"
            )
        site.parent.mkdir(parents=True, exist_ok=True)
        _recover(site)
        staging = Path(tempfile.mkdtemp(prefix=f"{_NEW}{site.name}-", dir=site.parent))
    except OSError as problem:
        raise _blame(site, problem) from problem
    try:
        staging.chmod(0o755)
        with _claimed(staging):
            yield staging
            _keep_hidden(site, staging)
            _swap(site, staging)
    except OSError as problem:
        raise _blame(site, problem) from problem
    finally:
        shutil.rmtree(staging, ignore_errors=True)
