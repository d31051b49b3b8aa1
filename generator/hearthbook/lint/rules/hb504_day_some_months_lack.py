"""HB504: a ritual falls on a day that some months do not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.recurrence import When
    from hearthbook.model.rhythm import Ritual

_SHORT: Final = {
    2: ("February", 29),
    4: ("April", 30),
    6: ("June", 30),
    9: ("September", 30),
    11: ("November", 30),
}
"""Month -> its name and its last day, in a leap year for February."""

_LEAP: Final = 29
_STEPS: Final = {"month": 1, "quarter": 3, "year": 12}
_A_CYCLE: Final = 144
"""Months after which every rhythm has fallen in all the months that it falls in."""


@rule(Severity.WARNING, worth=3)
def day_some_months_lack(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rituals that are left out in short months."""
    planned = ((index, each.name, each.when) for index, each in enumerate(rituals) if each.when)
    for index, name, when in planned:
        for day in when.day:
            lacking = _lacking(day, _months(when)) if isinstance(day, int) else ""
            if lacking:
                fact = f"`{name:.40}` falls on day {day}, which {lacking}"
                hint = "write a day up to 28, or a weekday of the month, as in `day: last Friday`"
                yield Slip(pointer("rituals", index, "when", "day"), fact, hint, until=when.until)


def _lacking(day: int, months: set[int]) -> str:
    """Which months lack the day, in words that go on from `day 31, which`."""
    short = [name for month, (name, last) in _SHORT.items() if month in months and last < day]
    if len(short) > 2:  # noqa: PLR2004
        return f"{len(short)} months do not have"
    if short:
        return f"{' and '.join(short)} {'does' if len(short) == 1 else 'do'} not have"
    return "February has in leap years only" if day == _LEAP and 2 in months else ""  # noqa: PLR2004


def _months(when: When) -> set[int]:
    """The months in which it falls, from 1; none where nobody says with which it begins."""
    number, _, unit = (when.every or "").rpartition(" ")
    step = int(number or 1) * _STEPS.get(unit.removesuffix("s"), 0)
    if not step or not when.from_:
        return set(range(1, 13)) if step == 1 else set()
    first = when.from_.year * 12 + when.from_.month - 1
    last = when.until.year * 12 + when.until.month - 1 if when.until else first + _A_CYCLE
    return {month % 12 + 1 for month in range(first, min(last, first + _A_CYCLE) + 1, step)}
