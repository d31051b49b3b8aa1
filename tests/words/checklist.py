"""Where each item of a good handbook stands: in the full example, and in the one of ten lines.

`content/guides/what-the-handbook-says.md` is made from this: HEARTHBOOK_BLESS=1
writes it, and a test holds it to the pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.publish.cells import cells
from hearthbook.render.cell import render_cell
from tests.render import support
from tests.words.checklist_items import CODE, QUESTIONS, START
from tests.words.pages import read, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.words.checklist_items import Row
    from tests.words.pages import Reading

GUIDE: Final = support.ROOT / "content/guides/what-the-handbook-says.md"
FULL: Final = "hard-talks"
SMALL: Final = "sunday-pages"
SHOWN: Final = 5
"""Words of a paragraph that stand for it in the table."""
HEAD: Final = (
    """---
title: What the handbook says, item by item
summary: Seventy-five lines to hold a handbook against, with the place where each is said.
---""",
    """A good handbook holds a good deal, and most of it is wanted on a bad day. Here is all of it. The \
links under "In full" lead to [Hard Talks](/hard-talks/), which is written out to the last line. Those under \
"In ten lines" lead to [Sunday Pages](/sunday-pages/) and say what that group gets for its ten lines: the \
same words, words that suit any group, or a plain "not yet".""",
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


def _opening(page: Reading, anchor: str) -> str:
    """What stands for a place: its heading, its label, or its first words."""
    block = next(block for block in page.blocks if anchor in block.ids)
    if block.level or block.label:
        return (block.text if block.level else block.label).rstrip(":")
    opening = words(block.text)
    return " ".join(opening[:SHOWN]) + (" ..." if len(opening) > SHOWN else "")


def _link(slug: str, place: str, text: str) -> str:
    kind, _, anchor = place.partition("#")
    return f"[{text.replace('|', '/').replace('[', '(').replace(']', ')')}](/{slug}/{kind}/#{anchor})"


def _line(row: Row, pages: dict[str, Reading]) -> str:
    links = []
    for place in row.places():
        kind, _, anchor = place.partition("#")
        links.append(_link(FULL, place, _opening(pages[f"{FULL}/{kind}"], anchor)))
    return f"| {row.item} | {row.wording} | {'; '.join(links)} | {_link(SMALL, row.stands(), row.says)} |"


def _table(rows: tuple[Row, ...], pages: dict[str, Reading]) -> str:
    head = "|  | What it should say | In full | In ten lines |\n|---|---|---|---|"
    return "\n".join([head, *(_line(row, pages) for row in rows)])


def guide(pages: dict[str, Reading]) -> str:
    """The guide as Markdown."""
    parts = [*HEAD]
    named = (("The code of conduct", CODE), ("Start here", START), ("Questions and answers", QUESTIONS))
    for title, rows in named:
        parts += [f"## {title}", _table(rows, pages)]
    return "\n\n".join(parts) + "\n"
