"""A language that nobody speaks shows every word of a page that is not in the theme's file of words."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

import pytest

from hearthbook.model.pages import Branch
from hearthbook.render.cards import card
from hearthbook.render.cell import render_cell
from hearthbook.render.hub import HubRenderer
from hearthbook.render.hub_lists import ListRenderer
from hearthbook.render.lineage import map_pages
from hearthbook.render.shelves import a_to_z, shelves
from tests.render import support
from tests.render.pseudo import ZHE, pseudo_cell, pseudo_community, pseudo_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.community import Community
    from hearthbook.model.pages import Page
    from hearthbook.render.theme import Theme

SEEDS: Final = range(6)


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """The theme with its words in the language that nobody speaks, filed as Russian."""
    return pseudo_theme(tmp_path_factory.mktemp("themes") / "hearth")


def _pages(theme: Theme, seed: int, whole: Community) -> tuple[Page, ...]:
    return render_cell(pseudo_cell(seed, whole), theme)


def _spoken(markdown: str) -> Iterator[str]:
    """The lines as they are read: without attributes, targets of links, tags and entities."""
    text = re.sub(r"(?m)^(`{3,}) ?(?:\{[^\n]*\}|\w+)$", r"\1", markdown)
    text = re.sub(r"\{:? ?(?:[#.]|data-hb-)[^}\n]*\}", "", text)
    text = re.sub(r"\]\([^)\n]*\)", "]", text)
    yield from re.sub(r"</?[a-z][^>\n]*>|&#?\w+;", "", text).split("\n")


def _latin(page: Page) -> list[str]:
    said = [page.title, page.description, *_spoken(page.markdown)]
    return [f"{page.path}: {line}" for line in said if re.search(r"[A-Za-z]", line)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_of_a_full_handbook_comes_from_the_file_of_words(theme: Theme, seed: int) -> None:
    pages = _pages(theme, seed, pseudo_community(seed))
    assert [line for page in pages for line in _latin(page)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_of_a_thin_handbook_comes_from_the_file_of_words(theme: Theme, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    pages = _pages(theme, seed, support.thinned(pseudo_community(seed), 0.5, chance))
    assert [line for page in pages for line in _latin(page)] == []


@pytest.mark.parametrize("count", [0, 1, 130])
def test_every_word_of_the_hub_comes_from_the_file_of_words(theme: Theme, count: int) -> None:
    hub, lists = HubRenderer(theme, "ru", ZHE), ListRenderer(theme, "ru", ZHE)
    cards = tuple(card(str(number), pseudo_community(number % len(SEEDS))) for number in range(count))
    branches = [
        Branch(slug=str(number), name=ZHE, split_from=str(number // 2), graduates_to=(str(number // 3),))
        for number in range(count)
    ]
    pages = [
        hub.home(None, cards, lists=("directory", "a-z", "agenda", "map")),
        *map(lists.shelf, shelves(cards)),
    ]
    pages += [*map(lists.names, a_to_z(cards)), *map(lists.map_page, map_pages(branches))]
    assert [line for page in pages for line in _latin(page)] == []


def test_the_full_handbook_leaves_no_page_out(theme: Theme) -> None:
    assert [
        page.path
        for page in _pages(theme, 1, pseudo_community(1))
        if not page.listed and page.kind not in {"article", "card"}
    ] == []


def test_a_word_that_a_template_says_by_itself_is_found(theme: Theme) -> None:
    page = _pages(theme, 0, pseudo_community(0))[0]
    assert _latin(replace(page, markdown=f"# {ZHE} {{#home}}\n\nOops [{ZHE}](faq.md)\n{{: .hb }}\n"))
