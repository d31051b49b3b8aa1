"""The first and the last day of a rhythm, and days that fall out."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, cast

from hearthbook.calendar.readings import Draft, Unreadable
from hearthbook.calendar.shifts import spoken
from hearthbook.model.recurrence import WEEKDAYS, YEARS, falls_on

if TYPE_CHECKING:
    from hearthbook.calendar.reading.grammar import Parts

_LONG_AGO: Final = 730
"""Days after which a first day looks forgotten."""


def limits_of(parts: Parts, rhythm: Draft, today: date) -> Draft:
    """The first and the last day, and days that fall out, with what looks odd about them."""
    keys: dict[str, Any] = {}
    days = parts.values("span", "D")
    first = (*parts.values("from", "D"), *days[:1])
    last = (*parts.values("until", "D"), *days[1:])
    if len(first) > 1 or len(last) > 1:
        raise Unreadable(f"`{parts.words('from', 'until', 'span')}` names its first or last day twice")
    _check_weekdays(parts)
    if first:
        keys["from"] = first[0]
    if last:
        keys["until"] = last[0]
    if dropped := parts.values("except", "D"):
        keys["except"] = list(dropped)
    _check(keys, rhythm)
    told = {**rhythm.keys, **{key: value for key, value in keys.items() if key in {"from", "until"}}}
    return Draft(keys=_as_text(keys), remarks=_odd(told, today))


def _check_weekdays(parts: Parts) -> None:
    """Refuses `from Monday, 1 September 2026`, which is a Tuesday."""
    for name in ("from", "until"):
        named, days = parts.values(name, "d"), cast("tuple[date, ...]", parts.values(name, "D"))
        if named and named[0] != WEEKDAYS[days[0].weekday()]:
            raise Unreadable(
                f"{spoken(days[0])} is a {WEEKDAYS[days[0].weekday()]}, not a {named[0]}; check it"
            )


def _check(keys: dict[str, Any], rhythm: Draft) -> None:
    """Refuses days in no order, and a first day from which nobody can count."""
    days = [keys[key] for key in ("from", "until") if key in keys] + keys.get("except", [])
    if far := next((day for day in days if day.year not in YEARS), None):
        raise Unreadable(f"{far} is too far away; check the year")
    if keys.get("from") and keys.get("until") and keys["until"] < keys["from"]:
        raise Unreadable(f"it ends on {keys['until']}, before it begins on {keys['from']}")
    answers = [answer.keys for question in rhythm.questions for answer in question.answers]
    for option in [rhythm.keys, *answers] if "from" in keys else []:
        named = option.get("day", ())
        counted = option.get("every") not in {None, "week", "month"}
        if counted and not any(falls_on(day, keys["from"]) for day in named):
            listed = " or ".join(map(str, named))
            raise Unreadable(
                f"it is counted from {keys['from']}, which is no {listed}; write the first {listed}"
            )


def _as_text(keys: dict[str, Any]) -> dict[str, Any]:
    return {
        key: [day.isoformat() for day in value] if isinstance(value, list) else value.isoformat()
        for key, value in keys.items()
    }


def _odd(keys: dict[str, Any], today: date) -> tuple[str, ...]:
    """What looks forgotten."""
    first, last = (_day(keys.get(key)) for key in ("from", "until"))
    if last and last < today:
        return (f"it ended on {spoken(last)}; is it still of use?",)
    if first and (today - first).days > _LONG_AGO:
        return (f"it begins on {spoken(first)}, more than two years ago; does it still hold?",)
    return ()


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else cast("date | None", value)
