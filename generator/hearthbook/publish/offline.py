"""A worker for each cell, by option, that keeps its pages for readers without a network.

`offline: true` below the plugin in mkdocs.yml adds one file to each cell, `sw.js`,
and to its pages the tag of a script that has the browser install it. When the option
is switched off again, the file and the tag are gone; a worker that is still in
somebody's browser sees that the pages do not name it any more, and leaves.
"""

from __future__ import annotations

import json
import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote

from hearthbook.export.tags import attributes, changed
from hearthbook.publish.stamps import digest, digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig

    from hearthbook.render.theme import Theme

WORKER: Final = "sw.js"
"""The worker's file in a cell; what lies deeper in the cell is in its scope."""
_SHOWN: Final = {"link": "href", "script": "src", "img": "src"}
_RELATIONS: Final = frozenset({"stylesheet", "icon"})


@dataclass(frozen=True, slots=True)
class Needs:
    """What the worker has to know of a page."""

    digest: str
    """Digest of the page, before lines are filled in."""
    files: frozenset[str]
    """Paths below the site of what it shows: styles, scripts, pictures."""


def is_offline(config: MkDocsConfig, *, live: bool) -> bool:
    """Whether mkdocs.yml offers readers to keep pages; a preview never does."""
    return bool(config.plugins["hearthbook"].config["offline"]) and not live


def mark(config: MkDocsConfig, theme: Theme, *, live: bool) -> str:
    """What makes workers differ besides their pages, as a digest; empty where there are none."""
    return digest_of(_source(theme).encode("utf-8")) if is_offline(config, live=live) else ""


def needs(path: str, html: str) -> Needs:
    """What the worker has to know of a finished page at a path below the site."""
    files: set[str] = set()

    def look(tag: str, written: str) -> str:
        if tag in _SHOWN:
            found = attributes(written)
            url = found.get(_SHOWN[tag], "")
            is_shown = tag != "link" or _RELATIONS & set(found.get("rel", "").split())
            if url and is_shown and ":" not in url:
                place = posixpath.join("/", posixpath.dirname(path), unquote(url.partition("?")[0]))
                files.add(posixpath.normpath(place).strip("/"))
        return written

    changed(html, look)
    return Needs(digest_of(html.encode("utf-8", errors="xmlcharrefreplace")), frozenset(files))


def worker(slug: str, pages: Mapping[str, Needs], theme: Theme) -> bytes:
    """The worker of a cell: path of each of its pages below the site -> what it needs."""
    version = digest(sorted((path, page.digest) for path, page in pages.items()))
    shown = {file for page in pages.values() for file in page.files}
    addresses = [_address(posixpath.relpath(path, slug)) for path in sorted({*pages, *shown})]
    head = [f"const VERSION = {json.dumps(version)};", f"const FILES = {json.dumps(addresses)};"]
    return "\n".join([*head, _source(theme)]).encode("utf-8")


def _address(path: str) -> str:
    """A file's address: that of its folder, if it is the folder's index."""
    folder, _, name = quote(path).rpartition("/")
    return (f"{folder}/" if folder else "./") if name == "index.html" else quote(path)


def _source(theme: Theme) -> str:
    return (theme.folder / "offline" / "worker.js").read_text(encoding="utf-8")
