"""The model's verdict on a tree, as findings with places and remedies."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel, ValidationError

from hearthbook.ingest.fixes import choice_fix, key_fix, zone_fix
from hearthbook.ingest.reader import error
from hearthbook.ingest.shapes import Shape, attributes, shapes
from hearthbook.ingest.tree import Entry, Listing, Mapping, Mark, Node, Scalar, to_data
from hearthbook.ingest.wording import example_of, flow, found_as, kind_of, with_article
from hearthbook.model.base import Section
from hearthbook.model.community import Community
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic_core import ErrorDetails

    from hearthbook.model.edits import Edit
    from hearthbook.model.findings import Finding

_SPECIAL: Final = {"on": "day", "description": "purpose", "title": "name", "summary": "tagline"}
"""Keys that people write -> the key they mean, where the spelling gives no clue."""

_SWITCHES: Final = {
    "true": {"true", "yes", "y", "on", "1"},
    "false": {"false", "no", "n", "off", "0"},
}
"""What to write -> what people write for it."""

_MAY_FOLLOW: Final = frozenset({"missing", "when_empty", "day_without_every"})
"""Errors that the files which extend a base file may still mend."""

_DIGITS: Final = re.compile(r"[-+]?[0-9]+")

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
    shown: str | None = None
    """The key that people wrote where it is another: a section's short form; empty for an entry's."""

    @property
    def label(self) -> str:
        """What stands here, as the subject of a sentence."""
        return f"`{self.written}`" if self.written else "this entry"

    @property
    def written(self) -> str:
        """The key that people wrote."""
        return self.key if self.shown is None else self.shown

    def as_in(self, value: str) -> str:
        """The value as people should write it here."""
        return f"{self.written}: {value}" if self.written else value

    @property
    def example(self) -> str:
        """The same with a valid value from the model."""
        _, colon, value = example_of(self.model, self.key).partition(": ")
        return self.as_in(value) if colon else self.written or self.key


def _walk(tree: Mapping, model: type[Section], loc: Sequence[str | int]) -> _Spot:
    """Follows an error's location through the tree as far as it goes."""
    node: Node | None = tree
    mark, key, path = tree.mark, "", ""
    outer: str | int = ""
    shown: str | None = None
    owner: type[Section] | None = model
    shape: Shape | None = Shape(kind="section", model=model)
    for part in loc:
        if isinstance(part, str) and isinstance(node, Mapping):
            entry = next((e for e in node.entries if e.key == part), None)
            inside = shape.model if shape and shape.kind in {"section", "sections"} else None
            table = shape.inner if shape and shape.kind == "table" else None
            owner = inside or owner
            shape = shapes(inside).get(part) if inside else table
            shown = _short_key(entry, inside, outer)
            key, path, outer = part, path + pointer(part), part
            node = entry.value if entry else None
            mark = entry.mark if entry else mark
        elif isinstance(part, int) and isinstance(node, Listing) and part < len(node.items):
            node = node.items[part]
            mark, path, outer = node.mark, path + pointer(part), part
        else:
            break
    return _Spot(key, path, mark, node, owner, shown)


def _short_key(entry: Entry | None, model: type[Section] | None, outer: str | int) -> str | None:
    """The key in whose place a short form stands; None where the entry was written out."""
    short = model.short if model else None
    # a short form written out has its key and its value in one place
    if not entry or not short or entry.key != short.field or entry.mark != entry.value.mark:
        return None
    return outer if isinstance(outer, str) else ""


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


def _meant(key: str, known: Sequence[str]) -> str:
    """The key that somebody meant; empty where nothing comes near."""
    if _SPECIAL.get(key) in known:
        return _SPECIAL[key]
    near = get_close_matches(key.lower(), known, n=1, cutoff=0.6)
    return near[0] if near else ""


def _unknown(spot: _Spot, known: Sequence[str], model: type[Section]) -> tuple[str, str]:
    fact = f"there is no key `{spot.key}` here"
    if spot.key in _SPECIAL and _SPECIAL[spot.key] in known:
        return fact, f"did you mean `{_SPECIAL[spot.key]}`?"
    if spot.key == "on" and "when" in known:
        return fact, "write the weekday as `day` under `when`"
    places = list(dict.fromkeys(path.rpartition(".")[0] for path in homes(model).get(spot.key, ())))
    if len(spot.key) > 1 and 0 < len(places) <= _HOMES_LIMIT and all(places):
        return fact, "it belongs under " + " or ".join(f"`{place}`" for place in places)
    if near := _meant(spot.key, known):
        return fact, f"did you mean `{near}`?"
    shown = ", ".join(key for key in known if key != "id")
    return fact, f"the keys here are {shown}"


def _no_list(spot: _Spot) -> str:
    """How to write as a list what is a text or a mapping."""
    name = attributes(spot.model).get(spot.key) if spot.model else None
    examples = spot.model.model_fields[name].examples if spot.model and name else None
    first = flow(examples[0][0]) if examples and isinstance(examples[0], list) else "..."
    if isinstance(spot.node, Scalar) and spot.node.text.strip():
        first = flow(spot.node.text[:200])
        return f"write it below, behind a dash: `- {first}`, or in brackets: `{spot.written}: [{first}]`"
    return f"put a dash before each entry, as in `- {first}`"


def _wrong_type(spot: _Spot, wanted: str) -> tuple[str, str]:
    fact = f"{spot.label} is {found_as(spot.node)}, but should be {wanted}"
    scalar = spot.node if isinstance(spot.node, Scalar) else None
    example = spot.example
    if wanted == "a list":
        return fact, _no_list(spot)
    if not scalar:
        return fact, f"write it as in `{example}`"
    if wanted == "a whole number" and _DIGITS.fullmatch(scalar.text) and scalar.plain:
        return f"{spot.label} is too big a number", f"write a smaller one, as in `{example}`"
    if scalar.is_null:
        return fact, "write something, or take the entry out"
    if wanted == "text":
        return fact, "put it in quotes: " + spot.as_in(f'"{scalar.text[:60]}"')
    if wanted == "true or false":
        lowered = scalar.text.strip().lower()
        words = [word for word, meanings in _SWITCHES.items() if lowered in meanings]
        return fact, "write " + " or ".join(f"`{spot.as_in(word)}`" for word in words or _SWITCHES)
    if not scalar.plain and type(scalar._replace(plain=True).value()) in {int, float}:
        return fact, f"take the quotes away: {spot.as_in(scalar.text[:60])}"
    return fact, f"write it as in `{example}`"


def _bounds(error_: ErrorDetails, spot: _Spot) -> tuple[str, str] | None:
    context: dict[str, Any] = error_.get("ctx", {})
    kind = error_["type"]
    if kind == "string_too_short":
        return f"{spot.label} is empty", "write something, or take it out"
    if kind == "string_too_long":
        limit = context["max_length"]
        return f"{spot.label} has more than {limit:,} characters", "say it shorter"
    if kind == "too_long":
        return f"{spot.label} has more than {context['max_length']} entries", "take some out"
    if kind == "too_short":
        return f"{spot.label} is an empty list", "write at least one entry"
    words = {"greater_than_equal": ("ge", "at least"), "less_than_equal": ("le", "at most")}
    words |= {"greater_than": ("gt", "more than"), "less_than": ("lt", "less than")}
    if kind in words:
        name, phrase = words[kind]
        number = f"{float(context[name]):,g}"
        return f"{spot.label} is {error_['input']}", f"it should be {phrase} {number}"
    return None


def _text_pattern(spot: _Spot, example: str) -> tuple[str, str]:
    value = spot.node.text if isinstance(spot.node, Scalar) else spot.key
    fact = f"`{value[:80]}` cannot be used as a name in addresses"
    return fact, f"use letters, digits and single hyphens, as in `{example}`"


def _words(error_: ErrorDetails, spot: _Spot, model: type[Section]) -> tuple[str, str, str]:
    """Code, fact and remedy."""
    context: dict[str, Any] = error_.get("ctx", {})
    kind = error_["type"]
    example = spot.example
    if "hint" in context:
        return "HB009", context["message"], context["hint"]
    if kind == "extra_forbidden":
        known = list(shapes(spot.model)) if spot.model else []
        return "HB006", *_unknown(spot, known, model)
    if kind == "literal_error":
        choices = re.findall(r"'([^']*)'", context["expected"])
        return "HB009", *_choice(spot, choices)
    if wanted := kind_of(kind):
        return "HB008", *_wrong_type(spot, wanted)
    if kind == "string_pattern_mismatch":
        return "HB009", *_text_pattern(spot, example.partition(": ")[2] or "ask-first")
    bounds = _bounds(error_, spot)
    if bounds:
        return "HB009", *bounds
    return "HB009", f"`{spot.key}`: {error_['msg']}", f"write it as in `{example}`"


def _choice(spot: _Spot, choices: list[str]) -> tuple[str, str]:
    value = spot.node.text if isinstance(spot.node, Scalar) else spot.key
    fact = f"{spot.label} cannot be `{value[:80]}`"
    near = get_close_matches(value.lower(), choices, n=1)
    listed = ", ".join(choices[:-1]) + f" or {choices[-1]}" if len(choices) > 1 else choices[0]
    return fact, f"did you mean `{near[0]}`?" if near else f"write {listed}"


def _missing(spot: _Spot, error_: ErrorDetails) -> tuple[str, str]:
    key = str(error_["loc"][-1])
    example = example_of(spot.model, key)
    if isinstance(spot.node, Scalar) and spot.node.is_null:
        return f"{spot.label} is empty", f"write it, as in `{spot.example}`"
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
        # what is written elsewhere, such as in articles, is not ours to mend
        if model is Community and (at_key == (code == "HB006")):
            fix = _fix(error_, spot, hint, _walk(tree, model, loc[:-1]).node)
            found = replace(found, fix=fix)
    return replace(found, pointer=spot.path)


def _fix(error_: ErrorDetails, spot: _Spot, hint: str, inside: Node | None) -> Edit | None:
    """The change that the hint speaks of, if nobody has to think about it."""
    fix = None
    if error_["type"] == "extra_forbidden":
        fix = key_fix(spot.key, spot.mark, list(shapes(spot.model)) if spot.model else [], inside)
    elif error_["type"] == "literal_error":
        fix = choice_fix(spot.node, re.findall(r"'([^']*)'", error_["ctx"]["expected"]))
    elif error_["type"] == "zone_short":
        return zone_fix(spot.node)
    return fix if fix and hint == f"did you mean `{fix.new[0]}`?" else None


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
        errors = [e for e in errors if e["type"] not in _MAY_FOLLOW]
    # an entry without words gets no id: what is wrong with its words is enough
    told = {e["loc"][:-1] for e in errors if e["type"] != "extra_forbidden" and e["loc"][-1:] != ("id",)}
    kept = [e for e in errors if not (e["loc"][-1:] == ("id",) and e["loc"][:-1] in told)]
    return [_finding(error_, tree, model) for error_ in kept if not _follows(error_, errors, tree, model)]


def _follows(error_: ErrorDetails, errors: list[ErrorDetails], tree: Mapping, model: type[Section]) -> bool:
    """Whether another error is the reason for this one: a misspelled key, an entry that is refused."""
    loc = error_["loc"]
    if error_["type"] == "too_short":
        return any(e["loc"][: len(loc)] == loc and len(e["loc"]) > len(loc) for e in errors)
    if error_["type"] != "missing":
        return False
    unknown = [e["loc"] for e in errors if e["type"] == "extra_forbidden" and e["loc"][:-1] == loc[:-1]]
    owner = _walk(tree, model, unknown[0]).model if unknown else None
    known = list(shapes(owner)) if owner and issubclass(owner, Section) else []
    return any(_meant(str(each[-1]), known) == loc[-1] for each in unknown)
