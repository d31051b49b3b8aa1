"""Latin words, numbers and handles inside lines that run from right to left (UAX #9).

A line in Arabic turns `+49 30 123` and `#help` around, because nothing in them says
in which direction they run. Isolates say it; they cannot be seen, and Markdown and
HTML pass them on.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

LRI: Final = "\N{LEFT-TO-RIGHT ISOLATE}"
PDI: Final = "\N{POP DIRECTIONAL ISOLATE}"

# Two figures apart from each other, a plus before one, or a Latin letter: what a line could turn around.
_TURNS: Final = re.compile(r"[^\W\d_]|\+\d|\d[ ()/-]+\d")
# What has a direction already, or means something to Markdown: code, the target of a link, addresses.
_WHOLE: Final = r"`[^`]*`|\]\([^)\s]*\)|https?://[^\s)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_NUMBER: Final = r"(?<![\w+-])(?:\+\d[\d ()/-]*\d|\d+(?:[ ()/-]+\d+)+)(?![\w-])"
_HANDLE: Final = r"(?<!\w)[#@][A-Za-z0-9](?:[\w.-]*\w)?"
_RUN: Final = re.compile(rf"(?P<whole>{_WHOLE})|{_NUMBER}|{_HANDLE}")
_FIGURES: Final = 5
"""Fewer than these are a count or a span, such as `3-5`, and no number to dial."""


def runs_left(text: str) -> bool:
    """Whether a letter of the text belongs to a script that runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in text)


def turns(text: str) -> bool:
    """Whether a line from right to left would turn the whole text around: it has no letter of that script."""
    return bool(_TURNS.search(text)) and not runs_left(text)


def isolated(text: str) -> str:
    """The text with marks around it that hold it together, from left to right."""
    return f"{LRI}{text}{PDI}"


def with_runs_isolated(text: str) -> str:
    """A text from right to left in which numbers to dial and handles keep their order; others as they are.

    Markdown in it keeps its meaning: code and addresses stay untouched.
    """
    return _RUN.sub(_marked, text) if runs_left(text) else text


def _marked(match: re.Match[str]) -> str:
    figures = sum(sign.isdigit() for sign in match[0])
    handle = match[0][0] in "#@"
    return match[0] if match["whole"] or not (handle or figures >= _FIGURES) else isolated(match[0])
