"""What can be seen of a Markdown text without rendering it: headings, links, and what stands below them.

Each step takes time in proportion to the text, also where the text was made to take long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE: Final = 300
"""Characters of a heading or an entry; longer ones are neither."""
_FENCE: Final = re.compile(r" {0,3}(```|~~~)")
_HEADING: Final = re.compile(r" {0,3}(#{1,6})[ \t]+(.+)")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*")
_H1: Final = re.compile(r"[ \t]*<h1\b[^<>]*>(.*)</h1>[ \t]*", re.IGNORECASE)
_LINK: Final = re.compile(r"(?<!!)\[([^\[\]]{1,300})\]\((https?://[^\s()]{1,500})\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with what stands below it; the beginning of a text has none."""

    heading: str
    level: int
    lines: tuple[str, ...]


def parts(text: str) -> list[Part]:
    """The parts of a text, the beginning first; comments and code are left out."""
    heading, level, lines = "", 0, list[str]()
    found: list[Part] = []
    for line in _prose(text):
        new, rank = _heading(line, lines)
        if rank:
            found.append(Part(heading, level, tuple(lines)))
            heading, level, lines = new, rank, []
        else:
            lines.append(line)
    return [*found, Part(heading, level, tuple(lines))]


def links(lines: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """The links in some lines: their words, and where they lead."""
    for line in lines:
        yield from ((words(said) or url, url) for said, url in _LINK.findall(line))


def words(text: str) -> str:
    """The words of a heading or a link, without marks, pictures and tags."""
    bare = re.sub(r"!\[[^\[\]]{0,300}\]\([^()]{0,500}\)|<[^<>]{0,300}>", "", text)
    bare = re.sub(r"\[([^\[\]]{0,300})\]\([^()]{0,500}\)", r"\1", bare)
    return " ".join(re.sub(r"[*`]|(?<![^\W_])_+|_+(?![^\W_])", "", bare).split())


def _heading(line: str, above: list[str]) -> tuple[str, int]:
    """The words and level of the heading that a line ends, which takes its words from above; 0 for none."""
    if len(line) > LINE:
        return "", 0
    if found := _HEADING.fullmatch(line):
        return words(found[2].rstrip().rstrip("#")), len(found[1])
    if found := _H1.fullmatch(line):
        return words(found[1]), 1
    last = above[-1].strip() if above else ""
    if _UNDERLINE.fullmatch(line) and last and len(last) <= LINE and last[0] not in "-*+>|#=":
        above.pop()
        return words(last), 1 if "=" in line else 2
    return "", 0


def _prose(text: str) -> Iterator[str]:
    """The lines of a text that are neither front matter, nor code, nor in a comment."""
    lines = _uncommented(text).split("\n")
    if lines[0].rstrip() == "---" and "---" in lines[1:]:
        lines = lines[lines.index("---", 1) + 1 :]
    fence = ""
    for line in lines:
        mark = _FENCE.match(line)
        if mark and fence in {"", mark[1]}:
            fence = "" if fence else mark[1]
        elif not fence:
            yield line


def _uncommented(text: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join([*kept, text[at:]])
