"""One file of a community, wherever it lies, with what it extends beside it."""

from __future__ import annotations

import re
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.archive import read_parts
from hearthbook.ingest.folder import FOLDER
from hearthbook.model.findings import Severity
from hearthbook.model.texts import SLUG_PATTERN

if TYPE_CHECKING:
    from hearthbook.model.archive import Defaults, Resolved
    from hearthbook.model.findings import Finding

_ANY: Final = "community"
"""What a file is called whose name cannot be a slug."""


def read_alone(path: Path, defaults: Defaults) -> tuple[Resolved | None, tuple[Finding, ...]]:
    """The community in a file, and the errors that hide it; places name the file as it was given.

    Other files of its folder can be extended and referred to; what is wrong with them is not told.
    """
    stem = path.stem if re.fullmatch(SLUG_PATTERN, path.stem) else _ANY
    with tempfile.TemporaryDirectory(prefix="hearthbook-") as name:
        folder = Path(name).resolve() / FOLDER
        folder.mkdir()
        for each in sorted(path.parent.glob("*.yml")):
            if each.is_file() and not each.is_symlink():
                shutil.copyfile(each, folder / each.name)
        shutil.copyfile(path, folder / f"{stem}.yml")
        part = read_parts(folder.parent, defaults, frozenset({stem})).parts[stem]
    errors = [each for each in part.findings if each.severity is Severity.ERROR]
    return (None if errors else part.community), tuple(_renamed(each, stem, path) for each in errors)


def _renamed(finding: Finding, stem: str, path: Path) -> Finding:
    """The finding with the file's own name as its place."""
    if finding.place.file != f"{FOLDER}/{stem}.yml":
        return finding
    return replace(finding, place=replace(finding.place, file=str(path)))
