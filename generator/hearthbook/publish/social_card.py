"""The picture that a preview of a link shows: people around a hearth, the name, the promise.

Drawn into a picture of palette numbers: each shape and each line of text is a
mask whose greys become steps between two colours. So one shape serves every
community, and a picture costs a few thousandths of a second. The file is the same
on every machine: fonts come with the theme, and their letters are placed by
whole numbers.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageDraw

from hearthbook.publish.lettering import set_in_lines
from hearthbook.publish.shapes import AROUND, NAME, STEPS, TEXT, dot, mark, places, shades
from hearthbook.render.colour import LIGHT, accents, mix, parse, to_hex

if TYPE_CHECKING:
    from pathlib import Path

    from hearthbook.publish.lettering import Lines
    from hearthbook.render.colour import Rgb

WIDTH, HEIGHT = 1200, 630
"""What the sites that show previews ask for."""

_OWN: Final = "#93401c"
"""The theme's own accent."""
_INK, _MUTED, _CREAM = "#2b251f", "#62574b", "#fdf3e7"
_EDGE: Final = 84
_COLUMN: Final = 604
"""Pixels of the lines of text."""
_MIDDLE: Final = (932, 315)
"""Where the hearth is."""
_GAP: Final = 22
_ROOM: Final = 16
_SITE: Final = 96
"""Pixels at the bottom for the archive's name."""
_SEATS: Final = 240
"""More seats would be too small to see; then there is only a circle."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardText:
    """What a card says."""

    name: str
    promise: str
    slug: str = ""
    """Stands in for a name that the fonts have no letters for."""
    site_name: str = ""
    color: str | None = None
    """The accent, `#rrggbb`."""
    members: int | None = None
    cap: int | None = None
    rtl: bool = False


def card_png(text: CardText, fonts: Path) -> bytes:
    """The card as a PNG file of 1200 by 630 pixels."""
    # the first column is no part of the picture: PNG wants a 0 before each row
    canvas = Image.new("L", (WIDTH + 1, HEIGHT))
    said = _words(canvas, text, fonts)
    side = WIDTH - _MIDDLE[0] if text.rtl else _MIDDLE[0]
    _around(canvas, text, side if said else WIDTH // 2)
    return _png(canvas.tobytes(), _palette(text.color or _OWN))


def _words(canvas: Image.Image, text: CardText, fonts: Path) -> bool:
    """Writes what there are letters for; returns whether that is the name or the promise."""
    rtl = text.rtl
    name = _name(text.name, fonts, rtl=rtl) or _name(text.slug.replace("-", " "), fonts, rtl=rtl)
    rows = 4 if name and len(name.rows) < 3 else 3  # noqa: PLR2004 - as many as the name may have
    promise = set_in_lines(fonts, text.promise, width=_COLUMN, rows=rows, sizes=(40, 34), rtl=rtl)
    site = set_in_lines(fonts, text.site_name, width=_COLUMN, rows=1, sizes=(26,), rtl=rtl)
    blocks = [(lines, shade) for lines, shade in ((name, NAME), (promise, TEXT)) if lines]
    high = sum(_height(lines) for lines, _ in blocks) + _GAP * (len(blocks) - 1)
    top = (HEIGHT - high) // 2 - (_SITE // 2 if site and high > HEIGHT - 3 * _SITE else 0)
    for lines, shade in blocks:
        _write(canvas, lines, top, shade, rtl=rtl)
        top += _height(lines) + _GAP
    if site:
        _write(canvas, site, HEIGHT - _SITE, TEXT, rtl=rtl)
    return bool(blocks)


def _name(text: str, fonts: Path, *, rtl: bool) -> Lines | None:
    return set_in_lines(fonts, text, width=_COLUMN, rows=3, sizes=(88, 72, 58), bold=True, rtl=rtl)


def _height(lines: Lines) -> int:
    return len(lines.rows) * _line(lines)


def _line(lines: Lines) -> int:
    return lines.size * 6 // 5


def _write(canvas: Image.Image, lines: Lines, top: int, shade: int, *, rtl: bool) -> None:
    # a little room for what sticks out of the lines
    mask = Image.new("L", (_COLUMN + 2 * _ROOM, _height(lines) + _ROOM))
    draw = ImageDraw.Draw(mask)
    side, start = ("rs", _COLUMN + _ROOM) if rtl else ("ls", _ROOM)
    for number, row in enumerate(lines.rows):
        draw.text((start, lines.size + number * _line(lines)), row, fill=255, font=lines.font, anchor=side)
    left = WIDTH - _EDGE - _COLUMN if rtl else _EDGE
    canvas.paste(mask.point(shades(shade)), (1 + left - _ROOM, top))


def _around(canvas: Image.Image, text: CardText, x: int) -> None:
    """The hearth, and a seat for each member and for each who may still come."""
    y = _MIDDLE[1]
    if not 0 < (seats := text.cap or text.members or 0) <= _SEATS:
        _place(canvas, dot(2 * AROUND, hollow=True), x, y)
        seats = 0
    _place(canvas, mark(), x, y)
    around, wide = places(seats)
    for number, (right, down) in enumerate(around):
        _place(canvas, dot(wide, hollow=number >= (text.members or 0)), x + right, y + down)


def _place(canvas: Image.Image, shape: Image.Image, x: int, y: int) -> None:
    """Puts the middle of a shape there."""
    wide, high = shape.size
    canvas.paste(shape, (1 + x - wide // 2, y - high // 2))


@cache
def _palette(color: str) -> bytes:
    paper, cream = parse(LIGHT["ground"]), parse(_CREAM)
    warm = accents(color)["light"]["-strong"]
    on_paper = ((paper, parse(_INK)), (paper, parse(_MUTED)), (paper, warm))
    on_mark = ((warm, cream), (warm, mix(cream, warm, 0.38)))
    rows = (*on_paper, *on_mark)
    shades = [mix(start, end, step / (STEPS - 1)) for start, end in rows for step in range(STEPS)]
    return b"".join(_bytes(shade) for shade in (paper, *shades))


def _bytes(shade: Rgb) -> bytes:
    return bytes.fromhex(to_hex(shade)[1:])


def _png(rows: bytes, palette: bytes) -> bytes:
    """A PNG file (ISO/IEC 15948) of rows that have their filter's number, 0, before them."""
    head = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 3, 0, 0, 0)
    parts = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 3)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, data) for kind, data in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = zlib.crc32(kind + data)
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)
