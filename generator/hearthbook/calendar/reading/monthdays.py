"""Days of the month: the third Wednesday, the last Friday, the 15th."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, cast

from hearthbook.calendar.reading.cadences import Cadence
from hearthbook.calendar.reading.words_of_time import LAST
from hearthbook.calendar.readings import Answer, Draft, Question, Unreadable

if TYPE_CHECKING:
    from hearthbook.calendar.reading.grammar import Parts

_NAMES: Final = {1: "first", 2: "second", 3: "third", 4: "fourth", LAST: "last"}
_COUNTS: Final = {2: "two", 3: "three", 4: "four"}
_ALL_MONTHS_HAVE: Final = 28
_LAST_DAY: Final = 31
_TWO: Final = 2
OF_EACH_MONTH: Final = "it is taken as one of each month"


def days_of_month(parts: Parts, kind: str) -> list[Any]:
    """`third Wednesday`, `last Friday`; or 1 and 15."""
    days: list[Any] = []
    ordinals: list[int] = []
    for token in parts.found[kind]:
        if token.kind in "oc":
            ordinals.append(cast("int", token.value))
        elif token.kind == "d":
            days += [_nth(number, str(token.value)) for number in ordinals]
            ordinals = []
    if kind == "dates":
        days = [_number(number) for number in ordinals]
    if len(set(days)) < len(days):
        raise Unreadable(f"`{parts.words(kind)}` names a day twice")
    return days


def _nth(number: int, weekday: str) -> str:
    if number not in _NAMES:
        fact = f"not every month has a {weekday} number {number}"
        raise Unreadable(f"{fact}; write `last {weekday} of each month`, or list the dates")
    return f"{_NAMES[number]} {weekday}"


def _named_by_number(parts: Parts) -> bool:
    """Whether `2nd` and not `second` names the day, where nothing tells that it is one of the month."""
    of_month = "of" in parts or parts.kinds("cadence") == "eu" or "k" in parts.kinds("dates")
    return of_month or all(token.text[0].isdigit() for token in parts.found["dates"] if token.kind == "o")


def _number(number: int) -> int:
    if not 1 <= number <= _LAST_DAY:
        raise Unreadable(f"no month has a day {number}")
    return number


def monthly(parts: Parts, cadence: Cadence, kind: str) -> Draft:
    """A rhythm of months, quarters or years, or the question whether it is one of weeks."""
    words = parts.words(kind)
    if cadence.unit == "week":
        counted = parts.words("cadence", "of")
        raise Unreadable(f"`{words}` is a day of the month, and `{counted}` counts weeks")
    if "of" in parts and cadence.unit != "month":
        fact = f"`{parts.words(kind, 'of')}` may be in its first month or in any"
        raise Unreadable(f"{fact}; write `every {cadence.every} on the {words}`, and the first day")
    if kind == "dates" and LAST in parts.values("dates", "o"):
        return _last_day(parts, cadence)
    if kind == "dates" and not _named_by_number(parts):
        raise Unreadable(f"`{words}` does not say which day; write `second Tuesday`, or `2nd`")
    days = days_of_month(parts, kind)
    if cadence.times and cadence.times != len(days):
        raise Unreadable(f"`{parts.words('cadence')}` names another number of days than `{words}`")
    return _of_months(cadence, days) if cadence.unit else _of_each_month(parts, kind, days)


def _of_months(cadence: Cadence, days: list[Any]) -> Draft:
    """Days of a month, with what is odd about them."""
    late = [day for day in days if isinstance(day, int) and day > _ALL_MONTHS_HAVE]
    remarks = (f"not every month has a day {max(late)}",) if late else ()
    return Draft(keys={"every": cadence.every, "day": days}, remarks=remarks)


def _of_each_month(parts: Parts, kind: str, days: list[Any]) -> Draft:
    """Days without a word that says of which months; refuses one that may be a single day."""
    if "each" not in parts and kind == "dates":
        raise Unreadable(
            f"`{parts.words(kind)}` does not say of which months; write `of each month`, or the date"
        )
    if "each" not in parts and len(days) == 1 and str(days[0]).startswith("last "):
        raise Unreadable(
            f"`{days[0]}` may be the one behind us; write `{days[0]} of each month`, or its date"
        )
    if "each" in parts and (question := _every_nth(parts, days)):
        return Draft(questions=(question,))
    month = _of_months(Cadence(unit="month"), days)
    return replace(month, remarks=(f"`{parts.words('each', kind)}`: {OF_EACH_MONTH}", *month.remarks))


def _every_nth(parts: Parts, days: list[Any]) -> Question | None:
    """`every third Wednesday`: every three weeks, or the third of each month; None where it is clear."""
    first = parts.found["nth"][0] if "nth" in parts else None
    number = cast("int", first.value) if first else 0
    if number not in _COUNTS or len(days) > 1:
        return None
    name = str(days[0])
    weekday = name.rpartition(" ")[2]
    weeks = Answer(says=f"every {_COUNTS[number]} weeks", keys={"every": f"{number} weeks", "day": [weekday]})
    month = Answer(says=f"the {name} of each month", keys={"every": "month", "day": [name]})
    answers = (weeks, month) if number == _TWO else (month, weeks)
    asks = f"{answers[0].says}, or {answers[1].says}?"
    return Question(about=parts.words("each", "nth"), asks=asks, answers=answers)


def _last_day(parts: Parts, cadence: Cadence) -> Draft:
    """The last day of each month, which only a recurrence rule can say."""
    if parts.kinds("dates") != "ok" or cadence != Cadence(unit="month"):
        raise Unreadable(
            f"`{parts.words('dates')}` does not say which day; write `last Friday of each month`"
        )
    return Draft(keys={"rrule": "FREQ=MONTHLY;BYMONTHDAY=-1"})
