"""The sentence under a field is what editors show for its key."""

from __future__ import annotations

from hearthbook.export.sentences import sentences
from hearthbook.model.base import Item, Section


class Tree(Item):
    """A tree."""

    name: str
    """How it is called,
    in two lines."""
    age: int = 0
    short_of: str = ""
    """What it lacks."""


class Oak(Tree):
    """An oak."""

    age: int = 0
    """In years."""


def test_each_field_has_the_sentence_below_it() -> None:
    assert sentences(Tree)["name"] == "How it is called,\nin two lines."
    assert sentences(Tree)["short_of"] == "What it lacks."


def test_a_field_without_a_sentence_has_none() -> None:
    assert "age" not in sentences(Tree)


def test_what_a_section_builds_on_is_explained_as_well() -> None:
    assert sentences(Oak)["id"] == sentences(Item)["id"]
    assert sentences(Oak)["age"] == "In years."


def test_the_plain_section_has_nothing_to_explain() -> None:
    assert sentences(Section) == {}
