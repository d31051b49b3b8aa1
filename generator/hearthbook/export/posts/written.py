"""HTML of our own Markdown, written in the dialect of another place."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from hearthbook.export.posts.dialects import Dialect

WIDTH: Final = 72
"""Columns of plain text, as mail has them."""
_BLOCKS: Final = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "li", "dt", "dd", "pre", "blockquote", "tr"})
_SPACES: Final = re.compile(r"[ \n\t]+")


def written(html: str, dialect: Dialect) -> str:
    """The text in a dialect: paragraphs with an empty line between them, lists with a dot."""
    writer = _Writer(dialect)
    writer.feed(html)
    writer.close()
    return writer.result()


@dataclass(slots=True)
class _Block:
    """A paragraph, a heading, an entry of a list or code, as far as it has been read."""

    kind: str
    depth: int = 0
    """How deep the list is that it stands in."""
    text: str = ""
    first: bool = True
    """Whether it begins its entry."""
    number: int = 0
    """Of an entry in a list with numbers."""


@dataclass(slots=True)
class _Link:
    """A link that is still being read."""

    address: str
    start: int


@dataclass(slots=True)
class _List:
    """A list that is open, and how many entries it had."""

    ordered: bool
    count: int = 0


@dataclass(slots=True)
class _State:
    blocks: list[_Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    links: list[_Link] = field(default_factory=list)
    code: bool = False
    pre: bool = False
    entry: bool = False
    """Whether an entry has begun of which nothing has been written."""


class _Writer(HTMLParser):
    def __init__(self, dialect: Dialect) -> None:
        super().__init__(convert_charrefs=True)
        self._dialect = dialect
        self._state = _State()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Opens a block, a list, or words that stand out."""
        state = self._state
        if tag in {"ul", "ol"}:
            state.lists.append(_List(tag == "ol"))
        elif tag == "li":
            if state.lists:
                state.lists[-1].count += 1
            state.entry = True
            self._open("p")
        elif tag == "pre":
            state.pre = True
            self._open("pre")
        elif tag in _BLOCKS:
            self._open(tag)
        elif tag == "br":
            self._say("\n")
        elif tag == "a":
            self._begin_link(dict(attrs).get("href") or "")
        else:
            state.code = state.code or tag == "code"
            self._say(self._sign(tag))

    def handle_endtag(self, tag: str) -> None:
        """Closes it again."""
        state = self._state
        if tag in {"ul", "ol"} and state.lists:
            state.lists.pop()
            self._open("p")
        elif tag == "pre":
            state.pre = state.code = False
            self._open("p")
        elif tag == "a":
            self._end_link()
        elif tag in _BLOCKS:
            self._open("p")
        else:
            self._say(self._sign(tag))
            state.code = state.code and tag != "code"

    def handle_data(self, data: str) -> None:
        """Adds a text of people, made harmless."""
        state, dialect = self._state, self._dialect
        if state.pre:
            self._say(dialect.verbatim(data))
            return
        text = _SPACES.sub(" ", data)
        if state.code and dialect.code:
            self._say(dialect.verbatim(text.replace(dialect.code, "'")))
        else:
            self._say(dialect.escape(text))

    def _sign(self, tag: str) -> str:
        dialect = self._dialect
        if self._state.pre:
            return ""
        return {"strong": dialect.bold, "em": dialect.lean, "code": dialect.code}.get(tag, "")

    def _open(self, kind: str) -> None:
        blocks, state = self._state.blocks, self._state
        if blocks and not blocks[-1].text.strip():
            blocks.pop()
        number = state.lists[-1].count if state.lists and state.lists[-1].ordered else 0
        blocks.append(_Block(kind, len(state.lists), first=state.entry, number=number))

    def _say(self, text: str) -> None:
        if not self._state.blocks:
            self._open("p")
        block = self._state.blocks[-1]
        if text.strip() and block.depth:
            self._state.entry = False
        block.text += text if self._state.pre or block.text else text.lstrip(" ")

    def _begin_link(self, address: str) -> None:
        if not self._state.blocks:
            self._open("p")
        self._state.links.append(_Link(address, len(self._state.blocks[-1].text)))

    def _end_link(self) -> None:
        if not self._state.links:
            return
        link = self._state.links.pop()
        block = self._state.blocks[-1]
        words = block.text[link.start :]
        if link.address and words.strip():
            block.text = block.text[: link.start] + self._dialect.link(words, link.address)

    def result(self) -> str:
        """Everything that was read."""
        blocks = [each for each in self._state.blocks if each.text.strip()]
        made = ""
        for before, block in zip([None, *blocks], blocks, strict=False):
            together = before is not None and before.depth and block.depth and block.first
            made += ("" if before is None else "\n" if together else "\n\n") + self._block(block)
        return made + "\n"

    def _block(self, block: _Block) -> str:
        dialect = self._dialect
        if block.kind == "pre":
            body = block.text.strip("\n")
            return f"```\n{body}\n```" if dialect.code else textwrap.indent(body, "    ")
        text = block.text.strip()
        if block.kind.startswith("h"):
            return dialect.heading(text)
        margin = "  " * (block.depth - 1) if block.depth else ""
        mark = f"{block.number}. " if block.number else "\N{BULLET} "
        lead = (mark if block.first else "  ") if block.depth else ""
        return self._wrapped(text, margin + lead, margin + " " * len(lead))

    def _wrapped(self, text: str, first: str, rest: str) -> str:
        if self._dialect.code:
            return first + text
        rows = (
            textwrap.fill(
                row,
                WIDTH,
                initial_indent=rest if number else first,
                subsequent_indent=rest,
                break_long_words=False,
                break_on_hyphens=False,
            )
            for number, row in enumerate(text.split("\n"))
        )
        return "\n".join(rows)
