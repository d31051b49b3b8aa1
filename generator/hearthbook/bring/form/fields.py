"""What the form asks, taken from the JSON Schema of a community's file, in the words of a language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final

from hearthbook.bring.interview.questions import spoken
from hearthbook.export.schema import schema
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.ingest.tree import to_data
from hearthbook.model.community import Community
from hearthbook.resources import starter

if TYPE_CHECKING:
    from hearthbook.model.base import Section

Json = dict[str, Any]

_LINE: Final = 500
"""Signs from which on a text gets room for several lines."""
_ABSENT: Final = frozenset({"$schema", "id", "remove"})
"""Keys that nobody fills in by hand while a file is new."""
_WORDY: Final = frozenset({"pattern", "worded", "numbered"})
"""What is written in one way in every language."""
_FIGURES: Final = frozenset({"day", "number"})
_WORDED: Final = frozenset({"When", "Slot"})
"""Sections that one would rather say in words."""


def fields(language: str = "en") -> Json:
    """`{whole, models}`: by the name of its class, each section's fields, in the order of the model.

    A field has its `key`, its `kind` (text, prose, day, number, choice, yes, texts, choices, section,
    sections, table), a `label`, what it is `about` and an `example`; and where they apply the `model`
    below it (or what a table is `of`), `worded`, `choices` (value and words), `least`, `most`, `above`,
    `whole`, `length`, `pattern`, `numbered`, `single` and `needed`.
    """
    whole, words = schema("community"), _words(spoken(language))
    found: Json = {}
    waiting: list[type[Section]] = [Community]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in found:
            found[model.__name__] = [_said(field, model.__name__, words) for field in _fields(model, whole)]
            inner = (shape.inner or shape for shape in shapes(model).values())
            waiting += [shape.model for shape in inner if shape.model]
    return {"whole": Community.__name__, "models": found}


def asked(language: str) -> Json:
    """What the form says of a question otherwise than a terminal does: pointer -> `why` and `example`."""
    return dict(_words(spoken(language)).get("asks", {}))


def times(language: str) -> list[list[str]]:
    """How people say times, and how a file does: patterns and what takes their place, one after the other."""
    return list(_words(spoken(language)).get("times", []))


@cache
def _words(language: str) -> Json:
    """Labels and sentences by section and key, words for fixed values, and the language itself."""
    name = f"form/{language}.yml"
    tree, _ = read_tree((starter() / name).read_text(encoding="utf-8"), name)
    data: Any = to_data(tree) if tree else {}
    return {**data, "language": language}


def _said(field: Json, model: str, words: Json) -> Json:
    """A field in the words of a language. An example in another one would be no help."""
    label, *about = words["fields"].get(model, {}).get(field["key"], [_title(field["key"])])
    said = {**field, "label": label, **({"about": about[0]} if about else {})}
    if "choices" in field:
        said["choices"] = [[value, words["choices"].get(value, value)] for value in field["choices"]]
    understood = words["language"] == "en" or not _WORDY.isdisjoint(field) or field["kind"] in _FIGURES
    return said if understood else {key: value for key, value in said.items() if key != "example"}


def _title(key: str) -> str:
    return key[0].upper() + key[1:].replace("_", " ")


def _fields(model: type[Section], whole: Json) -> list[Json]:
    properties = _body(whole if model is Community else whole["definitions"][model.__name__])["properties"]
    needed = {info.alias or name for name, info in model.model_fields.items() if info.is_required()}
    return [
        _field(key, shape, properties[key]) | ({"needed": True} if key in needed else {})
        for key, shape in shapes(model).items()
        if key not in _ABSENT
    ]


def _body(definition: Json) -> Json:
    """The mapping itself, where a section may be written short as well."""
    if "properties" in definition:
        return definition
    return next(each for each in definition["anyOf"] if "properties" in each)


def _field(key: str, shape: Shape, said: Json) -> Json:
    options = [each for each in said.get("anyOf", [said]) if each != {"type": "null"}]
    made = {"key": key, **_kind(shape, options), "about": said.get("description", "")}
    if said.get("examples"):
        made["example"] = said["examples"][0]
    return made


def _kind(shape: Shape, options: list[Json]) -> Json:
    if shape.kind in {"section", "sections"} and shape.model:
        worded = {"worded": True} if shape.model.__name__ in _WORDED else {}
        return {"kind": shape.kind, "model": shape.model.__name__, **worded}
    if shape.kind == "table" and shape.inner:
        inner = shape.inner.model
        return {"kind": "table", **({"model": inner.__name__} if inner else {"of": _values_of(shape.inner)})}
    if shape.kind != "values":
        return _value(options) | _numbered(options)
    items = options[0].get("items", {})
    if "enum" in items:
        return {"kind": "choices", "choices": items["enum"]}
    single = {"single": True} if shape.single else {}
    return {"kind": "texts"} | single | _numbered(items.get("anyOf", []))


def _numbered(options: list[Json]) -> Json:
    """Whether what looks like a number is one, although words would do as well."""
    types = [each.get("type") for each in options]
    return {"numbered": True} if {"string", "integer"} <= set(types) else {}


def _values_of(shape: Shape) -> str:
    return "texts" if shape.kind == "values" else "prose"


def _value(options: list[Json]) -> Json:
    """A single value. Where a number would do as well as words, words are asked for."""
    said = options[0]
    if "enum" in said:
        return {"kind": "choice", "choices": said["enum"]}
    if said.get("type") == "boolean":
        return {"kind": "yes"}
    if said.get("format") == "date":
        return {"kind": "day"}
    if said.get("type") in {"integer", "number"}:
        return {"kind": "number", **_bounds(said)}
    length = said.get("maxLength", 0)
    made: Json = {"kind": "prose" if length > _LINE else "text"}
    if length:
        made["length"] = length
    if "pattern" in said and len(options) == 1:
        made["pattern"] = said["pattern"]
    return made


def _bounds(said: Json) -> Json:
    bounds = {
        "least": said.get("minimum"),
        "most": said.get("maximum"),
        "above": said.get("exclusiveMinimum"),
    }
    made = {name: bound for name, bound in bounds.items() if bound is not None}
    return made | ({"whole": True} if said["type"] == "integer" else {})
