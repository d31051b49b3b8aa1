"""A community as facts that can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic_core import to_json

from hearthbook.ingest.shapes import shapes
from hearthbook.model.community import Community

if TYPE_CHECKING:
    from pydantic import JsonValue

    from hearthbook.ingest.shapes import Shape
    from hearthbook.model.base import Section
    from hearthbook.model.changes import Facts

_EMPTY: Final[Facts] = {}


def facts_of(community: Community) -> Facts:
    """The community as JSON, in the order of the model.

    Keys are those of the files, dates and times are text, entries of lists have their ids. What holds
    anyway is left out: defaults, empty lists, and sections in which nothing is said.
    """
    return _said(community.model_dump(mode="json", by_alias=True, exclude_defaults=True), Community)


def _said(section: Facts, model: type[Section]) -> Facts:
    """A section without those in which nothing is said."""
    known = shapes(model)
    parts = {key: _tidied(value, known[key]) for key, value in section.items()}
    return {key: value for key, value in parts.items() if value != _EMPTY}


def _tidied(value: JsonValue, shape: Shape) -> JsonValue:
    """The same for the value of a key; in a table, somebody of whom nothing is said is somebody."""
    if shape.model is None:
        return value
    if isinstance(value, list):
        return [_said(each, shape.model) if isinstance(each, dict) else each for each in value]
    return _said(value, shape.model) if isinstance(value, dict) else value


def community_of(facts: Facts) -> Community:
    """The community that facts describe; a pydantic ValidationError where they describe none."""
    return Community.model_validate_json(to_json(facts))
