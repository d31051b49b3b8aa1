"""What a file said, section by section: text that is the same says the same, and is not read again.

A community's file is a mapping whose keys stand at the beginning of their lines. Where anything else
stands there, or where a part cannot be read by itself, the file is read as a whole.
"""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from pydantic import ValidationError, create_model

from hearthbook.compare.facts import facts_of
from hearthbook.ingest.events import read_tree
from hearthbook.ingest.expand import Expander
from hearthbook.ingest.inherit import leftovers
from hearthbook.ingest.reader import decode
from hearthbook.ingest.shapes import shapes
from hearthbook.ingest.tree import Mapping, to_data
from hearthbook.ingest.validate import findings_of
from hearthbook.model.base import Section
from hearthbook.model.community import Community
from hearthbook.model.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import JsonValue

    from hearthbook.ingest.tree import Data, Entry
    from hearthbook.model.changes import Facts

    Texts = dict[str, str]

_KEY: Final = re.compile(r"([a-z_]+):(?=[ \n]|$)")
_FILE: Final = "file"
_KEPT: Final = 4000
"""Sections that are remembered at once."""


class Said(NamedTuple):
    """What a section says."""

    key: str
    value: JsonValue
    """In the form of `compare.facts`; None where it says nothing."""
    names: frozenset[str] = frozenset()
    """Everything in it by which somebody is known: names, handles, ids, references to people."""
    gone: tuple[tuple[str, ...], ...] = ()
    """Paths of inherited entries that it takes away."""


@cache
def part_model() -> type[Section]:
    """A community of which anything may be left out."""
    fields: dict[str, Any] = {
        name: (info.annotation, copy(info)) for name, info in Community.model_fields.items()
    }
    for _, info in fields.values():
        info.default = None if info.is_required() else info.default
    return create_model("Part", __base__=Section, **fields)


def split(text: str) -> Texts | None:
    """Key -> the lines of its section, in order; None where these cannot be told apart."""
    found: dict[str, list[str]] = {}
    rows: list[str] = []
    for line in text.splitlines(keepends=True):
        if line[0] in " \n#":
            rows.append(line)
        elif (key := _KEY.match(line)) and key[1] not in found:
            rows = found[key[1]] = [line]
        else:
            return None
    return {key: "".join(lines) for key, lines in found.items()}


@dataclass(slots=True)
class Reader:
    """Reads versions of files, each section once."""

    known: dict[str, Said | None] = field(default_factory=dict)
    """The text of a section -> what it says; None where it cannot be read by itself."""

    def version(self, data: bytes | None) -> Version | None:
        """What one version of a file says; None where it cannot be read."""
        text = decode(data, _FILE) if data is not None else None
        if text is None or isinstance(text, Finding):
            return None
        texts = split(text)
        if texts and all(self._known(key, each) for key, each in texts.items()):
            return Version(texts, self)
        whole = whole_file(text)
        return Version(None, self, whole) if whole is not None else None

    def _known(self, key: str, text: str) -> Said | None:
        if text not in self.known:
            if len(self.known) >= _KEPT:
                self.known.clear()
            said = whole_file(text)
            alone = said is not None and list(said) == [key]
            self.known[text] = said[key] if said is not None and alone else None
        return self.known[text]

    def said(self, key: str, text: str) -> Said:
        """What a section says that is known to be readable."""
        return self._known(key, text) or Said(key, None)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a file."""

    texts: Texts | None
    """Its sections as they were written; None where they could not be told apart."""
    reader: Reader
    whole: dict[str, Said] = field(default_factory=dict)
    """What it says, where that is so."""

    def differing(self, other: Version | None) -> tuple[Said, ...]:
        """What its sections say of which the other version has not the same text."""
        if self.texts is None:
            return tuple(self.whole.values())
        theirs = (other.texts or {}) if other else {}
        # where the other was read as a whole, nothing is known to be the same
        return tuple(
            self.reader.said(key, text) for key, text in self.texts.items() if theirs.get(key) != text
        )

    def says(self, key: str) -> JsonValue:
        """What one of its sections says; None where it says nothing."""
        text = (self.texts or {}).get(key)
        said = self.reader.said(key, text) if text else self.whole.get(key)
        return said.value if said else None

    def everything(self) -> tuple[Said, ...]:
        """What all sections say."""
        return self.differing(None)


def facts(said: Iterable[Said]) -> Facts:
    """Sections as facts."""
    return {each.key: each.value for each in said if each.value is not None}


def whole_file(text: str) -> dict[str, Said] | None:
    """Key -> what the section says, for a whole file; None where it cannot be read."""
    tree, findings = read_tree(text, _FILE)
    if not isinstance(tree, Mapping) or _wrong(findings):
        return None
    expander = Expander()
    full = expander.community(tree, Community)
    if _wrong(expander.findings):
        return None
    found = {}
    for entry in full.entries:
        said = _said(entry, full)
        if said is None:
            return None
        found[entry.key] = said
    return found


def _wrong(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _said(entry: Entry, tree: Mapping) -> Said | None:
    """What one entry of a file says; None where the model refuses it."""
    alone = Mapping((entry,), tree.mark)
    kept, _ = leftovers(alone, extends=True)
    data = to_data(kept)
    gone = tuple(_taken_away(to_data(entry.value), (entry.key,)))
    if entry.key == "$schema" or not isinstance(data, dict) or not data:
        return Said(entry.key, None, gone=gone)
    try:
        part = part_model().model_validate(data)
        value = facts_of(part).get(entry.key)  # type: ignore[arg-type]
    except ValidationError as problem:
        if findings_of(problem, kept, Community, whole=False):
            return None
        value = _plain(data[entry.key])
    names = frozenset(_names(value, entry.key))
    return Said(entry.key, value, names, gone)


def _plain(data: Data) -> JsonValue:
    if isinstance(data, tuple):
        return [_plain(each) for each in data]
    if isinstance(data, dict):
        return {key: _plain(each) for key, each in data.items()}
    return data


def _taken_away(data: Data, path: tuple[str, ...]) -> Iterable[tuple[str, ...]]:
    if isinstance(data, dict):
        for key, each in data.items():
            yield from _taken_away(each, (*path, key))
    elif isinstance(data, tuple):
        for each in data:
            name = str(each.get("id", "")) if isinstance(each, dict) else ""
            if isinstance(each, dict) and each.get("remove") is True:
                yield (*path, name)
            elif name:
                yield from _taken_away(each, (*path, name))


def _names(value: JsonValue, key: str) -> Iterable[str]:
    """Everything by which somebody is known in a section."""
    if key != "people":
        yield from referred(value, Community, key)
    elif isinstance(value, dict):
        for name, person in value.items():
            yield name
            if isinstance(person, dict):
                yield from (str(person[each]) for each in ("name", "handle") if person.get(each))


def referred(value: JsonValue, model: type[Section], key: str) -> Iterable[str]:
    """The references to people in the value of a key."""
    shape = shapes(model).get(key)
    if not shape:
        return
    if shape.refers == "person":
        each = value if isinstance(value, list) else [value]
        yield from (text for text in each if isinstance(text, str))
        return
    inner = shape.model or (shape.inner.model if shape.inner else None)
    parts = value if isinstance(value, list) else [value]
    if shape.kind == "table":
        parts = list(value.values()) if isinstance(value, dict) else []
    for part in parts if inner else ():
        if isinstance(part, dict) and inner:
            for name, below in part.items():
                yield from referred(below, inner, name)
