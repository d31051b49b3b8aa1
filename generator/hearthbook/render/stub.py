"""A rhythm on a ticket stub: the day large, the hour below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from babel.dates import format_skeleton, get_day_names

from hearthbook.calendar.describe import zone_city
from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from babel import Locale

    from hearthbook.model.recurrence import When
    from hearthbook.render.words import Words

_FEW: Final = 3
"""More days than these stand there in their shortest form."""


class Stub(NamedTuple):
    """What is written on it; a line without anything to say is empty."""

    often: str
    """What the day alone would not tell: `every other`, `third`."""
    day: str
    """The day, as large as there is room for: `Tuesday`, `Tue, Thu`, `15`."""
    hour: str
    """When it begins: `17:00`."""
    city: str
    """On whose clocks."""


def _day(day: str | int, width: str, locale: Locale) -> str:
    if isinstance(day, int):
        return str(day)
    names = get_day_names(width=width, context="stand-alone", locale=locale)  # type: ignore[arg-type]
    return str(names[WEEKDAYS.index(day.rpartition(" ")[2])])


def _often(when: When, words: Words) -> str:
    """What stands above the day."""
    number, _, unit = (when.every or "").rpartition(" ")
    if number:
        key = f"every.{unit}"
        return words.raw("stub.other") if when.every == "2 weeks" else str(words.say(key, count=int(number)))
    ordinals = {day.rpartition(" ")[0] for day in when.day if isinstance(day, str)}
    if len(ordinals) == 1 and (only := ordinals.pop()):
        return words.raw(f"stub.{only}")
    return words.raw("stub.month") if unit == "month" and when.day else ""


def stub(when: When | None, words: Words, *, wide: bool = False) -> Stub | None:
    """The rhythm on a stub, or None where it names neither a day nor an hour.

    `wide` writes a single day in full. Where the first day is the last one,
    that day stands there. Times are written as in the sentence beside it.
    """
    if not when:
        return None
    once = when.from_ if when.from_ == when.until else None
    if once:
        often, day = "", format_skeleton("MMMd", once, locale=words.locale)
    else:
        width = "short" if len(when.day) > _FEW else "wide" if wide and len(when.day) == 1 else "abbreviated"
        often = _often(when, words)
        day = words.comma.join(_day(each, width, words.locale) for each in when.day)
    hour = when.at.strftime("%H:%M") if when.at else ""
    city = zone_city(when.zone, words.locale) if when.at and when.zone else ""
    return Stub(often, day, hour, city) if day or hour else None
