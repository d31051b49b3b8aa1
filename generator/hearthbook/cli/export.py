"""`hearthbook export`: a community for other places than the site."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from hearthbook.cli.common import cache_of, project_option
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Callable

_REFUSED: Final = "this file cannot be written"
_ELSEWHERE: Final = "name a file in a folder that is there and may be written to"


@click.group()
def export() -> None:
    """Write a community for other places than the site: on paper, or to keep.

    \b
    hearthbook export pdf book-circle --to book-circle.pdf
    hearthbook export card book-circle --to card.pdf
    """  # noqa: D301 - click reads the backspace


def _sheet(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of what is written as a PDF."""
    paper = click.option(
        "--paper",
        type=click.Choice(["a4", "letter"]),
        default="a4",
        show_default=True,
        help="The size of the paper.",
    )
    target = click.option(
        "--to",
        "target",
        type=click.Path(dir_okay=False, path_type=Path),
        required=True,
        help="The file to write; one that is there is replaced.",
    )
    return click.argument("slug")(target(paper(project_option(function))))


@export.command()
@_sheet
def pdf(slug: str, target: Path, paper: str, root: Path) -> None:
    """Write the whole handbook of SLUG as a PDF with contents and page numbers.

    Needs WeasyPrint: `pip install 'hearthbook[pdf]'`.

    \b
    hearthbook export pdf book-circle --to book-circle.pdf
    """  # noqa: D301 - click reads the backspace
    _write("handbook", slug, target, paper, root)


@export.command()
@_sheet
def card(slug: str, target: Path, paper: str, root: Path) -> None:
    """Write the card of SLUG as a PDF: one sheet for a fridge or a notice board.

    Needs WeasyPrint: `pip install 'hearthbook[pdf]'`.

    \b
    hearthbook export card book-circle --to card.pdf
    """  # noqa: D301 - click reads the backspace
    _write("card", slug, target, paper, root)


def _write(kind: str, slug: str, target: Path, paper: str, root: Path) -> None:
    from hearthbook.publish.printing import sheet  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.store import Store  # noqa: PLC0415

    root = root.resolve()
    if target.suffix.lower() != ".pdf":
        hint = f"name a file that ends in .pdf, such as {target.stem or slug}.pdf"
        message = "what is written is a PDF, and this name says something else"
        raise HearthbookError(message, where=str(target), hint=hint)
    # a file that cannot be written is told before anything is made
    folder = target.resolve().parent
    if not folder.is_dir() or not os.access(folder, os.W_OK):
        raise HearthbookError(_REFUSED, where=str(target), hint=_ELSEWHERE)
    _replace(target, sheet(root, slug, kind, paper, Store(cache_of(root))))
    click.echo(f"{target}")


def _replace(target: Path, data: bytes) -> None:
    """Puts a whole file in the place of an old one; whoever looks finds one or the other."""
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        fresh.write_bytes(data)
        fresh.replace(target)
    except OSError as problem:
        # the system names the file beside it, which nobody asked for
        fact = f"{_REFUSED}: {problem.strerror}"
        raise HearthbookError(fact, where=str(target), hint=_ELSEWHERE) from problem
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)
