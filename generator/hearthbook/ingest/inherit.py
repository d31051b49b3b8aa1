"""`extends`: what a community shares with its parent, value by value.

Scalars override, lists of mappings merge by id (`remove: true` takes one away),
lists of plain values replace, an empty value clears a scalar. What belongs to
one community alone is never inherited.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from hearthbook.ingest.reader import error
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.ingest.tree import Entry, Listing, Mapping, Node, Scalar
from hearthbook.model.community import NOT_INHERITED, Community

if TYPE_CHECKING:
    from hearthbook.model.base import Section
    from hearthbook.model.findings import Finding


def _item_id(node: Node) -> str:
    found = node.get("id") if isinstance(node, Mapping) else None
    return found.text if isinstance(found, Scalar) else ""


def _removes(node: Node) -> bool:
    flag = node.get("remove") if isinstance(node, Mapping) else None
    return isinstance(flag, Scalar) and flag.value() is True


def merge(parent: Mapping, child: Mapping) -> Mapping:
    """The child's tree completed by its parent's; both with short forms written out."""
    return _mapping(parent.without(NOT_INHERITED), child, Community)


def _mapping(parent: Mapping, child: Mapping, model: type[Section]) -> Mapping:
    known = shapes(model)
    own = {entry.key: entry for entry in child.entries}
    entries = []
    for entry in parent.entries:
        override = own.pop(entry.key, None)
        if override is None:
            entries.append(entry)
        else:
            entries.append(_entry(entry, override, known.get(entry.key)))
    entries += [entry for entry in child.entries if entry.key in own]
    return Mapping(tuple(entries), child.mark)


def _entry(parent: Entry, child: Entry, shape: Shape | None) -> Entry:
    cleared = isinstance(child.value, Scalar) and child.value.is_null
    if cleared:
        return child if isinstance(parent.value, Scalar) else parent
    return Entry(child.key, child.mark, _value(parent.value, child.value, shape))


def _value(parent: Node, child: Node, shape: Shape | None) -> Node:
    if not shape:
        return child
    if isinstance(parent, Mapping) and isinstance(child, Mapping):
        if shape.model:
            return _mapping(parent, child, shape.model)
        if shape.kind == "table":
            return _table(parent, child, shape)
    if shape.kind == "sections" and isinstance(parent, Listing) and isinstance(child, Listing):
        return _sections(parent, child, shape)
    return child


def _table(parent: Mapping, child: Mapping, shape: Shape) -> Mapping:
    own = {entry.key: entry for entry in child.entries}
    entries = []
    for entry in parent.entries:
        override = own.pop(entry.key, None)
        if override is None:
            entries.append(entry)
        elif not (isinstance(override.value, Scalar) and override.value.is_null):
            merged = _value(entry.value, override.value, shape.inner)
            entries.append(Entry(entry.key, override.mark, merged))
    entries += [entry for entry in child.entries if entry.key in own]
    return Mapping(tuple(entries), child.mark)


def _sections(parent: Listing, child: Listing, shape: Shape) -> Listing:
    own = {_item_id(item): item for item in child.items if _item_id(item)}
    items: list[Node] = []
    for item in parent.items:
        override = own.pop(_item_id(item), None)
        if override is None:
            items.append(item)
        elif _removes(override):
            continue
        elif isinstance(item, Mapping) and isinstance(override, Mapping) and shape.model:
            items.append(_mapping(item, override, shape.model))
        else:
            items.append(override)
    items += [item for item in child.items if not _item_id(item) or _item_id(item) in own]
    return Listing(tuple(items), child.mark)


def leftovers(tree: Mapping, *, extends: bool) -> tuple[Mapping, list[Finding]]:
    """The tree without entries that were to be removed but never were there."""
    findings: list[Finding] = []

    def clean(node: Node) -> Node:
        if isinstance(node, Mapping):
            entries = (Entry(e.key, e.mark, clean(e.value)) for e in node.entries)
            return Mapping(tuple(entries), node.mark)
        if isinstance(node, Listing):
            others = [_item_id(i) for i in node.items if _item_id(i) and not _removes(i)]
            findings.extend(_nothing_to_remove(i, others, extends=extends) for i in node.items if _removes(i))
            return Listing(tuple(clean(i) for i in node.items if not _removes(i)), node.mark)
        return node

    cleaned = clean(tree)
    return (cleaned if isinstance(cleaned, Mapping) else tree), findings


def _nothing_to_remove(item: Node, others: list[str], *, extends: bool) -> Finding:
    if not extends:
        fact = "`remove: true` has nothing to remove, because this file extends no other"
        return error("HB011", item.mark.place(), fact, "take the entry out")
    if not _item_id(item):
        fact = "`remove: true` does not say which entry to remove"
        return error("HB011", item.mark.place(), fact, "add the `id` of that entry")
    fact = f"there is no entry `{_item_id(item)}` to remove in the files this one extends"
    near = get_close_matches(_item_id(item), others, n=1)
    hint = f"did you mean `{near[0]}`?" if near else "check the id, or take the entry out"
    return error("HB011", item.mark.place(), fact, hint)


def repeated_ids(tree: Mapping) -> list[Finding]:
    """A finding for each id that two entries of one list share."""
    findings: list[Finding] = []
    pending: list[Node] = [tree]
    while pending:
        node = pending.pop()
        if isinstance(node, Mapping):
            pending += [entry.value for entry in node.entries]
        elif isinstance(node, Listing):
            pending += node.items
            findings += _repeats(node)
    return findings


def _repeats(node: Listing) -> list[Finding]:
    seen: dict[str, Node] = {}
    findings = []
    for item in node.items:
        name = _item_id(item)
        if name and name in seen:
            first = seen[name].mark
            fact = f"two entries share the id `{name}` (the other is in {first.file}, line {first.line})"
            hint = "say it once, or give one of them an `id` of its own"
            findings.append(error("HB013", item.mark.place(), fact, hint))
        elif name:
            seen[name] = item
    return findings
