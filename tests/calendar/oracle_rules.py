"""The days of a recurrence rule, by reading its parts for each day (RFC 5545, section 3.3.10)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

Parts = dict[str, list[str]]

_WEEKDAYS: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_A_DAY: Final = timedelta(days=1)


def days_of_rule(rule: str, first: date, end: date) -> list[date]:
    """The days of a rule that is counted from `first`, up to `end`."""
    parts = {name: values.split(",") for name, values in (part.split("=") for part in rule.split(";"))}
    _take_from(first, parts)
    days = (first + number * _A_DAY for number in range((end - first).days + 1))
    chosen: dict[date, set[date]] = {}
    found = []
    for day in days:
        if _in_period(parts, first, day):
            head = _head(parts, day)
            if head not in chosen:
                chosen[head] = _chosen(parts, head)
            found += [day] if day in chosen[head] else []
    return found[: int(parts["COUNT"][0])] if "COUNT" in parts else found


def _take_from(first: date, parts: Parts) -> None:
    """What a rule leaves open is as on its first day."""
    frequency, named = parts["FREQ"][0], parts.keys() & {"BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO"}
    weekday = [_WEEKDAYS[first.weekday()]]
    if frequency == "WEEKLY" and "BYDAY" not in parts:
        parts["BYDAY"] = weekday
    if frequency in {"MONTHLY", "YEARLY"} and not named:
        parts["BYMONTHDAY"] = [str(first.day)]
        if frequency == "YEARLY" and "BYMONTH" not in parts:
            parts["BYMONTH"] = [str(first.month)]
    if named == {"BYWEEKNO"}:
        parts["BYDAY"] = weekday


def _week(parts: Parts, day: date) -> date:
    """The day with which the week of a day begins."""
    begins = _WEEKDAYS.index(parts.get("WKST", ["MO"])[0])
    while day.weekday() != begins:
        day -= _A_DAY
    return day


def _in_period(parts: Parts, first: date, day: date) -> bool:
    step = int(parts.get("INTERVAL", ["1"])[0])
    passed = {
        "DAILY": (day - first).days,
        "WEEKLY": (_week(parts, day) - _week(parts, first)).days // 7,
        "MONTHLY": (day.year - first.year) * 12 + day.month - first.month,
        "YEARLY": day.year - first.year,
    }
    return passed[parts["FREQ"][0]] % step == 0


def _head(parts: Parts, day: date) -> date:
    """The first day of the period in which a day lies."""
    frequency = parts["FREQ"][0]
    if frequency == "WEEKLY":
        return _week(parts, day)
    return {"DAILY": day, "MONTHLY": day.replace(day=1), "YEARLY": day.replace(month=1, day=1)}[frequency]


def _chosen(parts: Parts, head: date) -> set[date]:
    """The days of a whole period that the rule takes."""
    length = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 31, "YEARLY": 366}[parts["FREQ"][0]]
    near = (head + number * _A_DAY for number in range(length))
    fitting = [day for day in near if _head(parts, day) == head and _fits(parts, day)]
    places = parts.get("BYSETPOS")
    return {day for n, day in enumerate(fitting) if not places or _counted(n, len(fitting), places)}


def _counted(index: int, total: int, places: list[str]) -> bool:
    """Whether the entry of a row is among those that are counted from its head or its end."""
    return any(int(place) in {index + 1, index - total} for place in places)


def _fits(parts: Parts, day: date) -> bool:
    return all(_FITS[name](parts, day) for name in parts if name in _FITS)


def _month_day(parts: Parts, day: date) -> bool:
    last = (day.replace(day=28) + 4 * _A_DAY).replace(day=1) - _A_DAY
    return _counted(day.day - 1, last.day, parts["BYMONTHDAY"])


def _year_day(parts: Parts, day: date) -> bool:
    first, last = date(day.year, 1, 1), date(day.year, 12, 31)
    return _counted((day - first).days, (last - first).days + 1, parts["BYYEARDAY"])


def _week_number(parts: Parts, day: date) -> bool:
    """A week belongs to the year in which at least four of its days lie."""
    middle = _week(parts, day) + 3 * _A_DAY
    end = _week(parts, date(middle.year, 12, 28)) + 3 * _A_DAY
    number, total = ((each - date(each.year, 1, 1)).days // 7 for each in (middle, end))
    return _counted(number, total + 1, parts["BYWEEKNO"])


def _weekday(parts: Parts, day: date) -> bool:
    """A number counts within the month, or within the year where no month is named."""
    in_month = parts["FREQ"][0] == "MONTHLY" or "BYMONTH" in parts
    end = (day.replace(day=28) + 4 * _A_DAY).replace(day=1) if in_month else date(day.year + 1, 1, 1)
    before = day.day - 1 if in_month else (day - date(day.year, 1, 1)).days
    index, later = before // 7, ((end - day).days - 1) // 7
    return any(
        wanted[-2:] == _WEEKDAYS[day.weekday()]
        and (not wanted[:-2] or _counted(index, index + later + 1, [wanted[:-2]]))
        for wanted in parts["BYDAY"]
    )


_FITS: Final[dict[str, Callable[[Parts, date], bool]]] = {
    "BYMONTH": lambda parts, day: str(day.month) in parts["BYMONTH"],
    "BYMONTHDAY": _month_day,
    "BYYEARDAY": _year_day,
    "BYWEEKNO": _week_number,
    "BYDAY": _weekday,
}
