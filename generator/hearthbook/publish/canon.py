"""Settings as values of which a digest can be made: the same in each process and on each machine."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from functools import partial
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

_PLAIN: Final = (type(None), bool, int, float, str)
_ADDRESS: Final = re.compile(r" at 0x[0-9a-fA-F]+")
"""Where a value lies in memory, which each process says otherwise."""


def canonical(value: object, around: tuple[object, ...] = ()) -> Any:  # noqa: ANN401 - JSON of any shape
    """The value as JSON knows it; functions and classes by their names, objects by what they hold.

    `around` are the values that hold this one, so that a ring of them comes to an end.
    """
    if type(value) in _PLAIN:
        return value
    if any(value is each for each in around):
        return {"ring": _name(type(value))}
    if isinstance(value, MkDocsConfig):
        # what counts of it is said apart, and some of it is where the project lies
        return {"config": "mkdocs.yml"}
    return {_name(type(value)): _inside(value, (*around, value))}


def _inside(value: object, around: tuple[object, ...]) -> Any:  # noqa: ANN401 - the same
    """What tells a value from others of its type."""
    if isinstance(value, type | FunctionType | BuiltinFunctionType | MethodType | ModuleType | partial):
        return _called(value, around)
    if isinstance(value, Enum):
        return value.name
    if isinstance(value, bytes | bytearray):
        return value.hex()
    if isinstance(value, str | int | float):
        return str(value)
    if isinstance(value, Mapping | AbstractSet | Sequence):
        return _held(value, around)
    return _object(value, around)


def _called(value: Any, around: tuple[object, ...]) -> Any:  # noqa: ANN401 - the same
    """Something that has a name, with what was bound to it."""
    if isinstance(value, partial):
        return [canonical(each, around) for each in (value.func, value.args, value.keywords)]
    if isinstance(value, MethodType):
        return [canonical(each, around) for each in (value.__func__, value.__self__)]
    if isinstance(value, FunctionType):
        cells = [_content(cell) for cell in value.__closure__ or ()]
        bound = (value.__defaults__, value.__kwdefaults__, cells)
        return [_name(value), *(canonical(each, around) for each in bound)]
    owner = getattr(value, "__self__", None) if isinstance(value, BuiltinFunctionType) else None
    bare = owner is None or isinstance(owner, ModuleType)
    return _name(value) if bare else [_name(value), canonical(owner, around)]


def _content(cell: Any) -> object:  # noqa: ANN401 - Python has no public name for its type
    try:
        found: object = cell.cell_contents
    except ValueError:
        return None
    return found


def _held(value: Any, around: tuple[object, ...]) -> Any:  # noqa: ANN401 - the same
    """What a container holds: in its order, because templates and plugins see it, if it has one."""
    if isinstance(value, Mapping):
        return [[canonical(key, around), canonical(each, around)] for key, each in value.items()]
    rows = [canonical(each, around) for each in value]
    return sorted(rows, key=json.dumps) if isinstance(value, AbstractSet) else rows


def _object(value: object, around: tuple[object, ...]) -> Any:  # noqa: ANN401 - the same
    """Any other value: a path as text, else its fields, else its own words."""
    if isinstance(value, os.PathLike) and not hasattr(value, "__dict__"):
        return os.fsdecode(value)
    names = [name for kind in type(value).__mro__ for name in _slots(kind)]
    fields = {name: getattr(value, name) for name in names if hasattr(value, name)}
    fields |= getattr(value, "__dict__", {})
    if fields or type(value).__repr__ is object.__repr__:
        return [[name, canonical(each, around)] for name, each in sorted(fields.items())]
    return _ADDRESS.sub("", repr(value))


def _slots(kind: type) -> tuple[str, ...]:
    named = kind.__dict__.get("__slots__", ())
    names = (named,) if isinstance(named, str) else tuple(named)
    return tuple(name for name in names if name not in {"__dict__", "__weakref__"})


def _name(value: Any) -> str:  # noqa: ANN401 - the same
    """`module:name` of a class or function; the name of a module."""
    if isinstance(value, ModuleType):
        return value.__name__
    return f"{value.__module__}:{value.__qualname__}"
