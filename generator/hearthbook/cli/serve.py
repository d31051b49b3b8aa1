"""`hearthbook serve`: the site on this machine, following every change."""

from __future__ import annotations

import logging
import math
import signal
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

import click

from hearthbook.cli.common import cache_of, processors, project_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import FrameType

    from hearthbook.publish.builder import Progress

_SILENCE: Final = 5.0
"""Seconds after which a long build says how far it is."""


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.option(
    "--jobs",
    type=click.IntRange(1),
    default=processors,
    show_default="one for each core",
    help="How many processes make pages when there are many to make.",
)
@click.option("--open", "page", metavar="PAGE", help="Open this page in the browser: book-circle/start-here/")
@project_option
def serve(port: int, jobs: int, page: str | None, root: Path) -> None:
    """Show the site in your browser while you write.

    Save a file and the page reloads. What is to be mended is told here and in
    the browser. Stop with Ctrl+C.

    \b
    hearthbook serve
    hearthbook serve --port 8080
    """  # noqa: D301 - click reads the backspace
    from hearthbook.publish.builder import Wishes  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.preview import Voice, preview  # noqa: PLC0415
    from hearthbook.publish.warm import WarmStore  # noqa: PLC0415
    from hearthbook.publish.workers import indexers, makers, readers  # noqa: PLC0415

    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    # it speaks of its threads, in words that help nobody
    logging.getLogger("watchdog").setLevel(logging.CRITICAL)
    root = root.resolve()
    voice = Voice(
        ready=lambda address: _ready(address, page),
        say=lambda text: click.echo(_timed(text)),
        warn=lambda text: click.echo(_timed(text), err=True),
    )
    with _ended_like_ctrl_c(), WarmStore(cache_of(root)) as store:
        wishes = Wishes(
            store=store,
            makers=makers(jobs),
            readers=readers(jobs),
            indexers=indexers(jobs),
            jobs=jobs,
            tell=_Patience(),
        )
        preview(root, port, wishes, voice)


def _ready(address: str, page: str | None) -> None:
    click.echo(f"{address} follows your changes; stop with Ctrl+C")
    if page is not None:
        click.launch(f"{address.rstrip('/')}/{page.lstrip('/')}")


def _timed(text: str) -> str:
    return f"{time.strftime('%H:%M:%S')} {text}"


@contextmanager
def _ended_like_ctrl_c() -> Iterator[None]:
    """Whoever closes the terminal leaves nothing behind either."""

    def stop(number: int, frame: FrameType | None) -> None:
        del number, frame
        raise KeyboardInterrupt

    names = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {name: signal.signal(name, stop) for name in names}
    try:
        yield
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


class _Patience:
    """Tells how far a long build is, every few seconds."""

    def __init__(self) -> None:
        self._next = time.monotonic() + _SILENCE

    def __call__(self, progress: Progress) -> None:
        """Hears of each step."""
        now = time.monotonic()
        if progress.done == progress.cells:
            # the next build is another one
            self._next = math.inf
        elif self._next == math.inf:
            self._next = now + _SILENCE
        elif now > self._next:
            self._next = now + _SILENCE
            click.echo(_timed(f"{progress.done:,} of {progress.cells:,} communities are ready"))
