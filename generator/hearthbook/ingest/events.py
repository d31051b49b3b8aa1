"""Text to tree, one event at a time: plain YAML only, bounded in depth.

Hearthbook's YAML has no anchors, aliases, merge keys, tags or directives, one
document, and no key twice. The stream of events is read as it comes, so neither
nesting nor repetition can make it large.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from hearthbook.ingest.reader import error
from hearthbook.ingest.syntax import explain
from hearthbook.ingest.tree import Entry, Listing, Mapping, Mark, Node, Scalar

try:
    from _ruamel_yaml import CParser
except ImportError:  # pragma: no cover - the C library is an optional speed-up
    CParser = None

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ruamel.yaml.events import CollectionStartEvent, Event

    from hearthbook.model.findings import Finding

DEPTH_LIMIT: Final = 24
FINDINGS_LIMIT: Final = 50
_MERGE: Final = "<<"
_HALF: Final = re.compile("[\ud800-\udfff]")


class _Stop(Exception):  # noqa: N818 - it is a signal, not an error
    """Enough is known about this file."""


def _events(text: str, *, pure: bool) -> Iterator[Event]:
    if pure or CParser is None:
        yield from YAML(typ="safe", pure=True).parse(text)
        return
    parser = CParser(text)
    while parser.check_event():
        yield parser.get_event()


class _Open:
    """A list or mapping that is still being read."""

    __slots__ = ("items", "key", "keys", "mark")

    def __init__(self, mark: Mark, *, mapping: bool) -> None:
        self.mark = mark
        self.items: list[Node | Entry] = []
        self.keys: dict[str, int] | None = {} if mapping else None
        self.key: tuple[str, Mark] | None = None


class _Builder:
    """Puts the tree together and collects what it may not hold."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self.stack: list[_Open] = []
        self.documents = 0
        self.root: Node | None = None

    def mark(self, event: Event) -> Mark:
        return Mark(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def refuse(self, code: str, mark: Mark, message: str, hint: str) -> None:
        self.findings.append(error(code, mark.place(), message, hint))
        if len(self.findings) >= FINDINGS_LIMIT:
            raise _Stop

    def feed(self, event: Event) -> None:
        if isinstance(event, ScalarEvent):
            self.check(event)
            # libyaml gives "" for a plain scalar's style, the pure parser None
            plain = not event.style
            self.add(Scalar(self.whole(event), self.mark(event), plain))
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self.check(event)
            self.open(self.mark(event), mapping=isinstance(event, MappingStartEvent))
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.close()
        elif isinstance(event, AliasEvent):
            hint = f'write the text again, or put it in quotes if it starts with a star: "*{event.anchor}"'
            self.refuse("HB003", self.mark(event), f"`*{event.anchor}` is an alias", hint)
            self.add(Scalar("", self.mark(event), plain=True))
        elif isinstance(event, DocumentStartEvent):
            self.document(event)

    def document(self, event: DocumentStartEvent) -> None:
        self.documents += 1
        if event.version or event.tags:
            hint = "take out the lines that start with a percent sign"
            self.refuse("HB003", self.mark(event), "the file has YAML directives", hint)
        if self.documents > 1:
            hint = "one file holds one community: take out the line `---` or make a second file"
            self.refuse("HB003", self.mark(event), "a second document starts here", hint)
            raise _Stop

    def check(self, event: ScalarEvent | CollectionStartEvent) -> None:
        if event.anchor:
            hint = "take it out and write the text where it is needed; to share facts, use `extends`"
            self.refuse("HB003", self.mark(event), f"`&{event.anchor}` is an anchor", hint)
        if event.tag:
            hint = "take it out; if the text itself starts with an exclamation mark, put it in quotes"
            written = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.refuse("HB003", self.mark(event), f"`{written}` is a tag", hint)

    def whole(self, event: ScalarEvent) -> str:
        text: str = event.value
        if not _HALF.search(text):
            return text
        hint = r"write the character itself, or one escape for it, as in \U0001F333"
        self.refuse("HB009", self.mark(event), "the text holds half a character", hint)
        return _HALF.sub("\N{REPLACEMENT CHARACTER}", text)

    def open(self, mark: Mark, *, mapping: bool) -> None:
        if len(self.stack) >= DEPTH_LIMIT:
            hint = f"no community needs more than {DEPTH_LIMIT} levels"
            self.refuse("HB003", mark, "the file is nested too deeply", hint)
            raise _Stop
        top = self.stack[-1] if self.stack else None
        if top and top.keys is not None and top.key is None:
            hint = "a key is a word; if it starts with a bracket or brace, put it in quotes"
            self.refuse("HB002", mark, "a list or mapping stands where a key should be", hint)
            raise _Stop
        self.stack.append(_Open(mark, mapping=mapping))

    def close(self) -> None:
        done = self.stack.pop()
        if done.keys is None:
            self.add(Listing(tuple(done.items), done.mark))  # type: ignore[arg-type]
        else:
            self.add(Mapping(tuple(done.items), done.mark))  # type: ignore[arg-type]

    def add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        top = self.stack[-1]
        if top.keys is None:
            top.items.append(node)
        elif top.key is None:
            self.add_key(top, node)
        else:
            key, mark = top.key
            top.key = None
            if key not in top.keys:
                top.keys[key] = mark.line
                top.items.append(Entry(key, mark, node))

    def add_key(self, top: _Open, node: Node) -> None:
        key, mark = (node.text, node.mark) if isinstance(node, Scalar) else ("", node.mark)
        keys = top.keys if top.keys is not None else {}
        if key == _MERGE and isinstance(node, Scalar) and node.plain:
            hint = "write the keys here, or share them through `extends`"
            self.refuse("HB003", mark, "`<<` is a merge key", hint)
            keys[key] = mark.line
        elif key in keys:
            hint = f"keep one of the two, or join them (the first is on line {keys[key]})"
            self.refuse("HB004", mark, f"the key `{key}` stands here twice", hint)
        top.key = (key, mark)


def read_tree(text: str, file: str) -> tuple[Node | None, list[Finding]]:
    """The tree of a file and what is wrong with its YAML.

    Without a tree there is a finding, or the file is empty. Where the C parser
    refuses something, the pure parser has the last word: it accepts more of
    YAML 1.2, such as `{at: 17:00}`.
    """
    marked: MarkedYAMLError | None = None
    builder = _Builder(file)
    for pure in (False, True):
        builder = _Builder(file)
        try:
            for event in _events(text, pure=pure):
                builder.feed(event)
        except _Stop:
            return None, builder.findings
        except MarkedYAMLError as problem:
            marked = problem
        # the pure parser lets an escape such as "\UFFFFFFFF" reach chr(), which then raises these
        except (YAMLError, ValueError, OverflowError):
            continue
        else:
            return builder.root, builder.findings
    return None, [*builder.findings, explain(marked, text, file)]
