"""The schemas by themselves: sound, explained all through, and current."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator

from hearthbook.export.schema import KINDS, schema, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from hearthbook.export.schema import Kind


def _nodes(node: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:  # noqa: ANN401 - JSON
    """Every mapping of a schema with the path to it, but for data inside examples."""
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            if key not in {"examples", "const", "enum"}:
                yield from _nodes(value, f"{path}/{key}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _nodes(value, f"{path}/{index}")


def _properties(kind: Kind) -> Iterator[tuple[str, dict[str, Any]]]:
    explained = {key: value for key, value in schema(kind).items() if key not in {"if", "then", "else"}}
    for path, node in _nodes(explained):
        if path.rpartition("/")[2] == "properties":
            yield from ((f"{path}/{key}", value) for key, value in node.items())


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_valid_draft_07(kind: Kind) -> None:
    made = schema(kind)
    Draft7Validator.check_schema(made)
    assert made["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_at_every_level_is_explained(kind: Kind) -> None:
    silent = [
        path
        for path, node in _properties(kind)
        if not (node.get("title") and node.get("description") and node.get("examples"))
    ]
    assert silent == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_reference_leads_somewhere(kind: Kind) -> None:
    made = schema(kind)
    for _, node in _nodes(made):
        if "$ref" in node:
            assert node["$ref"].removeprefix("#/definitions/") in made["definitions"]


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_stands_beside_a_reference(kind: Kind) -> None:
    assert [path for path, node in _nodes(schema(kind)) if "$ref" in node and len(node) > 1] == []


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_left_from_a_later_dialect(kind: Kind) -> None:
    text = json.dumps(schema(kind))
    assert not any(f'"{word}"' in text for word in ("$defs", "prefixItems", "unevaluatedProperties"))


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_the_same_whenever_it_is_made(kind: Kind) -> None:
    assert schema_text(kind) == schema_text(kind)
    assert json.loads(schema_text(kind)) == schema(kind)


@pytest.mark.parametrize("kind", KINDS)
def test_the_committed_schema_is_current(project_root: Path, kind: Kind) -> None:
    committed = project_root / "communities" / ".schema" / f"{kind}.json"
    assert committed.read_text(encoding="utf-8") == schema_text(kind), "run `hearthbook schema --write`"


def test_only_a_community_must_say_its_name() -> None:
    assert "else" in schema("community")
    assert "else" not in schema("base")
