"""A pencil behind each block that says somebody's words; where it leads is filled in at the last step.

Headings and blocks that a template tied to their source come first. All others are tied to the
text that they show (origins.py). What is only made from numbers, dates and names has the pencil
of its section.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from hearthbook.publish.origins import Origin

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from hearthbook.model.pages import Provenance
    from hearthbook.publish.origins import Origins

_BLOCK: Final = re.compile(
    r"<(?P<tag>h[2-6]|p|summary)\b(?P<marks>[^>]*)>(?P<inside>.*?)(?P<end></(?P=tag)>)"
    # an entry of a list or table, as far as it is one paragraph; blocks within it are found by themselves
    r"|<(?P<item>li|dt|dd|td)\b(?P<more>[^>]*)>(?!\s*<(?:p|div|pre|ul|ol|dl|blockquote)\b)(?P<text>.*?)"
    r"(?P<rest>\s*(?=<(?:ul|ol|p|div|pre|dl|blockquote)\b|</(?P=item)>))",
    re.DOTALL,
)
_MARKUP: Final = re.compile(r"<[^<>]*>")
_ID: Final = re.compile(r'\bid="([^"]*)"')
_HEADINGS: Final = re.compile(r"h\d")
_UNHEARD: Final = 'aria-hidden="true"'
"""What only eyes are to see says nothing that is not said beside it, and may hold nothing to press."""
_NOWHERE: Final = ""


def open_pencil(origin: Origin, label: str) -> str:
    """A link whose address is open yet; the label says what it is for to those who hear the page."""
    down = f' data-hb-down="{origin.down}"' if origin.down else ""
    return (
        f' <a class="hb-source" aria-label="{escape(label)}" data-hb-said="{escape(origin.said)}"{down}>✎</a>'
    )


def with_pencils(html: str, provenance: Iterable[Provenance], texts: Origins | None, label: str) -> str:
    """The page's HTML with a pencil behind each block that says something.

    Without `texts` only the headings of parts (h2) get one. A block that says only what the block before
    it says gets none.
    """
    tied = {escape(entry.anchor): entry.pointer for entry in provenance if entry.anchor}
    desk = _Desk(tied, texts, label)
    return _BLOCK.sub(desk.drawn, html)


class _Desk:
    """Draws pencils on one page, from its top to its end."""

    def __init__(self, tied: Mapping[str, str], texts: Origins | None, label: str) -> None:
        self._tied = tied
        self._texts = texts
        self._label = label
        self._around = _NOWHERE
        self._last: Origin | None = None

    def drawn(self, match: re.Match[str]) -> str:
        """A block with its pencil, or as it is."""
        if match["item"]:
            origin = self._origin(match["item"], match["more"], match["text"])
            head, tail = match[0][: len(match[0]) - len(match["rest"])], match["rest"]
        else:
            origin = self._origin(match["tag"], match["marks"], match["inside"])
            head, tail = match[0][: -len(match["end"])], match["end"]
        if origin is None or (origin == self._last and not _HEADINGS.match(match["tag"] or "")):
            return match[0]
        self._last = origin
        return f"{head}{open_pencil(origin, self._label)}{tail}"

    def _origin(self, tag: str, marks: str, inside: str) -> Origin | None:
        if _UNHEARD in marks:
            return None
        found = _ID.search(marks)
        said = self._tied.get(found[1]) if found else None
        if _HEADINGS.match(tag):
            self._around = said or self._around
        if self._texts is None and tag != "h2":
            return None
        shown = unescape(_MARKUP.sub(" ", inside))
        by_words = self._texts.find(shown, said or self._around) if self._texts else None
        return by_words or (Origin(said) if said else None)
