"""The whole handbook on one page, for printing and for reading in one go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.model.pages import Page, Provenance
from hearthbook.render.environment import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from hearthbook.model.pages import Cell
    from hearthbook.render.words import Words

_PARTS: Final = (
    "start-here",
    "norms",
    "channels",
    "rituals",
    "roles",
    "code-of-conduct",
    "handling-reports",
    "faq",
    "hosts",
    "growth",
    "measures",
    "changes",
)
NEWS: Final = "news"
"""The id of the section that tells what changed; it is the last of its page. The handbook leaves it out."""
PART: Final = "hb-part"
"""The class of a heading that begins on a sheet of its own when it is printed."""
_LONG: Final = 2500
"""Characters of Markdown that fill more than half a sheet."""
# The page of rituals asks for several dates; here, as elsewhere, the next one is enough.
_SEVERAL: Final = re.compile(r'^(\{: #when-.*?) data-hb-dates="\d"(?: data-hb-cities="[^"]*")?', re.MULTILINE)
_TOP: Final = re.compile(r"# [^\n]*\{#(?P<anchor>[^\s}]+)(?P<end>[^}\n]*\})")
_HEADING: Final = re.compile(r"^(?=#{1,5} )", re.MULTILINE)
_NEWS: Final = re.compile(rf"^## [^\n]*\{{#{NEWS}[\s}}].*", re.MULTILINE | re.DOTALL)
_ANCHOR: Final = re.compile(r"\{(?<!\\\{):? ?#(?=[^\s}])")
# The bracket ends a link's text after an even number of backslashes: in `[\\](#x)`, not in `[\](#x)`.
_HERE: Final = re.compile(r"(?<!\\)(?:\\\\)*\]\(#")
_BESIDE: Final = re.compile(
    r"(?P<text>(?<!\\)(?:\\\\)*\]\()(?P<kind>[a-z-]+)\.md(?:#(?P<anchor>[^()\s]*))?(?=\))"
)
_ID: Final = re.compile(r"\{:? ?#([^\s}]+)")


class Entry(NamedTuple):
    """A part in the list of contents."""

    kind: str
    """Which page it repeats."""
    anchor: str
    """The id of its heading in the handbook."""


class Part(NamedTuple):
    """What of a page the handbook repeats, and where in it a link to that page leads."""

    kind: str
    """Which page it is."""
    top: str
    """The id of its heading on that page; empty where it has none."""
    ids: frozenset[str]
    """All ids of that page."""

    def way(self, anchor: str) -> str:
        """Where a link to the page, or to an id of it, leads within the handbook; empty for nowhere."""
        known = anchor or self.top
        return f"#{self.kind}--{known}" if known in self.ids else ""


class Front(NamedTuple):
    """What stands before the parts."""

    markdown: str
    """Its Markdown, with the heading of the page."""
    provenance: tuple[Provenance, ...] = ()
    """Where its blocks come from."""


def part_of(page: Page) -> Part:
    """The part of the handbook that repeats a page."""
    top = _TOP.match(page.markdown)
    return Part(page.kind, top["anchor"] if top else "", frozenset(_ID.findall(_of_today(page))))


def _moved(page: Page, inside: Mapping[str, Part]) -> str:
    """The page's Markdown one level deeper, its ids marked with the page they came from."""
    text = _SEVERAL.sub(r"\1", _of_today(page))
    if is_long(page) and (top := _TOP.match(text)):
        text = f"{text[: top.start('end')]} .{PART}{text[top.start('end') :]}"
    if "```" in text:
        return "\n".join(_around_code(text, page.kind, inside))
    return _deeper(text, page.kind, inside)


def _of_today(page: Page) -> str:
    """The page's Markdown without what only tells how it came to be."""
    return _NEWS.sub("", page.markdown) if page.kind == "changes" else page.markdown


def _deeper(text: str, kind: str, inside: Mapping[str, Part]) -> str:
    def marked(match: re.Match[str]) -> str:
        return f"{match[0]}{kind}--"

    deeper = _ANCHOR.sub(marked, _HEADING.sub("#", text))
    deeper = _HERE.sub(marked, deeper) if "\\]" in deeper else deeper.replace("](#", f"](#{kind}--")
    return _led(deeper, inside)


def _led(text: str, inside: Mapping[str, Part]) -> str:
    """The text with links to the handbook's own parts that stay in it."""

    def within(match: re.Match[str]) -> str:
        part = inside.get(match["kind"])
        way = part.way(match["anchor"] or "") if part else ""
        return match["text"] + way if way else match[0]

    return _BESIDE.sub(within, text) if ".md" in text else text


def _around_code(text: str, kind: str, inside: Mapping[str, Part]) -> Iterator[str]:
    fence = ""
    for line in text.split("\n"):
        mark = re.match(r"^(`{3,})", line) if line.startswith("```") else None
        if fence or mark:
            fence = "" if line == fence else fence or (mark[1] if mark else "")
            yield line
        else:
            yield _deeper(line, kind, inside) if "#" in line or ".md" in line else line


def parts_of(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """The pages that the handbook repeats, in its order; none that only tells what changed."""
    by_kind = {
        page.kind: page
        for page in pages
        if page.listed and (page.kind != "changes" or "\n## " in _of_today(page))
    }
    return tuple(by_kind[kind] for kind in _PARTS if kind in by_kind)


def entries_of(parts: tuple[Page, ...]) -> tuple[Entry, ...]:
    """The list of contents; a part whose heading has no id is not in it."""
    tops = ((part.kind, _TOP.match(part.markdown)) for part in parts)
    return tuple(Entry(kind, f"{kind}--{top['anchor']}") for kind, top in tops if top)


def is_long(page: Page) -> bool:
    """Whether a part is long enough to begin on a sheet of its own when it is printed."""
    return len(_of_today(page)) > _LONG


def handbook_page(cell: Cell, pages: tuple[Page, ...], words: Words, front: Front) -> Page:
    """One page that holds the listed pages of `_PARTS`, in that order, behind its front.

    The id `norm-credit` of the page norms becomes `norms--norm-credit`, and what leads to
    it from another part leads there; the heading of a long part gets the class PART.
    """
    parts = parts_of(pages)
    inside = {part.kind: part_of(part) for part in parts}
    name = cell.community.name
    provenance: list[Provenance] = [
        Provenance(anchor=f"{part.kind}--{entry.anchor}", pointer=entry.pointer, place=entry.place)
        for part in parts
        for entry in part.provenance
        if entry.anchor
    ]
    return Page(
        path=f"{cell.slug}/handbook.md",
        kind="handbook",
        title=words.raw("pages.handbook.title"),
        description=words.raw("pages.handbook.description").replace("{name}", name),
        markdown=tidy("\n\n".join([_led(front.markdown, inside), *(_moved(part, inside) for part in parts)])),
        language=words.spoken,
        direction=pages[0].direction,
        provenance=(*front.provenance, *provenance),
        source=cell.sources.root,
    )
