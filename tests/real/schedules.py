"""Meeting times as people write them: read with certainty, or refused with a person's reason."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.when import read_when

if TYPE_CHECKING:
    from collections.abc import Iterable

PACIFIC: Final = "America/Los_Angeles"
DECISIONS: Final = (
    f"PT means {PACIFIC}, the clock with summer time that the project keeps",
    "hours are 24-hour, as the project says of its times: 8:30 is 08:30",
    "a weekday alone means every week",
)
"""What the converter takes as certain, to be printed with every report."""

_COUNTS: Final = {2: "two", 3: "three", 4: "four"}
_TIME: Final = re.compile(r"\d{1,2}:\d\d")
_ZONE: Final = re.compile(r"\b(?:[ECMP]S?T|JST|UTC(?:[+-]\d+)?)\b")
_NTH: Final = re.compile(r"every (second|third|fourth) (\w+day)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """One time in words, and what became of it."""

    group: str
    """The slug of the community."""
    text: str
    """The words of the source."""
    when: dict[str, str] | None = None
    """The keys of a `when`, or None where the words are refused."""
    reason: str = ""
    """Why they are refused, as a person would say it."""

    @property
    def keys(self) -> str:
        """The read time in one line, or nothing."""
        return ", ".join(f"{key}: {value}" for key, value in (self.when or {}).items())


def _several(text: str) -> str:
    """Why more than one time in one line is refused."""
    times = len(_TIME.findall(text))
    zones = len(set(_ZONE.findall(text)))
    told = f"{_COUNTS.get(times, times)} times"
    if zones > 1:
        told += f" in {_COUNTS.get(zones, zones)} zones"
    if "alternating" in text.lower():
        return f"it alternates between {told}, and nothing says which week has which"
    return f"{told}: these are several meetings in one line"


def obstacle(text: str) -> str:
    """Why no one can read the text without guessing, or nothing where they can.

    Asked before `read_when`, which takes `every third Wednesday` for every three
    weeks; many who write it mean the third Wednesday of the month.
    """
    if "different day" in text:
        return "the day and the hour change every month"
    if "during" in text:
        return "it has no time of its own: it takes place inside the meetings of other groups"
    if len(_TIME.findall(text)) > 1:
        return _several(text)
    if found := _NTH.search(text):
        number, day = found[1].lower(), found[2]
        weeks = {"second": "two", "third": "three", "fourth": "four"}[number]
        return f"`{found[0]}` can mean every {weeks} weeks, or the {number} {day} of each month"
    if "EST" in text:
        return "EST is New York's clock in winter; nothing says what the hour is in summer"
    return ""


def plainer(text: str) -> str:
    """The text with the zone named and hours in two digits, and nothing else changed."""
    named = re.sub(r"\bPT\b", PACIFIC, text)
    return re.sub(r"(?<![\d:])(\d:\d\d)(?! ?[ap]\.?m\b)", r"0\1", named, flags=re.IGNORECASE)


def read(group: str, text: str) -> Schedule:
    """The schedule, read or refused."""
    text = " ".join(text.split())
    if reason := obstacle(text):
        return Schedule(group=group, text=text, reason=reason)
    found = read_when(plainer(text))
    if isinstance(found, str):
        return Schedule(group=group, text=text, reason=found)
    return Schedule(group=group, text=text, when=found)


def refused(schedules: Iterable[Schedule]) -> tuple[Schedule, ...]:
    """Those that could not be read."""
    return tuple(schedule for schedule in schedules if schedule.when is None)
