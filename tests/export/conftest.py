"""The schemas as validators, and YAML as editors read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor

from hearthbook.export.schema import KINDS, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hearthbook.export.schema import Kind

    Plain = Callable[[str], Any]
    Validators = Mapping[Kind, Draft7Validator]


class _DatesAsText(SafeConstructor):
    """Editors hand dates to the schema as they are written."""


_DatesAsText.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


@pytest.fixture(scope="session")
def plain() -> Plain:
    """Reads YAML 1.2 into plain data, dates as text."""

    def read(text: str) -> Any:  # noqa: ANN401 - whatever the file holds
        yaml = YAML(typ="safe", pure=True)
        yaml.Constructor = _DatesAsText
        return yaml.load(text)

    return read


@pytest.fixture(scope="session")
def validators() -> Validators:
    """The two schemas, ready to judge."""
    return {kind: Draft7Validator(schema(kind)) for kind in KINDS}
