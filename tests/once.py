"""Folders that are made once and read by the tests of all workers."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if sys.platform != "win32":
    import fcntl

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def made_once(common: Path, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that `make` fills; whoever comes second waits for it. Tests only read what is in it."""
    if sys.platform == "win32":
        # nothing to wait with: each worker makes its own
        name = f"{name}-{os.getpid()}"
    folder = common / name
    with (common / f"{name}.lock").open("w", encoding="utf-8") as lock:
        if sys.platform != "win32":
            fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            # only what is whole has the name
            half = common / f"{name}.half"
            make(half)
            half.rename(folder)
    return folder
