"""A page's twin in plain Markdown, beside it: for those who read, keep or pass on text without HTML.

What only a site needs is gone: ids, classes and the blocks around them. Links
lead to the pages, because anchors are there.
"""

from __future__ import annotations

import json
import posixpath
import re
from typing import TYPE_CHECKING, Final

from mkdocs.utils import get_relative_url

from hearthbook.publish.links import Link

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hearthbook.model.pages import Page

# People's braces are escaped, and so are their angle brackets; only fenced code shows them as they are.
_FENCED: Final = re.compile(r"^(`{3,})[^\n]*\n(?:.*?\n)?\1$", re.MULTILINE | re.DOTALL)
_LINE: Final = re.compile(r"\n *\{:[^{}\n]*\}(?=\n|$)")
_FORGE: Final = re.compile(r"^[^\n]+\n *\{:[^{}\n]*\.hb-forge\b[^{}\n]*\}\n", re.MULTILINE)
_BEHIND: Final = re.compile(r"\{:[^{}\n]*\}")
_HEADING: Final = re.compile(r" \{#[^{}\n]*\}")
_DRAWN: Final = re.compile(
    r"(?:<svg\b.*?</svg>|<span\b[^<>]* aria-hidden=\"true\"[^<>]*>[^<>]*</span>) *", re.DOTALL
)
_TAG: Final = re.compile(r"</?(?!code\b|br\b)[a-z][^<>]*>")
_GAPS: Final = re.compile(r"\n(?: *\n){2,}")
_LINK: Final = re.compile(r"\]\(([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)")
_ELSEWHERE: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")


def twin_of(dest: str) -> str:
    """Path below the site of a page's twin: `oak/norms/index.md` for `oak/norms/index.html`."""
    return dest.removesuffix(".html") + ".md"


def twin(page: Page, url: str, urls: Mapping[str, str], site_url: str = "") -> bytes:
    """The page as Markdown with front matter.

    `url` is its address below the site, and `urls` says the same of every file that a
    link may name.
    """
    facts = {"title": page.title, "language": page.language}
    if site_url:
        facts["url"] = site_url + url
    rows = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in facts.items())
    head = "\n".join(["---", *rows, "---", "", ""])
    return (head + bare(page.markdown, _leading(page.path, url, urls, site_url)).lstrip("\n")).encode("utf-8")


def bare(markdown: str, follow: Callable[[str], str]) -> str:
    """The Markdown without attribute lists and HTML, its links changed by `follow`."""
    if "```" not in markdown:
        return _bare(markdown, follow)
    parts, position = [], 0
    for code in _FENCED.finditer(markdown):
        parts += [_bare(markdown[position : code.start()], follow), code[0]]
        position = code.end()
    return "".join([*parts, _bare(markdown[position:], follow)])


def _bare(text: str, follow: Callable[[str], str]) -> str:
    if "{" in text:
        text = _HEADING.sub("", _BEHIND.sub("", _LINE.sub("", _FORGE.sub("", text))))
    if "<" in text:
        text = text.replace("<summary>", "**").replace("</summary>", "**")
        text = _GAPS.sub("\n\n", _TAG.sub("", _DRAWN.sub("", text)))

    def link(match: re.Match[str]) -> str:
        return match[0] if _is_escaped(text, match.start()) else f"]({follow(match[1])})"

    return _LINK.sub(link, text) if "](" in text else text


def _is_escaped(text: str, position: int) -> bool:
    """Whether there is an odd number of backslashes before a character."""
    start = position
    while start and text[start - 1] == "\\":
        start -= 1
    return (position - start) % 2 == 1


def _leading(path: str, url: str, urls: Mapping[str, str], site_url: str) -> Callable[[str], str]:
    """What links of a page become: whole addresses where the site's is known, else the way from the page."""
    folder = posixpath.dirname(path)
    known: dict[str, str] = {"": url}

    def follow(written: str) -> str:
        if _ELSEWHERE.match(written):
            return written
        address, mark, anchor = written.partition("#")
        target, asks, question = address.partition("?")
        if target not in known:
            file = posixpath.normpath(posixpath.join(folder, target))
            known[target] = urls[file] if file in urls else _below_site(path, target)
        there = known[target]
        way = site_url + there if site_url else get_relative_url(there, url)
        return f"{'./' if way == '.' else way}{asks}{question}{mark}{anchor}"

    return follow


def _below_site(path: str, target: str) -> str:
    """Where a link leads that names no file of this cell, below the site."""
    link = Link(page=path, written=target, said="").final
    return f"{link}/" if link and target.endswith(("/", ".md")) else link
