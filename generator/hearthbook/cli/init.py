"""`hearthbook init`: a new archive."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hearthbook.bring.blueprints import names
from hearthbook.bring.forge import NAMES, NONE, guessed_forge
from hearthbook.bring.ground import refuse_unless_free
from hearthbook.bring.interview.questions import LANGUAGES
from hearthbook.bring.interview.session import Session
from hearthbook.bring.starter import FIRST, new_archive, refuse_slug
from hearthbook.ingest.slugs import address_word
from hearthbook.model.archive import Defaults

if TYPE_CHECKING:
    from hearthbook.bring.starter import Begun


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="[DIR]")
@click.option(
    "--forge",
    type=click.Choice([*NAMES, NONE]),
    help="Whose workflows to write.  [default: whose `origin` is, else github]",
)
@click.option("--name", help="What the first group is called; its address is made from it.")
@click.option(
    "--blueprint", type=click.Choice(names()), metavar="NAME", help=f"How it is run: {', '.join(names())}."
)
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", help="Of the archive and the blueprint."
)
def init(folder: Path, forge: str | None, name: str | None, blueprint: str | None, language: str) -> None:
    """Start an archive in DIR (default: here). Nothing that is there is overwritten.

    With it come workflows for GitHub, GitLab or Forgejo (such as Codeberg). They check every proposed
    change and say what it means, publish the site, and look once a week for what is due and for links
    that lead nowhere.

    \b
    hearthbook init my-archive
    hearthbook init --name "Sunday Pages" --blueprint reading-group
    hearthbook init --forge gitlab
    """  # noqa: D301 - click reads the backspace
    slug, text = _first(name, blueprint, language)
    refuse_unless_free(folder, ["mkdocs.yml"])
    folder.mkdir(parents=True, exist_ok=True)
    chosen, why = (forge, "as you said") if forge else guessed_forge(folder)
    begun = new_archive(folder, chosen, slug, text, language)
    for each in begun.written:
        click.echo(f"new    {each}")
    for each in begun.kept:
        click.echo(f"kept   {each}")
    _tell_by_hand(begun)
    if not begun.written:
        click.echo("\nEverything was there already, and nothing has been changed.")
        return
    click.echo(f"\n{_told(chosen, why)}")
    if begun.first and name and not address_word(name, ""):
        click.echo(f"\nThe address is {slug}, since no letters of the name can stand in one.")
        click.echo(f"For another, rename {begun.first}.")
    _tell_next(folder, begun, own=bool(name or blueprint))


def _first(name: str | None, blueprint: str | None, language: str) -> tuple[str, str]:
    """The address and the text of the first community; no text for that of the starter."""
    if not (name or blueprint):
        return FIRST, ""
    slug = address_word(name, FIRST) if name else FIRST
    refuse_slug(slug)
    session = Session(language=language, slug=slug, defaults=Defaults(language=language))
    for question, answer in (("way", blueprint), ("name", name)):
        session = session.with_answer(question, answer or "")
    return slug, session.text()


def _told(forge: str, why: str) -> str:
    """Whose workflows there are, and why."""
    if forge == NONE:
        return f"Without workflows, {why}."
    return f"With workflows for {NAMES[forge]}, {why}; --forge names another."


def _tell_by_hand(begun: Begun) -> None:
    """What the founder's own files lack."""
    if begun.to_add:
        click.echo("\nPlease add by hand, because these files are yours:")
    for name, line in begun.to_add:
        click.echo(f"  {name}: {line}")


def _tell_next(folder: Path, begun: Begun, *, own: bool) -> None:
    """The three next steps."""
    there = "" if folder == Path() else f", in {folder}"
    click.echo(f"\nNext{there}:")
    if own and begun.first:
        _step(1, f"open {begun.first}", "and write over what is not yours; the notes say what to think of")
    else:
        instead = f"or write over {begun.first}" if begun.first else "or go on with the files in communities/"
        _step(1, "hearthbook new", f"asks some questions and writes your group's file; {instead}")
    _step(2, "hearthbook check", "says what is missing, and what would help most")
    _step(3, "hearthbook serve", "shows the pages while you write")


def _step(number: int, command: str, what: str) -> None:
    click.echo(f"  {number}. {command}")
    click.echo(f"     {what}")
