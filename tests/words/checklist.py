"""Where each item of a good handbook stands: in the full example, and in the one of ten lines.

`content/guides/every-item.md` is made from this: HEARTHBOOK_BLESS=1 writes it, and
a test holds it to the pages. The guide that people read first,
`content/guides/what-the-handbook-says.md`, is written by hand, and its links are held
to the pages as well.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.publish.cells import cells
from hearthbook.render.cell import render_cell
from tests.render import support
from tests.words.checklist_items import CODE, QUESTIONS, START
from tests.words.checklist_nouns import NOUNS
from tests.words.pages import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.words.checklist_items import Row
    from tests.words.pages import Reading

GUIDE: Final = support.ROOT / "content/guides/what-the-handbook-says.md"
TABLE: Final = support.ROOT / "content/guides/every-item.md"
FULL: Final = "hard-talks"
SMALL: Final = "sunday-pages"
HEAD: Final = (
    """---
title: Every item of a good handbook
summary: Seventy-five lines to hold a handbook against, with the place where each is said.
---""",
    """Here is all that a good handbook says, to be looked up. [What the handbook \
says](what-the-handbook-says.md) tells the main things in three minutes. The links under "In full" lead to \
[Hard Talks](/hard-talks/), which is written out to the last line. Those under "In ten lines" lead to \
[Sunday Pages](/sunday-pages/) and say what that group gets for its ten lines: the same words, words that \
suit any group, or a plain "not yet".""",
    """When you write your own file, use the list from the top. What you leave out is not hidden from your \
members. The handbook tells them what is not in place, and what they can do meanwhile.""",
)


class Slip(NamedTuple):
    """A row that leads nowhere."""

    item: str
    """Its number."""
    place: str
    """The place it names."""
    fault: str
    """What is wrong with it."""


@cache
def readings() -> dict[str, Reading]:
    """`slug/kind` -> the page, for the full example and the one of ten lines."""
    return {
        f"{cell.slug}/{page.kind}": read(page.markdown)
        for cell in cells(support.archive())
        if cell.slug in {FULL, SMALL}
        for page in render_cell(cell, support.theme())
    }


def _fault(pages: dict[str, Reading], slug: str, place: str) -> str:
    kind, _, anchor = place.partition("#")
    page = pages.get(f"{slug}/{kind}")
    if not page:
        return "there is no such page"
    if anchor not in page.ids:
        return "there is no such anchor"
    return "" if any(block.text for block in page.section(anchor)) else "nothing is said there"


def slips(rows: tuple[Row, ...], pages: dict[str, Reading]) -> Iterator[Slip]:
    """The places that a row names and no page has."""
    for row in rows:
        named = [(FULL, place) for place in row.places()] + [(SMALL, row.stands())]
        for slug, place in named:
            if fault := _fault(pages, slug, place):
                yield Slip(row.item, f"{slug}/{place}", fault)


def titled(page: Reading, anchor: str) -> str:
    """The heading or the label of a place; empty where it has neither."""
    block = next(block for block in page.blocks if anchor in block.ids)
    return (block.text if block.level else block.label).rstrip(":")


def _link(slug: str, place: str, text: str) -> str:
    kind, _, anchor = place.partition("#")
    return f"[{text.replace('|', '/').replace('[', '(').replace(']', ')')}](/{slug}/{kind}/#{anchor})"


def _line(row: Row, pages: dict[str, Reading]) -> str:
    links = []
    for place in row.places():
        kind, _, anchor = place.partition("#")
        links.append(_link(FULL, place, titled(pages[f"{FULL}/{kind}"], anchor) or NOUNS[place]))
    return f"| {row.item} | {row.wording} | {'; '.join(links)} | {_link(SMALL, row.stands(), row.says)} |"


def _table(rows: tuple[Row, ...], pages: dict[str, Reading]) -> str:
    head = "| Item | What it should say | In full | In ten lines |\n|---|---|---|---|"
    return "\n".join([head, *(_line(row, pages) for row in rows)])


def linked(markdown: str) -> list[tuple[str, str]]:
    """The places in the two examples that a guide links to: the slug, and `page#anchor`."""
    found = re.findall(rf"\]\(/({FULL}|{SMALL})/([\w-]+)/#([\w-]+)\)", markdown)
    return [(slug, f"{kind}#{anchor}") for slug, kind, anchor in found]


def lost(markdown: str, pages: dict[str, Reading]) -> list[str]:
    """The links of a guide that lead nowhere."""
    return [f"{slug}/{place}" for slug, place in linked(markdown) if _fault(pages, slug, place)]


def table(pages: dict[str, Reading]) -> str:
    """The page of all items as Markdown."""
    parts = [*HEAD]
    named = (("The code of conduct", CODE), ("Start here", START), ("Questions and answers", QUESTIONS))
    for title, rows in named:
        parts += [f"## {title}", _table(rows, pages)]
    return "\n\n".join(parts) + "\n"
