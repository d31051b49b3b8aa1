"""Changes to a text that keep every other character: words at a place, a first line, blocks that move."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from hearthbook.lint.blocks import blocks_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.lint.blocks import Block

_END: Final = re.compile(r"\r\n|\r|\n")
_QUOTES: Final = ('"', "'")


def line_end(text: str) -> str:
    """The line end that a text uses first; that of Unix where it has none."""
    found = _END.search(text)
    return found[0] if found else "\n"


def offset_of(text: str, line: int, column: int) -> int | None:
    """Where a line and column, both from 1 and in characters, are in a text; None where they are not."""
    starts = [0, *(found.end() for found in _END.finditer(text))]
    if not 0 < line <= len(starts):
        return None
    offset = starts[line - 1] + column - 1
    return offset if offset < len(text) else None


def written_at(text: str, offset: int, words: str) -> int | None:
    """Where the words of a scalar begin that starts at an offset; None where they are not as they read.

    That is so for folded texts, and for quotes and escapes inside quotes.
    """
    quote = text[offset] if text[offset] in _QUOTES else ""
    start = offset + len(quote)
    closed = not quote or text[start + len(words) :].startswith(quote)
    return start if words and text.startswith(words, start) and closed else None


def word_in(words: str, word: str) -> int | None:
    """Where a word stands, if it stands there once and by itself."""
    found = [each.start() for each in re.finditer(rf"(?<![\w/]){re.escape(word)}(?![\w/])", words)]
    return found[0] if word and len(found) == 1 else None


def replaced(text: str, start: int, old: str, new: str) -> str:
    """The text with other words at an offset."""
    return text[:start] + new + text[start + len(old) :]


def with_first_line(text: str, line: str) -> str:
    """The text below one more line."""
    return line + line_end(text) + text


def ordered(text: str, key: str, keys: Sequence[str]) -> str | None:
    """The text with the entries below a key in another order, each with the comments right above it.

    What stands between the entries stays where it is. None where the entries cannot be told apart.
    """
    rows = _rows(text)
    blocks = blocks_of([_END.sub("", row) for row in rows], key)
    by_key = {block.key: block for block in blocks}
    if not blocks or sorted(by_key) != sorted(keys) or len(by_key) < len(blocks):
        return None
    whole = not rows[-1] or bool(_END.search(rows[-1]))
    ended = [row if _END.search(row) or not row else row + line_end(text) for row in rows]
    moved = "".join(_moved(ended, blocks, [by_key[each] for each in keys]))
    return moved if whole else moved[: -len(line_end(text))]


def _moved(rows: Sequence[str], blocks: Sequence[Block], wanted: Sequence[Block]) -> list[str]:
    made = list(rows[: blocks[0].first])
    for place, block in zip(blocks, wanted, strict=True):
        following = next((each.first for each in blocks if each.first > place.last), len(rows))
        made += rows[block.first : block.last + 1]
        made += rows[place.last + 1 : following]
    return made


def _rows(text: str) -> list[str]:
    """The lines with their ends."""
    starts = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    return [text[start:end] for start, end in pairwise(starts)]
