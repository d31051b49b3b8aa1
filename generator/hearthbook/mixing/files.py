"""Where the files about mixing lie, and how they are written: whole or not at all, never through a link."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hearthbook.errors import HearthbookError
from hearthbook.mixing.members import EXAMPLE, FOLDER
from hearthbook.mixing.page import MARK

if TYPE_CHECKING:
    from pathlib import Path

_IGNORED: Final = f"/{FOLDER}/"
_WAYS: Final = frozenset({FOLDER, f"/{FOLDER}", f"{FOLDER}/", _IGNORED, f"{FOLDER}/*", f"/{FOLDER}/*"})
_PUBLIC: Final = ("communities", "content", "site", "site-portable")


def folder_for(root: Path, target: Path | None) -> Path:
    """The folder to write to, which is made; raises HearthbookError for one that is published."""
    if target is None:
        folder = root / FOLDER
        if folder.is_symlink():
            hint = "put the folder itself here; links are not followed"
            raise HearthbookError("the folder is a symbolic link", where=FOLDER, hint=hint)
    else:
        folder = target.resolve()
        public = [root.resolve() / name for name in _PUBLIC]
        if any(folder.is_relative_to(each) for each in public):
            hint = "name a folder outside communities/, content/ and site/"
            raise HearthbookError("what lies in this folder is published", where=str(target), hint=hint)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def write(path: Path, data: str | bytes) -> bool:
    """Puts a whole file in the place of an old one; says whether it was another before."""
    content = data.encode("utf-8") if isinstance(data, str) else data
    if path.is_symlink():
        hint = "take the link away; the file itself is written"
        raise HearthbookError("this is a symbolic link", where=str(path), hint=hint)
    with suppress(OSError):
        if path.read_bytes() == content:
            return False
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
    return True


def write_article(path: Path, name: str, text: str) -> bool:
    """Writes an article; raises HearthbookError where a person has written one of this name."""
    if path.parent.is_symlink():
        hint = "put the folder itself there; links are not followed"
        raise HearthbookError("the folder of this article is a symbolic link", where=name, hint=hint)
    if path.exists() and MARK not in path.read_text(encoding="utf-8", errors="replace"):
        hint = "rename it, so that the rounds can have this name"
        raise HearthbookError("somebody wrote this article by hand", where=name, hint=hint)
    path.parent.mkdir(parents=True, exist_ok=True)
    return write(path, text)


def ignores_members(root: Path) -> bool:
    """Whether the project's .gitignore has the folder of members."""
    with suppress(OSError):
        lines = (root / ".gitignore").read_text(encoding="utf-8", errors="replace").splitlines()
        return any(line.strip() in _WAYS for line in lines)
    return False


def begin(root: Path, slug: str) -> list[str]:
    """Writes an example of the members file and the line that keeps it out of git; returns what was written.

    Nothing that is there is overwritten.
    """
    written = []
    path = folder_for(root, None) / f"{slug}.csv"
    if not path.exists() and not path.is_symlink():
        write(path, EXAMPLE)
        written.append(f"{FOLDER}/{slug}.csv")
    if not ignores_members(root):
        ignored = root / ".gitignore"
        old = ignored.read_bytes() if ignored.exists() else b""
        start = old if not old or old.endswith(b"\n") else old + b"\n"
        write(
            ignored, start + f"# Who takes part in mixing; it is for the hosts alone.\n{_IGNORED}\n".encode()
        )
        written.append(".gitignore")
    return written
