"""What a file says, without places: as it is, and as it should be after an edit."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from hearthbook.edit.lines import word_in
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.reader import SIZE_LIMIT, decode
from hearthbook.ingest.tree import Entry, Listing, Mapping, Node, Scalar
from hearthbook.model.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from hearthbook.ingest.tree import Mark
    from hearthbook.model.edits import Edit

    Change = Callable[[Mapping], Mapping]

Bare = tuple[object, ...]


class Reading(NamedTuple):
    """A file as our own reader sees it."""

    tree: Mapping
    told: tuple[str, ...]
    """What the reader says besides, without places."""


def reading(data: bytes, name: str) -> Reading | None:
    """What some bytes say; None where they cannot be read without an error."""
    text = decode(data, name) if len(data) <= SIZE_LIMIT else None
    if text is None or isinstance(text, Finding):
        return None
    tree, findings = read_tree(text, name)
    if not isinstance(tree, Mapping) or any(each.severity is Severity.ERROR for each in findings):
        return None
    return Reading(tree, tuple(f"{each.code} {each.message}" for each in findings))


def bare(node: Node) -> Bare:
    """Everything that a tree says but for where it says it."""
    if isinstance(node, Scalar):
        return ("scalar", node.text, node.plain)
    if isinstance(node, Listing):
        return ("list", *(bare(item) for item in node.items))
    return ("mapping", *((entry.key, bare(entry.value)) for entry in node.entries))


def scalar_at(node: Node, edit: Edit) -> Scalar | None:
    """The single value that starts at the place of an edit."""
    found = (each for each in _nodes(node) if isinstance(each, Scalar) and _here(each.mark, edit))
    return next(found, None)


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    below = (entry.value for entry in node.entries) if isinstance(node, Mapping) else ()
    for each in node.items if isinstance(node, Listing) else below:
        yield from _nodes(each)


def rivals(tree: Mapping, edits: tuple[Edit, ...]) -> frozenset[Edit]:
    """Edits that would give several keys of one mapping the same name, so that none of them is clear."""
    found: set[Edit] = set()
    for node in _nodes(tree):
        keys = node.entries if isinstance(node, Mapping) else ()
        here = [e for e in edits if e.kind == "key" and any(_here(key.mark, e) for key in keys)]
        found.update(one for one in here if [each.new for each in here].count(one.new) > 1)
    return frozenset(found)


def intended(tree: Mapping, edit: Edit) -> Mapping | None:
    """What the file should say after an edit; None where the edit does not fit it."""
    if edit.kind == "line":
        return tree
    if edit.kind == "order":
        return _in_order(tree, edit)
    changed = _changed(tree, edit)
    return changed if isinstance(changed, Mapping) and bare(changed) != bare(tree) else None


def _changed(node: Node, edit: Edit) -> Node:
    if isinstance(node, Scalar):
        here = edit.kind == "text" and _here(node.mark, edit)
        start = word_in(node.text, edit.old) if here else None
        if start is None:
            return node
        return node._replace(text=node.text[:start] + edit.new[0] + node.text[start + len(edit.old) :])
    if isinstance(node, Listing):
        return Listing(tuple(_changed(item, edit) for item in node.items), node.mark)
    there = any(entry.key == edit.new[0] for entry in node.entries)
    return Mapping(tuple(_entry(entry, edit, there=there) for entry in node.entries), node.mark)


def _entry(entry: Entry, edit: Edit, *, there: bool) -> Entry:
    if edit.kind == "key" and entry.key == edit.old and not there and _here(entry.mark, edit):
        return entry._replace(key=edit.new[0])
    return entry._replace(value=_changed(entry.value, edit))


def _in_order(tree: Mapping, edit: Edit) -> Mapping | None:
    people = tree.get(edit.old)
    if not isinstance(people, Mapping) or sorted(e.key for e in people.entries) != sorted(edit.new):
        return None
    by_key = {entry.key: entry for entry in people.entries}
    moved = Mapping(tuple(by_key[key] for key in edit.new), people.mark)
    entries = (e._replace(value=moved) if e.key == edit.old else e for e in tree.entries)
    return Mapping(tuple(entries), tree.mark)


def _here(mark: Mark, edit: Edit) -> bool:
    return (mark.line, mark.column) == (edit.line, edit.column)
