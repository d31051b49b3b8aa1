"""The command `hearthbook`: one module per verb.

Only this package and the MkDocs plugin know the clock, the environment and the
working directory.
"""

from __future__ import annotations

import sys

import click

from hearthbook import __version__
from hearthbook.cli.build import build
from hearthbook.cli.check import check
from hearthbook.cli.init import init
from hearthbook.cli.new import new
from hearthbook.cli.render import render
from hearthbook.cli.schema import schema
from hearthbook.cli.serve import serve
from hearthbook.errors import HearthbookError

__all__ = ["main"]


class _Group(click.Group):
    """Turns the one exception meant for people into text."""

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; a HearthbookError ends it with exit code 1 and its words."""
        try:
            return super().invoke(ctx)
        except HearthbookError as problem:
            click.echo(str(problem), err=True)
            sys.exit(1)
        except OSError as problem:
            where = f"{problem.filename}: " if problem.filename else ""
            click.echo(f"{where}{problem.strerror or problem}; check the disk and permissions", err=True)
            sys.exit(1)


@click.group(cls=_Group, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="hearthbook")
def main() -> None:
    """Handbooks for small communities, from one YAML file each.

    \b
    hearthbook init my-archive     start an archive
    hearthbook new book-circle     add a community to it
    hearthbook check               see what is wrong, and where
    hearthbook serve               look at the site while you write
    hearthbook build               make the site
    """  # noqa: D301 - click reads the backspace


for verb in (init, new, check, build, serve, render, schema):
    main.add_command(verb)
