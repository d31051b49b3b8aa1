"""Small words that the findings of intake share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from hearthbook.ingest.shapes import attributes
from hearthbook.ingest.tree import Listing, Mapping, Node, Scalar

if TYPE_CHECKING:
    from pydantic import BaseModel

_KINDS: Final = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "int_parsing_size": "a whole number",
    "float_type": "a number",
    "finite_number": "a finite number",
    "bool_type": "true or false",
    "date_type": "a date",
    "time_type": "a time of day",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "a mapping of keys and values",
    "model_attributes_type": "a mapping of keys and values",
    "dict_type": "a mapping of keys and values",
}


def kind_of(error_type: str) -> str:
    """What the model wanted, in words; empty for other errors."""
    return _KINDS.get(error_type, "")


def found_as(node: Node | None) -> str:
    """What stands there, in words."""
    if isinstance(node, Listing):
        return "a list"
    if isinstance(node, Mapping):
        return "a mapping of keys and values"
    if node is None:
        return "missing"
    value = node.value() if isinstance(node, Scalar) else None
    if isinstance(value, bool):
        return f"`{node.text}`"
    if isinstance(value, int | float):
        return f"the number {node.text[:60]}"
    return "empty" if value is None else f"the text `{node.text[:60]}`"


def in_quotes(text: str) -> str:
    """The text as YAML reads it back whatever it holds."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'" if '"' in text or "\\" in text else f'"{text}"'


def flow(value: object) -> str:
    """The value as it is written inside braces."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(flow(inner) for inner in value) + "]"
    text = str(value)
    needs_quotes = isinstance(value, str) and (
        text[:1] in "#@&*!%`\"'[{0123456789" or ": " in text or "," in text
    )
    return in_quotes(text) if needs_quotes else text


def example_of(model: type[BaseModel] | None, key: str) -> str:
    """`key: value` with a valid example from the model, or the key alone."""
    name = attributes(model).get(key) if model else None
    examples = model.model_fields[name].examples if model and name else None
    return f"{key}: {flow(examples[0])}" if examples else key


def with_article(key: str) -> str:
    """The key as the subject of a sentence."""
    return f"the key `{key}`"
