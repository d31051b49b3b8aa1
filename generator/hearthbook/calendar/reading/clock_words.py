"""Times of day, lengths and days of the calendar, as people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from hearthbook.calendar.readings import Unreadable

NOON: Final = 12
_HOURS: Final = 24
_MINUTES: Final = 60
_LONGEST: Final = 12 * 60
"""Minutes; what is longer is no meeting."""
_SURELY_A_TIME: Final = 7
"""From this hour on `9h` is a time of day; `2h` may be a length."""
_NUMBERS: Final = {
    "a": 60, "an": 60, "one": 60, "ein": 60, "eine": 60, "einer": 60, "two": 120, "zwei": 120, "three": 180,
    "drei": 180, "half an": 30, "half-an": 30, "a half": 30, "eine halbe": 30, "halbe": 30,
    "one and a half": 90, "anderthalb": 90, "eineinhalb": 90, "zweieinhalb": 150,
}  # fmt: skip
_MONTHS: Final = (
    "january jan januar", "february feb februar", "march mar märz", "april apr", "may mai", "june jun juni",
    "july jul juli", "august aug", "september sep sept", "october oct oktober okt", "november nov",
    "december dec dezember dez",
)  # fmt: skip
_MONTH: Final = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}
_NAMES: Final = "|".join(sorted(_MONTH, key=len, reverse=True))
_YEAR: Final = r"(?P<year>(?:19|20)[0-9]{2})(?![0-9:.])"

TWELVE: Final = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))?(?::00)? ?(?P<half>[ap])(?:m|\. ?m\.?)(?!\w)",
    re.IGNORECASE,
)
TWENTY_FOUR: Final = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2}))(?::00)?"
    r"(?: ?(?:uhr|hours|hrs|h)(?!\w))?(?![0-9:]|\.[0-9])",
    re.IGNORECASE,
)
_DOTTED_DAY: Final = re.compile(r"[0-9]{1,2}\.(?:0[1-9]|1[0-2])")
HOUR_ONLY: Final = re.compile(
    r"(?P<hour>[0-9]{1,2}) ?(?:(?P<uhr>uhr)(?: (?P<minute>[0-5][0-9])(?![\w:.]))?|h|hrs)(?!\w)", re.IGNORECASE
)
FOUR_DIGITS: Final = re.compile(
    r"(?P<hour>[0-9]{2})(?P<minute>[0-9]{2}) ?(?:hours|hrs|h|uhr)(?!\w)", re.IGNORECASE
)
NOON_WORD: Final = re.compile(r"(?:noon|midday|mittags?|12 noon)(?!\w)", re.IGNORECASE)
O_CLOCK: Final = re.compile(r"(?P<hour>[0-9]{1,2}) ?o'clock(?!\w)", re.IGNORECASE)
LENGTH: Final = re.compile(
    r"(?P<for>(?:for|für|lasting|lasts|duration|dauer) (?:about )?)?"
    rf"(?P<count>[0-9]{{1,4}}(?:[.,]5)?|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})[ -]?"
    r"(?:(?P<hours>hours?|hrs?|std\.?|stunden?|h)|(?P<minutes>minutes?|mins?\.?|minuten?))(?!\w)"
    r"(?:(?: and | und |,? )?(?P<more>[0-5]?[0-9])[ -]?(?:minutes?|mins?|minuten?)(?!\w))?",
    re.IGNORECASE,
)
DATES: Final = (
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?![0-9])"),
    re.compile(r"(?P<day>[0-9]{1,2})\. ?(?P<month>[0-9]{1,2})\. ?" + _YEAR),
    re.compile(
        rf"(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|\.)? ?(?:of )?(?P<name>{_NAMES})\.?(?!\w)(?:,? {_YEAR})?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?P<name>{_NAMES})\.? (?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![\w:.])(?:,? {_YEAR})?",
        re.IGNORECASE,
    ),
)
SLASHED: Final = re.compile(
    r"[0-9]{1,2}/[0-9]{1,2}(?:/[0-9]{2,4})?(?![0-9])|[0-9]{1,2}\.[0-9]{1,2}\.(?:[0-9]{2}(?![0-9]))?"
)
MONTH_NAME: Final = re.compile(rf"(?:{_NAMES})(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day as written."""

    hour: int
    """From 0 to 23, or from 1 to 12 where `half` says which half of the day."""
    minute: int = 0
    """From 0 to 59."""
    half: str = ""
    """`a` or `p` for am or pm; nothing with 24 hours."""
    bare: bool = False
    """Whether nothing says that it is meant with 24 hours: `at 7`, `7 o'clock`."""
    noon: bool = False
    """Whether it was written in a word."""
    plain: bool = False
    """Whether an hour below ten was written with one digit: `8:00`."""

    @property
    def minutes(self) -> int:
        """Minutes since midnight."""
        hour = self.hour % NOON + (NOON if self.half == "p" else 0) if self.half else self.hour
        return hour * _MINUTES + self.minute

    def with_half(self, half: str) -> Clock:
        """The same in one half of the day."""
        return Clock(hour=self.hour, minute=self.minute, half=half)


def written(minutes: int) -> str:
    """Minutes since midnight as `HH:MM`."""
    return f"{minutes // _MINUTES:02}:{minutes % _MINUTES:02}"


def clock_of(match: re.Match[str]) -> Clock:
    """The time of day in a match; refuses one that no clock shows."""
    found = match.groupdict()
    hour, minute, half = int(found["hour"]), int(found.get("minute") or 0), (found.get("half") or "").lower()
    most = NOON if half else _HOURS - 1
    if hour > most or minute >= _MINUTES or (half and not hour):
        raise Unreadable(
            f"`{match[0].strip()}` is no time of day" + _hint(hour, minute, half), match[0].strip()
        )
    if match.re is TWENTY_FOUR and _DOTTED_DAY.fullmatch(match[0]):
        text = match[0].strip()
        raise Unreadable(
            f"`{text}` can be a time or a day; write a time as 17:05, and a day as 2026-09-15", text
        )
    plain = not half and match.re is TWENTY_FOUR and len(found["hour"]) == 1
    return Clock(hour=hour, minute=minute, half=half, bare=match.re is O_CLOCK, plain=plain)


def _hint(hour: int, minute: int, half: str) -> str:
    if half:
        return ": with am and pm the hours go from 1 to 12"
    if hour == _HOURS and not minute:
        return ": write 00:00 and the day that begins then"
    return ": hours go from 0 to 23 and minutes from 0 to 59"


def hour_or_length(match: re.Match[str]) -> Clock:
    """The time of day in `17h`, `19 Uhr 30`; refuses `2h`, which may be a length."""
    if not match["uhr"] and int(match["hour"]) < _SURELY_A_TIME:
        fact = f"`{match[0]}` can be a time of day or a length"
        raise Unreadable(
            f"{fact}; write {int(match['hour']):02}:00, or `for {match['hour']} hours`", match[0]
        )
    return clock_of(match)


def length_of(match: re.Match[str]) -> int:
    """Minutes that something lasts; refuses what may be a time of day, and what is too long."""
    count = match["count"].lower()
    number = _NUMBERS[count] / _MINUTES if count in _NUMBERS else float(count.replace(",", "."))
    total = number * (_MINUTES if match["hours"] else 1) + int(match["more"] or 0)
    doubtful = match["hours"] and number >= _SURELY_A_TIME and not match["for"]
    if doubtful or not 1 <= total <= _LONGEST or total != int(total):
        raise Unreadable(
            f"`{match[0].strip()}` is no length of a meeting; write minutes, as in `for 60 minutes`"
        )
    return int(total)


def date_of(match: re.Match[str]) -> date:
    """The day in a match; refuses one without a year, and one that is not in the calendar."""
    found = match.groupdict()
    if not found.get("year"):
        hint = "write it as 2026-09-15, or as a rhythm where it comes back"
        raise Unreadable(f"`{match[0]}` does not say which year; {hint}", match[0])
    month = _MONTH[found["name"].lower()] if found.get("name") else int(found["month"])
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        raise Unreadable(f"`{match[0]}` is not in the calendar; write it as 2026-09-15", match[0]) from None
