"""An archive as it was in some revision, in a folder of its own for as long as it is looked at."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.errors import HearthbookError
from hearthbook.history.differing import asked, commit_of, merge_base_of
from hearthbook.history.objects import Objects
from hearthbook.ingest.reader import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

ARCHIVE: Final = ("communities", "content", "mkdocs.yml", "pyproject.toml")
"""What an archive is read from, below the project folder."""
MOST_FILES: Final = 100_000
LARGEST: Final = 64 * 1024 * 1024
"""Bytes of one file."""
MOST: Final = 1024 * 1024 * 1024
"""Bytes of all files together."""
_REGULAR: Final = frozenset({"100644", "100755", "100664"})
_STRANGE: Final = frozenset('\\:*?"<>|')
"""Characters that mean something else in a path on some systems."""


class Span(NamedTuple):
    """Two revisions to compare."""

    old: str
    new: str
    parted: bool
    """Whether what counts is where they parted, as in `main...branch`."""


class _File(NamedTuple):
    name: str
    blob: str


def split_range(text: str) -> Span:
    """The revisions in `A..B` or `A...B`, HEAD where one is left out; raises HearthbookError otherwise."""
    for dots in ("...", ".."):
        old, found, new = text.partition(dots)
        if found and (old or new) and ".." not in new and not new.startswith("."):
            return Span(known_form(old or "HEAD"), known_form(new or "HEAD"), dots == "...")
    hint = "write two revisions with two dots between them, as in `main..HEAD`"
    raise HearthbookError(f"`{printable(text)}` does not say which two revisions to compare", hint=hint)


def known_form(rev: str) -> str:
    """The revision itself; raises HearthbookError for what git would take for something else."""
    if rev and not rev.startswith("-") and rev.isprintable():
        return rev
    hint = "write a branch, a tag or a commit, as in `main` or `HEAD~3`"
    raise HearthbookError(f"`{printable(rev)}` cannot be a revision", hint=hint)


def merge_base(root: Path, one: str, other: str) -> str:
    """The last commit that two revisions have in common; raises HearthbookError where there is none."""
    return merge_base_of(root, commit_of(root, known_form(one)), commit_of(root, known_form(other)))


@contextmanager
def snapshot(root: Path, rev: str) -> Iterator[Path]:
    """A folder with the archive as it was in a revision; it is gone afterwards.

    Only ordinary files are in it: links and other repositories are left out. Raises
    HearthbookError where git does not know the revision, or where it holds too much
    or a file that would lie outside of the folder.
    """
    commit = commit_of(root, known_form(rev))
    with tempfile.TemporaryDirectory(prefix="hearthbook-") as name:
        folder = Path(name).resolve()
        _write(root, folder, _listed(root, commit), rev)
        yield folder


def _listed(root: Path, commit: str) -> list[_File]:
    told = asked(root, "ls-tree", "-r", "-z", commit, "--", *ARCHIVE)
    rows = (row.partition("\t") for row in told.split("\0") if row)
    return [_File(name, facts.split()[2]) for facts, _, name in rows if facts.split()[0] in _REGULAR]


def _write(root: Path, folder: Path, files: list[_File], rev: str) -> None:
    if len(files) > MOST_FILES:
        raise _too_much(rev, f"has more than {MOST_FILES:,} files")
    targets: dict[str, list[Path]] = {}
    for file in files:
        targets.setdefault(file.blob, []).append(_target(folder, file.name, rev))
    left = MOST
    with Objects(root, LARGEST) as objects:
        for blob, places in targets.items():
            data = objects.read(blob)
            if data is None:
                name = printable(places[0].relative_to(folder).as_posix())
                raise _too_much(rev, f"has a file that cannot be read or is too large, {name}")
            left -= len(data) * len(places)
            if left < 0:
                raise _too_much(rev, f"has more than {MOST // 2**20:,} MB")
            for place in places:
                _put(place, data, rev)


def _put(target: Path, data: bytes, rev: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as stream:
            stream.write(data)
    except FileExistsError:
        raise _too_much(rev, f"has two files that are one on this disk, {printable(target.name)}") from None
    except OSError as problem:
        reason = problem.strerror or "no reason is known"
        hint = "make room for temporary files, or shorten the name"
        raise HearthbookError(f"{target.name} cannot be written: {reason}", hint=hint) from None


def _target(folder: Path, name: str, rev: str) -> Path:
    """Where a file of the revision goes; raises HearthbookError where that is not below the folder."""
    parts = name.split("/")
    odd = any(part in {"", ".", ".."} or part.casefold() == ".git" for part in parts)
    if odd or _STRANGE & set(name) or not _encodes(name):
        raise _too_much(rev, f"has a file whose name no folder here can hold, {printable(name)}")
    return folder.joinpath(*parts)


def _encodes(name: str) -> bool:
    try:
        return bool(name.encode("utf-8"))
    except UnicodeEncodeError:
        return False


def _too_much(rev: str, fact: str) -> HearthbookError:
    hint = "take it out in a commit of its own, and compare from there"
    return HearthbookError(f"the revision `{printable(rev)}` {fact}", hint=hint)
