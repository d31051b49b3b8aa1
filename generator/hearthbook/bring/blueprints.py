"""Blueprints: whole ways of running a group, from which a founder begins."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING, Final

from hearthbook.bring.draft import Draft
from hearthbook.bring.reading import read_draft
from hearthbook.errors import HearthbookError
from hearthbook.resources import starter

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES: Final = ("en", "de")
"""The languages in which each blueprint is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """One way of running a group."""

    name: str
    """Its name at the command line: `peer-support`."""
    language: str
    title: str
    """What people call it: `Peer support circle`."""
    summary: str
    """For whom it is right, in a few sentences."""
    draft: Draft
    """The file, without the comment at its top."""


def _folder() -> Path:
    return starter() / "blueprints"


@cache
def names() -> tuple[str, ...]:
    """The names of all blueprints, in alphabetical order."""
    return tuple(sorted(path.name for path in _folder().iterdir() if path.is_dir()))


@cache
def blueprint(name: str, language: str) -> Blueprint:
    """A blueprint in a language, or in English where it is not written in that one.

    Raises HearthbookError where there is none of that name.
    """
    if name not in names():
        near = get_close_matches(name, names(), n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"take one of {', '.join(names())}"
        raise HearthbookError(f"there is no blueprint `{name}`", hint=hint)
    spoken = _spoken(language)
    path = _folder() / name / f"{spoken}.yml"
    whole = read_draft(path.read_text(encoding="utf-8"), f"{name}/{spoken}.yml")
    title, *summary = whole.head
    draft = Draft(body=whole.body)
    return Blueprint(name=name, language=spoken, title=title, summary=" ".join(summary), draft=draft)


@cache
def beginnings(language: str) -> tuple[tuple[str, str, str], ...]:
    """Name, title and summary of all blueprints in a language, read without the rest of their files."""
    spoken = _spoken(language)
    return tuple((name, *_head(_folder() / name / f"{spoken}.yml")) for name in names())


def _head(path: Path) -> tuple[str, str]:
    """Title and summary: the comment at the top of a file."""
    with path.open(encoding="utf-8") as lines:
        title, *summary = (line.removeprefix("#").strip() for line in takewhile(str.strip, lines))
    return title, " ".join(summary)


def _spoken(language: str) -> str:
    """The language of a blueprint for somebody who reads this one."""
    primary = language.partition("-")[0]
    return primary if primary in LANGUAGES else LANGUAGES[0]


def blueprints(language: str) -> tuple[Blueprint, ...]:
    """All blueprints in a language."""
    return tuple(blueprint(name, language) for name in names())
