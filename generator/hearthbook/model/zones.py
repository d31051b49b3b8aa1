"""Time zone abbreviations and what people mean by them.

None of these is a time zone: most stand for several places, and nearly all
change meaning when clocks change. The lists are the choices to offer, the most
common first, by the names of the IANA time zone database.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from functools import cache
from typing import Final
from zoneinfo import available_timezones

_PACIFIC = ("America/Los_Angeles", "America/Vancouver", "America/Tijuana")
_MOUNTAIN = ("America/Denver", "America/Phoenix", "America/Edmonton")
_CENTRAL = ("America/Chicago", "America/Mexico_City", "America/Winnipeg")
_EASTERN = ("America/New_York", "America/Toronto")
_CENTRAL_EUROPE = ("Europe/Berlin", "Europe/Paris", "Europe/Rome")
_EASTERN_EUROPE = ("Europe/Helsinki", "Europe/Kyiv", "Europe/Bucharest")
_WESTERN_EUROPE = ("Europe/Lisbon", "Atlantic/Canary")
_AUSTRALIAN_EAST = ("Australia/Sydney", "Australia/Brisbane", "Australia/Melbourne")

ABBREVIATIONS: Final[dict[str, tuple[str, ...]]] = {
    **dict.fromkeys(("PT", "PST", "PDT", "PST8PDT", "US/PACIFIC"), _PACIFIC),
    **dict.fromkeys(("MT", "MST", "MDT", "MST7MDT", "US/MOUNTAIN"), _MOUNTAIN),
    **dict.fromkeys(("CT", "CDT", "CST6CDT", "US/CENTRAL"), _CENTRAL),
    "CST": ("America/Chicago", "Asia/Shanghai", "America/Havana"),
    **dict.fromkeys(("ET", "EST", "EDT", "EST5EDT", "US/EASTERN"), _EASTERN),
    **dict.fromkeys(("CET", "CEST", "MET", "MEZ", "MESZ"), _CENTRAL_EUROPE),
    **dict.fromkeys(("EET", "EEST"), _EASTERN_EUROPE),
    **dict.fromkeys(("WET", "WEST"), _WESTERN_EUROPE),
    "IST": ("Asia/Kolkata", "Europe/Dublin", "Asia/Jerusalem"),
    "BST": ("Europe/London", "Asia/Dhaka"),
    "GMT": ("UTC", "Europe/London", "Africa/Accra"),
    "Z": ("UTC",),
    "JST": ("Asia/Tokyo",),
    "KST": ("Asia/Seoul",),
    "SGT": ("Asia/Singapore",),
    "HKT": ("Asia/Hong_Kong",),
    **dict.fromkeys(("AET", "AEST", "AEDT"), _AUSTRALIAN_EAST),
    "AST": ("America/Halifax", "Asia/Riyadh"),
    "NZST": ("Pacific/Auckland",),
    "NZDT": ("Pacific/Auckland",),
    "BRT": ("America/Sao_Paulo",),
    "MSK": ("Europe/Moscow",),
    "HST": ("Pacific/Honolulu",),
}
"""Upper-case abbreviation -> the zones it may mean."""

_REGIONS: Final = (
    "Africa",
    "America",
    "Antarctica",
    "Asia",
    "Atlantic",
    "Australia",
    "Europe",
    "Indian",
    "Pacific",
)


_LONGEST: Final = 60


@cache
def _cities() -> dict[str, str]:
    """City in lower case, and zone in lower case -> the zone."""
    zones = sorted(zone for zone in available_timezones() if zone.partition("/")[0] in _REGIONS)
    cities = {zone.rpartition("/")[2].replace("_", " ").lower(): zone for zone in reversed(zones)}
    return {"utc": "UTC"} | cities | {zone.lower(): zone for zone in zones}


def zone_in(text: str) -> str:
    """The zone that a text names by its city, or in other letters; empty where there is none."""
    lowered = text.lower()
    spaced = lowered.replace("_", " ")
    found = [
        name
        for name in _cities()
        if name in (lowered if "/" in name else spaced)
        and re.search(rf"(?<![\w/]){re.escape(name)}(?![\w/])", lowered if "/" in name else spaced)
    ]
    return _cities()[max(found, key=len)] if found else ""


def nearest_zone(text: str) -> str:
    """The zone that a single misspelled name comes near to; empty where none does."""
    text = text[:_LONGEST]
    near = get_close_matches(text.lower(), _cities(), n=1, cutoff=0.8)
    return zone_in(text) or (_cities()[near[0]] if near else "")
