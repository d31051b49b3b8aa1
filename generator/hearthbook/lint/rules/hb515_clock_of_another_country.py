"""HB515: a meeting keeps to the clocks of a country that the group is not in."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, available_timezones

from babel.core import Locale, get_global

from hearthbook.lint.rule import Slip, rule
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import timedelta

    from hearthbook.model.identity import Location
    from hearthbook.model.rhythm import Ritual

_YEAR: Final = 2026
"""A year to compare clocks by."""

_ALSO: Final = {
    "uk": "GB",
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "great britain": "GB",
    "usa": "US",
    "united states of america": "US",
    "czech republic": "CZ",
}
"""Names of countries that people write and the Unicode data does not list."""


@rule(Severity.WARNING, worth=3)
def clock_of_another_country(place: Location, rituals: tuple[Ritual, ...], language: str) -> Iterator[Slip]:
    """Finds times that are read by other clocks than those of the group's own country."""
    zones = _zones(_territory(place.country or "", language))
    for index, ritual in enumerate(rituals):
        when = ritual.when
        if not zones or not when or not when.at or not when.zone or when.zone == "UTC" or when.note:
            continue
        if when.zone not in zones and _clock(when.zone) not in {_clock(zone) for zone in zones}:
            city = when.zone.rpartition("/")[2].replace("_", " ")
            fact = (
                f"`{ritual.name:.40}` at {when.at:%H:%M} goes by {city}'s clocks, not {place.country:.30}'s"
            )
            zone = zones[0] if len(zones) == 1 else "Area/City"
            hint = (
                f"if it is {when.at:%H:%M} where you live, write `zone: {zone}`, else a `note` that says why"
            )
            yield Slip(pointer("rituals", index, "when"), fact, hint, until=when.until)


@cache
def _names(language: str) -> dict[str, str]:
    """Name of a country in a language or in English, or its two letters -> its two letters."""
    known: dict[str, str] = {}
    for spoken in (Locale("en"), Locale.parse(language, sep="-")):
        known |= {str(name).casefold(): str(code) for code, name in spoken.territories.items()}
        known |= {str(code).casefold(): str(code) for code in spoken.territories}
    return known | _ALSO


def _territory(country: str, language: str) -> str:
    """The two letters of a country, from its name in the group's language or in English; empty if unknown."""
    return _names(language).get(country.casefold(), "")


@cache
def _zones(territory: str) -> tuple[str, ...]:
    """The time zones of a country, by name."""
    found = {
        zone for zone, where in get_global("zone_territories").items() if territory and where == territory
    }
    return tuple(sorted(found & available_timezones()))


@cache
def _clock(zone: str) -> tuple[timedelta | None, ...]:
    """How far the clocks of a zone are from UTC, month by month."""
    return tuple(datetime(_YEAR, month, 1, tzinfo=ZoneInfo(zone)).utcoffset() for month in range(1, 13))
