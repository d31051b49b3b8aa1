"""Which files of a folder are community health files, and what stands in them."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final

from hearthbook.bring.importing.letters import decoded
from hearthbook.errors import HearthbookError
from hearthbook.ingest.reader import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS: Final = ("", ".github", "docs", "profile")
MOST_BYTES: Final = 1_000_000
_KINDS: Final = ("readme", "contributing", "support", "code_of_conduct")
_OTHERS: Final = frozenset({"governance", "security"})
_MARKDOWN: Final = frozenset({".md", ".markdown"})
_LINK: Final = "it is a link to another place; put the file itself here"


def kind_of(name: str) -> str:
    """What a file is by its path: `readme`, `code_of_conduct`; upper case makes no difference."""
    return name.rpartition("/")[2].partition(".")[0].casefold().replace("-", "_")


def read_folder(folder: Path) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """The health files of a folder by path, those that were not read with the reason, and guessed letters.

    Raises HearthbookError where there are none.
    """
    if folder.is_file():
        raise HearthbookError("this is a file", where=str(folder), hint="name the folder that it lies in")
    found: dict[str, str] = {}
    unread: dict[str, str] = {}
    guessed: list[str] = []
    for place in FOLDERS:
        if place and (folder / place).is_symlink():
            unread[place] = _LINK
        elif (folder / place).is_dir():
            for path in _health_files(folder / place):
                name = printable(path.relative_to(folder).as_posix())
                text, why, guess = _read(path)
                if why:
                    unread[name] = why
                else:
                    found[name] = text
                guessed += [name] if guess else []
    if not found and not any("." in name.lstrip(".") for name in unread):
        hint = "name a folder that holds README.md, CONTRIBUTING.md, SUPPORT.md or CODE_OF_CONDUCT.md"
        raise HearthbookError("there are no community health files in it", where=str(folder), hint=hint)
    return found, unread, guessed


def _health_files(folder: Path) -> Iterator[Path]:
    entries = sorted(folder.iterdir())
    for kind in (*_KINDS, *sorted(_OTHERS)):
        yield from (each for each in entries if kind_of(each.name) == kind and not _is_folder(each))


def _is_folder(path: Path) -> bool:
    return not path.is_symlink() and path.is_dir()


def _read(path: Path) -> tuple[str, str, bool]:
    """A file's text, or why there is none; and whether its letters were guessed."""
    try:
        facts = path.lstat()
        if stat.S_ISLNK(facts.st_mode):
            return "", _LINK, False
        if not stat.S_ISREG(facts.st_mode):
            return "", "it is no regular file", False
        if facts.st_size > MOST_BYTES:
            return "", "it is larger than 1 MB", False
        if kind_of(path.name) in _OTHERS:
            return "", "only README, CONTRIBUTING, SUPPORT and CODE_OF_CONDUCT are read", False
        if path.suffix.casefold() not in _MARKDOWN:
            return "", "only Markdown is read; save it as .md", False
        read = decoded(path.read_bytes())
    except OSError as problem:
        return "", f"it cannot be read: {problem.strerror or 'check its permissions'}", False
    return (read[0], "", read[1]) if read else ("", "this is no text", False)
