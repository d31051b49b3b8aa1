"""Looks over the site on another core while this process is still getting ready.

Loading the tools and looking at every file of a large site take about as long.
A process that splits off before anything is loaded costs a thousandth of a second.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from hearthbook.publish.stamps import seal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from hearthbook.publish.stamps import Sealed

    Sealer = Callable[[str, Iterable[str] | None], str]

_FEW: Final = 50
"""Folders below which it is quicker to look when asked."""


def sealing_ahead(outputs: Iterable[Sealed]) -> Sealer:
    """A function like `seal`, with the answers for some folders already on their way."""
    folders = [folder for folder, names, _ in outputs if names is None]
    # elsewhere, libraries of the system may not survive a split
    if sys.platform != "linux" or len(folders) < _FEW:
        return seal
    told = _beside(folders)
    known: dict[str, str] = {}
    heard = False

    def find(folder: str, names: Iterable[str] | None = None) -> str:
        nonlocal heard
        if not heard:
            known.update(_heard(told))
            heard = True
        return known[folder] if names is None and folder in known else seal(folder, names)

    return find


def _beside(folders: list[str]) -> int:
    """The end of a pipe from which the seals come."""
    told, tell = os.pipe()
    if os.fork():
        os.close(tell)
        return told
    # the other process: whatever happens, it says what it has and ends here
    try:
        os.close(told)
        with open(tell, "w", encoding="utf-8") as stream:  # noqa: PTH123 - a pipe has no path
            json.dump({folder: seal(folder) for folder in folders}, stream)
    finally:
        os._exit(0)


def _heard(told: int) -> dict[str, str]:
    """What the other process says; nothing if it was ended before its time."""
    with suppress(OSError, ValueError), open(told, encoding="utf-8") as stream:
        found: dict[str, str] = json.load(stream)
        return found
    return {}
