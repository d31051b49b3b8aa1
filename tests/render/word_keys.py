"""Finds the keys of words that templates and the program ask for, as patterns with `*`."""

from __future__ import annotations

import ast
import itertools
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from jinja2 import Environment

ANYTHING: Final = frozenset({"*"})
Scope = "Mapping[str, frozenset[str]]"


def values(node: nodes.Node, scope: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The texts that an expression of a template can be; `*` stands for what is not known."""
    match node:
        case nodes.Const(value=str(text)):
            return frozenset({text})
        case nodes.Name(name=name):
            return scope.get(name, ANYTHING)
        case nodes.CondExpr(expr1=one, expr2=nodes.Node() as other):
            return values(one, scope) | values(other, scope)
        case nodes.Or(left=one, right=other):
            return values(one, scope) | values(other, scope)
        case nodes.Getitem(node=nodes.Tuple(items=items)):
            return frozenset().union(*(values(item, scope) for item in items))
        case nodes.Getitem(node=nodes.Dict(items=pairs)):
            return frozenset().union(*(values(pair.value, scope) for pair in pairs))
        case nodes.Concat(nodes=parts):
            choices = [sorted(values(part, scope)) for part in parts]
            return frozenset("".join(chosen) for chosen in itertools.product(*choices))
    return ANYTHING


def _bound(loop: nodes.For, scope: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    """What a loop's names can be."""
    targets = loop.target.items if isinstance(loop.target, nodes.Tuple) else [loop.target]
    names = [target.name for target in targets if isinstance(target, nodes.Name)]
    if not isinstance(loop.iter, nodes.Tuple):
        return dict.fromkeys(names, ANYTHING)
    if len(names) == 1:
        return {names[0]: frozenset().union(*(values(item, scope) for item in loop.iter.items))}
    rows = [row.items for row in loop.iter.items if isinstance(row, nodes.Tuple)]
    return {
        name: frozenset().union(*(values(row[place], scope) for row in rows))
        for place, name in enumerate(names)
    }


def _walk(node: nodes.Node, scope: dict[str, frozenset[str]]) -> Iterator[str]:
    if isinstance(node, nodes.For):
        scope = scope | _bound(node, scope)
    if isinstance(node, nodes.Assign) and isinstance(node.target, nodes.Name):
        scope[node.target.name] = values(node.node, scope)
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "t":
        yield from values(node.args[0], scope)
    for child in node.iter_child_nodes():
        yield from _walk(child, scope)


def asked_by_template(environment: Environment, path: Path) -> set[str]:
    """The keys that a template asks for."""
    return set(_walk(environment.parse(path.read_text(encoding="utf-8")), {}))


def _pattern(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_pattern(part) if isinstance(part, ast.Constant) else "*" for part in node.values)
    return "*"


def asked_by_program(path: Path) -> set[str]:
    """The keys that a file of the program asks for."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in {"say", "raw", "t"}:
                found.add(_pattern(node.args[0]))
    return {key for key in found - ANYTHING if " " not in key}
