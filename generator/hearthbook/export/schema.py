"""JSON Schemas (draft-07) of a community's file, of a base file and of an article's facts, for editors.

Made from the model, so that a key is described in one place only. Short forms
are accepted beside the long ones. What is required is said apart from the
shapes, because a file that extends another may leave anything to it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final, Literal

from pydantic.json_schema import GenerateJsonSchema

from hearthbook.export.sentences import sentences
from hearthbook.ingest.frontmatter import FrontMatter
from hearthbook.ingest.shapes import is_item, shapes
from hearthbook.model.community import Community
from hearthbook.model.recurrence import LAST_DAY

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

    from hearthbook.model.base import Section, Short

Kind = Literal["community", "base", "article"]
Schema = dict[str, Any]

KINDS: Final[tuple[Kind, ...]] = ("community", "base", "article")
DIALECT: Final = "http://json-schema.org/draft-07/schema#"
_REMOVE: Final[Schema] = {
    "title": "Remove",
    "description": "With `true`, takes this entry of the extended file away.",
    "type": "boolean",
    "const": True,
    "examples": [True],
}


class _Draft07(GenerateJsonSchema):
    schema_dialect = DIALECT


def _models(model: type[Section], found: dict[str, type[Section]]) -> dict[str, type[Section]]:
    """Name -> class, for every section below a model and itself."""
    found[model.__name__] = model
    for shape in shapes(model).values():
        inner = shape.model or (shape.inner.model if shape.inner else None)
        if inner and inner.__name__ not in found:
            _models(inner, found)
    return found


def _optional(schema: Schema) -> Schema:
    """The property, also satisfied by an empty value."""
    options = schema.get("anyOf", [])
    if {"type": "null"} in options:
        return schema
    notes: Schema = {k: schema[k] for k in ("title", "description", "examples", "default") if k in schema}
    rest = {key: value for key, value in schema.items() if key not in notes}
    choices = rest["anyOf"] if set(rest) == {"anyOf"} else [rest]
    return {**notes, "anyOf": [*choices, {"type": "null"}]}


def _notes(key: str, field: FieldInfo, said: str) -> Schema:
    """Title, description and examples; pydantic leaves some out beside a reference."""
    title = key.replace("_", " ").capitalize()
    return {"title": title, "description": said, "examples": field.examples or []}


def _explained(schema: Schema, notes: Schema) -> Schema:
    """The property with its notes; keys that pydantic writes stand in its order."""
    known = schema if "$ref" in schema else dict(sorted({**schema, **notes}.items()))
    return {**known, **notes}


def _section(name: str, schema: Schema, model: type[Section]) -> Schema:
    """A section's definition: its mapping, and its short form where it has one."""
    apart = {"$defs", "required", "description", "title"}
    body = {key: value for key, value in schema.items() if key not in apart}
    said = sentences(model)
    body["properties"] = {
        key: _optional(_explained(schema["properties"][key], _notes(key, info, said.get(name, ""))))
        for name, info in model.model_fields.items()
        for key in (info.alias or name,)
    }
    if is_item(model):
        body["properties"]["remove"] = _REMOVE
    notes = {"title": name, "description": schema.get("description", "")}
    if name == "When":
        text = {"type": "string", "description": "In words, as in `every Tuesday at 17:00`."}
        return {**notes, "anyOf": [body, text]}
    if name == "Slot":
        text = {"type": "string", "description": "In words, as in `Monday at 13:00 Europe/Berlin`."}
        return {**notes, "anyOf": [body, text, {"type": "integer", "minimum": 1, "maximum": LAST_DAY}]}
    if not model.short:
        return {**notes, **body}
    return {**notes, "anyOf": [body, _short(model.short, body["properties"])]}


def _short(short: Short, properties: Schema) -> Schema:
    """What may stand in place of a section: the value of its main key."""
    if short.then:
        note = f"Short for `{short.field}` and, after a comma, `{short.then}`."
        return {"type": "string", "description": note}
    values = [each for each in properties[short.field]["anyOf"] if each != {"type": "null"}]
    note = f"Short for `{short.field}`."
    return {**values[0], "description": note} if len(values) == 1 else {"anyOf": values, "description": note}


def _keyed(schema: Schema, definitions: Schema) -> Schema:
    """A list that may be a mapping: the mapping's values get the entry's own keys."""
    listed, mapping = schema["anyOf"][0], schema["anyOf"][1]
    name = listed["items"]["$ref"].rpartition("/")[2]
    entry = definitions[name]
    body = entry["anyOf"][0] if "anyOf" in entry else entry
    plain = {key: value for key, value in body.items() if key not in {"title", "description"}}
    options = [{"type": "string"}, plain, {"type": "null"}]
    return {"anyOf": [listed, {**mapping, "additionalProperties": {"anyOf": options}}]}


def _with_keyed(model: type[Section], body: Schema, definitions: Schema) -> None:
    for key, shape in shapes(model).items():
        if shape.keyed:
            prop = body["properties"][key]
            options = [o for o in prop["anyOf"] if o != {"type": "null"}]
            keyed = _keyed({"anyOf": options}, definitions)["anyOf"]
            prop["anyOf"] = [*keyed, {"type": "null"}]


def _tables(model: type[Section], body: Schema) -> None:
    """An empty value in a mapping by free keys takes an inherited entry away."""
    for key, shape in shapes(model).items():
        if shape.kind == "table":
            for option in body["properties"][key]["anyOf"]:
                if "additionalProperties" in option:
                    values = option["additionalProperties"]
                    option["additionalProperties"] = {"anyOf": [values, {"type": "null"}]}


def _clean(node: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    """Draft-07 ignores what stands beside `$ref`, so the reference moves into `allOf`."""
    if isinstance(node, list):
        return [_clean(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _clean(value) for key, value in node.items() if key != "default"}
    if "$ref" in kept and len(kept) > 1:
        kept["allOf"] = [{"$ref": kept.pop("$ref")}]
    return kept


def _required(model: type[Section]) -> Schema:
    """What must be there in a file that stands by itself, as a schema of its own."""
    names = [info.alias or name for name, info in model.model_fields.items() if info.is_required()]
    overlay: Schema = {}
    if needed := [name for name in names if name != "id"]:
        overlay["required"] = needed
    properties = {}
    for key, shape in shapes(model).items():
        inner = _required(shape.model) if shape.model else {}
        if inner:
            properties[key] = {"items": inner} if shape.kind == "sections" else inner
    if properties:
        overlay["properties"] = properties
    return overlay


_TITLES: Final[dict[Kind, str]] = {
    "community": "A community",
    "base": "Facts that several communities share",
    "article": "The facts at the top of an article",
}


def _whole(model: type[Section]) -> Schema:
    """A model with all that it is made of."""
    raw = model.model_json_schema(
        ref_template="#/definitions/{model}", schema_generator=_Draft07, mode="validation"
    )
    models = _models(model, {})
    inner = raw.get("$defs", {}).items()
    definitions = {name: _section(name, some, models[name]) for name, some in sorted(inner)}
    body = _section(model.__name__, raw, model)
    for name, some in [*definitions.items(), (model.__name__, body)]:
        shape = some["anyOf"][0] if "anyOf" in some else some
        _with_keyed(models[name], shape, definitions)
        _tables(models[name], shape)
    return {"$schema": DIALECT, **body, **({"definitions": definitions} if definitions else {})}


def schema(kind: Kind) -> Schema:
    """The JSON Schema of a community's file, of a base file, or of an article's front matter."""
    whole = _whole(FrontMatter if kind == "article" else Community) | {"title": _TITLES[kind]}
    if kind != "article":
        whole["properties"] = {
            "$schema": {
                "title": "Schema",
                "description": "The schema that editors check this file against.",
                "type": "string",
                "examples": [f".schema/{kind}.json"],
            },
            **whole["properties"],
        }
    if kind == "community":
        whole |= {"if": {"required": ["extends"]}, "then": {"required": ["name"]}}
        whole["else"] = _required(Community)
    cleaned: Schema = _clean(whole)
    return cleaned


def schema_text(kind: Kind) -> str:
    """The schema as it is written to a file."""
    return json.dumps(schema(kind), indent=1, ensure_ascii=False) + "\n"
