"""How often and on which days, from the parts of a line: sure, or with the question to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from hearthbook.calendar.reading.cadences import cadence_of
from hearthbook.calendar.reading.monthdays import days_of_month, monthly
from hearthbook.calendar.readings import Answer, Draft, Question, Unreadable
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from hearthbook.calendar.reading.cadences import Cadence
    from hearthbook.calendar.reading.grammar import Parts

_TWO: Final = 2
_WHICH_DAY: Final = (
    "it does not say on which day; add it, as in `every Tuesday` or `first Monday of each month`"
)
_TWICE_A_WEEK: Final = "the second day of the week, in `day`"
_TWICE_A_MONTH: Final = "the second day of the month, in `day`"


def rhythm_of(parts: Parts) -> Draft:
    """The keys `every` and `day`, or what has to be asked; refuses days that the rhythm cannot have."""
    kinds = [name for name in ("days", "nth", "dates") if name in parts]
    if kinds == ["days", "nth"] and _says_alike(parts):
        kinds = ["nth"]
    if len(kinds) > 1:
        raise Unreadable(f"`{parts.words(*kinds)}` names its days in two ways; write one of them")
    cadence = cadence_of(parts)
    if not kinds and parts.values("cadence", "b") == ("werktags",):
        return Draft(questions=(_working(parts.words("cadence")),))
    if not kinds:
        raise Unreadable(_WHICH_DAY)
    if (
        kinds[0] == "days"
        and "each" in parts
        and ("b" in parts.kinds("cadence") or cadence.every not in {"", "week"})
    ):
        raise Unreadable(
            f"`{parts.words('each', 'days')}` is each week, and `{parts.words('cadence', 'of')}` is not"
        )
    if parts.kinds("cadence") == "b":
        return _doubtful(parts, kinds[0])
    if kinds[0] == "days":
        return _weekly(parts, cadence)
    return monthly(parts, cadence, kinds[0])


def _says_alike(parts: Parts) -> bool:
    """Whether `Tuesdays (first Tuesday of the month)` names one weekday only, and not each of them."""
    each = parts.order.index("each") if "each" in parts else len(parts.order)
    one = {*parts.values("days", "d"), *parts.values("nth", "d")}
    return len(one) == 1 and parts.kinds("days") == "d" and parts.order[each + 1 : each + 2] != ("days",)


def _days(parts: Parts) -> list[str]:
    """Weekdays, with `Monday to Friday` written out; refuses one named twice."""
    tokens = parts.found["days"]
    if tokens[0].kind == "g":
        return list(cast("tuple[str, ...]", tokens[0].value))
    days: list[str] = []
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.kind == "d":
            name = str(token.value)
            start = WEEKDAYS.index(days[-1]) + 1 if before and before.kind == "-" else WEEKDAYS.index(name)
            if before and before.kind == "-" and start > WEEKDAYS.index(name):
                raise Unreadable(f"`{parts.words('days')}` goes beyond the end of the week; list its days")
            days += WEEKDAYS[start : WEEKDAYS.index(name) + 1]
    if len(set(days)) < len(days):
        raise Unreadable(f"`{parts.words('days')}` names a day twice")
    return days


def _weekly(parts: Parts, cadence: Cadence) -> Draft:
    days = _days(parts)
    if cadence.unit not in {"", "week"}:
        fact = f"a {cadence.unit} has several days called {days[0]}"
        raise Unreadable(f"{fact}; write which one, as in `first {days[0]} of each month`")
    if cadence.times and cadence.times != len(days):
        raise Unreadable(
            f"`{parts.words('cadence')}` names another number of days than `{parts.words('days')}`"
        )
    if parts.kinds("cadence") in {"x", "ex"} and len(days) > 1:
        words = parts.words("cadence", "days")
        raise Unreadable(
            f"does `{parts.words('cadence')}` hold for each day of `{words}`? Write one line for each"
        )
    every = cadence.every or "week"
    if len(days) == len(WEEKDAYS) and every != "week":
        raise Unreadable(f"`{parts.words('days')}` and `{parts.words('cadence', 'of')}` do not go together")
    return Draft(keys={"every": every, "day": days})


def _doubtful(parts: Parts, kind: str) -> Draft:
    """`biweekly`, `bimonthly`, `werktags`: both meanings."""
    token = parts.found["cadence"][0]
    if token.value == "werktags":
        raise Unreadable(f"`{token.text}` and `{parts.words(kind)}` both name the days; write one of them")
    unit = str(token.value)
    if (unit == "week") != (kind == "days") or "of" in parts:
        raise Unreadable(f"`{token.text}` and `{parts.words(kind)}` do not go together")
    days: list[Any] = _days(parts) if kind == "days" else days_of_month(parts, kind)
    missing = _TWICE_A_WEEK if unit == "week" else _TWICE_A_MONTH
    one = Answer(says=f"every two {unit}s", keys={"every": f"2 {unit}s", "day": days})
    both = Answer(
        says=f"twice a {unit}",
        keys={"every": unit, "day": days},
        missing=(missing,) if len(days) < _TWO else (),
    )
    if len(days) > _TWO:
        return Draft(
            keys=one.keys,
            remarks=(f"`{token.text}` is taken as every two {unit}s, since it names {len(days)} days",),
        )
    asks = f"every two {unit}s, or twice a {unit}?"
    return Draft(questions=(Question(about=token.text, asks=asks, answers=(one, both)),))


def _working(word: str) -> Question:
    """`werktags`, which holds the Saturday for some."""
    answers = tuple(
        Answer(says=f"Monday to {WEEKDAYS[end - 1]}", keys={"every": "week", "day": list(WEEKDAYS[:end])})
        for end in (5, 6)
    )
    return Question(about=word, asks=f"{answers[0].says}, or {answers[1].says}?", answers=answers)
