"""Times written in words: read strictly, or refused with the reason.

Reads English phrases such as `every Tuesday at 17:00`, `every other Monday at
09:30 Europe/Berlin for 60 minutes`, `third Wednesday of every month at 18:00`
and `every month on day 15 at 12:00`. Whatever is left over is a reason to
refuse: a time that is nearly right sends people to the wrong hour.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.fixes import abbreviation
from hearthbook.model.recurrence import ORDINALS, WEEKDAYS
from hearthbook.model.zones import zone_in

if TYPE_CHECKING:
    from collections.abc import Sequence

_WEEKDAY: Final = "|".join(WEEKDAYS)
_ORDINAL: Final = "|".join(ORDINALS)
_ORDINALS: Final = rf"(?:{_ORDINAL})(?: and (?:{_ORDINAL}))*"
_DAYS: Final = rf"(?:{_WEEKDAY})s?(?:(?:, | and |, and )(?:{_WEEKDAY})s?)*"
_WEEKS: Final = r"(?P<other>every other)|every (?:(?P<weeks>[2-9]|1[0-2]|two|three|four) weeks|other week) on"
_PATTERNS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:every |weekly on )?(?P<days>{_DAYS})",
        rf"(?P<rhythm>{_WEEKS}) (?P<days>{_DAYS})",
        rf"(?:every |the )?(?P<of>{_ORDINALS} (?:{_WEEKDAY})) (?:of|in) (?:every|each|the) month",
        rf"monthly on (?:the )?(?P<of>(?:{_ORDINAL}) (?:{_WEEKDAY}))",
        r"every month on (?:the |day )(?P<date>[12]?\d|3[01])(?:st|nd|rd|th)?",
    )
)
_NUMBERS: Final = {"two": "2", "three": "3", "four": "4"}
_DETAIL: Final = re.compile(
    r"(?:(?i: at )|, | )(?P<at>(?:[01]\d|2[0-3]):[0-5]\d)(?=$|[ ,])"
    r"|(?: in|,)? (?P<zone>UTC|[A-Z][A-Za-z_]+(?:/[A-Z][\w+-]*){1,2})(?=$|[ ,])"
    r"|,?(?i: for )(?P<count>[1-9]\d{0,3}) (?P<unit>(?i:minutes?|hours?))(?=$|[ ,])"
)
_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_MANY_DAYS: Final = {
    r"\b(?:every |each )?week-?days?\b|\bevery working day\b": WEEKDAYS[:5],
    r"\b(?:every|each) day\b|\bdaily\b": WEEKDAYS,
    r"\bweekends?\b": WEEKDAYS[5:],
}
"""Words for several days -> the days."""
_LONGEST: Final = 200
"""Characters that are looked at for a reason."""
EXAMPLE: Final = "write it as in `every Tuesday at 17:00`, or with the keys every, day, at and zone"
_TURN: Final = "write it as in `Monday at 17:00`, or with the keys day, at and zone"
_DAY_ALONE: Final = re.compile(rf"(?:(?:{_ORDINAL}) )?(?:{_WEEKDAY})|[12]?[0-9]|3[01]", re.IGNORECASE)
_OF_SOME_MONTH: Final = re.compile(
    rf"(?:the )?(?:{_ORDINAL}) (?:{_WEEKDAY})(?! (?:of|in) (?:every|each|the) )", re.IGNORECASE
)


def _any_of(choices: Sequence[str]) -> str:
    """`A`, `A or B`, `A, B or C`."""
    *others, last = choices
    return f"{', '.join(others)} or {last}" if others else last


def _reason(text: str) -> str:
    """Why the text is refused: the first thing in it that has two meanings."""
    word, choices = abbreviation(text)
    if choices:
        return f"`{word}` is an abbreviation, not a time zone: write {_any_of(choices)}"
    if re.search(r"\bbi-?weekly\b", text, re.IGNORECASE):
        meanings = "`biweekly` can mean twice a week or every two weeks"
        return f"{meanings}: write `every other Tuesday`, or name both days"
    if re.search(r"\bbi-?monthly\b", text, re.IGNORECASE):
        return "`bimonthly` can mean twice a month or every two months: write the keys every and day"
    if re.search(rf"\b(?:second|third|fourth) (?:{_WEEKDAY})", text, re.IGNORECASE):
        meanings = "that can mean one week in two (or three, or four), or one day of each month"
        return f"{meanings}: write `every other Tuesday`, or `second Tuesday of every month`"
    if re.search(r"\b(?:UTC|GMT)[+-]\d", text):
        return (
            "a fixed distance from UTC does not move with the clocks: write the place, as in Asia/Singapore"
        )
    if re.search(r"\d ?[ap]\.?m\b", text, re.IGNORECASE):
        return "write the time with 24 hours, as in 17:00 for 5 pm"
    if re.search(r"(?<!\d)\d:\d\d(?!\d)", text):
        return "write the hour with two digits, as in 09:00"
    return _once(text) or _without_day(text) or _misspelled(text) or EXAMPLE


def _once(text: str) -> str:
    """What to do with a single day, or a time with a point."""
    if found := re.search(r"(?<![\d.])([01]?\d|2[0-3])[.h]([0-5]\d)(?![\d.])", text):
        return f"write the time with a colon and two digits each: {int(found[1]):02}:{found[2]}"
    found = re.search(r"\b\d{4}-\d\d-\d\d\b", text)
    if not found and not re.search(rf"\b(?:\d{{1,2}}\.? )?(?:{_MONTHS})\b(?: \d{{1,2}})?", text):
        return ""
    day = found[0] if found else "2026-12-01"
    return f"words are for a time that comes back; for a single day write `{{from: {day}, until: {day}}}`"


def _without_day(text: str) -> str:
    """What to write where a rhythm does not say which days."""
    lowered = text.lower()
    for pattern, days in _MANY_DAYS.items():
        if re.search(pattern, lowered):
            return f"list the days: `every {', '.join(days[:-1])} and {days[-1]}`"
    if re.search(r"\b(?:once a|every|each) month\b(?! on)|\bmonthly\b(?! on)", lowered):
        return "say which day of the month: `first Tuesday of every month`, or `every month on day 15`"
    if re.search(r"\b(?:once a|every|each) week\b|\bweekly\b(?! on)", lowered):
        return "say which day of the week, as in `every Tuesday`"
    return ""


def _misspelled(text: str) -> str:
    """The weekday or the zone that somebody meant."""
    for word in re.findall(r"[^\W\d_]{3,}", text):
        name = word.title().removesuffix("s")
        whole = [day for day in WEEKDAYS if day.startswith(name)]
        near = whole or get_close_matches(name, WEEKDAYS, n=1, cutoff=0.75)
        if near and near[0] != name:
            return f"did you mean {near[0]} by `{word}`?"
    if zone := zone_in(text):
        return f"a time zone is written with its region: did you mean {zone}?"
    return ""


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
    if not found.get("rhythm"):
        return {"every": "week", "day": _singular(found["days"])}
    number = (found.get("weeks") or "2").lower()
    return {"every": f"{_NUMBERS.get(number, number)} weeks", "day": _singular(found["days"])}


def _details(text: str) -> dict[str, str] | None:
    """Time, zone and length from what follows the rhythm; None when anything else is there."""
    read: dict[str, str] = {}
    position = 0
    while position < len(text):
        match = _DETAIL.match(text, position)
        found = {key: value for key, value in match.groupdict().items() if value} if match else {}
        if not match or found.keys() & read.keys():
            return None
        read |= found
        position = match.end()
    if "count" in read:
        hours = read.pop("unit").lower().startswith("hour")
        read["minutes"] = str(int(read.pop("count")) * (60 if hours else 1))
    return read


def read_when(text: str) -> dict[str, str] | str:
    """The keys of a `When` with their texts, or the reason why the text is refused.

    Several days are joined by `|`.
    """
    line = " ".join(text.split()).rstrip(".")
    first = _DETAIL.search(line)
    start = first.start() if first else len(line)
    match = next((found for pattern in _PATTERNS if (found := pattern.fullmatch(line[:start]))), None)
    details = _details(line[start:])
    if match is None or details is None:
        return _reason(text[:_LONGEST])
    return _rhythm(match) | details


def read_turn(text: str) -> dict[str, str] | str:
    """The keys of one of several times that take turns, or the reason why the text is refused.

    How often it comes round stands elsewhere, so that `third Wednesday at 13:00` has one meaning.
    """
    line = " ".join(text.split())
    if _DAY_ALONE.fullmatch(line):
        return {"day": line}
    of_month = _OF_SOME_MONTH.match(line)
    read = read_when(f"{of_month[0]} of every month{line[of_month.end() :]}" if of_month else line)
    if isinstance(read, str):
        return _TURN if read == EXAMPLE else read
    if read.pop("every") not in {"week", "month"}:
        return "`every` says how often the turns come: write the day alone, as in `Monday at 13:00`"
    return "each time has one day: write the other one as a time of its own" if "|" in read["day"] else read
