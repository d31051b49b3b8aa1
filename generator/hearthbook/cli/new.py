"""`hearthbook new`: another community in the archive."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from hearthbook.bring.starter import new_community
from hearthbook.cli.common import project_option
from hearthbook.lint.reporters.text import as_text
from hearthbook.model.findings import Severity
from hearthbook.model.report import Report
from hearthbook.publish.driver import read_archive

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.argument("slug")
@project_option
def new(slug: str, root: Path) -> None:
    """Write communities/SLUG.yml from a commented example, and check it.

    SLUG is the group's address: small letters, digits and hyphens.

    \b
    hearthbook new book-circle
    """  # noqa: D301 - click reads the backspace
    name = new_community(root, slug)
    click.echo(f"new    {name}")
    found = [finding for finding in read_archive(root).findings if finding.place.file == name]
    click.echo(as_text(Report(checked=1, findings=tuple(found)), lambda _: ()))
    click.echo("Write over the example, then run `hearthbook check` and `hearthbook serve`.")
    if any(finding.severity is Severity.ERROR for finding in found):
        sys.exit(1)
