"""Links between pages that lead nowhere.

MkDocs looks after links to files, whose last part has a dot in it. Links to
addresses, such as `../../oak/norms/`, it leaves as they are; those are followed
here, and so are anchors.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from markdown import Markdown

from hearthbook.model.findings import Place
from hearthbook.publish.dialect import EXTENSIONS, SETTINGS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.model.pages import Page
    from hearthbook.publish.site import SitePages

_CODE: Final = re.compile(
    r"""
      ^(?P<gap>\ *)(?P<fence>`{3,}|~{3,}).*?(?:^(?P=gap)(?P=fence)|\Z)
    | <(?P<tag>code|pre)\b.*?</(?P=tag)>
    | (?<![`\\])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_LINK: Final = re.compile(r"(?<!\\)\]\((?P<target>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
_ELSEWHERE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ID: Final = re.compile(r"\{:?[^{}\n]*?#(?P<id>[^\s{}]+)")
_HTML_ID: Final = re.compile(r'\bid="(?P<id>[^"]+)"')


@dataclass(frozen=True, slots=True)
class _Link:
    """One link of a page."""

    page: Page
    written: str
    """Its address as it stands in the page's Markdown."""
    position: int

    @property
    def final(self) -> str:
        """The address below the site that it leads to, without slashes around it."""
        path = unquote(self.written.partition("#")[0].partition("?")[0])
        if path.endswith(".md"):
            path = posixpath.join("/", posixpath.dirname(self.page.path), path)
            return _address(posixpath.normpath(path).lstrip("/"))
        return posixpath.normpath(posixpath.join(f"/{_address(self.page.path)}", path)).strip("/")

    @property
    def anchor(self) -> str:
        """The part of the page that it leads to, if it names one."""
        return unquote(self.written.partition("#")[2])

    @property
    def shown(self) -> str:
        """The address from the top of the site, as people write it: `/oak/norms/#credit`."""
        mark = f"#{self.anchor}" if self.anchor else ""
        return f"{_from_top(self.final)}{mark}"


def _address(path: str) -> str:
    return path.removesuffix(".md").removesuffix("index").rstrip("/")


def _from_top(address: str) -> str:
    return f"/{address}/" if address else "/"


def _links(page: Page) -> Iterator[_Link]:
    text = _CODE.sub(lambda found: " " * len(found[0]), page.markdown)
    for found in _LINK.finditer(text):
        written = found["target"]
        if written and not _ELSEWHERE.match(written):
            yield _Link(page, written, found.start())


@dataclass
class _Pages:
    """The site's pages, by address without slashes around it."""

    site: SitePages
    _anchors: dict[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def all(self) -> dict[str, Page]:
        return {_address(page.path): page for page in self.site.pages}

    def has_anchor(self, address: str, anchor: str) -> bool:
        """Whether a page has a part of that name; `#top` is every browser's own."""
        page = self.all[address]
        if anchor in {"", "top"} or any(found["id"] == anchor for found in _ID.finditer(page.markdown)):
            return True
        if address not in self._anchors:
            html = Markdown(extensions=list(EXTENSIONS), extension_configs=SETTINGS).convert(page.markdown)
            self._anchors[address] = frozenset(found["id"] for found in _HTML_ID.finditer(html))
        return anchor in self._anchors[address]

    def problem(self, link: _Link) -> str:
        """What is wrong with a link and what would mend it; empty if it is good."""
        path = link.written.partition("#")[0].partition("?")[0]
        if link.final in self.all:
            if self.has_anchor(link.final, link.anchor):
                return ""
            return f"that page has no #{link.anchor}; {_remedy('')}"
        if posixpath.splitext(path)[1]:
            return ""
        close = difflib.get_close_matches(link.final, self.all, 1, 0.8)
        return f"there is no such page; {_remedy(_from_top(close[0]) if close else '')}"


def _remedy(close: str) -> str:
    return f"did you mean {close}?" if close else "mend the address or take the link out"


def _near(link: _Link) -> Place:
    """Where the part of the page that holds the link was written."""
    page = link.page
    if page.source:
        return page.source
    places = {entry.anchor: entry.place for entry in page.provenance}
    above = [found["id"] for found in _ID.finditer(page.markdown, 0, link.position)]
    known = [places[name] for name in above if name in places]
    first = next(iter(places.values()), Place(file=page.path))
    return known[-1] if known else places.get("", first)


def _place(link: _Link, root: Path) -> tuple[Place, str]:
    """Where the link was written and how, as far as the file tells; otherwise the start of its part."""
    near = _near(link)
    file = root / near.file
    rows = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    numbered = list(enumerate(rows, 1))
    for number, row in [*numbered[near.line - 1 :], *numbered[: near.line - 1]]:
        for written in (link.written, link.shown, link.shown.replace("/#", "#"), link.shown.rstrip("/")):
            if f"({written})" in row:
                return replace(near, line=number, column=row.index(f"({written})") + 2), written
    return near, link.shown


def broken_links(site: SitePages, root: Path) -> tuple[str, ...]:
    """A warning for each link that leads to no page, or to no part of one, by place.

    A page that repeats others, such as the whole handbook, repeats no warning.
    """
    pages = _Pages(site)
    told: dict[tuple[Place, str], str] = {}
    for page in site.pages:
        for link in _links(page):
            if problem := pages.problem(link):
                place, written = _place(link, root)
                source = _from_top(_address(page.path))
                told.setdefault((place, written), f"{place} {source} links to {written}, but {problem}")
    return tuple(told[key] for key in sorted(told))
