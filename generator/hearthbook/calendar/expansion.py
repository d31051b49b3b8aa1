"""The days of a recurrence rule (RFC 5545, section 3.3.10), worked out by python-dateutil.

Three things are not left to the library. It counts days that lie before the first one; it looks
for the days of a rule that has none to the end of its calendar; and it mistakes the number of the
week with which some years begin.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import islice, takewhile
from typing import TYPE_CHECKING, Final

from dateutil.rrule import rrulestr

from hearthbook.model.recurrence import WEEK, YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

END: Final = date(YEARS[-1], 12, 31)
"""No day is looked for beyond it."""
_YEARS: Final = 12
"""Within so many steps of a year each date has come round, a 53rd week and a leap day included."""
_AGES: Final = 19 * 400
"""So many years later the calendar is the same, and near the end of the library's time."""
_NAMING: Final = frozenset({"BYDAY", "BYMONTHDAY", "BYWEEKNO", "BYYEARDAY"})
"""Parts that name days, so that a rule takes none from its first one."""
_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_IN_A_MONTH: Final = 5
_IN_A_YEAR: Final = 53


@lru_cache(maxsize=4096)
def first_day(rrule: str, start: date) -> date | None:
    """The first day of a rule from `start` on; None where it has none within a lifetime."""
    steps = int(parts_of(rrule).get("INTERVAL", 1))
    far = start.replace(year=min(start.year + _YEARS * steps, END.year), month=12, day=31)
    return next(days_of(rrule, start, start, far), None)


def days_of(rrule: str, first: date, start: date, last: date) -> Iterator[date]:
    """The days of a rule that is counted from `first`, from `start` to `last`, in order."""
    parts = parts_of(rrule)
    count, weeks = parts.pop("COUNT", None), parts.pop("BYWEEKNO", None)
    base = _base(parts, first, first if count else start)
    rule = rrulestr(_joined(parts), dtstart=datetime.combine(_later(base, _AGES), time()))
    found = takewhile(lambda day: day <= last, (_later(each.date(), -_AGES) for each in rule))
    days = (day for day in found if day >= first)
    if weeks:
        wanted = {int(week) for week in weeks.split(",")}
        begins = _WEEKDAYS.index(parts.get("WKST", "MO"))
        days = (day for day in days if wanted & _week_numbers(day, begins))
    return (day for day in (islice(days, int(count)) if count else days) if day >= start)


def whole(rrule: str, start: date) -> str:
    """An expert's rule without what programs read variously.

    The weekday that it takes from its first day is written out, and so are the places of
    `TU` beside `3WE`, where some programs look for days that are both.
    """
    parts = parts_of(rrule)
    weekly = parts["FREQ"] == "WEEKLY" and "BYDAY" not in parts
    of_weeks = "BYWEEKNO" in parts and not parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}
    if weekly or of_weeks:
        parts["BYDAY"] = _WEEKDAYS[start.weekday()]
    days = parts.get("BYDAY", "").split(",")
    if len({day in _WEEKDAYS for day in days}) > 1:
        most = _IN_A_MONTH if parts["FREQ"] == "MONTHLY" or "BYMONTH" in parts else _IN_A_YEAR
        parts["BYDAY"] = ",".join(each for day in days for each in _places(day, most))
    return _joined(parts)


def parts_of(rrule: str) -> dict[str, str]:
    """The parts of a rule by name: `{"FREQ": "WEEKLY", "BYDAY": "TU"}`."""
    return {name: value for name, _, value in (part.partition("=") for part in rrule.split(";"))}


def month_after(day: date, count: int) -> date:
    """The first day of the month that comes so many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, 1)


def _joined(parts: Mapping[str, str]) -> str:
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _places(day: str, most: int) -> list[str]:
    """A weekday as all its places, unless it has one: `1TU` to `5TU` for `TU`."""
    return [f"{place}{day}" for place in range(1, most + 1)] if day in _WEEKDAYS else [day]


def _base(parts: Mapping[str, str], first: date, start: date) -> date:
    """Where to begin, so that nothing is lost from `start` on: at the head of a period of the rule."""
    step, frequency = int(parts.get("INTERVAL", 1)), parts["FREQ"]
    if not parts.keys() & _NAMING:
        return first
    if frequency == "WEEKLY":
        # the library looks at no day of the first week before the one to begin with
        head = _week(first, _WEEKDAYS.index(parts.get("WKST", "MO")))
        return head + timedelta(days=_steps((start - head).days, step * WEEK))
    if frequency == "DAILY":
        return first + timedelta(days=_steps((start - first).days, step))
    if frequency == "YEARLY":
        return date(first.year + _steps(start.year - first.year, step), 1, 1)
    months = (start.year - first.year) * 12 + start.month - first.month
    return month_after(first, _steps(months, step))


def _steps(distance: int, step: int) -> int:
    """As much of a distance as whole steps fit into; nothing of one that leads back."""
    return max(distance, 0) // step * step


def _later(day: date, years: int) -> date:
    return day.replace(year=day.year + years)


def _week(day: date, begins: int) -> date:
    """The first day of a week that begins with a weekday, 0 for Monday."""
    return day - timedelta(days=(day.weekday() - begins) % WEEK)


def _week_numbers(day: date, begins: int) -> set[int]:
    """The number of the day's week, from the head and from the end of the year that has most of it."""
    middle = _week(day, begins) + timedelta(days=WEEK // 2)
    end = _week(date(middle.year, 12, 28), begins) + timedelta(days=WEEK // 2)
    number, total = ((each.timetuple().tm_yday - 1) // WEEK for each in (middle, end))
    return {number + 1, number - total - 1}
