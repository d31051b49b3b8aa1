"""`hearthbook due`: the days on which those who run a community have something to do."""

from __future__ import annotations

import shlex
import sys
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import click

from hearthbook.cli.common import cache_of, format_option, processors, project_option
from hearthbook.cli.params import Day
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from hearthbook.calendar.duties import Agenda
    from hearthbook.publish.due import Dues, Told

_NAMED: Final = 5
"""Communities that are named in one line at most."""


def _stems(root: Path, slugs: tuple[str, ...]) -> tuple[str, ...]:
    """The communities that are asked for, else all there are; raises for what is not there."""
    from hearthbook.ingest.folder import list_sources  # noqa: PLC0415 - takes long to import

    sources, findings = list_sources(root)
    known = sorted(source.stem for source in sources if not source.is_base)
    for slug in slugs:
        if slug not in known:
            near = get_close_matches(slug, known, n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no file communities/{slug}.yml{hint}")
    if not sources and findings:
        first = findings[0]
        raise HearthbookError(first.message, where=first.place.file, hint=first.hint)
    return tuple(dict.fromkeys(slugs)) or tuple(known)


def _found(root: Path, slugs: tuple[str, ...]) -> tuple[Dues, ...]:
    """What is due in these communities, or in all; only files that changed are read."""
    from hearthbook.publish.due_kept import dues_kept  # noqa: PLC0415 - takes long to import

    return dues_kept(root, _stems(root, slugs), cache_of(root) / "due.json", processors())


def _bare(name: str) -> str:
    return name.casefold().strip().removeprefix("@")


def _of(found: Sequence[Dues], owner: str | None) -> list[Told]:
    """The duties of an owner, or of everybody; raises for somebody whom nothing names."""
    if owner is None:
        return [told for one in found for told in one.told]
    wanted = _bare(owner)
    if wanted == "nobody":
        return [told for one in found for told in one.told if not told.here.owners]
    named = {_bare(name) for one in found for told in one.told for name in told.here.owners}
    known = named.union(*(one.names or {} for one in found))
    if wanted not in known:
        near = get_close_matches(wanted, sorted(known), n=1)
        hint = f"did you mean `{near[0]}`?" if near else "write an id from `people`, a handle or a name"
        raise click.UsageError(f"no duty and no one in `people` is called `{owner}`; {hint}")
    return [told for one in found for told in one.told if wanted in _called(one, told)]


def _called(one: Dues, told: Told) -> set[str]:
    """Everything that the owners of a duty are called."""
    owners = set(told.here.owners)
    return {_bare(name) for name in owners} | {
        key for key, name in (one.names or {}).items() if name in owners
    }


def _unread(found: Sequence[Dues]) -> int:
    """Tells which communities nothing is known of; how many they are."""
    slugs = [one.slug for one in found if one.names is None]
    if slugs:
        more = f" and {len(slugs) - _NAMED:,} more" if len(slugs) > _NAMED else ""
        named = f"{', '.join(slugs[:_NAMED])}{more}"
        click.echo(f"not read because of errors: {named}; `hearthbook check` tells them", err=True)
    return len(slugs)


def _made(slugs: tuple[str, ...], within: str, today: date) -> str:
    words = [
        "hearthbook",
        "due",
        *slugs,
        "--within",
        within,
        "--today",
        str(today),
        "--format",
        "github-issue",
    ]
    return shlex.join(words)


def _said(found: Agenda, shape: str, made: str) -> str:
    from hearthbook.export.due_issue import as_issue  # noqa: PLC0415 - only what is asked for
    from hearthbook.export.due_json import as_json  # noqa: PLC0415
    from hearthbook.export.due_text import as_text  # noqa: PLC0415

    if shape == "github-issue":
        return as_issue(found, made)
    return as_json(found) if shape == "json" else as_text(found)


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option(
    "--within",
    default="30d",
    show_default=True,
    metavar="SPAN",
    help="How far to look ahead: 30d, 6w, 3m, 1y, or in words, such as '3 months'.",
)
@click.option(
    "--owner", metavar="NAME", help="Only what is this person's: an id, a handle or a name; or `nobody`."
)
@format_option(
    "text", "json", "github-issue", purpose="For people, for programs, or as an issue with boxes to tick."
)
@click.option(
    "--today", type=Day(), metavar="DAY", help="Look from this day, such as 2026-11-23.  [default: today]"
)
@click.option(
    "--strict", is_flag=True, help="Exit with 1 if something is overdue, or a file could not be read."
)
@project_option
def due(  # noqa: PLR0913 - one for each option
    *,
    slugs: tuple[str, ...],
    within: str,
    owner: str | None,
    shape: str,
    today: date | None,
    strict: bool,
    root: Path,
) -> None:
    """List what is due, by owner: overdue first, then what comes within a span.

    Terms in roles, reviews of the handbook, the code, norms and answers, articles and metrics, last
    days of rituals, and the days of a round. Who wishes not to be shown is called by their id in text,
    which is for you; JSON and issues, which travel, do not say who it is.

    Exit code 0, whatever is due: a day is no error. 1: only with --strict. 2: wrong use.

    \b
    hearthbook due
    hearthbook due book-circle --within 3m
    hearthbook due --owner mira
    hearthbook due --format github-issue > due.md
    """  # noqa: D301 - click reads the backspace
    from hearthbook.calendar.duties import agenda, end_of_span  # noqa: PLC0415 - takes long to import

    today = today or date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    until = end_of_span(today, within)
    if until is None:
        far = end_of_span(date(2000, 1, 1), within)
        fact = f"`{within}` leads beyond the calendar" if far else f"`{within}` is no span of time"
        hint = "write it as 30d, 6w, 3m or 1y, or in words, such as '3 months'"
        raise click.BadParameter(f"{fact}; {hint}", param_hint="--within")
    found = _found(root.resolve(), slugs)
    told = _of(found, owner)
    listed = agenda([one.here if shape == "text" else one.shown for one in told], today, until)
    unread = _unread(found)
    click.echo(_said(listed, shape, _made(slugs, within, today)))
    if strict and (listed.overdue or unread):
        sys.exit(1)
