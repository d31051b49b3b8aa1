"""What intake knows how to mend without a thought: one clear match, or a choice of time zones."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import takewhile
from typing import TYPE_CHECKING, Final, Literal

from hearthbook.ingest.tree import Mapping, Node, Scalar
from hearthbook.model.edits import Edit
from hearthbook.model.zones import ABBREVIATIONS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hearthbook.ingest.tree import Mark

_NEAR: Final = 0.7
"""How much two words have in common, from 0 to 1, for one to be a slip of the other."""
_APART: Final = 0.1
"""By how much the nearest word must be nearer than the next."""
_SHORTEST: Final = 3
"""Letters; in what is shorter, one of them makes another word."""
_LONGEST: Final = 80
"""Characters; what is longer is no slip of a single word."""
_WORDS: Final = re.compile(r"[A-Za-z/]+")


def clear_match(word: str, choices: Sequence[str]) -> str:
    """The one choice that a word is a slip of; empty where there is none, or more than one."""
    if len(word) > _LONGEST:
        return ""
    near = [each for each in choices if len(word) >= _SHORTEST and _one_slip(word.lower(), each.lower())]
    if near:
        return near[0] if len(near) == 1 else ""
    ratios = ((SequenceMatcher(None, word.lower(), each.lower()).ratio(), each) for each in choices)
    ranked = sorted(ratios, reverse=True)[:2]
    if not ranked or ranked[0][0] < _NEAR:
        return ""
    return "" if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _APART else ranked[0][1]


def _one_slip(word: str, other: str) -> bool:
    """Whether they are alike but for one letter, or for two that changed places."""
    start = _alike(word, other)
    end = _alike(word[start:][::-1], other[start:][::-1])
    left, right = word[start : len(word) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == len(right) == len("ab") and left == right[::-1])


def _alike(word: str, other: str) -> int:
    """With how many letters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(word, other, strict=False)))


def key_fix(key: str, mark: Mark, known: Sequence[str], inside: Node | None) -> Edit | None:
    """The key by its right name, unless that one is there already in the same file."""
    meant = clear_match(key, known)
    entries = inside.entries if isinstance(inside, Mapping) else ()
    there = any(entry.key == meant and entry.mark.file == mark.file for entry in entries)
    return _edit("key", mark, key, (meant,)) if meant and not there else None


def choice_fix(node: Node | None, choices: Sequence[str]) -> Edit | None:
    """The value out of a closed set that was meant."""
    if not isinstance(node, Scalar):
        return None
    meant = clear_match(node.text, choices)
    return _edit("text", node.mark, node.text, (meant,)) if meant else None


def zone_fix(node: Node | None) -> Edit | None:
    """The zones that an abbreviation may stand for."""
    if not isinstance(node, Scalar):
        return None
    word, zones = abbreviation(node.text)
    word, zones = (word, zones) if word else (node.text, ABBREVIATIONS.get(node.text.strip().upper(), ()))
    return _edit("text", node.mark, word.strip(), zones) if zones else None


def abbreviation(text: str) -> tuple[str, tuple[str, ...]]:
    """The first abbreviation of a time zone in a text, and the zones it may stand for."""
    for word in _WORDS.findall(text):
        if zones := ABBREVIATIONS.get(word.upper() if word.isupper() or "/" in word else ""):
            return word, zones
    return "", ()


def _edit(kind: Literal["key", "text"], mark: Mark, old: str, new: tuple[str, ...]) -> Edit:
    return Edit(kind=kind, file=mark.file, line=mark.line, column=mark.column, old=old, new=new)
