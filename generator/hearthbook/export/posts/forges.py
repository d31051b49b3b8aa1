"""Markdown as forges read it, which know neither lists of definitions nor attributes of code."""

from __future__ import annotations

import re
from textwrap import dedent
from typing import Final

_CODE: Final = re.compile(
    r"^(?P<ticks>`{3,})[^\n]*\n(?P<text>(?:.*?\n)?)(?P=ticks)$", re.MULTILINE | re.DOTALL
)
_UNLINKED: Final = re.compile(r"(?<![\\!])\[((?:[^\[\]\\]|\\.)*)\]\(\)")
"""A link without an address."""
_DEFINED: Final = re.compile(
    r"^(?P<term>[^\n]+)\n(?P<entries>(?:\n*^:   [^\n]*(?:\n+ {4}[^\n]+)*)+)", re.MULTILINE
)
_ENTRY: Final = re.compile(r"^:   ", re.MULTILINE)


def plain_markdown(text: str) -> str:
    """The Markdown with plain lists and plain blocks of code; a link that leads nowhere is only its words."""
    made, position = "", 0
    for code in _CODE.finditer(text):
        made += _plain(text[position : code.start()])
        made += f"{code['ticks']}\n{code['text']}{code['ticks']}"
        position = code.end()
    return made + _plain(text[position:])


def _plain(text: str) -> str:
    return _DEFINED.sub(_listed, _UNLINKED.sub(r"\1", text))


def _listed(found: re.Match[str]) -> str:
    """A term with what stands below it: a list of several things, a paragraph of one."""
    entries = [entry.strip() for entry in _ENTRY.split(found["entries"]) if entry.strip()]
    body = "\n".join(f"- {entry}" for entry in entries)
    if len(entries) == 1:
        first, _, rest = entries[0].partition("\n")
        body = f"{first}\n{dedent(rest)}".rstrip()
    return f"**{found['term']}**\n\n{body}"
