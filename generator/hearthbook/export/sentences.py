"""The sentence under each field of the model, read from its source when a schema is made.

Pydantic would read the sources as well, but each time the program starts.
"""

from __future__ import annotations

import ast
import inspect
import sys
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from hearthbook.model.base import Section

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@cache
def sentences(model: type[Section]) -> Mapping[str, str]:
    """Name -> sentence, for the fields of a section and of those that it builds on."""
    kinds = [kind for kind in reversed(model.__mro__) if issubclass(kind, Section)]
    return {name: said for kind in kinds for name, said in _own(kind) if name in model.model_fields}


def _own(kind: type[Section]) -> Iterator[tuple[str, str]]:
    for field, below in pairwise(_classes(kind.__module__)[kind.__name__].body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            match below:
                case ast.Expr(value=ast.Constant(value=str(said))):
                    yield field.target.id, inspect.cleandoc(said)


@cache
def _classes(module: str) -> Mapping[str, ast.ClassDef]:
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}
