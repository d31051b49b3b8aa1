"""Whether files may be put into a folder: looked at before the first of them is written."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_LINK: Final = (
    "the folder is a symbolic link, and links are not followed",
    "put the folder itself here, or begin somewhere else",
)
_FILE: Final = (
    "a file is where a folder should be",
    "give it another name, or begin somewhere else",
)
_CLOSED: Final = (
    "nothing may be written into this folder",
    "ask whose it is, or begin somewhere else, as in `hearthbook init my-archive`",
)


def refuse_unless_free(root: Path, names: Iterable[str]) -> None:
    """Raises HearthbookError where one of the files could not be put below the folder.

    A link to another folder is in the way only below `root`: it may itself be one.
    """
    paths = [root / name for name in names]
    inner = dict.fromkeys(folder for path in paths for folder in _between(root, path))
    for folder in inner:
        if folder.is_symlink():
            raise _told(folder, _LINK)
    for folder in (*reversed(root.absolute().parents), root, *inner):
        if folder.exists() and not folder.is_dir():
            raise _told(folder, _FILE)
    for path in paths:
        _refuse_closed(path)


def _between(root: Path, path: Path) -> Iterator[Path]:
    """The folders below `root` that a file needs, from the outermost to the innermost."""
    return reversed(path.parents[: len(path.relative_to(root).parts) - 1])


def _refuse_closed(path: Path) -> None:
    """Raises HearthbookError where a file that is not there could not be made."""
    if path.exists() or path.is_symlink():
        return
    nearest = next(folder for folder in path.absolute().parents if folder.exists())
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise _told(nearest, _CLOSED)


def _told(path: Path, said: tuple[str, str]) -> HearthbookError:
    fact, hint = said
    return HearthbookError(fact, where=str(path), hint=hint)
