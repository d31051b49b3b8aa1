"""HB510: two rituals take place at the same time."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from hearthbook.model.recurrence import When
    from hearthbook.model.rhythm import Ritual


@rule(Severity.ADVICE, worth=2)
def same_time(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds pairs of rituals that surely meet on some day at the same time."""
    planned = [(index, each.name, each.when) for index, each in enumerate(rituals) if each.when]
    for (_, first, one), (index, second, other) in combinations(planned, 2):
        day = _shared_day(one, other) if _at_once(one, other) else ""
        if day and one.at:
            fact = f"`{first:.30}` and `{second:.30}` both begin on {day} at {one.at:%H:%M}"
            hint = "move one of them, so that nobody has to choose"
            ends = [when.until for when in (one, other) if when.until]
            yield Slip(pointer("rituals", index, "when"), fact, hint, until=min(ends, default=None))


def _at_once(one: When, other: When) -> bool:
    """Whether the hour is the same, and there is a time in which both take place."""
    begins = [when.from_ for when in (one, other) if when.from_]
    ends = [when.until for when in (one, other) if when.until]
    overlap = not begins or not ends or max(begins) <= min(ends)
    return bool(one.at) and (one.at, one.zone) == (other.at, other.zone) and overlap


def _shared_day(one: When, other: When) -> str:
    """A day that both surely have; empty where there is none, or exceptions may keep them apart."""
    if one.every == "week" or other.every == "week":
        weekly, more = (one, other) if one.every == "week" else (other, one)
        names = {str(day).rpartition(" ")[2] for day in more.day}
        return "" if one.except_ or other.except_ else next((str(d) for d in weekly.day if d in names), "")
    shared = (day for day in one.day if day in other.day and _in_step(one, other))
    return next((_said(day) for day in shared), "")


def _said(day: str | int) -> str:
    if isinstance(day, int):
        return f"day {day} of the month"
    return f"the {day}" if " " in day else day


def _in_step(one: When, other: When) -> bool:
    """Whether two rhythms are the same and fall in the same weeks or months."""
    if one.every != other.every or one.every == "month":
        return one.every == other.every
    number, _, unit = (one.every or "").rpartition(" ")
    if not one.from_ or not other.from_ or unit != "weeks":
        return one.from_ is not None and one.from_ == other.from_
    return (_week(one.from_) - _week(other.from_)) % int(number) == 0


def _week(day: date) -> int:
    """The number of a day's week, from Monday, since the first year."""
    return (day.toordinal() - 1) // 7
