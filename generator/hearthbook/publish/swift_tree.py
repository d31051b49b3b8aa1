"""The stages around blocks and inline text in less time: each looks first whether it has anything to do."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any, Final

from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.md_in_html import HtmlBlockPreprocessor
from markdown.extensions.toc import (
    TocTreeprocessor,
    nest_toc_tokens,
    remove_fnrefs,
    render_inner_html,
    strip_tags,
    unescape,
    unique,
)
from markdown.treeprocessors import PrettifyTreeprocessor, Treeprocessor, UnescapeTreeprocessor
from markdown.util import STX

from hearthbook.publish.swift import is_usual

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from markdown import Markdown

_ATTRIBUTE: Final = r"""(?:[#.][^ =}]+|data-hb-[a-z]+="[^"{}\x02]+")"""
_ATTRIBUTES: Final = re.compile(rf"{_ATTRIBUTE}(?: +{_ATTRIBUTE})* *")
"""An id, classes and what is there for scripts, and nothing else."""
_EACH: Final = re.compile(_ATTRIBUTE)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ACTS: Final = re.compile(r"[<>&\x02]")


class SwiftHtmlBlocks(HtmlBlockPreprocessor):
    """Looks for HTML only where there is a sign of it."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a placeholder for each block of HTML."""
        return super().run(lines) if any("<" in line or "&" in line for line in lines) else lines


class _Chosen:
    """The elements of a tree that hold a brace, for a stage that asks for all of them."""

    def __init__(self, tree: Element) -> None:
        self._elements = [
            element
            for element in tree.iter()
            if (element.text and "{" in element.text)
            or (element.tail and "{" in element.tail)
            or any(child.tail and "{" in child.tail for child in element)
        ]

    def iter(self) -> Iterator[Element]:
        """The elements in the order of the page."""
        return iter(self._elements)


class SwiftAttributes(AttrListTreeprocessor):
    """Looks for attributes only where there is a brace."""

    def run(self, doc: Element) -> None:
        """Gives elements the attributes that are written behind them."""
        super().run(_Chosen(doc))  # type: ignore[arg-type]

    def assign_attrs(self, elem: Element, attrs_string: str, *, strict: bool = False) -> str:
        """Gives an element its attributes; what remains of the text behind them."""
        if not _ATTRIBUTES.fullmatch(attrs_string):
            return super().assign_attrs(elem, attrs_string, strict=strict)
        for word in _EACH.findall(attrs_string):
            if word.startswith("#"):
                elem.set("id", word[1:])
            elif word.startswith("data-"):
                name, _, value = word.partition("=")
                elem.set(name, value[1:-1])
            else:
                before = elem.get("class")
                elem.set("class", f"{before} {word[1:]}" if before else word[1:])
        return ""


class _Blocks(dict[Any, bool]):
    """Tag -> whether it is a block, asked of the library once for each."""

    def __init__(self, md: Markdown) -> None:
        super().__init__()
        self._md = md

    def __missing__(self, tag: Any) -> bool:  # noqa: ANN401 - the library's own word for tags
        self[tag] = self._md.is_block_level(tag)
        return self[tag]


class SwiftPrettify(PrettifyTreeprocessor):
    """Asks only once which elements are blocks."""

    def run(self, root: Element) -> None:
        """Puts line breaks between blocks."""
        self._blocks = _Blocks(self.md)
        super().run(root)

    def _prettifyETree(self, elem: Element) -> None:  # noqa: N802 - the library's name
        blocks = self._blocks
        if blocks[elem.tag] and elem.tag not in {"code", "pre"}:
            if (not elem.text or not elem.text.strip()) and len(elem) and blocks[elem[0].tag]:
                elem.text = "\n"
            for child in elem:
                if blocks[child.tag]:
                    self._prettifyETree(child)
        if not elem.tail or not elem.tail.strip():
            elem.tail = "\n"


class SwiftToc(Treeprocessor):
    """Looks through the page once; leaves the list itself to the library where a page asks for it."""

    def __init__(self, usual: TocTreeprocessor, md: Markdown) -> None:
        """Bind the library's own stage."""
        super().__init__(md)
        self._usual = usual
        self._parser: Any = md

    def run(self, doc: Element) -> None:
        """Gives each heading an id, and the page its `toc_tokens`."""
        elements = list(doc.iter())
        if self._is_special(elements):
            self._usual.run(doc)
            return
        used = {element.attrib["id"] for element in elements if "id" in element.attrib}
        counters: dict[str, int] = {}
        headings = (element for element in elements if element.tag in _HEADINGS)
        tokens: list[Any] = [self._token(heading, used, counters) for heading in headings]
        self._parser.toc_tokens = nest_toc_tokens(list(filter(None, tokens)))

    def _is_special(self, elements: list[Element]) -> bool:
        """Whether the settings or the page ask for more than ids and tokens."""
        usual = self._usual
        if usual.base_level or usual.use_anchors or usual.use_permalinks not in {False, None}:
            return True
        return any(
            (element.text and usual.marker and usual.marker in element.text)
            or "data-toc-label" in element.attrib
            for element in elements
        )

    def _token(self, heading: Element, used: set[str], counters: dict[str, int]) -> dict[str, Any] | None:
        inner = _inner(heading, self._parser)
        name = strip_tags(inner) if "<" in inner else " ".join(inner.split())
        if "id" not in heading.attrib:
            slug = self._usual.slugify(html.unescape(name), self._usual.sep)
            heading.attrib["id"] = unique(slug, used, counters)  # type: ignore[call-arg] # not in its stubs
        level = int(heading.tag[-1])
        if not self._usual.toc_top <= level <= self._usual.toc_bottom:
            return None
        anchor = unescape(heading.attrib["id"])
        return {"level": level, "id": anchor, "name": name, "html": inner, "data-toc-label": ""}


def _inner(heading: Element, md: Markdown) -> str:
    """The HTML within a heading."""
    text = heading.text or ""
    attributes = heading.attrib.values()
    if len(heading) or _ACTS.search(text) or any(value is None or STX in value for value in attributes):
        return str(render_inner_html(remove_fnrefs(heading), md))
    return text.strip()


class SwiftUnescape(UnescapeTreeprocessor):
    """Looks only at text that holds something escaped."""

    def run(self, root: Element) -> None:
        """Turns the numbers of escaped characters into the characters."""
        for element in root.iter():
            if element.text and STX in element.text and element.tag != "code":
                element.text = self.unescape(element.text)
            if element.tail and STX in element.tail:
                element.tail = self.unescape(element.tail)
            for key, value in element.items():
                if value and STX in value:
                    element.set(key, self.unescape(value))


def hasten(md: Markdown) -> None:
    """Replaces the stages before blocks and after inline text where they are the library's own."""
    before, after = md.preprocessors, md.treeprocessors
    if is_usual(before, "html_block", HtmlBlockPreprocessor):
        before.register(SwiftHtmlBlocks(md), "html_block", 20)
    if is_usual(after, "prettify", PrettifyTreeprocessor):
        after.register(SwiftPrettify(md), "prettify", 10)
    if is_usual(after, "attr_list", AttrListTreeprocessor):
        after.register(SwiftAttributes(md), "attr_list", 8)
    if is_usual(after, "unescape", UnescapeTreeprocessor):
        after.register(SwiftUnescape(md), "unescape", 0)
    if is_usual(after, "toc", TocTreeprocessor):
        toc: Any = after["toc"]
        after.register(SwiftToc(toc, md), "toc", 5)
