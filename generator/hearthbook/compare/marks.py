"""Prose as members read it: without the signs of Markdown, and without addresses behind words."""

from __future__ import annotations

import re
from typing import Final

_LINK: Final = re.compile(r"!?\[([^\[\]\n]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"\n]*\")?\)")
_ADDRESS: Final = re.compile(r"<((?:https?|mailto):[^<>\s]+)>")
_STRESS: Final = re.compile(r"(?<![\w*_\\])([*_]{1,3})(?=[^\s*_])([^\n]*?[^\s*_\\])\1(?![\w*_])")
_CODE: Final = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


def unmarked(text: str) -> str:
    """The text as it is read: `Ask [Noor](/oak/roles/) **soon**` becomes `Ask Noor soon`."""
    for pattern, kept in ((_LINK, r"\1"), (_ADDRESS, r"\1"), (_STRESS, r"\2"), (_CODE, r"\1")):
        text = pattern.sub(kept, text)
    return text


def both_unmarked(before: str, after: str) -> tuple[str, str]:
    """Two texts as they are read; as they are written where only signs or addresses differ."""
    plain = unmarked(before), unmarked(after)
    return (before, after) if plain[0] == plain[1] and before != after else plain
