"""The command `hearthbook`: one module per verb.

Only this package and the MkDocs plugin know the clock, the environment and the
working directory.
"""

from __future__ import annotations

import atexit
import gc
import keyword
import sys
from importlib import import_module
from typing import Final

import click

from hearthbook import __version__
from hearthbook.errors import HearthbookError

__all__ = ["main"]


_VERBS: Final = (
    "init",
    "new",
    "import",
    "check",
    "explain",
    "build",
    "merge",
    "serve",
    "render",
    "diff",
    "calendar",
    "due",
    "mix",
    "export",
    "review",
    "owners",
    "schema",
)
"""Each is a module of this package with a command of the same name."""


class _Group(click.Group):
    """Imports a verb when it is asked for, and turns the one exception meant for people into text."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs, in the order in which one meets them."""
        del ctx
        return list(_VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a verb, or None."""
        del ctx
        if cmd_name not in _VERBS:
            return None
        # a word of Python's own can be no name in it
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        found = getattr(import_module(f"hearthbook.cli.{name}"), name)
        return found if isinstance(found, click.Command) else None

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; a HearthbookError ends it with exit code 1 and its words."""
        # most of what is loaded and built here is kept, or freed as a whole
        gc.set_threshold(50_000, 20, 20)
        # and nobody needs to look through it for garbage once more when the process ends
        atexit.register(gc.freeze)
        try:
            return super().invoke(ctx)
        except HearthbookError as problem:
            click.echo(str(problem), err=True)
            sys.exit(1)
        except BrokenPipeError:
            # whoever read on, as `head` does, has read enough; click ends it quietly
            raise
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
    hearthbook new                 add a community: some questions, and its file is there
    hearthbook check               see what is wrong, where, and what would help
    hearthbook explain HB201       see why
    hearthbook diff                see what your edits change for members
    hearthbook due                 see what wants to be looked at again, and whose it is
    hearthbook serve               look at the site while you write
    hearthbook build               make the site
    """  # noqa: D301 - click reads the backspace
