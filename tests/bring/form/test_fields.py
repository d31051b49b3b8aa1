"""The form asks for every key of the model, by what the schema says of it."""

from __future__ import annotations

import re
from typing import Any, Final

import pytest
from ruamel.yaml import YAML

from hearthbook.bring.form.fields import fields
from hearthbook.ingest.shapes import is_item, shapes
from hearthbook.model.community import Community
from hearthbook.resources import starter, themes

FIELDS: Final[dict[str, list[dict[str, Any]]]] = fields()["models"]
SCRIPT: Final = themes() / "hearth/html/assets/hearth/form-fields.js"


def _field(model: str, key: str) -> dict[str, Any]:
    return next(field for field in FIELDS[model] if field["key"] == key)


def _sections() -> list[Any]:
    found: dict[str, Any] = {}
    waiting: list[Any] = [Community]
    while waiting:
        model = waiting.pop()
        found[model.__name__] = model
        inner = [shape.inner or shape for shape in shapes(model).values()]
        waiting += [shape.model for shape in inner if shape.model and shape.model.__name__ not in found]
    return list(found.values())


@pytest.mark.parametrize("model", _sections(), ids=lambda model: str(model.__name__))
def test_every_key_of_a_section_is_asked_for_but_its_id(model: Any) -> None:  # noqa: ANN401 - a class
    keys = [field["key"] for field in FIELDS[model.__name__]]
    left_out = {"id"} if is_item(model) else set()
    assert keys == [key for key in shapes(model) if key not in left_out]


@pytest.mark.parametrize("model", sorted(FIELDS))
def test_every_field_says_what_it_is_about(model: str) -> None:
    assert [field["key"] for field in FIELDS[model] if not field["about"]] == []
    assert [field["key"] for field in FIELDS[model] if "example" not in field] == []


@pytest.mark.parametrize(
    ("model", "key", "expected"),
    [
        ("Community", "name", {"kind": "text", "length": 300, "needed": True}),
        ("Community", "decisions", {"kind": "prose", "length": 20_000}),
        ("Boundary", "cap", {"kind": "number", "least": 2, "most": 100_000, "whole": True}),
        ("Expected", "hours_a_week", {"kind": "number", "above": 0, "most": 80}),
        (
            "Join",
            "how",
            {"kind": "choice", "choices": [["open", "open"], ["apply", "apply"], ["invite", "invite"]]},
        ),
        ("Conduct", "without", {"kind": "choices"}),
        ("Contact", "independent", {"kind": "yes"}),
        ("Cohort", "starts", {"kind": "day"}),
        ("Promise", "for", {"kind": "texts", "single": True, "needed": True}),
        ("When", "day", {"kind": "texts", "numbered": True}),
        ("Slot", "day", {"kind": "text", "numbered": True}),
        ("Ritual", "when", {"kind": "section", "model": "When", "worded": True}),
        ("Community", "norms", {"kind": "sections", "model": "Norm"}),
        ("Community", "people", {"kind": "table", "model": "Person"}),
        ("Community", "glossary", {"kind": "table", "of": "prose"}),
        ("Community", "synonyms", {"kind": "table", "of": "texts"}),
    ],
)
def test_a_field_is_of_the_kind_of_its_values(model: str, key: str, expected: dict[str, Any]) -> None:
    assert _field(model, key).items() >= expected.items()


def test_every_key_of_a_file_has_its_part_of_the_form() -> None:
    listed = re.findall(r'"(\w+)"', "".join(re.findall(r"part_\w+: \[([^\]]*)\]", SCRIPT.read_text("utf-8"))))
    assert sorted(listed) == sorted(field["key"] for field in FIELDS["Community"])


GERMAN: Final[dict[str, list[dict[str, Any]]]] = fields("de-CH")["models"]


def _words(language: str) -> dict[str, Any]:
    text = (starter() / f"form/{language}.yml").read_text(encoding="utf-8")
    words: dict[str, Any] = YAML(typ="safe").load(text)
    return words


@pytest.mark.parametrize("model", sorted(FIELDS))
def test_every_field_has_a_name_and_a_sentence_in_german(model: str) -> None:
    said = _words("de")["fields"].get(model, {})
    assert list(said) == [field["key"] for field in FIELDS[model]]
    assert [key for key, words in said.items() if len(words) != 2 or not words[1].endswith((".", "“"))] == []


@pytest.mark.parametrize("model", sorted(FIELDS))
def test_no_two_fields_of_a_section_are_called_the_same(model: str) -> None:
    for known in (FIELDS, GERMAN):
        labels = [field["label"] for field in known[model]]
        assert len(set(labels)) == len(labels)


def test_every_fixed_value_has_a_word_in_german() -> None:
    values = {
        value for fields in FIELDS.values() for field in fields for value, _ in field.get("choices", ())
    }
    assert set(_words("de")["choices"]) == values


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_words_stand_for_what_is_no_field(language: str) -> None:
    known = {(model, field["key"]) for model, fields in FIELDS.items() for field in fields}
    said = {(model, key) for model, words in _words(language)["fields"].items() for key in words}
    assert said <= known


def test_an_english_example_is_no_help_in_german_unless_all_write_it_so() -> None:
    german = {
        (model, field["key"]) for model, fields in GERMAN.items() for field in fields if "example" in field
    }
    assert ("Norm", "why") not in german
    assert {("Ritual", "when"), ("Boundary", "cap"), ("Join", "url")} <= german
