"""`hearthbook init`: a new archive."""

from __future__ import annotations

from pathlib import Path

import click

from hearthbook.bring.starter import FIRST, new_archive


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="[DIR]")
def init(folder: Path) -> None:
    """Start an archive in DIR (default: here). Nothing that is there is overwritten.

    \b
    hearthbook init my-archive
    """  # noqa: D301 - click reads the backspace
    folder.mkdir(parents=True, exist_ok=True)
    written, kept = new_archive(folder)
    for name in written:
        click.echo(f"new    {name}")
    for name in kept:
        click.echo(f"kept   {name}")
    if not written:
        click.echo("\nEverything was there already, and nothing has been changed.")
        return
    there = "" if folder == Path() else f"cd {folder}, then "
    example = f"communities/{FIRST}.yml"
    todo = f"write over {example}" if example in written else "go on with the files in communities/"
    click.echo(f"\nNext: {there}{todo},")
    click.echo("run `hearthbook check` to see what is missing, and `hearthbook serve` to look at the pages.")
