"""MkDocs' pages, converted by one parser instead of one for each page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, cast

import mkdocs
from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from mkdocs.structure import pages as mkdocs_pages
from mkdocs.structure.pages import Page as MkPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_relative_url

from hearthbook.publish.dialect import EXTENSIONS
from hearthbook.publish.swift import SwiftExtension, is_known

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files

KNOWN: Final = frozenset({"1.6.1"})
"""The versions of MkDocs whose way of converting ours is known to equal."""
_FOLLOWS: Final = getattr(mkdocs_pages, "_RelativePathTreeprocessor", None)
"""What MkDocs follows links with; it warns of those that lead nowhere."""
_NEAR: Final = re.compile(r"([a-z0-9-]+\.md)(#[A-Za-z0-9_-]+)?")
"""A link to a page in the same folder."""


class _Links(Treeprocessor):
    """Makes links to files links to pages, as MkDocs does, and keeps the ids that it meets."""

    def start(self, file: File, files: Files, config: MkDocsConfig) -> None:
        """Prepares for a page."""
        self._usual: Any = cast("Any", _FOLLOWS)(file, files, config)
        self._file, self._files = file, files
        self._folder = file.src_uri.rpartition("/")[0]
        self._known: dict[str, str] = {}
        self.ids: set[str] = set()

    @property
    def anchors(self) -> dict[File, dict[str, str]]:
        """The parts of pages that the page links to: file -> anchor -> link."""
        return cast("dict[File, dict[str, str]]", self._usual.links_to_anchors)

    def run(self, root: Element) -> None:
        """Follows each link and each picture."""
        for element in root.iter():
            if name := element.get("id"):
                self.ids.add(name)
            key = {"a": "href", "img": "src"}.get(element.tag)
            if key and (url := element.get(key)) is not None:
                if url not in self._known:
                    self._known[url] = self._near(url) or self._usual.path_to_url(url)
                element.set(key, self._known[url])

    def _near(self, url: str) -> str:
        """The address of a page in the same folder; empty where MkDocs has to have a look."""
        match = _NEAR.fullmatch(url)
        found = self._files.src_uris.get(f"{self._folder}/{match[1]}") if match and self._folder else None
        if match is None or found is None or found.inclusion.is_excluded():  # type: ignore[no-untyped-call]
            return ""
        anchor = match[2] or ""
        if anchor:
            self.anchors.setdefault(found, {}).setdefault(anchor[1:], url)
        return get_relative_url(found.url, self._file.url) + anchor


class Parser:
    """One Python-Markdown for all pages of a build."""

    def __init__(self, config: MkDocsConfig) -> None:
        """Make the parser that mkdocs.yml and our plugin ask for."""
        self.md = Markdown(
            extensions=config["markdown_extensions"], extension_configs=config["mdx_configs"] or {}
        )
        self.links = _Links(self.md)
        self.md.treeprocessors.register(self.links, "relpath", 0)


def make_parser(config: MkDocsConfig) -> Parser | None:
    """A parser for all pages; None where this MkDocs, or an extension of others, needs one for each."""
    *names, last = config["markdown_extensions"]
    ours = tuple(names) == EXTENSIONS and isinstance(last, SwiftExtension) and is_known()
    return Parser(config) if ours and _FOLLOWS and mkdocs.__version__ in KNOWN else None


class SwiftPage(MkPage):
    """A page of MkDocs that shares its parser with others."""

    def __init__(self, file: File, config: MkDocsConfig, parser: Parser | None) -> None:
        """Make the page of a file; without a parser it brings its own, as MkDocs' pages do."""
        super().__init__(None, file, config)
        self._parser = parser
        self.body = ""
        """The page's HTML before any plugin changed it."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Converts the page's Markdown into its HTML and its table of contents."""
        if self._parser and self.markdown is not None:
            self._convert(self._parser, self.markdown, config, files)
        else:
            super().render(config, files)
        self.body = self.content or ""

    def _convert(self, parser: Parser, text: str, config: MkDocsConfig, files: Files) -> None:
        parser.links.start(self.file, files, config)
        self.content = parser.md.reset().convert(text)
        self.toc = get_toc(getattr(parser.md, "toc_tokens", []))
        self.present_anchor_ids = parser.links.ids
        self.links_to_anchors = parser.links.anchors
