"""Who makes batches: this process, or several on this machine."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Final, TypeVar

from hearthbook.errors import HearthbookError
from hearthbook.publish.finished import packed
from hearthbook.publish.press import press
from hearthbook.publish.register import read_chunk

if TYPE_CHECKING:
    from hearthbook.publish.press import Batch
    from hearthbook.publish.register import Chunk, Read

Value = TypeVar("Value")
Result = TypeVar("Result")

Makers = Callable[[Iterable["Batch"], int], Iterable[tuple[bytes, ...]]]
"""Batches, and how many cells there are in all -> packed cells, batch by batch, in any order."""

Readers = Callable[[Iterable["Chunk"], int], Iterable[tuple["Read", ...]]]
"""Chunks of files, and how many files there are in all -> what was read, chunk by chunk, in any order."""

ENOUGH: Final = 16
"""Cells for which it pays to start other processes, half a second each."""
MANY: Final = 150
"""Files to read for which it pays."""
_AHEAD: Final = 2
"""Batches in hand for each process, so that none waits for the next."""


def make(batch: Batch) -> tuple[bytes, ...]:
    """The batch's cells, packed: what every worker does, wherever it is."""
    return tuple(packed(finished) for finished in press(batch))


def make_here(batches: Iterable[Batch], cells: int) -> Iterator[tuple[bytes, ...]]:
    """Makes one batch after the other in this process."""
    del cells
    return map(make, batches)


def makers(jobs: int) -> Makers:
    """Makers with so many processes; with one, or for few cells, this process does it."""

    def work(batches: Iterable[Batch], cells: int) -> Iterable[tuple[bytes, ...]]:
        return spread(make, batches, jobs) if jobs > 1 and cells >= ENOUGH else make_here(batches, cells)

    return work


def read_here(chunks: Iterable[Chunk], files: int) -> Iterator[tuple[Read, ...]]:
    """Reads one chunk after the other in this process."""
    del files
    return map(read_chunk, chunks)


def readers(jobs: int) -> Readers:
    """Readers with so many processes; with one, or for few files, this process does it."""

    def work(chunks: Iterable[Chunk], files: int) -> Iterable[tuple[Read, ...]]:
        many = jobs > 1 and files >= MANY
        return spread(read_chunk, chunks, jobs) if many else read_here(chunks, files)

    return work


def spread(work: Callable[[Value], Result], values: Iterable[Value], jobs: int) -> Iterator[Result]:
    """Does the work on each value in so many processes; the results come in any order.

    Raises HearthbookError when one of the processes is ended from outside.
    """
    coming = iter(values)
    running: set[Future[Result]] = set()
    pool = _pool(jobs)
    try:
        while True:
            while len(running) < jobs * _AHEAD and (value := next(coming, None)) is not None:
                running.add(pool.submit(_done, work, value))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for each in done:
                yield each.result()
    except BrokenProcessPool:
        _pool.cache_clear()
        hint = "build again; if it happens once more, try --jobs 1, which needs less memory"
        raise HearthbookError("one of the processes that make pages was ended", hint=hint) from None
    finally:
        for each in running:
            each.cancel()


@cache
def _pool(jobs: int) -> ProcessPoolExecutor:
    """The processes, started once: reading leaves them warm for making."""
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin)


def _begin() -> None:
    # Ctrl+C is for the process that started this one; it ends the others
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    # what is loaded now stays: looking through it for garbage would be in vain
    gc.disable()
    gc.collect()
    gc.freeze()


def _end_with_parent() -> None:
    """Ends this process when the one that started it was killed and can no longer say so."""
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _done(work: Callable[[Value], Result], value: Value) -> Result:
    """The work's result; its garbage, which MkDocs' pages tie into knots, is gone before the next begins."""
    try:
        return work(value)
    finally:
        gc.collect()


def patient() -> None:
    """Looks for garbage less often: most of what is built here is kept, or freed as a whole."""
    gc.set_threshold(50_000, 20, 20)
