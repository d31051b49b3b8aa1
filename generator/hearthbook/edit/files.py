"""Founders' files: read as they are, and written only if they are still as they were read."""

from __future__ import annotations

import os
import re
import shutil
import stat
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from hearthbook.ingest.folder import FOLDER
from hearthbook.ingest.reader import read_text
from hearthbook.model.findings import Finding

_OURS: Final = re.compile(rf"{FOLDER}/[^/\\]+\.yml")


def read_bytes(root: Path, file: str) -> bytes | str:
    """The bytes of a community's file, or the reason why it is not to be written."""
    path = root / file
    if not _OURS.fullmatch(file) or path.parent.is_symlink():
        return f"only files in {FOLDER}/ are changed"
    found = read_text(path, file)
    if isinstance(found, Finding):
        return found.message
    if not path.stat().st_mode & stat.S_IWUSR or not os.access(path, os.W_OK):
        return "the file is read-only"
    return path.read_bytes()


def write(root: Path, file: str, before: bytes, after: bytes) -> str:
    """Puts other bytes in a file's place in one move; the reason why not, else empty."""
    path = root / file
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    except OSError as problem:
        return problem.strerror or "the folder cannot be written to"
    fresh = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        return _replace(root, file, before, fresh)
    except OSError as problem:
        return problem.strerror or "it cannot be written"
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


def _replace(root: Path, file: str, before: bytes, fresh: Path) -> str:
    there = read_bytes(root, file)
    if isinstance(there, str):
        return there
    if there != before:
        return "the file has changed meanwhile; run it again"
    shutil.copymode(root / file, fresh)
    fresh.replace(root / file)
    return ""
