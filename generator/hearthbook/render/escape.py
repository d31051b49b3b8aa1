"""Characters made harmless within Markdown, where they would act."""

from __future__ import annotations

import re
from typing import Final

_ACTIVE: Final = re.compile(
    r"""
      [\\`*\[\]{}|<]                # would start code, emphasis, links, attributes, cells, HTML
    | (?<![^\W_])_|_(?![^\W_])      # an underscore that is not inside a word
    | &(?=\#|\w+;)                  # would be read as an entity
    | (?<=\]):                      # would make a definition out of a link's text
    """,
    re.VERBOSE,
)
_START: Final = re.compile(
    r"[#>]|[-+*](?=\s|$)|(?:[-_*] *){3,}$|=+$|-+$|:(?=\s|$)|~(?=~~)|\d+(?P<dot>[.)])(?=\s|$)"
)
# What Python-Markdown takes a backslash from; the rest needs an entity.
_ESCAPABLE: Final = frozenset("\\`*_{}[]()>#+-.!|")
_ENTITIES: Final = {"<": "&lt;", "&": "&amp;"}


def shown(character: str) -> str:
    """The character as Markdown that shows it and does nothing."""
    if character in _ESCAPABLE:
        return "\\" + character
    return _ENTITIES.get(character, f"&#{ord(character)};")


def literal(text: str) -> str:
    """The text as Markdown that shows exactly these characters within a line."""
    return _ACTIVE.sub(lambda match: shown(match[0]), text)


def started(line: str) -> str:
    """The line of Markdown with nothing at its start that would begin a block."""
    if found := _START.match(line):
        mark = found.start("dot") if found["dot"] else 0
        return line[:mark] + shown(line[mark]) + line[mark + 1 :]
    return line
