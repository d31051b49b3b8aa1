"""A language that nobody speaks shows every word that is not in the theme's file of words.

The words are English in full-width letters, and the community's own are the
Cyrillic letter zhe and figures; dates and lists are Russian. A Latin letter on
a page is therefore one that a template or the program said by itself.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random
import re
import shutil
import types
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

import pytest
from ruamel.yaml import YAML

from hearthbook.ingest.reveal import publishable
from hearthbook.model.base import Item, Section
from hearthbook.model.community import Community
from hearthbook.model.findings import Place
from hearthbook.model.pages import Article, Neighbour
from hearthbook.render.cell import render_cell
from hearthbook.render.hub import HubRenderer, card
from hearthbook.render.theme import Theme
from tests.render import support

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.model.pages import Page

ZHE: Final = "\u0436"
FULL_WIDTH: Final = {
    code: code + 0xFEE0 for code in (*range(ord("A"), ord("Z") + 1), *range(ord("a"), ord("z") + 1))
}
RHYTHMS: Final = (
    {"every": "2 weeks", "day": ("Tuesday",)},
    {"every": "month", "day": ("first Friday", "last Friday")},
    {"every": "quarter", "day": (15,)},
    {"every": "year"},
    {"every": "3 months"},
    {"every": "3 weeks", "day": ("Monday", "Sunday")},
)
SEEDS: Final = range(6)


def _words(tree: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """The tree with the letters of its sentences, but not of their places, in full width."""
    if isinstance(tree, dict):
        return {key: _words(value) for key, value in tree.items()}
    parts = re.split(r"(\{\w+\})", tree)
    return "".join(part if part.startswith("{") else part.translate(FULL_WIDTH) for part in parts)


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    """The theme with its words in the language that nobody speaks, filed as Russian."""
    folder: Path = tmp_path_factory.mktemp("theme")
    shutil.copytree(support.theme().folder / "pages", folder / "pages")
    tree = YAML(typ="safe").load(support.theme().folder / "words/en.yml")
    (folder / "words").mkdir()
    with (folder / "words/ru.yml").open("w", encoding="utf-8") as stream:
        YAML(typ="safe").dump(_words(tree), stream)
    return Theme(folder=folder)


class _Filler:
    """Fills every field of a section; the seed turns through what a founder may choose."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.numbers = itertools.count(1)

    def section(self, kind: type[Section], turn: int = 0) -> dict[str, object]:
        if kind.__name__ == "When":
            clock = {"at": "17:00", "minutes": 60, "note": f"{ZHE} {next(self.numbers)}"}
            dates = {"from": "2026-09-01", "until": "2027-06-30", "except": ("2026-12-22",)}
            return {**RHYTHMS[(self.seed + turn) % len(RHYTHMS)], **clock, **dates}
        fields = kind.model_fields.items()
        facts = {field.alias or name: self.value(name, field.annotation, turn) for name, field in fields}
        if kind.__name__ == "Mixing":
            facts |= {"size": 4, "every": RHYTHMS[self.seed % len(RHYTHMS)]["every"]}
        return facts | ({"id": f"{ZHE}-{next(self.numbers)}"} if issubclass(kind, Item) else {})

    def value(self, name: str, annotation: Any, turn: int) -> object:  # noqa: ANN401 - any annotation
        if name in GIVEN:
            return GIVEN[name]
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Literal:
            return inner[(self.seed + turn) % len(inner)]
        if origin in {Annotated, Union, types.UnionType}:
            return self.value(name, inner[0], turn)
        if origin is tuple:
            return tuple(self.value(name, inner[0], turn + extra) for extra in (0, 1))
        if origin is dict:
            return {f"{ZHE}{key}": self.value(name, inner[1], key) for key in range(3)}
        if isinstance(annotation, type) and issubclass(annotation, Section):
            return self.section(annotation, turn)
        plain = {bool: True, int: 20, float: 25.0, dt.date: "2026-11-03"}
        return plain.get(annotation, f"{ZHE} {next(self.numbers)}")


GIVEN: Final[dict[str, object]] = {
    "url": f"https://{ZHE}.{ZHE}{ZHE}",
    "color": "#2f6f4f",
    "language": "ru",
    "visibility": "public",
    "translation_of": None,
    "extends": None,
    "lint": None,
    "split_from": "1",
    "community": "1",
    "consent": True,
}


def _community(seed: int) -> Community:
    return Community.model_validate(_Filler(seed).section(Community))


def _cell_pages(theme: Theme, seed: int, whole: Community) -> tuple[Page, ...]:
    place = Place(file=f"content/1/{ZHE}.md")
    article = Article(
        name=ZHE,
        title=f"{ZHE} 1",
        author=f"{ZHE} 2",
        date=dt.date(2026, 11, 3),
        basis=("source", "experience", "verified", "expert")[seed % 4],
        sources=(f"{ZHE} 3",),
        summary=f"{ZHE} 4",
        body=f"{ZHE} 5",
        place=place,
    )
    near = {"1": Neighbour(slug="1", name=ZHE)}
    cell = replace(
        support.cell(publishable(whole)), language="ru", neighbours=near, children=tuple(near.values())
    )
    return render_cell(replace(cell, articles=(article,) if seed % 2 else ()), theme)


def _spoken(markdown: str) -> Iterator[str]:
    """The lines as they are read: without attributes, targets of links, tags and entities."""
    text = re.sub(r"(?m)^(`{3,}) ?(?:\{[^\n]*\}|\w+)$", r"\1", markdown)
    text = re.sub(r"\{:? ?[#.][^}\n]*\}", "", text)
    text = re.sub(r"\]\([^)\n]*\)", "]", text)
    yield from re.sub(r"</?[a-z][^>\n]*>|&#?\w+;", "", text).split("\n")


def _latin(page: Page) -> list[str]:
    said = [page.title, page.description, *_spoken(page.markdown)]
    return [f"{page.path}: {line}" for line in said if re.search(r"[A-Za-z]", line)]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_of_a_full_handbook_comes_from_the_file_of_words(theme: Theme, seed: int) -> None:
    pages = _cell_pages(theme, seed, _community(seed))
    assert [line for page in pages for line in _latin(page)] == []


@pytest.mark.parametrize("seed", SEEDS)
def test_every_word_of_a_thin_handbook_comes_from_the_file_of_words(theme: Theme, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - not a secret
    pages = _cell_pages(theme, seed, support.thinned(_community(seed), 0.5, chance))
    assert [line for page in pages for line in _latin(page)] == []


@pytest.mark.parametrize("count", [0, 1, 130])
def test_every_word_of_the_hub_comes_from_the_file_of_words(theme: Theme, count: int) -> None:
    hub = HubRenderer(theme, "ru", ZHE)
    cards = tuple(card(str(number), _community(number % len(SEEDS))) for number in range(count))
    pages = [hub.home(None, cards), *hub.directory(cards)]
    assert [line for page in pages for line in _latin(page)] == []


def test_the_full_handbook_leaves_no_page_out(theme: Theme) -> None:
    assert [
        page.path
        for page in _cell_pages(theme, 1, _community(1))
        if not page.listed and page.kind not in {"article", "card"}
    ] == []


def test_a_word_that_a_template_says_by_itself_is_found(theme: Theme) -> None:
    page = _cell_pages(theme, 0, _community(0))[0]
    assert _latin(replace(page, markdown=f"# {ZHE} {{#home}}\n\nOops [{ZHE}](faq.md)\n{{: .hb }}\n"))
