"""The days of rounds: every so often, counted from one day."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_EVERY: Final = re.compile(r"(?:(?P<times>\d+) )?(?P<unit>week|month|quarter|year)s?")
_MONTHS: Final = {"month": 1, "quarter": 3, "year": 12}
_LATEST: Final = date(9000, 1, 1)


def later(day: date, every: str, times: int) -> date:
    """A day so many weeks, months, quarters or years later.

    `every` is as in a community's file: `week`, `2 weeks`, `quarter`. A month too short
    for the day has its last day instead: a month after 31 January is 28 or 29 February.
    Raises ValueError for another `every`.
    """
    match = _EVERY.fullmatch(every)
    if not match:
        raise ValueError(every)
    times *= int(match["times"] or 1)
    if match["unit"] == "week":
        return day + timedelta(weeks=times)
    years, month = divmod(day.month - 1 + times * _MONTHS[match["unit"]], 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days(first: date, every: str, since: date) -> Iterator[date]:
    """The days counted from `first` that are not before `since`, one after the other."""
    for times in count():
        day = later(first, every, times)
        if day > _LATEST:
            return
        if day >= since:
            yield day
