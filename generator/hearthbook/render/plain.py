"""Plain text made harmless for Markdown: every character is shown as it is written.

Escapes only where Markdown would otherwise act, so that the pages stay
readable as text.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from markupsafe import Markup

from hearthbook.render.escape import literal, started

if TYPE_CHECKING:
    from collections.abc import Mapping

# Other white space, such as a no-break space, is there on purpose.
_BLANKS: Final = re.compile(r"[ \t\n]+")
# Would be taken for the end of a heading.
_CLOSING: Final = re.compile(r"#(?=#*$)")


@lru_cache(maxsize=4096)
def plain(text: str) -> Markup:
    """The text on one line, as Markdown that shows exactly these characters."""
    line = _BLANKS.sub(" ", text.strip())
    return Markup(started(_CLOSING.sub(r"\#", literal(line))))  # noqa: S704


def fill(pattern: str, values: Mapping[str, str]) -> Markup:
    """A sentence of ours with its `{name}` places filled; values are Markdown already."""
    return Markup(re.sub(r"\{(\w+)\}", lambda match: values[match[1]], pattern))  # noqa: S704


@lru_cache(maxsize=4096)
def attribute(text: str) -> str:
    """Characters that may stand in an id inside `{#...}`."""
    return re.sub(r"[\s{}\"'<>#.=]+", "-", text)


def carried(data: Mapping[str, object]) -> str:
    """Values that a block carries for scripts, within its attribute line; empty ones are left out.

    `{"due": "review:2027-03-15"}` is ` data-hb-due="review:2027-03-15"`. Whatever could mean
    something in Markdown or in HTML is percent-encoded (RFC 3986), the underscore too.
    """
    texts = {name: quote(str(value), safe=" :;,=/+") for name, value in data.items() if value}
    return "".join(f' data-hb-{name}="{text.replace("_", "%5F")}"' for name, text in texts.items())
