"""`hearthbook calendar`: schedules as people write them, and as the archive has them."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from hearthbook.cli.calendar_list import list_
from hearthbook.cli.common import count, format_option
from hearthbook.cli.params import Day, Zone
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from hearthbook.calendar.readings import Reading


@click.group()
def calendar() -> None:
    """Understand when groups meet.

    \b
    hearthbook calendar read "Every other Tuesday at 09:00 PT"
    hearthbook calendar list --days 7
    """  # noqa: D301 - click reads the backspace


calendar.add_command(list_)


@calendar.command()
@click.argument("texts", nargs=-1, metavar="[TEXT]...")
@click.option(
    "--file", "file", type=click.Path(), help="A file with one schedule in a line, or a CSV; - for input."
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME",
    help="The column of a CSV with them; repeat to join.",
)
@click.option(
    "--zone",
    "zones",
    multiple=True,
    type=Zone(),
    help="What an abbreviation means, and where none is named; repeat for more.",
)
@click.option("--from", "start", type=Day(), help="Count every second week, or month, from this day on.")
@click.option("--today", type=Day(), help="Look ahead from this day instead of today.")
@click.option(
    "--language",
    type=click.Choice(["en", "de"]),
    default="en",
    show_default=True,
    help="The language in which a schedule is said back.",
)
@format_option("text", "json")
def read(  # noqa: PLR0913 - one for each option
    *,
    texts: tuple[str, ...],
    file: str | None,
    columns: tuple[str, ...],
    zones: tuple[str, ...],
    start: date | None,
    today: date | None,
    language: str,
    shape: str,
) -> None:
    """Say how schedules are read, what is not clear about them, and print the YAML.

    Reads English and German. A line with a word that has no meaning here is refused rather than
    read in part. Exit code 0: all are read. 1: some are refused. 2: wrong use.

    \b
    hearthbook calendar read "Every other Tuesday at 09:00 PT"
    hearthbook calendar read "jeden zweiten Dienstag um 19 Uhr" --zone Europe/Berlin --language de
    hearthbook calendar read --file meetings.csv --column day --column time --format json
    """  # noqa: D301 - click reads the backspace
    from hearthbook.calendar.read import read as reading_of  # noqa: PLC0415 - takes long to import
    from hearthbook.cli.schedules import as_json, as_text  # noqa: PLC0415

    if texts == ("-",) and not file:
        texts, file = (), "-"
    lines = [*texts, *_lines(file, columns)]
    if not lines:
        raise click.UsageError(
            "name a schedule, as in `hearthbook calendar read 'Tuesdays 17:00 UTC'`, or a --file"
        )
    day = today or date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    readings = [reading_of(line, today=day, zones=zones, start=start) for line in lines]
    click.echo(as_json(readings, day, language) if shape == "json" else as_text(readings, day, language))
    if len(readings) > 1 and shape == "text":
        click.echo(f"\n{_summary(readings)}")
    if any(reading.refusal for reading in readings):
        sys.exit(1)


def _summary(readings: list[Reading]) -> str:
    refused = sum(bool(reading.refusal) for reading in readings)
    doubtful = sum(len(reading.choices) > 1 for reading in readings)
    told = f"{count(len(readings), 'schedule', 'schedules')}: {len(readings) - refused} read"
    return f"{told}, of which {doubtful} in more than one way; {refused} refused."


def _lines(file: str | None, columns: tuple[str, ...]) -> list[str]:
    """The schedules in a file; raises HearthbookError where it cannot be read or has none."""
    from hearthbook.cli.schedules import lines_of, rows_of  # noqa: PLC0415 - takes long to import

    if file is None:
        if columns:
            raise click.UsageError("--column names a column of a --file")
        return []
    if file.lower().endswith(".csv") and not columns:
        raise click.UsageError("name the column of the CSV that holds the schedules, as in --column when")
    try:
        with click.open_file(file, "rb") as stream:
            data: bytes = stream.read()
    except OSError as problem:
        fact = f"this file cannot be read: {problem.strerror}"
        raise HearthbookError(fact, where=file, hint="check its name and permissions") from None
    lines = rows_of(data, columns, file) if columns else lines_of(data, file)
    if not lines:
        hint = "name a column that holds some" if columns else "write one in each line"
        raise HearthbookError("there is no schedule in it", where=file, hint=hint)
    return lines
