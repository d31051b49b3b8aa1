"""Values that are lost because YAML takes what starts with `#` for a comment."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from hearthbook.ingest.reader import error
from hearthbook.ingest.tree import Listing, Mapping, Mark, Node, Scalar
from hearthbook.model.findings import Place

if TYPE_CHECKING:
    from hearthbook.model.findings import Finding

_COMMENTED: Final = re.compile(r"^[^#]*[:-]\s+(#(?:[0-9A-Fa-f]{3}){1,2}(?=\s)|#[^\s#]\S*(?=\s*$))")
"""A row that ends in a comment which looks like a colour, or is a single word without a blank."""


def swallowed(tree: Mapping, rows: list[str]) -> list[Finding]:
    """Values that look empty because YAML took `#...` for a comment."""
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
    if not isinstance(value, Scalar) or not value.is_null or value.text:
        return None
    if not (lost := _COMMENTED.match(row)):
        return None
    place = Place(file=mark.file, line=mark.line, column=lost.start(1) + 1)
    fact = f"`{lost[1]}` is taken for a comment, so " + (
        f"`{key}` is empty" if key else "this entry is empty"
    )
    shown = f'{key}: "{lost[1]}"' if key else f'"{lost[1]}"'
    return error("HB009", place, fact, f"put it in quotes: {shown}")
