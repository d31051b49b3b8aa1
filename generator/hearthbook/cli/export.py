"""`hearthbook export`: a community for other places than the site."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from hearthbook.cli.common import cache_of, project_option
from hearthbook.cli.export_files import put, refuse_file, write_texts
from hearthbook.errors import HearthbookError

if TYPE_CHECKING:
    from collections.abc import Callable

    from hearthbook.publish.posting import Posting

_CARDS: Final = (".md", ".txt", ".html")
"""Endings of a card that is no PDF."""
_FORCE: Final = click.option("--force", is_flag=True, help="Replace files that are there.")
_FOLDER: Final = click.option(
    "--to",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    help="The folder to write into; it is made if it is not there.",
)


@click.group()
def export() -> None:
    """Write a community for other places than the site: on paper, in a chat, on a forge.

    \b
    hearthbook export pdf book-circle --to book-circle.pdf
    hearthbook export card book-circle --to card.pdf
    hearthbook export messages book-circle --for slack --to posts
    hearthbook export github book-circle --to .github
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
        help="The file to write.",
    )
    return click.argument("slug")(target(paper(_FORCE(project_option(function)))))


@export.command()
@_sheet
def pdf(slug: str, target: Path, paper: str, root: Path, *, force: bool) -> None:
    """Write the whole handbook of SLUG as a PDF with contents and page numbers.

    Needs WeasyPrint: `pip install 'hearthbook[pdf]'`.

    \b
    hearthbook export pdf book-circle --to book-circle.pdf
    """  # noqa: D301 - click reads the backspace
    _refuse_other_endings(target, slug)
    refuse_file(target, force=force)
    _write("handbook", slug, target, paper, root)


@export.command()
@_sheet
def card(slug: str, target: Path, paper: str, root: Path, *, force: bool) -> None:
    """Write the card of SLUG: one sheet for a fridge, a notice board or a pinned message.

    The ending of the file's name says as what: .pdf, .md, .txt or .html. A PDF needs WeasyPrint:
    `pip install 'hearthbook[pdf]'`.

    \b
    hearthbook export card book-circle --to card.pdf
    hearthbook export card book-circle --to card.txt
    """  # noqa: D301 - click reads the backspace
    ending = target.suffix.lower()
    if ending not in _CARDS:
        _refuse_other_endings(target, slug)
    refuse_file(target, force=force)
    if ending not in _CARDS:
        _write("card", slug, target, paper, root)
        return
    put({target: _posting(root, slug).card(ending).encode("utf-8")})
    click.echo(f"{target}")


def _posting(root: Path, slug: str) -> Posting:
    from hearthbook.publish.posting import posting  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.store import Store  # noqa: PLC0415

    root = root.resolve()
    return posting(root, slug, Store(cache_of(root)))


@export.command()
@click.argument("slug")
@click.option(
    "--for",
    "place",
    type=click.Choice(["slack", "slack-api", "discord", "text", "email", "html"]),
    required=True,
    help="Where the texts will be pasted or sent.",
)
@_FOLDER
@_FORCE
@project_option
def messages(slug: str, place: str, folder: Path, root: Path, *, force: bool) -> None:
    """Write the welcome of SLUG, and what to pin: norms, meetings, whom to tell, each channel.

    \b
    hearthbook export messages book-circle --for slack --to posts
    hearthbook export messages book-circle --for email --to letters
    """  # noqa: D301 - click reads the backspace
    from hearthbook.publish.posted import left_over  # noqa: PLC0415 - takes long to import

    texts = _posting(root, slug).messages(place)
    write_texts(folder, texts, force=force)
    for name in left_over((each.name for each in folder.iterdir()), [text.name for text in texts]):
        fact = "not written this time; if it is left from an earlier export, delete it"
        click.echo(f"{folder / name}: {fact}", err=True)


@export.command()
@click.argument("slug")
@_FOLDER
@_FORCE
@project_option
def github(slug: str, folder: Path, root: Path, *, force: bool) -> None:
    """Write CODE_OF_CONDUCT.md, CONTRIBUTING.md and SUPPORT.md, which GitHub and others show by themselves.

    \b
    hearthbook export github book-circle --to .github
    """  # noqa: D301 - click reads the backspace
    write_texts(folder, _posting(root, slug).health(), force=force)


@export.command()
@click.argument("slug")
@_FOLDER
@_FORCE
@project_option
def discord(slug: str, folder: Path, root: Path, *, force: bool) -> None:
    """Write discord.json: channels with their topics, what newcomers are asked, the welcome screen.

    Discord gives each channel an id; they stand as null beside the names, to be filled in.

    \b
    hearthbook export discord book-circle --to server
    """  # noqa: D301 - click reads the backspace
    _write_platform("discord", slug, folder, root, force=force)


@export.command()
@click.argument("slug")
@_FOLDER
@_FORCE
@project_option
def discourse(slug: str, folder: Path, root: Path, *, force: bool) -> None:
    """Write discourse.json: a category for each channel, with its description.

    \b
    hearthbook export discourse book-circle --to forum
    """  # noqa: D301 - click reads the backspace
    _write_platform("discourse", slug, folder, root, force=force)


def _write_platform(kind: str, slug: str, folder: Path, root: Path, *, force: bool) -> None:
    from hearthbook.export.posts import platforms  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.posting import Text  # noqa: PLC0415

    make = platforms.discord if kind == "discord" else platforms.discourse
    data, notes = make(_posting(root, slug).community, lambda text: " ".join(text.split()))
    content = json.dumps(data, indent=2, ensure_ascii=False) + "\n"
    write_texts(folder, (Text(f"{kind}.json", content, tuple(notes)),), force=force)


def _write(kind: str, slug: str, target: Path, paper: str, root: Path) -> None:
    from hearthbook.publish.printing import sheet  # noqa: PLC0415 - takes long to import
    from hearthbook.publish.store import Store  # noqa: PLC0415

    root = root.resolve()
    put({target: sheet(root, slug, kind, paper, Store(cache_of(root)))})
    click.echo(f"{target}")


def _refuse_other_endings(target: Path, slug: str) -> None:
    if target.suffix.lower() != ".pdf":
        hint = f"name a file that ends in .pdf, such as {target.stem or slug}.pdf"
        message = "what is written is a PDF, and this name says something else"
        raise HearthbookError(message, where=str(target), hint=hint)
