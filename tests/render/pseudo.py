"""A language that nobody speaks, a theme in it, and communities that say only what is no word at all.

The words are English in full-width letters, and the community's own are the Cyrillic letter zhe and
figures; dates and lists are Russian. A Latin letter that is read or heard is therefore one that a
template, a script or the program said by itself.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
import shutil
import types
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, Union, get_args, get_origin

from ruamel.yaml import YAML

from hearthbook.ingest.reveal import publishable
from hearthbook.model.base import Item, Section
from hearthbook.model.community import Community
from hearthbook.model.findings import Place
from hearthbook.model.pages import Article, Neighbour, Translation
from hearthbook.render.theme import Theme
from hearthbook.resources import themes
from tests.render import support

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.model.pages import Cell

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


def _in_full_width(tree: Any) -> Any:  # noqa: ANN401 - whatever YAML holds
    """The tree with the letters of its sentences, but not of their places, in full width."""
    if isinstance(tree, dict):
        return {key: _in_full_width(value) for key, value in tree.items()}
    parts = re.split(r"(\{\w+\})", tree)
    return "".join(part if part.startswith("{") else part.translate(FULL_WIDTH) for part in parts)


def pseudo_theme(folder: Path) -> Theme:
    """A copy of the theme whose only words are in the language that nobody speaks, filed as Russian."""
    shutil.copytree(themes() / "hearth", folder)
    tree = YAML(typ="safe").load(folder / "words/en.yml")
    for path in (folder / "words").glob("*.yml"):
        path.unlink()
    with (folder / "words/ru.yml").open("w", encoding="utf-8") as stream:
        YAML(typ="safe").dump(_in_full_width(tree), stream)
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


def pseudo_community(seed: int) -> Community:
    """A community with every field filled."""
    return Community.model_validate(_Filler(seed).section(Community))


def pseudo_cell(seed: int, whole: Community) -> Cell:
    """The community as a cell, with a neighbour, and an article where the seed is odd."""
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
    return replace(
        support.cell(publishable(whole)),
        slug="2",
        language="ru",
        neighbours=near,
        children=tuple(near.values()),
        translations=(Translation(slug="3", language="el"),),
        articles=(article,) if seed % 2 else (),
    )
