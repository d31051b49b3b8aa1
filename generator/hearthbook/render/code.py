"""Code from people as Markdown that shows it as it was written."""

from __future__ import annotations

import html
import re
from typing import Final

from hearthbook.render.escape import literal, started

# What code must not hold to be harmless even where it is not taken for code.
_ACTS: Final = re.compile(r"[\\`*\[\]{}|<]|&(?=#|\w+;)|(?<!\w)_|_(?!\w)|\n\n\n")


def longest_run(text: str) -> int:
    """How many backticks stand next to each other, at most."""
    return max((len(run) for run in re.findall(r"`+", text)), default=0)


def code_span(code: str) -> str:
    """Code within a line; with entities where Markdown's own form could not hold it."""
    line = " ".join(code.split("\n"))
    if not line.strip():
        return literal(f"`{line}`")
    if not re.search(r"[<&{}|`\\\[\]]", line):
        return f"`{line}`"
    escaped = html.escape(line.strip(), quote=False)
    return "<code>" + re.sub(r"[\\`*_{}\[\]|!]", lambda match: f"&#{ord(match[0])};", escaped) + "</code>"


def code_block(rows: list[str], language: str) -> list[str]:
    """Code in a fence that is longer than any run of backticks in it."""
    fence = "`" * max(3, longest_run("\n".join(rows)) + 1)
    return [fence + language, *rows, fence]


def nested_code_block(rows: list[str]) -> list[str]:
    """Code inside a list or a quote, where Python-Markdown knows no fences.

    It is moved right when that is harmless whatever comes of it, and else
    written line by line with entities.
    """
    if not _ACTS.search("\n".join(rows)) and all(started(row.strip()) == row.strip() for row in rows):
        return ["    " + row if row else "" for row in rows]
    indents = (len(row) - len(row.lstrip(" ")) for row in rows)
    spans = ("&nbsp;" * indent + code_span(row.strip()) for indent, row in zip(indents, rows, strict=True))
    return "<br>\n".join(span if row else "" for span, row in zip(spans, rows, strict=True)).split("\n")
