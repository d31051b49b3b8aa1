"""What options take: days of the calendar and time zones."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

import click

_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Day(click.ParamType[date]):
    """A day of the calendar, written as `2026-09-01`."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """A day, `YYYY-MM-DD`."""
        from hearthbook.calendar.firsts import near  # noqa: PLC0415 - takes long to import

        try:
            # the standard knows more ways to write a day than people do
            day = date.fromisoformat(str(value) if _ISO.fullmatch(str(value)) else "")
        except ValueError:
            self.fail(f"{value} is no day; write it as in 2026-09-01", param, ctx)
        if day != near(day):
            self.fail(f"{day} is too far away; check the year", param, ctx)
        return day


class Zone(click.ParamType[str]):
    """A time zone by its name."""

    name = "zone"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """A time zone that a `when` may name."""
        from hearthbook.calendar.written import when_of  # noqa: PLC0415 - takes long to import

        try:
            when_of({"zone": str(value)})
        except ValueError:
            self.fail(f"{value} is no time zone; write a place, as in Europe/Berlin", param, ctx)
        return str(value)
