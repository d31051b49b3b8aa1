"""A line cut into words that have a meaning, and those that have none."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from hearthbook.calendar.reading import clock_words as clock
from hearthbook.calendar.reading.words_of_time import GERMAN_SHORT, WORDS
from hearthbook.calendar.reading.zone_words import zone_at
from hearthbook.calendar.readings import Unreadable

LONGEST: Final = 300
"""Characters; what is longer is no schedule in one line."""
UNKNOWN: Final = "?"
_ALIKE: Final = (
    dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-")
    | dict.fromkeys((0x2018, 0x2019, ord("`")), "'")
    | str.maketrans("\u017f\u212a\u0130\u0131", "skIi")
)
"""Characters that look alike, or that small letters and capitals share -> the plain one."""
_PHRASE: Final = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(WORDS, key=len, reverse=True)))})(?![^\W_])", re.IGNORECASE
)
_AM_DAY: Final = re.compile(
    r"[0-9:.]{1,5} am (?:(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
    r"|[0-9]{1,2}\.|(?:ers|zwei|drit|vier|letz)te)",
    re.IGNORECASE,
)
"""A time before the German `am`: `9:00 am Dienstag` says nothing of the morning."""
_SHORT_DAY: Final = re.compile(rf"(?P<day>{'|'.join(GERMAN_SHORT)})\.?(?!\w)")
_NUMBERED: Final = re.compile(r"(?P<number>[0-9]{1,2})(?:(?:st|nd|rd|th)(?!\w)|\.(?= |$|-))", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[0-9]{1,2}(?![\w.:])")
_FOUR: Final = re.compile(r"[0-9]{4}(?![\w.:])")
_MARK: Final = re.compile(r"(?P<and>[&+])|(?P<at>@)|(?P<comma>[,;/()|:])|(?P<dash>-)|(?P<stop>\.(?= |$))")
_WORD: Final = re.compile(r"[^\W_]+(?:['-][^\W_]+)*|\S")
_A_FOUR: Final = "four digits can be a time or a year; write a time as 17:00, and a day as 2026-09-15"
_A_SLASHED: Final = (
    "a day in numbers is read in two orders around the world, and needs its year; write it as 2026-09-15"
)
_A_MONTH: Final = (
    "a month alone says neither which years nor which day; write the first and the last day as `from` and "
    "`until`, or `every: year` and the day as `from`"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A word or phrase with its kind, as listed in `words_of_time`.

    Further kinds: `t` a time, `z` a zone, `L` a length, `D` a day of the calendar, `,` a
    mark between parts, `l` a name, `?` anything else.
    """

    kind: str
    """One letter."""
    text: str
    """As written."""
    value: object = None
    """What it says."""


def plain(text: str) -> str:
    """The text with one sort of dash, apostrophe and space; refuses what is too long or hides something."""
    if len(text) > LONGEST:
        raise Unreadable(f"it has {len(text):,} characters; write one schedule in a line, {LONGEST} at most")
    line = " ".join(text.translate(_ALIKE).split())
    hidden = next((letter for letter in line if unicodedata.category(letter)[0] == "C"), "")
    if hidden:
        name = f"U+{ord(hidden):04X}"
        raise Unreadable(f"it holds a character that cannot be seen ({name}); type it anew", name)
    if not line:
        raise Unreadable("there is nothing in it; write a day and a time, as in `every Tuesday at 17:00`")
    return line


def _timed(line: str, start: int) -> tuple[Token, int] | None:
    """A day of the calendar, a length or a time of day."""
    german = _AM_DAY.match(line, start)
    for pattern in clock.DATES:
        if match := pattern.match(line, start):
            return Token(kind="D", text=match[0], value=clock.date_of(match)), match.end()
    if (match := clock.TWELVE.match(line, start)) and not german:
        return Token(kind="t", text=match[0], value=clock.clock_of(match)), match.end()
    if match := clock.FOUR_DIGITS.match(line, start):
        return Token(kind="t", text=match[0], value=clock.clock_of(match)), match.end()
    if (match := clock.LENGTH.match(line, start)) and (
        match["for"] or not clock.HOUR_ONLY.match(line, start)
    ):
        return Token(kind="L", text=match[0], value=clock.length_of(match)), match.end()
    for pattern in (clock.TWENTY_FOUR, clock.O_CLOCK):
        if match := pattern.match(line, start):
            return Token(kind="t", text=match[0], value=clock.clock_of(match)), match.end()
    if match := clock.HOUR_ONLY.match(line, start):
        return Token(kind="t", text=match[0], value=clock.hour_or_length(match)), match.end()
    if match := clock.NOON_WORD.match(line, start):
        return Token(
            kind="t", text=match[0], value=clock.Clock(hour=clock.NOON, half="p", noon=True)
        ), match.end()
    return None


def _worded(line: str, start: int) -> tuple[Token, int] | None:
    """A word or phrase from the list, a number, or a mark."""
    if match := _SHORT_DAY.match(line, start):
        return Token(kind="d", text=match[0], value=GERMAN_SHORT[match["day"]]), match.end()
    if match := _PHRASE.match(line, start):
        kind, value = WORDS[match[0].lower()]
        return Token(kind=kind, text=match[0], value=value), match.end()
    if match := clock.MONTH_NAME.match(line, start):
        return Token(kind="!", text=match[0], value=_A_MONTH), match.end()
    if match := clock.SLASHED.match(line, start):
        return Token(kind="!", text=match[0], value=_A_SLASHED), match.end()
    if match := _NUMBERED.match(line, start):
        return Token(kind="o", text=match[0], value=int(match["number"])), match.end()
    if match := _FOUR.match(line, start):
        return Token(kind="!", text=match[0], value=_A_FOUR), match.end()
    if match := _NUMBER.match(line, start):
        return Token(kind="c", text=match[0], value=int(match[0])), match.end()
    if match := _MARK.match(line, start):
        kinds = {"and": "&", "at": "@", "comma": ",", "dash": "-", "stop": ","}
        return Token(kind=kinds[match.lastgroup or "comma"], text=match[0]), match.end()
    return None


def _zoned(line: str, start: int) -> tuple[Token, int] | None:
    if found := zone_at(line, start):
        return Token(kind="z", text=found[0].text, value=found[0]), found[1]
    return None


def _next(line: str, start: int) -> tuple[Token, int]:
    for look in (_timed, _zoned, _worded):
        if found := look(line, start):
            return found
    match = _WORD.match(line, start)
    text = match[0] if match else line[start]
    return Token(kind=UNKNOWN, text=text), start + len(text)


def tokens_of(line: str) -> tuple[Token, ...]:
    """The words of a line that `plain` has let pass; nothing is left out but spaces."""
    found: list[Token] = []
    position = 0
    while position < len(line):
        if line[position] == " ":
            position += 1
            continue
        token, position = _next(line, position)
        found.append(token)
    return tuple(found)
