"""Plain text made harmless for Markdown: every character is shown as it is written.

Escapes only where Markdown would otherwise act, so that the pages stay
readable as text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Mapping

_INLINE: Final = re.compile(
    r"""
      (?P<escape>[\\`*\[\]{}|])             # would start code, emphasis, links, attributes, cells
    | (?P<edge>(?<![^\W_])_|_(?![^\W_]))    # an underscore that is not inside a word
    | (?P<tag><)                            # would start HTML
    | (?P<entity>&(?=\#|\w+;))              # would be read as an entity
    | (?P<colon>(?<=\]):)                   # would make a definition out of a link's text
    | (?P<closing>\#(?=\#*$))               # would be taken for the end of a heading
    """,
    re.VERBOSE,
)
# Other white space, such as a no-break space, is there on purpose.
_BLANKS: Final = re.compile(r"[ \t\n]+")
_START: Final = re.compile(r"^(?:(?P<mark>[#>+-])|(?P<other>[=~:])|(?P<number>\d+)(?P<dot>[.)]))")


def _inline(match: re.Match[str]) -> str:
    if match["tag"]:
        return "&lt;"
    if match["entity"]:
        return "&amp;"
    if match["colon"]:
        return "&#58;"
    return "\\" + match[0]


def _start(match: re.Match[str]) -> str:
    if match["mark"]:
        return "\\" + match["mark"]
    if match["other"]:
        return f"&#{ord(match['other'])};"
    return f"{match['number']}\\{match['dot']}"


def plain(text: str) -> Markup:
    """The text on one line, as Markdown that shows exactly these characters."""
    line = _BLANKS.sub(" ", text.strip())
    return Markup(_START.sub(_start, _INLINE.sub(_inline, line)))  # noqa: S704


def fill(pattern: str, values: Mapping[str, str]) -> Markup:
    """A sentence of ours with its `{name}` places filled; values are Markdown already."""
    return Markup(re.sub(r"\{(\w+)\}", lambda match: values[match[1]], pattern))  # noqa: S704


def attribute(text: str) -> str:
    """Characters that may stand in an id inside `{#...}`."""
    return re.sub(r"[\s{}\"'<>#.=]+", "-", text)
