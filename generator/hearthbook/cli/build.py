"""`hearthbook build`: the site, or the old one untouched."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from hearthbook.cli.common import count, project_option
from hearthbook.publish.driver import build_site

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--strict", is_flag=True, help="Treat warnings as errors.")
@click.option("--quiet", is_flag=True, help="Say nothing when all is well.")
@project_option
def build(root: Path, *, strict: bool, quiet: bool) -> None:
    """Make the site, into the folder that mkdocs.yml names (site/).

    Readers see the old site until the new one is complete; if anything is
    wrong, the old one stays.

    \b
    hearthbook build
    hearthbook build --strict --project ../my-archive
    """  # noqa: D301 - click reads the backspace
    start = time.monotonic()
    built = build_site(root.resolve(), strict=strict)
    for warning in built.warnings:
        click.echo(f"warning: {warning}", err=True)
    if not quiet:
        seconds = time.monotonic() - start
        pages = count(built.pages, "page", "pages")
        communities = count(built.communities, "community", "communities")
        click.echo(f"{pages} for {communities} in {seconds:.1f} s: {built.site_dir}")
