"""What a site weighs, and how long its pages are."""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from html.parser import HTMLParser
from statistics import median
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote, urlsplit

from bench.process import MEGA

if TYPE_CHECKING:
    from pathlib import Path

KILO: Final = 1000
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_MARKUP: Final = re.compile(r"\]\([^)]*\)|\{:?\s*[#.][^}]*\}|<[^>]*>")
_WORD: Final = re.compile(r"[^\W\d_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W\d_]+)*")


class _Named(HTMLParser):
    """The style sheets and scripts that a page names."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the address of a style sheet or a script."""
        given = dict(attrs)
        address = given.get("src") if tag == "script" else None
        if tag == "link" and given.get("rel") == "stylesheet":
            address = given.get("href")
        if address:
            self.addresses.append(address)


def asked_for(site: Path, page: Path) -> list[Path]:
    """A page and the style sheets and scripts of its own site that it names."""
    named = _Named()
    named.feed(page.read_text(encoding="utf-8"))
    files = [page]
    for address in dict.fromkeys(named.addresses):
        parts = urlsplit(address)
        if not parts.netloc:
            path = unquote(parts.path)
            files.append(site / path.lstrip("/") if path.startswith("/") else page.parent / path)
    return files


def page_kilobytes(site: Path, page: Path) -> float:
    """Kilobytes of a page with the style sheets and scripts it names, each compressed.

    Files of other hosts do not count, and neither do fonts and pictures.
    """
    return sum(_packed(file.read_bytes()) for file in asked_for(site, page)) / KILO


@lru_cache(maxsize=64)
def _packed(content: bytes) -> int:
    """Bytes after `gzip -9`; most pages name the same files."""
    return len(gzip.compress(content))


def megabytes(folder: Path) -> float:
    """Megabytes of all files below a folder, not compressed."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / MEGA


def words(markdown: str) -> int:
    """How many words a reader of a page meets: no front matter, addresses, attributes or tags."""
    return len(_WORD.findall(_MARKUP.sub(" ", _FRONT_MATTER.sub("", markdown))))


def words_per_page(docs: Path) -> tuple[int, int]:
    """How many pages of Markdown there are, and the median of their words."""
    counts = [words(path.read_text(encoding="utf-8")) for path in docs.rglob("*.md")]
    return len(counts), round(median(counts))
