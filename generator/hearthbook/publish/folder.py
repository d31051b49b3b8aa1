"""The site's folder: finished cells take the old ones' place, each in one step.

New cells are written beside the site, on the same disk, or in it where it is a
disk of its own. Only when all are there do they move in, one exchange of names
for each, so that a reader, and a build that was killed, finds each cell old or
new but never half of one.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from hearthbook.errors import HearthbookError
from hearthbook.publish.twins import twin_of

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

_NEW: Final = ".hearthbook-new-"
MARK: Final = b'<meta name="generator" content="Hearthbook">'
"""What every page of ours has in its head, and no page of anybody else's."""
_HEAD: Final = 8192
"""Bytes of a page that hold its head."""
_HERE: Final = -100  # AT_FDCWD
_EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux and RENAME_SWAP of macOS


def blame(site: Path, problem: OSError) -> HearthbookError:
    """What the disk objected to, in words."""
    reason = problem.strerror or str(problem)
    return HearthbookError(
        f"the site cannot be written: {reason}",
        where=str(site),
        hint="free some space or make the folder writable, then build again; the old pages are whole",
    )


@contextlib.contextmanager
def _blaming(site: Path) -> Iterator[None]:
    """Says of the site what the disk objects to inside the block."""
    try:
        yield
    except OSError as problem:
        raise blame(site, problem) from problem


@contextlib.contextmanager
def _claimed(site: Path, wait: Callable[[], None]) -> Iterator[None]:
    """The site, made if need be, for this build alone; calls `wait` before it waits for another one."""
    site.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    handle = _locked(site, wait)
    try:
        yield
    finally:
        os.close(handle)


def _locked(site: Path, wait: Callable[[], None]) -> int:
    """An open handle that holds the lock of the folder which is at `site` now."""
    while True:
        site.mkdir(parents=True, exist_ok=True)
        handle = os.open(site, os.O_RDONLY)
        try:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                wait()
                fcntl.flock(handle, fcntl.LOCK_EX)
            # the build that was waited for may have failed and taken its empty folder away
            if site.is_dir() and os.path.samestat(site.stat(), os.fstat(handle)):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)


def _clear_leftovers(site: Path) -> None:
    """Removes what killed builds of this site left; beside `site` there may be a `site-two`."""
    name = re.compile(re.escape(f"{_NEW}{site.name}-") + r"[a-z0-9_]{8}")
    for folder in (site, site.parent):
        # around a disk of its own there may be nothing that we may see
        with contextlib.suppress(PermissionError):
            for path in folder.iterdir():
                if name.fullmatch(path.name):
                    shutil.rmtree(path, ignore_errors=True)


def _near(site: Path) -> Path:
    """A new folder from which things can be moved into the site: beside it, or else in it."""
    inside = Path(tempfile.mkdtemp(prefix=f"{_NEW}{site.name}-", dir=site))
    try:
        # what the system says of devices is not the whole truth: a folder may be mounted from its own disk
        return inside.rename(site.parent / inside.name)
    except OSError:
        return inside


def _exchange(new: Path, old: Path) -> None:
    """Swaps two paths in one step; raises OSError where the system knows no such step."""
    library: Any = ctypes.CDLL(None, use_errno=True)
    here, there = os.fsencode(new), os.fsencode(old)
    if sys.platform == "darwin":
        failed = library.renamex_np(here, there, _EXCHANGE)
    elif sys.platform == "linux":
        failed = library.renameat2(_HERE, here, _HERE, there, _EXCHANGE)
    else:
        raise OSError("no exchange on this system")
    if failed:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def _replace(new: Path, old: Path) -> None:
    """Puts `new` where `old` is; what was there is then where `new` was."""
    try:
        _exchange(new, old)
    except (OSError, AttributeError):
        # two steps then: whoever reads in between finds nothing for a moment
        aside = new.with_name(f"{new.name}.old")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


class SiteFolder:
    """One site while a build works on it."""

    def __init__(self, site: Path, staging: Path) -> None:
        """Work on a site, writing into a staging folder first."""
        self.site = site
        self._staging = staging
        self._trash = staging / ".trash"

    def stage(self, path: str, content: bytes) -> None:
        """Writes a file that is to become part of the site."""
        target = self._staging / path
        with _blaming(self.site):
            try:
                target.write_bytes(content)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)

    def read(self, path: str) -> bytes:
        """A file as the site will have it: the staged one, else the one that stands; empty without."""
        for folder in (self._staging, self.site):
            with contextlib.suppress(FileNotFoundError, NotADirectoryError):
                return (folder / path).read_bytes()
        return b""

    def stage_copy(self, path: str, source: Path) -> None:
        """Copies a file that is to become part of the site; a link is not followed."""
        target = self._staging / path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target, follow_symlinks=False)
        except OSError as problem:
            if str(problem.filename) == str(source):
                # what cannot be read is no fault of the site
                raise
            raise blame(self.site, problem) from problem

    def adopt(self, folder: Path) -> tuple[str, ...]:
        """Moves the files of a folder into the staging folder; returns their paths below the site."""
        names = [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]
        with _blaming(self.site):
            for name in names:
                target = self._staging / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.move(folder / name, target)
        return tuple(names)

    def move_in(self, first: Iterable[str], cells: Iterable[str], last: Iterable[str]) -> None:
        """Some staged files, then staged cells, then other files take their places in the site."""
        with _blaming(self.site):
            for path in first:
                self._move_file(path)
            for slug in cells:
                self._move_cell(slug)
            for path in last:
                self._move_file(path)

    def _move_cell(self, slug: str) -> None:
        new, old = self._staging / slug, self.site / slug
        if os.path.lexists(old):
            _replace(new, old)
        else:
            old.parent.mkdir(parents=True, exist_ok=True)
            new.rename(old)

    def _move_file(self, path: str) -> None:
        target = self.site / path
        if target.is_dir() and not target.is_symlink():
            self._throw(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        (self._staging / path).replace(target)

    def throw_away(self, paths: Iterable[str]) -> None:
        """Takes cells and files out of the site, and folders that are empty then."""
        with _blaming(self.site):
            for path in paths:
                self._throw(path)
                for folder in (self.site / path).parents:
                    if folder == self.site or not folder.is_dir() or any(folder.iterdir()):
                        break
                    folder.rmdir()

    def _throw(self, path: str) -> None:
        if os.path.lexists(self.site / path):
            self._trash.mkdir(exist_ok=True)
            (self.site / path).rename(self._trash / f"{len(list(self._trash.iterdir()))}")

    def strays(self, tops: Collection[str], files: Collection[str], *, deep: bool) -> list[str]:
        """Cells, and if `deep` single pages, that builds of ours wrote and nobody claims now.

        `tops` are the names directly in the site that are claimed, `files` the
        paths outside cells.
        """
        found = []
        for entry in sorted(os.scandir(self.site), key=lambda entry: entry.name):
            if entry.name.startswith("."):
                continue
            top = Path(entry.path)
            if entry.name not in tops and is_ours(top / "index.html"):
                found.append(entry.name)
            elif deep and (entry.name not in tops or any(f.startswith(f"{entry.name}/") for f in files)):
                pages = sorted(top.rglob("*.html")) if entry.is_dir(follow_symlinks=False) else [top]
                names = [page.relative_to(self.site).as_posix() for page in pages if is_ours(page)]
                gone = [name for name in names if name not in files]
                twins = [twin for twin in map(twin_of, gone) if twin not in files]
                found += [*gone, *(twin for twin in twins if (self.site / twin).is_file())]
        return found


def is_ours(page: Path) -> bool:
    """Whether a build of ours wrote this page."""
    try:
        with page.open("rb") as stream:
            return MARK in stream.read(_HEAD)
    except OSError:
        return False


def own_folder(root: Path, target: Path) -> Path:
    """The site folder; raises HearthbookError where a build would take people's own files away."""
    found = target.resolve()
    archive = ("mkdocs.yml", "communities", "content")
    if root.resolve().is_relative_to(found) or any((found / name).exists() for name in archive):
        hint = "name a folder of its own as site_dir in mkdocs.yml"
        raise HearthbookError("the site's folder holds more than the site", where=str(target), hint=hint)
    return target


@contextlib.contextmanager
def opened(site: Path, wait: Callable[[], None]) -> Iterator[SiteFolder]:
    """The site's folder, for this build alone; where `site` is a link, the folder it leads to.

    If another build is at work, calls `wait` and waits for it. Raises
    HearthbookError when the disk is full or the folder may not be written.
    """
    site = site.resolve()
    if site.exists() and not site.is_dir():
        hint = "move it away"
        raise HearthbookError("a file stands where the site should go", where=str(site), hint=hint)
    with contextlib.ExitStack() as stack:
        with _blaming(site):
            stack.enter_context(_claimed(site, wait))
            staging = stack.enter_context(_staged(site))
        # whatever else fails in there is not the site's fault
        yield SiteFolder(site, staging)


@contextlib.contextmanager
def _staged(site: Path) -> Iterator[Path]:
    """A folder for what is to move into the site, gone afterwards."""
    _clear_leftovers(site)
    staging = _near(site)
    try:
        yield staging
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        with contextlib.suppress(OSError):
            # a first build that failed leaves no empty folder
            site.rmdir()
