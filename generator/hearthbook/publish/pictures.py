"""The files beside the hub's own pages: pictures, and what hosts and robots look for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.ingest.content import FOLDER, HOSTED, PICTURES
from hearthbook.ingest.slugs import HUB_FOLDERS, language_codes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def _below(folder: Path) -> Iterator[Path]:
    """Every picture below a folder; hidden files and links stay out."""
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_dir():
            yield from _below(path)
        elif path.suffix.lower() in PICTURES:
            yield path


def hub_files(root: Path) -> dict[str, str]:
    """Path below the docs folder -> path from the project folder.

    Folders of communities have no part in it, so that a draft's pictures stay
    unpublished.
    """
    folder = root / FOLDER
    if not folder.is_dir() or folder.is_symlink():
        return {}
    own = HUB_FOLDERS | language_codes()
    found = (path.relative_to(folder) for path in _below(folder))
    hub = (path for path in found if len(path.parts) == 1 or path.parts[0] in own)
    names = [path.as_posix() for path in hub]
    names += [name for name in HOSTED if (folder / name).is_file() and not (folder / name).is_symlink()]
    return {name: f"{FOLDER}/{name}" for name in sorted(names)}
