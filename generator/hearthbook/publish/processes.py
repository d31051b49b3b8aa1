"""Several processes on this machine that share out work among them."""

from __future__ import annotations

import gc
import os
import signal
import threading
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Final, TypeVar

from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Value = TypeVar("Value")
Result = TypeVar("Result")

_AHEAD: Final = 2
"""Batches in hand for each process, so that none waits for the next."""


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
        pool.shutdown(wait=False, cancel_futures=True)
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
