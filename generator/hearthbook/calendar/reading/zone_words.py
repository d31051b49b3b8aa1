"""Time zones as people write them: names, abbreviations, cities and distances from UTC."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from hearthbook.calendar.readings import Unreadable
from hearthbook.model.zones import ABBREVIATIONS, zone_in

OFFSET: Final = re.compile(
    r"(?:(?:UTC|GMT)(?P<sign>[+-]| [+]| ?[+-](?=[0-9]{1,2}(?![0-9:])))"
    r"|(?<=[0-9])(?P<iso>[+])(?=[0-9]{2}:[0-9]{2}))"
    r" ?(?P<hours>[0-9]{1,2})(?::?(?P<minutes>[0-5][0-9]))?(?![0-9:])",
    re.IGNORECASE,
)
_NAMED: Final = {
    "PT": "pacific time; us pacific; pacific; pacific standard time; pacific daylight time; pazifikzeit",
    "MT": "mountain time; us mountain; mountain standard time; mountain daylight time",
    "CT": "central time; us central; us central time; central daylight time",
    "ET": "eastern time; us eastern; eastern; us eastern time; eastern daylight time",
    "EST": "eastern standard time",
    "CET": "central european time; central european summer time; mitteleuropäische zeit",
    "IST": "ist time",
    "JST": "japan time; japan standard time; japanese time",
    "GMT": "greenwich mean time",
    "UTC": "utc time; coordinated universal time; weltzeit; z; utc",
    "Europe/London": "uk time; british time; british summer time; uk",
    "Europe/Warsaw": "poland; polen", "Europe/Paris": "france; frankreich", "Europe/Rome": "italy; italien",
    "Asia/Tokyo": "japan", "Asia/Jerusalem": "israel", "Europe/Dublin": "ireland", "Africa/Nairobi": "kenya",
    "Asia/Kolkata": "india; indien; indian standard time; india time; indian time; india standard time",
    "Asia/Shanghai": "china; china time; china standard time; beijing time; beijing",
    "Europe/Berlin": "germany; deutschland; german time; germany time; deutsche zeit; berliner zeit",
    "Europe/Vienna": "austria; österreich; wien; wiener zeit",
    "Europe/Zurich": "switzerland; schweiz; zürich; zürcher zeit; swiss time",
    "America/Sao_Paulo": "são paulo; brt time; brasilia time; brasília time",
    "America/New_York": "nyc time; ny time; new york city",
    "America/Los_Angeles": "san francisco; seattle; san francisco time; seattle time; sf time",
}  # fmt: skip
NAMES: Final = {phrase.strip(): zone for zone, line in _NAMED.items() for phrase in line.split(";")}
"""Phrase in small letters -> an abbreviation or a zone."""
_PHRASE: Final = re.compile(
    rf"(?:{'|'.join(map(re.escape, sorted(NAMES, key=len, reverse=True)))})(?!\w)", re.IGNORECASE
)
_IANA: Final = re.compile(
    r"(?P<name>[A-Za-z]+(?:/[A-Za-z][\w+-]*){1,2})(?: time|-?zeit)?(?!\w)", re.IGNORECASE
)
_ABBREVIATION: Final = re.compile(r"[A-Z]{1,8}[0-9]?[A-Z]*(?: time)?(?!\w)")
_CITY: Final = re.compile(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}")
_TIME: Final = re.compile(r"(?: time|[ -]?zeit)?(?!\w)", re.IGNORECASE)
_NO_CITIES: Final = {
    "north", "south", "west", "center", "easter", "wake", "knox", "act", "nsw", "lhi", "acre", "general",
    "reunion", "troll", "christmas", "midway", "casey", "davis", "mawson", "palmer", "syowa", "vostok",
    "rothera", "mcmurdo", "macquarie", "universal", "zulu", "greenwich",
}  # fmt: skip
"""Words at the end of a zone's name that mean something else beside a meeting."""
_FURTHEST: Final = 14 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A zone as written."""

    text: str
    """The words."""
    zones: tuple[str, ...] = ()
    """The zones it may stand for; none where it is a distance from UTC."""
    ahead: int | None = None
    """Minutes ahead of UTC, where it says that."""
    sure: bool = False
    """Whether it names a place and leaves nothing to ask."""


def _offset(match: re.Match[str]) -> Written:
    minutes = int(match["hours"]) * 60 + int(match["minutes"] or 0)
    if minutes > _FURTHEST:
        raise Unreadable(
            f"`{match[0]}` is further from UTC than any place; the furthest are 14 hours", match[0]
        )
    sign = (match["sign"] or match["iso"]).strip()
    return Written(text=match[0], ahead=-minutes if sign == "-" else minutes)


def _known(word: str, text: str) -> Written | None:
    if word.upper() == "UTC" or "/" in word:
        zone = "UTC" if word.upper() == "UTC" else zone_in(word)
        if zone.lower() == word.lower():
            return Written(text=text, zones=(zone,), sure=True)
    zones = ABBREVIATIONS.get(word.upper())
    return Written(text=text, zones=zones) if zones else None


def _named(phrase: str) -> Written | None:
    """The zone of a phrase such as `Pacific Time`."""
    meant = NAMES[phrase.lower()]
    return _known(meant, phrase)


def _city(line: str, start: int) -> tuple[Written, int] | None:
    """The zone of a city, which is not the first word of a line, where names of groups stand."""
    match = _CITY.match(line, start)
    words = match[0].split(" ") if match else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        plain = name.rstrip(".,").lower()
        zone = zone_in(plain) if plain not in _NO_CITIES else ""
        if zone and zone.rpartition("/")[2].replace("_", " ").lower() == plain:
            end = start + len(name.rstrip(".,"))
            after = _TIME.match(line, end)
            if start or (after and after[0]):
                return Written(
                    text=name.rstrip(".,"), zones=(zone,), sure=True
                ), after.end() if after else end
    return None


def zone_at(line: str, start: int) -> tuple[Written, int] | None:
    """The zone that is written at a place of a line, and where it ends; None where none is."""
    if match := OFFSET.match(line, start):
        return _offset(match), match.end()
    if (match := _PHRASE.match(line, start)) and (match[0] != "z") and (named := _named(match[0])):
        return named, match.end()
    if (match := _IANA.match(line, start)) and (found := _known(match["name"], match[0])):
        return found, match.end()
    if (match := _ABBREVIATION.match(line, start)) and (found := _known(match[0].split(" ")[0], match[0])):
        return found, match.end()
    return _city(line, start)
