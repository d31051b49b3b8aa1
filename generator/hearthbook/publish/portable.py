"""A copy of the site that opens from a folder by a double click, without a server.

A browser that reads from the disk knows no index pages, no root and no server of
its own. So every link inside names its file, what needs a server is left out, and
the policy of each page allows files where it allows the page's own server.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from urllib.parse import quote, unquote, urlsplit

from hearthbook.errors import HearthbookError
from hearthbook.export.tags import attributes, changed, replaced
from hearthbook.publish.folder import is_ours, opened

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_LEFT_OUT: Final = re.compile(
    r"(?:404\.html|sitemap\.xml(?:\.gz)?|robots\.txt|CNAME"
    r"|(?:.*/)?(?:feed(?:\.\w+)?\.xml|changes\.xml|sw\.js|llms(?:-full)?\.txt)|assets/hearth/offline\.js|search/.*|[^/]+/search\.json)"
)
"""What is of no use without a server, by its path below the site."""
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_ASK: Final = re.compile(r'<form class="hb-ask".*?</form>\s*', re.DOTALL)
"""Search fetches its index, which no browser does from a folder."""
_POLICY: Final = "Content-Security-Policy"


def portable_folder(site: Path) -> Path:
    """Where the copy of a site goes: beside it, because neither may hold the other's pages."""
    return site.with_name(f"{site.name}-portable")


def write_portable(site: Path, site_url: str, wait: Callable[[], None]) -> Path:
    """Writes the copy of a finished site and returns its folder; an older copy is replaced.

    Calls `wait` before it waits for another one who writes there. Raises
    HearthbookError where the folder holds something else or cannot be written.
    """
    target = portable_folder(site)
    if target.is_dir() and any(target.iterdir()) and not is_ours(target / "index.html"):
        fact = "the folder for the portable copy holds something else"
        raise HearthbookError(fact, where=str(target), hint="move it away")
    names = sorted(_names(site))
    copy = _Copy(frozenset(names), site_url)
    with opened(target, wait) as folder:
        for name in names:
            if name.endswith(".html"):
                page = copy.page(name, (site / name).read_text(encoding="utf-8"))
                folder.stage(name, page.encode("utf-8"))
            else:
                folder.stage_copy(name, site / name)
        tops = {name.partition("/")[0] for name in names}
        files = tops & set(names)
        folder.move_in((), sorted(tops - files), sorted(files))
        folder.throw_away(sorted(path.name for path in folder.site.iterdir() if path.name not in tops))
    return folder.site


def _names(site: Path) -> Iterator[str]:
    """The paths below a site that its copy has."""
    for path in site.rglob("*"):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not re.search(r"(?:^|/)\.", name) and not _LEFT_OUT.fullmatch(name):
            yield name


@dataclass(slots=True)
class _Copy:
    """The pages of one site on their way into its copy."""

    names: frozenset[str]
    """The files of the copy, as paths below it."""
    site_url: str
    """The address of the site, or empty; what begins with it leads inside."""
    _known: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def page(self, name: str, html: str) -> str:
        """A page for reading from the disk."""
        html = _ASK.sub("", html)
        folder = posixpath.dirname(name)

        def change(tag: str, written: str) -> str | None:
            if tag == "meta":
                return _meta(written)
            if tag == "script" and "ld+json" in written:
                return None
            if "href" in written or "src" in written:
                return self._leading(folder, tag, written)
            return written

        return changed(html, change)

    def _leading(self, folder: str, tag: str, written: str) -> str | None:
        """The attributes of a tag that leads somewhere; None where only a server could answer."""
        found = attributes(written)
        values: dict[str, str | None] = {}
        for key in ("href", "src"):
            if (url := found.get(key)) is None:
                continue
            new = self._address(folder, url)
            if tag in {"link", "script"} and (new is None or _ELSEWHERE.match(new)):
                return None
            if new != url:
                values[key] = new
        return replaced(written, values) if values else written

    def _address(self, folder: str, url: str) -> str | None:
        """The address as it is on the disk, seen from a page in this folder; None if nothing is there."""
        key = (folder, url)
        if key not in self._known:
            self._known[key] = self._found(folder, url)
        return self._known[key]

    def _found(self, folder: str, url: str) -> str | None:
        if self.site_url and url.startswith(self.site_url):
            url = "/" + url.removeprefix(self.site_url).lstrip("/")
        elif url.startswith("/") and not url.startswith("//"):
            url = "/" + url.removeprefix(urlsplit(self.site_url).path.rstrip("/")).lstrip("/")
        if url.startswith("#") or _ELSEWHERE.match(url):
            return url
        path, mark, anchor = url.partition("#")
        path = unquote(path.partition("?")[0])
        inside = posixpath.normpath(posixpath.join("/", folder, path or ".")).strip("/")
        wanted = [inside, posixpath.join(inside, "index.html")]
        there = next((name for name in wanted if name in self.names), None)
        return quote(posixpath.relpath(there, folder or ".")) + mark + anchor if there else None


def _meta(written: str) -> str | None:
    """The attributes of a meta tag: the policy allows files, and nothing names an address on the web."""
    found = attributes(written)
    said = found.get("content", "")
    if found.get("http-equiv") == _POLICY:
        return replaced(written, {"content": said.replace("'self'", "'self' file:")})
    return None if said.startswith(("http:", "https:")) else written
