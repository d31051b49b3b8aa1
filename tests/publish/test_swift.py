"""Pages are converted in less time to the same bytes, and by the library's own stages where in doubt."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTextInlineProcessor
from markdown.treeprocessors import InlineProcessor

from hearthbook.publish import swift, swift_page
from hearthbook.publish.dialect import EXTENSIONS, SETTINGS
from hearthbook.publish.swift import SwiftExtension, is_known
from hearthbook.publish.swift_inline import SwiftInline
from tests.publish.sites import ROOT, TOWN, pages_of

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from hearthbook.model.pages import Page

MARKS: Final = tuple("`\\[]()!<>&*_{}#-+.:|'\"=~^ \n\t\r\x02\x03\u00e9")
PIECES: Final = (
    "word",
    "two words",
    "**",
    "__",
    "  \n",
    "\n\n",
    "\n    ",
    "- ",
    "1. ",
    "# ",
    "## ",
    "> ",
    "---",
    "***",
    "===",
    "```\n",
    "~~~\n",
    "[a](b)",
    "[a][b]",
    "[a]: /u\n",
    "![i](j)",
    "](",
    "[^1]",
    "[^1]: note\n",
    "**c**",
    "*e*",
    "***both***",
    "_u_",
    "`d`",
    "``e``",
    "\\*",
    "\\`",
    ' "title")',
    "<b>",
    "</b>",
    "<br>",
    "<hr>",
    "<p markdown='1'>",
    "<div markdown>\n",
    "</div>\n",
    "<pre>",
    "<style>",
    "<!-- c -->",
    "<?p?>",
    "<http://x.y>",
    "<a@b.c>",
    "&amp;",
    "&#38;",
    "{: #x .y }",
    "{#h}",
    "\n{: .c }",
    '\n{: #x .y data-hb-rule="A=1;B=c d%5F,e" }',
    ' data-hb-x="',
    "{data-toc-label='l'}",
    "{k=v}",
    "| a | b |\n|---|---|\n| c | d |",
    "\n: defined",
    "[TOC]",
    "\x02klzzwxh:0000\x03",
    "\x02wzxhzdk:0\x03",
)


@cache
def _parser(*, swift: bool) -> Markdown:
    extensions: list[str | Extension] = [*EXTENSIONS, *([SwiftExtension()] if swift else [])]
    return Markdown(extensions=extensions, extension_configs=SETTINGS)


def _converted(text: str, *, swift: bool) -> tuple[str, Any]:
    parser: Any = _parser(swift=swift).reset()
    return parser.convert(text), parser.toc_tokens


def _pages(root: Path) -> tuple[Page, ...]:
    return pages_of(root).pages


def test_the_installed_markdown_is_one_that_we_know() -> None:
    assert is_known(), "compare the changes of this version with the stages of ours, then name it in KNOWN"


@pytest.mark.parametrize("root", [pytest.param(ROOT, marks=pytest.mark.slow), TOWN], ids=["example", "town"])
def test_every_page_is_converted_to_the_same_bytes(root: Path) -> None:
    for page in _pages(root):
        assert _converted(page.markdown, swift=True) == _converted(page.markdown, swift=False), page.path


@settings(max_examples=1000)
@given(st.lists(st.sampled_from(MARKS + PIECES), max_size=40).map("".join))
def test_any_markdown_is_converted_to_the_same_bytes(text: str) -> None:
    assert _converted(text, swift=True) == _converted(text, swift=False)


def test_a_page_does_not_depend_on_the_pages_before_it() -> None:
    for page in _pages(TOWN):
        fresh = Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS).convert(page.markdown)
        assert _converted(page.markdown, swift=True)[0] == fresh, page.path


def test_another_version_of_markdown_keeps_its_own_stages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(swift, "KNOWN", frozenset({"0.0"}))
    parser = Markdown(extensions=[*EXTENSIONS, SwiftExtension()], extension_configs=SETTINGS)
    assert type(parser.treeprocessors["inline"]) is InlineProcessor


def test_another_version_of_mkdocs_keeps_a_parser_for_each_page(monkeypatch: pytest.MonkeyPatch) -> None:
    config: Any = {"markdown_extensions": [*EXTENSIONS, SwiftExtension()], "mdx_configs": SETTINGS}
    assert swift_page.make_parser(config) is not None
    monkeypatch.setattr(swift_page, "KNOWN", frozenset({"0.0"}))
    assert swift_page.make_parser(config) is None


def test_an_extension_of_others_keeps_a_parser_for_each_page() -> None:
    config: Any = {"markdown_extensions": [*EXTENSIONS, SwiftExtension(), "abbr"], "mdx_configs": SETTINGS}
    assert swift_page.make_parser(config) is None


class _Without(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.deregister("em_strong")
        md.treeprocessors.deregister("prettify")


def test_what_other_extensions_take_away_stays_away() -> None:
    parser = Markdown(extensions=[*EXTENSIONS, _Without(), SwiftExtension()], extension_configs=SETTINGS)
    assert parser.convert("*a*\n\nb") == "<p>*a*</p><p>b</p>"


class _Shout(BlockProcessor):
    def test(self, parent: Element, block: str) -> bool:
        del parent
        return block.startswith("shout")

    def run(self, parent: Element, blocks: list[str]) -> None:
        del parent
        blocks.pop(0)


class _Others(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the library's name
        md.inlinePatterns.register(SimpleTextInlineProcessor(r"%(\w+)%"), "percent", 75)
        md.parser.blockprocessors.register(_Shout(md.parser), "shout", 55)


@pytest.mark.parametrize("first", [True, False], ids=["before ours", "after ours"])
def test_what_other_extensions_add_works(*, first: bool) -> None:
    both: list[str | Extension] = [_Others(), SwiftExtension()] if first else [SwiftExtension(), _Others()]
    parser = Markdown(extensions=[*EXTENSIONS, *both], extension_configs=SETTINGS)
    assert isinstance(parser.treeprocessors["inline"], SwiftInline)
    assert parser.convert("a %b% *c*\n\nshout\n\nd") == "<p>a b <em>c</em></p>\n<p>d</p>"
