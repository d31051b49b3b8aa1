"""`hearthbook check`: every problem in one run, each with its place and remedy."""

from __future__ import annotations

import sys
from difflib import get_close_matches
from typing import TYPE_CHECKING

import click

from hearthbook.cli.common import project_option
from hearthbook.lint.report import as_json, as_text
from hearthbook.model.findings import Severity
from hearthbook.publish.driver import read_archive

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.archive import Archive
    from hearthbook.model.findings import Finding


def _concerns(finding: Finding, slug: str, archive: Archive) -> bool:
    """Whether a finding is about a community, its articles, or a file that it extends."""
    file = finding.place.file
    files = (f"communities/{slug}.yml", *archive.shared.get(slug, ()))
    return finding.community == slug or file in files or file.startswith(f"content/{slug}/")


def _selected(archive: Archive, slugs: tuple[str, ...]) -> tuple[list[Finding], int]:
    if not slugs:
        return list(archive.findings), archive.files
    known = {path.stem for path in (archive.root / "communities").glob("*.yml")}
    for slug in slugs:
        if slug not in known:
            near = get_close_matches(slug, sorted(known), n=1)
            hint = f"; did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no file communities/{slug}.yml{hint}")
    return [f for f in archive.findings if any(_concerns(f, slug, archive) for slug in slugs)], len(slugs)


@click.command()
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="For people, or for programs.",
)
@project_option
def check(slugs: tuple[str, ...], shape: str, root: Path) -> None:
    """Say what is wrong in the archive, or in some communities of it.

    Exit code 0: nothing wrong. 1: there are errors. 2: wrong use.

    \b
    hearthbook check
    hearthbook check book-circle --format json
    """  # noqa: D301 - click reads the backspace
    archive = read_archive(root)
    findings, communities = _selected(archive, slugs)
    report = as_json if shape == "json" else as_text
    click.echo(report(findings, communities))
    if any(finding.severity is Severity.ERROR for finding in findings):
        sys.exit(1)
