"""What is different between one version of a file and the next, each pair once.

A pair is known by the names that git gives to both contents, so it stays known when commits are
written anew. What is kept of it is all that is there, people included: what may be shown of it is
decided later, by what they wish now.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from hearthbook.compare.differ import changes
from hearthbook.history.objects import Objects
from hearthbook.ingest.frontmatter import take_apart
from hearthbook.ingest.reader import SIZE_LIMIT, decode
from hearthbook.ingest.shapes import shapes
from hearthbook.model.base import Item
from hearthbook.model.changes import Change
from hearthbook.model.community import Community
from hearthbook.publish.history_packed import Pair, packed, unpacked
from hearthbook.publish.history_texts import Reader, facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from pydantic import JsonValue

    from hearthbook.history.log import Row
    from hearthbook.ingest.shapes import Shape
    from hearthbook.model.changes import Act, Facts
    from hearthbook.publish.history_texts import Version

    Read = Callable[[str], bytes | None]

_STUB: Final = 120
"""Characters of the words by which an entry is known that did not change."""
_RECENT: Final = 4
"""Versions of a file in memory: the one before, and a few for branches that were merged."""


class Known(NamedTuple):
    """A pair under its name, for one step of a chain."""

    name: str
    pair: Pair


def pair_name(old: str, new: str) -> str:
    """What a pair is known by."""
    return f"{old}-{new}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Some files whose pairs are wanted."""

    root: str
    chains: dict[str, tuple[Row, ...]]
    """The path of each file -> what became of it, oldest first."""
    known: dict[str, bytes]
    """The same path -> the pairs that were kept."""
    tips: frozenset[str]
    """Files of which it is asked what they say themselves."""


class Walked(NamedTuple):
    """The pairs of one file."""

    path: str
    data: bytes
    """The pairs to keep; empty where those that were known are all there are."""
    pairs: tuple[Pair, ...]
    """One for each step."""
    own: tuple[Facts, tuple[tuple[str, ...], ...]] | None
    """What the file says itself now, and which inherited entries it takes away; None where nobody asked."""


def walk(task: Task) -> tuple[Walked, ...]:
    """The pairs of some files; where git ends, what was not read counts as unreadable and is not kept."""
    with Objects(Path(task.root), SIZE_LIMIT) as objects:
        return tuple(
            (_article if path.endswith(".md") else _file)(path, rows, task, objects.read)
            for path, rows in task.chains.items()
        )


def _file(path: str, rows: tuple[Row, ...], task: Task, read: Read) -> Walked:
    known = unpacked(task.known.get(path, b""))
    walker = _Walker(known, read)
    pairs = tuple(walker.step(row) for row in rows)
    used = {each.name: each.pair for each in pairs if not walker.lost & set(each.name.split("-"))}
    data = packed(used) if set(used) != set(known) else b""
    both = zip(reversed(rows), reversed(pairs), strict=True)
    last = next((row.new for row, each in both if each.pair.readable), "")
    own = walker.own(last) if path in task.tips else None
    return Walked(path, data, tuple(each.pair for each in pairs), own)


class _Walker:
    """Goes through the versions of one file, and remembers only the last few."""

    def __init__(self, known: dict[str, Pair], read: Read) -> None:
        self._known = known
        self._read = read
        self._reader = Reader()
        self._versions: dict[str, Version | None] = {}
        self._instead: dict[str, str] = {}
        """A version that cannot be read -> the last one before it that can."""
        self.lost: set[str] = set()
        """What git did not hand out; the next time it may."""

    def version(self, name: str) -> Version | None:
        if name not in self._versions:
            while len(self._versions) >= _RECENT:
                del self._versions[next(iter(self._versions))]
            data = self._read(name)
            self.lost |= {name} if data is None else set()
            self._versions[name] = self._reader.version(data)
        return self._versions[name]

    def step(self, row: Row) -> Known:
        old = self._instead.get(row.old, row.old)
        name = pair_name(old, row.new)
        pair = self._known.get(name) or self._made(old, row.new)
        if not pair.readable:
            self._instead[row.new] = old
        return Known(name, pair)

    def own(self, name: str) -> tuple[Facts, tuple[tuple[str, ...], ...]]:
        """What a version says itself, and which inherited entries it takes away."""
        version = self.version(name) if name else None
        said = version.everything() if version else ()
        return facts(said), tuple(each for one in said for each in one.gone)

    def _made(self, old: str, new: str) -> Pair:
        after = self.version(new)
        if not after:
            return Pair(readable=False)
        return compared(self.version(old) if old else None, after)


def compared(old: Version | None, new: Version) -> Pair:
    """What happened between two versions that can be read; without an old one, that it begins."""
    after = new.differing(old)
    names = tuple(sorted({name for each in after for name in each.names}))
    draft = new.says("visibility") == "draft"
    if old is None:
        return Pair(names=names, begun=True, draft=draft)
    before, now = facts(old.differing(new)), facts(after)
    found = changes(before, now)
    return Pair(changes=found, around=around(before, found), names=names, draft=draft)


def around(before: Facts, found: Iterable[Change]) -> Facts:
    """As much of the old version as one needs to know to tell the changes."""
    touched: dict[str, set[str]] = {}
    for change in found:
        touched.setdefault(change.path[0], set()).update(change.path[1:])
    known = shapes(Community)
    return {
        key: _less(before[key], known[key], touched[key]) if touched[key] else before[key]
        for key in touched
        if key in before and key in known and key != "people"
    }


def _less(value: JsonValue, shape: Shape, touched: set[str]) -> JsonValue:
    """The value with entries that nothing touched cut down to what they are called."""
    if isinstance(value, list) and shape.kind == "sections" and shape.model:
        model = shape.model
        return [
            each
            if not isinstance(each, dict) or str(each.get("id", at)) in touched
            else {key: _short(part) for key, part in each.items() if key in naming(model)}
            for at, each in enumerate(value)
        ]
    if isinstance(value, dict) and shape.kind == "section" and shape.model:
        known = shapes(shape.model)
        return {
            key: _less(each, known[key], touched) if key in known else each
            for key, each in value.items()
            if key in touched
        }
    return value


def naming(model: type) -> tuple[str, ...]:
    """The keys by which an entry is known; other rituals' times say in which zones people live."""
    return ("id", *(model.id_from if issubclass(model, Item) else ()), "when")


def _short(part: JsonValue) -> JsonValue:
    return part[:_STUB] if isinstance(part, str) else part


def _article(path: str, rows: tuple[Row, ...], task: Task, read: Read) -> Walked:
    """The pairs of an article: only its title is told."""
    known = unpacked(task.known.get(path, b""))
    pairs = {(name := pair_name(row.old, row.new)): known.get(name) or _titles(row, read) for row in rows}
    data = packed(pairs) if set(pairs) != set(known) else b""
    return Walked(path, data, tuple(pairs[pair_name(row.old, row.new)] for row in rows), None)


def _titles(row: Row, read: Read) -> Pair:
    stem = row.path.rpartition("/")[2].removesuffix(".md")
    was = row.was.rpartition("/")[2].removesuffix(".md") or stem
    both = ((row.old, was), (row.new, stem))
    old, new = (_title(read(blob), name) if blob else None for blob, name in both)
    if row.old == row.new:
        return Pair()
    act: Act = "added" if not row.old else "removed" if not row.new else "changed"
    return Pair(changes=(Change(act=act, path=("articles", stem), kind="facts", old=old, new=new),))


def _title(data: bytes | None, name: str) -> str:
    text = decode(data, name) if data is not None else None
    title = take_apart(text, name)[0].title if isinstance(text, str) else ""
    return title or name.replace("-", " ").capitalize()
