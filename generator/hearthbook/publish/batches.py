"""Cells in batches, and how many of them readers would count."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.publish.finished import is_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SIZE: Final = 8
"""Cells in a batch: enough to pay for MkDocs' start, few enough to stay small in memory."""


def counted(slugs: Iterable[str]) -> int:
    """How many cells there are among these, the hub with all its sheets as one."""
    return sum(1 for slug in slugs if not is_sheet(slug))


def in_batches(slugs: list[str]) -> Iterator[list[str]]:
    """The slugs, as many at a time as one batch holds."""
    return (slugs[start : start + _SIZE] for start in range(0, len(slugs), _SIZE))
