"""Finished HTML, changed tag by tag; everything else stays as it is, byte for byte.

Text of scripts and comments is passed over, and so is whatever looks like a tag
inside an attribute. What is read is HTML as a site tool writes it, not any soup.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Change = Callable[[str, str], str | None]
    """Name of a tag and its attributes as written -> other attributes, or None to drop it."""

_REST: Final = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_TAG: Final = re.compile(
    rf"""
      <!--.*?-->
    | <(?P<raw>script|style|title|textarea)(?=[\s/>])(?P<said>{_REST})>(?P<text>.*?</(?P=raw)\s*>)
    | <(?P<name>[a-z][^\s/>]*)(?P<rest>{_REST})>
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?P<lead>\s+)(?P<name>[^\s=>/"']+)(?:\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s>"']+))?"""
)


def changed(html: str, change: Change) -> str:
    """The HTML with other attributes where `change` gives others, and without the tags that it drops.

    A script or a style is dropped with its text; of other elements only the opening
    tag goes, so `change` drops only those that have no closing one.
    """

    def one(match: re.Match[str]) -> str:
        raw, name = match["raw"], match["name"]
        if not (raw or name):
            return match[0]
        rest = match["said"] if raw else match["rest"]
        new = change((raw or name).lower(), rest)
        if new is None:
            return ""
        return match[0] if new == rest else f"<{raw or name}{new}>{match['text'] or ''}"

    return _TAG.sub(one, html)


def attributes(written: str) -> dict[str, str]:
    """Name -> value of the attributes of a tag; one without a value has an empty one."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(written):
        found.setdefault(match["name"].lower(), unescape(_bare(match["value"] or "")))
    return found


def replaced(written: str, values: Mapping[str, str | None]) -> str:
    """The attributes of a tag with other values for some that it has; None takes one away."""

    def one(match: re.Match[str]) -> str:
        name = match["name"].lower()
        if name not in values:
            return match[0]
        value = values[name]
        return "" if value is None else f'{match["lead"]}{match["name"]}="{_quoted(value)}"'

    return _ATTRIBUTE.sub(one, written)


def _quoted(value: str) -> str:
    return escape(value, quote=False).replace('"', "&quot;")


def _bare(value: str) -> str:
    return value[1:-1] if value[:1] in {'"', "'"} else value
