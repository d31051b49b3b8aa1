"""Makers on many machines: Dask carries batches to its workers and finished cells back.

Workers share no folder with us. What pages are made with goes to them once, as
one value; each batch brings its cells; and if a worker is lost, Dask gives its
batches to another one. Values travel pickled, so whoever can reach the scheduler
can run programs on every machine, ours included: it has to be trusted.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import pickle
import socket
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from hearthbook.errors import HearthbookError
from hearthbook.publish.parcel import Unpacked, in_words_of, packed_project, project_in
from hearthbook.publish.tools import packages, versions
from hearthbook.publish.workers import make

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from distributed import Client, Future

    from hearthbook.publish.press import Batch
    from hearthbook.publish.workers import Makers

Outcome = tuple[bytes, ...] | HearthbookError
"""Packed cells, or what is wrong, in words: Dask would try again what is raised."""

PATIENCE: Final = 60.0
"""Seconds without any worker after which we give up."""
_CONNECTING: Final = 10.0
"""Seconds in which a scheduler must answer."""
_LOOKING: Final = 5.0
"""Seconds without a result after which we see whether there are workers."""
_AHEAD: Final = 2
"""Batches in hand for each worker, so that none waits for the next."""
_RETRIES: Final = 2
"""How often a batch is tried again after something that was not a slip of the user's."""
_FILES: Final = "files of Hearthbook"
_MKDOCS: Final = threading.Lock()
"""MkDocs serves one batch at a time; a worker may have several threads."""
_PARCELS: Final = Unpacked()
atexit.register(_PARCELS.close)


def makers(address: str, patience: float = PATIENCE) -> Makers:
    """Makers that the Dask scheduler at an address like `tcp://host:8786` has."""

    def work(batches: Iterable[Batch], cells: int) -> Iterable[tuple[bytes, ...]]:
        return _Cluster(address, patience).make(batches) if cells else ()

    return work


def in_use() -> dict[str, str]:
    """What has to be the same on all machines, so that they make the same bytes."""
    return {**packages(), _FILES: versions()}


def make_there(job: bytes, parcel: bytes, ours: Mapping[str, str]) -> Outcome:
    """What a worker does: the batch in `job`, made with what is in the parcel.

    `ours` is what `in_use` says on the machine that asks; nothing of the job is
    looked at before it is known to be the same here.
    """
    from distributed import get_worker  # noqa: PLC0415 - only those who use a cluster have it

    worker = get_worker()
    if strange := _difference(ours, in_use()):
        hint = "install the same versions on all machines, best from one requirements.lock"
        return HearthbookError(strange, where=f"the worker at {worker.address}", hint=hint)
    batch, origins = pickle.loads(job)  # noqa: S301 - the scheduler is trusted, as it is with Dask itself
    with _MKDOCS:
        folder = _PARCELS.folder(parcel, worker.local_directory)
        try:
            return make(replace(batch, project=project_in(folder, batch.project)))
        except HearthbookError as problem:
            parts = (problem.message, problem.where, problem.hint)
            message, where, hint = (in_words_of(origins, folder, part) for part in parts)
            return HearthbookError(message, where=where, hint=hint)


def _difference(ours: Mapping[str, str], theirs: Mapping[str, str]) -> str:
    """What another machine has otherwise than this one; empty if nothing."""
    named = [name for name in ours if name != _FILES and ours[name] != theirs.get(name)]
    if named:
        there = ", ".join(f"{name} {theirs.get(name, 'missing')}" for name in named)
        here = ", ".join(f"{name} {ours[name]}" for name in named)
        return f"it has {there}; this machine has {here}"
    if ours != theirs:
        return f"its files of Hearthbook {ours['hearthbook']} are not the same as on this machine"
    return ""


class _Cluster:
    """One build's use of a cluster."""

    def __init__(self, address: str, patience: float) -> None:
        self._address = address
        self._patience = patience

    def make(self, batches: Iterable[Batch]) -> Iterator[tuple[bytes, ...]]:
        """Packed cells, batch by batch, as they come back."""
        with self._connected() as client:
            coming = self._submitted(client, batches)
            running: set[Future] = set()
            while True:
                while len(running) < self._room(client) and (one := next(coming, None)):
                    running.add(one)
                if not running:
                    return
                done = self._done(client, running)
                running -= done
                for each in done:
                    yield self._outcome(each)

    @contextlib.contextmanager
    def _connected(self) -> Iterator[Client]:
        """A client of the scheduler; when it ends, what is under way is called off."""
        try:
            from distributed import Client  # noqa: PLC0415 - only those who use a cluster have it
        except ImportError:
            hint = "pip install 'hearthbook[cluster]'"
            raise HearthbookError("building on a cluster needs Dask, which is not here", hint=hint) from None
        _knock(self._address)
        with _silent():
            try:
                client = Client(self._address, timeout=_CONNECTING, set_as_default=False)
            except Exception as problem:
                message = f"no scheduler answers: {str(problem) or type(problem).__name__}"
                hint = "see what runs there; for tls:// Dask's own configuration names the certificates"
                raise HearthbookError(message, where=self._address, hint=hint) from problem
            try:
                with self._in_words():
                    start = f"dask worker {self._address} --nworkers auto --nthreads 1"
                    self._wait_for_workers(client, f"start some on each machine: {start}")
                yield client
            finally:
                with contextlib.suppress(TimeoutError):
                    client.close()

    def _submitted(self, client: Client, batches: Iterable[Batch]) -> Iterator[Future]:
        """Batches under way, each sent when it is asked for."""
        ours, packed, parcel = in_use(), None, None
        for batch in batches:
            packed = packed or packed_project(batch.project)
            with self._in_words():
                # a task and not a scattered value: Dask makes it again where its worker is lost
                parcel = parcel or client.submit(bytes, packed.data)
                job = pickle.dumps((batch, packed.origins))
                sent = client.submit(make_there, job, parcel, ours, pure=False, retries=_RETRIES)
            yield sent

    def _room(self, client: Client) -> int:
        """How many batches may be under way, with the workers that are there now."""
        with self._in_words():
            return max(len(client.nthreads()), 1) * _AHEAD

    def _wait_for_workers(self, client: Client, hint: str) -> None:
        try:
            client.wait_for_workers(1, timeout=self._patience)
        except TimeoutError:
            raise HearthbookError("the scheduler has no workers", where=self._address, hint=hint) from None

    def _done(self, client: Client, running: set[Future]) -> set[Future]:
        """Some of the batches under way, as soon as they have come back."""
        from distributed import wait  # noqa: PLC0415

        with self._in_words(), client.as_current():
            while True:
                try:
                    found: set[Future] = wait(running, _LOOKING, "FIRST_COMPLETED").done
                except TimeoutError:
                    hint = "see in their logs why they ended, and whether hearthbook is installed there"
                    self._wait_for_workers(client, hint)
                else:
                    return found

    def _outcome(self, future: Future) -> tuple[bytes, ...]:
        with self._in_words():
            problem = future.exception()
            outcome: Outcome = self._blamed(problem) if problem else future.result()
        if isinstance(outcome, HearthbookError):
            raise outcome from problem
        return outcome

    def _blamed(self, problem: Exception) -> HearthbookError:
        """What went wrong on a worker, in words."""
        from distributed import KilledWorker  # noqa: PLC0415

        if isinstance(problem, KilledWorker):
            message = "several workers ended, one after the other, while they made the same pages"
            hint = "look into their logs and at their memory, then build again"
        else:
            reason = " ".join(f"{type(problem).__name__}: {problem}".split())
            message = f"a worker cannot make pages: {reason}"
            hint = "its log says more; the scheduler and all workers need the same hearthbook[cluster]"
        return HearthbookError(message, where=self._address, hint=hint)

    @contextlib.contextmanager
    def _in_words(self) -> Iterator[None]:
        """Says that the scheduler is gone, however Dask puts it."""
        from distributed import CancelledError  # noqa: PLC0415

        try:
            yield
        except (CancelledError, OSError):
            hint = "see whether it still runs, then build again"
            raise HearthbookError("the scheduler is gone", where=self._address, hint=hint) from None


def _knock(address: str) -> None:
    """Raises HearthbookError where no scheduler listens at an address; Dask's client might wait for ever."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError:
        host = port = None
    if not (host and port and parts.scheme in {"tcp", "tls"}):
        hint = "write it as tcp://host:8786, or tls://host:8786"
        raise HearthbookError("this is not the address of a scheduler", where=address, hint=hint)
    try:
        with socket.create_connection((host, port), timeout=_CONNECTING) as line:
            # of the two a scheduler speaks first, unless the line has to be made safe
            if parts.scheme == "tcp" and not line.recv(1):
                raise ConnectionError("what runs there is no scheduler")
    except OSError as problem:
        message = f"no scheduler answers: {problem.strerror or problem}"
        hint = "start one with `dask scheduler`, or mend the address"
        raise HearthbookError(message, where=address, hint=hint) from None


@contextlib.contextmanager
def _silent() -> Iterator[None]:
    """Nothing of what Dask logs here is shown: what stops a build is told in words."""
    logs = [logging.getLogger(name) for name in ("distributed", "distributed.client")]
    before = [log.level for log in logs]
    for log in logs:
        log.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for log, level in zip(logs, before, strict=True):
            log.setLevel(level)
