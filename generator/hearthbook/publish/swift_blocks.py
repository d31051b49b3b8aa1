"""Blocks of Markdown in less time: paragraphs and headings are told at a glance.

Python-Markdown asks sixteen processors about each block, most often for a
paragraph that only the last one takes. Those here come first, and take a
block only where none of the others could.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    ParagraphProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.def_list import DefListIndentProcessor, DefListProcessor
from markdown.extensions.footnotes import FootnoteBlockProcessor
from markdown.extensions.md_in_html import MarkdownInHtmlProcessor
from markdown.extensions.tables import TableProcessor
from markdown.util import Registry

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markdown import Markdown

_KINDS: Final = (
    MarkdownInHtmlProcessor,
    EmptyBlockProcessor,
    ListIndentProcessor,
    DefListIndentProcessor,
    CodeBlockProcessor,
    TableProcessor,
    HashHeaderProcessor,
    SetextHeaderProcessor,
    HRProcessor,
    OListProcessor,
    UListProcessor,
    DefListProcessor,
    BlockQuoteProcessor,
    FootnoteBlockProcessor,
    ReferenceProcessor,
    ParagraphProcessor,
)
_ACTS: Final = re.compile(
    r"""
      \A(?:\ {4} | \n | \Z)                    # goes on with what is above, or is empty
    | (?:\A|\n)\ {0,3}[-_*+\#>:=\[\d]          # begins a line as lists, rules, quotes, definitions do
    | [|\x02]                                  # cells, and what stands for HTML
    """,
    re.VERBOSE,
)


class _Paragraph(ParagraphProcessor):
    """Takes the blocks that nothing but a paragraph can be made of."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether no other processor could take the block."""
        del parent
        return not _ACTS.search(block)


class _Heading(HashHeaderProcessor):
    """Takes the blocks that are one line with hashes before it."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is such a line, without anything escaped in it."""
        del parent
        return block.startswith("#") and "\n" not in block and "\\" not in block

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Adds the heading."""
        block = blocks.pop(0)
        level = min(len(block) - len(block.lstrip("#")), 6)
        SubElement(parent, f"h{level}").text = block[level:].rstrip("#").strip()


class _Table(TableProcessor):
    """Takes a table apart only where there is a sign of one."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether the block is a table."""
        return "|" in block and super().test(parent, block)


class _Settled(Registry[BlockProcessor]):
    """A registry that is put in order once, and not for each block again.

    A processor that is added later could take what ours take; then ours go.
    """

    def __init__(self, registry: Registry[BlockProcessor]) -> None:
        super().__init__()
        self.__dict__.update(vars(registry))
        self._order: list[BlockProcessor] = []

    def __iter__(self) -> Iterator[BlockProcessor]:
        if not self._order:
            self._order = list(super().__iter__())
        return iter(self._order)

    def register(self, item: BlockProcessor, name: str, priority: float) -> None:
        super().register(item, name, priority)
        for ours in (_Paragraph, _Heading):
            self.deregister(ours.__name__, strict=False)

    def deregister(self, name: str, strict: bool = True) -> None:  # noqa: FBT001, FBT002 - as the library has it
        self._order = []
        super().deregister(name, strict)


def hasten(md: Markdown) -> None:
    """Adds our processors to those of the dialect; leaves every other set as it is."""
    registry = md.parser.blockprocessors
    if tuple(map(type, registry)) != _KINDS:
        return
    table: Any = registry["table"]
    registry.register(_Table(md.parser, table.config), "table", 75)
    for priority, processor in ((200, _Paragraph), (199, _Heading)):
        registry.register(processor(md.parser), processor.__name__, priority)
    md.parser.blockprocessors = _Settled(registry)
