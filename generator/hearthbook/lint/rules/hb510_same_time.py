"""HB510: two rituals take place at the same time."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual, When


@rule(Severity.ADVICE, worth=2)
def same_time(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds pairs of rituals of which nobody can attend both."""
    for (_, one), (index, other) in combinations(enumerate(rituals), 2):
        day = _clash(one.when, other.when) if one.when and other.when else ""
        if day and one.when and other.when:
            fact = f"`{one.name:.30}` and `{other.name:.30}` both start on {day} at {other.when.at:%H:%M}"
            hint = "move one of them, or say in its `purpose` who goes where"
            ends = [when.until for when in (one.when, other.when) if when.until]
            yield Slip(pointer("rituals", index, "when"), fact, hint, until=min(ends, default=None))


def _clash(one: When, other: When) -> str:
    """A day that surely belongs to both, at the same time; empty where there is none."""
    if not one.at or (one.at, one.zone) != (other.at, other.zone) or not _together(one, other):
        return ""
    if one.every == "week" or other.every == "week":
        weekly, more = (one, other) if one.every == "week" else (other, one)
        names = {str(day).rpartition(" ")[2] for day in more.day}
        excused = weekly.except_ and more.every != "week"
        return next((str(day) for day in weekly.day if day in names and not excused), "")
    if one.every != other.every or not _in_step(one, other):
        return ""
    return next(
        (
            f"day {day}" if isinstance(day, int) else f"the {day}" if " " in day else day
            for day in one.day
            if day in other.day
        ),
        "",
    )


def _together(one: When, other: When) -> bool:
    """Whether there is a time in which both take place."""
    begins = [when.from_ for when in (one, other) if when.from_]
    ends = [when.until for when in (one, other) if when.until]
    return not begins or not ends or max(begins) <= min(ends)


def _in_step(one: When, other: When) -> bool:
    """Whether two rhythms of the same length fall in the same weeks or months."""
    if one.every == "month" or one.from_ == other.from_:
        return one.every == "month" or one.from_ is not None
    number, _, unit = (one.every or "").rpartition(" ")
    if unit != "weeks" or not one.from_ or not other.from_:
        return False
    weeks = (one.from_.toordinal() - 1) // 7 - (other.from_.toordinal() - 1) // 7
    return weeks % int(number) == 0
