"""What to ask about a time zone: which place is meant, and when its clocks move."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.calendar.reading.zone_words import NAMES, Written
from hearthbook.calendar.readings import Answer, Question, Unreadable
from hearthbook.calendar.shifts import always, distance, moves, offsets, same_clock, steady

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


_STANDARD: Final = {"EST": "America/Panama", "CST": "America/Costa_Rica", "MST": "America/Phoenix"}
"""Abbreviation of a standard time -> a place that keeps it all year."""


def settled(written: Sequence[Written], today: date) -> Written:
    """The one zone that several words for it mean: `CET (Berlin)` is Berlin; refuses two that differ."""
    distances = {each.ahead for each in written if each.ahead is not None}
    named = [each for each in written if each.ahead is None]
    first = next((each for each in named if each.sure), (named or written)[0])
    agree = all(each.zones == first.zones or (first.sure and first.zones[0] in each.zones) for each in named)
    if distances and named:
        fitting = [zone for zone in first.zones if distances <= set(offsets(zone, today))]
        if agree and fitting and not first.sure:
            steadily = steady(distances.pop(), today)[:1]
            return Written(text=" ".join(each.text for each in written), zones=(*fitting, *steadily))
        agree = agree and bool(fitting)
    if not agree or len(distances) > 1:
        words = " and ".join(f"`{each.text}`" for each in written)
        raise Unreadable(f"{words} are two time zones for one time; write the one whose clock counts")
    return first


def question_of(written: Written, today: date, chosen: Sequence[str]) -> Question | str:
    """What to ask about a zone, or the zone where there is nothing to ask.

    `chosen` are zones that somebody has named beforehand; the first that fits is taken.
    """
    if written.sure or written.ahead == 0:
        return written.zones[0] if written.sure else "UTC"
    zones = _places(written, today)
    if taken := next((zone for zone in chosen if zone in zones or _keeps(zone, written, today)), ""):
        return taken
    groups = _by_clock(zones, today)
    if written.ahead is not None:
        return _distance(written, zones)
    answers = tuple(Answer(says=_told(group, today), keys={"zone": group[0]}) for group in groups)
    return Question(about=written.text, asks=_asks(groups, today), answers=answers)


def _keeps(zone: str, written: Written, today: date) -> bool:
    """Whether a zone has all year the distance that was written."""
    return written.ahead is not None and always(zone, today) == written.ahead


def _places(written: Written, today: date) -> tuple[str, ...]:
    if written.ahead is None:
        word = written.text.lower()
        steadily = _STANDARD.get(NAMES.get(word, word.upper().removesuffix(" TIME")))
        return tuple(dict.fromkeys((*written.zones, *filter(None, [steadily]))))
    zones = steady(written.ahead, today)
    if not zones:
        fact = f"`{written.text}` is a fixed distance from UTC, and no place keeps it all year"
        raise Unreadable(f"{fact}; write the place whose clock counts, as in Europe/Berlin", written.text)
    return zones


def _by_clock(zones: Sequence[str], today: date) -> list[list[str]]:
    """Zones in groups that show the same time from now on."""
    groups: list[list[str]] = []
    for zone in zones:
        group = next((group for group in groups if same_clock(group[0], zone, today)), None)
        if group is None:
            groups.append([zone])
        else:
            group.append(zone)
    return groups


def _told(group: Sequence[str], today: date) -> str:
    like = f" (the same clock as {' and '.join(group[1:])})" if group[1:] else ""
    return f"{group[0]}{like}: {moves(group[0], today)}"


def _distance(written: Written, zones: Sequence[str]) -> Question:
    """What to ask about `UTC+8`: which of the places that keep it."""
    others = f", as are {' and '.join(zones[1:])}" if zones[1:] else ""
    told = f"did you mean {zones[0]}? It is {distance(written.ahead or 0)} all year{others}"
    asks = f"{told}. If your clocks move in summer, name your own place instead"
    answers = (Answer(says=f"{zones[0]}: its clocks never move", keys={"zone": zones[0]}),)
    return Question(about=written.text, asks=asks, answers=answers)


def _asks(groups: Sequence[Sequence[str]], today: date) -> str:
    first = groups[0][0]
    told = moves(first, today)
    like = f". The same clock: {', '.join(groups[0][1:])}" if groups[0][1:] else ""
    sentence = f"did you mean {first}? {told[0].upper()}{told[1:]}{like}"
    others = [_other(group[0], today) for group in groups[1:]]
    return f"{sentence}. Or {', or '.join(others)}?" if others else sentence


def _other(zone: str, today: date) -> str:
    """`America/Panama, which is -05:00 all year`, `Europe/Dublin, where it moves by an hour on ...`."""
    ahead = always(zone, today)
    told = f"where {moves(zone, today)}" if ahead is None else f"which is {distance(ahead)} all year"
    return f"{zone}, {told}"
