"""What holds for every section and every key of the model."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from pydantic import ValidationError

from hearthbook.export.sentences import sentences
from hearthbook.ingest.shapes import shapes
from hearthbook.model.base import Item, Section
from hearthbook.model.community import NOT_INHERITED, Community
from hearthbook.model.promise import Promise
from hearthbook.model.zones import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator


def _sections(model: type[Section], seen: set[type[Section]]) -> Iterator[type[Section]]:
    if model in seen:
        return
    seen.add(model)
    yield model
    for shape in shapes(model).values():
        for inner in (shape.model, shape.inner.model if shape.inner else None):
            if inner:
                yield from _sections(inner, seen)


SECTIONS = sorted(_sections(Community, set()), key=lambda model: model.__name__)
KEYS = [(model, name) for model in SECTIONS for name in model.model_fields]


@pytest.mark.parametrize(("model", "name"), KEYS, ids=[f"{m.__name__}.{n}" for m, n in KEYS])
def test_every_key_has_a_sentence_and_an_example(model: type[Section], name: str) -> None:
    assert sentences(model)[name].endswith((".", '"."', "?"))
    assert model.model_fields[name].examples


@pytest.mark.parametrize("model", SECTIONS, ids=[model.__name__ for model in SECTIONS])
def test_no_section_has_its_source_read_at_each_start(model: type[Section]) -> None:
    assert not model.model_config.get("use_attribute_docstrings")


@pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
def test_every_section_refuses_keys_that_it_does_not_know(model: type[Section]) -> None:
    with pytest.raises(ValidationError, match="extra_forbidden"):
        model.model_validate({"no such key": 1})


@pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
def test_a_short_form_names_keys_of_its_section(model: type[Section]) -> None:
    if model.short:
        named = {model.short.field, model.short.then} - {""}
        assert named <= set(shapes(model))


@pytest.mark.parametrize(
    "model", [each for each in SECTIONS if issubclass(each, Item)], ids=lambda model: model.__name__
)
def test_an_id_comes_from_keys_of_the_entry(model: type[Item]) -> None:
    assert set(model.id_from) <= set(shapes(model))


@pytest.mark.parametrize("model", SECTIONS, ids=lambda model: model.__name__)
def test_a_keyed_list_names_keys_of_its_entries(model: type[Section]) -> None:
    for shape in shapes(model).values():
        if shape.keyed and shape.model:
            assert {shape.keyed.key, shape.keyed.value} <= set(shapes(shape.model))


def test_what_is_not_inherited_are_keys_of_a_community() -> None:
    assert set(shapes(Community)) >= NOT_INHERITED


def test_a_community_cannot_be_changed() -> None:
    made = Community(name="Oak", promise=Promise.model_validate({"for": ("a",), "outcome": "b"}))
    with pytest.raises(ValidationError, match="frozen"):
        made.name = "Elm"  # type: ignore[misc]


def test_every_abbreviation_offers_zones_that_exist() -> None:
    for choices in ABBREVIATIONS.values():
        for zone in choices:
            Community.model_validate(
                {
                    "name": "Oak",
                    "promise": {"for": ("a",), "outcome": "b"},
                    "rituals": ({"id": "a", "name": "A", "when": {"every": "week", "zone": zone}},),
                }
            )
