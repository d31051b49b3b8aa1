"""The file of rounds: who met whom, and who will; the past in it is never written anew."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Final

from hearthbook.mixing.sheet import Cell, Row, mistake, read_sheet
from hearthbook.mixing.values import Mistake, Round

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

COLUMNS: Final = ("round", "date", "group", "member")
_BYTES: Final = 64 * 1024 * 1024
"""As many rounds of as many members as can be planned at a time, with long names."""
RESTS: Final = "rest"
"""In place of a group's number, for who sits out."""


def as_csv(rounds: Iterable[Round]) -> str:
    """The rounds as a table: a line for each member in each of them."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\n")
    rows.writerow(COLUMNS)
    for each in rounds:
        start = (each.number, each.day.isoformat())
        rows.writerows((*start, at, name) for at, group in enumerate(each.groups, 1) for name in group)
        rows.writerows((*start, RESTS, name) for name in each.resting)
    return stream.getvalue()


def read_rounds(path: Path, name: str) -> tuple[tuple[Round, ...], tuple[Mistake, ...]]:
    """The rounds in a file, in order, and every mistake in it."""
    rows, found = read_sheet(path, name, COLUMNS, "member", _BYTES)
    if found:
        return (), tuple(found)
    rounds: dict[int, _Open] = {}
    for row in rows:
        _add(row, rounds, found)
    before: _Open | None = None
    for number in sorted(rounds):
        if before and rounds[number].day <= before.day:
            fact = f"round {number} is on {rounds[number].day}, and an earlier round on {before.day}"
            found.append(mistake(rounds[number].row["date"].place, fact, "give later rounds later days"))
        before = rounds[number]
    made = tuple(rounds[number].closed(number) for number in sorted(rounds))
    return made, tuple(sorted(found, key=lambda each: (each.place.line, each.place.column)))


class _Open:
    """A round of which lines are still being read."""

    def __init__(self, row: Row, day: date) -> None:
        self.row = row
        self.day = day
        self.groups: dict[int, list[str]] = {}
        self.resting: list[str] = []
        self.names: set[str] = set()

    def closed(self, number: int) -> Round:
        groups = tuple(tuple(self.groups[each]) for each in sorted(self.groups))
        return Round(number=number, day=self.day, groups=groups, resting=tuple(self.resting))


def _add(row: Row, rounds: dict[int, _Open], found: list[Mistake]) -> None:
    """Adds a line to its round, or says what is wrong with it."""
    if len(row) < len(COLUMNS):
        hint = f"each line has {', '.join(COLUMNS)}"
        found.append(mistake(next(iter(row.values())).place, "this line has too few cells", hint))
        return
    number, day, group, member = (row[each] for each in COLUMNS)
    when = day.day()
    wrong = _wrong(number, group, member)
    if wrong or isinstance(when, Mistake):
        found += [*wrong, when] if isinstance(when, Mistake) else wrong
        return
    one = rounds.setdefault(int(number.text), _Open(row, when))
    if one.day != when:
        fact = f"round {number.text} is on {one.day} further up, and on {when} here"
        found.append(mistake(day.place, fact, "give all lines of a round the same day"))
    if member.text in one.names:
        fact = f"`{member.text}` is in round {number.text} twice"
        found.append(mistake(member.place, fact, "take one of the two lines out"))
    one.names.add(member.text)
    rests = group.text.casefold() == RESTS
    (one.resting if rests else one.groups.setdefault(int(group.text), [])).append(member.text)


def _wrong(number: Cell, group: Cell, member: Cell) -> list[Mistake]:
    """What is wrong with the cells of a line, but for its day."""
    found = []
    if _no_number(number.text):
        found.append(mistake(number.place, f"`{number.text}` is not a round", "write 1, 2, 3"))
    if _no_number(group.text) and group.text.casefold() != RESTS:
        hint = f"write 1, 2, 3, or {RESTS} for who sits out"
        found.append(mistake(group.place, f"`{group.text}` is not a group", hint))
    problem = member.name_problem()
    return [*found, problem] if problem else found


def _no_number(text: str) -> bool:
    return not (text.isascii() and text.isdigit() and len(text) < 9 and int(text) > 0)  # noqa: PLR2004
