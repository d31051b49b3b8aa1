"""The files that an export writes: all of them or none, and nothing that is there unless one insists."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import click

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from hearthbook.publish.posting import Text

_REFUSED: Final = "this file cannot be written"
_ELSEWHERE: Final = "name a file in a folder that is there and may be written to"
_NO_FOLDER: Final = "this cannot be a folder to write into"
_OTHER_FOLDER: Final = "name a folder that may be written to"


def write_texts(folder: Path, texts: Sequence[Text], *, force: bool) -> None:
    """Writes all files or none, and says what a place would not have taken as it was."""
    files = {folder / text.name: text.content.encode("utf-8") for text in texts}
    refuse_files(folder, tuple(files), force=force)
    put(files)
    for file in files:
        click.echo(f"{file}")
    for text in texts:
        for note in text.notes:
            click.echo(f"{text.name}: {note}", err=True)


def refuse_file(target: Path, *, force: bool) -> None:
    """Raises HearthbookError where a file is there already, or could not be put into its folder.

    To be asked before anything is made: a PDF takes a while.
    """
    folder = target.resolve().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        raise HearthbookError(_REFUSED, where=str(target), hint=_ELSEWHERE)
    _refuse_taken((target,), force=force)


def refuse_files(folder: Path, targets: Sequence[Path], *, force: bool) -> None:
    """The same for several files of a folder, which may still have to be made."""
    nearest = next(each for each in (folder, *folder.absolute().parents) if os.path.lexists(each))
    if not nearest.is_dir() or not os.access(nearest, os.W_OK | os.X_OK):
        raise HearthbookError(_NO_FOLDER, where=str(nearest), hint=_OTHER_FOLDER)
    _refuse_taken(targets, force=force)


def _refuse_taken(targets: Sequence[Path], *, force: bool) -> None:
    folders = [target for target in targets if target.is_dir()]
    if folders:
        fact = "a folder has this name, where a file should be"
        raise HearthbookError(fact, where=str(folders[0]), hint="give it another name, or write elsewhere")
    there = [target.name for target in targets if os.path.lexists(target)]
    if there and not force:
        fact = f"{', '.join(there)} {'is' if len(there) == 1 else 'are'} there already"
        hint = "write elsewhere, or add --force to replace what is there"
        raise HearthbookError(fact, where=str(targets[0].parent), hint=hint)


def put(files: Mapping[Path, bytes]) -> None:
    """Writes all of some files or none; whoever looks finds each of them whole, old or new.

    Folders that are missing are made. Raises HearthbookError where the system refuses.
    """
    fresh = {target: target.with_name(f".{target.name}.{os.getpid()}") for target in files}
    missing = _missing_folders(files)
    target = next(iter(files))
    try:
        for target, data in files.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            fresh[target].write_bytes(data)
        for target, beside in fresh.items():
            beside.replace(target)
    except OSError as problem:
        _undo(fresh.values(), missing)
        # the system names the file beside it, which nobody asked for
        fact = f"{_REFUSED}: {problem.strerror}"
        raise HearthbookError(fact, where=str(target), hint=_ELSEWHERE) from problem


def _missing_folders(files: Iterable[Path]) -> list[Path]:
    """The folders that have to be made, from the innermost to the outermost."""
    wanted = dict.fromkeys(folder for file in files for folder in file.parents)
    return [folder for folder in wanted if not folder.exists()]


def _undo(beside: Iterable[Path], made: Sequence[Path]) -> None:
    """Takes away what was begun; a folder only if there is nothing in it."""
    for file in beside:
        with suppress(OSError):
            file.unlink(missing_ok=True)
    for folder in made:
        with suppress(OSError):
            folder.rmdir()
