"""An expert's recurrence rule as people say it: how often, and on which days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.expansion import parts_of
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

PLACES: Final = {
    "1": "first",
    "2": "second",
    "3": "third",
    "4": "fourth",
    "5": "fifth",
    "-1": "last",
    "-2": "second_last",
    "-3": "third_last",
}
"""Number of a day within its month -> the word for it."""
LAST_DAY: Final = "last day"
_UNITS: Final = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
_NUMBERED: Final = re.compile(r"\+?(-?\d+)([A-Z]{2})")
_SAID: Final = {
    "DAILY": set[str](),
    "WEEKLY": {"BYDAY"},
    "MONTHLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS", "BYMONTH"},
    "YEARLY": {"BYDAY", "BYMONTHDAY", "BYSETPOS", "BYMONTH"},
}
"""Frequency -> the parts beside it that there are words for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plainly:
    """How often, and on which days."""

    every: str
    """`day`, `week`, `3 months`."""
    days: tuple[str | int, ...] = ()
    """Weekdays, days of the month by name or number, or `LAST_DAY`."""
    months: tuple[int, ...] = ()
    """In which months of the year; in all where there are none."""
    count: int | None = None
    """How many times in all."""


def plainly(rrule: str, first: date) -> Plainly | None:
    """What a rule that begins on a day says; None where it takes more than a short phrase."""
    parts = parts_of(rrule)
    frequency, steps = parts["FREQ"], int(parts.get("INTERVAL", 1))
    if parts.keys() - {"FREQ", "INTERVAL", "COUNT", "WKST"} - _SAID[frequency]:
        return None
    days = _days(parts, first)
    months = _months(parts, first)
    if days is None or (months and steps > 1) or (frequency == "YEARLY" and not months):
        return None
    unit = _UNITS[frequency]
    if (LAST_DAY in days and (steps > 1 or months or len(days) > 1)) or (frequency == "YEARLY" and steps > 1):
        return None
    every = f"{steps} {unit}s" if steps > 1 else unit
    return Plainly(every=every, days=days, months=months, count=int(parts.get("COUNT", 0)) or None)


def _months(parts: Mapping[str, str], first: date) -> tuple[int, ...]:
    if "BYMONTH" in parts:
        return tuple(sorted(int(month) for month in parts["BYMONTH"].split(",")))
    whole = parts["FREQ"] == "YEARLY" and not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYSETPOS"}
    return (first.month,) if whole else ()


def _days(parts: Mapping[str, str], first: date) -> tuple[str | int, ...] | None:
    """The days of a rule; None where there are no words for them."""
    if parts["FREQ"] == "DAILY":
        return ()
    if "BYDAY" in parts and "BYMONTHDAY" in parts:
        return None  # only days that are both
    if "BYMONTHDAY" in parts:
        return None if "BYSETPOS" in parts else _by_number(parts["BYMONTHDAY"].split(","))
    weekly = parts["FREQ"] == "WEEKLY"
    if "BYDAY" not in parts:
        return (WEEKDAYS[first.weekday()] if weekly else first.day,)
    names = parts["BYDAY"].split(",")
    return tuple(_weekday(name) for name in names) if weekly else _by_place(names, parts.get("BYSETPOS", ""))


def _by_number(numbers: list[str]) -> tuple[str | int, ...] | None:
    if numbers == ["-1"]:
        return (LAST_DAY,)
    return None if any(number.startswith("-") for number in numbers) else tuple(map(int, numbers))


def _by_place(names: list[str], places: str) -> tuple[str | int, ...] | None:
    """`TU` with the place -2 is `second_last Tuesday`; so is `-2TU`."""
    if places and len(names) == 1 and not _NUMBERED.fullmatch(names[0]):
        names = [place + names[0] for place in places.split(",")]
    elif places:
        return None
    found = []
    for name in names:
        match = _NUMBERED.fullmatch(name)
        if not match or match[1] not in PLACES:
            return None
        found.append(f"{PLACES[match[1]]} {_weekday(match[2])}")
    return tuple(found)


def _weekday(short: str) -> str:
    """`Tuesday` for `TU`."""
    return next(name for name in WEEKDAYS if name[:2].upper() == short)
