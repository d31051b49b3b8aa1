"""`hearthbook calendar list`: the meetings to come."""

from __future__ import annotations

from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from hearthbook.cli.common import count, format_option, project_option
from hearthbook.cli.params import Day, Zone
from hearthbook.ingest.reader import printable

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.archive import Resolved


def _communities(root: Path, slugs: tuple[str, ...]) -> list[Resolved]:
    """The communities that are asked for, or all; tells those whose files have errors."""
    from hearthbook.ingest.archive import read_parts  # noqa: PLC0415 - takes long to import
    from hearthbook.model.archive import Defaults  # noqa: PLC0415
    from hearthbook.publish.configuration import load, settings  # noqa: PLC0415

    known = sorted(path.stem for path in (root / "communities").glob("*.yml") if path.stem[0] != "_")
    for slug in slugs:
        if slug not in known:
            near = get_close_matches(slug, known, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no file communities/{slug}.yml{hint}")
    defaults = settings(load(root)) if (root / "mkdocs.yml").is_file() else Defaults()
    parts = read_parts(root, defaults, frozenset(slugs or known)).parts
    unread = [slug for slug, part in sorted(parts.items()) if part.community is None]
    if unread:
        told = f"not read because of errors: {', '.join(unread)}; `hearthbook check` tells them"
        click.echo(told, err=True)
    return [part.community for _, part in sorted(parts.items()) if part.community]


@click.command("list")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option("--days", type=click.IntRange(1, 366), default=14, show_default=True, help="How many days.")
@click.option("--today", type=Day(), help="List from this day on instead of today.")
@click.option("--zone", type=Zone(), help="Show all times on the clocks of one place.")
@format_option("text", "json")
@project_option
def list_(  # noqa: PLR0913 - one for each option
    *, slugs: tuple[str, ...], days: int, today: date | None, zone: str | None, shape: str, root: Path
) -> None:
    """List the meetings to come, of the archive or of some communities of it, day by day.

    \b
    hearthbook calendar list
    hearthbook calendar list book-circle --days 30
    hearthbook calendar list --zone America/New_York --format json
    """  # noqa: D301 - click reads the backspace
    from hearthbook.cli.upcoming import as_json, as_text, coming, without_days  # noqa: PLC0415

    first = today or date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    communities = _communities(root, slugs)
    found = coming(communities, first, days, zone or "")
    if shape == "json":
        click.echo(as_json(found, zone or ""))
        return
    click.echo(
        as_text(found, zone or "")
        if found
        else f"No meeting in {count(days, 'day', 'days')} from {first} on."
    )
    if unknown := without_days(communities, first):
        click.echo(f"\nNo days follow from what is written for: {printable(', '.join(unknown))}.")
