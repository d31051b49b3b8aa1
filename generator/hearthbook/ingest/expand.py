"""Short forms written out, and ids given, so that one shape is left."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hearthbook.ingest.fixes import zone_fix
from hearthbook.ingest.mistaken import (
    name_and_address,
    nameless_ritual,
    only_an_address,
    several_in_one,
    text_with_colon,
)
from hearthbook.ingest.reader import error
from hearthbook.ingest.shapes import Shape, shapes
from hearthbook.ingest.slugs import words_to_id
from hearthbook.ingest.tree import Entry, Listing, Mapping, Node, Scalar
from hearthbook.ingest.when import read_turn, read_when
from hearthbook.model.base import Item, Section
from hearthbook.model.recurrence import Slot, When
from hearthbook.model.rhythm import Ritual

if TYPE_CHECKING:
    from hearthbook.model.findings import Finding


class Expander:
    """Writes out the short forms of one file and collects what cannot be read."""

    def __init__(self) -> None:
        """Start without findings."""
        self.findings: list[Finding] = []

    def community(self, tree: Mapping, model: type[Section]) -> Mapping:
        """The file's tree with every short form written out."""
        return self._mapping(tree, model)

    def _mapping(self, node: Mapping, model: type[Section]) -> Mapping:
        known = shapes(model)
        entries = tuple(
            Entry(entry.key, entry.mark, self._value(entry.value, known[entry.key], entry.key))
            if entry.key in known
            else entry
            for entry in node.entries
        )
        return Mapping(entries, node.mark)

    def _tell(self, finding: Finding | None) -> None:
        self.findings += [finding] if finding else []

    def _text(self, item: Node, shape: Shape) -> Node:
        """An entry that may be a text, as a text also where a colon made it a mapping."""
        found = text_with_colon(item, shape)
        self._tell(found[1] if found else None)
        return found[0] if found else item

    def _value(self, node: Node, shape: Shape, key: str) -> Node:
        if isinstance(node, Scalar) and node.is_null:
            return node
        if shape.kind == "section" and shape.model:
            return self._section(node, shape.model)
        if shape.kind == "sections" and shape.model:
            return self._sections(node, shape)
        if shape.kind == "values" and isinstance(node, Listing):
            return Listing(tuple(self._text(item, shape) for item in node.items), node.mark)
        if shape.kind == "values" and shape.single and isinstance(node, Scalar):
            self._tell(several_in_one(node, key) if shape.words else None)
            return Listing((node,), node.mark)
        if shape.kind == "table" and shape.inner and isinstance(node, Mapping):
            inner = shape.inner
            entries = (Entry(e.key, e.mark, self._value(e.value, inner, e.key)) for e in node.entries)
            return Mapping(tuple(entries), node.mark)
        return node

    def _section(self, node: Node, model: type[Section]) -> Node:
        if isinstance(node, Mapping):
            known = len(self.findings)
            written = self._mapping(node, model)
            unread = model is When and {each.code for each in self.findings[known:]} & {"HB009", "HB015"}
            return Scalar("", node.mark, plain=True) if unread else written
        if not isinstance(node, Scalar):
            return node
        if model is When:
            return self._words(node, "when", read_when(node.text))
        if model is Slot and not node.is_null:
            return self._words(node, "alternate", read_turn(node.text))
        if not model.short:
            return node
        if model.short.then and (both := name_and_address(node.text)):
            keys = (model.short.field, model.short.then)
            pairs = (
                Entry(key, node.mark, Scalar(text, node.mark)) for key, text in zip(keys, both, strict=True)
            )
            return Mapping(tuple(pairs), node.mark)
        return Mapping((Entry(model.short.field, node.mark, node),), node.mark)

    def _words(self, node: Scalar, key: str, read: dict[str, str] | str) -> Node:
        """A time in words as a mapping, from what was read."""
        if not node.text.strip():
            hint = "write it as in `every Tuesday at 17:00`, or take the key out"
            hint = hint if key == "when" else "write it as in `Monday at 17:00`, or take the entry out"
            self._tell(error("HB009", node.mark.place(), f"`{key}` is empty", hint))
            return Scalar("", node.mark, plain=True)
        if isinstance(read, str):
            fact = f"`{node.text}` cannot be read as a time without guessing"
            found = error("HB015", node.mark.place(), fact, read)
            self.findings.append(replace(found, fix=zone_fix(node)))
            return Scalar("", node.mark, plain=True)
        entries = []
        for name, text in read.items():
            value: Node = Scalar(text, node.mark, plain=text.isdigit())
            if name == "day" and key == "when":
                days = tuple(Scalar(day, node.mark, plain=day.isdigit()) for day in text.split("|"))
                value = Listing(days, node.mark)
            entries.append(Entry(name, node.mark, value))
        return Mapping(tuple(entries), node.mark)

    def _sections(self, node: Node, shape: Shape) -> Node:
        model = shape.model or Section
        if isinstance(node, Mapping) and shape.keyed:
            key, value = shape.keyed.key, shape.keyed.value
            node = Listing(tuple(_unkey(entry, key, value) for entry in node.entries), node.mark)
        if shape.single and isinstance(node, Scalar | Mapping):
            node = Listing((node,), node.mark)
        if not isinstance(node, Listing):
            return node
        if model.short and model.short.then:
            for before, item in zip((None, *node.items), node.items, strict=False):
                self._tell(only_an_address(item, before))
        items = [self._section(self._text(item, shape), model) for item in node.items]
        if model is Ritual:
            for item in items:
                self._tell(nameless_ritual(item))
        return Listing(tuple(self._with_id(item, model) for item in items), node.mark)

    def _with_id(self, node: Node, model: type[Section]) -> Node:
        if not isinstance(node, Mapping) or not issubclass(model, Item) or node.get("id"):
            return node
        for key in model.id_from:
            value = node.get(key)
            if isinstance(value, Scalar) and not value.is_null and value.text.strip():
                made = Scalar(words_to_id(value.text), node.mark)
                return Mapping((Entry("id", node.mark, made), *node.entries), node.mark)
        return node


def _unkey(entry: Entry, key: str, value: str) -> Mapping:
    name = Entry(key, entry.mark, Scalar(entry.key, entry.mark))
    node = entry.value
    if isinstance(node, Mapping):
        given = () if node.get(key) else (name,)
        return Mapping((*given, *node.entries), entry.mark)
    if isinstance(node, Scalar) and node.is_null:
        return Mapping((name,), entry.mark)
    return Mapping((name, Entry(value, node.mark, node)), entry.mark)
