"""Markdown files taken apart: the facts at the top, the title, the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from pydantic import Field, ValidationError

from hearthbook.ingest.events import read_tree
from hearthbook.ingest.expand import Expander
from hearthbook.ingest.reader import error
from hearthbook.ingest.tree import Mapping, Scalar, to_data
from hearthbook.ingest.validate import findings_of
from hearthbook.model.base import Section, Some, Words
from hearthbook.model.findings import Finding, Place
from hearthbook.model.texts import IsoDate, Plain

_FRONT: Final = re.compile(r"\A---[ \t]*\n(?P<yaml>.*?)^---[ \t]*$\n?", re.DOTALL | re.MULTILINE)
_UNCLOSED: Final = re.compile(r"\A---[ \t]*\n[a-z_]+:")
_HEADING: Final = re.compile(r"\A\s*^#[ \t]+(?P<title>[^\n]+?)[ \t]*#*[ \t]*(?:\n|\Z)", re.MULTILINE)


class FrontMatter(Section):
    """The facts at the top of an article, between two lines of three hyphens."""

    title: Plain | None = Field(default=None, examples=["The first ten minutes"])
    """Its heading."""
    author: Plain | None = Field(default=None, examples=["mira"])
    """Who wrote it: an id from `people`, or a name."""
    date: IsoDate | None = Field(default=None, examples=["2026-10-12"])
    """The day it was written."""
    basis: Literal["source", "experience", "verified", "expert"] | None = Field(
        default=None, examples=["experience"]
    )
    """What it stands on: source, experience, verified or expert."""
    sources: Some[Plain] = Field(default=(), examples=[["https://example.org/study"]])
    """What it cites: addresses or titles."""
    reviewed: IsoDate | None = Field(default=None, examples=["2026-11-02"])
    """The day on which somebody last looked whether it is still right."""
    expires: IsoDate | None = Field(default=None, examples=["2027-11-02"])
    """The last day for which it can be relied on; from the next day on, readers are told."""
    tags: Words[Plain] = Field(default=(), examples=[["first sentence", "preparing"]])
    """What it is about, in a few words; articles are listed by them."""
    summary: Plain | None = Field(default=None, examples=["What to say before the talk begins."])
    """One line for lists and for search engines."""


@dataclass(frozen=True, slots=True)
class Written:
    """A Markdown file taken apart."""

    facts: FrontMatter
    """Its front matter."""
    title: str
    """From the front matter, else its first heading, else empty."""
    body: str
    """The Markdown below, without the title."""
    place: Place
    """Where the body starts."""


def _facts(yaml: str, name: str) -> tuple[FrontMatter, list[Finding]]:
    # one empty line stands for the opening hyphens, so that lines keep their numbers
    tree, findings = read_tree("\n" + yaml, name)
    if tree is None or (isinstance(tree, Scalar) and tree.is_null):
        return FrontMatter(), findings
    if not isinstance(tree, Mapping):
        fact = "the front matter holds no keys and values"
        hint = "write `title: ...` between the two lines of hyphens, or take both away"
        return FrontMatter(), [*findings, error("HB005", tree.mark.place(), fact, hint)]
    expander = Expander()
    tree = expander.community(tree, FrontMatter)
    findings += expander.findings
    try:
        return FrontMatter.model_validate(to_data(tree)), findings
    except ValidationError as problem:
        return FrontMatter(), findings + findings_of(problem, tree, FrontMatter)


def take_apart(text: str, name: str) -> tuple[Written, list[Finding]]:
    """The facts and the body of a Markdown file; what is wrong with its front matter."""
    match = _FRONT.match(text)
    facts, findings = _facts(match["yaml"], name) if match else (FrontMatter(), [])
    if not match and _UNCLOSED.match(text):
        hint = "write three hyphens on a line of their own below the last fact"
        findings = [error("HB002", Place(file=name), "the front matter that opens here never ends", hint)]
    body = text[match.end() :] if match else text
    first_line = text[: match.end()].count("\n") + 1 if match else 1
    heading = _HEADING.match(body)
    title = facts.title or (heading["title"] if heading else "")
    if heading:
        first_line += body[: heading.end()].count("\n")
        body = body[heading.end() :]
    return Written(facts, title, body, Place(file=name, line=first_line)), findings
