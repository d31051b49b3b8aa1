"""Inline Markdown in less time: text that cannot change is left alone, the rest is tried on fewer patterns.

Python-Markdown tries each pattern on each piece of text. A pattern needs a
character of its own to match, so most tries end before they begin. What is
left runs through the library's own patterns, in the library's own order.
"""

from __future__ import annotations

import re
from collections import deque
from typing import TYPE_CHECKING, Any, Final
from xml.etree.ElementTree import Element

from markdown.extensions.footnotes import FootnoteInlineProcessor
from markdown.inlinepatterns import (
    LINK_RE,
    AutolinkInlineProcessor,
    AutomailInlineProcessor,
    BacktickInlineProcessor,
    DelimiterProcessor,
    EscapeInlineProcessor,
    HtmlInlineProcessor,
    ImageInlineProcessor,
    ImageReferenceInlineProcessor,
    LinkInlineProcessor,
    ReferenceInlineProcessor,
    ShortImageReferenceInlineProcessor,
    ShortReferenceInlineProcessor,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor
from markdown.util import (
    INLINE_PLACEHOLDER,
    INLINE_PLACEHOLDER_PREFIX,
    INLINE_PLACEHOLDER_RE,
    STX,
    AtomicString,
)

from hearthbook.publish.swift import is_usual

if TYPE_CHECKING:
    from markdown import Markdown
    from markdown.inlinepatterns import InlineProcessor as Pattern

_BARE_TEXT: Final = re.compile(r"([^\[\]]*)\]")
_BARE_LINK: Final = re.compile(r"\(\s*([^()<\"'\x02]*)\)")
_BARE_EMPHASIS: Final = re.compile(r"(?<!\*)(\*\*?)(?![\s*])([^*_]*[^\s*_])\1(?!\*)")


class SwiftLink(LinkInlineProcessor):
    """Links whose brackets hold no others, without a look at each character."""

    def getText(self, data: str, index: int) -> tuple[str, int, bool]:  # noqa: N802 - the library's name
        """The text of a link, where it ends, and whether it ends at all."""
        found = _BARE_TEXT.match(data, index)
        return (found[1], found.end(), True) if found else super().getText(data, index)

    def getLink(self, data: str, index: int) -> tuple[str, str | None, int, bool]:  # noqa: N802 - as above
        """The address of a link, its title, where it ends, and whether it ends at all."""
        found = _BARE_LINK.match(data, index)
        return (found[1].strip(), None, found.end(), True) if found else super().getLink(data, index)


class SwiftEmphasis(DelimiterProcessor):
    """Emphasis with no other mark within it, without a look at what could pair."""

    def handleMatch(  # type: ignore[override] # noqa: N802 - both as in the library
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The element at a mark, where it starts and where it ends."""
        found = None if self.regions else _BARE_EMPHASIS.match(data, m.start())
        if not found:
            return super().handleMatch(m, data)
        element = Element("strong" if len(found[1]) == 2 else "em")  # noqa: PLR2004 - two stars
        element.text = found[2]
        return element, found.start(), found.end()


_STARTS: Final[tuple[tuple[type[Pattern], str, str], ...]] = (
    (BacktickInlineProcessor, "`", "`"),
    (EscapeInlineProcessor, "\\", "\\"),
    (FootnoteInlineProcessor, "[^", "[^"),
    (ReferenceInlineProcessor, "[", "["),
    (SwiftLink, "[", "["),
    (ImageInlineProcessor, "![", "!["),
    (ImageReferenceInlineProcessor, "![", "!["),
    (ShortReferenceInlineProcessor, "[", "["),
    (ShortImageReferenceInlineProcessor, "![", "!["),
    (AutolinkInlineProcessor, "<", "<"),
    (AutomailInlineProcessor, "<", "<"),
    (SubstituteTagInlineProcessor, "  \n", "  \n"),
    (HtmlInlineProcessor, "<", "<"),
    (HtmlInlineProcessor, "&", "&"),
    (SwiftEmphasis, "*", "_"),
)
"""The dialect's patterns in their order; neither matches a text that holds neither of the two."""
_KINDS: Final = tuple(kind for kind, _, _ in _STARTS)
_ACTS: Final = re.compile(r"[\\`\[<&*_\x02]")


def _may_act(text: str) -> bool:
    """Whether any pattern could match, or a placeholder has to be filled."""
    return _ACTS.search(text) is not None or "  \n" in text


class SwiftInline(InlineProcessor):
    """The library's inline stage, step for step, without the steps that change nothing."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """The tree with its inline Markdown turned into elements."""
        patterns = tuple(self.md.inlinePatterns)
        if ancestors or tuple(map(type, patterns)) != _KINDS:
            return super().run(tree, ancestors)
        # without definitions no reference leads anywhere, and the text stays as it is
        self._patterns: list[tuple[Any, str, str]] = [
            (pattern, one, other)
            for pattern, (_, one, other) in zip(patterns, _STARTS, strict=True)
            if self.md.references or not isinstance(pattern, ReferenceInlineProcessor)
        ]
        self.stashed_nodes: dict[str, Element | str] = {}
        waiting = deque([tree])
        while waiting:
            self._children(waiting.popleft(), waiting)
        return tree

    def _children(self, parent: Element, waiting: deque[Element]) -> None:
        """Turns the text in and behind each child; what has children itself waits for its turn."""
        inside: list[tuple[Element, list[Element]]] = []
        for child in parent:
            text, tail = child.text, child.tail
            if text and _may_act(text) and not isinstance(text, AtomicString):
                child.text = None
                found = self._placed(self._turned(text, 0), child)
                waiting.extend(found)
                inside.append((child, found))
            if tail and _may_act(tail):
                self._behind(child, parent, tail)
            if len(child):
                waiting.append(child)
        for child, found in inside:
            child[:0] = found

    def _behind(self, child: Element, parent: Element, tail: str) -> None:
        stand_in = Element("d")
        found = self._placed(self._turned(tail, 0), stand_in, is_tail=True)
        child.tail = stand_in.tail or None
        place = list(parent).index(child) + 1
        parent[place:place] = found

    def _turned(self, text: str, first: int) -> str:
        """The text with placeholders for what the patterns from `first` on made of it."""
        if isinstance(text, AtomicString):
            return text
        for position in range(first, len(self._patterns)):
            pattern, one, other = self._patterns[position]
            if one in text or other in text:
                text = self._applied(pattern, text, position)
        return text

    def _applied(self, pattern: Pattern, text: str, position: int) -> str:
        start = 0
        while True:
            for match in pattern.getCompiledRegExp().finditer(text, start):
                node, begin, end = pattern.handleMatch(match, text)
                if begin is not None and end is not None:
                    break
            else:
                return text
            if node is None:
                start = end
                continue
            if not isinstance(node, str) and not isinstance(node.text, AtomicString):
                for each in (node, *node):
                    each.text = each.text and self._turned(each.text, position + 1)
                    each.tail = each.tail and self._turned(each.tail, position)
            placeholder = self._stashed(node)
            text = f"{text[:begin]}{placeholder}{text[end:]}"
            start = begin + len(placeholder)

    def _stashed(self, node: Element | str) -> str:
        name = f"{len(self.stashed_nodes):04}"
        self.stashed_nodes[name] = node
        return INLINE_PLACEHOLDER % name

    def _placed(self, text: str, parent: Element, *, is_tail: bool = False) -> list[Element]:
        """The elements that the placeholders stand for; the text between them is put around them."""
        found: list[Element] = []

        def write(words: str) -> None:
            if not words:
                return
            if found:
                found[-1].tail = (found[-1].tail + words) if found[-1].tail else words
            elif is_tail:
                parent.tail = (parent.tail + words) if parent.tail else words
            else:
                parent.text = (parent.text + words) if parent.text else words

        position = 0
        while (index := text.find(INLINE_PLACEHOLDER_PREFIX, position)) != -1:
            match = INLINE_PLACEHOLDER_RE.search(text, index)
            node = self.stashed_nodes.get(match[1]) if match else None
            if match is None or node is None:
                index += len(INLINE_PLACEHOLDER_PREFIX)
                write(text[position:index])
                position = index
                continue
            write(text[position:index])
            position = match.end()
            if isinstance(node, str):
                write(node)
            else:
                self._settle(node)
                found.append(node)
        rest = text[position:]
        write(AtomicString(rest) if isinstance(text, AtomicString) else rest)
        return found

    def _settle(self, node: Element) -> None:
        """Fills the placeholders within an element."""
        for child in (node, *node):
            if (tail := child.tail) and STX in tail:
                child.tail = None
                place = 0 if child is node else list(node).index(child) + 1
                node[place:place] = self._placed(tail, child, is_tail=True)
            if (text := child.text) and STX in text:
                child.text = None
                child[:0] = self._placed(text, child)


def hasten(md: Markdown) -> None:
    """Replaces the inline stage and the pattern of links where they are the library's own."""
    if is_usual(md.inlinePatterns, "link", LinkInlineProcessor):
        md.inlinePatterns.register(SwiftLink(LINK_RE, md), "link", 160)
    usual, marks = is_usual(md.inlinePatterns, "em_strong", DelimiterProcessor), md.delimiters
    if usual and marks and marks.tokens == ["*", "_"]:
        emphasis = SwiftEmphasis("*", "strong,em", md)
        emphasis.add("_", "strong,em", smart=True)
        md.inlinePatterns.register(emphasis, "em_strong", 60)
    if is_usual(md.treeprocessors, "inline", InlineProcessor):
        md.treeprocessors.register(SwiftInline(md), "inline", 20)
