"""Pages as a reader meets them: HTML taken apart into blocks, and blocks into sentences."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from functools import lru_cache
from html.parser import HTMLParser
from typing import Final

from tests.render.reading import to_html

HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_BLOCKS: Final = frozenset({*HEADINGS, "p", "li", "td", "th", "dt", "dd", "pre"})
_AROUND: Final = frozenset({"blockquote", "div", "dl", "ol", "table", "tbody", "thead", "tr", "ul"})
_VOID: Final = frozenset({"br", "hr", "img"})
_LABEL_END: Final = "\ue000"
_STOP: Final = re.compile(r"[.!?\u2026][\"\u201d\u2019')\]]*\s+")


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading, a paragraph, a list item, a cell of a table or code, without markup."""

    tag: str
    """The element, in lower case: `p`, `li`, `h2` ..."""
    text: str
    """What a reader reads, with the blanks as they are and links as their text."""
    label: str = ""
    """The words in bold or italics in front that end in a colon, or are all there is."""
    ends_in_link: bool = False
    """Whether the last word is a link."""
    ids: tuple[str, ...] = ()
    """Its own id and those of the elements around it."""
    classes: frozenset[str] = frozenset()
    """Its own classes and those of the elements around it."""
    inside: tuple[str, ...] = ()
    """The elements around it, the outermost first."""

    @property
    def level(self) -> int:
        """The level of a heading, 0 for all else."""
        return HEADINGS.index(self.tag) + 1 if self.tag in HEADINGS else 0

    @property
    def said(self) -> str:
        """The text without its label."""
        return self.text[len(self.label) :].lstrip(" :") if self.label else self.text

    @property
    def sentences(self) -> tuple[str, ...]:
        """The sentences of running text; none where a block is a heading, code or a mere label.

        An item or a paragraph without a mark at its end is a sentence from four words on.
        """
        if self.level or self.tag in {"pre", "th"} or "hb-claim" in self.classes:
            return ()
        parts = [" ".join(part.split()) for part in split(self.said)]
        return tuple(part for part in parts if words(part) and (len(words(part)) > 3 or part[-1] in ".?!"))


@dataclass
class _Open:
    tag: str
    ids: tuple[str, ...]
    classes: frozenset[str]
    text: list[str] = field(default_factory=list)
    filled: bool = False
    leads: bool = False
    linked: bool = False


class _Taker(HTMLParser):
    """Collects blocks; text between two blocks belongs to the element around them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.ids: list[str] = []
        self._open: list[_Open] = []
        self._footnote = 0
        self._drawn: list[bool] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if tag in _BLOCKS | _AROUND:
            self._flush()
            for around in self._open if tag in _BLOCKS else ():
                around.filled = True
            ids = (given["id"] or "",) if given.get("id") else ()
            self._open.append(_Open(tag, ids, frozenset((given.get("class") or "").split())))
        elif tag == "sup":
            self._footnote += 1
        elif tag == "span":
            self._drawn.append(given.get("aria-hidden") == "true")
        elif tag in _VOID:
            self.handle_data(" ")
        elif tag in {"strong", "em"} and self._open:
            self._open[-1].leads = not "".join(self._open[-1].text).strip()
        elif given.get("id") and self._open:
            self._open[-1].ids += (given["id"] or "",)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS | _AROUND:
            self._flush(ends=True)
            self._open.pop()
        elif tag == "sup":
            self._footnote -= 1
        elif tag == "span" and self._drawn:
            self._drawn.pop()
        elif tag == "a" and self._open:
            self._open[-1].linked = True
        elif tag in {"strong", "em"} and self._open and self._open[-1].leads:
            self._open[-1].text.append(_LABEL_END)
            self._open[-1].leads = False

    def handle_data(self, data: str) -> None:
        if self._open and not self._footnote and not any(self._drawn):
            self._open[-1].text.append(data)
            self._open[-1].linked &= not data.strip()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def _flush(self, *, ends: bool = False) -> None:
        """Keep what the innermost element holds so far; an empty item is kept where it ends."""
        if not self._open or self._open[-1].tag not in _BLOCKS:
            return
        here = self._open[-1]
        raw = "".join(here.text)
        here.text.clear()
        if raw.strip(f" \n{_LABEL_END}") or (ends and not here.filled):
            here.filled = True
            self.blocks.append(self._block(here, raw))

    def _block(self, here: _Open, raw: str) -> Block:
        raw = raw.strip() if here.tag == "pre" else re.sub(r"\s*\n\s*", " ", raw).strip()
        bold, mark, rest = raw.partition(_LABEL_END)
        alone = not rest.strip() and not bold.endswith((".", "?", "!"))
        is_label = bool(mark) and (bold.endswith(":") or rest.startswith(":") or alone)
        return Block(
            tag=here.tag,
            text=(bold + rest).strip(),
            label=bold if is_label else "",
            ends_in_link=here.linked,
            ids=tuple(each for entry in reversed(self._open) for each in entry.ids),
            classes=frozenset().union(*(entry.classes for entry in self._open)),
            inside=tuple(entry.tag for entry in self._open[:-1]),
        )


@dataclass(frozen=True, kw_only=True)
class Reading:
    """A page, read."""

    blocks: tuple[Block, ...]
    """In the order of the page."""
    ids: tuple[str, ...]
    """All ids, also those that stand twice."""

    @property
    def sentences(self) -> tuple[str, ...]:
        """All sentences of running text."""
        return tuple(sentence for block in self.blocks for sentence in block.sentences)

    def section(self, anchor: str) -> tuple[Block, ...]:
        """What an id names: under a heading all up to the next of its rank, else the element itself."""
        for start, block in enumerate(self.blocks):
            if anchor in block.ids and block.level:
                rest = self.blocks[start + 1 :]
                below = (n for n, later in enumerate(rest) if 0 < later.level <= block.level)
                return rest[: next(below, len(rest))]
        return tuple(block for block in self.blocks if anchor in block.ids)

    def heading(self, anchor: str) -> str:
        """The words of the heading that an id names, or of the nearest one above it."""
        last = ""
        for block in self.blocks:
            last = block.text if block.level else last
            if anchor in block.ids:
                return last
        return ""


@lru_cache(maxsize=64)
def read(markdown: str) -> Reading:
    """A page's Markdown as a reader meets it, in the dialect that is published."""
    taker = _Taker()
    taker.feed(to_html(markdown))
    taker.close()
    return Reading(blocks=tuple(taker.blocks), ids=tuple(taker.ids))


def split(text: str) -> list[str]:
    """The text's sentences; a small letter after a stop goes on with one, as in `Is it? she asked`."""
    ends = [stop.end() for stop in _STOP.finditer(text) if not text[stop.end() : stop.end() + 1].islower()]
    return [text[start:end].strip() for start, end in itertools.pairwise([0, *ends, len(text)])]


def words(text: str) -> list[str]:
    """What stands between blanks and holds a letter or a figure."""
    return [part for part in text.split() if any(sign.isalnum() for sign in part)]
