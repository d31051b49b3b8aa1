"""Who makes batches: this process, or several on this machine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from hearthbook.publish.finished import packed
from hearthbook.publish.press import press
from hearthbook.publish.register import read_chunk
from hearthbook.publish.search_index import index

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.publish.press import Batch
    from hearthbook.publish.register import Chunk, Read
    from hearthbook.publish.search_index import Job

Makers = Callable[[Iterable["Batch"], int], Iterable[tuple[bytes, ...]]]
"""Batches, and how many cells there are in all -> packed cells, batch by batch, in any order."""

Readers = Callable[[Iterable["Chunk"], int], Iterable[tuple["Read", ...]]]
"""Chunks of files, and how many files there are in all -> what was read, chunk by chunk, in any order."""

Indexers = Callable[["Sequence[Job]"], Iterable[bytes]]
"""Parts of the search to index -> each one's files, packed, in any order."""

ENOUGH: Final = 16
"""Cells for which it pays to start other processes, half a second each."""
MANY: Final = 150
"""Files to read for which it pays."""
SEVERAL: Final = 4
"""Parts of the search to index for which it pays."""


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
        if jobs == 1 or cells < ENOUGH:
            return make_here(batches, cells)
        from hearthbook.publish.processes import spread  # noqa: PLC0415 - takes long to import

        return spread(make, batches, jobs)

    return work


def read_here(chunks: Iterable[Chunk], files: int) -> Iterator[tuple[Read, ...]]:
    """Reads one chunk after the other in this process."""
    del files
    return map(read_chunk, chunks)


def readers(jobs: int) -> Readers:
    """Readers with so many processes; with one, or for few files, this process does it."""

    def work(chunks: Iterable[Chunk], files: int) -> Iterable[tuple[Read, ...]]:
        if jobs == 1 or files < MANY:
            return read_here(chunks, files)
        from hearthbook.publish.processes import spread  # noqa: PLC0415 - takes long to import

        return spread(read_chunk, chunks, jobs)

    return work


def index_here(jobs: Sequence[Job]) -> Iterator[bytes]:
    """Indexes one part after the other, started from this process."""
    return map(index, jobs)


def indexers(jobs: int) -> Indexers:
    """Indexers with so many processes; with one, or for few parts, this process starts them all."""

    def work(parts: Sequence[Job]) -> Iterable[bytes]:
        if jobs == 1 or len(parts) < SEVERAL:
            return index_here(parts)
        from hearthbook.publish.processes import spread  # noqa: PLC0415 - takes long to import

        return spread(index, parts, jobs)

    return work
