"""YAML as people write it: block style, quotes only where they are needed, long text folded."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

Value: TypeAlias = "str | float | bool | Sequence[Value] | Mapping[str, Value]"
"""What a key may hold; whole numbers are among the floats."""

_WIDTH: Final = 96
_PLAIN: Final = re.compile(r"[A-Za-z](?:[A-Za-z0-9_ .,'()/?!;-]|:(?=//))*|\d{4}-\d\d-\d\d")
_OTHER_MEANING: Final = re.compile(r"(?:true|false|yes|no|on|off|y|n|null)", re.IGNORECASE)


def dump(facts: Mapping[str, Value]) -> str:
    """The text of a file that holds these keys, in their order."""
    return "\n".join(_mapping(facts, 0)) + "\n"


def _mapping(facts: Mapping[str, Value], indent: int) -> Iterator[str]:
    for key, value in facts.items():
        yield from _entry(f"{' ' * indent}{_scalar(key)}:", value, indent)


def _entry(start: str, value: Value, indent: int) -> Iterator[str]:
    """One key with its value, on its own line where that fits and below otherwise."""
    if isinstance(value, str) and "\n" in value:
        yield f"{start} |"
        yield from (textwrap.indent(line, " " * (indent + 2)) for line in value.splitlines())
    elif isinstance(value, str) and len(start) + len(value) > _WIDTH:
        yield f"{start} >-"
        lines = textwrap.wrap(value, _WIDTH - indent - 2, break_long_words=False, break_on_hyphens=False)
        yield from (" " * (indent + 2) + line for line in lines)
    elif isinstance(value, str | int | float):
        yield f"{start} {_scalar(value)}"
    elif not value:
        yield f"{start} {'{}' if isinstance(value, Mapping) else '[]'}"
    else:
        yield start
        yield from _below(value, indent + 2)


def _below(value: Sequence[Value] | Mapping[str, Value], indent: int) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield from _mapping(value, indent)
        return
    for item in value:
        yield from _item(item, indent)


def _item(item: Value, indent: int) -> Iterator[str]:
    """An entry of a list; a mapping begins on the line of its hyphen."""
    dash = " " * indent + "-"
    if not isinstance(item, Mapping):
        yield from _entry(dash, item, indent)
        return
    first, *rest = _mapping(item, indent + 2)
    yield f"{dash} {first.lstrip()}"
    yield from rest


def _scalar(value: float | str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return str(value)
    plain = _PLAIN.fullmatch(value) and not _OTHER_MEANING.fullmatch(value) and not value.endswith(" ")
    return value if plain else json.dumps(value, ensure_ascii=False)
