"""The file of who actually met: a date, then the names of those who sat together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hearthbook.mixing.clique import Occasion
from hearthbook.mixing.sheet import Cell, mistake, read_lines
from hearthbook.mixing.values import Mistake

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from hearthbook.mixing.values import Member


def read_met(
    path: Path, name: str, members: Sequence[Member]
) -> tuple[tuple[Occasion, ...], tuple[Mistake, ...]]:
    """Who met on each day, and every mistake in the file.

    Each line is a date and two names or more; a first line that names the columns is
    passed over. Who could have met are those who take part on that day.
    """
    lines, found = read_lines(path, name)
    if lines and lines[0][0].text.casefold() in {"date", "day"}:
        lines = lines[1:]
    days: dict[date, list[tuple[str, ...]]] = {}
    for cells in lines:
        day, names = _line(cells, found)
        if day:
            days.setdefault(day, []).append(names)
    occasions = tuple(_occasion(day, groups, members) for day, groups in sorted(days.items()))
    return occasions, tuple(sorted(found, key=lambda each: (each.place.line, each.place.column)))


def _line(cells: list[Cell], found: list[Mistake]) -> tuple[date | None, tuple[str, ...]]:
    """The day of a line and who met, or no day where something is wrong with it."""
    day = cells[0].day()
    people = [cell for cell in cells[1:] if cell.text]
    problems = [problem for cell in people if (problem := cell.name_problem())]
    names = tuple(dict.fromkeys(cell.text for cell in people))
    if len(names) < 2:  # noqa: PLR2004 - it takes two to meet
        problems.append(
            mistake(cells[0].place, "this line names fewer than two people", "write date,name,name")
        )
    found += [day, *problems] if isinstance(day, Mistake) else problems
    return (None if problems or isinstance(day, Mistake) else day), names


def _occasion(day: date, groups: list[tuple[str, ...]], members: Sequence[Member]) -> Occasion:
    pool = tuple(member.name for member in members if member.takes_part(day))
    return Occasion(groups=tuple(groups), pool=pool)
