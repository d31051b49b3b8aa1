"""Markdown as people write it: articles of a few hundred words, and the archive's first page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bench.writer import Writer

WELCOME = """\
---
title: Benchmark
---

These groups do not exist. Their handbooks are here to be measured.
"""


def _table(writer: Writer) -> str:
    rows = [f"| {writer.capital('topic')} | {writer.capital('sentence')} |" for _ in range(4)]
    return "\n".join(["| What | What we do |", "|---|---|", *rows])


def _list(writer: Writer) -> str:
    return "\n".join(f"- {deed}" for deed in writer.several("deed", 3, 6))


def article(writer: Writer, slug: str, author: str) -> str:
    """The text of an article: front matter, paragraphs, a list, a table and a quotation."""
    facts = (
        f"title: {writer.capital('title')}\nauthor: {author}\ndate: {writer.day()}\n"
        f"basis: experience\nsummary: {writer.capital('sentence')}"
    )
    first, second, third = writer.several("title", 3, 3)
    parts = [
        writer.prose(5, 8),
        f"## {first}",
        writer.prose(6, 9),
        _list(writer),
        f"We say more in [our norms](/{slug}/norms/).",
        f"## {second}",
        writer.prose(4, 8),
        _table(writer),
        f"> {writer.capital('sentence')}",
        f"## {third}",
        writer.prose(6, 10),
    ]
    return f"---\n{facts}\n---\n\n" + "\n\n".join(parts) + "\n"
