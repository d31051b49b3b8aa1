"""Python-Markdown's own work in less time, with the same bytes."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

import markdown
from markdown.extensions import Extension

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown.util import Registry

KNOWN: Final = frozenset({"3.11.3"})
"""The versions of Python-Markdown whose bytes ours are known to equal; others work at their own pace."""


def is_known() -> bool:
    """Whether this is a Python-Markdown that ours stands in for."""
    return markdown.__version__ in KNOWN


def is_usual(registry: Registry[Any], name: str, kind: type) -> bool:
    """Whether a stage is there and is the library's own."""
    return name in registry and type(registry[name]) is kind


class SwiftExtension(Extension):
    """Puts our stages in place of the library's; comes after all other extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Replaces the stages that are the library's own, and leaves others as they are."""
        if not is_known():
            return
        # only now: another version may not have what these stand on
        for stage in ("blocks", "inline", "tree"):
            import_module(f"hearthbook.publish.swift_{stage}").hasten(md)
