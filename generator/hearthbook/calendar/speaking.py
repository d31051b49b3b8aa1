"""How the modules here say days and lists in the words of a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from babel.dates import format_date, get_day_names, get_month_names
from babel.lists import format_list
from markupsafe import Markup

from hearthbook.model.recurrence import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from babel import Locale


class Say(Protocol):
    """Looks a sentence up and fills its places."""

    def __call__(self, key: str, **values: object) -> str:
        """The sentence `key` with its `{places}` filled."""


def said(text: str) -> Markup:
    """What was said once is Markdown, and must not be neutralised when it is said within more."""
    return Markup(text)  # noqa: S704


def long_date(day: date, locale: Locale) -> Markup:
    """`24 December 2026`."""
    return said(format_date(day, "long", locale=locale))


def listing(parts: Iterable[str], locale: Locale) -> Markup:
    """`one, two and three`; empty without parts."""
    found = [str(part) for part in parts]
    return said(format_list(found, locale=locale)) if found else Markup()


def weekday(name: str, locale: Locale) -> str:
    """`Tuesday` in the language."""
    return str(get_day_names(width="wide", locale=locale)[WEEKDAYS.index(name)])


def month(number: int, locale: Locale) -> str:
    """The month with this number, from 1, in the language."""
    return str(get_month_names(width="wide", context="stand-alone", locale=locale)[number])


def zone_city(zone: str, spoken: Locale | None = None) -> str:
    """The city of an IANA zone as people write it: `New York`, `UTC`; in German `Zürich`."""
    known = spoken.time_zones.get(zone, {}).get("city") if spoken else None
    return known or zone.rpartition("/")[2].replace("_", " ")
