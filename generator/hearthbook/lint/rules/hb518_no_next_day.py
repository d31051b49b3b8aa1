"""HB518: a ritual has a rhythm, and yet nobody can be told its next day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.calendar.series import series_of
from hearthbook.lint.rule import Slip, rule
from hearthbook.lint.texts import quoted
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.recurrence import When
    from hearthbook.model.rhythm import Ritual

_ALL_MONTHS_HAVE: Final = range(1, 29)


@rule(Severity.ADVICE, worth=2, after=("HB504", "HB513"))
def no_next_day(rituals: tuple[Ritual, ...]) -> Iterator[Slip]:
    """Finds rules that name no day at all, and notes that make sure days unsure."""
    for index, ritual in enumerate(rituals):
        when = ritual.when
        if not when or series_of(when):
            continue
        if when.note:
            # with the note gone, are there days?
            if _timed(when) and series_of(when.model_copy(update={"note": None})):
                fact = f"because of its `note`, the next days of {quoted(ritual.name, 30)} are told nowhere"
                hint = "if it changes no day, write it in `purpose` or `steps`; days off stand in `except`"
                yield Slip(pointer("rituals", index, "when", "note"), fact, hint, until=when.until)
        elif reason := _none(when):
            fact = f"{quoted(ritual.name, 30)} has a rhythm in which there is no day at all"
            yield Slip(pointer("rituals", index, "when"), fact, reason, until=when.until)


def _timed(when: When) -> bool:
    return bool(when.at or any(slot.at for slot in when.alternate))


def _none(when: When) -> str:
    """What to look at where a rule has no day; empty where it says too little to have one."""
    if when.rrule:
        return "no date fits all parts of the `rrule` between `from` and `until`: take one of them out"
    numbers = [slot.day for slot in when.alternate if isinstance(slot.day, int)]
    if short := next((day for day in numbers if day not in _ALL_MONTHS_HAVE), 0):
        return f"some months have no day {short}: write one up to 28, or `last Friday`"
    known = when.day and all(day in _ALL_MONTHS_HAVE for day in when.day if isinstance(day, int))
    ends = when.until and (when.alternate or (known and when.every in {"week", "month"}))
    return "no such day lies between `from` and `until`: check both" if ends else ""
