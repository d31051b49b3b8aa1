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

SETTINGS: Final[dict[str, dict[str, Any]]] = {"toc": {"permalink": False, "toc_depth": "2-3"}}
"""Extension -> its settings."""
