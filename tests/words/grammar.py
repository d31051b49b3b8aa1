"""Broken grammar: what is left where a fact went missing and the sentence around it did not."""

from __future__ import annotations

import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, Final

from tests.render import support
from tests.words.pages import HEADINGS, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.words.pages import Block, Reading

_TEXT: Final = {
    "an empty place": re.compile(r"[{}]|\b(?:None|True|False)\b(?! [a-z])|\b(?:nan|undefined)\b"),
    "empty brackets": re.compile(r"\(\s*\)|\[\s*\]|“\s*”|\(\s|\s\)"),
    "an empty item": re.compile(r"(?:^|\s)-$|^-\s"),
    "a stop after nothing": re.compile(r"(?<!\S)[,.;:!?)](?!\S)|\S\s+[,;:](?!\S)|^[,.;:)]"),
    "two stops": re.compile(r"(?<!\.)\.\.(?!\.)|[,;:][.,;:]|[.!?][,;](?!\S)|[!?…]\.(?!\S)|\.\.\.\."),
    "a double blank": re.compile(r"\S\s{2,}\S"),
    "`and` without a partner": re.compile(
        r"\b(?:and|or)\s*(?:[.,;:!?)]|$)|\b(?:and|or),? (?:and|or)\b|,\s*,|^(?:and|or)\b"
    ),
    "a preposition without its noun": re.compile(r"\b(?:within|than|until|the|an|a)\s*(?:[.,;:!?]|$)"),
    "the wrong article": re.compile(
        r"\b[Aa] (?:[ai]|e(?![uw])|o(?!ne\b|nce\b)|u(?!n[ei]\w|s[eui]|t[ei]|k\b|r[aeiou]))"
        r"|\b[Aa] (?:hour|hono|hones|heir|8\b|11\b|18\b)"
        r"|\b[Aa]n (?!hour|hono|hones|heir|[FLMNRSX][A-Z]|8|11|18)[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z0-79]"
    ),
    "one of many": re.compile(r"(?<![\d.,:-])1 (?!is\b|was\b|has\b|as\b|plus\b)[a-z]+s\b"),
    "many of one": re.compile(
        r"\b(?:0|[2-9]|\d\d+) (?:member|seat|hour|minute|week|day|month|year|person|circle)\b(?!-)"
    ),
    "a word said twice": re.compile(r"\b(?!that\b|had\b)([a-z]+) \1\b", re.IGNORECASE),
}
_ENDS: Final = tuple(".?!:\u2026)\u201d\u2019\"'")
_AROUND: Final = 30
_FACTS: Final = {"hb-meta", "hb-claim"}
_PHRASE: Final = 6
"""Up to so many words a line may be a phrase, such as `Knock here`."""


def _excerpt(text: str, start: int, end: int) -> str:
    return text[max(0, start - _AROUND) : end + _AROUND].strip()


def slips_in(text: str) -> Iterator[tuple[str, str]]:
    """What is wrong with a block's words: the name of the slip and the words around it."""
    for name, pattern in _TEXT.items():
        for hit in pattern.finditer(text):
            yield name, _excerpt(text, *hit.span())


@cache
def _labels() -> frozenset[str]:
    """What the theme says without a mark at the end: such words name what stands below them."""
    leaves = support.theme().words("en").leaves.values()
    return frozenset(leaf for leaf in leaves if isinstance(leaf, str) and leaf[-1:] not in _ENDS)


def _is_label(block: Block) -> bool:
    """Whether the block is nothing but a label; names of people and of norms in bold, and facts, are none."""
    if block.classes & _FACTS:
        return False
    return block.tag == "p" and bool(block.label) and not block.said and block.label.rstrip(":") in _labels()


def _is_fact(block: Block) -> bool:
    """A line of facts in small print, or a phrase of the theme that is no sentence."""
    return bool(block.classes & _FACTS) or " · " in block.text or block.text in _labels()


def _is_paragraph(block: Block) -> bool:
    """Running text of a page; a label with its value and a line of facts in small print are none."""
    return block.tag == "p" and "li" not in block.inside and not (block.label or _is_fact(block))


def _slips_of(block: Block) -> Iterator[tuple[str, str]]:
    if not block.text:
        yield f"an empty {block.tag}", "/".join(block.inside)
    if block.tag == "pre":
        return
    yield from slips_in(block.text)
    if _is_paragraph(block) and len(words(block.text)) > _PHRASE:
        if block.text[:1].islower():
            yield "a paragraph without a capital", block.text[:60]
        if not (block.text.endswith(_ENDS) or block.ends_in_link):
            yield "a paragraph without an end", block.text[-60:]


def _slips_between(block: Block, after: Block | None) -> Iterator[tuple[str, str]]:
    if block.level and (after is None or 0 < after.level <= block.level):
        yield "a heading without a body", block.text
    if after is None:
        yield from [("a label without a body", block.text)] if _is_label(block) else []
        return
    if _is_label(block) and (after.level or _is_label(after)):
        yield "a label without a body", block.text
    listed = bool({*after.inside, after.tag} & {"ul", "ol", "dl", "table", "pre", "blockquote"})
    if block.tag == "p" and block.text.endswith(":") and not listed and not _is_label(block):
        yield "an introduction without a list", block.text[-60:]
    if block.text == after.text and {block.tag, after.tag} <= {"p", *HEADINGS}:
        yield "the same twice", block.text[:60]


def slips(reading: Reading) -> list[str]:
    """All slips of a page, each with its kind and the words around it."""
    found = [each for block in reading.blocks for each in _slips_of(block)]
    for block, after in itertools.pairwise([*reading.blocks, None]):
        if block:
            found.extend(_slips_between(block, after))
    twice = sorted({one for one in reading.ids if reading.ids.count(one) > 1})
    return [f"{kind}: {text!r}" for kind, text in [*found, *(("an id used twice", one) for one in twice)]]
