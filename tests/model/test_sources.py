"""Pointers, and the places they lead to."""

from __future__ import annotations

import pytest

from hearthbook.model.findings import Place
from hearthbook.model.sources import SourceMap, Spot, pointer

ROOT = Place(file="oak.yml")
NORM = Place(file="oak.yml", line=5, column=3)
SOURCES = SourceMap(spots={"/norms/0": Spot(NORM, NORM)}, root=ROOT)


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ((), ""),
        (("norms", 2, "statement"), "/norms/2/statement"),
        (("glossary", "a/b"), "/glossary/a~1b"),
        (("glossary", "a~b"), "/glossary/a~0b"),
        (("glossary", ""), "/glossary/"),
    ],
    ids=["whole", "path", "slash", "tilde", "empty"],
)
def test_a_pointer_is_written_as_rfc_6901_says(parts: tuple[str | int, ...], written: str) -> None:
    assert pointer(*parts) == written


@pytest.mark.parametrize(
    ("where", "place"),
    [("/norms/0", NORM), ("/norms/0/why", NORM), ("/norms/1", ROOT), ("", ROOT), ("/faq/3/a", ROOT)],
)
def test_a_value_that_is_not_there_is_placed_at_its_nearest_ancestor(where: str, place: Place) -> None:
    assert SOURCES.place(where) == place


def test_a_value_that_is_not_there_is_placed_at_the_key_and_not_at_what_stands_below_it() -> None:
    key = Place(file="oak.yml", line=7)
    below = Place(file="oak.yml", line=8, column=3)
    sources = SourceMap(spots={"/facilitation": Spot(key, below)}, root=ROOT)
    assert sources.place("/facilitation/spam") == key
    assert sources.place("/facilitation") == below
