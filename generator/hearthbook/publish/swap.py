"""The finished site takes the old one's place in one step, or not at all."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearthbook.errors import HearthbookError

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


def _recover(site: Path) -> None:
    """Puts an old site back that a killed swap left aside, and clears what it left over."""
    aside = sorted(site.parent.glob(f"{_OLD}{site.name}-*"))
    if aside and not site.exists():
        aside.pop().rename(site)
    for leftover in (*aside, *site.parent.glob(f"{_NEW}{site.name}-*")):
        shutil.rmtree(leftover, ignore_errors=True)


def _keep_hidden(site: Path, staging: Path) -> None:
    """Carries over files that are not ours, such as site/.gitignore."""
    if not site.is_dir():
        return
    for path in site.iterdir():
        if path.name.startswith(".") and path.is_file() and not (staging / path.name).exists():
            shutil.copy2(path, staging / path.name)


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

    It lies beside `site`, on the same disk, so that the swap is two renames. If
    anything fails the old site stays as it was. Raises HearthbookError when the
    disk is full or the folder may not be written.
    """
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
        yield staging
        _keep_hidden(site, staging)
        _swap(site, staging)
    except OSError as problem:
        raise _blame(site, problem) from problem
    finally:
        shutil.rmtree(staging, ignore_errors=True)
