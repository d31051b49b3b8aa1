"""Links between pages that lead nowhere.

MkDocs looks after links to files, whose last part has a dot in it. Links to
addresses, such as `../../oak/norms/`, it leaves as they are; those are followed
here, and so are anchors.
"""

from __future__ import annotations

import difflib
import posixpath
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from hearthbook.model.findings import Place
    from hearthbook.model.pages import Page

_CODE: Final = re.compile(
    r"""
      ^(?P<gap>\ *)(?P<fence>`{3,}|~{3,}).*?(?:^(?P=gap)(?P=fence)|\Z)
    | <(?P<tag>code|pre)\b.*?</(?P=tag)>
    | (?<![`\\])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)
    """,
    re.VERBOSE | re.DOTALL | re.MULTILINE,
)
_CODE_SIGNS: Final = ("`", "~~~", "<code", "<pre")
_NEAR: Final = re.compile(r"[\w-]+\.md")
_LINK: Final = re.compile(r"(?<!\\)\]\((?P<target>[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)")
_ELSEWHERE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_ID: Final = re.compile(r"\{:?[^{}\n]*?#(?P<id>[^\s{}]+)")
_HTML_ID: Final = re.compile(r'\bid="(?P<id>[^"]+)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One link of a page."""

    page: str
    """Path of the page below the docs folder."""
    written: str
    """Its address as it stands in the page's Markdown."""
    said: str
    """What the part of the page that holds it says: a pointer, or a file of prose."""

    @property
    def final(self) -> str:
        """The address below the site that it leads to, without slashes around it."""
        path = unquote(self.written.partition("#")[0].partition("?")[0])
        if not path:
            return address(self.page)
        if _NEAR.fullmatch(path):
            return address(self.page.rpartition("/")[0] + "/" + path).lstrip("/")
        if path.endswith(".md"):
            path = posixpath.join("/", posixpath.dirname(self.page), path)
            return address(posixpath.normpath(path).lstrip("/"))
        return posixpath.normpath(posixpath.join(f"/{address(self.page)}", path)).strip("/")

    @property
    def anchor(self) -> str:
        """The part of the page that it leads to, if it names one."""
        return unquote(self.written.partition("#")[2])

    @property
    def shown(self) -> str:
        """The address from the top of the site, as people write it: `/oak/norms/#credit`."""
        mark = f"#{self.anchor}" if self.anchor else ""
        return f"{_from_top(self.final)}{mark}"


def address(path: str) -> str:
    """Where a Markdown file is published, without slashes around it: `oak/norms` for `oak/norms.md`."""
    return path.removesuffix(".md").removesuffix("index").rstrip("/")


def _from_top(address: str) -> str:
    return f"/{address}/" if address else "/"


def _links(page: Page) -> Iterator[tuple[Link, int]]:
    """The links of a page and where they stand; nothing is said of their parts yet."""
    text = page.markdown
    if "](" not in text:
        return
    if any(sign in text for sign in _CODE_SIGNS):
        text = _CODE.sub(lambda found: " " * len(found[0]), text)
    for found in _LINK.finditer(text):
        written = found["target"]
        if written and not _ELSEWHERE.match(written):
            yield Link(page=page.path, written=written, said=""), found.start()


def _said(page: Page, position: int) -> str:
    """What the part of the page at a position says."""
    if page.kind not in {"article", "hub-home", "hub-text"}:
        pointers = {entry.anchor: entry.pointer for entry in page.provenance}
        above = [found["id"] for found in _ID.finditer(page.markdown, 0, position)]
        known = [pointers[name] for name in above if name in pointers]
        if known:
            return known[-1]
    return page.said or ""


def anchors_of(html: str) -> frozenset[str]:
    """The ids in a page's HTML."""
    return frozenset(found["id"] for found in _HTML_ID.finditer(html))


def open_links(
    pages: Iterable[Page], anchors: Mapping[str, Collection[str]], known: Collection[str]
) -> tuple[Link, ...]:
    """The links of some pages that lead out of them, or nowhere.

    `anchors` holds these pages: address -> ids. `known` are the communities
    whose homes are there for certain, and parts of pages such as `oak/rituals#ritual-walk`.
    """
    return tuple(
        replace(link, said=_said(page, position))
        for page in pages
        for link, position in _links(page)
        if not _is_closed(link, anchors, known)
    )


def _is_closed(link: Link, anchors: Mapping[str, Collection[str]], known: Collection[str]) -> bool:
    final, anchor = link.final, link.anchor
    there = f"{final}#{anchor}" if anchor else final
    return (final in anchors and _has(anchors[final], anchor)) or there in known


def _has(anchors: Collection[str], anchor: str) -> bool:
    """Whether a page has a part of that name; `#top` is every browser's own."""
    return anchor in {"", "top"} or anchor in anchors


def leads(link: Link, pages: Mapping[str, Collection[str]]) -> bool:
    """Whether a link leads to one of the pages, and to a part that it has: address -> ids."""
    return link.final in pages and _has(pages[link.final], link.anchor)


def _problem(link: Link, pages: Mapping[str, Collection[str]]) -> str:
    """What is wrong with a link and what would mend it; empty if it is good."""
    path = link.written.partition("#")[0].partition("?")[0]
    if link.final in pages:
        if _has(pages[link.final], link.anchor):
            return ""
        return f"that page has no #{link.anchor}; {_remedy('')}"
    if posixpath.splitext(path)[1]:
        return ""
    close = difflib.get_close_matches(link.final, pages, 1, 0.8)
    return f"there is no such page; {_remedy(_from_top(close[0]) if close else '')}"


def _remedy(close: str) -> str:
    return f"did you mean {close}?" if close else "mend the address or take the link out"


def written_at(link: Link, near: Place, root: Path) -> tuple[Place, str]:
    """Where a link was written and how, as far as the file tells; otherwise the start of its part."""
    file = root / near.file
    rows = file.read_text(encoding="utf-8", errors="replace").splitlines() if file.is_file() else []
    numbered = list(enumerate(rows, 1))
    for number, row in [*numbered[near.line - 1 :], *numbered[: near.line - 1]]:
        for written in (link.written, link.shown, link.shown.replace("/#", "#"), link.shown.rstrip("/")):
            if f"({written})" in row:
                return replace(near, line=number, column=row.index(f"({written})") + 2), written
    return near, link.shown


def broken_links(
    links: Iterable[Link],
    pages: Mapping[str, Collection[str]],
    lines: Callable[[Link], Place],
    root: Path,
) -> tuple[str, ...]:
    """A warning for each link that leads to no page, or to no part of one, by place.

    `pages` are all of the site: address -> ids. `lines` gives the place of what
    a link's part of the page says.
    """
    return broken_among(links, pages, lambda link: written_at(link, lines(link), root))


def broken_among(
    links: Iterable[Link],
    pages: Mapping[str, Collection[str]],
    written: Callable[[Link], tuple[Place, str]],
) -> tuple[str, ...]:
    """The same where somebody knows already at what place and how each link is written.

    A page that repeats others, such as the whole handbook, repeats no warning.
    """
    told: dict[tuple[Place, str], str] = {}
    for link in links:
        if problem := _problem(link, pages):
            place, address_there = written(link)
            source = _from_top(address(link.page))
            words = f"{place} {source} links to {address_there}, but {problem}"
            told.setdefault((place, address_there), words)
    return tuple(told[key] for key in sorted(told))
