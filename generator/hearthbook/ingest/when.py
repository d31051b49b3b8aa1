"""Times written in words: read strictly, or refused with the reason.

Reads English phrases such as `every Tuesday at 17:00`, `every second Monday at
09:30 Europe/Berlin for 60 minutes`, `third Wednesday of every month at 18:00`
and `every month on day 15 at 12:00`. Whatever is left over is a reason to
refuse: a time that is nearly right sends people to the wrong hour.
"""

from __future__ import annotations

import re
from typing import Final

from hearthbook.model.rhythm import ORDINALS, WEEKDAYS
from hearthbook.model.zones import ABBREVIATIONS

_WEEKDAY: Final = "|".join(WEEKDAYS)
_ORDINAL: Final = "|".join(ORDINALS)
_NUMBERS: Final = {"other": 2, "second": 2, "third": 3, "fourth": 4}
_DAYS: Final = rf"(?:{_WEEKDAY})s?(?:(?:, | and |, and )(?:{_WEEKDAY})s?)*"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:every |weekly on )?(?P<days>{_DAYS})",
        rf"(?:every (?P<number>other|second|third|fourth) )(?P<days>{_DAYS})",
        rf"every (?P<weeks>[2-9]|1[0-2]) weeks on (?P<days>{_DAYS})",
        rf"(?:every |the )?(?P<of>(?:{_ORDINAL})(?: and (?:{_ORDINAL}))* (?:{_WEEKDAY})) (?:of|in) (?:every|each|the) month",
        rf"monthly on (?:the )?(?P<of>(?:{_ORDINAL}) (?:{_WEEKDAY}))",
        r"every month on (?:the |day )(?P<date>[12]?\d|3[01])(?:st|nd|rd|th)?",
    )
)
_CLOCK: Final = re.compile(r"(?: at |, | )(?P<at>([01]\d|2[0-3]):[0-5]\d)(?=$|[ ,])", re.IGNORECASE)
_ZONE: Final = re.compile(r"(?:(?: in|,)? )(?P<zone>UTC|[A-Z]\w+(?:/[A-Z][\w+-]*){1,2})(?=$|[ ,])")
_MINUTES: Final = re.compile(r",? for (?P<count>[1-9]\d{0,3}) (?P<unit>minutes?|hours?)(?=$|[ ,])", re.IGNORECASE)
EXAMPLE: Final = "write it as in `every Tuesday at 17:00`, or with the keys every, day, at and zone"


def _take(pattern: re.Pattern[str], text: str) -> tuple[re.Match[str] | None, str]:
    found = pattern.search(text)
    return (found, text[: found.start()] + text[found.end() :]) if found else (None, text)


def _reason(text: str) -> str:
    """Why the text is refused: the first thing in it that has two meanings."""
    for word in re.findall(r"[A-Za-z/]+", text):
        if choices := ABBREVIATIONS.get(word.upper() if word.isupper() or "/" in word else ""):
            return f"`{word}` is an abbreviation, not a time zone: write {', '.join(choices)}"
    if re.search(r"\bbi-?weekly\b", text, re.IGNORECASE):
        return "`biweekly` can mean twice a week or every two weeks: write `every second Tuesday`, or name both days"
    if re.search(r"\bbi-?monthly\b", text, re.IGNORECASE):
        return "`bimonthly` can mean twice a month or every two months: write the keys every and day"
    if re.search(r"\d ?[ap]\.?m\b", text, re.IGNORECASE):
        return "write the time with 24 hours, as in 17:00 for 5 pm"
    if re.search(r"(?<!\d)\d:\d\d(?!\d)", text):
        return "write the hour with two digits, as in 09:00"
    return EXAMPLE


def _singular(days: str) -> str:
    names = re.findall(_WEEKDAY, days, re.IGNORECASE)
    return "|".join(name.title() for name in names)


def _of_month(text: str) -> str:
    weekday = text.rpartition(" ")[2]
    ordinals = re.findall(_ORDINAL, text.rpartition(" ")[0], re.IGNORECASE)
    return "|".join(f"{ordinal.lower()} {weekday.title()}" for ordinal in ordinals)


def _rhythm(match: re.Match[str]) -> dict[str, str]:
    found = match.groupdict()
    if found.get("of"):
        return {"every": "month", "day": _of_month(found["of"])}
    if found.get("date"):
        return {"every": "month", "day": found["date"]}
    number = found.get("weeks") or _NUMBERS.get((found.get("number") or "").lower())
    every = f"{number} weeks" if number else "week"
    return {"every": every, "day": _singular(found["days"])}


def read_when(text: str) -> dict[str, str] | str:
    """The keys of a `When` with their texts, or the reason why the text is refused.

    Several days are joined by `|`.
    """
    rest = " ".join(text.split()).rstrip(".")
    clock, rest = _take(_CLOCK, rest)
    zone, rest = _take(_ZONE, rest)
    minutes, rest = _take(_MINUTES, rest)
    match = next((m for p in _PATTERNS if (m := p.fullmatch(rest.strip(" ,")))), None)
    if not match:
        return _reason(text)
    read = _rhythm(match)
    if clock:
        read["at"] = clock["at"]
    if zone:
        read["zone"] = zone["zone"]
    if minutes:
        hours = minutes["unit"].lower().startswith("hour")
        read["minutes"] = str(int(minutes["count"]) * (60 if hours else 1))
    return read
