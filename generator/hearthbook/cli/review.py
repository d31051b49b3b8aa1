"""`hearthbook review`: what a proposed change needs before it is taken, and whether that is there."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from hearthbook.cli.common import project_option
from hearthbook.cli.params import Account, Moment, Team
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from hearthbook.compare.asked import Asked
    from hearthbook.publish.reviewing import Reviewed

_LARGEST: Final = 16 * 1024 * 1024
"""Bytes of a forge's answer."""


def _asked(
    facts: Path | None, author: str, approved_by: tuple[str, ...], opened: datetime | None
) -> Asked | None:
    """What is known of the change, options before the file; None where nothing was given."""
    from hearthbook.compare.asked import Approval, Asked, joined, read_asked  # noqa: PLC0415

    if not (facts or author or approved_by or opened):
        return None
    said = Asked(author=author, opened=opened, approvals=tuple(Approval(by=each) for each in approved_by))
    if not facts:
        return said
    if facts.stat().st_size > _LARGEST:
        raise click.UsageError(f"{facts} is too large for the answer of a forge about one change")
    return joined(said, read_asked(facts.read_text(encoding="utf-8", errors="replace"), str(facts)))


def _said(found: Reviewed, shape: str) -> str:
    from hearthbook.compare.review_forge import as_github, as_markdown  # noqa: PLC0415 - only what is asked for
    from hearthbook.compare.review_told import as_json, as_text  # noqa: PLC0415

    if shape == "json":
        return as_json(found.judged, found.base, found.head)
    return {"text": as_text, "markdown": as_markdown, "github": as_github}[shape](found.judged)


@click.command()
@click.argument("span", metavar="BASE..HEAD")
@click.option("--author", type=Account(), default="", metavar="@WHO", help="Who proposes the change.")
@click.option(
    "--approved-by",
    type=Account(),
    multiple=True,
    metavar="@WHO",
    help="Who has approved it as it is now; may be given several times.",
)
@click.option(
    "--opened", type=Moment(), metavar="WHEN", help="Since when it is open, as in 2026-11-20T10:00:00Z."
)
@click.option(
    "--facts",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="All of this as `gh pr view --json author,createdAt,reviews` prints it.",
)
@click.option(
    "--team",
    "teams",
    type=Team(),
    multiple=True,
    metavar="@ORG/TEAM=@A,@B",
    help="Who is in a team that the policy names, because a repository does not say it.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "markdown", "github"]),
    default="text",
    show_default=True,
    help="For people, for programs, for a comment, or as annotations beside the lines.",
)
@click.option("--check", "--strict", is_flag=True, help="Exit with 1 if something that it needs is missing.")
@click.option("--now", type=Moment(), metavar="WHEN", help="Judge as of this moment.  [default: now]")
@project_option
def review(  # noqa: PLR0913 - one for each option
    *,
    span: str,
    author: str,
    approved_by: tuple[str, ...],
    opened: datetime | None,
    facts: Path | None,
    teams: tuple[tuple[str, tuple[str, ...]], ...],
    shape: str,
    check: bool,
    now: datetime | None,
    root: Path,
) -> None:
    """Say whose approval a change needs and how long it stays open, and whether that is met.

    The policy is the table `review` of the plugin in mkdocs.yml, or of [tool.hearthbook] in pyproject.toml;
    without one, safety needs two people and seven days, whom the group is for a founder and seven days, a
    norm a founder or host and three days, a fact one of those who look after it, wording nobody, and files
    outside of communities/ and content/ a maintainer. Policy and people are read from BASE, so that no
    change can loosen its own review; nobody approves their own.

    \b
    hearthbook review main..HEAD
    hearthbook review main..HEAD --author @sam --approved-by @ada --opened 2026-11-20
    gh pr view 12 --json author,createdAt,reviews > facts.json
    hearthbook review main..HEAD --facts facts.json --format github --check
    """  # noqa: D301 - click reads the backspace
    from hearthbook.compare.verdicts import worst  # noqa: PLC0415 - takes long to import
    from hearthbook.history.snapshot import split_range  # noqa: PLC0415
    from hearthbook.publish import reviewing  # noqa: PLC0415

    asked = _asked(facts, author, approved_by, opened)
    if check and asked is None:
        raise click.UsageError(
            "--check needs to know what there is: give --facts, or --author and the others"
        )
    try:
        both = split_range(span)
    except HearthbookError as problem:
        raise click.UsageError(str(problem)) from None
    asking = reviewing.Asking(
        base=both.old, head=both.new, asked=asked, now=now or datetime.now(UTC), teams=dict(teams)
    )
    found = reviewing.review(root, asking)
    told = _said(found, shape)
    if told:
        click.echo(told)
    if check and worst(found.judged) != "met":
        sys.exit(1)
