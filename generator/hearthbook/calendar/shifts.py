"""When a place moves its clocks, and which places never do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

_AHEAD: Final = 400
"""Days that are looked at: a year and a month, so that each yearly change is met."""
_STEP: Final = 5
"""Days between two looks; clocks never move there and back in fewer."""
_NUMBERS: Final = {30: "half an hour", 60: "an hour", 120: "two hours"}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_STEADY: Final = (
    "UTC", "Asia/Shanghai", "Asia/Singapore", "Asia/Hong_Kong", "Asia/Taipei", "Asia/Manila",
    "Australia/Perth", "Asia/Tokyo", "Asia/Seoul", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka",
    "Asia/Karachi", "Asia/Dubai", "Asia/Kabul", "Asia/Tashkent", "Asia/Almaty", "Asia/Yangon",
    "Asia/Bangkok", "Asia/Jakarta", "Asia/Ho_Chi_Minh", "Asia/Riyadh", "Asia/Tehran", "Europe/Istanbul",
    "Africa/Nairobi", "Europe/Moscow", "Africa/Johannesburg", "Africa/Lagos", "Africa/Accra",
    "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/Montevideo", "America/Puerto_Rico",
    "America/Caracas", "America/La_Paz", "America/Panama", "America/Bogota", "America/Lima",
    "America/Costa_Rica", "America/Mexico_City", "America/Phoenix", "Pacific/Honolulu",
    "Australia/Brisbane", "Australia/Darwin", "Pacific/Guam", "Pacific/Fiji", "Atlantic/Cape_Verde",
)  # fmt: skip
"""Well-known places, of which those are offered that do not move their clocks."""
_REGIONS: Final = (
    "Africa/",
    "America/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """A change of a place's clocks."""

    day: date
    """The day on the place's own calendar."""
    minutes: int
    """By how much: above zero when the clocks are set forward."""

    def __str__(self) -> str:
        """`by an hour on 14 March 2027`."""
        size = abs(self.minutes)
        return f"by {_NUMBERS.get(size, f'{size} minutes')} on {spoken(self.day)}"


def spoken(day: date) -> str:
    """`14 March 2027`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def offset(zone: str, moment: datetime) -> int:
    """How many minutes a zone is ahead of UTC at a moment."""
    ahead = moment.astimezone(ZoneInfo(zone)).utcoffset()
    return round(ahead.total_seconds() / 60) if ahead is not None else 0


def _noon(day: date) -> datetime:
    # a year before and two years after are still dates, whatever day somebody gives
    bounded = min(max(day, date(1900, 1, 1)), date(9000, 1, 1))
    return datetime(bounded.year, bounded.month, bounded.day, 12, tzinfo=UTC)


@lru_cache(maxsize=1024)
def offsets(zone: str, today: date) -> tuple[int, ...]:
    """How many minutes a zone is ahead of UTC through the year to come."""
    start = _noon(today)
    return tuple(offset(zone, start + timedelta(days=days)) for days in range(0, _AHEAD, _STEP))


@lru_cache(maxsize=256)
def next_shift(zone: str, today: date) -> Shift | None:
    """The next change of a zone's clocks within a year and a month; None where they do not move."""
    ahead = offsets(zone, today)
    after = next((index for index, each in enumerate(ahead) if each != ahead[0]), None)
    if after is None:
        return None
    early = _noon(today) + timedelta(days=(after - 1) * _STEP)
    late = early + timedelta(days=_STEP)
    while late - early > timedelta(minutes=1):
        middle = early + (late - early) / 2
        early, late = (middle, late) if offset(zone, middle) == ahead[0] else (early, middle)
    day = late.astimezone(ZoneInfo(zone)).date()
    return Shift(day=day, minutes=ahead[after] - ahead[0])


def moves(zone: str, today: date) -> str:
    """In words, when a zone moves next: `it moves by an hour on 14 March 2027`, `its clocks never move`."""
    shift = next_shift(zone, today)
    return f"it moves {shift}" if shift else "its clocks never move"


def same_clock(one: str, other: str, today: date) -> bool:
    """Whether two zones show the same time for a year and a month to come."""
    return offsets(one, today) == offsets(other, today)


def always(zone: str, today: date) -> int | None:
    """How many minutes a zone is ahead of UTC, where that is so all year; None where its clocks move."""
    ahead = set(offsets(zone, today))
    return ahead.pop() if len(ahead) == 1 else None


def distance(minutes: int) -> str:
    """`+05:30`, `-05:00`."""
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@lru_cache(maxsize=128)
def steady(minutes: int, today: date) -> tuple[str, ...]:
    """Places that are so many minutes ahead of UTC all year, well-known ones first; three at most."""
    known = [zone for zone in _STEADY if always(zone, today) == minutes]
    if not known:
        every = sorted(zone for zone in available_timezones() if zone.startswith(_REGIONS))
        known = [zone for zone in every if always(zone, today) == minutes]
    return tuple(known[:3])
