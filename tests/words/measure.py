"""Measures the pages of the example archive: how long their sentences are, and how hard to read."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from hearthbook.publish.cells import cells
from hearthbook.render.cell import render_cell
from tests.render import support
from tests.words.grade import grade, longest
from tests.words.ours import is_ours, marked_theme, our_words, readable
from tests.words.pages import Reading, read, words

GRADE: Final = 8.0
"""The highest grade for start here and for the short code of conduct."""
LONGEST: Final = 30
"""The most words in a sentence that is ours, its places filled."""


@dataclass(frozen=True, kw_only=True)
class Text:
    """A page, or a part of one, measured."""

    slug: str
    """The community."""
    kind: str
    """Which page, and `#anchor` for a part of it."""
    sentences: tuple[str, ...]
    """All of its sentences."""
    ours: tuple[str, ...]
    """Those of them that are the theme's for more than half of their words."""
    our_words: int
    """How many words are the theme's, in sentences of either."""

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(len(words(sentence)) for sentence in self.sentences)

    @property
    def grade(self) -> float:
        """Its grade, the founder's words and ours together."""
        return grade(self.sentences)

    @property
    def longest_ours(self) -> str:
        """The longest sentence that is ours."""
        return longest(self.ours)

    @property
    def longest_of_all(self) -> str:
        """The longest sentence of either."""
        return longest(self.sentences)


def _text(slug: str, kind: str, marked: tuple[str, ...]) -> Text:
    return Text(
        slug=slug,
        kind=kind,
        sentences=tuple(readable(sentence) for sentence in marked),
        ours=tuple(readable(sentence) for sentence in marked if is_ours(sentence)),
        our_words=sum(our_words(sentence) for sentence in marked),
    )


@cache
def readings() -> dict[tuple[str, str], Reading]:
    """Community and kind of page -> the page with our words marked; English communities only."""
    with tempfile.TemporaryDirectory(prefix="hearthbook-words-") as folder:
        theme = marked_theme(support.theme(), Path(folder))
        return {
            (cell.slug, page.kind): read(page.markdown)
            for cell in cells(support.archive())
            if cell.language.startswith("en")
            for page in render_cell(cell, theme)
            if page.kind not in {"article", "handbook"}
        }


def texts() -> tuple[Text, ...]:
    """Every page of every community, but articles and the handbook, which says the same once more."""
    return tuple(_text(slug, kind, reading.sentences) for (slug, kind), reading in readings().items())


def part(slug: str, kind: str, anchor: str) -> Text:
    """What an anchor names on a page; without sentences where there is no such anchor."""
    blocks = readings()[slug, kind].section(anchor)
    return _text(slug, f"{kind}#{anchor}", tuple(said for block in blocks for said in block.sentences))
