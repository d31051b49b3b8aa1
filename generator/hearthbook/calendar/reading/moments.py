"""One moment said for several places: `Tuesday 17:00 UTC / 10:00 PT`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from hearthbook.calendar.reading.drafts import NO_TIME, draft_of, joined, timed_of, zone_words
from hearthbook.calendar.reading.grammar import Parts
from hearthbook.calendar.readings import Answer, Draft, Question, Unreadable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.calendar.reading.drafts import Asked

_SAME: Final = {"/", "(", "|"}
"""Marks between two ways to say one moment."""
_WEEKS: Final = 52
Place = tuple[str, str]
"""A time of day and a zone."""


def one_moment(cut: Sequence[tuple[Parts, str]], asked: Asked) -> Draft | None:
    """The one meeting that several times in several zones say; None where they are several meetings.

    Refuses times that could be either, and times that a mark calls one moment and that never are.
    """
    said_so = any(mark in _SAME for _, mark in cut[1:])
    with_days = [parts for parts, _ in cut if parts.has_days or "cadence" in parts]
    places = [place for parts, _ in cut if (place := _place(parts, asked))]
    if len(with_days) > 1 or len(places) < len(cut) or len({zone for _, zone in places}) < len(cut):
        if said_so:
            raise Unreadable(
                "is that one moment in several places, or several meetings? Write one line for each"
            )
        return None
    words = " and ".join(f"{at} in {zone}" for at, zone in places)
    shares = [_share(one, other, asked.today) for one, other in pairwise(places)]
    if not all(shares):
        if said_so:
            raise Unreadable(f"{words} are never the same moment of a day; write the time whose clock counts")
        return None
    if not said_so:
        told = "one meeting said for several places, or several? Write one line for each"
        raise Unreadable(f"{words} can be one moment: {told}")
    giver = with_days[0] if with_days else cut[0][0]
    return _chosen(giver, places, words, whole=min(shares) == 1.0, asked=asked)


def _chosen(parts: Parts, places: Sequence[Place], words: str, *, whole: bool, asked: Asked) -> Draft:
    """The meeting, with the question whose clock counts where clocks move apart."""
    bare = {name: found for name, found in parts.found.items() if name not in {"time", "zone"}}
    order = tuple(name for name in parts.order if name in bare)
    day = draft_of(Parts(found=bare, text=parts.text, order=order), asked)
    day = replace(day, remarks=tuple(remark for remark in day.remarks if remark != NO_TIME))
    answers = tuple(Answer(says=f"{at} in {zone}", keys={"at": at, "zone": zone}) for at, zone in places)
    if whole:
        return joined(day, Draft(keys=answers[0].keys, remarks=(f"{words} are the same moment all year",)))
    asks = "they are the same moment for a part of the year only; whose clock counts?"
    return joined(day, Draft(questions=(Question(about=words, asks=asks, answers=answers),)))


def _place(parts: Parts, asked: Asked) -> Place | None:
    """Time and zone, by the likeliest zone; None where one of them is missing or the hour is open."""
    if not zone_words(parts) or "time" not in parts or "length" in parts:
        return None
    timed = timed_of(parts, asked)
    keys = dict(timed.keys)
    for question in timed.questions:
        keys |= {key: value for key, value in question.answers[0].keys.items() if key == "zone"}
    return (keys["at"], keys["zone"]) if keys.keys() == {"at", "zone"} else None


def _share(one: Place, other: Place, today: date) -> float:
    """The share of the days of a year on which two times are the same moment."""
    days = [date(today.year, 1, 1) + timedelta(days=7 * week) for week in range(_WEEKS)]
    return sum(_moment(one, day) == _moment(other, day) for day in days) / len(days)


def _moment(place: Place, day: date) -> datetime:
    """The moment of a time in a zone on a day."""
    hour, minute = map(int, place[0].split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(place[1])).astimezone(UTC)
