"""Prose from people made harmless: a small, known part of Markdown survives.

What survives: paragraphs, lists, quotes, emphasis, code, and links whose
address is on the allow-list; in articles also headings, tables, footnotes,
rules, and pictures of the archive itself. Everything else is shown as it was
written. The text is taken apart the way CommonMark does it and written again
so that Python-Markdown sees the same blocks and no others. The result holds no
attribute lists and no HTML but `<code>` and `<br>` around code that needs
entities.
"""

from __future__ import annotations

import re
from bisect import bisect
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from hearthbook.render.code import code_block, nested_code_block
from hearthbook.render.escape import shown, started
from hearthbook.render.inline import Inline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_TAB: Final = 4
_DEPTH: Final = 8
"""Lists and quotes inside each other beyond this are shown as they were written."""

_FENCE: Final = re.compile(r" {0,3}(?P<fence>`{3,}|~{3,}) *(?P<language>[\w+#.-]*) *")
_ITEM: Final = re.compile(r" {0,3}(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +)(?=\S)")
_FIRST: Final = frozenset({"-", "*", "+", "1.", "1)"})
_QUOTE: Final = re.compile(r" {0,3}> ?")
_TITLE: Final = re.compile(r" {0,3}(?P<marks>#{1,6}) +(?P<words>.*\S)")
_UNDERLINE: Final = re.compile(r" {0,3}(?:=+|-+)")
_RULE: Final = re.compile(r" {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})")
_NOTE: Final = re.compile(r" {0,3}\[\^(?P<name>[\w-]+)\]: *")
_DELIMITERS: Final = re.compile(r" *\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *")


def _indent_of(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _entry(row: str) -> re.Match[str] | None:
    """What starts an entry of a list, unless the row is a rule: `* * *`."""
    return None if _RULE.fullmatch(row) else _ITEM.match(row)


def _hung(mark: str, rows: list[str]) -> list[str]:
    """The rows with a mark before the first one and the others moved below its words."""
    first, *others = rows or [""]
    return [mark + first.lstrip(), *(" " * _TAB + row if row else "" for row in others)]


class _Blocks:
    """Rewrites rows block by block."""

    def __init__(self, rows: list[str], inline: Inline, depth: int = 0) -> None:
        self.rows = rows
        self.inline = inline
        self.depth = depth
        self._closing: dict[str, list[int]] = {}

    @property
    def is_article(self) -> bool:
        """Whether headings, tables, rules and footnotes mean anything here."""
        return self.inline.article and not self.depth

    def written(self) -> list[str]:
        """The rows rewritten, with one blank row between blocks."""
        written: list[str] = []
        for block in self._blocks():
            written += ["", *block] if written else block
        return written

    def _blocks(self) -> Iterator[list[str]]:
        position = 0
        while position < len(self.rows):
            if self.rows[position]:
                position, block = self._block(position)
                yield block
            else:
                position += 1

    def _block(self, start: int) -> tuple[int, list[str]]:
        """Where the next block starts, and this one rewritten."""
        row = self.rows[start]
        if _indent_of(row) >= _TAB:
            return self._indented(start)
        if end := self._fence_end(start):
            return self._fenced(start, end)
        if self.is_article:
            if title := _TITLE.fullmatch(row):
                return start + 1, [self._heading(title["marks"], title["words"])]
            if _RULE.fullmatch(row):
                return start + 1, ["---"]
            if (note := _NOTE.match(row)) and note["name"] in self.inline.notes:
                end, inner = self._gather(start, _TAB, row[note.end() :])
                return end, _hung(f"[^{note['name']}]: ", self._inner(inner))
            if self._is_table(start):
                return self._table(start)
        if self.depth < _DEPTH and _QUOTE.match(row):
            return self._quote(start)
        if self.depth < _DEPTH and _entry(row):
            return self._list(start)
        return self._text(start)

    def _inner(self, rows: list[str]) -> list[str]:
        return _Blocks(rows, self.inline, self.depth + 1).written()

    def _code(self, rows: list[str], language: str = "") -> list[str]:
        return nested_code_block(rows) if self.depth else code_block(rows, language)

    def _indented(self, start: int) -> tuple[int, list[str]]:
        end = start
        for position in range(start, len(self.rows)):
            if _indent_of(self.rows[position]) >= _TAB:
                end = position + 1
            elif self.rows[position]:
                break
        return end, self._code([row[_TAB:] for row in self.rows[start:end]])

    def _fence_end(self, start: int) -> int:
        """The row that closes the fence opened in row `start`; 0 without a fence or an end."""
        opened = _FENCE.fullmatch(self.rows[start])
        if not opened:
            return 0
        fence = opened["fence"]
        if fence not in self._closing:
            closing = re.compile(rf" {{0,3}}{fence}{fence[0]}*")
            self._closing[fence] = [n for n, row in enumerate(self.rows) if closing.fullmatch(row)]
        ends = self._closing[fence]
        found = bisect(ends, start)
        return ends[found] if found < len(ends) else 0

    def _fenced(self, start: int, end: int) -> tuple[int, list[str]]:
        indent = _indent_of(self.rows[start])
        code = [row[min(indent, _indent_of(row)) :] for row in self.rows[start + 1 : end]]
        opened = _FENCE.fullmatch(self.rows[start])
        return end + 1, self._code(code, opened["language"] if opened else "")

    def _heading(self, marks: str, words: str) -> str:
        line = self.inline(re.sub(r"(?:^| +)#+$", "", words))
        bare = line.rstrip("#")
        return f"{'#' * max(2, len(marks))} {bare}{shown('#') * (len(line) - len(bare))}"

    def _is_table(self, start: int) -> bool:
        below = self.rows[start + 1] if start + 1 < len(self.rows) else ""
        return "|" in self.rows[start] and "|" in below and bool(_DELIMITERS.fullmatch(below))

    def _table(self, start: int) -> tuple[int, list[str]]:
        end = start
        while end < len(self.rows) and self.rows[end]:
            end += 1
        head, line, *body = (row.strip() for row in self.rows[start:end])
        return end, [self.inline(head), line, *map(self.inline, body)]

    def _quote(self, start: int) -> tuple[int, list[str]]:
        end, inner = start, list[str]()
        while end < len(self.rows) and self.rows[end]:
            quoted = _QUOTE.match(self.rows[end])
            if not quoted and self._interrupts(end):
                break
            inner.append(self.rows[end][quoted.end() if quoted else 0 :].rstrip())
            end += 1
        return end, [f"> {row}".rstrip() for row in self._inner(inner)]

    def _list(self, start: int) -> tuple[int, list[str]]:
        written: list[str] = []
        position, kind, blank = start, "", False
        while position < len(self.rows) and (item := _entry(self.rows[position])):
            if kind and item["mark"][-1] != kind:
                break
            kind = item["mark"][-1]
            width = item.end() if len(item["gap"]) <= _TAB else item.end("mark") + 1
            end, inner = self._gather(position, width, self.rows[position][width:])
            entry = _hung(item["mark"].replace(")", ".") + " ", self._item(inner))
            written += [""] * blank + entry
            blank = "" in entry or not self.rows[end - 1]
            position = end
        return position, written

    def _item(self, inner: list[str]) -> list[str]:
        """An entry's rows; a list right below its first words stays close to them."""
        written = self._inner(inner)
        first, gap, *others = [*written, "", ""]
        is_tight = all(inner) and not gap and _entry(others[0] if others else "")
        return [first, *written[2:]] if is_tight else written

    def _gather(self, start: int, width: int, first: str) -> tuple[int, list[str]]:
        """The rows of an entry whose words start in column `width`, and where the next block starts."""
        inner, end = [first], start + 1
        while end < len(self.rows):
            row = self.rows[end]
            is_lazy = self.rows[end - 1] and not _entry(row) and not self._interrupts(end)
            if row and _indent_of(row) < width and not is_lazy:
                break
            inner.append(row[min(width, _indent_of(row)) :])
            end += 1
        while inner and not inner[-1]:
            inner.pop()
        return end, inner

    def _interrupts(self, position: int) -> bool:
        """Whether a row ends the paragraph above it."""
        row = self.rows[position]
        if self._fence_end(position) or _QUOTE.match(row):
            return True
        if self.inline.article and (_TITLE.fullmatch(row) or _RULE.fullmatch(row)):
            return True
        item = _entry(row)
        return item is not None and item["mark"] in _FIRST

    def _text(self, start: int) -> tuple[int, list[str]]:
        end = start + 1
        while end < len(self.rows) and self.rows[end]:
            if self.is_article and _UNDERLINE.fullmatch(self.rows[end]):
                words = " ".join(row.strip() for row in self.rows[start:end])
                return end + 1, [self._heading("##", words)]
            if self._interrupts(end):
                break
            end += 1
        text = self.inline("\n".join(row.strip() for row in self.rows[start:end]))
        return end, [started(line) for line in text.split("\n")]


def prose(text: str, resolve: Callable[[str], str | None], *, article: bool = False) -> Markup:
    """The text as harmless Markdown.

    `resolve` turns the address of a link into the one to publish, or None where
    the address is not allowed; then the link is shown as it was written.
    """
    rows = [row.expandtabs(_TAB).rstrip() for row in text.split("\n")]
    notes = {note["name"] for row in rows if (note := _NOTE.match(row))} if article else set[str]()
    return Markup("\n".join(_Blocks(rows, Inline(resolve, article, frozenset(notes))).written()))  # noqa: S704
