"""The directory: names in the order people expect, and a title for each of its pages."""

from __future__ import annotations

from hearthbook.model.pages import Card
from hearthbook.publish.configuration import default_theme
from hearthbook.render.cards import PAGE_SIZE, by_name
from hearthbook.render.hub_lists import ListRenderer
from hearthbook.render.shelves import shelves


def _card(name: str, slug: str = "") -> Card:
    return Card(slug=slug or name.lower().replace(" ", "-"), name=name, for_=("people",), outcome="read")


def _names(*names: str) -> list[str]:
    return [card.name for card in by_name(tuple(_card(name) for name in names))]


def test_numbers_in_names_count_as_numbers() -> None:
    assert _names("Group 36", "Group 9", "Group", "Group 10") == ["Group", "Group 9", "Group 10", "Group 36"]


def test_names_that_begin_with_a_number_come_first() -> None:
    assert _names("Oak", "10 o'clock", "9 lives") == ["9 lives", "10 o'clock", "Oak"]


def test_accents_and_capitals_make_no_difference() -> None:
    assert _names("zebra", "Éclair", "eagle") == ["eagle", "Éclair", "zebra"]


def test_equal_names_are_told_apart_by_their_slugs() -> None:
    cards = by_name((_card("Oak", "oak-two"), _card("Oak", "oak-one")))
    assert [card.slug for card in cards] == ["oak-one", "oak-two"]


def test_each_page_of_the_directory_has_a_title_of_its_own() -> None:
    cards = tuple(_card(f"Group {number}") for number in range(2 * PAGE_SIZE + 1))
    renderer = ListRenderer(default_theme(), "en", "Town")
    pages = [renderer.shelf(shelf) for shelf in shelves(cards)]
    first = pages[0].title
    assert [page.title for page in pages] == [first, f"{first} · Page 2 of 3", f"{first} · Page 3 of 3"]
    assert [page.markdown.splitlines()[0] for page in pages] == [
        f"# {page.title} {{#directory}}" for page in pages
    ]
