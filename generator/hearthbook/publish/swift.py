"""Python-Markdown's own work in less time, with the same bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import markdown
from markdown.extensions import Extension

from hearthbook.publish.swift_blocks import hasten_blocks
from hearthbook.publish.swift_inline import hasten_inline
from hearthbook.publish.swift_tree import hasten_tree

if TYPE_CHECKING:
    from markdown import Markdown

KNOWN: Final = frozenset({"3.11.3"})
"""The versions of Python-Markdown whose bytes ours are known to equal; others work at their own pace."""


def is_known() -> bool:
    """Whether this is a Python-Markdown that ours stands in for."""
    return markdown.__version__ in KNOWN


class SwiftExtension(Extension):
    """Puts our stages in place of the library's; comes after all other extensions."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        """Replaces the stages that are the library's own, and leaves others as they are."""
        if not is_known():
            return
        hasten_blocks(md)
        hasten_inline(md)
        hasten_tree(md)
