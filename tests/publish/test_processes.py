"""Processes share out work, and leave nothing behind when one of them is ended."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hearthbook.errors import HearthbookError
from hearthbook.publish import processes

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _ended() -> Iterator[None]:
    """Ends the processes of a test."""
    yield
    processes._pool(1).shutdown()  # noqa: SLF001 - else they stay until all tests are done
    processes._pool.cache_clear()  # noqa: SLF001 - as above


def test_when_a_process_is_ended_the_others_end_and_new_ones_do_the_next_work() -> None:
    pool = processes._pool(1)  # noqa: SLF001 - nobody else knows of it
    with pytest.raises(HearthbookError, match="was ended; build again"):
        list(processes.spread(os._exit, [9], 1))
    assert pool._shutdown_thread  # noqa: SLF001 - how a pool knows that it was shut down
    assert sorted(processes.spread(abs, [-1, -2], 1)) == [1, 2]
