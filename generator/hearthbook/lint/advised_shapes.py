"""The shapes of a community's sections, as a browser needs them to write out what is written short."""

from __future__ import annotations

from datetime import date, time
from typing import Any, get_args

from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.model.base import Item, Section
from hearthbook.model.community import Community

Json = dict[str, Any]


def advised_shapes() -> Json:
    """Name of a model -> what may stand in it, and how it may be written short."""
    found: Json = {}
    waiting: list[type[Section]] = [Community]
    while waiting:
        model = waiting.pop()
        if model.__name__ not in found:
            found[model.__name__] = _model(model)
            inner = (shape.inner or shape for shape in shapes(model).values())
            waiting += [shape.model for shape in inner if shape.model]
    return found


def _model(model: type[Section]) -> Json:
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    keys = {key: _shape(shape, fields[key].annotation) for key, shape in shapes(model).items()}
    for key, info in fields.items():
        if isinstance(info.default, str | bool):
            keys[key]["otherwise"] = info.default
    made: Json = {"keys": keys}
    if issubclass(model, Item):
        made["id_from"] = list(model.id_from)
    if model.short:
        made["short"] = {"field": model.short.field, "then": model.short.then}
    return made


def _shape(shape: Shape, annotation: object) -> Json:
    """One key: its kind, the model below it, and whether what stands there is a day or an hour."""
    below = shape.inner or shape
    made: Json = {"kind": shape.kind}
    if below.model:
        made["model"] = below.model.__name__
    if shape.keyed:
        made["keyed"] = [shape.keyed.key, shape.keyed.value]
    if shape.inner:
        made["inner"] = {"kind": below.kind, "single": below.single}
        made["inner"] |= {"model": below.model.__name__} if below.model else {}
    return made | ({"single": True} if shape.single else {}) | ({"clock": True} if _clock(annotation) else {})


def _clock(annotation: object) -> bool:
    """Whether a value is a day or an hour, which is no text."""
    return annotation in {date, time} or any(_clock(each) for each in get_args(annotation))
