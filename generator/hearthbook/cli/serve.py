"""`hearthbook serve`: the site on this machine, following every change."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import click

from hearthbook.cli.common import project_option
from hearthbook.publish.preview import preview

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@project_option
def serve(port: int, root: Path) -> None:
    """Show the site in your browser while you write.

    Save a file and the page reloads. Stop with Ctrl+C.

    \b
    hearthbook serve
    hearthbook serve --port 8080
    """  # noqa: D301 - click reads the backspace
    logging.basicConfig(format="%(message)s", level=logging.WARNING)
    preview(root.resolve(), port, click.echo)
