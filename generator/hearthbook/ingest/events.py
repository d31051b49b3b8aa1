"""Text to tree, one event at a time: plain YAML only, bounded in depth.

Hearthbook's YAML has no anchors, aliases, merge keys, tags or directives, one
document, and no key twice. The stream of events is read as it comes, so neither
nesting nor repetition can make it large.
"""

from __future__ import annotations

import re
from dataclasses import replace
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

from hearthbook.ingest.commas import Slip, closes, typographic, valueless, whole_text
from hearthbook.ingest.reader import error
from hearthbook.ingest.syntax import BLANKS, DASHES, explain, foreign
from hearthbook.ingest.tree import Entry, Listing, Mapping, Mark, Node, Scalar
from hearthbook.ingest.wording import in_quotes
from hearthbook.model.findings import Severity

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
_BLOCKS: Final = frozenset("|>")
"""The styles of a text that stands below its key."""
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

    __slots__ = ("flow", "items", "key", "key_end", "keys", "lost", "mark", "told")

    def __init__(self, mark: Mark, *, mapping: bool, flow: bool) -> None:
        self.mark = mark
        self.flow = flow
        self.items: list[Node | Entry] = []
        self.keys: dict[str, int] | None = {} if mapping else None
        self.key: tuple[str, Mark] | None = None
        self.key_end = 0
        self.lost: list[str] = []
        """Keys without values since the last entry."""
        self.told: Finding | None = None
        """What has been said about the last value, or about those keys."""


class _Builder:
    """Puts the tree together and collects what it may not hold."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.rows = text.split("\n")
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
            self.scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self.check(event)
            self.open(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self.close()
        elif isinstance(event, AliasEvent):
            self.alias(event)
            self.add(Scalar("", self.mark(event), plain=True))
        elif isinstance(event, DocumentStartEvent):
            self.document(event)

    def scalar(self, event: ScalarEvent) -> None:
        # libyaml gives "" for a plain scalar's style, the pure parser None
        block = event.style if event.style in _BLOCKS else ""
        node = Scalar(self.whole(event), self.mark(event), plain=not event.style, block=block)
        top = self.stack[-1] if self.stack else None
        is_key = top is not None and top.keys is not None and top.key is None
        if top and top.flow and top.key and node.plain and not (node.text or self.colon(top, event)):
            self.valueless(top, *top.key)
            return
        if node.plain and not (top and top.flow):
            self.foreign(node, BLANKS if is_key else DASHES)
        self.add(node)
        if top and is_key:
            top.key_end = event.end_mark.index
        elif node.plain:
            self.quotes(top, node)

    def colon(self, top: _Open, event: ScalarEvent) -> bool:
        """Whether a colon stands between the key and its empty value."""
        return ":" in self.text[top.key_end : event.start_mark.index]

    def foreign(self, node: Scalar, marks: str) -> None:
        """Stops where a text starts with what looks like one of YAML's own marks."""
        row = self.rows[node.mark.line - 1] if node.mark.line <= len(self.rows) else ""
        if node.text[:1] and node.text[0] in marks and (found := foreign(row, node.mark.line, self.file)):
            self.findings.append(found)
            raise _Stop

    def quotes(self, top: _Open | None, node: Scalar) -> None:
        """Says where a typographic quote holds nothing together, and what the commas cut."""
        if top and top.keys is None and top.lost:
            top.lost.append(node.text)
            place = top.told.place if top.told else node.mark.place()
            hint = f"put straight quotes around the whole text: {whole_text(top.lost)}"
            self.findings = [
                replace(each, hint=hint) if each.place == place else each for each in self.findings
            ]
            if closes(top.lost):
                top.lost = []
        elif slip := typographic(node.text, flow=top is not None and top.flow):
            told = self.slip(node.mark, slip)
            if top:
                top.told = told
                top.lost = [node.text] if top.keys is None and slip.severity is Severity.ERROR else []

    def slip(self, mark: Mark, slip: Slip) -> Finding:
        self.refuse("HB002", mark, slip.fact, slip.hint)
        self.findings[-1] = replace(self.findings[-1], severity=slip.severity)
        return self.findings[-1]

    def valueless(self, top: _Open, key: str, mark: Mark) -> None:
        """One finding for all that a text without quotes has lost behind its commas."""
        top.key = None
        top.lost.append(key)
        self.findings = [finding for finding in self.findings if finding is not top.told]
        top.told = self.slip(mark, valueless(top.items[-1] if top.items else None, top.lost))

    def alias(self, event: AliasEvent) -> None:
        mark = self.mark(event)
        row = self.rows[mark.line - 1][mark.column - 1 :] if mark.line <= len(self.rows) else ""
        flow = bool(self.stack) and self.stack[-1].flow
        text = f"*{event.anchor}" if flow else re.split(r"\s+#", row)[0].rstrip()
        hint = f"write the text again, or put it in quotes if it starts with a star: {in_quotes(text)}"
        self.refuse("HB003", mark, f"`*{event.anchor}` is an alias", hint)

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

    def open(self, event: CollectionStartEvent) -> None:
        mark = self.mark(event)
        if len(self.stack) >= DEPTH_LIMIT:
            hint = f"no community needs more than {DEPTH_LIMIT} levels"
            self.refuse("HB003", mark, "the file is nested too deeply", hint)
            raise _Stop
        top = self.stack[-1] if self.stack else None
        if top and top.keys is not None and top.key is None:
            hint = "a key is a word; if it starts with a bracket or brace, put it in quotes"
            self.refuse("HB002", mark, "a list or mapping stands where a key should be", hint)
            raise _Stop
        mapping = isinstance(event, MappingStartEvent)
        self.stack.append(_Open(mark, mapping=mapping, flow=bool(event.flow_style)))

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
            top.lost, top.told = [], None
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
    builder = _Builder(text, file)
    for pure in (False, True):
        builder = _Builder(text, file)
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
    slip = explain(marked, text, file)
    # a text such as `*best* group` is an alias with words behind it: one slip, not two
    told = any(each.place.line == slip.place.line for each in builder.findings)
    return None, builder.findings if told else [*builder.findings, slip]
