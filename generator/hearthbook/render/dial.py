"""Telephone numbers within a text, and what to dial for them."""

from __future__ import annotations

import re
from typing import Final

# Before a word only what cannot be a postal code: `+49 30 1234567 after six`.
PHONE: Final = re.compile(
    r"\+?\d[\d ()/-]{4,}(?=[,\u060c]|$)|(?:\+|0)\d[\d ()/-]{5,}\d(?=[ ;.\u061b])(?! \d)"
)
"""A telephone number that begins a text."""
SHORT_NUMBER: Final = re.compile(r"\d[\d ]+(?=[,\u060c]|$)")
"""A number of two figures or more that begins a text, as in `142, free`."""
# A long number, or one that brings help somewhere on earth.
_HELP: Final = re.compile(
    r"(?<![\w+/.,:#-])(?:(?:\+|0)\d[\d ()/-]{4,}\d|116 ?\d{3}"
    r"|000|11\d|122|133|144|19[0-3]|911|988|99[5-9])(?![\w/-]|[.,:]\d)"
)
_MARKED_UP: Final = re.compile(r"[\\[`<]|~~~|://")


def address_of(number: str) -> str:
    """The address that dials a number: `tel:0301234567`."""
    return "tel:" + re.sub(r"[^\d+]", "", number)


def with_calls(text: str) -> str:
    """The text with each number that calls help as a link, in Markdown.

    A text that has links or code of its own stays as it is.
    """
    if _MARKED_UP.search(text):
        return text
    return _HELP.sub(lambda found: f"[{found[0]}]({address_of(found[0])})", text)
