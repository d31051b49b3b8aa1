"""`hearthbook init`: a new archive."""

from __future__ import annotations

from pathlib import Path

import click

from hearthbook.bring.forge import NAMES, NONE, guessed_forge
from hearthbook.bring.starter import FIRST, new_archive


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="[DIR]")
@click.option(
    "--forge",
    type=click.Choice([*NAMES, NONE]),
    help="Whose workflows to write.  [default: whose `origin` is, else github]",
)
def init(folder: Path, forge: str | None) -> None:
    """Start an archive in DIR (default: here). Nothing that is there is overwritten.

    With it come workflows for GitHub, GitLab or Forgejo (such as Codeberg). They check every proposed
    change and say what it means, publish the site, and look once a week for what is due and for links
    that lead nowhere.

    \b
    hearthbook init my-archive
    hearthbook init --forge gitlab
    hearthbook init --forge none
    """  # noqa: D301 - click reads the backspace
    folder.mkdir(parents=True, exist_ok=True)
    chosen, why = (forge, "as you said") if forge else guessed_forge(folder)
    written, kept = new_archive(folder, chosen)
    for name in written:
        click.echo(f"new    {name}")
    for name in kept:
        click.echo(f"kept   {name}")
    if not written:
        click.echo("\nEverything was there already, and nothing has been changed.")
        return
    click.echo(f"\n{_told(chosen, why)}")
    there = "" if folder == Path() else f"cd {folder}, then "
    example = f"communities/{FIRST}.yml"
    todo = f"write over {example}" if example in written else "go on with the files in communities/"
    click.echo(f"\nNext: {there}{todo},")
    click.echo("run `hearthbook check` to see what is missing, and `hearthbook serve` to look at the pages.")


def _told(forge: str, why: str) -> str:
    """Whose workflows there are, and why."""
    if forge == NONE:
        return f"Without workflows, {why}."
    return f"With workflows for {NAMES[forge]}, {why}; --forge names another."
