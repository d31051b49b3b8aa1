"""What is said when a community's file has been written: what is still an example, and what to do now."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Final

import click

from hearthbook.bring.starter import FIRST, is_still_the_example
from hearthbook.cli.common import processors
from hearthbook.cli.interview import agreed, say

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.bring.interview.session import Session

_EXAMPLES: Final = ("for", "outcome")
"""Questions whose answers a file cannot do without; a blueprint has an example in their place."""


def tell_next(root: Path, session: Session, slug: str, *, asked: bool) -> None:
    """What to do now, and the pages at once for whoever wants to see them."""
    page, frame = f"{slug}/start-here/", session.script.frame
    if not session.answers:
        click.echo("Write over the example, then run `hearthbook check` and `hearthbook serve`.")
        return
    if left := [each for each in _EXAMPLES if each not in session.answers]:
        keys = [f"`{session.script.question(each).pointer[1:].replace('/', '.')}`" for each in left]
        click.echo()
        say(frame["still"].format(keys=", ".join(keys)))
    click.echo(f"\n{frame['next']}")
    click.echo(f"  hearthbook serve --open {page}\n      {frame['next_serve']}")
    click.echo(f"  hearthbook check {slug}\n      {frame['next_check']}")
    _about_the_example(root, session, asked=asked)
    if not asked or not (root / "mkdocs.yml").is_file():
        return
    _shown(root, session, slug)
    if agreed(session.script.frame, session.script.frame["look"], otherwise=True):
        from hearthbook.cli.serve import serve  # noqa: PLC0415 - takes long to import

        click.get_current_context().invoke(serve, port=8000, jobs=processors(), page=page, root=root)


def _shown(root: Path, session: Session, slug: str) -> None:
    """What the pages say to a newcomer, in plain text, for whoever has no browser at hand."""
    from hearthbook.publish.posting import posting  # noqa: PLC0415 - takes long to import

    click.echo()
    say(session.script.frame["greets"])
    click.echo()
    click.echo(textwrap.indent(posting(root, slug).messages("text")[0].content, "  "))


def _about_the_example(root: Path, session: Session, *, asked: bool) -> None:
    """The community that came with the archive goes, if the founder says so."""
    if not is_still_the_example(root):
        return
    name, frame = f"communities/{FIRST}.yml", session.script.frame
    if not asked:
        click.echo()
        say(frame["example_stays"].format(name=name))
        return
    click.echo()
    if agreed(frame, frame["example_left"].format(name=name), otherwise=False):
        (root / name).unlink()
        click.echo(f"gone   {name}")
