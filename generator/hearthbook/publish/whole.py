"""The whole handbook's HTML, put together from the HTML of its parts instead of converted again."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from mkdocs.structure.toc import get_toc

from hearthbook.publish.swift_page import SwiftPage
from hearthbook.render.handbook import NEWS, PART, is_long, part_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from hearthbook.model.pages import Page
    from hearthbook.render.handbook import Part

# Python-Markdown escapes angle brackets and quotes within attributes, and brackets within text.
_TAG: Final = re.compile(
    r"<(?P<heading>/?h)(?P<level>[1-5])(?=[\s>])(?P<more>[^<>]*)>"
    r'|<(?P<name>[a-z][^\s<>]*)(?P<rest> [^<>]*\b(?:id|href)="[^<>]*)>'
)
_SEVERAL: Final = re.compile(r' data-hb-(?:dates|cities)="[^"]*"')
"""What asks for several dates of a ritual; in the handbook, the next one is enough."""
_MARKUP: Final = re.compile(r"<[^<>]*>")
_HREF: Final = re.compile(r'(?<= href=")([^"#?]*)(?:(#)([^"]*))?')
_TOP: Final = re.compile(r'<h1 [^<>]*\bid="([^"]*)"[^<>]*>(.*?)</h1>', re.DOTALL)

# What Markdown names, and what HTML has; both may also match text that shows such a thing.
_IDS: Final = re.compile(r"\{:? ?#([^\s}]+)"), re.compile(r' id="([^"]*)"')
_LINKS: Final = re.compile(r"\]\(#([^()\s]*)\)"), re.compile(r' href="#([^"]*)"')
_LEVELS: Final = re.compile(r"^(#{1,6}) ", re.MULTILINE), re.compile(r"<h([1-6])[\s>]")
_DEFINES: Final = "]:"
_NEWS: Final = re.compile(rf'<h2 [^<>]*\bid="{NEWS}".*', re.DOTALL)


def moved(html: str, kind: str, links: Mapping[str, str], inside: Mapping[str, Part]) -> str:
    """A part's HTML one level deeper, its ids and the links to them marked with the part's kind.

    `links` gives the addresses that are others when seen from the handbook, `inside` the
    parts that lie behind addresses.
    """

    def address(match: re.Match[str]) -> str:
        page, mark, anchor = match[1], match[2] or "", match[3] or ""
        if not page:
            return f"#{kind}--{anchor}"
        way = inside[page].way(anchor) if page in inside else ""
        return way or f"{links.get(page, page)}{mark}{anchor}"

    def tag(match: re.Match[str]) -> str:
        name, more = match["name"], match["more"]
        if not name:
            name, rest = f"{match['heading']}{int(match['level']) + 1}", more
        else:
            rest = match["rest"]
        rest = _SEVERAL.sub("", rest) if "data-hb-dates" in rest else rest
        rest = rest.replace(' id="', f' id="{kind}--', 1)
        return f"<{name}{_HREF.sub(address, rest, count=1) if name == 'a' else rest}>"

    return _TAG.sub(tag, html)


def is_same(markdown: str, html: str) -> bool:
    """Whether the HTML has the headings, ids and links within the page that the Markdown names.

    Also false where text shows such things, or where definitions could make one
    part act on another.
    """
    levels = Counter(map(len, _LEVELS[0].findall(markdown)))
    if _DEFINES in markdown or levels != Counter(map(int, _LEVELS[1].findall(html))):
        return False
    return all(
        Counter(named.findall(markdown)) == Counter(found.findall(html)) for named, found in (_IDS, _LINKS)
    )


class WholePage(SwiftPage):
    """The page of a handbook; its parts are converted before it."""

    source: Page
    """The page as plain Markdown."""
    parts: tuple[tuple[Page, SwiftPage], ...] = ()
    """The pages that it repeats, in its order."""

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Puts the page together; converts it where that would not come to the same."""
        if not (self._is_ready() and self._put_together(config, files)):
            super().render(config, files)

    def _is_ready(self) -> bool:
        """Whether all parts are converted, and no plugin changed what they were made from."""
        pairs = ((self.source, self), *self.parts)
        are_ours = all(page.markdown == mk.markdown for page, mk in pairs)
        return are_ours and all(mk.body for _, mk in self.parts)

    def _put_together(self, config: MkDocsConfig, files: Files) -> bool:
        """Whether the page could be put together."""
        tops = [_TOP.match(mk.body) for _, mk in self.parts]
        # a bracket in a heading is written differently in its entry
        found = [top for top in tops if top and "&gt;" not in top[2]]
        markdown = self.source.markdown
        self.markdown = markdown.partition("\n## ")[0]
        super().render(config, files)
        self.markdown = markdown
        bodies = self._bodies()
        html = "\n".join([self.body, *bodies])
        if len(found) != len(tops) or not is_same(markdown, html):
            return False
        self.content = self.body = html
        entries = (_entry(page, mk, top) for (page, mk), top in zip(self.parts, found, strict=True))
        self.toc = get_toc(list(entries))
        self.present_anchor_ids = set(_IDS[1].findall(html))
        return True

    def _bodies(self) -> list[str]:
        """The HTML of the parts as it stands in the handbook."""
        there = [(mk.file, part_of(page)) for page, mk in self.parts]
        found = []
        for page, mk in self.parts:
            inside = {file.url_relative_to(mk.file): part for file, part in there}
            body = _NEWS.sub("", mk.body) if page.kind == "changes" else mk.body
            found.append(_on_a_sheet(page, moved(body, page.kind, self._links(mk), inside)))
        return found

    def _links(self, part: SwiftPage) -> dict[str, str]:
        """What leads from a part to itself and to the handbook -> what does from the handbook."""
        files = (part.file, self.file)
        return {file.url_relative_to(part.file): file.url_relative_to(self.file) for file in files}


def _on_a_sheet(page: Page, html: str) -> str:
    """A part's HTML, marked where it is long enough to begin on a sheet of its own."""
    return html.replace("<h2 ", f'<h2 class="{PART}" ', 1) if is_long(page) else html


def _entry(page: Page, part: SwiftPage, top: re.Match[str]) -> Any:  # noqa: ANN401 - MkDocs keeps its type to itself
    """A part in the handbook's table of contents, with its own sections below it."""
    below = [
        {"level": 3, "id": f"{page.kind}--{link.id}", "name": link.title, "children": []}
        for link in part.toc
        if link.level == 2 and link.id != NEWS  # noqa: PLR2004 - the part's sections
    ]
    name = " ".join(_MARKUP.sub("", top[2]).split())
    return {"level": 2, "id": f"{page.kind}--{top[1]}", "name": name, "children": below}
