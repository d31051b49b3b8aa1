"""Every block of the example archive's pages knows the line it came from."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.publish.cells import cells
from hearthbook.render.cell import render_cell
from tests.render import support
from tests.render.reading import read, to_html

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.findings import Place
    from hearthbook.model.pages import Page, Provenance

CELLS: Final = {cell.slug: cell for cell in cells(support.archive())}


@cache
def _pages(slug: str) -> tuple[Page, ...]:
    return render_cell(CELLS[slug], support.theme())


@cache
def _rows(file: str) -> list[str]:
    return (support.ROOT / file).read_text(encoding="utf-8").split("\n")


def _entries() -> Iterator[tuple[Page, Provenance]]:
    yield from ((page, entry) for slug in CELLS for page in _pages(slug) for entry in page.provenance)


def _block(place: Place) -> str:
    """The line and all that is indented below it, as one line of words."""
    rows = _rows(place.file)
    first = rows[place.line - 1]
    indent = place.column - 1
    below = rows[place.line :]
    end = next(
        (n for n, row in enumerate(below) if row.strip() and len(row) - len(row.lstrip()) < indent),
        len(below),
    )
    return " ".join(" ".join([first[indent:], *below[:end]]).split())


def _words(text: str) -> str:
    return " ".join(text.split()[:4])


def test_there_are_pages_to_look_at() -> None:
    assert "hard-talks" in CELLS
    assert len(CELLS) >= 3


@pytest.mark.parametrize("slug", CELLS)
def test_every_page_knows_where_it_comes_from(slug: str) -> None:
    assert [page.path for page in _pages(slug) if not page.provenance or not page.source] == []


@pytest.mark.parametrize("slug", CELLS)
def test_every_recorded_block_is_on_its_page_once(slug: str) -> None:
    for page in _pages(slug):
        ids = Counter(tag.attributes.get("id") for tag in read(to_html(page.markdown)).tags)
        anchors = [entry.anchor for entry in page.provenance if entry.anchor]
        assert [anchor for anchor in anchors if ids[anchor] != 1] == [], page.path
        assert len(set(anchors)) == len(anchors), page.path


def test_every_recorded_place_is_in_a_file() -> None:
    places = {place for page, entry in _entries() for place in (entry.place, page.source) if place}
    assert len(places) > 100
    beyond = [place for place in places if not 1 <= place.line <= len(_rows(place.file))]
    assert beyond == []


def test_inherited_values_are_traced_to_the_file_they_stand_in() -> None:
    files = {entry.place.file for page, entry in _entries() if page.path.startswith("repair-table-east/")}
    assert files == {"communities/_repair.yml", "communities/repair-table-east.yml"}


def _told() -> Iterator[tuple[str, str, str]]:
    """Kind of page, id of the block and the founder's words it shows, in each community."""
    for slug, cell in CELLS.items():
        whole = cell.community
        yield from ((f"{slug}/norms.md", f"norm-{one.id}", one.statement) for one in whole.norms)
        yield from ((f"{slug}/channels.md", f"channel-{one.id}", one.name) for one in whole.channels)
        yield from ((f"{slug}/rituals.md", f"ritual-{one.id}", one.name) for one in whole.rituals)
        yield from ((f"{slug}/roles.md", f"role-{one.id}", one.name) for one in whole.roles)
        yield from ((f"{slug}/faq.md", f"faq-{one.id}", one.q) for one in whole.faq)


@pytest.mark.parametrize(("path", "anchor", "text"), list(_told()))
def test_the_line_of_a_block_says_what_the_block_shows(path: str, anchor: str, text: str) -> None:
    pages = {page.path: page for page in _pages(path.partition("/")[0])}
    found = [entry.place for entry in pages[path].provenance if entry.anchor == anchor]
    assert len(found) == 1
    said = re.sub(r"\\(.)", r"\1", _block(found[0]))
    # An entry that changes an inherited one is traced to the change, which names the entry by its id.
    assert _words(text) in said or f"id: {anchor.partition('-')[2]}" in said
