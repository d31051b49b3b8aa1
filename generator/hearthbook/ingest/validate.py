"""The model's verdict on a tree, as findings with places and remedies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from hearthbook.ingest.reader import error
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.ingest.tree import Listing, Mapping, Mark, Node, Scalar, to_data
from hearthbook.ingest.wording import example_of, found_as, kind_of, with_article
from hearthbook.model.community import Community
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from hearthbook.model.base import Section
    from hearthbook.model.findings import Finding

_SPECIAL: Final = {"on": "day", "description": "purpose", "title": "name", "summary": "tagline"}
"""Keys that people write -> the key they mean, where the spelling gives no clue."""

_SWITCHES: Final = {
    "true": {"true", "yes", "y", "on", "1"},
    "false": {"false", "no", "n", "off", "0"},
}
"""What to write -> what people write for it."""

_HOMES_LIMIT: Final = 3
"""A key that belongs in more places than this is rather a slip of the pen."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where an error is: the key, its mapping's class, its value."""

    key: str
    path: str
    mark: Mark
    node: Node | None
    model: type[BaseModel] | None


def _walk(tree: Mapping, model: type[Section], loc: Sequence[str | int]) -> _Spot:
    """Follows an error's location through the tree as far as it goes."""
    node: Node | None = tree
    mark, key, path = tree.mark, "", ""
    owner: type[Section] | None = model
    shape: Shape | None = Shape(kind="section", model=model)
    for part in loc:
        if isinstance(part, str) and isinstance(node, Mapping):
            entry = next((e for e in node.entries if e.key == part), None)
            inside = shape.model if shape and shape.kind in {"section", "sections"} else None
            table = shape.inner if shape and shape.kind == "table" else None
            owner = inside or owner
            shape = shapes(inside).get(part) if inside else table
            key, path = part, path + pointer(part)
            node = entry.value if entry else None
            mark = entry.mark if entry else mark
        elif isinstance(part, int) and isinstance(node, Listing) and part < len(node.items):
            node = node.items[part]
            mark, path = node.mark, path + pointer(part)
        else:
            break
    return _Spot(key, path, mark, node, owner)


@cache
def homes(model: type[Section], prefix: str = "") -> dict[str, tuple[str, ...]]:
    """Key -> the dotted paths at which the model knows it."""
    found: dict[str, tuple[str, ...]] = {}
    for key, shape in shapes(model).items():
        found[key] = (*found.get(key, ()), prefix + key)
        if shape.model:
            for inner, paths in homes(shape.model, f"{prefix}{key}.").items():
                found[inner] = (*found.get(inner, ()), *paths)
    return found


def _unknown(spot: _Spot, known: Sequence[str], model: type[Section]) -> tuple[str, str]:
    fact = f"there is no key `{spot.key}` here"
    if spot.key in _SPECIAL and _SPECIAL[spot.key] in known:
        return fact, f"did you mean `{_SPECIAL[spot.key]}`?"
    if spot.key == "on" and "when" in known:
        return fact, "write the weekday as `day` under `when`"
    places = list(dict.fromkeys(path.rpartition(".")[0] for path in homes(model).get(spot.key, ())))
    if len(spot.key) > 1 and 0 < len(places) <= _HOMES_LIMIT and all(places):
        return fact, "it belongs under " + " or ".join(f"`{place}`" for place in places)
    if near := get_close_matches(spot.key.lower(), known, n=1, cutoff=0.6):
        return fact, f"did you mean `{near[0]}`?"
    shown = ", ".join(key for key in known if key != "id")
    return fact, f"the keys here are {shown}"


def _wrong_type(spot: _Spot, wanted: str, example: str) -> tuple[str, str]:
    fact = f"`{spot.key}` is {found_as(spot.node)}, but should be {wanted}"
    scalar = spot.node if isinstance(spot.node, Scalar) else None
    if not scalar:
        return fact, f"write it as in `{example}`"
    if scalar.is_null:
        return fact, "write something, or take the entry out"
    if wanted == "text":
        return fact, f'put it in quotes: {spot.key}: "{scalar.text[:60]}"'
    if wanted == "true or false":
        lowered = scalar.text.strip().lower()
        words = [word for word, meanings in _SWITCHES.items() if lowered in meanings]
        return fact, "write " + " or ".join(f"`{spot.key}: {word}`" for word in words or _SWITCHES)
    if not scalar.plain and type(scalar._replace(plain=True).value()) in {int, float}:
        return fact, f"take the quotes away: {spot.key}: {scalar.text[:60]}"
    return fact, f"write it as in `{example}`"


def _bounds(error_: ErrorDetails, spot: _Spot) -> tuple[str, str] | None:
    context: dict[str, Any] = error_.get("ctx", {})
    kind = error_["type"]
    if kind == "string_too_short":
        return f"`{spot.key}` is empty", "write something, or take the key out"
    if kind == "string_too_long":
        limit = context["max_length"]
        return f"`{spot.key}` has more than {limit:,} characters", "say it shorter"
    if kind == "too_short":
        return f"`{spot.key}` is an empty list", "write at least one entry"
    words = {"greater_than_equal": ("ge", "at least"), "less_than_equal": ("le", "at most")}
    words |= {"greater_than": ("gt", "more than"), "less_than": ("lt", "less than")}
    if kind in words:
        name, phrase = words[kind]
        number = f"{float(context[name]):,g}"
        return f"`{spot.key}` is {error_['input']}", f"it should be {phrase} {number}"
    return None


def _text_pattern(spot: _Spot, example: str) -> tuple[str, str]:
    value = spot.node.text if isinstance(spot.node, Scalar) else spot.key
    fact = f"`{value[:80]}` cannot be used as a name in addresses"
    return fact, f"use letters, digits and single hyphens, as in `{example}`"


def _words(error_: ErrorDetails, spot: _Spot, model: type[Section]) -> tuple[str, str, str]:
    """Code, fact and remedy."""
    context: dict[str, Any] = error_.get("ctx", {})
    kind = error_["type"]
    example = example_of(spot.model, spot.key)
    if "hint" in context:
        return "HB009", context["message"], context["hint"]
    if kind == "extra_forbidden":
        known = list(shapes(spot.model)) if spot.model else []
        return "HB006", *_unknown(spot, known, model)
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", context["expected"])
        return "HB009", *_choice(spot, choices)
    if wanted := kind_of(kind):
        return "HB008", *_wrong_type(spot, wanted, example)
    if kind == "string_pattern_mismatch":
        return "HB009", *_text_pattern(spot, example.partition(": ")[2] or "ask-first")
    bounds = _bounds(error_, spot)
    if bounds:
        return "HB009", *bounds
    return "HB009", f"`{spot.key}`: {error_['msg']}", f"write it as in `{example}`"


def _choice(spot: _Spot, choices: list[str]) -> tuple[str, str]:
    value = spot.node.text if isinstance(spot.node, Scalar) else spot.key
    fact = f"`{spot.key}` cannot be `{value[:80]}`"
    near = get_close_matches(value.lower(), choices, n=1)
    listed = ", ".join(choices[:-1]) + f" or {choices[-1]}" if len(choices) > 1 else choices[0]
    return fact, f"did you mean `{near[0]}`?" if near else f"write {listed}"


def _missing(spot: _Spot, error_: ErrorDetails) -> tuple[str, str]:
    key = str(error_["loc"][-1])
    example = example_of(spot.model, key)
    if isinstance(spot.node, Scalar) and spot.node.is_null:
        return f"`{key}` is empty", f"write it, as in `{example}`"
    inside = ", ".join(
        f"entry {int(part) + 1}" if part.isdigit() else part
        for part in spot.path.strip("/").split("/")
        if part
    )
    if key == "id":
        return "this entry has no words to make its id from", "write its text, or give it an `id`"
    where = f" under `{inside}`" if inside else ""
    return f"{with_article(key)} is missing{where}", f"write it, as in `{example}`"


def _finding(error_: ErrorDetails, tree: Mapping, model: type[Section]) -> Finding:
    loc = [part for part in error_["loc"] if part != "[key]"]
    if error_["type"] == "missing":
        spot = _walk(tree, model, loc)
        if spot.node is None:
            outer = _walk(tree, model, loc[:-1])
            spot = replace(spot, mark=outer.mark, path=outer.path)
        fact, hint = _missing(spot, error_)
        found = error("HB007", spot.mark.place(), fact, hint)
    else:
        spot = _walk(tree, model, loc)
        code, fact, hint = _words(error_, spot, model)
        at_key = code == "HB006" or spot.node is None or "[key]" in error_["loc"]
        mark = spot.mark if at_key or spot.node is None else spot.node.mark
        found = error(code, mark.place(), fact, hint)
    return replace(found, pointer=spot.path)


def validate(tree: Mapping, *, whole: bool) -> tuple[Community | None, list[Finding]]:
    """The community, or what is wrong with it.

    With `whole` false (base files) missing keys are no findings: the files that
    extend it may bring them.
    """
    try:
        return Community.model_validate(to_data(tree.without(frozenset({"$schema"})))), []
    except ValidationError as problem:
        return None, findings_of(problem, tree, Community, whole=whole)


def findings_of(
    problem: ValidationError, tree: Mapping, model: type[Section], *, whole: bool = True
) -> list[Finding]:
    """The model's errors as findings, each at its place in the tree."""
    errors = problem.errors(include_url=False)
    if not whole:
        errors = [e for e in errors if e["type"] != "missing"]
    # an entry without words gets no id: what is wrong with its words is enough
    told = {e["loc"][:-1] for e in errors if e["type"] != "extra_forbidden" and e["loc"][-1:] != ("id",)}
    kept = [e for e in errors if not (e["loc"][-1:] == ("id",) and e["loc"][:-1] in told)]
    return [_finding(error_, tree, model) for error_ in kept]
