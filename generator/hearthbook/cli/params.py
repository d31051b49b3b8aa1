"""What options take: days of the calendar and time zones."""

from __future__ import annotations

import re
from datetime import date, datetime
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


class Account(click.ParamType[str]):
    """Somebody's account on the forge, written as `@ada`."""

    name = "account"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The account with its @; empty for nobody."""
        from hearthbook.compare.policy import ACCOUNT  # noqa: PLC0415 - takes long to import

        bare = str(value).strip().removeprefix("@")
        if bare and not ACCOUNT.fullmatch(bare.removesuffix("[bot]")):
            self.fail(f"{value} is no account; write it as in @ada", param, ctx)
        return f"@{bare}" if bare else ""


class Team(click.ParamType[tuple[str, tuple[str, ...]]]):
    """A team and who is in it, written as `@our-group/stewards=@ada,@noor`."""

    name = "team"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, tuple[str, ...]]:
        """The team in small letters, and the accounts in it."""
        if isinstance(value, tuple):
            return value
        team, found, people = str(value).partition("=")
        if not found or "/" not in team:
            self.fail(f"{value} is no team; write it as in @our-group/stewards=@ada,@noor", param, ctx)
        accounts = (Account().convert(each, param, ctx) for each in people.split(","))
        return f"@{team.strip().removeprefix('@')}".casefold(), tuple(filter(None, accounts))


class Moment(click.ParamType[datetime]):
    """A moment, written as `2026-11-20T10:00:00Z`, or a day."""

    name = "moment"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment in UTC; a day begins at midnight."""
        from hearthbook.compare.asked import read_moment  # noqa: PLC0415 - takes long to import

        found = value if isinstance(value, datetime) else read_moment(str(value))
        if not found:
            self.fail(f"{value} is no moment; write it as in 2026-11-20T10:00:00Z, or a day", param, ctx)
        return found
