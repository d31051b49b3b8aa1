"""HB517: a day is left out or moved on which it would not take place anyway."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hearthbook.calendar.series import series_of
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.recurrence import WEEKDAYS
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.calendar.series import Series
    from hearthbook.model.recurrence import When
    from hearthbook.model.rhythm import Ritual

_FAR: Final = 31
"""Days within which a slip of the pen is looked for."""


@rule(Severity.WARNING, worth=3)
def not_on_that_day(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds days in `except` and `moved` that are none of the ritual's own."""
    for index, ritual in enumerate(rituals):
        series = series_of(ritual.when) if ritual.when else ()
        if not ritual.when or not series:
            continue
        # without `from`, nobody knows since when it has been so
        begin = ritual.when.from_ or min(one.first for one in series)
        for key, day in _days(ritual.when):
            if (day >= begin or ritual.when.from_) and not _has(series, day):
                fact = f"{quoted(ritual.name)} is not on {day} anyway, a {WEEKDAYS[day.weekday()]}"
                yield Slip(
                    pointer("rituals", index, "when", *key), fact, _hint(ritual.when, series, day), until=day
                )


def _days(when: When) -> Iterator[tuple[tuple[str | int, ...], date]]:
    """Each day that is otherwise, with the keys that lead to it."""
    yield from ((("except", number), day) for number, day in enumerate(when.except_))
    yield from ((("moved", str(day)), day) for day in when.moved)


def _hint(when: When, series: tuple[Series, ...], day: date) -> str:
    """The nearest day that is meant, or else to take the day out."""
    taken = {*when.except_, *when.moved}
    near = (day + timedelta(days=step) for distance in range(1, _FAR) for step in (-distance, distance))
    right = next((each for each in near if each not in taken and _has(series, each)), None)
    return f"did you mean {WEEKDAYS[right.weekday()]}, {right}?" if right else "take that day out"


def _has(series: tuple[Series, ...], day: date) -> bool:
    return any(True for one in series for _ in one.days(day, day))
