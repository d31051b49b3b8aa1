"""The versions of one file in order, through every name that it had."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.history.log import Done, Row

    Places = tuple[list[int], list[Row]]


class Step(NamedTuple):
    """One commit's part in what a file is."""

    at: int
    """Which commit, counted from the newest."""
    row: Row


class Chains:
    """All files' versions."""

    def __init__(self, done: Sequence[Done]) -> None:
        """Sort what commits did by file; they come newest first."""
        self._rows: dict[str, Places] = defaultdict(lambda: ([], []))
        self._renamed = {(at, row.was) for at, each in enumerate(done) for row in each.rows if row.was}
        for at, each in enumerate(done):
            for row in each.rows:
                places, rows = self._rows[row.path]
                places.append(at)
                rows.append(row)

    def rows(self, path: str) -> tuple[Step, ...]:
        """What was done to a file under this one name, oldest first, but that it got another."""
        places, rows = self._rows.get(path, ([], []))
        steps = map(Step, reversed(places), reversed(rows))
        return tuple(step for step in steps if step.row.new or (step.at, path) not in self._renamed)

    def chain(self, path: str) -> tuple[Step, ...]:
        """How a file became what it is, oldest first; a file that went and was made anew begins there.

        Empty where nobody knows it, and where it is gone.
        """
        found: list[Step] = []
        at = -1
        while step := self._before(path, at):
            at, row = step
            if not row.new:
                # it went: what comes after it is another file, unless the very same came back
                if not (found and not found[-1].row.old and found[-1].row.new == row.old):
                    break
                found[-1] = Step(found[-1].at, found[-1].row._replace(old=row.old))
                continue
            found.append(step)
            path = row.was or path
        return tuple(reversed(found))

    def _before(self, path: str, at: int) -> Step | None:
        places, rows = self._rows.get(path, ([], []))
        here = bisect_right(places, at)
        return Step(places[here], rows[here]) if here < len(places) else None
