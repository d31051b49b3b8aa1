"""`hearthbook new`: another community in the archive, by questions, from a blueprint or from an example."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hearthbook.bring.blueprints import names
from hearthbook.bring.interview.filed import with_answers
from hearthbook.bring.interview.questions import LANGUAGES, script, spoken
from hearthbook.bring.interview.session import Session
from hearthbook.bring.starter import new_community, refuse_unless_new
from hearthbook.cli.common import project_option
from hearthbook.cli.interview import Left, interview, read_line, say
from hearthbook.cli.new_next import tell_next
from hearthbook.cli.remembered import Remembered
from hearthbook.cli.zone import local_zone
from hearthbook.errors import HearthbookError
from hearthbook.ingest.folder import list_sources
from hearthbook.ingest.reader import read_text
from hearthbook.ingest.slugs import address_word
from hearthbook.lint.reporters.text import as_text
from hearthbook.model.archive import Defaults
from hearthbook.model.findings import Finding, Severity
from hearthbook.model.report import Report
from hearthbook.publish.configuration import load, settings
from hearthbook.publish.driver import read_archive

if TYPE_CHECKING:
    from collections.abc import Callable

_GIVEN = "answer_"
"""How the parameters begin that hold answers."""


def _answers(function: Callable[..., Any]) -> Callable[..., Any]:
    """An option for each question."""
    for question in reversed(script("en").questions):
        if question.kind != "way":
            flag = f"--{question.id.replace('_', '-')}"
            named = click.option(flag, f"{_GIVEN}{question.id}", metavar="TEXT", help=question.ask)
            function = named(function)
    return function


@click.command()
@click.argument("slug", required=False)
@click.option("--blueprint", metavar="NAME", help=f"How you run the group: {', '.join(names())}.")
@click.option(
    "--answers",
    "filed",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of answers, YAML or JSON, with the names of these options as keys.",
)
@click.option("--language", help=f"Ask and write in this language: {', '.join(LANGUAGES)}.")
@click.option("--questions/--no-questions", default=None, help="Ask, or not.  [default: ask in a terminal]")
@_answers
@project_option
def new(  # noqa: PLR0913 - each is an option
    *,
    slug: str | None,
    blueprint: str | None,
    filed: Path | None,
    language: str | None,
    questions: bool | None,
    root: Path,
    **given: str | None,
) -> None:
    """Add a community: answer some questions, and its file is written and checked.

    SLUG is the group's address: small letters, digits and hyphens. In a terminal you are asked one
    thing at a time, with why it matters; what you give as an option is not asked. Without a terminal
    the options and the file of answers are all there is, and SLUG alone writes a commented example.

    \b
    hearthbook new
    hearthbook new book-circle --blueprint reading-group
    hearthbook new book-circle --answers answers.yml --no-questions
    """  # noqa: D301 - click reads the backspace
    if slug is not None:
        refuse_unless_new(root, slug)
    answers = {key.removeprefix(_GIVEN): text for key, text in given.items() if text and text.strip()}
    if blueprint:
        answers = {"way": blueprint, **answers}
    session = _with_file(_given(_session(root, slug, language), answers), filed)
    asking = sys.stdin.isatty() if questions is None else questions
    remembered = Remembered(root, slug)
    if asking:
        session, slug = _asked(root, session, slug, remembered)
    slug = slug or _slug_of(session)
    if not slug:
        raise click.UsageError("Missing argument 'SLUG', or --name from which it can be made.")
    _write(root, session, slug)
    if asking:
        remembered.forget()
    tell_next(root, session, slug, asked=asking)


def _session(root: Path, slug: str | None, language: str | None) -> Session:
    defaults = settings(load(root)) if (root / "mkdocs.yml").is_file() else Defaults()
    if language and spoken(language) != language.partition("-")[0]:
        raise click.BadParameter(f"there are questions in {', '.join(LANGUAGES)}", param_hint="--language")
    known = frozenset(source.stem for source in list_sources(root)[0] if not source.is_base)
    asked = spoken(language or defaults.language or "en")
    today = date.today()  # noqa: DTZ011 - the day on the reader's own calendar
    return Session(language=asked, slug=slug or "new-group", defaults=defaults, slugs=known, today=today)


def _given(session: Session, answers: dict[str, str]) -> Session:
    """The interview with the answers of the command line; each slip is told."""
    problems = []
    for question in session.script.questions:
        if text := answers.get(question.id):
            reply = session.reply(question, " ".join(text.split()))
            option = "blueprint" if question.kind == "way" else question.id.replace("_", "-")
            problems += [f"--{option}: {reply.problem}"] if reply.problem else []
            session = session if reply.problem else session.with_answer(question.id, " ".join(text.split()))
    if problems:
        raise click.UsageError("\n".join(problems))
    return session


def _with_file(session: Session, filed: Path | None) -> Session:
    if filed is None:
        return session
    text = read_text(filed, str(filed))
    if isinstance(text, Finding):
        raise HearthbookError(text.message, where=str(filed), hint=text.hint)
    session, findings = with_answers(session, text, str(filed))
    for finding in findings:
        click.echo(str(finding), err=True)
    if any(finding.severity is Severity.ERROR for finding in findings):
        sys.exit(1)
    return session


def _asked(root: Path, session: Session, slug: str | None, remembered: Remembered) -> tuple[Session, str]:
    """The interview in a terminal; what was answered is kept until the file is written."""
    given = frozenset(session.answers)
    session = remembered.resumed(session)
    try:
        session = interview(session, remembered.keep, local_zone(), given)
        return session, slug or _proposed(root, session)
    except Left as left:
        remembered.keep(left.session)
        word = "kept" if slug else "kept_unnamed"
        say(left.session.script.frame[word].format(slug=slug))
        sys.exit(0)


def _slug_of(session: Session) -> str:
    return address_word(session.answers.get("name", ""), "")


def _proposed(root: Path, session: Session) -> str:
    """The address that somebody takes or writes."""
    slug = _slug_of(session) or "my-group"
    while True:
        click.echo()
        say(session.script.frame["address"].format(slug=slug))
        try:
            slug = read_line() or slug
            refuse_unless_new(root, slug)
        except click.Abort as end:
            raise Left(session) from end
        except HearthbookError as problem:
            say(str(problem))
            continue
        return slug


def _write(root: Path, session: Session, slug: str) -> None:
    """Writes the file and says what is missing in it; ends the program where it cannot be built from."""
    name = new_community(root, slug, replace(session, slug=slug).text() if session.answers else "")
    click.echo(f"new    {name}")
    found = [finding for finding in read_archive(root).findings if finding.place.file == name]
    click.echo(as_text(Report(checked=1, findings=tuple(found)), lambda _: ()))
    if any(finding.severity is Severity.ERROR for finding in found):
        sys.exit(1)
