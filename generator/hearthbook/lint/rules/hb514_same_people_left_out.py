"""HB514: every ritual is at an hour that leaves the same people out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.recurrence import When
    from hearthbook.model.rhythm import Ritual

BEGIN: Final = 9
END: Final = 17
"""The hours in which most people who work by day are at work."""

_WORKDAYS: Final = frozenset(WEEKDAYS[:5])


@rule(Severity.ADVICE, worth=2, after=("HB510",))
def same_people_left_out(
    rituals: tuple[Ritual, ...], *, begin: int = BEGIN, end: int = END
) -> Iterator[Slip]:
    """Finds two or more lasting rituals, all at work's hours or all at one hour of one weekday."""
    lasting = [each.when for each in rituals if not (each.when and each.when.until)]
    timed = [when for when in lasting if when and when.at]
    if len(timed) < max(len(lasting), 2):
        return
    days = {str(day).rpartition(" ")[2] for when in timed for day in when.day or ("",)}
    fact = _at_work(timed, days, begin, end) or _at_one_hour(timed, days)
    if fact:
        yield Slip(
            "/rituals", fact, "move one ritual to another hour, or add one without an hour, in a channel"
        )


def _at_work(timed: list[When], days: set[str], begin: int, end: int) -> str:
    inside = all(when.at and begin <= when.at.hour < end for when in timed)
    if not inside or not days <= _WORKDAYS:
        return ""
    return f"all {len(timed)} rituals begin on workdays between {begin}:00 and {end}:00"


def _at_one_hour(timed: list[When], days: set[str]) -> str:
    hours = {(when.at, when.zone) for when in timed}
    day = min(days)
    if len(days) > 1 or len(hours) > 1 or day not in WEEKDAYS:
        return ""
    return f"all {len(timed)} rituals begin on a {day} at {timed[0].at:%H:%M}"
