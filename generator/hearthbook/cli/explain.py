"""`hearthbook explain`: what a rule finds, why it matters, and how to mend it."""

from __future__ import annotations

import sys
import textwrap
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

import click

from hearthbook.lint.explained import pages
from hearthbook.lint.reference import GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearthbook.lint.explained import Explained

WIDTH: Final = 80


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def explain(codes: tuple[str, ...]) -> None:
    """Say what a rule of `check` finds, why it matters, and how to mend it.

    Without a code, or with the beginning of one, list the rules.

    \b
    hearthbook explain HB201
    hearthbook explain HB2
    hearthbook explain
    """  # noqa: D301 - click reads the backspace
    known = pages()
    wanted = [code.strip().upper() for code in codes] or [""]
    parts = [part for code in wanted for part in _parts(code, known)]
    unknown = [code for code in wanted if not any(each.startswith(code) for each in known)]
    for code in unknown:
        near = get_close_matches(code, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; `hearthbook explain` lists all of them"
        click.echo(f"there is no rule {code}{hint}", err=True)
    if parts:
        click.echo("\n\n".join(parts))
    if unknown:
        sys.exit(2)


def _parts(code: str, known: Mapping[str, Explained]) -> Iterator[str]:
    """A rule's page, or the titles of the rules that begin so, by group."""
    if code in known:
        yield f"# {code} {known[code].title}\n\n{_wrapped(known[code].body)}"
        return
    for group, title in GROUPS.items():
        found = [page for each, page in known.items() if each.startswith(group) and each.startswith(code)]
        if found:
            rows = [f"{page.code}  {page.title}" for page in found]
            yield "\n".join([click.style(title, bold=True), *rows])


def _wrapped(body: str) -> str:
    """The page with its paragraphs fitted to a terminal; code stays as it is."""
    blocks = body.split("```")
    for number in range(0, len(blocks), 2):
        rows = blocks[number].split("\n")
        blocks[number] = "\n".join(
            textwrap.fill(row, WIDTH, break_long_words=False, break_on_hyphens=False) if row else row
            for row in rows
        )
    return "```".join(blocks)
