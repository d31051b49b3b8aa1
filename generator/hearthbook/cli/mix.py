"""`hearthbook mix`: pairs and circles of members who have not met yet."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Final

import click

from hearthbook.cli.common import project_option
from hearthbook.cli.params import Day

MOST: Final = 400
"""Rounds at a time; eight years of weeks."""


_FILE: Final = click.Path(dir_okay=False, exists=True, path_type=Path)


@click.command()
@click.argument("slug")
@click.option("--start", is_flag=True, help="Write an example of the members file, and keep it out of git.")
@click.option("--rounds", type=click.IntRange(1, MOST), help="How many rounds to plan, from today on.")
@click.option("--from", "first", type=Day(), help="The day of the first round that is planned now.")
@click.option("--seed", default="", metavar="TEXT", help="Another one gives other rounds.")
@click.option(
    "--odd",
    type=click.Choice(["rest", "three"]),
    default="rest",
    show_default=True,
    help="Pairs of an odd number: one sits out, a different one each time, or three meet.",
)
@click.option("--met", type=_FILE, help="Who actually met, a line for each meeting: date,name,name,...")
@click.option("--today", type=Day(), default=date.today, show_default="today", help="The day to plan on.")
@click.option(
    "--to",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    help="Another folder than members/ to write to.",
)
@project_option
def mix(slug: str, *, start: bool, **options: object) -> None:
    """Plan who meets whom in the community SLUG: new pairs or circles each time.

    Reads members/SLUG.csv, which may hold pseudonyms and stays out of git, and the community's
    `mixing`. Writes the rounds to members/SLUG-rounds.csv, as a page (.md) and as a calendar
    (.ics), and prints the next one to paste. Rounds that have begun are never written anew;
    later ones are planned again. Without --rounds it says how things stand and writes nothing.

    \b
    hearthbook mix book-circle --start
    hearthbook mix book-circle --rounds 6
    hearthbook mix book-circle --rounds 6 --from 2026-12-01 --seed winter
    hearthbook mix book-circle --met who-met.csv
    """  # noqa: D301 - click reads the backspace
    from hearthbook.cli.mixed import Asked, begin_with, mix_now  # noqa: PLC0415 - takes long to import

    asked = Asked(slug=slug, **options)  # type: ignore[arg-type]
    sys.exit(begin_with(asked) if start else mix_now(asked))
