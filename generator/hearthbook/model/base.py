"""What all sections of a community share: frozen, strict, and explained.

The sentence under each field is its description in the JSON Schema, in editors
and in the docs. The two kinds of short form are declared here once, and read by
`ingest` (which expands them) and by the schema (which accepts them).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, Field

from hearthbook.model.texts import Id

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Short:
    """A mapping that may be written as a single value."""

    field: str
    """The key that the value stands for."""
    then: str = ""
    """The key for what follows the last comma, as in `Ada Example, ada@example.org`."""
    number: bool = False
    """Whether the single value is a number, not text."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A list of mappings that may be written as a mapping, in the order given."""

    key: str
    """Which field the mapping's keys stand for."""
    value: str
    """Which field a plain value stands for."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        """The list as it is, or a mapping whose values are entries or plain text."""
        listed = handler(core)
        entry = {"anyOf": [{"type": "string"}, {"type": "object"}, {"type": "null"}]}
        keyed = {"type": "object", "additionalProperties": entry}
        return {"anyOf": [listed, keyed]}


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """A list that may be written as its only entry."""

    words: bool = False
    """Whether the values are words, so that a comma in a single one is a slip."""

    def __get_pydantic_json_schema__(self, core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
        """The list as it is, or a single one of its values."""
        listed = handler(core)
        return {"anyOf": [listed, listed["items"]]}


Some = Annotated[tuple[T, ...], OneOrMore()]
Words = Annotated[tuple[T, ...], OneOrMore(words=True)]


class Section(BaseModel):
    """A mapping in a community's file."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        allow_inf_nan=False,
        validate_by_name=False,
        validate_by_alias=True,
    )

    short: ClassVar[Short | None] = None
    """How the section may be written as a single value, if it may."""


class Item(Section):
    """A mapping in a list: it has an id, by which it is linked, merged and compared."""

    id_from: ClassVar[tuple[str, ...]] = ("name",)
    """Where the id comes from when none is given: the first of these keys that is set."""

    id: Id = Field(examples=["credit"])
    """Names this entry in addresses, in `extends` and in comparisons; made from its own words if left out."""
