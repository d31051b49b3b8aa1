"""HB513: a rhythm that skips weeks or months does not say where it begins."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.recurrence import ORDINALS, WEEKDAYS
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.rhythm import Ritual

_MONDAY: Final = date(2027, 1, 4)
"""A day to count from; what is shown is an example."""
_LONGEST: Final = 62
"""Days within which each day of a month comes round."""


@rule(Severity.WARNING, worth=3)
def which_week(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rhythms such as `2 weeks` without a first day that fits, where no note explains them."""
    for index, ritual in enumerate(rituals):
        when = ritual.when
        if not when or not when.every or when.every in {"week", "month"} or when.note:
            continue
        name, hint = (
            quoted(ritual.name),
            f"add the day of the next one to `when`, as in `from: {_next(when.day)}`",
        )
        if not when.from_:
            fact = f"{name} is every {when.every}, and nothing says counted from when"
            yield Slip(pointer("rituals", index, "when"), fact, hint, until=when.until)
        elif "weeks" in when.every and when.day and WEEKDAYS[when.from_.weekday()] not in when.day:
            days = " and ".join(map(str, when.day))
            fact = f"{name} is on {days}, and counted from {when.from_}, a {WEEKDAYS[when.from_.weekday()]}"
            hint = f"write as `from` the {when.day[0]} on which it took place first"
            yield Slip(pointer("rituals", index, "when", "from"), fact, hint, until=when.until)


def _next(days: tuple[str | int, ...]) -> date:
    """The first day from a Monday in January on that fits a rhythm, to show how it is written."""
    coming = (_MONDAY + timedelta(days=number) for number in range(_LONGEST))
    return next((each for each in coming if any(_fits(each, day) for day in days)), _MONDAY)


def _fits(day: date, wanted: str | int) -> bool:
    if isinstance(wanted, int):
        return day.day == wanted
    ordinal, _, weekday = wanted.rpartition(" ")
    if WEEKDAYS[day.weekday()] != weekday:
        return False
    last = (day + timedelta(days=7)).month != day.month
    return not ordinal or (last if ordinal == "last" else ORDINALS[(day.day - 1) // 7] == ordinal)
