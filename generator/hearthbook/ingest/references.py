"""Names that must exist: channels in steps, communities in lineages, people.

Works on trees, so that a file with other mistakes still gets all of them told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.ingest.reader import error
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.ingest.tree import Listing, Mapping, Mark, Node, Scalar
from hearthbook.model.findings import Severity
from hearthbook.model.sources import pointer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hearthbook.model.base import Section
    from hearthbook.model.findings import Finding

_ONE_WORD: Final = re.compile(r"^#?[^\s:/@.]+$")
_ID_LIKE: Final = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


class Reference(NamedTuple):
    """A text that names something, and where it stands."""

    to: str
    text: str
    pointer: str
    mark: Mark


def references(tree: Mapping, model: type[Section], path: str = "") -> Iterator[Reference]:
    """Every reference of a tree with short forms written out, in its order."""
    known = shapes(model)
    for entry in tree.entries:
        if shape := known.get(entry.key):
            yield from _inside(entry.value, shape, path + pointer(entry.key))


def _inside(node: Node, shape: Shape, path: str) -> Iterator[Reference]:
    if isinstance(node, Scalar):
        if shape.refers and not node.is_null:
            yield Reference(shape.refers, node.text.strip(), path, node.mark)
    elif isinstance(node, Listing):
        for index, item in enumerate(node.items):
            yield from _inside(item, shape, path + pointer(index))
    elif shape.model:
        yield from references(node, shape.model, path)


@dataclass(frozen=True, slots=True)
class Names:
    """What may be named from inside one community."""

    slug: str
    """The community's own slug."""
    slugs: frozenset[str]
    """All communities of the archive."""
    channels: dict[str, str]
    """Id or name in lower case, without a leading # -> the channel's id."""
    people: frozenset[str]
    """The ids in `people`."""


def _text(node: Node, key: str) -> str:
    found = node.get(key) if isinstance(node, Mapping) else None
    return found.text.strip() if isinstance(found, Scalar) else ""


def names_of(tree: Mapping, slug: str, slugs: frozenset[str]) -> Names:
    """The names that a complete tree declares, beside those of the archive."""
    channels: dict[str, str] = {}
    listed = tree.get("channels")
    for item in listed.items if isinstance(listed, Listing) else ():
        for key in ("id", "name"):
            if text := _text(item, key):
                channels[text.removeprefix("#").casefold()] = _text(item, "id")
    people = tree.get("people")
    ids = frozenset(e.key for e in people.entries) if isinstance(people, Mapping) else frozenset()
    return Names(slug, slugs, channels, ids)


def _spot(reference: Reference, names: Names) -> Finding | None:
    wanted = reference.text.removeprefix("#").casefold()
    if not _ONE_WORD.match(reference.text) or wanted in names.channels:
        return None
    near = get_close_matches(wanted, sorted(names.channels), n=1)
    fact = f"`{reference.text}` is not a channel of this community"
    if near:
        hint = f"did you mean `{names.channels[near[0]]}`?"
    else:
        listed = ", ".join(dict.fromkeys(names.channels.values())) or "none yet"
        hint = f"name one of its channels ({listed}), or a place in a few words, as in `the town library`"
    return error("HB014", reference.mark.place(), fact, hint)


def _person(reference: Reference, names: Names) -> Finding | None:
    if reference.text in names.people or not _ID_LIKE.fullmatch(reference.text):
        return None
    near = get_close_matches(reference.text, sorted(names.people), n=1, cutoff=0.75)
    if not near:
        return None
    fact = f"`{reference.text}` is nobody in `people`, but reads like `{near[0]}`"
    found = error("HB014", reference.mark.place(), fact, f"did you mean `{near[0]}`?")
    return replace(found, severity=Severity.WARNING)


def _community(reference: Reference, names: Names) -> Finding | None:
    if reference.text == names.slug:
        fact, hint = f"`{reference.text}` is this community itself", "name another one"
    elif reference.text in names.slugs:
        return None
    elif not _ID_LIKE.fullmatch(reference.text):
        # the model says what is wrong with it
        return None
    else:
        near = get_close_matches(reference.text, sorted(names.slugs - {names.slug}), n=1)
        fact = f"there is no community `{reference.text}` in this archive"
        hint = f"did you mean `{near[0]}`?" if near else "write its file's name without .yml"
    return error("HB011", reference.mark.place(), fact, hint)


_CHECKS: Final = {"spot": _spot, "person": _person, "community": _community}


def check_references(tree: Mapping, model: type[Section], names: Names) -> list[Finding]:
    """What a complete tree names that does not exist."""
    findings = []
    for reference in references(tree, model):
        found = _CHECKS[reference.to](reference, names)
        if found:
            findings.append(replace(found, community=names.slug, pointer=reference.pointer))
    return findings
