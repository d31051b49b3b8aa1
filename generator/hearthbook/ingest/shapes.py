"""What shape each key may have, read off the model."""

from __future__ import annotations

import types
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hearthbook.model.base import Item, Keyed, OneOrMore, Section
from hearthbook.model.texts import Refers

Kind = Literal["value", "values", "section", "sections", "table"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How the value of one key is built."""

    kind: Kind
    """A single value, a list of values, a mapping, a list of mappings, or a mapping by free keys."""
    model: type[Section] | None = None
    """The class of the mapping or of the list's entries."""
    keyed: Keyed | None = None
    """How a list of mappings may be written as a mapping."""
    single: bool = False
    """Whether a list may be written as its only entry."""
    words: bool = False
    """Whether a list holds words, so that a comma in a single one is a slip."""
    inner: Shape | None = None
    """The shape of a table's values."""
    refers: str = ""
    """What the text names: `person`, `spot`, `community`, or nothing."""


def _without_none(annotation: Any) -> Any:  # noqa: ANN401 - annotations have no type of their own
    if get_origin(annotation) in (Union, types.UnionType):
        rest = [part for part in get_args(annotation) if part is not types.NoneType]
        return rest[0]
    return annotation


def _shape(annotation: Any, metadata: tuple[object, ...] = ()) -> Shape:  # noqa: ANN401
    annotation = _without_none(annotation)
    while get_origin(annotation) is Annotated:
        annotation, *more = get_args(annotation)
        metadata = (*metadata, *more)
        annotation = _without_none(annotation)
    refers = next((item.to for item in metadata if isinstance(item, Refers)), "")
    if isinstance(annotation, type) and issubclass(annotation, Section):
        return Shape(kind="section", model=annotation)
    if get_origin(annotation) is tuple:
        entry = _shape(get_args(annotation)[0])
        some = next((item for item in metadata if isinstance(item, OneOrMore)), None)
        if entry.kind == "section":
            keyed = next((item for item in metadata if isinstance(item, Keyed)), None)
            return Shape(kind="sections", model=entry.model, keyed=keyed, single=some is not None)
        words = some is not None and some.words
        return Shape(kind="values", single=some is not None, words=words, refers=entry.refers)
    if get_origin(annotation) is dict:
        return Shape(kind="table", inner=_shape(get_args(annotation)[1]))
    return Shape(kind="value", refers=refers)


@cache
def shapes(model: type[Section]) -> dict[str, Shape]:
    """Key as written in YAML -> shape, for every field of the model."""
    return {
        info.alias or name: _shape(info.annotation, tuple(info.metadata))
        for name, info in model.model_fields.items()
    }


@cache
def attributes(model: type[Section]) -> dict[str, str]:
    """Key as written in YAML -> attribute of the model."""
    return {info.alias or name: name for name, info in model.model_fields.items()}


def is_item(model: type[Section] | None) -> bool:
    """Whether the model's mappings stand in lists and have ids."""
    return model is not None and issubclass(model, Item)
