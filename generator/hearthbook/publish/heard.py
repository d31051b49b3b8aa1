"""What MkDocs says while it works, kept for whoever has to tell it."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class _Ear(logging.Handler):
    """Keeps what is logged at warning level or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())


@contextlib.contextmanager
def heard() -> Iterator[list[str]]:
    """The warnings and errors that MkDocs logs inside the block, as they come.

    Nobody else tells them, so that a reader does not get each of them twice.
    """
    ear = _Ear()
    log = logging.getLogger("mkdocs")
    told_before = log.propagate
    log.addHandler(ear)
    log.propagate = False
    try:
        yield ear.lines
    finally:
        log.propagate = told_before
        log.removeHandler(ear)
