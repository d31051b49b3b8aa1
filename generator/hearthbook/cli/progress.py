"""How far a build is: a bar where there is a terminal, a line now and then where there is none."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearthbook.publish.builder import Progress

_PATIENCE: Final = 1.0
"""Seconds for which nobody needs to be told anything."""
_EVERY: Final = 10.0
"""Seconds between two plain lines."""


@contextmanager
def shown(*, quiet: bool) -> Iterator[Callable[[Progress], None]]:
    """Something that is told how far the build is, and shows it as fits."""
    if quiet:
        yield lambda _: None
    elif sys.stderr.isatty():
        yield from _bar()
    else:
        yield _Lines().tell


def _bar() -> Iterator[Callable[[Progress], None]]:
    from rich import progress as rich  # noqa: PLC0415 - only a long build needs it
    from rich.console import Console  # noqa: PLC0415

    start = time.monotonic()
    columns = (
        rich.BarColumn(),
        rich.MofNCompleteColumn(),
        rich.TextColumn("communities · {task.fields[said]}"),
        rich.TimeRemainingColumn(),
    )
    with rich.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, visible=False, said="")

        def tell(now: Progress) -> None:
            passed = time.monotonic() - start
            if passed >= _PATIENCE:
                said = _said(now, passed)
                bar.update(task, completed=now.done, total=now.cells, visible=True, said=said)

        yield tell


class _Lines:
    """One line after a while, then one every ten seconds."""

    def __init__(self) -> None:
        self._start = time.monotonic()
        self._next = self._start + _EVERY

    def tell(self, now: Progress) -> None:
        """Says how far the build is, if it has not just been said."""
        clock = time.monotonic()
        if clock >= self._next:
            self._next = clock + _EVERY
            said = _said(now, clock - self._start)
            click.echo(f"{now.done:,} of {now.cells:,} communities · {said}", err=True)


def _said(now: Progress, seconds: float) -> str:
    if now.searching:
        return "indexing the search"
    reused = f" · {now.reused:,} as they were" if now.reused else ""
    return f"{now.pages / seconds:,.0f} pages a second{reused}"
