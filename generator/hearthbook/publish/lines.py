"""The lines that pages lead to, put into finished HTML at the last step.

While a page is made it only names what a part of it says: a pointer into the
community, or a file of prose. Lines move with every comment above them; a page
need not be made again for that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import escape, unescape
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from hearthbook.model.findings import Place
from hearthbook.publish.forges import edit_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hearthbook.model.archive import HubText, Resolved
    from hearthbook.model.sources import SourceMap

# People's text cannot hold an opening tag, so nobody but us writes these.
_OPEN: Final = re.compile(
    r'<a (?:class="hb-source" aria-label="(?P<label>[^"]*)"|(?P<page>rel="edit"))'
    r' data-hb-said="(?P<said>[^"]*)"(?: data-hb-down="(?P<down>\d+)")?>'
)
_LETTER: Final = re.compile(r'(?<=<a class="hb-suggest" )data-hb-said="([^"]*)" href="([^"]*)"')
_FILE, _LINE = "{file}", "{line}"


def with_lines(html: str, lines: Lines, edit: str) -> str:
    """The finished page with every open line filled in.

    `edit` is where a line is edited, with the places `{path}` and `{line}`.
    """
    root = escape(edit.partition("{path}")[0])

    def filled(match: re.Match[str]) -> str:
        place = lines.place(unescape(match["said"]), int(match["down"] or 0))
        address = escape(edit_address(edit, place))
        if match["page"]:
            return f'<a href="{address}" rel="edit">'
        label, shared = match["label"], ""
        if lines.shared and lines.is_shared(place):
            told = escape(lines.shared.replace(_FILE, place.file.rpartition("/")[2]))
            label, shared = f"{label}; {told}", f' data-hb-shared="{told}"'
        at = f'{shared} data-hb-at="{match["said"]}"'
        return f'<a class="hb-source" href="{address}" aria-label="{label}"{at}>'

    def named(match: re.Match[str]) -> str:
        place = lines.place(unescape(match[1]))
        where = match[2].replace(_FILE, quote(place.file)).replace(_LINE, str(place.line))
        return f'href="{where}" data-hb-root="{root}"'

    return _LETTER.sub(named, _OPEN.sub(filled, html))


@dataclass(frozen=True, slots=True)
class Lines:
    """What a part of a page says -> where that is written."""

    sources: SourceMap | None = None
    """The places of a community's values."""
    files: Mapping[str, Place] = field(default_factory=dict)
    """File of prose -> where its text begins."""
    shared: str = ""
    """What is said of a file that several communities are made from, with the place `{file}`."""

    def place(self, said: str, down: int = 0) -> Place:
        """The line of a pointer or of a file of prose, or a line so many further down in that text."""
        if begins := self.files.get(said):
            return replace(begins, line=begins.line + down) if down else begins
        return self.sources.text(said, down) if self.sources else Place(file=said)

    def is_shared(self, place: Place) -> bool:
        """Whether a place is in a file that the community extends."""
        own = self.sources.root.file if self.sources else place.file
        return place.file != own and place.file not in self.files


def lines_of(resolved: Resolved, shared: str = "") -> Lines:
    """The lines of a community: for pointers into it, and for the files of its articles.

    `shared` says of a file that several communities are made from it.
    """
    articles = {article.place.file: article.place for article in resolved.articles}
    return Lines(resolved.sources, articles, shared)


def lines_of_texts(texts: Iterable[HubText]) -> Lines:
    """The lines of the hub's own pages, by their files."""
    return Lines(files={text.place.file: text.place for text in texts})


NOWHERE: Final = Lines()
"""The lines of pages that nobody wrote."""
