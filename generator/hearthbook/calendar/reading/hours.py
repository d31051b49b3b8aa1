"""When on the day, and for how long, from the parts of a line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from hearthbook.calendar.reading.clock_words import Clock, written
from hearthbook.calendar.readings import Answer, Draft, Question, Unreadable

if TYPE_CHECKING:
    from hearthbook.calendar.reading.grammar import Parts
    from hearthbook.calendar.reading.tokens import Token

_DAY: Final = 24 * 60
_NOON: Final = 12
_LONGEST: Final = 12 * 60
_LONGEST_NIGHT: Final = 6 * 60
"""Minutes; what is longer and goes beyond midnight is a slip, or a distance from UTC."""


def hours_of(parts: Parts) -> Draft:
    """The keys `at` and `minutes`, or the question which half of the day is meant."""
    length = cast("tuple[int, ...]", parts.values("length", "L"))
    keys: dict[str, Any] = {"minutes": length[0]} if length else {}
    if "time" not in parts:
        return Draft(keys=keys)
    clocks = [_clock(token) for token in parts.found["time"] if token.kind in "tc"]
    if len(clocks) == 1:
        return _one(parts, clocks[0], keys)
    start, end = _matched(parts, clocks[0], clocks[1])
    minutes = _between(parts, start, end)
    if length and minutes != length[0]:
        fact = (
            f"`{parts.words('time')}` lasts {minutes} minutes, and `{parts.words('length')}` says {length[0]}"
        )
        raise Unreadable(f"{fact}; write one of them")
    with_24 = any(clock.plain for clock in clocks) and not end.half
    told = (
        (f"`{parts.words('time')}` is taken with 24 hours, as {written(start.minutes)}",) if with_24 else ()
    )
    return Draft(keys={"at": written(start.minutes), "minutes": minutes}, remarks=told)


def _clock(token: Token) -> Clock:
    if isinstance(token.value, Clock):
        return token.value
    hour = cast("int", token.value)
    if hour >= _DAY // 60:
        raise Unreadable(f"`{token.text}` is no hour; hours go from 0 to 23", token.text)
    return Clock(hour=hour, bare=True)


def _one(parts: Parts, clock: Clock, keys: dict[str, Any]) -> Draft:
    if clock.bare and 1 <= clock.hour < _NOON:
        early, late = written(clock.hour * 60), written((clock.hour + _NOON) * 60)
        asks = f"{early} in the morning, or {late}?"
        answers = tuple(Answer(says=at, keys={"at": at}) for at in (early, late))
        return Draft(keys=keys, questions=(Question(about=parts.words("time"), asks=asks, answers=answers),))
    remarks = []
    if clock.plain:
        remarks.append(f"`{parts.words('time')}` is taken with 24 hours, as {written(clock.minutes)}")
    if clock.half and clock.hour == _NOON and not clock.noon:
        told = "noon" if clock.half == "p" else "the night, at the beginning of that day"
        remarks.append(f"`{parts.words('time')}` is taken as {written(clock.minutes)}, {told}")
    return Draft(keys={"at": written(clock.minutes), **keys}, remarks=tuple(remarks))


def _matched(parts: Parts, start: Clock, end: Clock) -> tuple[Clock, Clock]:
    """Both ends with the half of the day that only one of them names: `9-10am`, `11-1pm`."""
    words = parts.words("time")
    if end.bare or (start.half and not end.half and not (start.noon and end.hour > _NOON)):
        raise Unreadable(f"`{words}` does not say whether it ends before or after noon")
    if not end.half or start.half or parts.found["time"][0].text.startswith("0"):
        return start, end
    if not 1 <= start.hour <= _NOON:
        raise Unreadable(f"`{words}` mixes 12 and 24 hours; write both alike, as in 17:00-18:30")
    same = start.with_half(end.half)
    if same.minutes < end.minutes:
        return same, end
    if end.hour == _NOON and not end.noon:
        raise Unreadable(
            f"`{words}` may end at noon or at midnight; write both with 24 hours, as in 11:00-12:00"
        )
    return start.with_half("a" if end.half == "p" else "p"), end


def _between(parts: Parts, start: Clock, end: Clock) -> int:
    """Minutes from start to end; refuses what is too long, and what can be a distance from UTC."""
    minutes = (end.minutes - start.minutes) % _DAY
    over_night = end.minutes <= start.minutes
    if not minutes or minutes > (_LONGEST_NIGHT if over_night else _LONGEST):
        told = f"lasts {minutes // 60} hours" if minutes else "ends when it begins"
        raise Unreadable(f"`{parts.words('time')}` {told}; check both times")
    if over_night and not (start.half or end.half):
        fact = f"`{parts.words('time')}` goes beyond midnight, or ends with a distance from UTC"
        raise Unreadable(f"{fact}; write the start, and how long it lasts, as in `22:00 for 90 minutes`")
    return minutes
