"""`hearthbook render`: the plain Markdown, for any site tool."""

from __future__ import annotations

from pathlib import Path

import click

from hearthbook.cli.common import count, project_option
from hearthbook.publish.plain_site import write_plain_site


@click.command()
@click.option(
    "--to",
    "target",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="A new or empty folder.",
)
@project_option
def render(target: Path, root: Path) -> None:
    """Write the handbooks as plain Markdown with an mkdocs.yml of their own.

    MkDocs, ProperDocs and Zensical build the result without Hearthbook.

    \b
    hearthbook render --to ../plain
    """  # noqa: D301 - click reads the backspace
    pages = write_plain_site(root.resolve(), target)
    click.echo(f"{count(pages, 'page', 'pages')} in {target}")
