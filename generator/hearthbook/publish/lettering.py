"""Letters for pictures: the theme's own fonts, lines that fit, and nothing where a letter is missing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

from PIL import ImageFont

from hearthbook.publish.ordering import drawn

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES: Final = ("serif", "sans")
"""The fonts in the order in which they are tried: Latin, Greek and Cyrillic, then Arabic and Hebrew."""
_TRIED_AT: Final = 16
_NOBODYS: Final = "\uffff"
"""A character that no font has."""
_ORNAMENTS: Final = frozenset({"So", "Sk", "Cf", "Cs", "Co"})
"""Kinds of characters that a text can do without, such as emoji."""
_SELECTORS: Final = dict.fromkeys(range(0xFE00, 0xFE10))
"""What makes an emoji of the character before it."""
_MORE: Final = "\N{HORIZONTAL ELLIPSIS}"


@dataclass(frozen=True, slots=True)
class Lines:
    """Text set in lines."""

    font: ImageFont.FreeTypeFont
    size: int
    rows: tuple[str, ...]
    """Each from left to right, as it is drawn."""


@cache
def font_of(folder: Path, name: str, size: int) -> ImageFont.FreeTypeFont | None:
    """A font of the theme; None where it brings none."""
    file = folder / f"{name}.ttf"
    # the other engine is not on every machine, and letters would stand elsewhere
    return ImageFont.truetype(file, size, layout_engine=ImageFont.Layout.BASIC) if file.is_file() else None


@lru_cache(maxsize=4096)
def _has(folder: Path, name: str, letter: str) -> bool:
    font = font_of(folder, name, _TRIED_AT)
    return font is not None and (letter == " " or _shape(font, letter) != _shape(font, _NOBODYS))


def _shape(font: ImageFont.FreeTypeFont, letter: str) -> tuple[object, bytes]:
    mask = font.getmask(letter)
    return mask.size, bytes(mask)


def family_of(folder: Path, text: str, *, rtl: bool) -> str:
    """The first family that has every letter of the text; empty where none has."""
    letters = set(drawn(text, rtl=rtl))
    return next((name for name in FAMILIES if all(_has(folder, name, one) for one in letters)), "")


def legible(folder: Path, text: str) -> str:
    """The text in one line, without the ornaments that no family has."""
    shown = unicodedata.normalize("NFC", text).translate(_SELECTORS)
    kept = (
        one
        for one in shown
        if unicodedata.category(one) not in _ORNAMENTS or any(_has(folder, name, one) for name in FAMILIES)
    )
    return " ".join("".join(kept).split())


def set_in_lines(  # noqa: PLR0913 - each says one thing about the block
    folder: Path,
    text: str,
    *,
    width: int,
    rows: int,
    sizes: tuple[int, ...],
    bold: bool = False,
    rtl: bool = False,
) -> Lines | None:
    """The text in as many rows at most, in the largest of the sizes in which all of it fits.

    Where it fits in none it ends with an ellipsis. None for no text, and for a text with
    letters that none of the fonts has.
    """
    shown = legible(folder, text)
    family = family_of(folder, shown, rtl=rtl) if shown else ""
    if not family:
        return None
    name = f"{family}-bold" if bold else family
    fonts = [font for size in sizes if (font := font_of(folder, name, size))]
    for font in fonts:
        found = _wrapped(font, shown, width, rtl=rtl)
        if len(found) <= rows and all(_width(font, row, rtl=rtl) <= width for row in found):
            return _lines(font, found, rtl=rtl)
    return _lines(fonts[-1], _cut(fonts[-1], found, width, rows, rtl=rtl), rtl=rtl) if fonts else None


def _lines(font: ImageFont.FreeTypeFont, rows: list[str], *, rtl: bool) -> Lines:
    return Lines(font, round(font.size), tuple(drawn(row, rtl=rtl) for row in rows))


def _width(font: ImageFont.FreeTypeFont, text: str, *, rtl: bool) -> float:
    return font.getlength(drawn(text, rtl=rtl))


def _wrapped(font: ImageFont.FreeTypeFont, text: str, width: int, *, rtl: bool) -> list[str]:
    """The words in rows that are as full as can be."""
    rows: list[str] = []
    space, filled = font.getlength(" "), 0.0
    for word in text.split(" "):
        wide = _width(font, word, rtl=rtl)
        if rows and filled + space + wide <= width:
            rows[-1] += f" {word}"
            filled += space + wide
        else:
            rows.append(word)
            filled = wide
    return rows


def _cut(font: ImageFont.FreeTypeFont, found: list[str], width: int, rows: int, *, rtl: bool) -> list[str]:
    """The first rows, with an ellipsis where something is missing."""
    kept: list[str] = []
    for row in found[:rows]:
        last = len(kept) == rows - 1 and len(found) > rows
        kept.append(f"{row}{_MORE}" if last else row)
        if _width(font, kept[-1], rtl=rtl) > width:
            while row and _width(font, f"{row}{_MORE}", rtl=rtl) > width:
                row = row[:-1]  # noqa: PLW2901 - what is left of it
            kept[-1] = f"{row.rstrip()}{_MORE}"
    return kept
