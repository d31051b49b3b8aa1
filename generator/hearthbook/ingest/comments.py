"""Words that are lost because YAML takes what starts with `#` for a comment."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import error
from hearthbook.ingest.tree import Listing, Mapping, Mark, Node, Scalar
from hearthbook.model.findings import Place, Severity

if TYPE_CHECKING:
    from hearthbook.model.findings import Finding

_COMMENTED: Final = re.compile(r"^[^#]*[:-]\s+(#(?:[0-9A-Fa-f]{3}){1,2}(?=\s)|#[^\s#]\S*(?=\s*$))")
"""A row that ends in a comment which looks like a colour, or is a single word without a blank."""
_SENTENCE: Final = re.compile(r"^[^#]*[:-]\s+(?P<words>#[^\s#!]\S* \S.*?)\s*$")
"""A row of which nothing is left but a key, because a text begins with a word such as `#help`."""
_TAIL: Final = re.compile(r"[ \t]+(?P<word>#[^\s#!][^\s]*)")
"""A comment without a blank behind its `#`."""


def swallowed(tree: Mapping, rows: list[str]) -> list[Finding]:
    """Values that look empty, or end too soon, because YAML took `#...` for a comment."""
    findings = []
    pending: list[Node] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, Listing):
            pending += node.items
            found = [_lost(item, item.mark, "", rows) for item in node.items]
        elif isinstance(node, Mapping):
            pending += [entry.value for entry in node.entries]
            found = [_lost(entry.value, entry.mark, entry.key, rows) for entry in node.entries]
        else:
            continue
        findings += [finding for finding in found if finding]
    return findings


def _lost(value: Node, mark: Mark, key: str, rows: list[str]) -> Finding | None:
    """The finding for one empty value with a comment that looks like its text."""
    row = rows[mark.line - 1] if mark.line <= len(rows) else ""
    if not isinstance(value, Scalar) or not value.plain:
        return None
    if value.text:
        return _cut(value, rows)
    if not (lost := _COMMENTED.match(row)):
        return _unsaid(mark, key, row)
    place = Place(file=mark.file, line=mark.line, column=lost.start(1) + 1)
    fact = f"`{lost[1]}` is taken for a comment, so " + (
        f"`{key}` is empty" if key else "this entry is empty"
    )
    shown = f'{key}: "{lost[1]}"' if key else f'"{lost[1]}"'
    return error("HB009", place, fact, f"put it in quotes: {shown}")


def _unsaid(mark: Mark, key: str, row: str) -> Finding | None:
    """The warning for a text that begins with `#word`; it may be a comment that lacks a blank."""
    lost = _SENTENCE.match(row)
    if not lost:
        return None
    place = Place(file=mark.file, line=mark.line, column=lost.start("words") + 1)
    subject = f"`{key}`" if key else "this entry"
    fact = f"`{lost['words']}` is taken for a comment, so {subject} is empty"
    hint = "put it in quotes; if it is meant as a comment, write a blank behind its #"
    return replace(error("HB009", place, fact, hint), severity=Severity.WARNING)


def _cut(value: Scalar, rows: list[str]) -> Finding | None:
    """The warning for a text that stops at `#word`, as in `half of #help is news`."""
    mark = value.mark
    row = rows[mark.line - 1][mark.column - 1 :] if mark.line <= len(rows) else ""
    if not row.startswith(value.text) or not (lost := _TAIL.match(row, len(value.text))):
        return None
    place = Place(file=mark.file, line=mark.line, column=mark.column + lost.start("word"))
    fact = f"what starts with `{lost['word']}` is taken for a comment, and the text ends before it"
    hint = "put the whole text in quotes; a comment has a blank behind its #"
    return replace(error("HB009", place, fact, hint), severity=Severity.WARNING)
