"""`hearthbook explain`: what a rule finds, why it matters, and how to mend it."""

from __future__ import annotations

import sys
from difflib import get_close_matches

import click

from hearthbook.lint.explained import pages


@click.command()
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def explain(codes: tuple[str, ...]) -> None:
    """Say what a rule of `check` finds, why it matters, and how to mend it.

    Without a code, list all rules.

    \b
    hearthbook explain HB201
    hearthbook explain
    """  # noqa: D301 - click reads the backspace
    known = pages()
    wanted = [code.strip().upper() for code in codes]
    unknown = [code for code in wanted if code not in known]
    for code in unknown:
        near = get_close_matches(code, known, n=1)
        hint = f"; did you mean {near[0]}?" if near else "; `hearthbook explain` lists all of them"
        click.echo(f"there is no rule {code}{hint}", err=True)
    if not wanted:
        click.echo("\n".join(f"{code}  {page.title}" for code, page in known.items()))
    found = [page for code, page in known.items() if code in wanted]
    click.echo("\n\n".join(f"# {page.code} {page.title}\n\n{page.body}" for page in found), nl=bool(found))
    if unknown:
        sys.exit(2)
