"""A recurrence rule as experts write it, in the words of RFC 5545, section 3.3.10.

Everything that names days is allowed; what names hours is not, because the time of day
stands in `at`, and neither is an end by date, which stands in `until`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Final

from pydantic import AfterValidator, WithJsonSchema

from hearthbook.model.texts import refuse

if TYPE_CHECKING:
    from collections.abc import Mapping

FREQUENCIES: Final = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
_HINT: Final = "write it as in `FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-2`"
_WEEKDAY: Final = "(?:MO|TU|WE|TH|FR|SA|SU)"
_PARTS: Final = {
    "FREQ": "|".join(FREQUENCIES),
    "INTERVAL": r"[1-9]\d?",
    "COUNT": r"[1-9]\d{0,2}",
    "BYDAY": rf"(?:[+-]?(?:[1-9]|[1-4]\d|5[0-3]))?{_WEEKDAY}",
    "BYMONTHDAY": r"[+-]?(?:[1-9]|[12]\d|3[01])",
    "BYMONTH": r"[1-9]|1[0-2]",
    "BYSETPOS": r"[+-]?(?:[1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])",
    "BYWEEKNO": r"[+-]?(?:[1-9]|[1-4]\d|5[0-3])",
    "BYYEARDAY": r"[+-]?(?:[1-9]|[1-9]\d|[12]\d\d|3[0-5]\d|36[0-6])",
    "WKST": _WEEKDAY,
}
"""Part of a rule -> pattern of one of its values."""
_LISTS: Final = frozenset({"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYWEEKNO", "BYYEARDAY"})
_ELSEWHERE: Final = {
    "UNTIL": "write the last day as `until:` beside it",
    "DTSTART": "write the first day as `from:` beside it",
    "EXDATE": "write such days as `except:` beside it",
    "RDATE": "write such days as `also:` beside it",
    "TZID": "write the time zone as `zone:` beside it",
    **dict.fromkeys(("BYHOUR", "BYMINUTE", "BYSECOND"), "write the time of day as `at:` beside it"),
}
"""Part that stands somewhere else -> where."""
_ONLY: Final = {
    "BYWEEKNO": ("YEARLY",),
    "BYYEARDAY": ("YEARLY",),
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
}
"""Part -> the frequencies that it can stand beside."""
_MOST_VALUES: Final = 60
_MOST_IN_A_MONTH: Final = 5


def _as_rrule(value: str) -> str:
    text = re.sub(r"\s", "", value).upper().removeprefix("RRULE:").rstrip(";")
    if not text:
        raise refuse("rrule_form", "the `rrule` is empty", _HINT)
    found: dict[str, list[str]] = {}
    for part in text.split(";"):
        name, equals, values = part.partition("=")
        if name in _ELSEWHERE:
            raise refuse("rrule_elsewhere", f"`{name}` does not belong in the rule", _ELSEWHERE[name])
        if not equals or name not in _PARTS:
            raise refuse("rrule_form", f"`{part[:40] or ';;'}` is no part of a recurrence rule", _HINT)
        if name in found:
            raise refuse("rrule_twice", f"`{name}` stands there twice", "join its values with a comma")
        found[name] = _values(name, values)
    if "FREQ" not in found:
        raise refuse("rrule_freq", "the rule does not say how often", f"add FREQ: {_HINT}")
    _fit(found)
    return ";".join(f"{name}={','.join(values)}" for name, values in found.items())


def _values(name: str, written: str) -> list[str]:
    values = written.split(",") if name in _LISTS else [written]
    if len(values) > _MOST_VALUES:
        raise refuse("rrule_many", f"`{name}` has {len(values)} values", "write a simpler rule")
    for value in values:
        if re.fullmatch(_PARTS[name], value, re.ASCII):
            continue
        if name == "FREQ":
            hint = f"write one of {', '.join(FREQUENCIES)}; the time of day stands in `at`"
            raise refuse("rrule_freq", f"`{value[:40] or name}` is no frequency of days", hint)
        raise refuse(
            "rrule_value", f"{f'`{value[:40]}`' if value else 'nothing'} cannot stand in `{name}`", _HINT
        )
    return values


def _fit(found: dict[str, list[str]]) -> None:
    """Refuses parts that RFC 5545 does not allow side by side."""
    frequency = found["FREQ"][0]
    for name, allowed in _ONLY.items():
        if name in found and frequency not in allowed:
            hint = f"write FREQ={allowed[-1]}, or another part"
            raise refuse("rrule_beside", f"`{name}` cannot stand beside FREQ={frequency}", hint)
    numbered = any(re.match(r"[+-]?\d", day) for day in found.get("BYDAY", ()))
    if numbered and (frequency not in {"MONTHLY", "YEARLY"} or "BYWEEKNO" in found):
        hint = "write the weekday alone, or FREQ=MONTHLY"
        raise refuse("rrule_number", f"a numbered weekday cannot stand beside FREQ={frequency}", hint)
    in_month = frequency == "MONTHLY" or "BYMONTH" in found
    far = next((day for day in found.get("BYDAY", ()) if _place(day) > _MOST_IN_A_MONTH), "")
    if in_month and far:
        hint = "write a number up to 5, or one from the end such as `-1TU`"
        raise refuse("rrule_place", f"`{far}` is in no month, which has at most five of them", hint)
    if "BYSETPOS" in found:
        _choose(found)


def _choose(found: Mapping[str, list[str]]) -> None:
    """Refuses a choice among days where there is none."""
    if not found.keys() & (_LISTS - {"BYSETPOS"}):
        hint = "add which days it chooses from, as in `BYDAY=TU`"
        raise refuse("rrule_setpos", "`BYSETPOS` has nothing to choose from", hint)
    if found["FREQ"] == ["DAILY"]:
        fact = "`BYSETPOS` cannot stand beside FREQ=DAILY: there is one day to choose from"
        raise refuse("rrule_setpos", fact, "take it out, or write FREQ=MONTHLY")
    if "BYWEEKNO" in found:
        hint = "write the weekday as `BYDAY`, and take `BYSETPOS` out"
        raise refuse("rrule_setpos", "`BYSETPOS` cannot stand beside `BYWEEKNO`", hint)


def _place(day: str) -> int:
    """How far from the head or the end of its month a numbered weekday is: 2 for `-2TU`."""
    return int(day[:-2].lstrip("+-") or 0)


RecurrenceRule = Annotated[
    str,
    AfterValidator(_as_rrule),
    WithJsonSchema({"type": "string", "pattern": "[Ff][Rr][Ee][Qq]="}),
]
"""A recurrence rule by days, upper case, without `RRULE:`."""
