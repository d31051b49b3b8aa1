"""The one Markdown dialect, for every publisher: Python-Markdown's own extensions only."""

from __future__ import annotations

from typing import Any, Final

EXTENSIONS: Final = (
    "toc",
    "tables",
    "fenced_code",
    "attr_list",
    "def_list",
    "md_in_html",
    "footnotes",
)
"""In the order in which they are switched on."""

SETTINGS: Final[dict[str, dict[str, Any]]] = {
    "toc": {"permalink": False, "toc_depth": "2-3"},
    # its other way is a style attribute, which the content security policy forbids
    "tables": {"use_align_attribute": True},
}
"""Extension -> its settings."""


def as_written() -> list[str | dict[str, dict[str, Any]]]:
    """The extensions with their settings, as mkdocs.yml holds them."""
    return [{name: SETTINGS[name]} if name in SETTINGS else name for name in EXTENSIONS]
