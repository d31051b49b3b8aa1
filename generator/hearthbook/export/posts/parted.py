"""A text cut into messages that a place takes, at the ends of paragraphs."""

from __future__ import annotations

import re
from itertools import count
from typing import Final

_SENTENCE: Final = re.compile(r"(?<=[.!?\u061f\u3002])\s+")
_NUMBER: Final = "\n\n({}/{})"
_FENCE: Final = "```"
_ROOM: Final = len("\n```") * 2
"""What closing and opening a block of code again takes."""


def parted(text: str, limit: int) -> tuple[str, ...]:
    """The text in parts of at most `limit` characters; whole where the limit is 0.

    It is cut between paragraphs; a paragraph that is too long by itself between lines, then
    between sentences, and at the last between words. Each of several parts ends in a line
    with its number, as in "(1/3)".
    """
    text = text.strip()
    if not limit or len(text) <= limit:
        return (text,)
    # how many parts there are decides how long the numbers are, and those how much a part holds
    for figures in count(1):
        most = "9" * figures
        parts = _cut(text, limit - len(_NUMBER.format(most, most)))
        if len(str(len(parts))) <= figures:
            break
    if len(parts) == 1:
        return (parts[0],)
    return tuple(part + _NUMBER.format(number, len(parts)) for number, part in enumerate(parts, 1))


def _cut(text: str, limit: int) -> list[str]:
    parts = [""]
    for piece, gap in _pieces(text, limit - _ROOM):
        joined = f"{parts[-1]}{gap}{piece}" if parts[-1] else piece
        if len(joined) <= limit - _ROOM:
            parts[-1] = joined
        else:
            parts.append(piece)
    return _closed([part for part in parts if part.strip()])


def _pieces(text: str, most: int) -> list[tuple[str, str]]:
    """What is never cut again, with the gap before each."""
    found = []
    for paragraph in re.split(r"\n{2,}", text):
        gap = "\n\n"
        for line in [paragraph] if len(paragraph) <= most else paragraph.split("\n"):
            for words in [line] if len(line) <= most else _short(line, most):
                found.append((words, gap))
                gap = " "
            gap = "\n"
    return found


def _short(line: str, most: int) -> list[str]:
    """The sentences of a line, and the words of a sentence that is still too long."""
    found: list[str] = []
    for sentence in _SENTENCE.split(line):
        words = [sentence] if len(sentence) <= most else sentence.split(" ")
        found += [word[start : start + most] for word in words for start in range(0, max(len(word), 1), most)]
    return found


def _closed(parts: list[str]) -> list[str]:
    """The parts, each with its blocks of code closed, and opened again in the next."""
    made, open_ = [], False
    for part in parts:
        text = f"{_FENCE}\n{part}" if open_ else part
        open_ = text.count(_FENCE) % 2 == 1
        made.append(f"{text}\n{_FENCE}" if open_ else text)
    return made


def cut(text: str, limit: int) -> tuple[str, bool]:
    """The text in at most `limit` characters, ended at a sentence or a word, and whether any was lost."""
    flat = " ".join(text.split())
    if len(flat) <= limit:
        return flat, False
    short = flat[: limit - 1]
    ends = [stop.start() for stop in _SENTENCE.finditer(short)]
    if ends and ends[-1] > limit // 2:
        return short[: ends[-1]], True
    words = short.rpartition(" ")[0] or short
    return words.rstrip(" ,;:") + "\N{HORIZONTAL ELLIPSIS}", True
